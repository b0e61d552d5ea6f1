"""Every document of a store in a line, and those that words and marks choose of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.read.garbage import garbage_kept
from graph.read.places import place_names
from graph.store.disk import GraphStore
from graph.words.labels import called, place_words
from ontology.spelling import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One document as a list shows it; ``words`` are all that may be looked for, folded."""

    iri: str
    name: str
    title: str
    issuer: str
    date: str
    level: str
    place: str
    where: str
    held: bool
    resolved: bool
    words: str


def lines_of(store: GraphStore) -> tuple[Line, ...]:
    """Return a line for each document of the store, in the order of their names."""
    with garbage_kept():
        return tuple(sorted(_lines(store), key=lambda line: (line.name, line.iri)))


def _lines(store: GraphStore) -> Iterator[Line]:
    documents = Documents(store.dataset)
    documents.read_all()
    quads = store.dataset.quads_for_pattern(None, ld.TYPE, ld.DOCUMENT, ld.DOCUMENTS_GRAPH)
    iris = sorted({quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)})
    places = place_names(documents, iris)
    for found in map(documents.found, iris):
        name, where = called(found, places), place_words(found.place, places)
        told = (name, found.title, found.issuer, where, found.date)
        yield Line(
            iri=found.iri,
            name=name,
            title=found.title,
            issuer=found.issuer,
            date=found.date,
            level=found.level.value if found.level else "",
            place=found.place,
            where=where,
            held=found.held,
            resolved=found.resolved,
            words=_folded(" ".join(told)),
        )


def chosen(
    lines: Sequence[Line], words: str, *, level: str = "", place: str = "", held: bool = False
) -> list[Line]:
    """Return the lines that hold each of ``words``, of a level and in a place where one is given.

    A place holds what lies in it; ``held`` leaves out what is only mentioned.
    """
    wanted = _folded(words).split()
    return [
        line
        for line in lines
        if all(word in line.words for word in wanted)
        and (not level or line.level == level)
        and (not place or f"{line.place}.".startswith(f"{place}."))
        and (line.held or not held)
    ]


def _folded(text: str) -> str:
    return slug(text).replace("-", " ")
