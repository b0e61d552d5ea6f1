"""What duties and tasks of the graph have in common: who does it by when, read for all at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from graph.ask.sparql import select
from graph.facts.standing import BodyAt, BodyClass
from graph.rdf import vocabulary as ld
from graph.store.disk import GraphStore
from graph.values import Value
from ontology.institutions.issuers import Issuer, all_issuers
from ontology.institutions.units import UnitKind
from ontology.level import Level

_PREFIXES: Final = f"PREFIX ld: <{ld.NS}> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
_BODIES: Final = """SELECT DISTINCT ?given ?kind ?level ?place WHERE {
  ?given a <KIND> ; ld:bearer ?body . ?body ld:bodyKind ?kind ; ld:level ?level .
  OPTIONAL { ?body ld:jurisdiction ?place }
}"""
_CLASSED: Final = "SELECT DISTINCT ?given ?class WHERE { ?given a <KIND> ; ld:bearerClass ?class }"
# Each text tells anew what a class is: patterns joined would grow with the square of the texts.
_OF_CLASS: Final = """SELECT DISTINCT ?class ?said WHERE {
  { SELECT DISTINCT ?class WHERE { ?given a <KIND> ; ld:bearerClass ?class } }
  ?class <PROPERTY> ?said
}"""
_ORDERED: Final = """SELECT DISTINCT ?given ?day WHERE {
  ?given a <KIND> ; ld:setBy ?document . ?document ld:shownDate ?day
}"""


GIVEN: Final = {
    "set_by": ld.SET_BY,
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
"""The properties that both have, by the fields that they are read into."""


@dataclass(frozen=True, slots=True)
class Assignments:
    """All nodes of one class of what is given, ``kind``: ``ld:Duty`` or ``ld:Task``.

    ``expects`` leaves those out of which something else is expected: issue, report, review, change.
    Each question is asked once for all of them, and each field alone: a question with many parts
    that may be missing takes a time that grows with the square of the nodes.
    """

    store: GraphStore
    kind: NamedNode
    expects: str = ""

    def asked(self, query: str) -> tuple[tuple[Value, ...], ...]:
        """Return the rows of a query in which ``<KIND>`` stands for the class."""
        kind = f"<{self.kind.value}>"
        if self.expects:
            kind += f" ; ld:expects {Literal(self.expects)}"
        return select(self.store, _PREFIXES + query.replace("<KIND>", kind)).rows

    def field(self, node: NamedNode) -> dict[str, str]:
        """Return the value that each has of a property, the first where texts give it several."""
        query = f"SELECT DISTINCT ?given ?said WHERE {{ ?given a <KIND> ; <{node.value}> ?said }}"
        return first_of(self.asked(query))

    def ordered(self) -> dict[str, str]:
        """Return the day of the document that orders each, as far as it is known."""
        return first_of(self.asked(_ORDERED))

    def bodies(self) -> dict[str, tuple[BodyAt, ...]]:
        """Return the bodies that bear each together."""
        found: defaultdict[str, set[tuple[str, str, str]]] = defaultdict(set)
        for given, kind, level, place in self.asked(_BODIES):
            found[as_text(given)].add((_tail(kind), _tail(level), _tail(place)))
        kinds = _issuers()
        return {
            given: tuple(
                BodyAt(kinds[kind], Level(level), place)
                for kind, level, place in sorted(bodies)
                if kind in kinds
            )
            for given, bodies in found.items()
        }

    def classes(self) -> dict[str, BodyClass]:
        """Return the class of bodies that each is borne by, where there is one."""
        within, units, excepted = (
            self._said_of_class(node) for node in (ld.IN_PLACE, ld.UNIT_KIND, ld.EXCEPTED)
        )
        levels = first_of(self.asked(_of_class(ld.LEVEL)))
        kinds = _issuers()
        known = {
            each: BodyClass(
                issuer=kinds[_tail(kind)],
                level=Level(_tail(levels[each])),
                within=_tail(next(iter(within.get(each, ())), "")),
                kinds=tuple(sorted(map(UnitKind, units.get(each, ())))),
                excepted=tuple(sorted(map(_tail, excepted.get(each, ())))),
            )
            for each, kind in _sorted(self.asked(_of_class(ld.BODY_KIND)))
            if _tail(kind) in kinds and each in levels
        }
        borne = _sorted(self.asked(_CLASSED))
        return {given: known[each] for given, each in borne if each in known}

    def _said_of_class(self, node: NamedNode) -> dict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for each, said in self.asked(_of_class(node)):
            found[as_text(each)].add(as_text(said))
        return found


def _of_class(node: NamedNode) -> str:
    return _OF_CLASS.replace("PROPERTY", node.value)


def first_of(rows: Iterable[tuple[Value, ...]]) -> dict[str, str]:
    """Return the value of each node, the first in order where texts give it several."""
    found: dict[str, str] = {}
    for given, value in _sorted(rows):
        found.setdefault(given, value)
    return found


def _sorted(rows: Iterable[tuple[Value, ...]]) -> list[tuple[str, ...]]:
    return sorted(tuple(map(as_text, row)) for row in rows)


def as_text(value: Value) -> str:
    """Return a value as words, empty where there is none."""
    return "" if value is None else str(value)


def _issuers() -> Mapping[str, Issuer]:
    return {issuer.slug: issuer for issuer in all_issuers()}


def _tail(iri: Value) -> str:
    """Return the last part of an IRI: a place's path, a concept's slug."""
    return as_text(iri).rpartition("/")[2]
