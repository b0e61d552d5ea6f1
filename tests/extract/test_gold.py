"""The annotated texts, the cases, and a walk over real texts: all lie outside the repository.

What they must reach stands in tests/extract/gold: texts.csv names the annotated texts that count,
floors.csv what each figure over them must reach, cases.csv the cases and whether each passes.
``python -m tests.extract.annotated`` renews the floors and the cases. What the tables do not name
yet is told as skipped and fails nothing: the folder may grow before the program does.
"""

from pathlib import Path

import pytest

from extract import Reading, load, read
from extract.reading import MentionKind
from tests.extract.annotated import (
    CASES,
    FAILS,
    PASSES,
    TEXTS,
    Floor,
    Scored,
    faults_of_cases,
    floor_under,
    floors,
    listed_cases,
    scored,
    texts_of,
    texts_there,
)

RENEW = "renew the list: python -m tests.extract.annotated"
FOLDERS = list(dict.fromkeys(one.folder for one in floors()))


@pytest.fixture(scope="module")
def figures(shared: Path) -> dict[str, Scored]:
    return {folder: scored(shared, folder) for folder in FOLDERS}


@pytest.mark.parametrize("floor", floors(), ids=lambda one: f"{one.folder}-{one.what}-{one.figure}")
def test_figure_is_reached(figures: dict[str, Scored], floor: Floor) -> None:
    found = figures[floor.folder]
    assert found.figures[floor.what][floor.figure] >= floor.least, "\n".join(found.faults)


@pytest.mark.parametrize("folder", FOLDERS)
def test_texts_that_no_floor_counts_are_told(shared: Path, folder: str) -> None:
    if new := texts_there(shared, folder) - set(texts_of(folder)):
        pytest.skip(f"annotated, and not in {TEXTS.name}: {folder}: {', '.join(sorted(new))}")


FLOORS_OF_FIGURES = [
    pytest.param(1.0, 100, 0.99, id="one-of-a-hundred-may-slip"),
    pytest.param(1.0, 6, 0.83, id="one-of-six-may-slip"),
    pytest.param(0.5, 1, 0.0, id="never-below-nothing"),
]


@pytest.mark.parametrize(("figure", "count", "floor"), FLOORS_OF_FIGURES)
def test_floor_lets_one_slip(figure: float, count: int, floor: float) -> None:
    assert floor_under(figure, count) == floor


@pytest.fixture(scope="module")
def faults(shared: Path) -> dict[str, list[str]]:
    return faults_of_cases(shared)


def test_every_case_that_passed_passes(faults: dict[str, list[str]]) -> None:
    lost = {
        case: faults[case]
        for case, today in listed_cases().items()
        if today == PASSES and faults.get(case)
    }
    assert lost == {}


def test_no_case_that_passes_is_listed_as_failing(faults: dict[str, list[str]]) -> None:
    won = [
        case
        for case, today in listed_cases().items()
        if today == FAILS and case in faults and not faults[case]
    ]
    assert won == [], RENEW


def test_every_listed_case_is_there(faults: dict[str, list[str]]) -> None:
    assert listed_cases().keys() - faults.keys() == set(), RENEW


def test_cases_that_no_list_names_are_told(faults: dict[str, list[str]]) -> None:
    if new := faults.keys() - listed_cases().keys():
        wrong = sorted(case for case in new if faults[case])
        told = f"of which fail: {', '.join(wrong)}" if wrong else "all pass"
        pytest.skip(f"{len(new)} cases are not in {CASES.name}, {told}; {RENEW}")


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


@pytest.mark.slow
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
