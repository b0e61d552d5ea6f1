"""The component of spaCy says what ``extract.read`` says, at the same places."""

import importlib
import json
import pickle
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from extract import read, spacy_component
from extract.records import recorded
from extract.spacy_component import NAME, as_arcs, as_spans
from tests.extract.texts import decision, party_plan, report

PLAN_TEXT = party_plan(
    "thực hiện Kết luận số 69-KL/TU, ngày 09/4/2021 của Ban Thường vụ Tỉnh ủy về dân vận",
    "Căn cứ Quyết định số 12/2018/QĐ-TTg; khoản 2 Điều 5 Luật Đất đai, Huyện ủy lập kế hoạch.",
)
REVIEW_TEXT = report("sơ kết 5 năm thực hiện Quy định số 124-QĐ/TW của Ban Bí thư (khóa XII)")
LIST_TEXT = report("tổng kết 10 năm thực hiện Quyết định số 217-QĐ/TW;218-QĐ/TW của Bộ Chính trị")
ORDER_TEXT = decision("Ban hành Quy chế hòa giải", "Điều 1. Bãi bỏ Quyết định số 7/2015/QĐ-UBND.")
WHOLE_TEXTS = [PLAN_TEXT, REVIEW_TEXT, LIST_TEXT, ORDER_TEXT]


def pipeline(language: str) -> Language:
    config = {"nlp": {"tokenizer": {"use_pyvi": False}}} if language == "vi" else {}
    nlp = spacy.blank(language, config=config)
    nlp.add_pipe("luocdo")
    return nlp


PIPELINES = {language: pipeline(language) for language in ("xx", "vi")}


@pytest.fixture(params=PIPELINES)
def nlp(request: pytest.FixtureRequest) -> Language:
    return PIPELINES[request.param]


def said(doc: Doc) -> dict[str, Any]:
    """All that the extensions of a Doc say, each list in its order."""
    return {
        "document": doc._.document["key"],
        "documents": list(doc._.documents.values()),
        "mentions": [span._.fields for span in doc.spans[NAME]],
        "claims": doc._.claims,
        "duties": doc._.duties,
        "tasks": doc._.tasks,
    }


def expected(text: str) -> dict[str, Any]:
    """The same of ``extract.read``."""
    record = recorded(read(text))
    return {name: value for name, value in record.items() if name != "length"}


ODD_SPACES = [
    pytest.param(lambda text: text, id="as-it-is"),
    pytest.param(lambda text: text.replace(" ", "\t"), id="tabs"),
    pytest.param(lambda text: text.replace(" ", "\u00a0"), id="no-break-spaces"),
    pytest.param(lambda text: text.replace(" ", "  "), id="doubled-spaces"),
    pytest.param(lambda text: text.replace("\n", "\r\n"), id="windows-line-ends"),
    pytest.param(lambda text: unicodedata.normalize("NFD", text), id="decomposed"),
    pytest.param(lambda text: text.replace(" số", "\u200b số"), id="zero-width-space"),
    pytest.param(lambda text: text.replace("KL", "K\u00adL"), id="soft-hyphen-in-the-symbol"),
    pytest.param(lambda text: "\ufeff" + text, id="byte-order-mark"),
    pytest.param(lambda text: f" \n\t{text} \u00a0", id="space-around"),
]


@pytest.mark.parametrize("change", ODD_SPACES)
@pytest.mark.parametrize("text", WHOLE_TEXTS)
def test_doc_says_what_the_reading_says(change: Any, text: str, nlp: Language) -> None:
    written = change(text)
    doc = nlp(written)
    assert doc.text == written
    assert len(doc.spans[NAME]) > 1
    assert said(doc) == expected(written)


SPACE = ["\t", "\u00a0", "\n", "\r\n", "\r", "\u200b", "\u00ad", "\ufeff", "\u2028", "\x0b", "  "]
PIECE = ["Kết luận", "số", "69-KL/TU", "217,218-QĐ/TW", "Luật Đất đai", "của", "Tỉnh ủy", "khóa XI"]
MARK = [" ", ",", ";", "(", ")", "“", '"', "-", "/", "ngày 09/4/2021", "thực hiện", "\u0301", "<b>"]
WORDS = st.lists(st.sampled_from(SPACE + PIECE + MARK), max_size=30).map("".join)


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """A whole text with odd white space at a few places, composed or decomposed."""
    text = draw(st.sampled_from(WHOLE_TEXTS))
    if draw(st.booleans()):
        text = unicodedata.normalize("NFD", text)
    for offset in draw(st.lists(st.integers(0, len(text)), max_size=8)):
        text = text[:offset] + draw(st.sampled_from(SPACE)) + text[offset:]
    return text


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(st.one_of(spoilt(), WORDS, st.text()), st.sampled_from(sorted(PIPELINES)))
def test_offsets_are_those_of_the_reading(text: str, language: str) -> None:
    doc = PIPELINES[language](text)
    assert doc.text == text
    assert said(doc) == expected(text)
    for span in doc.spans[NAME]:
        start, end = span._.fields["start"], span._.fields["end"]
        assert span.start_char <= start < end <= span.end_char
        assert span._.fields["quote"] == text[start:end]
    assert all(text[claim["start"] : claim["end"]] == claim["quote"] for claim in doc._.claims)


def test_tokens_are_widened_and_offsets_are_not() -> None:
    text = "Xem Kết luận số 69-KL/TU;trong đó có 3 việc."
    doc = PIPELINES["vi"](text)
    (span,) = doc.spans[NAME]
    assert span.text == "Kết luận số 69-KL/TU;trong"
    assert span._.fields["quote"] == "Kết luận số 69-KL/TU"


def test_two_mentions_in_one_token_are_told_apart() -> None:
    doc = PIPELINES["vi"]("Xem 25-NQ/TW;26-NQ/TW;27-NQ/TW.")
    keys = [span._.document["key"] for span in doc.spans[NAME]]
    assert keys == [mention.document for mention in read(doc.text).mentions]
    assert len({(span.start, span.end) for span in doc.spans[NAME]}) < len(keys)


def test_span_names_its_document() -> None:
    doc = PIPELINES["xx"](PLAN_TEXT)
    span = next(span for span in doc.spans[NAME] if span._.fields["number"] == "69")
    assert (span.label_, span.kb_id_) == ("numbered", span._.document["iri"])
    assert span._.fields["type"] == "Kết luận"
    assert span._.fields["date"] == "2021-04-09"
    assert span._.document["level"] == "province"


def test_review_has_its_years() -> None:
    claims = PIPELINES["xx"](REVIEW_TEXT)._.claims
    assert [(claim["relation"], claim["review"], claim["years"]) for claim in claims] == [
        ("summarizes", "interim", 5.0)
    ]


def by_bytes(doc: Doc) -> Doc:
    return Doc(Vocab()).from_bytes(doc.to_bytes())


def by_bin(doc: Doc) -> Doc:
    packed = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (unpacked,) = DocBin().from_bytes(packed).get_docs(Vocab())
    return unpacked


def by_pickle(doc: Doc) -> Doc:
    unpickled: Doc = pickle.loads(pickle.dumps(doc))
    return unpickled


@pytest.mark.parametrize(
    "back",
    [
        pytest.param(by_bytes, id="bytes, into a vocabulary that knows nothing"),
        pytest.param(by_bin, id="DocBin, which makes lists tuples"),
        pytest.param(by_pickle, id="pickle"),
        pytest.param(Doc.copy, id="copy"),
    ],
)
@pytest.mark.parametrize("text", [*WHOLE_TEXTS, ""], ids=lambda text: text[-30:])
def test_what_is_said_survives(back: Any, text: str, nlp: Language) -> None:
    doc = back(nlp(text))
    assert said(doc) == expected(text)
    assert json.loads(json.dumps(said(doc))) == said(doc)


@pytest.mark.parametrize("processes", [1, 2])
def test_pipe_gives_the_same(processes: int) -> None:
    docs = PIPELINES["xx"].pipe(WHOLE_TEXTS, n_process=processes, batch_size=1)
    assert [said(doc) for doc in docs] == [expected(text) for text in WHOLE_TEXTS]


def test_other_components_keep_what_is_theirs() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "BODY", "pattern": "Tỉnh ủy"}])  # type: ignore[attr-defined]
    nlp.add_pipe("span_ruler").add_patterns([{"label": "BODY", "pattern": "Huyện ủy"}])  # type: ignore[attr-defined]
    before = nlp(PLAN_TEXT)
    nlp.add_pipe("luocdo")
    after = nlp(PLAN_TEXT)
    assert before.ents
    assert [(entity.label_, entity.start, entity.end) for entity in after.ents] == [
        (entity.label_, entity.start, entity.end) for entity in before.ents
    ]
    assert [(span.start, span.end) for span in after.spans["ruler"]] == [
        (span.start, span.end) for span in before.spans["ruler"]
    ]
    assert [token.text for token in after] == [token.text for token in before]
    assert set(after.spans) == {"ruler", NAME}


def test_pipeline_is_saved_and_loaded(tmp_path: Path) -> None:
    PIPELINES["xx"].to_disk(tmp_path)
    assert said(spacy.load(tmp_path)(PLAN_TEXT)) == expected(PLAN_TEXT)


@pytest.mark.slow
def test_spacy_finds_the_component_by_itself() -> None:
    script = "import spacy; print(spacy.blank('xx').add_pipe('luocdo').__module__)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "extract.spacy_component", done.stderr


def test_a_second_import_registers_nothing_anew() -> None:
    importlib.reload(spacy_component)
    assert said(PIPELINES["xx"](PLAN_TEXT)) == expected(PLAN_TEXT)


def test_extension_of_another_owner_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = Doc.get_extension("claims")
    Doc.set_extension("claims", default="theirs", force=True)
    with pytest.raises(ValueError, match="E090"):
        importlib.reload(spacy_component)
    assert spacy.blank("xx")("x")._.claims == "theirs"
    Doc.set_extension("claims", getter=ours[2], force=True)


def test_doc_and_span_without_reading_say_nothing() -> None:
    doc = spacy.blank("xx")(PLAN_TEXT)
    assert (doc._.document, doc._.documents, doc._.claims) == (None, {}, [])
    assert (doc._.duties, doc._.tasks) == ([], [])
    assert (doc[:3]._.fields, doc[:3]._.document) == (None, None)
    assert as_spans(doc)["spans"] == as_arcs(doc)["arcs"] == []


STRANGE_IDS = [
    pytest.param("", id="none"),
    pytest.param("mine", id="of-another-group"),
    pytest.param("luocdo-999", id="of-a-mention-that-is-not-there"),
    pytest.param("luocdo-", id="without-a-number"),
    pytest.param("luocdo-x", id="with-letters-for-a-number"),
]


@pytest.mark.parametrize("strange", STRANGE_IDS)
def test_span_of_another_id_is_no_mention(strange: str) -> None:
    doc = PIPELINES["xx"](PLAN_TEXT)
    assert Span(doc, 0, 2, span_id=strange)._.fields is None


def test_part_of_a_doc_has_no_claims_at_wrong_places() -> None:
    doc = PIPELINES["xx"](PLAN_TEXT)
    part = doc[3:60].as_doc(copy_user_data=True)
    assert part._.claims == []
    assert said(PIPELINES["xx"](part)) == expected(part.text)


def test_changing_what_was_given_changes_no_doc() -> None:
    doc = PIPELINES["xx"](PLAN_TEXT)
    doc._.claims[0]["quote"] = "changed"
    doc._.document["issuers"].append("changed")
    assert said(doc) == expected(PLAN_TEXT)


def test_records_outlive_their_doc() -> None:
    claims = PIPELINES["xx"](PLAN_TEXT)._.claims
    doc = PIPELINES["xx"](PLAN_TEXT)
    group, spans = doc.spans[NAME], list(doc.spans[NAME])
    assert claims == expected(PLAN_TEXT)["claims"]
    del doc
    assert [span._.fields for span in spans] == expected(PLAN_TEXT)["mentions"]
    assert len(group) == len(spans)
    del spans
    with pytest.raises(RuntimeError, match="E865"):
        list(group)
