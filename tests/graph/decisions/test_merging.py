"""References and documents that people merge into one, or split from what they are taken for."""

import pytest

from graph.ask.plans import document_view, plans_of
from graph.typed.meaning import document_named, documents_named
from tests.graph.decisions.papers import OPEN, PLAN, Decide, carrying_out, problems
from tests.graph.made import (
    document,
    reading,
)

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("subject", ["25-NQ/TW@ref-{tail}", "{iri}"])
def test_an_open_reference_is_merged_into_the_document_that_it_is(
    decide: Decide, subject: str
) -> None:
    typed = subject.format(tail=OPEN.iri.rpartition("/")[2][:8], iri=OPEN.iri)
    store = decide(f"merge,{typed},,25-NQ/TW@XI,")
    assert {found.term for found in documents_named(store, "25-NQ/TW")} == {"X", "XI"}
    (row,) = plans_of(store, document_named(store, "25-NQ/TW@XI").iri)
    assert row.document.number == "61-KH/HU"
    view = document_view(store, row.steps[0].object.iri)
    assert {quote.text for quote in view.quotes} == {"61.txt", "huyen/426.txt"}
    assert view.identified == ("decision",)
    assert [decided.kind for decided in view.decisions] == ["merge"]


def test_a_reference_is_merged_by_its_number_in_one_text(decide: Decide) -> None:
    store = decide("merge,25-NQ/TW,,25-NQ/TW@X,61.txt")
    assert problems(store) == []
    assert carrying_out(store, "25-NQ/TW@X") == carrying_out(store, "25-NQ/TW@XI") == ["61-KH/HU"]


def test_a_reference_may_be_a_document_that_no_text_mentions(decide: Decide) -> None:
    store = decide("merge,25-NQ/TW,,tw/k14/nq-tw/25,61.txt")
    assert carrying_out(store, "25-NQ/TW@XIV") == ["61-KH/HU"]


def test_a_document_is_merged_into_another_with_all_that_is_said_of_it(decide: Decide) -> None:
    store = decide("merge,69-KL/TU@ha-giang,,69-KL/TU@lai-chau,", "merge,25-NQ/TW@X,,25-NQ/TW@XI,")
    assert problems(store) == []
    assert document_named(store, "69-KL/TU").place == "lai-chau"
    assert document_named(store, "25-NQ/TW").term == "XI"


def test_merges_are_followed_to_their_end(decide: Decide) -> None:
    store = decide(
        f"merge,{OPEN.iri},,25-NQ/TW@X,",
        "merge,25-NQ/TW@X,,25-NQ/TW@XI,",
        "accept,61-KH/HU,implements,25-NQ/TW@X,",
    )
    assert problems(store) == []
    assert document_named(store, "25-NQ/TW").term == "XI"
    (step,) = plans_of(store, document_named(store, "25-NQ/TW").iri)[0].steps
    assert step.decisions


@pytest.mark.parametrize("text", ["huyen/426.txt", "426.txt"])
def test_a_reference_of_one_text_is_split_from_the_document(decide: Decide, text: str) -> None:
    store = decide(f"split,25-NQ/TW@XI,,25-NQ/TW@X,{text}")
    assert problems(store) == []
    assert carrying_out(store, "25-NQ/TW@X") == ["61-KH/HU"]
    assert documents_named(store, "25-NQ/TW@XI") == ()


def test_a_split_may_leave_the_reference_open(decide: Decide) -> None:
    store = decide("split,69-KL/TU,,,426.txt")
    assert problems(store) == []
    reference = [found for found in documents_named(store, "69-KL/TU") if not found.resolved]
    assert [quote.text for quote in document_view(store, reference[0].iri).quotes] == [
        "huyen/426.txt"
    ]


def test_what_is_said_of_one_text_counts_before_what_is_said_of_all(decide: Decide) -> None:
    store = decide("merge,25-NQ/TW@XI,,25-NQ/TW@X,", "split,25-NQ/TW@XI,,tw/k14/nq-tw/25,426.txt")
    assert problems(store) == []
    assert carrying_out(store, "25-NQ/TW@XIV") == ["61-KH/HU"]


UNCLEAR = document("25-NQ/TW, không rõ", register="nq-tw", kind="Nghị quyết")
UNSURE = reading("4.txt", document("4-BC/TU", "ha-giang.tu/nk2020/bc-tu/4"), [UNCLEAR])


def test_references_are_merged_with_one_another_and_with_what_they_are(decide: Decide) -> None:
    store = decide(f"merge,{UNCLEAR.iri},,{OPEN.iri},", texts=(PLAN, UNSURE))
    assert problems(store) == []
    (reference,) = [found for found in documents_named(store, "25-NQ/TW") if not found.resolved]
    assert {quote.text for quote in document_view(store, reference.iri).quotes} == {
        "61.txt",
        "4.txt",
    }


def test_merges_of_references_are_followed(decide: Decide) -> None:
    lines = (f"merge,{UNCLEAR.iri},,{OPEN.iri},", f"merge,{OPEN.iri},,tw/k11/nq-tw/25,")
    store = decide(*lines, texts=(PLAN, UNSURE))
    assert problems(store) == []
    view = document_view(store, document_named(store, "25-NQ/TW").iri)
    assert {quote.text for quote in view.quotes} == {"61.txt", "4.txt"}


def test_references_that_are_merged_in_a_ring_contradict_each_other(decide: Decide) -> None:
    there, back = f"merge,{UNCLEAR.iri},,{OPEN.iri},", f"merge,{OPEN.iri},,{UNCLEAR.iri},"
    store = decide(there, back, there, texts=(PLAN, UNSURE))
    assert problems(store) == ["contradiction: 2, 3, 4"] * 2
