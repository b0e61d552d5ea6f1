"""What is held, read from a store: what carries out a directive over plans and decisions."""

from dataclasses import replace

import pytest

from extract.reading import Duty, Expects
from extract.text.source import Span
from graph.ask.owed.known.holdings import Holdings, Paper, holdings_of, reaching, series_of
from ontology.dates import NO_DATE
from ontology.documents.relation import Relation
from tests.graph.made import DAN_VAN, DECISION, KH_61, KH_141, PLAN, Link, reading, store_of


@pytest.fixture(scope="module")
def holdings(tmp_path_factory: pytest.TempPathFactory) -> Holdings:
    """25-NQ/TW <- the plan that 812/QĐ-UBND issues; 61-KH/HU carries out the decision."""
    promulgates = Link(DECISION.key, Relation.PROMULGATES, PLAN.key, "Ban hành Kế hoạch dân vận")
    implements = Link(PLAN.key, Relation.IMPLEMENTS, DAN_VAN.key, "Kế hoạch thực hiện 25-NQ/TW")
    carries = Link(KH_61.key, Relation.IMPLEMENTS, DECISION.key, "thực hiện Quyết định 812")
    cites = Link(KH_141.key, Relation.CITES, DAN_VAN.key, "theo 25-NQ/TW")
    ordered = Duty(
        bearer="Huyện ủy Tam Đường",
        product="Kế hoạch",
        expects=Expects.ISSUE,
        span=Span(0, 1),
        rule="task",
        confidence=0.9,
        set_by=DAN_VAN.key,
        about=(DAN_VAN.key,),
    )
    store = store_of(
        tmp_path_factory.mktemp("holdings") / "store",
        replace(reading("25.txt", DAN_VAN), duties=(ordered,)),
        reading("812.txt", DECISION, [PLAN, DAN_VAN], [promulgates, implements]),
        reading("61.txt", KH_61, [DECISION], [carries]),
        reading("141.txt", KH_141, [DAN_VAN], [cites]),
    )
    return holdings_of(store)


REACHED = [
    pytest.param(PLAN.iri, False, id="the plan itself, which is related to it"),
    pytest.param(DECISION.iri, True, id="the decision behind which it stands"),
    pytest.param(KH_61.iri, True, id="what carries out the decision"),
    pytest.param(KH_141.iri, False, id="what only cites it"),
]


@pytest.mark.parametrize(("iri", "reached"), REACHED)
def test_a_decision_and_its_plan_are_one_deed(holdings: Holdings, iri: str, reached: bool) -> None:
    papers = holdings.reaching.get((DAN_VAN.iri, series_of(iri)), ())
    assert (iri in {paper.iri for paper in papers}) is reached


def test_a_plan_is_held_with_the_decision_that_issues_it(holdings: Holdings) -> None:
    found = (answer.paper for answers in holdings.answering.values() for answer in answers)
    plan = next(paper for paper in found if paper.iri == PLAN.iri)
    assert plan.held
    assert plan.date == "2021-05-06"


def test_what_carries_out_in_a_circle_is_reached_once() -> None:
    papers = {iri: Paper(iri, ("Kế hoạch",), NO_DATE, held=True) for iri in ("a", "b", "c")}
    circle = {"a": ["b"], "b": ["a", "c"], "c": []}
    assert reaching(["a", "c"], circle, papers) == {("a", ""): (papers["b"], papers["c"])}
