"""One order to a district committee, and what may be held of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from graph.ask.owed.debts import owing_at
from graph.ask.owed.known.holdings import Answering, Holdings, Paper, series_of
from graph.ask.owed.known.orders import Order
from graph.facts.standing import BodyAt
from graph.rdf import vocabulary as ld
from ontology.dates import PartialDate
from ontology.documents.relation import Relation
from ontology.institutions.issuers import issuers_by_code
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
