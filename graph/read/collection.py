"""Everything that a graph holds of documents and of links between them, read at once.

For what shows or hands on the whole: a question about one document is answered by graph.ask.plans.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from graph.rdf import vocabulary as ld
from graph.read.assertions import Assertions, LinkKey
from graph.read.documents import Documents
from graph.read.garbage import garbage_kept
from graph.read.marks import Marks
from graph.read.places import place_names
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore
from graph.values import Decided, Found, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectedLink:
    """One link with all the steps that state it, the best first, and what people decided on it.

    One that no text states rests on its ``premises``; its steps then have no words. ``marks`` are
    the places in the best quote that name the other document.
    """

    key: LinkKey
    steps: tuple[Step, ...]
    marks: tuple[tuple[int, int], ...] = ()
    premises: tuple[LinkKey, ...] = ()
    decisions: tuple[Decided, ...] = ()

    @property
    def best(self) -> Step:
        """The step that rows show: the surest words."""
        return self.steps[0]

    @property
    def passages(self) -> tuple[Step, ...]:
        """The steps that have words, of a text or of a person."""
        return () if self.premises else self.steps

    @property
    def part(self) -> str:
        """What of the object the link reaches, from all passages; empty where one says the whole.

        A passage that says the whole is the first of them.
        """
        parts = dict.fromkeys(step.part for step in self.steps)
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
    """Documents in the order of their IRIs, all links among them in the order of their keys.

    ``beyond`` counts the documents of the store that are not among them.
    """

    documents: tuple[Collected, ...]
    links: tuple[CollectedLink, ...]
    places: Mapping[str, str]
    beyond: int = 0

    def texts(self) -> tuple[str, ...]:
        """Return the names of the texts of the documents, then of those that state a link."""
        own = (name for document in self.documents for name in document.texts)
        stating = (step.text for link in self.links for step in link.passages if step.end)
        return tuple(dict.fromkeys((*own, *stating)))


def collect(store: GraphStore) -> Collection:
    """Return all that the graph of ``store`` holds, inferred links included."""
    with garbage_kept():
        return _collection(local_copy(store.dataset))


def _collection(dataset: ox.Store) -> Collection:
    documents = Documents(dataset)
    documents.read_all()
    quads = dataset.quads_for_pattern(None, ld.TYPE, ld.DOCUMENT, ld.DOCUMENTS_GRAPH)
    iris = sorted({quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)})
    known = tuple(collected(documents, iri) for iri in iris)
    return Collection(known, tuple(_links(documents)), place_names(documents, iris))


def links_of(documents: Documents, keys: Iterable[LinkKey]) -> tuple[CollectedLink, ...]:
    """Return those of ``keys`` that hold, inferred ones included, in the order of the keys.

    It is the same that ``collect`` says of them.
    """
    assertions = Assertions(documents)
    marks = Marks(documents.dataset, assertions)
    nodes = (node for key in dict.fromkeys(keys) for node in assertions.holding_of(key))
    return tuple(_stated(assertions, marks, nodes))


def collected(documents: Documents, iri: str) -> Collected:
    """Return one document."""
    record = documents.record(iri)
    texts = tuple(sorted(map(documents.text_name, record.own)))
    contradictions = tuple(
        Contradiction(
            field,
            tuple(
                (value, tuple(sorted(map(documents.text_name, graphs))))
                for value, graphs in sorted(record.stated[field].items())
            ),
        )
        for field in record.contradicted()
    )
    return Collected(documents.found(iri), texts, contradictions)


def _links(documents: Documents) -> Iterator[CollectedLink]:
    """Return every link that holds, in the order of the keys."""
    assertions = Assertions(documents)
    assertions.read_all()
    marks = Marks(documents.dataset, assertions)
    marks.read_all()
    return _stated(assertions, marks, assertions.holding())


def _stated(
    assertions: Assertions, marks: Marks, nodes: Iterable[ox.NamedNode]
) -> Iterator[CollectedLink]:
    """Yield each link that one of ``nodes`` states, in the order of the keys."""
    stating: defaultdict[LinkKey, list[ox.NamedNode]] = defaultdict(list)
    for node in nodes:
        stating[assertions.key(node)].append(node)
    for key in sorted(stating):
        ranked = assertions.ranked(stating[key])
        node, best = ranked[0]
        steps = tuple(step for _, step in ranked)
        yield CollectedLink(
            key=key,
            steps=steps,
            marks=marks.within(assertions.text(node), key.object, best.start, best.end),
            premises=tuple(sorted(map(assertions.key, assertions.premises(node)))),
            decisions=_decisions(steps),
        )


def _decisions(steps: Sequence[Step]) -> tuple[Decided, ...]:
    """Return what people decided on a link, each once, in the order of the lines."""
    decided = {decision for step in steps for decision in step.decisions}
    return tuple(sorted(decided, key=lambda decision: (decision.line, decision.written)))
