"""Added links as quads, in the graph of decisions; their words stand in that of their text."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.decisions.file import Decision
from graph.decisions.judgements import Judgement, Judgements
from graph.decisions.kinds import Kind
from graph.decisions.suggestions import line
from graph.facts.assertions import assertion_facts
from graph.facts.link_judgements import JudgedLink
from graph.facts.registers import declared_facts
from graph.facts.texts import passage_facts, stated_facts
from graph.rdf import vocabulary as ld
from graph.rdf.literals import decimal_literal
from graph.rdf.nodes import decision_node
from ontology.documents.extraction_rules import rule_confidence
from ontology.documents.relation import Relation

_GRAPH = ld.DECISIONS_GRAPH


def without_stated(judgements: Judgements, dataset: Store) -> Judgements:
    """Return the judgements with a problem for every link to add that texts state already.

    ``dataset`` holds what the texts state, and nothing of what people added.
    """
    judged = tuple(
        replace(judgement, problem=f"known-link: {_accepting(judgement.decision)}")
        if judgement.addition and not judgement.problem and _stated(judgement.link, dataset)
        else judgement
        for judgement in judgements.judgements
    )
    return replace(judgements, judgements=judged)


def added_facts(judgements: Judgements) -> Iterator[Quad]:
    """Yield the links that people add, and what is known of documents that no text mentions."""
    for judgement in judgements.judgements:
        addition, link = judgement.addition, judgement.link
        if addition is None or link is None or judgement.problem:
            continue
        for document in addition.unseen:
            node = NamedNode(document.iri)
            yield from declared_facts(document, document.id, node)
            home = sha256(document.iri.encode()).hexdigest()
            yield from stated_facts(document, node, home, _GRAPH)
            if document.title:
                yield Quad(node, ld.TITLE, Literal(document.title), _GRAPH)
        node = added_node(judgement)
        predicate = ld.relation_node(Relation(link.relation))
        ends = NamedNode(link.subject), predicate, NamedNode(link.object)
        yield from assertion_facts(
            node, ends, rule=addition.rule, status=ld.CONFIRMED, graph=_GRAPH
        )
        sure = rule_confidence(addition.rule)
        yield Quad(node, ld.CONFIDENCE, decimal_literal(sure), _GRAPH)
        if addition.source and addition.span:
            start, end = addition.span.start, addition.span.end
            yield from passage_facts(addition.source, start, end)
            passage = ld.mention_node(addition.source.sha256, start, end)
            yield Quad(node, ld.EVIDENCE, passage, _GRAPH)


def added_node(judgement: Judgement) -> NamedNode:
    """Return the assertion by which a person states a link.

    Two people who show the same words state it once; each reason is a statement of its own.
    """
    addition, link, decision = judgement.addition, judgement.link, judgement.decision
    assert addition
    assert link
    predicate = ld.relation_node(Relation(link.relation))
    ends = link.subject, predicate.value, link.object
    if addition.source and addition.span:
        where = addition.source.sha256, addition.span.start, addition.span.end
        return ld.assertion_node(*ends, *where)
    node = decision_node(decision.who, decision.when, decision.written, decision.why)
    return ld.assertion_node(*ends, node.value)


def adding(decision: Decision) -> str:
    """Return the line that adds the link which a decision takes for one that there is."""
    return _link_line(decision, Kind.ADD)


def _accepting(decision: Decision) -> str:
    return _link_line(decision, Kind.ACCEPT)


def _link_line(decision: Decision, kind: Kind) -> str:
    return line(
        who=decision.who,
        when=decision.when,
        decision=kind.value,
        subject=decision.subject,
        relation=decision.relation,
        object=decision.object,
        why=decision.why,
    )


def _stated(link: JudgedLink | None, dataset: Store) -> bool:
    """Tell whether a text states a link, a review by whatever kind of review."""
    if link is None:
        return False
    claims = (
        ld.claim_node(link.subject, predicate.value, link.object)
        for predicate in ld.predicates_named(link.relation)
    )
    return any(
        True
        for claim in claims
        for quad in dataset.quads_for_pattern(None, ld.STATES, claim, None)
        for status in (ld.ACCEPTED, ld.CONFIRMED)
        for _ in dataset.quads_for_pattern(quad.subject, ld.STATUS, status, None)
    )
