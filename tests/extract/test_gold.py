"""The annotated texts, and a walk over real ones: both lie outside the repository."""

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from extract import Reading, load, read
from extract.reading import MentionKind
from extract.report import as_json

Figures = dict[str, dict[str, float]]

AT_LEAST = [
    pytest.param("numbered", "f1", 0.985, id="numbered"),
    pytest.param("named", "f1", 0.85, id="named"),
    pytest.param("backref", "f1", 0.70, id="backref"),
    pytest.param("identity", "f1", 0.99, id="identity"),
    pytest.param("type", "accuracy", 0.97, id="type"),
    pytest.param("date", "accuracy", 0.97, id="date"),
    pytest.param("level", "accuracy", 0.97, id="level"),
    pytest.param("issuer", "accuracy", 0.95, id="issuer"),
    pytest.param("term", "accuracy", 0.95, id="term"),
    pytest.param("relations", "f1", 0.88, id="relations"),
    pytest.param("relations", "precision", 0.92, id="relations-precision"),
]


class Scorer(NamedTuple):
    """The two functions of the scorer that lies beside the annotated texts."""

    score: Callable[[list[tuple[str, Any, Any]]], tuple[Any, list[str]]]
    report: Callable[[Any], Figures]


def scorer_of(path: Path) -> Scorer:
    spec = importlib.util.spec_from_file_location("gold_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return Scorer(module.score, module.report)


def text_of(gold: Path) -> Path:
    return next(
        path for path in (gold.with_suffix(".md"), gold.with_suffix(".txt")) if path.exists()
    )


@pytest.fixture(scope="module")
def scored(shared: Path) -> tuple[Figures, list[str]]:
    folder = shared / "gold"
    scorer = scorer_of(folder / "score.py")
    triples = [
        (gold.name, json.loads(gold.read_text("utf-8")), as_json(read(load(text_of(gold)))))
        for gold in sorted(folder.glob("*.json"))
    ]
    tally, faults = scorer.score(triples)
    return scorer.report(tally), faults


@pytest.mark.parametrize(("what", "figure", "least"), AT_LEAST)
def test_figure_is_reached(
    scored: tuple[Figures, list[str]], what: str, figure: str, least: float
) -> None:
    figures, faults = scored
    assert figures[what][figure] >= least, "\n".join(faults)


@pytest.fixture(scope="module")
def sample(shared: Path) -> Reading:
    return read(load(shared / "gold" / "426-BC-HU.md"))


def test_sample_tells_the_namesakes_apart(sample: Reading) -> None:
    found = {
        str(document.id)
        for document in sample.documents
        if (document.number, document.register) == ("25", "nq-tw")
    }
    assert found == {"tw/k10/nq-tw/25", "tw/k11/nq-tw/25"}


SAID_BY_THE_SAMPLE = [
    pytest.param("43-KL/TW", "continues", "25-NQ/TW@XI", id="continues"),
    pytest.param("80-KL/TW", "implements", "25-NQ/TW@X", id="carries-out-the-other"),
    pytest.param("61-KH/HU", "implements", "69-KL/TU", id="local-plan"),
    pytest.param("426-BC/HU", "summarizes", "69-KL/TU", id="reports-on-its-title"),
    pytest.param("426-BC/HU", "summarizes", "43-KL/TW", id="interim"),
    pytest.param("426-BC/HU", "summarizes", "217-QĐ/TW", id="final-list-first"),
    pytest.param("426-BC/HU", "summarizes", "218-QĐ/TW", id="final-list-second"),
    pytest.param("426-BC/HU", "summarizes", "25-NQ/TW@XI", id="final"),
]


@pytest.mark.parametrize(("subject", "relation", "object_"), SAID_BY_THE_SAMPLE)
def test_sample_says(sample: Reading, subject: str, relation: str, object_: str) -> None:
    said = {(claim.subject, claim.relation.value, claim.object) for claim in sample.claims}
    assert (subject, relation, object_) in said


def test_sample_continues_a_scheme(sample: Reading) -> None:
    objects = [
        claim.object
        for claim in sample.claims
        if (claim.subject, claim.relation.value) == ("69-KL/TU", "continues")
    ]
    assert objects
    assert all(key.startswith("de-an-") for key in objects)


def test_sample_keeps_two_bodies_of_one_number_apart(sample: Reading) -> None:
    assert {document.symbol for document in sample.documents if document.number == "159"} == {
        "KH/HU",
        "KH/BCĐ",
    }


def test_sample_keeps_both_issuers_of_one_document(sample: Reading) -> None:
    (found,) = [
        document
        for document in sample.documents
        if (document.number, document.register) == ("124", "qd-tw")
    ]
    assert len(found.issuers) == 2


def test_real_texts_are_read_without_harm(shared: Path) -> None:
    """Two in five of them: all would take longer than the rest of these tests."""
    paths = sorted(
        path for path in (shared / "corpus").rglob("*") if path.suffix in (".txt", ".md")
    )
    chosen = [*paths[::5], *paths[2::5]]
    assert len(chosen) >= 20
    for path in chosen:
        hold_together(read(load(path)))


def hold_together(reading: Reading) -> None:
    text = reading.source.text
    keys = {document.key for document in reading.documents}
    assert reading.document in keys
    assert len(keys) == len(reading.documents)
    for mention in reading.mentions:
        assert mention.document in keys
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        quote = mention.span.of(reading.source)
        assert quote == quote.strip()
        if mention.tier in (MentionKind.NUMBERED, MentionKind.SELF):
            assert mention.number in quote
    for claim in reading.claims:
        assert {claim.subject, claim.object} <= keys
        assert 0 <= claim.span.start < claim.span.end <= len(text)
