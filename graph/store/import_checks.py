"""Whether a graph that was made elsewhere holds together: what is read later on relies on it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from graphlib import CycleError, TopologicalSorter

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from graph.rdf import vocabulary as ld
from graph.store.import_values import wrong_values
from graph.words.sentences import Cause

_Node = NamedNode | BlankNode | Triple
_NUMBER = re.compile("[0-9]{1,18}")
_ENDS = (ld.SUBJECT, ld.PREDICATE, ld.OBJECT)
_STATUSES: frozenset[object] = frozenset({*ld.HOLDING, ld.PROPOSED, ld.REJECTED})


def faults_of(dataset: Store) -> Iterator[tuple[str, Cause]]:
    """Yield the nodes that are wrong, and why: relations, offsets, words, premises, values."""
    yield from _assertions(dataset)
    yield from _relations(dataset)
    yield from _passages(dataset)
    yield from _inferences(dataset)
    yield from wrong_values(dataset)


def _assertions(dataset: Store) -> Iterator[tuple[str, Cause]]:
    """Yield the assertions that do not state one relation between two nodes, or not how surely."""
    for quad in dataset.quads_for_pattern(None, ld.TYPE, ld.ASSERTION, None):
        node = quad.subject
        ends: list[NamedNode] = []
        for predicate in _ENDS:
            found = _values(dataset, node, predicate)
            if len(found) != 1:
                yield str(node), _not_one(predicate, found)
                continue
            (end,) = found
            if isinstance(end, NamedNode):
                ends.append(end)
            else:
                yield str(node), Cause("graph: no node", {"predicate": predicate.value})
        if len(ends) == len(_ENDS):
            yield from _stated(dataset, node, ends)
        for value in _values(dataset, node, ld.CONFIDENCE):
            if not _is_share(value):
                yield str(node), Cause("graph: no share", {"value": str(value)})
        for value in _values(dataset, node, ld.STATUS) - _STATUSES:
            yield str(node), Cause("graph: no status", {"value": str(value)})


def _stated(dataset: Store, node: _Node, ends: list[NamedNode]) -> Iterator[tuple[str, Cause]]:
    """Yield an assertion whose relation is none, or whose claim is another than its ends."""
    subject, predicate, target = ends
    if predicate not in ld.RELATION_NAMES:
        yield str(node), Cause("graph: no relation", {"value": predicate.value})
    claim = ld.claim_node(subject.value, predicate.value, target.value)
    if _values(dataset, node, ld.STATES) != {claim}:
        yield str(node), Cause("graph: another claim", {"value": claim.value})


def _relations(dataset: Store) -> Iterator[tuple[str, Cause]]:
    """Yield the documents of which a relation is said that no assertion states with its words."""
    for predicate in ld.RELATION_NAMES:
        for quad in dataset.quads_for_pattern(None, predicate, None, None):
            if quad.graph_name == ld.INFERRED_GRAPH:
                continue  # a wider word for a relation that is stated
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                claim = ld.claim_node(quad.subject.value, predicate.value, quad.object.value)
                if not any(dataset.quads_for_pattern(None, ld.STATES, claim, None)):
                    fields = {"predicate": predicate.value, "value": quad.object.value}
                    yield str(quad.subject), Cause("graph: no assertion", fields)


def _passages(dataset: Store) -> Iterator[tuple[str, Cause]]:
    """Yield the passages whose words do not stand where they say; one text is held at a time."""
    for quad in dataset.quads_for_pattern(None, ld.TYPE, ld.MENTION, None):
        texts = _values(dataset, quad.subject, ld.IN_TEXT)
        if len(texts) != 1:
            yield str(quad.subject), _not_one(ld.IN_TEXT, texts)
    for quad in dataset.quads_for_pattern(None, ld.TYPE, ld.TEXT, None):
        contents = _values(dataset, quad.subject, ld.CONTENT)
        if len(contents) > 1:
            yield str(quad.subject), _not_one(ld.CONTENT, contents)
            continue
        words = [content.value for content in contents if isinstance(content, Literal)]
        for passage in dataset.quads_for_pattern(None, ld.IN_TEXT, quad.subject, None):
            yield from _passage(dataset, passage.subject, words[0] if words else None)


def _passage(dataset: Store, node: _Node, text: str | None) -> Iterator[tuple[str, Cause]]:
    """Yield what is wrong with one passage; where the graph lacks the text it is taken as it is."""
    start, end = (_number(dataset, node, each) for each in (ld.START, ld.END))
    exact = _values(dataset, node, ld.EXACT)
    if start is None or end is None:
        yield str(node), Cause("graph: no number")
    elif len(exact) != 1:
        yield str(node), _not_one(ld.EXACT, exact)
    elif not 0 <= start < end or (text is not None and end > len(text)):
        length = "?" if text is None else str(len(text))
        fields = {"start": str(start), "end": str(end), "length": length}
        yield str(node), Cause("graph: outside", fields)
    elif text is not None and exact != {Literal(text[start:end])}:
        yield str(node), Cause("graph: other words", {"start": str(start), "end": str(end)})
    yield from _twice(dataset, node)


def _twice(dataset: Store, passage: _Node) -> Iterator[tuple[str, Cause]]:
    """Yield the assertions that state of one passage what another states of it."""
    stating: defaultdict[str, set[str]] = defaultdict(set)
    for quad in dataset.quads_for_pattern(None, ld.EVIDENCE, passage, None):
        for claim in _values(dataset, quad.subject, ld.STATES):
            stating[str(claim)].add(str(quad.subject))
    for nodes in stating.values():
        for node in sorted(nodes)[1:]:
            yield node, Cause("graph: stated twice", {"value": min(nodes)})


def _inferences(dataset: Store) -> Iterator[tuple[str, Cause]]:
    """Yield what is inferred twice of the same, or from itself, by however many steps."""
    premises: defaultdict[str, set[str]] = defaultdict(set)
    claims: dict[str, str] = {}
    for quad in dataset.quads_for_pattern(None, ld.PREMISE, None, None):
        node = str(quad.subject)
        if node not in claims:
            claims[node] = "".join(sorted(map(str, _values(dataset, quad.subject, ld.STATES))))
        premises[node].add(str(quad.object))
    first: dict[tuple[str, frozenset[str]], str] = {}
    for node in sorted(premises):
        other = first.setdefault((claims[node], frozenset(premises[node])), node)
        if other != node:
            yield node, Cause("graph: stated twice", {"value": other})
    try:
        TopologicalSorter(premises).prepare()
    except CycleError as error:
        yield error.args[1][0], Cause("graph: circle")


def _values(dataset: Store, node: _Node, predicate: NamedNode) -> set[object]:
    return {quad.object for quad in dataset.quads_for_pattern(node, predicate, None, None)}


def _not_one(predicate: NamedNode, found: Collection[object]) -> Cause:
    fields = {"count": str(len(found)), "predicate": predicate.value}
    return Cause("graph: not one", fields)


def _number(dataset: Store, node: _Node, predicate: NamedNode) -> int | None:
    found = _values(dataset, node, predicate)
    value = found.pop() if len(found) == 1 else None
    written = value.value if isinstance(value, Literal) else ""
    return int(written) if _NUMBER.fullmatch(written) else None


def _is_share(value: object) -> bool:
    try:
        return isinstance(value, Literal) and 0 <= float(value.value) <= 1
    except ValueError:
        return False
