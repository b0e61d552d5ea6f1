"""Places that documents are from, tied to what the tables know of them."""

from collections.abc import Iterator
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Quad

from graph.rdf import vocabulary as ld
from graph.rdf.literals import date_literal
from ontology.institutions.reform import units_after
from ontology.institutions.units import unit_at


@lru_cache(16_384)
def place_facts(place: str) -> tuple[Quad, ...]:
    """Return that there is a place, in which others it lies, and what became of each.

    ``place`` is a path of slugs: ``lai-chau.tam-duong``.
    """
    return tuple(_place(place))


def _place(place: str) -> Iterator[Quad]:
    graph = ld.DOCUMENTS_GRAPH
    while place:
        node = ld.thing_node("place", place)
        yield Quad(node, ld.TYPE, ld.ADMIN_UNIT, graph)
        outer = place.rpartition(".")[0]
        if outer:
            yield Quad(node, ld.WITHIN, ld.thing_node("place", outer), graph)
        yield from unit_facts(place)
        for after in units_after(place):
            yield Quad(node, ld.SUCCESSOR, ld.thing_node("place", after.path), graph)
            yield from unit_facts(after.path)
        place = outer


def unit_facts(place: str) -> Iterator[Quad]:
    """Yield what the tables say of a district or a commune; nothing of any other place.

    They do not make it a place of the store: that are those alone that a text is from.
    """
    unit = unit_at(place)
    if unit is None:
        return
    node, graph = ld.thing_node("place", place), ld.DOCUMENTS_GRAPH
    yield labelled(node, unit.label)
    yield Quad(node, ld.LEVEL, ld.level_node(unit.level), graph)
    for predicate, day in ((ld.VALID_FROM, unit.since), (ld.VALID_UNTIL, unit.until)):
        if day:
            yield Quad(node, predicate, date_literal(day), graph)


def labelled(node: NamedNode, label: str) -> Quad:
    """Return the name of a node, in Vietnamese."""
    return Quad(node, ld.LABEL, Literal(label, language="vi"), ld.DOCUMENTS_GRAPH)
