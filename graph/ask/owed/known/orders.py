"""What texts order, read from the graph: a duty with who bears it, as far as that is known."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from graph.ask.owed.known.assignments import GIVEN, Assignments, as_text, first_of
from graph.facts.standing import BodyAt, BodyClass
from graph.rdf import vocabulary as ld
from graph.store.disk import GraphStore
from graph.values import Quote
from ontology.dates import PartialDate, partial_date

_FIELDS: Final = {
    **GIVEN,
    "expects": ld.EXPECTS,
    "review": ld.REVIEW_KIND,
}
_PRODUCTS: Final = """SELECT DISTINCT ?given ?product WHERE {
  ?given a <KIND> ; ld:product ?kind . ?kind skos:prefLabel ?product . FILTER(LANG(?product) = "vi")
}"""
_WORDS: Final = """SELECT DISTINCT ?given ?words WHERE {
  ?given a <KIND> ; ld:evidence ?mention . ?mention ld:exact ?words
}"""
_ABOUT: Final = """SELECT DISTINCT ?given ?about ?date WHERE {
  ?given a <KIND> ; ld:about ?about . OPTIONAL { ?about ld:shownDate ?date }
}"""
_LISTED: Final = f"""SELECT DISTINCT ?given ?decision WHERE {{
  ?given a <KIND> ; ld:decidedIn ?decision .
  ?decision ld:decisionKind <{ld.scheme_node("decision", "expect").value}> .
}}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One duty of the graph; IRIs stand for documents.

    ``bodies`` owe it together; ``each`` is the class of which every body owes it. Where both are
    empty it is open who bears it. ``ordered`` is the date of the document that orders it; for one
    period of what ``recurs`` it is the first day of the period. What a person ``listed``, an IRI of
    a decision, no document orders and no words state; it counts from the day of what it is about.
    ``words`` are those that order it, ``quote`` the same with their place where the tables tell it,
    ``mention`` their node in the graph. ``copies`` are the IRIs of the same duty where the document
    orders it again, word for word.
    """

    iri: str
    set_by: str
    about: tuple[str, ...]
    product: str
    expects: str
    review: str
    printed: str
    joining: str
    due: str
    due_from: str
    due_until: str
    due_printed: str
    rule: str
    confidence: float
    mention: str
    ordered: PartialDate
    bodies: tuple[BodyAt, ...]
    each: BodyClass | None
    recurs: bool = False
    listed: str = ""
    words: str = ""
    quote: Quote | None = field(default=None, compare=False)
    copies: tuple[str, ...] = ()


def orders_of(store: GraphStore, expects: str = "") -> tuple[Order, ...]:
    """Return every duty of the graph once, in the order of their IRIs.

    ``expects`` leaves those out of which something else is expected. What one document orders in
    the same words, in further texts of it or again, is one duty.
    """
    duties = Assignments(store, ld.DUTY, expects)
    about: defaultdict[str, list[str]] = defaultdict(list)
    days: dict[str, str] = {}
    for duty, document, day in duties.asked(_ABOUT):
        about[as_text(duty)].append(as_text(document))
        days[as_text(document)] = as_text(day)
    listed = {as_text(duty): as_text(decision) for duty, decision in duties.asked(_LISTED)}
    bodies, classes = duties.bodies(), duties.classes()
    said = {name: duties.field(node) for name, node in _FIELDS.items()}
    products = first_of(duties.asked(_PRODUCTS))
    ordered = duties.ordered()
    words = first_of(duties.asked(_WORDS))
    return once(
        Order(
            iri=duty,
            set_by=said["set_by"].get(duty, ""),
            about=tuple(sorted(about[duty])),
            product=products[duty],
            expects=said["expects"][duty],
            review=said["review"].get(duty, ""),
            printed=said["printed"].get(duty, ""),
            joining=said["joining"].get(duty, ""),
            due=said["due"].get(duty, ""),
            due_from=said["due_from"].get(duty, ""),
            due_until=said["due_until"].get(duty, ""),
            due_printed=said["due_printed"].get(duty, ""),
            rule=said["rule"][duty],
            confidence=float(said["confidence"][duty]),
            mention=said["mention"].get(duty, ""),
            ordered=partial_date(
                ordered.get(duty, "")
                if duty in said["set_by"]
                else min((days[each] for each in about[duty]), default="")
            ),
            bodies=bodies.get(duty, ()),
            each=classes.get(duty),
            listed=listed.get(duty, ""),
            words=words.get(duty, ""),
        )
        for duty in sorted(products)
    )


def once(orders: Iterable[Order]) -> tuple[Order, ...]:
    """Return the orders, those that a document gives more than once as one."""
    same: defaultdict[Order, list[Order]] = defaultdict(list)
    for order in orders:
        same[replace(order, iri="", mention="", confidence=0.0)].append(order)
    return tuple(
        replace(first, copies=tuple(each.iri for each in others)) if others else first
        for first, *others in same.values()
    )
