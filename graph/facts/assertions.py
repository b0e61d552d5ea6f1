"""A stated link as quads: the direct triple that plain SPARQL asks for, and what says so."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph.rdf import vocabulary as ld


def assertion_facts(
    node: NamedNode,
    link: tuple[NamedNode, NamedNode, NamedNode],
    *,
    rule: str,
    status: NamedNode,
    graph: NamedNode,
) -> Iterator[Quad]:
    """Yield the assertion ``node`` of a link (subject, property, object) that ``rule`` found.

    The direct triple stands beside it unless a person rejected the link, or has yet to look at it.
    """
    subject, predicate, target = link
    if status in ld.HOLDING:
        yield Quad(subject, predicate, target, graph)
    claim = ld.claim_node(subject.value, predicate.value, target.value)
    yield Quad(node, ld.TYPE, ld.ASSERTION, graph)
    yield Quad(node, ld.STATES, claim, graph)
    yield Quad(node, ld.SUBJECT, subject, graph)
    yield Quad(node, ld.PREDICATE, predicate, graph)
    yield Quad(node, ld.OBJECT, target, graph)
    yield Quad(node, ld.STATUS, status, graph)
    yield Quad(node, ld.METHOD, Literal(rule), graph)
