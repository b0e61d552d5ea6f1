"""Everything that a graph holds of documents and of links between them, read at once.

For what shows or hands on the whole: a question about one document is answered by graph.ask.plans.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

import pyoxigraph as ox

from graph.rdf import vocabulary as ld
from graph.read.added import added_rows
from graph.read.conflicts import conflict
from graph.read.decided import decided_about
from graph.read.documents import Documents
from graph.read.garbage import garbage_kept
from graph.read.passages import (
    Passage,
    marks_within,
    passage_rank,
    references,
    solutions,
)
from graph.read.places import place_names
from graph.read.record import Record
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore
from graph.values import Decided, Found

_REVIEW_NAMES = {node.value: name for name, node in ld.REVIEWS.items()}
_CONTRADICTED = ("date", "issuer", "type", "term", "level")
_STATED = f"""
    PREFIX ld: <{ld.NS}>
    SELECT ?graph ?node ?subject ?predicate ?object ?rule ?confidence ?years ?words ?start ?end
        ?part ?since ?page ?box ?unconfirmed
    WHERE {{ GRAPH ?graph {{
        ?node ld:subject ?subject ; ld:predicate ?predicate ; ld:object ?object ;
            ld:status ?status ; ld:method ?rule ; ld:confidence ?confidence ;
            ld:evidence ?place .
        VALUES ?status {{ {ld.ACCEPTED} {ld.CONFIRMED} }}
        ?place ld:exact ?words ; ld:start ?start ; ld:end ?end .
        OPTIONAL {{ ?node ld:periodYears ?years }}
        OPTIONAL {{ ?node ld:part ?part }}
        OPTIONAL {{ ?node ld:since ?since }}
        OPTIONAL {{ ?place ld:page ?page }}
        OPTIONAL {{ ?place ld:box ?box }}
        OPTIONAL {{ ?place ld:unconfirmed ?unconfirmed }}
    }} }}"""
_INFERRED = f"""
    PREFIX ld: <{ld.NS}>
    SELECT ?node ?subject ?predicate ?object ?rule ?premise WHERE {{ GRAPH ?graph {{
        ?node ld:subject ?subject ; ld:predicate ?predicate ; ld:object ?object ;
            ld:status ?status ; ld:method ?rule ; ld:premise ?premise .
        VALUES ?status {{ {ld.INFERRED} {ld.CONFIRMED} }}
    }} }}"""


class LinkKey(NamedTuple):
    """What a link says: a review that is interim or final is a relation of its own."""

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectedLink:
    """One link with all the passages that state it, the best first, and what people decided on it.

    One that no text states has no passage: it rests on its ``premises``, and its ``rule`` says how.
    """

    key: LinkKey
    relation: str
    review: str
    years: float | None
    rule: str
    confidence: float
    passages: tuple[Passage, ...]
    premises: tuple[LinkKey, ...] = ()
    decisions: tuple[Decided, ...] = ()

    @property
    def part(self) -> str:
        """What of the object the link reaches, from all passages; empty where one says the whole.

        A passage that says the whole is the first of them.
        """
        parts = dict.fromkeys(passage.part for passage in self.passages)
        return "" if "" in parts else "; ".join(parts)

    @property
    def inferred(self) -> bool:
        """Whether no text states it, and nobody has confirmed it."""
        return bool(self.premises) and not self.decisions


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One field of a document to which texts give values that cannot all hold, and which texts."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Collected:
    """One document: what rows show of it, its own texts, and where it is contradicted."""

    found: Found
    texts: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """All documents in the order of their IRIs, all links in the order of their keys."""

    documents: tuple[Collected, ...]
    links: tuple[CollectedLink, ...]
    places: Mapping[str, str]


def collect(store: GraphStore) -> Collection:
    """Return all that the graph of ``store`` holds, inferred links included."""
    with garbage_kept():
        return _collection(local_copy(store.dataset))


def _collection(dataset: ox.Store) -> Collection:
    documents = Documents(dataset)
    documents.read_all()
    quads = dataset.quads_for_pattern(None, ld.TYPE, ld.DOCUMENT, ld.DOCUMENTS_GRAPH)
    iris = sorted({quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)})
    collected = tuple(_collected(documents, iri) for iri in iris)
    stated, nodes = _stated(dataset, documents)
    inferred = list(_inferred(dataset, stated, nodes))
    found = _with_decisions(dataset, (*stated.values(), *inferred), nodes)
    links = sorted(found, key=lambda link: link.key)
    return Collection(collected, tuple(links), place_names(documents, iris))


def _collected(documents: Documents, iri: str) -> Collected:
    record = documents.record(iri)
    texts = tuple(sorted(map(documents.text_name, record.own)))
    return Collected(documents.found(iri), texts, tuple(_contradictions(documents, record)))


def _contradictions(documents: Documents, record: Record) -> Iterator[Contradiction]:
    for field in _CONTRADICTED:
        values = record.stated.get(field, {})
        if len(values) > 1 and conflict(field, values, record.place):
            yield Contradiction(
                field,
                tuple(
                    (value, tuple(sorted(map(documents.text_name, graphs))))
                    for value, graphs in sorted(values.items())
                ),
            )


def _stated(
    dataset: ox.Store, documents: Documents
) -> tuple[dict[LinkKey, CollectedLink], dict[str, LinkKey]]:
    """Return the links that texts or people state, and which of them each assertion states."""
    nodes: dict[str, LinkKey] = {}
    referring = references(dataset)
    passages: defaultdict[LinkKey, list[tuple[bool, Passage]]] = defaultdict(list)
    years: dict[LinkKey, list[tuple[Passage, str]]] = defaultdict(list)
    for row in chain(solutions(dataset, _STATED), added_rows(dataset)):
        graph, node, subject, predicate, target, rule, confidence, period, words, *rest = row
        start, end, part, since, page, box, unconfirmed = rest
        key = nodes[node] = LinkKey(subject, predicate, target)
        first, last = int(start), int(end)
        marks = marks_within(referring.get((graph, target), ()), first, last)
        name = documents.text_name(graph)
        passage = Passage(
            quote=words,
            text=name,
            start=first,
            end=last,
            rule=rule,
            confidence=float(confidence),
            marks=marks,
            part=part,
            since=since,
            page=int(page or 0),
            box=box,
            unconfirmed=bool(unconfirmed),
        )
        passages[key].append((graph not in documents.record(subject).own, passage))
        years[key].append((passage, period))
    links = {
        key: _link(
            key, [passage for _, passage in sorted(found, key=passage_rank)], dict(years[key])
        )
        for key, found in passages.items()
    }
    return links, nodes


def _link(key: LinkKey, passages: Sequence[Passage], years: Mapping[Passage, str]) -> CollectedLink:
    best = passages[0]
    return CollectedLink(
        key=key,
        relation=ld.RELATION_NAMES[ox.NamedNode(key.predicate)],
        review=_REVIEW_NAMES.get(key.predicate, ""),
        years=float(years[best]) if years[best] else None,
        rule=best.rule,
        confidence=best.confidence,
        passages=tuple(passages),
    )


def _inferred(
    dataset: ox.Store, stated: Mapping[LinkKey, CollectedLink], keys: dict[str, LinkKey]
) -> Iterator[CollectedLink]:
    """Yield the links that no text states; ``keys`` is told which of them each assertion states."""
    rules: dict[LinkKey, str] = {}
    premises: defaultdict[LinkKey, set[str]] = defaultdict(set)
    for node, subject, predicate, target, rule, premise in solutions(dataset, _INFERRED):
        keys[node] = LinkKey(subject, predicate, target)
        rules[keys[node]] = rule
        premises[keys[node]].add(premise)

    def sure(key: LinkKey) -> float:
        """How sure a conclusion is: no surer than its premises together."""
        if key in stated:
            return stated[key].confidence
        product = 1.0
        for premise in premises[key]:
            product *= sure(keys[premise])
        return product

    for key, rule in rules.items():
        below = tuple(sorted(keys[premise] for premise in premises[key]))
        relation = ld.RELATION_NAMES[ox.NamedNode(key.predicate)]
        yield CollectedLink(
            key=key,
            relation=relation,
            review="",
            years=None,
            rule=rule,
            confidence=sure(key),
            passages=(),
            premises=below,
        )


def _with_decisions(
    dataset: ox.Store, links: Sequence[CollectedLink], nodes: Mapping[str, LinkKey]
) -> Iterator[CollectedLink]:
    decided: defaultdict[LinkKey, set[Decided]] = defaultdict(set)
    for quad in dataset.quads_for_pattern(None, ld.DECIDED_IN, None, ld.DECISIONS_GRAPH):
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value in nodes:
            found = decided_about(dataset, quad.subject.value)
            decided[nodes[quad.subject.value]].update(found)
    for link in links:
        if link.key in decided:
            ordered = sorted(
                decided[link.key], key=lambda decision: (decision.line, decision.written)
            )
            yield replace(link, decisions=tuple(ordered))
        else:
            yield link
