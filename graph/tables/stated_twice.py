"""Fields to which texts give values that cannot both hold, with what each text states."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from pyoxigraph import Literal, NamedNode, Store

from graph.rdf import vocabulary as ld
from graph.tables.statements import file_names

_Stated = list[tuple[Literal | NamedNode, str]]
"""The values of one field of one document, each with the graph that states it."""


def contradictions(
    dataset: Store, ids: Mapping[str, int]
) -> Iterator[tuple[int, str, str, str | None]]:
    """Yield document, property, value and file, as the question ``conflicts`` asks for them.

    What comes from a table has no file; what a person decided is settled.
    """
    agreeing = {
        (quad.subject, quad.object)
        for quad in dataset.quads_for_pattern(None, ld.AGREES_WITH, None, None)
    }
    for field in (ld.DATE, ld.ISSUED_BY):
        stated: defaultdict[str, _Stated] = defaultdict(list)
        for quad in dataset.quads_for_pattern(None, field, None, None):
            node, value, graph = quad.subject, quad.object, quad.graph_name
            if not isinstance(node, NamedNode) or not isinstance(graph, NamedNode):
                continue
            if isinstance(value, Literal | NamedNode):
                stated[node.value].append((value, graph.value))
        for iri, values in stated.items():
            nodes = sorted({value for value, _ in values}, key=lambda node: node.value)
            contradicted = any(
                not other.value.startswith(one.value)
                if field is ld.DATE
                else (one, other) not in agreeing
                for one, other in combinations(nodes, 2)
            )
            if contradicted and iri in ids and not _is_settled(dataset, iri, field):
                for stated_value, source in values:
                    for name in _names(dataset, stated_value):
                        for file in _files(dataset, source):
                            yield ids[iri], field.value, name, file


def _is_settled(dataset: Store, iri: str, field: NamedNode) -> bool:
    decided = dataset.quads_for_pattern(NamedNode(iri), ld.DECIDED_IN, None, None)
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
