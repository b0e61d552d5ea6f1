"""Where documents stand in texts, looked up where a decision asks for it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from pyoxigraph import NamedNode, Store

from graph.build.renewal.identity import Identified
from graph.build.renewal.index import Index
from graph.build.renewal.terms import NotSureError, Texts
from graph.decisions.referents import Referents
from graph.facts.texts import document_nodes
from graph.identity.candidates import DocumentKey
from graph.identity.resolution import Resolution, Resolutions
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.read.record import Record

_AFTER_ALL = "\U0010ffff"
"""What sorts behind every character of an IRI."""


def stored_referents(
    dataset: Store, found: Identified, texts: Texts, moved: Resolutions
) -> Referents:
    """Return the documents of a dataset in which no decision is but those that ``moved`` some.

    What texts state of their documents has to be in line with what is ``found`` and with ``moved``;
    what follows from it need not be. To ask where a document stands raises NotSureError if that is
    in more texts than may change.
    """
    places = _StoredPlaces(dataset, found.index, texts, moved, found.most)
    return Referents(_StatedDocuments(dataset), places)


class _StatedDocuments(Documents):
    """Documents with what texts and tables state of them, and nothing that follows from it."""

    def record(self, iri: str) -> Record:
        return _as_stated(super().record(iri))

    def marked(self, iri: str) -> Record:
        return _as_stated(super().marked(iri))

    def issuing(self, _plan: str) -> tuple[str, ...]:
        return ()


def _as_stated(record: Record) -> Record:
    return replace(record, own=frozenset(), mentions=0, unconfirmed=(), selector="", copies={})


class _StoredPlaces:
    """The documents of all texts, of which only those texts are read that are asked for, once."""

    def __init__(
        self, dataset: Store, index: Index, texts: Texts, moved: Resolutions, most: int
    ) -> None:
        self._dataset = dataset
        self._index = index
        self._texts = texts
        self._most = most
        self._moved: defaultdict[str, dict[DocumentKey, Resolution]] = defaultdict(dict)
        for key, resolution in moved.items():
            self._moved[key[0]][key] = resolution
        self._moved_raws = sorted((self.raw(key), key) for key in moved)
        self._finals: dict[str, dict[DocumentKey, str]] = {}

    def keys_of(self, iri: str, sha: str = "") -> frozenset[DocumentKey]:
        shas = {sha} if sha else self._naming(iri)
        raws = {key for key, _ in self._raws(iri, f"{iri}\0")}
        final = {key for text in shas for key, node in self._of(text).items() if node == iri}
        return frozenset(key for key in final | raws if not sha or key[0] == sha)

    def keys_in(self, sha: str) -> frozenset[DocumentKey]:
        return frozenset(self._of(sha))

    def final(self, key: DocumentKey) -> str:
        return self._of(key[0])[key]

    def raw(self, key: DocumentKey) -> str:
        documents = self._texts.reading(key[0]).documents
        return next(document.iri for document in documents if document.key == key[1])

    def raws_beginning(self, start: str) -> Iterable[str]:
        raws = (raw for _, raw in self._raws(start, start + _AFTER_ALL))
        kind = ld.UNRESOLVED_REFERENCE
        quads = self._dataset.quads_for_pattern(None, ld.TYPE, kind, None)
        still_open = (quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode))
        return {iri for iri in chain(raws, still_open) if iri.startswith(start)}

    def _raws(self, start: str, end: str) -> Iterator[tuple[DocumentKey, str]]:
        """Yield what texts alone give an IRI from ``start`` up to ``end``, that the graph does not.

        What is as its text says need not be among it.
        """
        for sha, key, raw in self._index.raws(start, end):
            yield (sha, key), raw
        first, last = (bisect_left(self._moved_raws, (each,)) for each in (start, end))
        for raw, moved in self._moved_raws[first:last]:
            yield moved, raw

    def _naming(self, iri: str) -> set[str]:
        """Return the texts that speak of a document: each says what its level is."""
        quads = self._dataset.quads_for_pattern(NamedNode(iri), ld.LEVEL, None, None)
        graphs = {quad.graph_name for quad in quads}
        if len(graphs) > self._most:
            raise NotSureError
        return {ld.sha_of(graph) for graph in graphs if isinstance(graph, NamedNode)}

    def _of(self, sha: str) -> Mapping[DocumentKey, str]:
        """Return the IRI in the graph of each document of a text."""
        if sha not in self._finals:
            told = {**self._index.resolutions([sha]), **self._moved.get(sha, {})}
            nodes = document_nodes(self._texts.reading(sha), told)
            self._finals[sha] = {(sha, key): node.value for key, node in nodes.items()}
        return self._finals[sha]
