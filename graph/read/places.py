"""Places as people type them, those of the texts of a store, and what they are called."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from pyoxigraph import NamedNode

from graph.errors import AmbiguousPlace, UnknownPlace
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.read.lookup import place_marks
from graph.store.disk import GraphStore
from graph.values import Found
from graph.words.whereabouts import name_at
from ontology.institutions.places import province_named
from ontology.spelling import slug

_FEW = 50
"""So many places can be read through; of more an error names the provinces alone."""


def place_named(store: GraphStore, typed: str) -> NamedNode:
    """Return the place of the store that ``typed`` names, with or without the word for its kind.

    A path will do, too: ``lai-chau.tam-duong``. Raises UnknownPlace, AmbiguousPlace.
    """
    paths = _paths(store)
    found = meant_paths(paths, typed)
    if not found:
        raise UnknownPlace(typed, _nearest(paths, typed))
    if len(found) > 1:
        raise AmbiguousPlace(typed, tuple(found))
    return ld.thing_node("place", found[0])


def known_place(store: GraphStore, typed: str) -> frozenset[str]:
    """Return the keys of ``typed``, a place of the store or a province that no text speaks of.

    Raises UnknownPlace for any other: it may be a slip, and "no plans there" would mislead.
    """
    paths = _paths(store)
    if not meant_paths(paths, typed) and province_named(typed) is None:
        raise UnknownPlace(typed, _nearest(paths, typed))
    return place_marks(typed)


def lies_in(place: str, wanted: frozenset[str]) -> bool:
    """Tell whether one of the places on the path ``place`` is wanted, by name or by its path.

    >>> lies_in("lai-chau.tam-duong", frozenset({"tam-duong"}))
    True
    """
    names = place.split(".")
    paths = {slug(".".join(names[: size + 1])) for size in range(len(names))}
    return bool(wanted & {*names, *paths})


def _paths(store: GraphStore) -> list[str]:
    quads = store.dataset.quads_for_pattern(None, ld.TYPE, ld.ADMIN_UNIT, ld.DOCUMENTS_GRAPH)
    return sorted(
        quad.subject.value.rpartition("/")[2]
        for quad in quads
        if isinstance(quad.subject, NamedNode)
    )


def meant_paths(paths: Sequence[str], typed: str) -> list[str]:
    """Return the paths that ``typed`` names; a kind that is typed leaves namesakes of others out.

    A path holds the kind where a namesake lies beside it: ``lai-chau.xa-phong-tho``.
    """
    wanted = place_marks(typed)
    with_kind = len(wanted) > 1
    names = {path: path.rpartition(".")[2] for path in paths}
    if with_kind and slug(typed) in names.values():
        return [path for path in paths if names[path] == slug(typed)]
    return [
        path
        for path in paths
        if wanted & {names[path], slug(path)}
        or (not with_kind and wanted <= place_marks(names[path]))
    ]


def _nearest(paths: Sequence[str], typed: str) -> tuple[str, ...]:
    """Return the paths whose last name is most like ``typed``, or all of them, as far as few."""
    names = {path.rpartition(".")[2] for path in paths}
    near = get_close_matches(slug(typed), sorted(names), n=3, cutoff=0.7)
    if alike := tuple(path for path in paths if path.rpartition(".")[2] in near):
        return alike
    return tuple(path for path in paths if len(paths) <= _FEW or "." not in path)


def place_names(documents: Documents, iris: Sequence[str]) -> dict[str, str]:
    """Return what every place is called: its name in the table, else as its bodies bear it."""
    records = map(documents.record, iris)
    return _named((record.place, record.stated.get("issuer", ())) for record in records)


def places_of(documents: Iterable[Found]) -> dict[str, str]:
    """Return what the places of documents are called, as ``place_names``, without reading them."""
    return _named((found.place, filter(None, (found.issuer,))) for found in documents)


def _named(told: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """Return the names of paths and of what they lie in; each path with names of bodies there."""
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    for path, issuers in told:
        bodies[path].update(issuers)
        above = path
        while above:
            bodies.setdefault(above, set())
            above = above.rpartition(".")[0]
    return {path: name_at(path, sorted(bodies[path])) for path in sorted(filter(None, bodies))}
