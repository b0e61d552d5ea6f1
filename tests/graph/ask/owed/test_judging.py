"""What became of a debt: each way to be silent, and what no further text may change."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ask.owed.debts import Debt, Owing, debts_of, owing_at
from graph.ask.owed.doubting import Reason
from graph.ask.owed.holdings import Answering, Holdings, Paper, series_of
from graph.ask.owed.judging import AROUND, MET, Status, judged
from graph.ask.owed.orders import Order
from graph.ask.owed.recurring import occurrences
from graph.facts.standing import BodyAt, BodyClass
from graph.rdf import vocabulary as ld
from ontology.dates import NO_DATE, PartialDate
from ontology.documents.relation import Relation
from ontology.institutions.issuers import issuers_by_code
from ontology.institutions.units import UnitKind
from ontology.level import Level

ABOUT = "https://w3id.org/luocdo/id/doc/lai-chau.tu/nk2020/kl-tu/70"
PLAN = "https://w3id.org/luocdo/id/doc/lai-chau.tam-duong.hu/nk2020/kh-hu/61"
IMPLEMENTS = ld.relation_node(Relation.IMPLEMENTS).value
CITES = ld.relation_node(Relation.CITES).value
HU, UBND = (issuers_by_code(code)[0] for code in ("HU", "UBND"))
TAM_DUONG = owing_at(HU, Level.DISTRICT, "lai-chau.tam-duong")
ORDER = Order(
    iri="https://w3id.org/luocdo/id/duty/1",
    set_by=ABOUT,
    about=(ABOUT,),
    product="Kế hoạch",
    expects="issue",
    review="",
    printed="Huyện ủy Tam Đường",
    joining="",
    due="2024-06-30",
    due_from="2024-06-30",
    due_until="2024-06-30",
    due_printed="trước ngày 30/6/2024",
    rule="task",
    confidence=0.9,
    mention="",
    ordered=PartialDate("2024-03-01"),
    bodies=(BodyAt(HU, Level.DISTRICT, "lai-chau.tam-duong"),),
    each=None,
)
ANSWER = Answering(
    Paper(PLAN, ("Kế hoạch",), PartialDate("2024-05-20"), held=True), IMPLEMENTS, ABOUT
)
NOTHING = Holdings({}, {})
OTHER_PAPERS = Holdings({}, {"lai-chau.tam-duong.hu": (date(2024, 5, 3),)})
LATER = date(2024, 9, 1)


def like(answer: Answering, predicate: str = "", **changes: Any) -> Answering:
    """An answer that differs in what a paper has, or in how it is related."""
    paper = replace(answer.paper, **changes)
    return replace(answer, paper=paper, predicate=predicate or answer.predicate)


def holding(
    *answers: Answering, days: Mapping[str, tuple[date, ...]] = OTHER_PAPERS.days
) -> Holdings:
    found: dict[tuple[str, str], tuple[Answering, ...]] = {}
    for answer in answers:
        key = ABOUT, series_of(answer.paper.iri)
        found[key] = (*found.get(key, ()), answer)
    return Holdings(found, days)


CASES = [
    pytest.param(ORDER, holding(ANSWER), LATER, Status.MET, id="a plan in time"),
    pytest.param(
        ORDER,
        holding(like(ANSWER, date=PartialDate("2024-07-15"))),
        LATER,
        Status.MET_LATE,
        id="a plan after the last day",
    ),
    pytest.param(
        ORDER,
        holding(like(ANSWER, date=PartialDate("2024"))),
        LATER,
        Status.MET,
        id="a plan of which the year alone is known is not called late",
    ),
    pytest.param(
        ORDER,
        holding(like(ANSWER, held=False)),
        LATER,
        Status.MET_CITED,
        id="a text names the plan, nobody holds it",
    ),
    pytest.param(ORDER, OTHER_PAPERS, date(2024, 4, 1), Status.NOT_DUE, id="long before"),
    pytest.param(ORDER, OTHER_PAPERS, date(2024, 6, 30), Status.DUE_SOON, id="on the last day"),
    pytest.param(ORDER, OTHER_PAPERS, date(2024, 7, 1), Status.OVERDUE, id="the day after"),
    pytest.param(ORDER, NOTHING, LATER, Status.UNKNOWN, id="nothing of that body is held"),
    pytest.param(
        ORDER,
        Holdings({}, {"lai-chau.tam-duong.hu": (date(2023, 1, 5), date(2024, 2, 28))}),
        LATER,
        Status.UNKNOWN,
        id="what is held of that body is older than the order",
    ),
    pytest.param(
        replace(ORDER, due_until="2025-12-31"),
        OTHER_PAPERS,
        date(2026, 2, 1),
        Status.LAPSED,
        id="a body that ended before the last day owes nothing",
    ),
    pytest.param(
        ORDER,
        Holdings({}, {"lai-chau.tam-duong.hu": (date(2024, 6, 30) + AROUND + timedelta(1),)}),
        date(2027, 1, 1),
        Status.UNKNOWN,
        id="what is held of that body is of later years",
    ),
    pytest.param(
        ORDER,
        Holdings({}, {"lai-chau.tam-duong.ubnd": (date(2024, 5, 3),)}),
        LATER,
        Status.UNKNOWN,
        id="papers of another body of that place say nothing",
    ),
    pytest.param(
        replace(ORDER, due="", due_from="", due_until=""),
        OTHER_PAPERS,
        LATER,
        Status.OPEN,
        id="no last day is given",
    ),
    pytest.param(
        replace(ORDER, bodies=()), OTHER_PAPERS, LATER, Status.UNKNOWN, id="who owes it is open"
    ),
    pytest.param(
        replace(ORDER, ordered=NO_DATE),
        holding(ANSWER),
        LATER,
        Status.UNKNOWN,
        id="when it was ordered is not known",
    ),
    pytest.param(
        ORDER,
        holding(like(ANSWER, date=PartialDate("2023-12-01"))),
        LATER,
        Status.OVERDUE,
        id="a plan that is older than the order",
    ),
    pytest.param(
        ORDER,
        holding(like(ANSWER, date=NO_DATE)),
        LATER,
        Status.UNKNOWN,
        id="a plan without a date may be older",
    ),
    pytest.param(
        ORDER,
        holding(like(ANSWER, iri=PLAN.replace("tam-duong", "phong-tho"))),
        LATER,
        Status.OVERDUE,
        id="a plan of another district",
    ),
    pytest.param(
        ORDER,
        holding(like(ANSWER, types=("Báo cáo",))),
        LATER,
        Status.OVERDUE,
        id="a report is no plan",
    ),
    pytest.param(
        replace(ORDER, product="Báo cáo", expects="review", review="final"),
        holding(ANSWER, like(ANSWER, ld.SUMMARIZES_FINAL.value, types=("Báo cáo",))),
        LATER,
        Status.MET,
        id="a final review",
    ),
    pytest.param(
        replace(ORDER, product="Báo cáo", expects="review", review="final"),
        holding(like(ANSWER, ld.SUMMARIZES_INTERIM.value, types=("Báo cáo",))),
        LATER,
        Status.OVERDUE,
        id="an interim review is no final one",
    ),
]


@pytest.mark.parametrize(("order", "holdings", "as_of", "status"), CASES)
def test_what_became_of_it(order: Order, holdings: Holdings, as_of: date, status: Status) -> None:
    (debt,) = debts_of(order)
    assert judged(debt, holdings, as_of).status is status


SCHEME = "https://w3id.org/luocdo/id/doc/cp/named/chuong-trinh-nang-luong-xanh"
PROVINCES_PLAN = "https://w3id.org/luocdo/id/doc/lai-chau.tu/nk2020/kh-tu/90"
OTHER_TYPE = like(ANSWER, CITES, types=("Báo cáo",))
DOUBTS = [
    pytest.param(ORDER, (), OTHER_PAPERS, Reason.WHO, id="words that name nobody"),
    pytest.param(
        replace(ORDER, ordered=NO_DATE), (TAM_DUONG,), OTHER_PAPERS, Reason.SINCE, id="no day"
    ),
    pytest.param(ORDER, (TAM_DUONG,), NOTHING, Reason.NOTHING_HELD, id="nothing is held"),
    pytest.param(
        ORDER,
        (TAM_DUONG,),
        holding(like(ANSWER, CITES)),
        Reason.OTHERWISE,
        id="a plan that only cites the directive",
    ),
    pytest.param(
        ORDER,
        (TAM_DUONG,),
        holding(like(ANSWER, date=NO_DATE)),
        Reason.NO_DAY,
        id="a plan whose day nobody knows",
    ),
    pytest.param(
        ORDER,
        (TAM_DUONG,),
        replace(
            OTHER_PAPERS,
            plans={"lai-chau.tam-duong.hu": (ANSWER.paper,)},
            above={PLAN: (PROVINCES_PLAN,), PROVINCES_PLAN: (ABOUT, PLAN)},
        ),
        Reason.OVER_OTHERS,
        id="a plan for the province's plan for the directive",
    ),
    pytest.param(
        replace(ORDER, product="Quyết định"),
        (TAM_DUONG,),
        OTHER_PAPERS,
        Reason.BY_OTHERS,
        id="a decision that another body may sign",
    ),
    pytest.param(
        replace(ORDER, product="", expects="change"),
        (TAM_DUONG,),
        OTHER_PAPERS,
        Reason.BY_OTHERS,
        id="a change of what another body issued",
    ),
    pytest.param(
        replace(ORDER, product="", expects="change", about=(PLAN,)),
        (TAM_DUONG,),
        OTHER_PAPERS,
        None,
        id="a change of what it issued itself",
    ),
    pytest.param(
        replace(ORDER, product="Chương trình", about=(SCHEME,)),
        (TAM_DUONG,),
        OTHER_PAPERS,
        Reason.ITSELF,
        id="a programme that is itself what has to be written",
    ),
    pytest.param(
        replace(ORDER, product="Chương trình hành động"),
        (TAM_DUONG,),
        OTHER_PAPERS,
        None,
        id="a programme that it issues itself",
    ),
    pytest.param(ORDER, (TAM_DUONG,), holding(OTHER_TYPE), None, id="a report is no plan"),
    pytest.param(
        replace(ORDER, product="Báo cáo", expects="review", review="final"),
        (TAM_DUONG,),
        holding(OTHER_TYPE),
        Reason.OTHERWISE,
        id="a report of whatever kind may be the review",
    ),
    pytest.param(
        ORDER,
        (TAM_DUONG,),
        holding(like(ANSWER, CITES, date=PartialDate("2023-05-01"))),
        None,
        id="a plan older than the order",
    ),
    pytest.param(
        ORDER,
        (TAM_DUONG,),
        holding(like(ANSWER, CITES, date=PartialDate("2024-12-01"))),
        None,
        id="a plan of a later day than asked for",
    ),
    pytest.param(
        ORDER,
        (TAM_DUONG,),
        holding(like(ANSWER, CITES, iri=PLAN.replace("tam-duong", "phong-tho"))),
        None,
        id="a plan of another district",
    ),
]


@pytest.mark.parametrize(("order", "owing", "holdings", "reason"), DOUBTS)
def test_why_it_is_not_known(
    order: Order, owing: tuple[Owing, ...], holdings: Holdings, reason: Reason | None
) -> None:
    """What may be met is never called overdue; what nothing speaks for is."""
    found = judged(Debt(order, owing), holdings, LATER)
    assert found.status is (Status.UNKNOWN if reason else Status.OVERDUE)
    assert (found.doubt.reason if found.doubt else None) is reason


def test_a_committee_by_whichever_name_of_its_place() -> None:
    """The committee of a city within a province numbers its papers -KH/ThU, or -KH/TU."""
    assert {"lai-chau.lai-chau.hu", "lai-chau.lai-chau.thu"} <= owing_at(
        HU, Level.DISTRICT, "lai-chau.lai-chau"
    ).series


def opened(each: BodyClass, day: str) -> list[str]:
    order = replace(ORDER, bodies=(), each=each, ordered=PartialDate(day))
    return [owing.name for debt in debts_of(order) for owing in debt.owing]


def districts(*kinds: UnitKind, excepted: str = "") -> BodyClass:
    return BodyClass(
        issuer=UBND if not kinds else HU,
        level=Level.DISTRICT,
        within="lai-chau",
        kinds=kinds,
        excepted=(excepted,) if excepted else (),
    )


def test_a_class_is_opened_as_of_the_day_of_the_order() -> None:
    assert len(opened(districts(), "2024-03-01")) == 8
    assert opened(districts(), "2025-08-01") == []
    rural = opened(districts(UnitKind.RURAL_DISTRICT), "2024-03-01")
    assert len(rural) == 7
    assert "Huyện ủy Tam Đường" in rural
    assert opened(districts(UnitKind.CITY), "2024-03-01") == ["Thành ủy Lai Châu"]
    without = districts(UnitKind.RURAL_DISTRICT, excepted="lai-chau.tam-duong")
    assert "Huyện ủy Tam Đường" not in opened(without, "2024-03-01")
    communes = replace(districts(), level=Level.COMMUNE)
    assert len(opened(communes, "2026-01-05")) == 38
    assert len(opened(replace(districts(), level=Level.PROVINCE, within=""), "2024-03-01")) == 63
    assert len(opened(replace(districts(), level=Level.PROVINCE, within=""), "2025-08-01")) == 34


def test_a_commune_that_became_a_part_of_another_leaves_it_its_debt() -> None:
    commune = owing_at(UBND, Level.COMMUNE, "lai-chau.tam-duong.binh-lu")
    assert commune.ended == "2025-06-30"
    order = replace(
        ORDER,
        bodies=(BodyAt(UBND, Level.COMMUNE, commune.place),),
        due_until="2025-12-31",
        ordered=PartialDate("2025-03-01"),
    )
    (debt,) = debts_of(order)
    found = judged(debt, NOTHING, date(2025, 9, 1))
    assert found.heir is not None
    assert found.status is Status.NOT_DUE


YEARLY = replace(
    ORDER, due="FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15", due_from="", due_until="", product="Báo cáo",
    expects="report",
)  # fmt: skip
PERIODS = [
    pytest.param(["2024-11-10"], ["met", "due-soon"], id="in time, and the next is near"),
    pytest.param(["2024-12-20"], ["unknown", "met"], id="late, or that of the next period"),
    pytest.param(["2024-11-10", "2025-11-10"], ["met", "met"], id="each year"),
    pytest.param([], ["unknown", "due-soon"], id="nothing of that body is held"),
]


@pytest.mark.parametrize(("days", "statuses"), PERIODS)
def test_what_recurs_is_owed_for_each_period(days: list[str], statuses: list[str]) -> None:
    reports = [
        like(ANSWER, types=("Báo cáo",), date=PartialDate(day), iri=f"{PLAN}{day}") for day in days
    ]
    as_of = date(2025, 11, 12)
    lasting = replace(TAM_DUONG, ended=NO_DATE)
    found = [
        judged(Debt(period, (lasting,)), holding(*reports, days={}), as_of).status.value
        for period in occurrences(YEARLY, as_of)
    ]
    assert found == statuses


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
