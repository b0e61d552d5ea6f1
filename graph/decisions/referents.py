"""Which document a decision names, among those that texts mention.

A decision is written once and read again on every build, while the graph around it grows. So a
reference is found by the IRI that its own text gives it, too, when another text has long settled
which document it is.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from pyoxigraph import NamedNode, Store

from extract.reading import Reading
from graph.decisions.file import spaced
from graph.facts.known import known_facts
from graph.facts.texts import document_facts, document_nodes
from graph.identity.candidates import DocumentKey
from graph.identity.numbers import parse_typed
from graph.identity.resolution import Resolutions
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.read.lookup import lasting_name, matching
from ontology.documents.identity import DocumentId

_TAIL = "ref-"


class Unmet(Exception):
    """A decision that cannot be applied; ``code`` says why, ``detail`` what it is about."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


class Places(Protocol):
    """Which documents stand in which texts: as all texts have them, and as each alone has them."""

    def keys_of(self, iri: str, sha: str = "") -> frozenset[DocumentKey]:
        """Return where a document with an IRI of either kind stands; with ``sha`` in that text."""
        ...

    def keys_in(self, sha: str) -> frozenset[DocumentKey]:
        """Return the documents of a text."""
        ...

    def final(self, key: DocumentKey) -> str:
        """Return the IRI in the graph."""
        ...

    def raw(self, key: DocumentKey) -> str:
        """Return the IRI that the text itself gives."""
        ...

    def raws_beginning(self, start: str) -> Iterable[str]:
        """Return the IRIs that texts themselves give and that begin so."""
        ...


@dataclass(frozen=True, slots=True)
class Referents:
    """The documents of all texts: what is stated of each, and where it stands."""

    documents: Documents
    places: Places

    def meant(self, typed: str) -> str:
        """Return the IRI of the document that ``typed`` means; raises Unmet.

        Of one document that is known and others that are open the first is meant. A key or an IRI
        may be that of a document which no text mentions.
        """
        found = matching(self.documents, typed)
        if not found:
            found = tuple(sorted({self.places.final(key) for key in self.read_as(typed)}))
        known = self._known(found)
        if len(known) == 1:
            return known[0]
        if not found and (unseen := document_iri(parse_typed(typed).iri)):
            return unseen
        return self._only(found, typed)

    def subject(self, typed: str, sha: str = "") -> tuple[str, frozenset[DocumentKey]]:
        """Return the document to be merged or split, and where: nowhere in particular if empty.

        With ``sha`` only the documents of that text are looked among. Raises Unmet.
        """
        found = matching(self.documents, typed)
        if sha:
            found = tuple(iri for iri in found if iri in self.in_text(sha))
        if not found and (read := self.read_as(typed, sha)):
            return self.places.raw(min(read)), read
        if not sha:
            known = self._known(found)
            found = known if len(known) == 1 else found
        iri = self._only(found, typed)
        if sha or iri.startswith(ld.REFERENCE_BASE):
            return iri, self.places.keys_of(iri, sha)
        return iri, frozenset()

    def read_as(self, typed: str, sha: str = "") -> frozenset[DocumentKey]:
        """Return where a text alone has the document whose IRI, or whose tail, was typed."""
        places, parsed = self.places, parse_typed(typed)
        iris = {parsed.iri} if parsed.iri else set()
        for mark in parsed.marks:
            tail = mark.removeprefix(_TAIL)
            if tail and tail != mark:
                iris |= set(places.raws_beginning(ld.REFERENCE_BASE + tail))
        return frozenset(
            key for iri in iris for key in places.keys_of(iri, sha) if places.raw(key) == iri
        )

    def in_text(self, sha: str) -> frozenset[str]:
        """Return the IRIs of the documents that a text mentions, as the graph has them."""
        return frozenset(map(self.places.final, self.places.keys_in(sha)))

    def mentioned(self, iri: str) -> bool:
        """Tell whether the graph has the document."""
        return self.documents.exists(iri)

    def _known(self, found: Iterable[str]) -> tuple[str, ...]:
        return tuple(iri for iri in found if self.documents.record(iri).known)

    def _only(self, found: Iterable[str], typed: str) -> str:
        candidates = tuple(found)
        if not candidates:
            raise Unmet("no-document", typed)
        if len(candidates) > 1:
            raise Unmet("ambiguous", ", ".join(map(self._named, candidates)))
        return candidates[0]

    def _named(self, iri: str) -> str:
        # What is shortest among namesakes would have all of them read, and may change.
        record = self.documents.record(iri)
        if record.identity is None and record.stated.get("number"):
            return f"{record.number}@{record.tail}"
        return lasting_name(self.documents, record)


@dataclass(frozen=True, slots=True)
class _AllPlaces:
    """The documents of all texts, read one after the other."""

    finals: dict[DocumentKey, str] = field(default_factory=dict)
    raws: dict[DocumentKey, str] = field(default_factory=dict)
    of_iri: defaultdict[str, set[DocumentKey]] = field(default_factory=lambda: defaultdict(set))
    of_text: defaultdict[str, set[DocumentKey]] = field(default_factory=lambda: defaultdict(set))

    def add(self, reading: Reading, nodes: Mapping[str, NamedNode]) -> None:
        """Add the documents of a text, of which ``nodes`` are those in the graph."""
        sha = reading.source.sha256
        for document in reading.documents:
            key = sha, document.key
            self.finals[key], self.raws[key] = nodes[document.key].value, document.iri
            self.of_text[sha].add(key)
            for iri in (self.finals[key], self.raws[key]):
                self.of_iri[iri].add(key)

    def keys_of(self, iri: str, sha: str = "") -> frozenset[DocumentKey]:
        keys = frozenset(self.of_iri.get(iri, ()))
        return keys & self.keys_in(sha) if sha else keys

    def keys_in(self, sha: str) -> frozenset[DocumentKey]:
        return frozenset(self.of_text.get(sha, ()))

    def final(self, key: DocumentKey) -> str:
        return self.finals[key]

    def raw(self, key: DocumentKey) -> str:
        return self.raws[key]

    def raws_beginning(self, start: str) -> Iterable[str]:
        return {iri for iri in self.of_iri if iri.startswith(start)}


def referents_of(readings: Iterable[Reading], resolutions: Resolutions) -> Referents:
    """Return the documents of ``readings`` with what ``resolutions`` says of them."""
    dataset, places = Store(), _AllPlaces()
    for reading in readings:
        dataset.extend(document_facts(reading, resolutions))
        places.add(reading, document_nodes(reading, resolutions))
    dataset.extend(known_facts(dataset))
    return Referents(Documents(dataset), places)


def document_iri(iri: str) -> str:
    """Return ``iri`` if it is that of a document with a key, seen or not; else nothing."""
    if not iri.startswith(ld.DOCUMENT_BASE):
        return ""
    try:
        return DocumentId.parse(iri.removeprefix(ld.DOCUMENT_BASE)).iri
    except ValueError:
        return ""


class TextNames:
    """The names of the files of texts, by which people name a text."""

    def __init__(self, names: Mapping[str, set[str]]) -> None:
        self._names = names

    @cached_property
    def _by_end(self) -> Mapping[str, list[tuple[str, str]]]:
        """Name and hash of each text by the end of the name, for the first that is asked for."""
        found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for sha, files in self._names.items():
            for name in map(spaced, files):
                found[_end(name)].append((name, sha))
        return found

    def sha(self, typed: str) -> str:
        """Return the hash of the text whose file has the name ``typed``; raises Unmet.

        The end of a path will do if no other ends so.
        """
        found: defaultdict[bool, set[str]] = defaultdict(set)
        for name, sha in self._by_end.get(_end(typed), ()):
            if name == typed or name.endswith(f"/{typed}"):
                found[name == typed].add(sha)
        candidates = found[True] or found[False]
        if not candidates:
            raise Unmet("no-text", typed)
        if len(candidates) > 1:
            raise Unmet("ambiguous-text", typed)
        return candidates.pop()


def _end(path: str) -> str:
    return path.rpartition("/")[2]
