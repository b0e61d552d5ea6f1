"""What carries out a document step by step, read out of the tables at once."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from pyoxigraph import NamedNode

from graph.rdf import vocabulary as ld
from graph.tables.database import ISSUES_PLAN
from ontology.level import Level

_NAMES: Final = {node.value.removeprefix(ld.NS): node for node in ld.RELATION_NAMES}
_STATED: Final = "', '".join(ld.RELATION_NAMES[node] for node in ld.CARRYING_OUT)
_ISSUING: Final = "', '".join(ld.RELATION_NAMES[node] for node in ld.ISSUING)
_CARRIED_OUT: Final = f"""
    (status <> 'inferred' AND relation IN ('{_STATED}', '{ISSUES_PLAN}')
     OR status = 'confirmed' AND relation = '{ld.RELATION_NAMES[ld.CARRIES_OUT]}')
"""
_REACHED: Final = f"""
WITH RECURSIVE below(id) AS (
    SELECT :root
    UNION SELECT object FROM edges WHERE subject = :root AND relation = '{ISSUES_PLAN}'
    UNION SELECT edges.subject FROM below JOIN edges ON edges.object = below.id
    WHERE {_CARRIED_OUT}
)
SELECT edges.subject, edges.object, edges.relation, edges.property
FROM below JOIN edges ON edges.object = below.id JOIN documents ON documents.id = edges.subject
WHERE {_CARRIED_OUT} OR status <> 'inferred' AND relation IN ('{_ISSUING}')
ORDER BY documents.iri
"""
_CHOSEN: Final = "id IN (SELECT value FROM json_each(?))"
_RANK: Final = " ".join(f"WHEN '{level.value}' THEN {rank}" for rank, level in enumerate(Level))
_IN_ORDER: Final = f"""
SELECT id FROM documents WHERE {_CHOSEN}
ORDER BY CASE level {_RANK} ELSE {len(Level)} END, place, date, iri LIMIT ?
"""
_MOST: Final = f"""
SELECT iri, count FROM (
    SELECT object, count(DISTINCT subject) AS count FROM edges
    WHERE status <> 'inferred' AND relation IN ('{_STATED}') GROUP BY object
) JOIN documents ON documents.id = object ORDER BY count DESC, iri LIMIT ?
"""

Issue = tuple[int, NamedNode, int]
"""That a decision issues a plan, by which property."""


def most_carried_out(tables: sqlite3.Connection, most: int) -> list[str]:
    """Return the IRIs of the documents that most others state to carry out, the first first.

    Raises sqlite3.Error.
    """
    return [iri for iri, _ in tables.execute(_MOST, (most,))]


class CarryingOut:
    """The links by which documents carry out one of them, as ``graph.read.links.Links`` has them.

    Documents stand for themselves by their ids in the tables: a directive may have many thousands,
    and only what is shown is read. Their order is that of their IRIs; that of ids is another where
    documents came later. Raises sqlite3.Error.
    """

    def __init__(self, tables: sqlite3.Connection, iri: str) -> None:
        self._tables = tables
        found = tables.execute("SELECT id FROM documents WHERE iri = ?", (iri,)).fetchone()
        self.root: int = found[0] if found else 0
        self._carried: defaultdict[tuple[int, NamedNode], list[int]] = defaultdict(list)
        self._issuing: defaultdict[int, list[int]] = defaultdict(list)
        self._issued: defaultdict[int, list[int]] = defaultdict(list)
        for upper, lower, relation, name in tables.execute(_REACHED, {"root": self.root}):
            if relation == ISSUES_PLAN:
                self._issuing[lower].append(upper)
                self._issued[upper].append(lower)
            else:
                self._carried[lower, _NAMES[name]].append(upper)

    def carried_out_by(self, document: int) -> Iterator[tuple[int, NamedNode]]:
        """Yield what carries out the document, in order, each once, and the property used."""
        seen = {document}
        for predicate in (*ld.CARRYING_OUT, ld.CARRIES_OUT):
            for subject in self._carried.get((document, predicate), ()):
                if subject not in seen:
                    seen.add(subject)
                    yield subject, predicate

    def one_with(self, document: int, *, downwards: bool) -> Iterator[tuple[int, Issue]]:
        """Yield the decisions that issue a plan, each with the triple that says so.

        ``downwards`` yields the plans that a decision issues, too.
        """
        for decision in self._issuing.get(document, ()):
            yield decision, self._issue(decision, document)
        issued = self._issued.get(document, ()) if downwards else ()
        names = self.iris(issued) if issued else {}
        for plan in sorted(issued, key=names.__getitem__):
            yield plan, self._issue(document, plan)

    def first(self, documents: Collection[int], most: int) -> list[int]:
        """Return so many of the documents: from the centre outwards, then by place and day."""
        rows = self._tables.execute(_IN_ORDER, (json.dumps(list(documents)), most))
        return [number for (number,) in rows]

    def levels(self, documents: Collection[int]) -> Mapping[Level | None, int]:
        """Return how many of the documents are of each level, from the centre outwards."""
        sql = f"SELECT level, count(*) FROM documents WHERE {_CHOSEN} GROUP BY level"
        counts = dict(self._tables.execute(sql, (json.dumps(list(documents)),)))
        told = ((level, counts.get(level.value if level else "", 0)) for level in (*Level, None))
        return {level: count for level, count in told if count}

    def iris(self, documents: Collection[int]) -> Mapping[int, str]:
        """Return the IRIs of documents."""
        sql = f"SELECT id, iri FROM documents WHERE {_CHOSEN}"
        return dict(self._tables.execute(sql, (json.dumps(list(documents)),)))

    def _issue(self, decision: int, plan: int) -> Issue:
        said = (each for each in ld.ISSUING if decision in self._carried.get((plan, each), ()))
        return decision, next(said), plan
