"""Which texts may be one document: none of those written from one model, most of those that are."""

from collections.abc import Mapping
from random import Random

import pytest

from extract import read
from extract.text.source import SourceText
from graph.identity.text_heads import head_of
from graph.likeness import pairs
from graph.likeness.pairs import alike_texts
from tests.graph.likeness.models import COMMUNES, TOPICS, edited, model, plan, scanned
from tests.graph.made import resolved

MODELS = range(len(TOPICS))


def alike(texts: Mapping[str, str]) -> set[tuple[str, str]]:
    """Return the names of the texts that may be one document, the first name of a pair first."""
    readings = [read(SourceText(name, text)) for name, text in texts.items()]
    names = {reading.source.sha256: reading.source.name for reading in readings}
    sources = {reading.source.sha256: reading.source for reading in readings}
    found = alike_texts(map(head_of, readings), resolved(readings), sources.__getitem__)
    return {
        (min(pair), max(pair)) for pair in ((names[one.sha], names[one.other]) for one in found)
    }


def of_one_model(*, headless: bool = False) -> dict[str, str]:
    """Return the plans of ten communes after each model."""
    return {
        f"{number}-{commune}": plan(model(number), commune, headless=headless)
        for number in MODELS
        for commune in COMMUNES
    }


def signed(number: int, index: int) -> str:
    day = str(10 + index)
    return plan(model(number), COMMUNES[index], number=str(10 + number + index), day=day)


def pairs_of_one_model() -> int:
    return len(MODELS) * len(COMMUNES) * (len(COMMUNES) - 1) // 2


@pytest.mark.slow
@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {f"{n}-{i}": signed(n, i) for n in MODELS for i in range(len(COMMUNES))},
            id="signed, each with its number",
        ),
        pytest.param(of_one_model(), id="drafts, none with a number"),
        pytest.param(
            of_one_model(headless=True), id="without a head: the place stands in it alone"
        ),
    ],
)
def test_plans_of_ten_communes_from_one_model_are_ten_documents(texts: dict[str, str]) -> None:
    assert pairs_of_one_model() > 1000
    assert len(set(texts.values())) == len(MODELS) * len(COMMUNES)
    assert alike(texts) == set()


@pytest.mark.slow
@pytest.mark.parametrize("share", [0.01, 0.02, 0.04])
def test_scans_of_plans_from_one_model_are_as_many_documents(share: float) -> None:
    random = Random(11)
    texts = {
        name: scanned(text, random, share)
        for name, text in of_one_model().items()
        if int(name.split("-")[0]) % 3 == 0
    }
    assert alike(texts) == set()


_FIRST = plan(model(4), "Bản Bo", number="12", day="10")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(plan(model(4), "Sơn Bình"), id="the draft of another commune"),
        pytest.param(plan(model(4), "Bản Bo", year=2022), id="the draft of the next year"),
        pytest.param(
            plan(model(4), "Bản Bo", year=2022, headless=True), id="the next year, without a head"
        ),
        pytest.param(plan(model(4), "Bản Bò", headless=True), id="a name that differs in a tone"),
        pytest.param(
            plan(model(4), "Bản Bo", number="58", day="10"), id="another number, well read"
        ),
        pytest.param(
            plan(model(4), "Bản Bo", number="13", day="10"), id="a number of one other digit"
        ),
        pytest.param(
            plan(model(4), "Bản Bo")
            .replace("Tam Đường", "Phong Thổ")
            .replace("TAM ĐƯỜNG", "PHONG THỔ"),
            id="the commune of that name in another district",
        ),
        pytest.param(plan(model(5), "Bản Bo"), id="another model"),
        pytest.param(_FIRST[:300], id="the first page alone"),
        pytest.param(
            scanned(plan(model(4), "Bản Bo", year=2022), Random(2), 0.02),
            id="the next year as a scan",
        ),
        pytest.param(
            scanned(plan(model(4), "Sơn Bình", headless=True), Random(3), 0.02),
            id="a scan of another commune's, its head lost",
        ),
    ],
)
def test_two_documents_are_never_one(other: str) -> None:
    assert alike({"first": _FIRST, "other": other}) == set()


@pytest.mark.parametrize(
    "quarters",
    [
        pytest.param(("quý I", "quý II"), id="Roman"),
        pytest.param(("tháng 5", "tháng 6"), id="the month"),
        pytest.param(("đợt 1", "đợt 2"), id="the round"),
    ],
)
def test_one_in_a_row_of_documents_is_not_another(quarters: tuple[str, str]) -> None:
    first, other = quarters
    titled = " năm 2021\n\nThực hiện"
    signed_one = plan(model(6), "Bản Bo", number="12", day="10")
    draft = plan(model(6), "Bản Bo")
    assert signed_one.count(titled) == draft.count(titled) == 1
    texts = {
        "first": signed_one.replace(titled, f" {first}{titled}"),
        "other": draft.replace(titled, f" {other}{titled}"),
    }
    assert alike(texts) == set()
    assert alike({**texts, "other": draft.replace(titled, f" {first}{titled}")}) != set()


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(plan(model(4), "Bản Bo"), id="a draft of the very words"),
        pytest.param(
            edited(plan(model(4), "Bản Bo"), Random(1), 2), id="a draft, two sentences new"
        ),
        pytest.param(
            scanned(plan(model(4), "Bản Bo"), Random(1), 0.02), id="a scan, number unread"
        ),
        pytest.param(plan(model(4), "Bản Bo", headless=True), id="a draft without its head"),
        pytest.param(
            plan(model(4), "Bản Bo", number="17", day="10")[:190]
            + scanned(_FIRST[190:], Random(3), 0.02),
            id="a scan of which one digit of the number is misread",
        ),
    ],
)
def test_texts_of_one_document_are_found(other: str) -> None:
    assert alike({"first": _FIRST, "other": other}) == {("first", "other")}


def test_a_draft_that_may_be_two_documents_is_neither() -> None:
    """The same plan was signed twice, under two numbers: nothing tells which came of the draft."""
    again = plan(model(4), "Bản Bo", number="58", day="10")
    texts = {"first": _FIRST, "again": again, "draft": plan(model(4), "Bản Bo", day="10")}
    assert alike(texts) == set()


@pytest.mark.slow
def test_drafts_find_what_was_signed() -> None:
    random = Random(5)
    texts = {}
    for number in MODELS:
        for index in range(0, len(COMMUNES), 2):
            texts[f"{number}-{index}-signed"] = signed(number, index)
            draft = plan(model(number), COMMUNES[index])
            texts[f"{number}-{index}-draft"] = edited(draft, random, random.randint(1, 3))
    assert measured(texts) == (1.0, 1.0)


@pytest.mark.slow
@pytest.mark.parametrize(("share", "least"), [(0.01, 0.9), (0.02, 0.85), (0.03, 0.7), (0.04, 0.6)])
def test_scans_find_their_word_files(share: float, least: float) -> None:
    random = Random(7)
    texts = {}
    for number in MODELS:
        for index in range(0, len(COMMUNES), 4):
            texts[f"{number}-{index}-signed"] = signed(number, index)
            texts[f"{number}-{index}-draft"] = scanned(
                plan(model(number), COMMUNES[index]), random, share
            )
    precision, recall = measured(texts)
    assert precision == 1.0
    assert recall >= least


def measured(texts: Mapping[str, str]) -> tuple[float, float]:
    """Return precision and recall of the pairs found; each text is one of two of its number."""
    found = alike(texts)
    right = {pair for pair in found if _document(pair[0]) == _document(pair[1])}
    return len(right) / len(found), len(right) / (len(texts) / 2)


def _document(name: str) -> str:
    return name.rpartition("-")[0]


def test_nothing_is_compared_without_the_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"first": _FIRST, "other": plan(model(4), "Bản Bo")}
    assert alike(texts)
    monkeypatch.setattr(pairs, "find_spec", missing)
    assert alike(texts) == set()


def missing(name: str) -> None:
    assert name in ("rapidfuzz", "rensa")


def test_the_order_of_the_texts_does_not_matter() -> None:
    texts = {"draft": plan(model(4), "Bản Bo"), "first": _FIRST, "other": signed(4, 1)}
    assert alike(texts) == alike(dict(reversed(texts.items())))
