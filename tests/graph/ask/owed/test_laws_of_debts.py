"""What no further text may change about debts."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from graph.ask.owed.debts import Debt, Owing
from graph.ask.owed.judging import MET, Status, judged
from graph.ask.owed.known.holdings import Answering, Holdings, Paper
from graph.rdf import vocabulary as ld
from ontology.dates import NO_DATE, PartialDate
from tests.graph.ask.owed.made_debts import (
    ABOUT,
    CITES,
    IMPLEMENTS,
    NOTHING,
    ORDER,
    PLAN,
    TAM_DUONG,
    holding,
)

DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))
DATES = DAYS.map(lambda day: PartialDate(day.isoformat()))
PAPERS = st.builds(
    Paper,
    iri=st.sampled_from([PLAN, PLAN.replace("tam-duong", "phong-tho"), ABOUT]),
    types=st.sampled_from([("Kế hoạch",), ("Báo cáo",), ("Kế hoạch", "Báo cáo")]),
    date=st.one_of(DATES, st.just(NO_DATE)),
    held=st.booleans(),
)
ANSWERS = st.builds(
    Answering,
    PAPERS,
    st.sampled_from([IMPLEMENTS, ld.SUMMARIZES_FINAL.value, CITES]),
    st.just(ABOUT),
)
HOLDINGS = st.builds(
    lambda answers, days: holding(*answers, days={"lai-chau.tam-duong.hu": tuple(sorted(days))}),
    st.lists(ANSWERS, max_size=4),
    st.lists(DAYS, max_size=3),
)
OWING = st.sampled_from([(TAM_DUONG,), (replace(TAM_DUONG, ended=NO_DATE),), ()])


def told(holdings: Holdings) -> tuple[Answering, ...]:
    return tuple(answer for answers in holdings.answering.values() for answer in answers)


def status_of(owing: tuple[Owing, ...], holdings: Holdings, as_of: date) -> Status:
    return judged(Debt(ORDER, owing), holdings, as_of).status


@given(OWING, HOLDINGS, ANSWERS, DAYS)
def test_another_document_never_undoes_what_is_met(
    owing: tuple[Owing, ...], holdings: Holdings, more: Answering, as_of: date
) -> None:
    before = status_of(owing, holdings, as_of)
    added = holding(*told(holdings), more, days=holdings.days)
    assert before not in MET or status_of(owing, added, as_of) in MET


@given(OWING, HOLDINGS, DAYS, st.integers(0, 400))
def test_what_is_met_stays_met(
    owing: tuple[Owing, ...], holdings: Holdings, as_of: date, days: int
) -> None:
    later = as_of + timedelta(days=days)
    assert status_of(owing, holdings, as_of) not in MET or status_of(owing, holdings, later) in MET


@given(OWING, HOLDINGS, DAYS)
def test_order_of_documents_is_irrelevant(
    owing: tuple[Owing, ...], holdings: Holdings, as_of: date
) -> None:
    turned = holding(*told(holdings)[::-1], days=holdings.days)
    assert status_of(owing, turned, as_of) is status_of(owing, holdings, as_of)


@given(OWING, DAYS)
def test_an_empty_collection_has_nothing_overdue(owing: tuple[Owing, ...], as_of: date) -> None:
    assert status_of(owing, NOTHING, as_of) is not Status.OVERDUE


@given(HOLDINGS, st.dates(date(2025, 7, 1), date(2027, 1, 1)), DATES)
def test_a_body_that_ended_is_never_overdue_after_its_end(
    holdings: Holdings, as_of: date, due: PartialDate
) -> None:
    order = replace(ORDER, due_until=str(due))
    found = judged(Debt(order, (TAM_DUONG,)), holdings, as_of).status
    assert found is not Status.OVERDUE or due.is_before(TAM_DUONG.ended)
