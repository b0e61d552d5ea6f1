"""What a collection holds, for the page that opens first."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.ask.plans import plans_of
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.read.places import place_names
from graph.store.disk import GraphStore
from graph.values import Found
from ontology.level import Level

_MOST: int = 12
"""How many directives the page lists; the others are found by the question most-implemented."""


@dataclass(frozen=True, slots=True)
class Directive:
    """A document that local plans carry out: how many of them, at how many places."""

    document: Found
    plans: int
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Counts of a collection, and the directives that most others carry out.

    ``levels`` counts documents by the value of their level, those without one under "";
    ``by_place`` by the path of their place.
    """

    documents: int
    held: int
    unresolved: int
    claims: int
    levels: Mapping[str, int]
    by_place: Mapping[str, int]
    directives: tuple[Directive, ...]
    names: Mapping[str, str]


def overview_of(store: GraphStore) -> Overview:
    """Return what the store holds."""
    documents = _nodes(store, ld.DOCUMENT)
    levels = Counter(value.rpartition("/")[2] for value in _values(store, ld.SHOWN_LEVEL).values())
    by_place = Counter(
        value.rpartition("/")[2] for value in _values(store, ld.SHOWN_PLACE).values()
    )
    directives = tuple(_directives(store))
    iris = [directive.document.iri for directive in directives]
    return Overview(
        documents=len(documents),
        held=len(_values(store, ld.HAS_TEXT)),
        unresolved=store.state.unresolved,
        claims=store.state.claims,
        levels={
            **{level.value: levels[level.value] for level in Level},
            "": len(documents) - sum(levels.values()),
        },
        by_place=dict(sorted(by_place.items())),
        directives=directives,
        names=place_names(Documents(store.dataset), iris),
    )


def _directives(store: GraphStore) -> Iterator[Directive]:
    """Yield the documents with most local plans, of those that are carried out most."""
    carried: Counter[str] = Counter()
    for predicate in ld.CARRYING_OUT:
        for quad in store.dataset.quads_for_pattern(None, predicate, None, None):
            if isinstance(quad.object, NamedNode):
                carried[quad.object.value] += 1
    documents = Documents(store.dataset)
    found = []
    for iri, _ in sorted(carried.items(), key=lambda each: (-each[1], each[0]))[: 2 * _MOST]:
        rows = plans_of(store, iri, local=True)
        places = {row.document.place for row in rows}
        if rows:
            found.append(Directive(documents.found(iri), len(rows), len(places)))
    yield from sorted(found, key=lambda each: (-each.plans, each.document.iri))[:_MOST]


def _nodes(store: GraphStore, kind: NamedNode) -> set[str]:
    quads = store.dataset.quads_for_pattern(None, ld.TYPE, kind, ld.DOCUMENTS_GRAPH)
    return {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}


def _values(store: GraphStore, predicate: NamedNode) -> dict[str, str]:
    quads = store.dataset.quads_for_pattern(None, predicate, None, None)
    return {
        quad.subject.value: quad.object.value
        for quad in quads
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }
