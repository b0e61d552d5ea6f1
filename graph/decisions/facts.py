"""Decisions as quads, in a graph of their own."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.decisions.added_links import added_node, adding
from graph.decisions.file import Decision
from graph.decisions.judgements import Judgement, Judgements
from graph.decisions.kinds import ADDED_RELATIONS, OF_DEBTS, Kind, debt_named
from graph.facts.bodies import named_body_facts
from graph.facts.duties import stated_duty
from graph.identity.numbers import parse_typed
from graph.rdf import vocabulary as ld
from graph.rdf.literals import date_literal, integer_literal
from graph.rdf.nodes import decision_node, short_duty
from graph.rdf.schema import BY_NAME
from graph.read.record import Record
from ontology.institutions.issuers import body_level
from ontology.level import Level
from ontology.spelling import slug

_GRAPH = ld.DECISIONS_GRAPH


def name_facts(judgements: Judgements) -> Iterator[Quad]:
    """Yield the titles, dates, issuers and numbers that people give to documents."""
    for judgement in judgements.judgements:
        if judgement.decision.kind is Kind.NAME and not judgement.problem and judgements.known:
            (iri,) = judgement.documents
            record = judgements.known.documents.record(iri)
            yield from _named(judgement.decision, NamedNode(iri), record)


def expected_debts(judgements: Judgements) -> Iterator[Quad]:
    """Yield what people say is owed, which no text orders."""
    for judgement in judgements.judgements:
        if judgement.listed and not judgement.problem:
            listed, node = judgement.listed, _node(judgement.decision)
            yield from stated_duty(listed.duty, listed.bearers, listed.about, node)


def decision_facts(judgements: Judgements, dataset: Store) -> Iterator[Quad]:
    """Yield every decision, with the documents and the assertions of ``dataset`` that it is about.

    Whether there is a link to accept or to reject shows in the dataset alone.
    """
    duties = _duties(judgements, dataset)
    for judgement in judgements.judgements:
        decision = judgement.decision
        node = _node(decision)
        problem = judgement.problem
        assertions = list(_assertions(judgement, dataset))
        named = debt_named(decision.subject) if decision.kind in OF_DEBTS else None
        duty = duties.get(named.duty) if named else None
        if named and duty is None and not problem:
            problem = f"no-duty: {decision.subject}"
        if judgement.link and not assertions and not problem:
            problem = _no_link(decision)
        yield from _told(decision, decision.file or judgements.file, node)
        if problem:
            yield Quad(node, ld.UNAPPLIED, Literal(problem), _GRAPH)
            continue
        if decision.relation and not judgement.listed:
            predicate = _property(decision)
            yield Quad(node, ld.DECIDED_PROPERTY, predicate, _GRAPH)
        for about in (*map(NamedNode, judgement.documents), *assertions, *filter(None, [duty])):
            yield Quad(about, ld.DECIDED_IN, node, _GRAPH)


def _property(decision: Decision) -> NamedNode:
    """Return the property that a decision is about: of the field that it names, or of a link."""
    if decision.kind is Kind.NAME:
        return BY_NAME[decision.relation].predicate
    return ld.predicates_named(decision.relation)[0]


def _told(decision: Decision, file: str, node: NamedNode) -> Iterator[Quad]:
    yield Quad(node, ld.TYPE, ld.DECISION, _GRAPH)
    kind = ld.scheme_node("decision", decision.kind.value)
    yield Quad(node, ld.DECISION_KIND, kind, _GRAPH)
    if decision.who:
        yield Quad(node, ld.DECIDED_BY, Literal(decision.who), _GRAPH)
    if decision.when:
        yield Quad(node, ld.DECIDED_ON, date_literal(decision.when), _GRAPH)
    yield Quad(node, ld.REASON, Literal(decision.why), _GRAPH)
    yield Quad(node, ld.AS_WRITTEN, Literal(decision.written), _GRAPH)
    yield Quad(node, ld.DECISION_FILE, Literal(file), _GRAPH)
    yield Quad(node, ld.DECISION_LINE, integer_literal(decision.line), _GRAPH)


def _node(decision: Decision) -> NamedNode:
    return decision_node(decision.who, decision.when, decision.written, decision.why)


def _assertions(judgement: Judgement, dataset: Store) -> Iterator[NamedNode]:
    link = judgement.link
    if judgement.addition:
        if not judgement.problem:
            yield added_node(judgement)
        return
    for predicate in ld.predicates_named(link.relation) if link else ():
        claim = ld.claim_node(link.subject, predicate.value, link.object) if link else None
        for quad in dataset.quads_for_pattern(None, ld.STATES, claim, None):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject


def _duties(judgements: Judgements, dataset: Store) -> dict[str, NamedNode]:
    """Return the duties that texts order by the ids that people name, where any are named.

    An id that two share means neither.
    """
    if not any(each.decision.kind in OF_DEBTS for each in judgements.judgements):
        return {}
    quads = dataset.quads_for_pattern(None, ld.TYPE, ld.DUTY, None)
    nodes = {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}
    shared = Counter(short_duty(node.value) for node in nodes)
    return {id_: node for node in nodes if shared[id_ := short_duty(node.value)] == 1}


def _no_link(decision: Decision) -> str:
    """Return what is wrong with a decision on a link that there is not.

    Who accepts one that texts can state has seen what the rules miss, and may add it.
    """
    if decision.kind is Kind.ACCEPT and decision.relation in ADDED_RELATIONS:
        return f"link-to-add: {adding(decision)}"
    return f"no-link: {decision.subject} {decision.relation} {decision.object}"


def _named(decision: Decision, node: NamedNode, record: Record) -> Iterator[Quad]:
    value = decision.object
    if decision.relation == "date":
        yield Quad(node, ld.DATE, date_literal(value), _GRAPH)
    elif decision.relation == "title":
        yield Quad(node, ld.TITLE, Literal(value), _GRAPH)
    elif decision.relation == "number":
        typed = parse_typed(value)
        yield Quad(node, ld.FULL_NUMBER, Literal(value), _GRAPH)
        for key in {typed.key, typed.number}:
            yield Quad(node, ld.SEARCH_KEY, Literal(key), _GRAPH)
    else:
        yield from _issued_by(value, node, record)


def _issued_by(body_name: str, node: NamedNode, record: Record) -> Iterator[Quad]:
    level = Level(record.best("level") or Level.CENTRAL)
    home = "tw" if level is Level.CENTRAL else record.place or _unplaced(node)
    body = ld.thing_node("body", home, slug(body_name))
    yield Quad(node, ld.ISSUED_BY, body, _GRAPH)
    place = record.place if home == record.place else ""
    yield from named_body_facts(body, body_name, body_level(body_name) or level, place)


def _unplaced(node: NamedNode) -> str:
    """Return where a body of an unknown place stands: it is no other document's body."""
    return sha256(node.value.encode()).hexdigest()[:24]
