"""Whether a graph that was made elsewhere holds together: what is read later on relies on it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from graph.rdf import vocabulary as ld
from graph.words.sentences import Cause

_Node = NamedNode | BlankNode | Triple
_NUMBER = re.compile("[0-9]{1,18}")
_ENDS = (ld.SUBJECT, ld.PREDICATE, ld.OBJECT)


def faults_of(dataset: Store) -> Iterator[tuple[str, Cause]]:
    """Yield the nodes that are wrong, and why: offsets, words, ends of relations, premises."""
    yield from _assertions(dataset)
    yield from _passages(dataset)
    yield from _circles(dataset)


def _assertions(dataset: Store) -> Iterator[tuple[str, Cause]]:
    """Yield the assertions that do not state one relation between two nodes, or not how surely."""
    for quad in dataset.quads_for_pattern(None, ld.TYPE, ld.ASSERTION, None):
        node = quad.subject
        for predicate in _ENDS:
            ends = {
                found.object for found in dataset.quads_for_pattern(node, predicate, None, None)
            }
            if len(ends) != 1:
                fields = {"count": str(len(ends)), "predicate": predicate.value}
                yield str(node), Cause("graph: not one", fields)
            elif not isinstance(next(iter(ends)), NamedNode):
                yield str(node), Cause("graph: no node", {"predicate": predicate.value})
        for found in dataset.quads_for_pattern(node, ld.CONFIDENCE, None, None):
            if not _is_share(found.object):
                yield str(node), Cause("graph: no share", {"value": str(found.object)})


def _passages(dataset: Store) -> Iterator[tuple[str, Cause]]:
    """Yield the passages whose words do not stand where they say; one text is held at a time."""
    for quad in dataset.quads_for_pattern(None, ld.TYPE, ld.TEXT, None):
        contents = list(dataset.quads_for_pattern(quad.subject, ld.CONTENT, None, None))
        content = contents[0].object if len(contents) == 1 else None
        text = content.value if isinstance(content, Literal) else ""
        for passage in dataset.quads_for_pattern(None, ld.IN_TEXT, quad.subject, None):
            node = passage.subject
            start, end = (_number(dataset, node, each) for each in (ld.START, ld.END))
            if start is None or end is None:
                yield str(node), Cause("graph: no number")
            elif not 0 <= start < end <= len(text):
                fields = {"start": str(start), "end": str(end), "length": str(len(text))}
                yield str(node), Cause("graph: outside", fields)
            elif any(
                found.object != Literal(text[start:end])
                for found in dataset.quads_for_pattern(node, ld.EXACT, None, None)
            ):
                yield str(node), Cause("graph: other words", {"start": str(start), "end": str(end)})


def _circles(dataset: Store) -> Iterator[tuple[str, Cause]]:
    """Yield what is inferred from itself, by however many steps."""
    premises: defaultdict[str, set[str]] = defaultdict(set)
    for quad in dataset.quads_for_pattern(None, ld.PREMISE, None, None):
        premises[str(quad.subject)].add(str(quad.object))
    try:
        TopologicalSorter(premises).prepare()
    except CycleError as error:
        yield error.args[1][0], Cause("graph: circle")


def _number(dataset: Store, node: _Node, predicate: NamedNode) -> int | None:
    found = list(dataset.quads_for_pattern(node, predicate, None, None))
    value = found[0].object if len(found) == 1 else None
    written = value.value if isinstance(value, Literal) else ""
    return int(written) if _NUMBER.fullmatch(written) else None


def _is_share(value: object) -> bool:
    try:
        return isinstance(value, Literal) and 0 <= float(value.value) <= 1
    except ValueError:
        return False
