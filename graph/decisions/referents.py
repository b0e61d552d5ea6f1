"""Which document a decision names, among those that texts mention.

A decision is written once and read again on every build, while the graph around it grows. So a
reference is found by the IRI that its own text gives it, too, when another text has long settled
which document it is.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Store

from extract.reading import Reading
from graph.decisions.file import spaced
from graph.facts.known import known_facts
from graph.facts.texts import document_facts, document_nodes
from graph.identity.candidates import DocumentKey
from graph.identity.numbers import parse_typed
from graph.identity.resolution import Resolutions
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.read.lookup import matching
from ontology.documents.identity import DocumentId

_TAIL = "ref-"


class Unmet(Exception):
    """A decision that cannot be applied; ``code`` says why, ``detail`` what it is about."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Referents:
    """The documents of all texts: as the graph has them, and as each text alone has them.

    ``finals`` holds for every key the IRI in the graph, ``raws`` that which the text gives it;
    ``of_iri`` and ``of_text`` are the keys that have an IRI of either kind, and those of a text.
    """

    documents: Documents
    finals: Mapping[DocumentKey, str]
    raws: Mapping[DocumentKey, str]
    of_iri: Mapping[str, frozenset[DocumentKey]]
    of_text: Mapping[str, frozenset[DocumentKey]]

    def meant(self, typed: str) -> str:
        """Return the IRI of the document that ``typed`` means; raises Unmet.

        Of one document that is known and others that are open the first is meant. A key or an IRI
        may be that of a document which no text mentions.
        """
        found = matching(self.documents, typed)
        if not found:
            found = tuple(sorted({self.finals[key] for key in self.read_as(typed)}))
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
            return self.raws[min(read)], read
        if not sha:
            known = self._known(found)
            found = known if len(known) == 1 else found
        iri = self._only(found, typed)
        if sha or iri.startswith(ld.REFERENCE_BASE):
            return iri, self._keys(iri, sha)
        return iri, frozenset()

    def read_as(self, typed: str, sha: str = "") -> frozenset[DocumentKey]:
        """Return where a text alone has the document whose IRI, or whose tail, was typed."""
        parsed = parse_typed(typed)
        iris = {parsed.iri} if parsed.iri else set()
        for mark in parsed.marks:
            tail = mark.removeprefix(_TAIL)
            if tail and tail != mark:
                iris |= {iri for iri in self.of_iri if iri.startswith(ld.REFERENCE_BASE + tail)}
        return frozenset(
            key for iri in iris for key in self._keys(iri, sha) if self.raws[key] == iri
        )

    def in_text(self, sha: str) -> frozenset[str]:
        """Return the IRIs of the documents that a text mentions, as the graph has them."""
        return frozenset(self.finals[key] for key in self.of_text[sha])

    def mentioned(self, iri: str) -> bool:
        """Tell whether the graph has the document."""
        return self.documents.exists(iri)

    def _keys(self, iri: str, sha: str) -> frozenset[DocumentKey]:
        keys = self.of_iri.get(iri, frozenset())
        return keys & self.of_text[sha] if sha else keys

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
        return self.documents.found(iri).selector or iri


def referents_of(readings: Iterable[Reading], resolutions: Resolutions) -> Referents:
    """Return the documents of ``readings`` with what ``resolutions`` says of them."""
    dataset = Store()
    finals: dict[DocumentKey, str] = {}
    raws: dict[DocumentKey, str] = {}
    of_iri: defaultdict[str, set[DocumentKey]] = defaultdict(set)
    of_text: defaultdict[str, set[DocumentKey]] = defaultdict(set)
    for reading in readings:
        dataset.extend(document_facts(reading, resolutions))
        sha = reading.source.sha256
        nodes = document_nodes(reading, resolutions)
        for document in reading.documents:
            key = sha, document.key
            finals[key], raws[key] = nodes[document.key].value, document.iri
            of_text[sha].add(key)
            for iri in (finals[key], raws[key]):
                of_iri[iri].add(key)
    dataset.extend(known_facts(dataset))
    return Referents(Documents(dataset), finals, raws, _frozen(of_iri), _frozen(of_text))


def _frozen(keys: Mapping[str, set[DocumentKey]]) -> dict[str, frozenset[DocumentKey]]:
    return {name: frozenset(found) for name, found in keys.items()}


def document_iri(iri: str) -> str:
    """Return ``iri`` if it is that of a document with a key, seen or not; else nothing."""
    if not iri.startswith(ld.DOCUMENT_BASE):
        return ""
    try:
        return DocumentId.parse(iri.removeprefix(ld.DOCUMENT_BASE)).iri
    except ValueError:
        return ""


def text_named(names: dict[str, set[str]], typed: str) -> str:
    """Return the hash of the text whose file has the name ``typed``; raises Unmet.

    ``names`` holds the names of each text's files. The end of a path will do if no other ends so.
    """
    found: defaultdict[bool, set[str]] = defaultdict(set)
    for sha, files in names.items():
        for name in map(spaced, files):
            if name == typed or name.endswith(f"/{typed}"):
                found[name == typed].add(sha)
    candidates = found[True] or found[False]
    if not candidates:
        raise Unmet("no-text", typed)
    if len(candidates) > 1:
        raise Unmet("ambiguous-text", typed)
    return candidates.pop()
