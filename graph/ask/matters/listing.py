"""What is open in a collection, listed by the tables, and told matter by matter.

Nothing but what is told is read of the graph: of a large collection a page shows a few of
thousands of matters.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from pyoxigraph import NamedNode

from graph.ask.matters.alike import alike_schemes
from graph.ask.matters.kinds import ReviewItem, ReviewKind, Waiting, in_order, matter_id
from graph.ask.matters.links import listed_links, unsure_link
from graph.ask.matters.telling import (
    alike,
    conflicts,
    link,
    references,
    scans,
    text_pairs,
    unapplied,
)
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.read.links import Links
from graph.read.text_pairs import open_pairs
from graph.store.dataset import Dataset
from graph.tables.tabled_documents import TabledDocuments
from graph.values import Found

_DECIDED: Final = ("date", "issuer")
"""What a person can decide, of all that texts may contradict each other about."""
_MANY: Final = 5_000
"""From how many links on that are to be told all assertions are read at once."""
_LINKS: Final = (ReviewKind.UNSURE, ReviewKind.INFERRED)
_CONTRADICTED: Final = "SELECT iri, contradictions FROM documents WHERE contradictions <> '[]'"
_UNCONFIRMED: Final = "SELECT iri FROM documents WHERE unconfirmed_fields <> ''"


def listed(dataset: Dataset, tables: sqlite3.Connection) -> tuple[Waiting, ...]:
    """Return all that waits for a decision, in order. Raises sqlite3.Error."""
    documents = TabledDocuments(dataset, tables)
    return (
        *_decisions(dataset),
        *in_order(_conflicts(documents, tables)),
        *in_order(_scans(documents, tables)),
        *in_order(_references(documents)),
        *in_order(_texts(documents)),
        *_alike(documents),
        *in_order(listed_links(tables)),
    )


def _decisions(dataset: Dataset) -> Iterator[Waiting]:
    for item in unapplied(dataset):
        yield Waiting(id=item.id, kind=item.kind, subject=item.subject, iri="", about=())


def _conflicts(documents: Documents, tables: sqlite3.Connection) -> Iterator[Waiting]:
    rows = tables.execute(_CONTRADICTED).fetchall()
    documents.fetch(iri for iri, _ in rows)
    for iri, contradictions in rows:
        for field, _ in json.loads(contradictions):
            if field in _DECIDED:
                yield _waiting(ReviewKind.CONFLICT, documents.found(iri), iri, field)


def _scans(documents: Documents, tables: sqlite3.Connection) -> Iterator[Waiting]:
    iris = [iri for (iri,) in tables.execute(_UNCONFIRMED)]
    documents.fetch(iris)
    for iri in iris:
        yield _waiting(ReviewKind.SCAN, documents.found(iri), iri)


def _references(documents: Documents) -> Iterator[Waiting]:
    pattern = (None, ld.TYPE, ld.UNRESOLVED_REFERENCE, ld.DOCUMENTS_GRAPH)
    nodes = (quad.subject for quad in documents.dataset.quads_for_pattern(*pattern))
    iris = {node.value for node in nodes if isinstance(node, NamedNode)}
    documents.fetch(iris)
    for iri in iris:
        yield _waiting(ReviewKind.REFERENCE, documents.found(iri), iri)


def _texts(documents: Documents) -> Iterator[Waiting]:
    for pair in open_pairs(documents):
        waiting = _waiting(ReviewKind.TEXTS, pair.found, *pair.shas)
        yield replace(waiting, about=(*pair.shas, pair.other.iri))


def _alike(documents: Documents) -> Iterator[Waiting]:
    for found, other in alike_schemes(documents):
        yield _waiting(ReviewKind.ALIKE, found, found.iri, other.iri)


def _waiting(kind: ReviewKind, found: Found, *about: str) -> Waiting:
    return Waiting(
        id=matter_id(kind, *about),
        kind=kind,
        subject=found.selector or found.number,
        iri=found.iri,
        about=about,
    )


def told(
    waiting: Sequence[Waiting], dataset: Dataset, tables: sqlite3.Connection
) -> list[ReviewItem]:
    """Return matters as they are told, in the order given. Raises sqlite3.Error."""
    documents = TabledDocuments(dataset, tables)
    links = Links(documents)
    of_links = [each for each in waiting if each.kind in _LINKS]
    ends = {end for each in of_links for end in (each.about[0], each.about[2])}
    documents.fetch({each.iri for each in waiting if each.iri} | ends)
    if len(of_links) > _MANY:
        links.assertions.read_all()
    return [_told(each, documents, links) for each in waiting]


def _told(waiting: Waiting, documents: Documents, links: Links) -> ReviewItem:
    if waiting.kind in _LINKS:
        subject, relation, target = waiting.about
        step, kind = unsure_link(documents.dataset, links, (subject, relation, target))
        return link(step, kind, documents)
    return next(item for item in _about(waiting, documents, links) if item.id == waiting.id)


def _about(waiting: Waiting, documents: Documents, links: Links) -> Iterable[ReviewItem]:
    """Return the matters of a kind that are about the same as one of them."""
    if waiting.kind is ReviewKind.DECISION:
        return unapplied(documents.dataset)
    if waiting.kind is ReviewKind.TEXTS:
        return text_pairs(open_pairs(documents, waiting.about[0]), documents)
    found = documents.found(waiting.iri)
    if waiting.kind is ReviewKind.ALIKE:
        return alike([(found, documents.found(waiting.about[1]))], documents, links)
    if waiting.kind is ReviewKind.CONFLICT:
        return conflicts([found], documents)
    if waiting.kind is ReviewKind.SCAN:
        return scans([found], documents)
    return references([found], documents, links)
