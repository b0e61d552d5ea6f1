"""What became of a debt: each way to be met, late, missing or silent; and who owes it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from graph.ask.owed.debts import Debt, debts_of, owing_at
from graph.ask.owed.judging import AROUND, Judged, Status, judged
from graph.ask.owed.known.holdings import Holdings
from graph.ask.owed.known.orders import Order
from graph.ask.owed.recurring import occurrences
from graph.facts.standing import BodyAt, BodyClass
from graph.rdf import vocabulary as ld
from ontology.dates import NO_DATE, PartialDate
from ontology.institutions.issuers import issuers_by_code
from ontology.institutions.units import UnitKind
from ontology.level import Level
from tests.graph.ask.owed.made_debts import (
    ANSWER,
    HU,
    LATER,
    NOTHING,
    ORDER,
    OTHER_PAPERS,
    PLAN,
    TAM_DUONG,
    UBND,
    holding,
    like,
)

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


def test_a_committee_by_whichever_name_of_its_place() -> None:
    """The committee of a city within a province numbers its papers -KH/ThU, or -KH/TU."""
    registers = owing_at(HU, Level.DISTRICT, "lai-chau.lai-chau").series
    assert {"lai-chau.lai-chau.hu", "lai-chau.lai-chau.thu"} <= set(registers)


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


def of_ministry(due: str, *, held: bool) -> Judged:
    """What became in 2026 of the debt of a ministry that was merged in 2025."""
    ministry, heir = (issuers_by_code(code)[0] for code in ("BTTTT", "BKHCN"))
    order = replace(
        ORDER,
        bodies=(BodyAt(ministry, Level.CENTRAL, ""),),
        due_until=due,
        ordered=PartialDate("2025-01-09"),
    )
    days = {heir.series_at("") or "": (date(2025, 5, 3),)} if held else {}
    (debt,) = debts_of(order)
    return judged(debt, Holdings({}, days), date(2026, 2, 1))


@pytest.mark.parametrize(
    ("due", "held", "status"),
    [
        pytest.param("2026-12-31", True, Status.NOT_DUE, id="its successor has time"),
        pytest.param("2025-12-31", True, Status.UNKNOWN, id="it may have passed to another"),
        pytest.param("2025-12-31", False, Status.UNKNOWN, id="nothing of that time is held"),
    ],
)
def test_a_ministry_that_was_merged_leaves_its_debt_to_one(
    due: str, held: bool, status: Status
) -> None:
    found = of_ministry(due, held=held)
    assert found.status is status
    assert found.heir is not None
    assert found.heir.name == "Bộ Khoa học và Công nghệ"


def test_a_committee_that_ended_with_its_district_leaves_its_debt_to_nobody() -> None:
    (debt,) = debts_of(replace(ORDER, due_until="2025-12-31"))
    found = judged(debt, NOTHING, date(2026, 2, 1))
    assert (found.status, found.heir) == (Status.LAPSED, None)


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
