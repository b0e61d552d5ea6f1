"""The texts that a store holds: under which names, and what is said where in each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal, NamedNode

from graph.pages.annotated import Piece, citations_in, pieces
from graph.rdf import vocabulary as ld
from graph.read.collection import Collection
from graph.store.disk import IMPORTED, GraphStore
from graph.values import SourceOf, Step

Places = Mapping[str, Sequence[tuple[int, int]]]
"""Where each text, by its name, says something."""
NO_PLACES: Final[Places] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldText:
    """One text to read: what it is called, in pieces, and the links that it states, in order.

    ``own`` are the IRIs of the documents that it is.
    """

    sha: str
    name: str
    own: tuple[str, ...]
    pieces: tuple[Piece, ...]
    links: tuple[Step, ...]


def no_texts(_: str) -> None:
    """Hold no text at all, for a page that is to go without."""


def text_hashes(store: GraphStore) -> Mapping[str, str]:
    """Return the hash of each text by its name; names that several texts bear are left out.

    There are none where the texts themselves are not held: in a store that was imported.
    """
    if store.state.reader == IMPORTED:
        return {}
    quads = store.dataset.quads_for_pattern(None, ld.FILE_NAME, None, None)
    named = {
        (quad.object.value, ld.sha_of(quad.subject))
        for quad in quads
        if isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode)
    }
    bearing = Counter(name for name, _ in named)
    return {name: sha for name, sha in named if bearing[name] == 1}


class TextHashes(Mapping[str, str]):
    """What ``text_hashes`` returns, each looked up when it is asked for."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._known: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        """Return the hash of the one text with a name."""
        if name not in self._known:
            quads = self._store.dataset.quads_for_pattern(None, ld.FILE_NAME, Literal(name), None)
            named = {
                ld.sha_of(quad.subject) for quad in quads if isinstance(quad.subject, NamedNode)
            }
            is_held = self._store.state.reader != IMPORTED and len(named) == 1
            self._known[name] = named.pop() if is_held else ""
        if not self._known[name]:
            raise KeyError(name)
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        """Yield all names."""
        return iter(text_hashes(self._store))

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(text_hashes(self._store))


def held_texts(
    store: GraphStore,
    collection: Collection,
    source_of: SourceOf,
    names: Iterable[str] | None = None,
    ordered: Places = NO_PLACES,
) -> Iterator[HeldText]:
    """Yield the texts of ``collection`` that ``source_of`` gives, by their names.

    ``names`` says which of them, and in which order, where not all are wanted; of a part of the
    store they are those that it speaks of. ``ordered`` is where each text, by its name, orders
    something.
    """
    if names is None and collection.beyond:
        names = sorted(collection.texts())
    hashes = text_hashes(store) if names is None else TextHashes(store)
    stated = _stated(collection)
    known = {document.found.iri for document in collection.documents}
    own = defaultdict[str, list[str]](list)
    for document in collection.documents:
        for name in document.texts:
            own[name].append(document.found.iri)
    for name in sorted(hashes) if names is None else names:
        source = source_of(hashes[name]) if name in hashes else None
        if source is None:
            continue
        said = stated.get(name, ())
        links = tuple(step for step in said if step.relation != "cites")
        evidence, places = ([(each.start, each.end) for each in those] for those in (links, said))
        places += ordered.get(name, ())
        cited = [each for each in citations_in(store, hashes[name]) if each.iri in known]
        marked = pieces(source.text, cited, evidence, pages=source.pages, places=places)
        yield HeldText(
            sha=hashes[name],
            name=name,
            own=tuple(own[name]),
            pieces=tuple(marked),
            links=links,
        )


def _stated(collection: Collection) -> Mapping[str, tuple[Step, ...]]:
    """Return what each text says of links, by its name, in the order of the words."""
    found = defaultdict[str, list[Step]](list)
    for link in collection.links:
        for step in link.passages:
            if step.end:
                found[step.text].append(step)
    return {
        name: tuple(sorted(steps, key=lambda step: (step.start, step.end, step.object.iri)))
        for name, steps in found.items()
    }
