"""Finding documents by what a person types."""

from collections.abc import Iterator
from heapq import nsmallest

from pyoxigraph import Literal, NamedNode

from graph.errors import WrongUse
from graph.identity.numbers import TypedNumber, distance, parse_typed
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.words.labels import LEVEL_WORDS, level_named
from ontology.level import Level
from ontology.spelling import slug

_NEAREST = 5
_KINDS = ("tinh", "thanh-pho", "tp", "huyen", "quan", "thi-xa", "xa", "phuong", "thi-tran")


def matching(documents: Documents, text: str) -> tuple[str, ...]:
    """Return the IRIs of the documents that ``text`` may mean, in order."""
    typed = parse_typed(text)
    if typed.iri and documents.exists(typed.iri):
        return (typed.iri,)
    found = documents.having_key(typed.name) if typed.name else ()
    if not found and typed.key:
        found = _numbered(documents, typed)
    if not found and typed.name and not typed.key:
        found = _named(documents, typed.name)
    return tuple(iri for iri in found if _marked(documents, iri, typed.marks))


def nearest(documents: Documents, text: str) -> tuple[str, ...]:
    """Return what to type for the documents whose numbers come nearest to ``text``."""
    typed = parse_typed(text)
    if not typed.key:
        words = set(typed.name.split("-"))
        ranked = (
            (-len(words & set(key.split("-"))), iri)
            for key, iri in _keys(documents)
            if not key[:1].isdigit() and len(words & set(key.split("-"))) > 1
        )
        close = [iri for _, iri in nsmallest(_NEAREST, set(ranked))]
    else:
        by_distance = (
            (far, iri)
            for key, iri in _keys(documents)
            if (far := distance(typed.key, key)) is not None
        )
        close = [iri for _, iri in nsmallest(_NEAREST, set(by_distance))]
    return tuple(dict.fromkeys(documents.found(iri).selector for iri in close))


def _numbered(documents: Documents, typed: TypedNumber) -> tuple[str, ...]:
    """Return the documents with a number; the type word chooses among them if it fits any."""
    found = documents.having_key(typed.key if typed.letters else typed.number)
    if typed.year and not typed.letters:
        found = tuple(iri for iri in found if typed.year in documents.record(iri).marks())
    of_type = tuple(
        iri
        for iri in found
        if typed.words in map(slug, documents.record(iri).stated.get("type", ()))
    )
    # Without letters the type word is all that says which register is meant.
    return of_type if of_type or (typed.words and not typed.letters) else found


def _named(documents: Documents, name: str) -> tuple[str, ...]:
    """Return the documents whose name holds the words that were typed."""
    found = {iri for key, iri in _keys(documents) if f"-{name}-" in f"-{key}-"}
    return tuple(sorted(iri for iri in found if _has_no_number(documents, iri)))


def _has_no_number(documents: Documents, iri: str) -> bool:
    return not documents.record(iri).stated.get("number")


def _keys(documents: Documents) -> Iterator[tuple[str, str]]:
    for quad in documents.dataset.quads_for_pattern(None, ld.SEARCH_KEY, None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            yield quad.object.value, quad.subject.value


def _marked(documents: Documents, iri: str, marks: tuple[str, ...]) -> bool:
    if not marks:
        return True
    own = documents.record(iri).marks()
    return all(place_marks(mark) & own for mark in marks)


def place_marks(place: str) -> frozenset[str]:
    """Return the keys of a place as typed, with and without the word for its kind.

    >>> sorted(place_marks("huyện Tam Đường"))
    ['huyen-tam-duong', 'tam-duong']
    """
    mark = slug(place)
    bare = (mark.removeprefix(f"{kind}-") for kind in _KINDS)
    return frozenset({mark, *bare})


def level_typed(typed: Level | str | None) -> Level | None:
    """Return the level that a word in either language names; WrongUse where it names none."""
    if typed is None or isinstance(typed, Level):
        return typed
    level = level_named(typed)
    if level is None:
        known = [word for words in LEVEL_WORDS.items() for word in (words[1][0], words[0])]
        raise WrongUse("unknown level", level=typed, known=", ".join(known))
    return level
