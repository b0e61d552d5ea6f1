"""What follows from what texts state, kept in a graph of its own.

Two kinds, and no more. The umbrella properties (``ld:carriesOut`` over ``ld:implements`` and its
kind) say the same in a wider word. And whoever carries out a document carries out what that
document promulgates or approves, and the other way round: a plan that implements the regulation
issued with a decision carries out the decision. Such a link has an assertion that names its rule
and its premises; it is a ``ld:carriesOut`` alone, so a query for ``ld:implements`` never meets it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode, Quad, Store

from graph.facts.assertions import assertion_facts
from graph.facts.link_judgements import JudgedLink, LinkJudgements
from graph.rdf import vocabulary as ld
from ontology.documents.relation import Relation

ADOPTS: Final = (ld.relation_node(Relation.PROMULGATES), ld.relation_node(Relation.APPROVES))
UMBRELLAS: Final = {
    ld.CARRIES_OUT: ld.CARRYING_OUT,
    ld.SUMMARIZES: (ld.SUMMARIZES_INTERIM, ld.SUMMARIZES_FINAL),
    ld.CHANGES: tuple(
        ld.relation_node(relation)
        for relation in (Relation.AMENDS, Relation.REPEALS, Relation.REPLACES)
    ),
}
CARRIES_OUT_NAME = ld.RELATION_NAMES[ld.CARRIES_OUT]
RULE_ADOPTED = "carries-out-what-is-adopted"
"""P carries out A, and A promulgates or approves B: then P carries out B."""
RULE_ADOPTING = "carries-out-what-adopts"
"""P carries out B, and A promulgates or approves B: then P carries out A."""


@dataclass(frozen=True, slots=True)
class Link:
    """One direct triple between two documents."""

    subject: NamedNode
    predicate: NamedNode
    object: NamedNode

    @property
    def key(self) -> tuple[str, str, str]:
        """The IRIs of the three, by which links are ordered."""
        return self.subject.value, self.predicate.value, self.object.value


def inferred_facts(store: Store, link_judgements: LinkJudgements | None = None) -> Iterator[Quad]:
    """Yield the quads that follow from the graph of ``store``; nothing follows from them again.

    What a person confirms among them stands in the graph of decisions; what one rejects is kept as
    an assertion alone.
    """
    for umbrella, narrower in UMBRELLAS.items():
        for predicate in narrower:
            for link in _links(store, None, predicate, None):
                yield Quad(link.subject, umbrella, link.object, ld.INFERRED_GRAPH)
    for adopts in ADOPTS:
        for adoption in _links(store, None, adopts, None):
            yield from following_from(store, adoption, None, link_judgements or {})


def following_from(
    store: Store, adoption: Link, plan: NamedNode | None, link_judgements: LinkJudgements
) -> Iterator[Quad]:
    """Yield what follows from one adoption for those who carry out either end, or one ``plan``."""
    because = _assertion_of(store, adoption)
    for stated, meant, rule in (
        (adoption.subject, adoption.object, RULE_ADOPTED),
        (adoption.object, adoption.subject, RULE_ADOPTING),
    ):
        for link in _carried_out_by(store, plan, stated, meant):
            premises = (_assertion_of(store, link), because)
            decided = JudgedLink(link.subject.value, CARRIES_OUT_NAME, meant.value)
            status = link_judgements.get(decided, ld.INFERRED)
            follows = Link(link.subject, ld.CARRIES_OUT, meant)
            yield from _inferred(follows, rule, premises, status)


def _carried_out_by(
    store: Store, only: NamedNode | None, stated: NamedNode, meant: NamedNode
) -> Iterator[Link]:
    """Yield the links to ``stated`` of every plan that no text links to ``meant`` already."""
    for predicate in ld.CARRYING_OUT:
        for link in _links(store, only, predicate, stated):
            plan = link.subject
            if plan not in (stated, meant) and not any(
                _holds(store, plan, other, meant) for other in ld.CARRYING_OUT
            ):
                yield link


def _inferred(
    link: Link, rule: str, premises: tuple[NamedNode, NamedNode], status: NamedNode
) -> Iterator[Quad]:
    graph = ld.DECISIONS_GRAPH if status == ld.CONFIRMED else ld.INFERRED_GRAPH
    because = [premise.value for premise in premises]
    node = ld.assertion_node(*link.key, rule, *because)
    ends = link.subject, link.predicate, link.object
    yield from assertion_facts(node, ends, rule=rule, status=status, graph=graph)
    for premise in premises:
        yield Quad(node, ld.PREMISE, premise, graph)


def _assertion_of(store: Store, link: Link) -> NamedNode:
    """Return one assertion that states ``link``, the same in every run."""
    claims = [
        quad.subject
        for quad in store.quads_for_pattern(None, ld.STATES, ld.claim_node(*link.key), None)
        if isinstance(quad.subject, NamedNode)
    ]
    return min(claims, key=lambda claim: claim.value)


def _links(
    store: Store, subject: NamedNode | None, predicate: NamedNode, target: NamedNode | None
) -> list[Link]:
    """Return the stated links of a pattern, each once however many texts state it, in order."""
    found = {
        Link(quad.subject, predicate, quad.object)
        for quad in store.quads_for_pattern(subject, predicate, target, None)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }
    return sorted(found, key=lambda link: link.key)


def _holds(store: Store, subject: NamedNode, predicate: NamedNode, target: NamedNode) -> bool:
    return any(True for _ in store.quads_for_pattern(subject, predicate, target, None))
