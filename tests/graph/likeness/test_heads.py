"""Which heads lie near each other: none is missed that comparing all pairs would find."""

from collections.abc import Iterable
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from graph.likeness.candidates import may_be_one
from graph.likeness.heads import Beside, Profile, beside_by_date, beside_by_number
from ontology.dates import PartialDate

DATES = st.sampled_from(
    ["2021", "2022", "2021-04", "2021-05", "2021-04-09", "2021-04-19", "2021-04-29", "2022-04-09"]
).map(PartialDate)
HEADS = st.builds(
    Profile,
    sha=st.uuids().map(str),
    iri=st.uuids().map(str),
    numbered=st.booleans(),
    number=st.sampled_from(["1", "7", "12", "17", "112"]),
    type=st.just("Kế hoạch"),
    place=st.sampled_from(["", "lai-chau", "lai-chau.tam-duong", "lai-chau.tam", "ha-giang"]),
    title=st.just(""),
    dates=st.lists(DATES, max_size=2, unique=True).map(tuple),
)


def pairs(found: Iterable[Beside]) -> set[frozenset[str]]:
    return {frozenset({one.sha, other.sha}) for one, others in found for other in others}


@given(st.lists(HEADS, max_size=12))
def test_who_may_be_one_by_their_heads_is_found(heads: list[Profile]) -> None:
    unnumbered = [head for head in heads if not head.numbered]
    numbered = [head for head in heads if head.numbered]
    found = pairs(beside_by_date(unnumbered, heads)) | pairs(beside_by_number(numbered))
    may = {frozenset({a.sha, b.sha}) for a, b in permutations(heads, 2) if may_be_one(a, b)}
    assert may <= found


@given(st.lists(HEADS, max_size=12))
def test_who_is_found_by_number_differs_in_one_digit(heads: list[Profile]) -> None:
    for one, others in beside_by_number(heads):
        for other in others:
            differ = [a != b for a, b in zip(one.number, other.number, strict=True)]
            assert sum(differ) == 1


@given(st.lists(HEADS, max_size=12))
def test_another_day_is_not_looked_at(heads: list[Profile]) -> None:
    undated = {head.sha for head in heads if not head.dates}
    for one, others in beside_by_date(heads, heads):
        for other in others:
            assert undated & {one.sha, other.sha} or any(
                sum(a != b for a, b in zip(day, date, strict=False)) <= 1
                for day in one.dates
                for date in other.dates
            )
