"""Why it is not known what became of a debt: what may be met is never called overdue."""

from dataclasses import replace

import pytest

from graph.ask.owed.debts import Debt, Owing
from graph.ask.owed.doubting import Reason
from graph.ask.owed.judging import Status, judged
from graph.ask.owed.known.holdings import Holdings
from graph.ask.owed.known.orders import Order
from ontology.dates import NO_DATE, PartialDate
from tests.graph.ask.owed.made_debts import (
    ABOUT,
    ANSWER,
    CITES,
    LATER,
    NOTHING,
    ORDER,
    OTHER_PAPERS,
    PLAN,
    TAM_DUONG,
    holding,
    like,
)

SCHEME = "https://w3id.org/luocdo/id/doc/cp/named/chuong-trinh-nang-luong-xanh"
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
        replace(OTHER_PAPERS, reaching={(ABOUT, "lai-chau.tam-duong.hu"): (ANSWER.paper,)}),
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
        replace(ORDER, words="Văn phòng tham mưu Huyện ủy ban hành kế hoạch trước 30/6/2024"),
        (TAM_DUONG,),
        OTHER_PAPERS,
        Reason.BY_OTHERS,
        id="a plan that it drafts for another body",
    ),
    pytest.param(
        replace(ORDER, words="Huyện ủy lập kế hoạch, trình Tỉnh ủy trước 30/6/2024"),
        (TAM_DUONG,),
        OTHER_PAPERS,
        Reason.BY_OTHERS,
        id="a plan that it lays before another body",
    ),
    pytest.param(
        replace(ORDER, words="Huyện ủy ban hành chương trình, kế hoạch trước 30/6/2024"),
        (TAM_DUONG,),
        OTHER_PAPERS,
        None,
        id="a programme is not laid before anybody by its name",
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
