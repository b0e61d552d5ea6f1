"""What was read, drawn by displaCy: just the words, and nothing that a text holds runs."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy import displacy

from extract.displacy_input import arcs_input, spans_input
from extract.records import ClaimRecord, DocumentRecord, MentionRecord
from extract.spacy_component import NAME, as_arcs, as_spans
from tests.extract.test_spacy_component import PIPELINES, PLAN_TEXT, WORDS, expected, spoilt


def test_displacy_marks_just_the_words() -> None:
    doc = PIPELINES["vi"]("Xem Kết luận số 69-KL/TU;trong đó có 3 việc.")
    drawn = as_spans(doc)
    (span,) = drawn["spans"]
    assert "".join(drawn["tokens"]) == doc.text
    marked = "".join(drawn["tokens"][span["start_token"] : span["end_token"]])
    assert marked == "Kết luận số 69-KL/TU"
    assert span["kb_id"] == "69-KL/TU"
    assert span["kb_url"].startswith("https://")


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(st.one_of(spoilt(), WORDS))
def test_displacy_draws_any_text(text: str) -> None:
    doc = PIPELINES["xx"](text)
    drawn = as_spans(doc)
    quotes = [
        "".join(drawn["tokens"][span["start_token"] : span["end_token"]]) for span in drawn["spans"]
    ]
    assert quotes == [mention["quote"] for mention in expected(text)["mentions"]]
    assert "<b>" not in displacy.render(drawn, style="span", manual=True)
    assert "<b>" not in displacy.render(as_arcs(doc), style="dep", manual=True)


def test_displacy_takes_the_doc_as_well() -> None:
    html = displacy.render(
        PIPELINES["xx"](PLAN_TEXT), style="span", options={"spans_key": NAME}, jupyter=False
    )
    assert html.count("numbered") == 2


def test_arcs_lead_from_the_plan_to_what_it_carries_out() -> None:
    drawn = as_arcs(PIPELINES["xx"](PLAN_TEXT), relations={"implements"})
    assert drawn["words"] == [
        {"text": "88-KH/HU", "tag": "Kế hoạch"},
        {"text": "69-KL/TU", "tag": "Kết luận"},
    ]
    assert drawn["arcs"] == [{"start": 0, "end": 1, "label": "implements", "dir": "right"}]


EVIL = '<img src=x onerror="alert(1)">&'


def evil_document(key: str) -> DocumentRecord:
    return {
        "key": key,
        "iri": EVIL,
        "resolved": False,
        "type": EVIL,
        "number": EVIL,
        "symbol": EVIL,
        "dates": [EVIL],
        "issuers": [EVIL],
        "term": EVIL,
        "level": EVIL,
        "title": EVIL,
        "place": EVIL,
        "signer": "",
        "blank_number": "",
    }


def evil_mention() -> MentionRecord:
    return {
        "start": 0,
        "end": len(EVIL),
        "quote": EVIL,
        "tier": EVIL,
        "document": EVIL,
        "type": EVIL,
        "number": EVIL,
        "symbol": EVIL,
        "date": EVIL,
        "issuer": EVIL,
        "term": EVIL,
        "title": EVIL,
        "pin": EVIL,
    }


def evil_claim(subject: str, object_: str) -> ClaimRecord:
    return {
        "subject": subject,
        "relation": EVIL,
        "object": object_,
        "start": 0,
        "end": len(EVIL),
        "quote": EVIL,
        "rule": EVIL,
        "confidence": 1.0,
        "review": EVIL,
        "years": None,
        "part": EVIL,
        "since": EVIL,
        "context": EVIL,
    }


def test_displacy_runs_nothing_that_a_text_holds() -> None:
    spans = spans_input(EVIL, [evil_mention()], {EVIL: EVIL})
    arcs = arcs_input([evil_document(EVIL), evil_document("other")], [evil_claim("other", EVIL)])
    html = displacy.render(spans, style="span", manual=True, page=True) + displacy.render(
        arcs, style="dep", manual=True, page=True
    )
    assert "<img" not in html
    assert 'onerror="' not in html
    assert html.count("&lt;img") >= 6
    assert not re.search(r"&(?!amp;|lt;|gt;|quot;|#x27;)", html)


def test_loops_and_repeated_claims_are_drawn_once_or_not_at_all() -> None:
    documents = [evil_document("one"), evil_document("two"), evil_document("unrelated")]
    claims = [evil_claim("one", "one"), evil_claim("two", "one"), evil_claim("two", "one")]
    drawn = arcs_input(documents, claims)
    assert [word["text"] for word in drawn["words"]] == ["one", "two"]
    assert [(arc["start"], arc["end"], arc["dir"]) for arc in drawn["arcs"]] == [(0, 1, "left")]
    assert displacy.render(drawn, style="dep", manual=True).count("arrowhead") == 1


def test_long_names_are_drawn_short() -> None:
    """displaCy sets the words of arcs at one distance, and names of spans one below the other."""
    text = (
        "Kết luận số 69-KL/TU ngày 09/4/2021 của Tỉnh ủy Lai Châu về tiếp tục thực hiện Đề án "
        '"Tăng cường công tác dân vận trong vùng đồng bào dân tộc thiểu số".'
    )
    doc = PIPELINES["xx"](text)
    assert [word["text"] for word in as_arcs(doc, {"continues"})["words"]] == [
        "69-KL/TU", 'Đề án "Tăng cường công …',
    ]  # fmt: skip
    assert max(len(span["kb_id"]) for span in as_spans(doc)["spans"]) <= 24
