"""What texts order, read from the graph: a duty with who bears it, as far as that is known."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

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
_FIELDS = {
    "set_by": ld.SET_BY,
    "expects": ld.EXPECTS,
    "review": ld.REVIEW_KIND,
    "printed": ld.BEARER_PRINTED,
    "joining": ld.JOINING,
    "due": ld.DUE,
    "due_from": ld.DUE_FROM,
    "due_until": ld.DUE_UNTIL,
    "due_printed": ld.DUE_PRINTED,
    "rule": ld.METHOD,
    "confidence": ld.CONFIDENCE,
    "mention": ld.EVIDENCE,
}
"""Fields of an order. Each is asked for alone: a question with many parts that may be missing takes
a time that grows with the square of the orders."""
_PRODUCTS = """SELECT DISTINCT ?duty ?product WHERE {
  ?duty a ld:Duty ; ld:product ?kind . ?kind skos:prefLabel ?product . FILTER(LANG(?product) = "vi")
}"""
_WORDS = """SELECT DISTINCT ?duty ?words WHERE {
  ?duty a ld:Duty ; ld:evidence ?mention . ?mention ld:exact ?words
}"""
_ORDERED = """SELECT DISTINCT ?duty ?day WHERE {
  ?duty a ld:Duty ; ld:setBy ?document . ?document ld:shownDate ?day
}"""
_ABOUT = """SELECT DISTINCT ?duty ?about ?date WHERE {
  ?duty a ld:Duty ; ld:about ?about . OPTIONAL { ?about ld:shownDate ?date }
}"""
_LISTED = f"""SELECT DISTINCT ?duty ?decision WHERE {{
  ?duty a ld:Duty ; ld:decidedIn ?decision .
  ?decision ld:decisionKind <{ld.scheme_node("decision", "expect").value}> .
}}"""
_BODIES = """SELECT DISTINCT ?duty ?kind ?level ?place WHERE {
  ?duty a ld:Duty ; ld:bearer ?body . ?body ld:bodyKind ?kind ; ld:level ?level .
  OPTIONAL { ?body ld:jurisdiction ?place }
}"""
_CLASSED = "SELECT DISTINCT ?duty ?class WHERE { ?duty a ld:Duty ; ld:bearerClass ?class }"
_CLASSES = """SELECT DISTINCT ?class ?kind ?level WHERE {
  ?class a ld:BodyClass ; ld:bodyKind ?kind ; ld:level ?level
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One duty of the graph; IRIs stand for documents.

    ``bodies`` owe it together; ``each`` is the class of which every body owes it. Where both are
    empty it is open who bears it. ``ordered`` is the date of the document that orders it; for one
    period of what ``recurs`` it is the first day of the period. What a person ``listed``, an IRI of
    a decision, no document orders and no words state; it counts from the day of what it is about.
    ``words`` are those that order it.
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


def orders_of(store: GraphStore) -> tuple[Order, ...]:
    """Return every duty of the graph, in the order of their IRIs."""
    about: defaultdict[str, list[str]] = defaultdict(list)
    days: dict[str, str] = {}
    for duty, document, day in _rows(store, _ABOUT):
        about[_text(duty)].append(_text(document))
        days[_text(document)] = _text(day)
    listed = {_text(duty): _text(decision) for duty, decision in _rows(store, _LISTED)}
    bodies, classes = _bodies(store), _classes(store)
    said = {name: _field(store, node) for name, node in _FIELDS.items()}
    products = _first_of(_rows(store, _PRODUCTS))
    ordered = _first_of(_rows(store, _ORDERED))
    words = _first_of(_rows(store, _WORDS))
    return tuple(
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


def _field(store: GraphStore, node: NamedNode) -> dict[str, str]:
    return _first_of(
        _rows(
            store, f"SELECT DISTINCT ?duty ?said WHERE {{ ?duty a ld:Duty ; <{node.value}> ?said }}"
        )
    )


def _first_of(rows: Iterable[tuple[Value, ...]]) -> dict[str, str]:
    """Return the value of each duty, the first in order where texts give it several."""
    found: dict[str, str] = {}
    for duty, value in sorted((_text(duty), _text(value)) for duty, value in rows):
        found.setdefault(duty, value)
    return found


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
    """Return the class of bodies that each duty is borne by, where there is one."""
    within, units, excepted = (
        _of_class(store, node) for node in (ld.IN_PLACE, ld.UNIT_KIND, ld.EXCEPTED)
    )
    kinds = _issuers()
    known = {
        each: BodyClass(
            issuer=kinds[_tail(kind)],
            level=Level(_tail(level)),
            within=_tail(next(iter(within.get(each, ())), "")),
            kinds=tuple(sorted(map(UnitKind, units.get(each, ())))),
            excepted=tuple(sorted(map(_tail, excepted.get(each, ())))),
        )
        for each, kind, level in sorted(tuple(map(_text, row)) for row in _rows(store, _CLASSES))
        if _tail(kind) in kinds
    }
    borne = sorted(tuple(map(_text, row)) for row in _rows(store, _CLASSED))
    return {duty: known[each] for duty, each in borne if each in known}


def _of_class(store: GraphStore, node: NamedNode) -> dict[str, set[str]]:
    query = f"SELECT DISTINCT ?class ?said WHERE {{ ?class a ld:BodyClass ; <{node.value}> ?said }}"
    found: defaultdict[str, set[str]] = defaultdict(set)
    for each, said in _rows(store, query):
        found[_text(each)].add(_text(said))
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
