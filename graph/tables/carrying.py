"""What carries out a document step by step, read out of the tables at once."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from pyoxigraph import NamedNode

from graph.rdf import vocabulary as ld
from graph.read.links import Triple
from graph.tables.database import ISSUES_PLAN

_NAMES: Final = {node.value.removeprefix(ld.NS): node for node in ld.RELATION_NAMES}
_STATED: Final = "', '".join(ld.RELATION_NAMES[node] for node in ld.CARRYING_OUT)
_ISSUING: Final = "', '".join(ld.RELATION_NAMES[node] for node in ld.ISSUING)
_CARRIED_OUT: Final = f"""
    (status <> 'inferred' AND relation IN ('{_STATED}', '{ISSUES_PLAN}')
     OR status = 'confirmed' AND relation = '{ld.RELATION_NAMES[ld.CARRIES_OUT]}')
"""
_REACHED: Final = f"""
WITH RECURSIVE below(id) AS (
    SELECT id FROM documents WHERE iri = :iri
    UNION SELECT edges.object FROM documents JOIN edges ON edges.subject = documents.id
    WHERE iri = :iri AND relation = '{ISSUES_PLAN}'
    UNION SELECT edges.subject FROM below JOIN edges ON edges.object = below.id
    WHERE {_CARRIED_OUT}
)
SELECT upper.iri, lower.iri, edges.relation, edges.property, upper.level, upper.place, upper.date
FROM below JOIN edges ON edges.object = below.id
JOIN documents AS upper ON upper.id = edges.subject
JOIN documents AS lower ON lower.id = edges.object
WHERE {_CARRIED_OUT} OR status <> 'inferred' AND relation IN ('{_ISSUING}')
ORDER BY edges.subject
"""


class Placed(NamedTuple):
    """What puts documents that carry one out in order."""

    level: str
    place: str
    date: str


class CarryingOut:
    """The links by which documents carry out one of them, as ``graph.read.links.Links`` has them.

    Raises sqlite3.Error.
    """

    def __init__(self, tables: sqlite3.Connection, iri: str) -> None:
        self.placed: dict[str, Placed] = {}
        """What puts the documents in order, by their IRIs."""
        self._carried: defaultdict[tuple[str, NamedNode], list[str]] = defaultdict(list)
        self._issuing: defaultdict[str, list[str]] = defaultdict(list)
        self._issued: defaultdict[str, list[str]] = defaultdict(list)
        for upper, lower, relation, name, *place in tables.execute(_REACHED, {"iri": iri}):
            self.placed[upper] = Placed(*place)
            if relation == ISSUES_PLAN:
                self._issuing[lower].append(upper)
                self._issued[upper].append(lower)
            else:
                self._carried[lower, _NAMES[name]].append(upper)

    def carried_out_by(self, iri: str) -> Iterator[tuple[str, NamedNode]]:
        """Yield what carries out the document, in order, each once, and the property used."""
        seen = {iri}
        for predicate in (*ld.CARRYING_OUT, ld.CARRIES_OUT):
            for subject in self._carried.get((iri, predicate), ()):
                if subject not in seen:
                    seen.add(subject)
                    yield subject, predicate

    def one_with(self, iri: str, *, downwards: bool) -> Iterator[tuple[str, Triple]]:
        """Yield the decisions that issue a plan, each with the triple that says so.

        ``downwards`` yields the plans that a decision issues, too.
        """
        for decision in self._issuing.get(iri, ()):
            yield decision, self._issue(decision, iri)
        for plan in sorted(self._issued.get(iri, ())) if downwards else ():
            yield plan, self._issue(iri, plan)

    def _issue(self, decision: str, plan: str) -> Triple:
        said = (each for each in ld.ISSUING if decision in self._carried.get((plan, each), ()))
        return decision, next(said), plan
