"""Fields to which texts give values that cannot both hold, with what each text states."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.rdf import vocabulary as ld
from graph.tables.of_texts.statements import file_names

_Stated = list[tuple[Literal | NamedNode, str]]
"""The values of one field of one document, each with the graph that states it."""


def contradictions(
    dataset: Store, ids: Mapping[str, int]
) -> Iterator[tuple[int, str, str, str | None]]:
    """Yield document, property, value and file, as the question ``conflicts`` asks for them.

    What comes from a table has no file; what a person decided is settled.
    """
    for field in (ld.DATE, ld.ISSUED_BY):
        stated: defaultdict[str, _Stated] = defaultdict(list)
        for quad in dataset.quads_for_pattern(None, field, None, None):
            if isinstance(quad.subject, NamedNode):
                stated[quad.subject.value] += _value(quad)
        for iri, values in stated.items():
            if iri in ids:
                yield from _rows(dataset, ids[iri], NamedNode(iri), field, values)


def contradictions_of(
    dataset: Store, iri: str, number: int
) -> Iterator[tuple[int, str, str, str | None]]:
    """Yield the same of one document, which has this ``number`` in the tables."""
    node = NamedNode(iri)
    for field in (ld.DATE, ld.ISSUED_BY):
        quads = dataset.quads_for_pattern(node, field, None, None)
        values = [value for quad in quads for value in _value(quad)]
        yield from _rows(dataset, number, node, field, values)


def _value(quad: Quad) -> _Stated:
    """Return what a quad states, with the graph that states it."""
    value, graph = quad.object, quad.graph_name
    if isinstance(value, Literal | NamedNode) and isinstance(graph, NamedNode):
        return [(value, graph.value)]
    return []


def _rows(
    dataset: Store, number: int, node: NamedNode, field: NamedNode, values: _Stated
) -> Iterator[tuple[int, str, str, str | None]]:
    nodes = sorted({value for value, _ in values}, key=lambda value: value.value)
    contradicted = any(
        not other.value.startswith(one.value)
        if field is ld.DATE
        else not (isinstance(one, NamedNode) and _agree(dataset, one, other))
        for one, other in combinations(nodes, 2)
    )
    if contradicted and not _is_settled(dataset, node, field):
        for stated_value, source in values:
            for name in _names(dataset, stated_value):
                for file in _files(dataset, source):
                    yield number, field.value, name, file


def _agree(dataset: Store, one: NamedNode, other: Literal | NamedNode) -> bool:
    return any(dataset.quads_for_pattern(one, ld.AGREES_WITH, other, None))


def _is_settled(dataset: Store, node: NamedNode, field: NamedNode) -> bool:
    decided = dataset.quads_for_pattern(node, ld.DECIDED_IN, None, None)
    return any(
        True
        for quad in decided
        if isinstance(quad.object, NamedNode)
        for _ in dataset.quads_for_pattern(quad.object, ld.DECIDED_PROPERTY, field, None)
    )


def _names(dataset: Store, value: Literal | NamedNode) -> list[str]:
    """Return what a value is called: a body may bear several names."""
    if isinstance(value, Literal):
        return [value.value]
    quads = dataset.quads_for_pattern(value, ld.LABEL, None, None)
    names = [quad.object.value for quad in quads if isinstance(quad.object, Literal)]
    return names or [value.value]


def _files(dataset: Store, graph: str) -> list[str] | list[None]:
    """Return the files that hold the text of a graph, a single None for what is no text."""
    text = ld.text_node(graph.rpartition("/")[2])
    return file_names(dataset, text) or [None]
