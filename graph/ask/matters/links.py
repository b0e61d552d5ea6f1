"""Links that a person should look at: stated with little confidence, proposed, or inferred."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import NamedNode

from graph.ask.matters.kinds import ReviewKind, Waiting, matter_id
from graph.ask.matters.telling import ends_of
from graph.rdf import vocabulary as ld
from graph.read.assertions import SURE
from graph.read.links import Links
from graph.store.dataset import Dataset
from graph.tables.database import UNSURE
from graph.values import Step

Open = tuple[Step, ReviewKind]
"""The best words of a link that a person should look at, and what there is to decide."""
Ends = tuple[str, str, str]
"""A link by the IRI of its subject, its relation, and the IRI of its object."""

_KINDS: Final = {
    ld.ACCEPTED: ReviewKind.UNSURE,
    ld.PROPOSED: ReviewKind.UNSURE,
    ld.INFERRED: ReviewKind.INFERRED,
}
"""What waits of links of a status: one that waits by an earlier of them waits once."""
_NAMES: Final = {node.value.removeprefix(ld.NS): name for node, name in ld.RELATION_NAMES.items()}
_LISTED: Final = f"""
SELECT DISTINCT statements.status, s.iri, coalesce(nullif(s.selector, ''), s.number), property,
    o.iri, subject, object
FROM statements JOIN documents AS s ON s.id = subject JOIN documents AS o ON o.id = object
WHERE ({UNSURE})
"""
_SURE: Final = f"""
SELECT 1 FROM statements WHERE subject = ? AND object = ? AND status = 'accepted'
AND coalesce(confidence, 1) >= {SURE} AND property IN (SELECT value FROM json_each(?)) LIMIT 1
"""


def unsure_links(dataset: Dataset, links: Links) -> Iterator[Open]:
    """Yield each link that waits, in no order; it reads all links of the dataset."""
    seen: set[Ends] = set()
    for status, kind in _KINDS.items():
        steps = list(_steps(dataset, links, status, None))
        for step in _unsure(steps, status):
            if ends_of(step) not in seen:
                seen.add(ends_of(step))
                yield step, kind


def unsure_link(dataset: Dataset, links: Links, ends: Ends) -> Open:
    """Return the words of one link that waits."""
    for status, kind in _KINDS.items():
        steps = _steps(dataset, links, status, ends[0])
        for step in _unsure([step for step in steps if ends_of(step) == ends], status):
            return step, kind
    raise LookupError(ends)


def listed_links(tables: sqlite3.Connection) -> Iterator[Waiting]:
    """Yield each link that waits, in no order. Raises sqlite3.Error."""
    rows = tables.execute(_LISTED).fetchall()
    seen: set[Ends] = set()
    for node, kind in _KINDS.items():
        wanted = node.value.removeprefix(ld.SCHEME)
        for status, iri, selector, name, target, *ids in rows:
            ends = iri, _NAMES.get(name, ""), target
            if status != wanted or not ends[1] or ends in seen:
                continue
            if node == ld.ACCEPTED and _is_sure(tables, ends[1], ids):
                continue
            seen.add(ends)
            yield Waiting(
                id=matter_id(kind, *ends), kind=kind, subject=selector, iri=iri, about=ends
            )


def _is_sure(tables: sqlite3.Connection, relation: str, ids: Iterable[int]) -> bool:
    """Tell whether other words say the same and nobody has to look at them."""
    named = [name for name, each in _NAMES.items() if each == relation]
    return tables.execute(_SURE, (*ids, json.dumps(named))).fetchone() is not None


def _steps(
    dataset: Dataset, links: Links, status: NamedNode, subject: str | None
) -> Iterator[Step]:
    """Yield what is stated with a status, of one document alone or of all."""
    if subject is None:
        nodes = (quad.subject for quad in dataset.quads_for_pattern(None, ld.STATUS, status, None))
    else:
        quads = dataset.quads_for_pattern(None, ld.SUBJECT, NamedNode(subject), None)
        nodes = (quad.subject for quad in quads if _has(dataset, quad.subject, status))
    for node in nodes:
        if isinstance(node, NamedNode):
            yield links.assertions.step(node)


def _has(dataset: Dataset, node: object, status: NamedNode) -> bool:
    if not isinstance(node, NamedNode):
        return False
    return any(True for _ in dataset.quads_for_pattern(node, ld.STATUS, status, None))


def _unsure(steps: list[Step], status: NamedNode) -> Iterator[Step]:
    """Yield what a person should look at, the surest first."""
    sure = {ends_of(step) for step in steps if step.confidence >= SURE or step.relation == "cites"}
    for step in sorted(steps, key=lambda step: (-step.confidence, step.text, step.start)):
        if status != ld.ACCEPTED or ends_of(step) not in sure:
            yield step
