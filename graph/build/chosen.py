"""What the graph shows of a document where texts state several values, written into the graph.

The choice is made once, when the graph is written, by the same rules as for every answer
(``graph.read.record``), so that a query can ask for one date, one title, one level of a document.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, combinations

from pyoxigraph import Literal, NamedNode, Quad

from graph.rdf import vocabulary as ld
from graph.rdf.literals import date_literal
from graph.read.conflicts import conflict
from graph.read.documents import Documents
from graph.read.garbage import garbage_kept
from graph.values import Found
from graph.words.labels import name_of
from ontology.documents.document_types import acts

_GRAPH = ld.DOCUMENTS_GRAPH


def chosen_facts(documents: Documents) -> Iterator[Quad]:
    """Yield the shown values of every document, and which of their issuers agree."""
    with garbage_kept():
        documents.read_all()
    yield from _all_shown(documents)
    yield from _agreeing_bodies(documents)


def _all_shown(documents: Documents) -> Iterator[Quad]:
    for quad in documents.dataset.quads_for_pattern(None, ld.TYPE, ld.DOCUMENT, _GRAPH):
        if isinstance(quad.subject, NamedNode):
            yield from shown_facts(documents.found(quad.subject.value))


def issued_plans(documents: Documents, ends: Iterable[NamedNode] | None = None) -> Iterator[Quad]:
    """Yield which decision issues which plan: one that has no number, and carries out by its words.

    A regulation that a decision issues is no plan: it acts by itself, and what follows from it for
    the decision is an inference that a person may reject. Where ``ends`` are given only what one of
    them issues, or is issued by, is told.
    """
    patterns: Iterable[tuple[NamedNode | None, NamedNode | None]] = [(None, None)]
    if ends is not None:
        patterns = chain.from_iterable(((end, None), (None, end)) for end in ends)
    pairs = {
        (quad.subject, quad.object)
        for subject, target in patterns
        for predicate in ld.ISSUING
        for quad in documents.dataset.quads_for_pattern(subject, predicate, target, None)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }
    for decision, plan in sorted(pairs, key=lambda pair: (pair[0].value, pair[1].value)):
        stated = documents.record(plan.value).stated
        numbered = documents.record(decision.value).stated.get("number")
        tells = any(not acts(kind) for kind in stated.get("type", ()))
        if numbered and tells and not stated.get("number"):
            yield Quad(decision, ld.ISSUES_PLAN, plan, _GRAPH)


def _agreeing_bodies(documents: Documents) -> Iterator[Quad]:
    """Yield the pairs of names that texts give to the issuer of one document and that agree.

    "Ban Bí thư" and "Ban Bí thư Trung ương Đảng" can be one body, "Bộ Chính trị" and "Ban Bí thư"
    cannot. The first of a pair is the one whose IRI sorts first.
    """
    issuers: defaultdict[str, set[str]] = defaultdict(set)
    for quad in documents.dataset.quads_for_pattern(None, ld.ISSUED_BY, None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            issuers[quad.subject.value].add(quad.object.value)
    agreeing = {
        pair for iri, bodies in issuers.items() for pair in agreeing_pairs(documents, iri, bodies)
    }
    for pair in sorted(agreeing):
        yield agreeing_fact(pair)


def agreeing_pairs(
    documents: Documents, iri: str, bodies: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Yield those pairs of the issuers of a document that can be one body, the lesser IRI first."""
    for pair in combinations(sorted(bodies), 2):
        if not conflict("issuer", [*map(documents.label, pair)], documents.record(iri).place):
            yield pair


def agreeing_fact(pair: tuple[str, str]) -> Quad:
    """Return that two issuers of one document can be one body."""
    body, other = pair
    return Quad(NamedNode(body), ld.AGREES_WITH, NamedNode(other), _GRAPH)


def shown_facts(found: Found) -> Iterator[Quad]:
    """Yield what rows show of one document."""
    node = NamedNode(found.iri)
    yield Quad(node, ld.LABEL, Literal(name_of(found), language="vi"), _GRAPH)
    yield Quad(node, ld.SELECTOR, Literal(found.selector), _GRAPH)
    if found.date:
        yield Quad(node, ld.SHOWN_DATE, date_literal(found.date), _GRAPH)
    if found.issuer:
        yield Quad(node, ld.SHOWN_ISSUER, Literal(found.issuer), _GRAPH)
    if found.title:
        yield Quad(node, ld.SHOWN_TITLE, Literal(found.title), _GRAPH)
    if found.level:
        yield Quad(node, ld.SHOWN_LEVEL, ld.level_node(found.level), _GRAPH)
    if found.place:
        yield Quad(node, ld.SHOWN_PLACE, ld.thing_node("place", found.place), _GRAPH)
