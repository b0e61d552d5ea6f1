"""What texts order, read from the graph: a duty with who bears it, as far as that is known."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph.ask.sparql import select
from graph.facts.standing import BodyAt, BodyClass
from graph.rdf import vocabulary as ld
from graph.store.disk import GraphStore
from graph.values import Value
from ontology.dates import PartialDate, partial_date
from ontology.institutions.issuers import Issuer, all_issuers
from ontology.institutions.units import UnitKind
from ontology.level import Level

_PREFIXES = f"PREFIX ld: <{ld.NS}> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
_ORDERS = """SELECT DISTINCT * WHERE {
  ?duty a ld:Duty ; ld:setBy ?setBy ; ld:product ?kind ; ld:expects ?expects ; ld:method ?rule ;
    ld:confidence ?confidence ; ld:evidence ?mention .
  ?kind skos:prefLabel ?product . FILTER(LANG(?product) = "vi")
  OPTIONAL { ?duty ld:bearerPrinted ?printed }
  OPTIONAL { ?duty ld:joining ?joining }
  OPTIONAL { ?duty ld:reviewKind ?review }
  OPTIONAL { ?duty ld:due ?due }
  OPTIONAL { ?duty ld:dueFrom ?from }
  OPTIONAL { ?duty ld:dueUntil ?until }
  OPTIONAL { ?duty ld:duePrinted ?duePrinted }
  OPTIONAL { ?setBy ld:shownDate ?ordered }
}"""
_ABOUT = "SELECT DISTINCT ?duty ?about WHERE { ?duty a ld:Duty ; ld:about ?about }"
_BODIES = """SELECT DISTINCT ?duty ?kind ?level ?place WHERE {
  ?duty a ld:Duty ; ld:bearer ?body . ?body ld:bodyKind ?kind ; ld:level ?level .
  OPTIONAL { ?body ld:jurisdiction ?place }
}"""
_CLASSES = """SELECT DISTINCT ?duty ?kind ?level ?within ?unit ?excepted WHERE {
  ?duty a ld:Duty ; ld:bearerClass ?class . ?class ld:bodyKind ?kind ; ld:level ?level .
  OPTIONAL { ?class ld:inPlace ?within }
  OPTIONAL { ?class ld:unitKind ?unit }
  OPTIONAL { ?class ld:excepted ?excepted }
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One duty of the graph; IRIs stand for documents.

    ``bodies`` owe it together; ``each`` is the class of which every body owes it. Where both are
    empty it is open who bears it. ``ordered`` is the date of the document that orders it; for one
    period of what ``recurs`` it is the first day of the period.
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


def orders_of(store: GraphStore) -> tuple[Order, ...]:
    """Return every duty of the graph, in the order of their IRIs."""
    about: defaultdict[str, list[str]] = defaultdict(list)
    for duty, document in _rows(store, _ABOUT):
        about[_text(duty)].append(_text(document))
    bodies, classes = _bodies(store), _classes(store)
    answer = select(store, _PREFIXES + _ORDERS)
    orders: dict[str, Order] = {}
    for row in answer.rows:
        said = {
            name: _text(value) for name, value in zip(answer.variables, row, strict=True) if value
        }
        duty = said["duty"]
        orders[duty] = Order(
            iri=duty,
            set_by=said["setBy"],
            about=tuple(sorted(about[duty])),
            product=said["product"],
            expects=said["expects"],
            review=said.get("review", ""),
            printed=said.get("printed", ""),
            joining=said.get("joining", ""),
            due=said.get("due", ""),
            due_from=said.get("from", ""),
            due_until=said.get("until", ""),
            due_printed=said.get("duePrinted", ""),
            rule=said["rule"],
            confidence=float(said["confidence"]),
            mention=said["mention"],
            ordered=partial_date(said.get("ordered", "")),
            bodies=bodies.get(duty, ()),
            each=classes.get(duty),
        )
    return tuple(orders[duty] for duty in sorted(orders))


def _bodies(store: GraphStore) -> dict[str, tuple[BodyAt, ...]]:
    found: defaultdict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for duty, kind, level, place in _rows(store, _BODIES):
        found[_text(duty)].add((_tail(kind), _tail(level), _tail(place)))
    kinds = _issuers()
    return {
        duty: tuple(
            BodyAt(kinds[kind], Level(level), place)
            for kind, level, place in sorted(bodies)
            if kind in kinds
        )
        for duty, bodies in found.items()
    }


def _classes(store: GraphStore) -> dict[str, BodyClass]:
    rows: defaultdict[str, list[tuple[Value, ...]]] = defaultdict(list)
    for duty, *row in _rows(store, _CLASSES):
        rows[_text(duty)].append(tuple(row))
    kinds = _issuers()
    found: dict[str, BodyClass] = {}
    for duty, said in rows.items():
        kind, level, within, _, _ = said[0]
        if _tail(kind) in kinds:
            found[duty] = BodyClass(
                issuer=kinds[_tail(kind)],
                level=Level(_tail(level)),
                within=_tail(within),
                kinds=tuple(sorted({UnitKind(_text(row[3])) for row in said if row[3]})),
                excepted=tuple(sorted({_tail(row[4]) for row in said if row[4]})),
            )
    return found


def _rows(store: GraphStore, query: str) -> tuple[tuple[Value, ...], ...]:
    return select(store, _PREFIXES + query).rows


def _issuers() -> Mapping[str, Issuer]:
    return {issuer.slug: issuer for issuer in all_issuers()}


def _text(value: Value) -> str:
    return "" if value is None else str(value)


def _tail(iri: Value) -> str:
    """Return the last part of an IRI: a place's path, a concept's slug."""
    return _text(iri).rpartition("/")[2]
