"""What is held, read from a store: what carries out a directive over plans and decisions."""

import pytest

from graph.ask.owed.holdings import Holdings, holdings_of
from ontology.documents.relation import Relation
from tests.graph.made import DAN_VAN, DECISION, KH_61, KH_141, PLAN, Link, reading, store_of


@pytest.fixture(scope="module")
def holdings(tmp_path_factory: pytest.TempPathFactory) -> Holdings:
    """25-NQ/TW <- the plan that 812/QĐ-UBND issues; 61-KH/HU carries out the decision."""
    promulgates = Link(DECISION.key, Relation.PROMULGATES, PLAN.key, "Ban hành Kế hoạch dân vận")
    implements = Link(PLAN.key, Relation.IMPLEMENTS, DAN_VAN.key, "Kế hoạch thực hiện 25-NQ/TW")
    carries = Link(KH_61.key, Relation.IMPLEMENTS, DECISION.key, "thực hiện Quyết định 812")
    cites = Link(KH_141.key, Relation.CITES, DAN_VAN.key, "theo 25-NQ/TW")
    store = store_of(
        tmp_path_factory.mktemp("holdings") / "store",
        reading("812.txt", DECISION, [PLAN, DAN_VAN], [promulgates, implements]),
        reading("61.txt", KH_61, [DECISION], [carries]),
        reading("141.txt", KH_141, [DAN_VAN], [cites]),
    )
    return holdings_of(store)


REACHED = [
    pytest.param(PLAN.iri, True, id="the plan itself"),
    pytest.param(DECISION.iri, True, id="the decision behind which it stands"),
    pytest.param(KH_61.iri, True, id="what carries out the decision"),
    pytest.param(KH_141.iri, False, id="what only cites it"),
]


@pytest.mark.parametrize(("iri", "reached"), REACHED)
def test_a_decision_and_its_plan_are_one_deed(holdings: Holdings, iri: str, reached: bool) -> None:
    assert holdings.reaches(iri, DAN_VAN.iri) is reached


def test_a_plan_is_held_with_the_decision_that_issues_it(holdings: Holdings) -> None:
    papers = {paper.iri: paper for found in holdings.plans.values() for paper in found}
    assert papers[PLAN.iri].held
    assert papers[PLAN.iri].date == "2021-05-06"


def test_what_nobody_holds_is_never_reached_in_a_circle() -> None:
    circle = Holdings({}, {}, {}, {"a": ["b"], "b": ["a"]})
    assert not circle.reaches("a", "c")
