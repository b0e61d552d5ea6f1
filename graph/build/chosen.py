"""What the graph shows of a document where texts state several values, written into the graph.

The choice is made once, when the graph is written, by the same rules as for every answer
(``graph.read.record``), so that a query can ask for one date, one title, one level of a document.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.rdf import vocabulary as ld
from graph.rdf.literals import date_literal
from graph.read.conflicts import conflict
from graph.read.documents import Documents
from graph.read.garbage import garbage_kept
from graph.values import Found
from graph.words.labels import name_of
from ontology.documents.document_types import acts

_GRAPH = ld.DOCUMENTS_GRAPH


def chosen_facts(dataset: Store) -> Iterator[Quad]:
    """Yield the shown values of every document of ``dataset``, and which of their issuers agree."""
    documents = Documents(dataset)
    with garbage_kept():
        documents.read_all()
    yield from _shown_facts(dataset, documents)
    yield from _agreeing_bodies(dataset, documents)


def _shown_facts(dataset: Store, documents: Documents) -> Iterator[Quad]:
    for quad in dataset.quads_for_pattern(None, ld.TYPE, ld.DOCUMENT, _GRAPH):
        if isinstance(quad.subject, NamedNode):
            yield from _shown(documents.found(quad.subject.value), quad.subject)


def issued_plans(dataset: Store) -> Iterator[Quad]:
    """Yield which decision issues which plan: one that has no number, and carries out by its words.

    A regulation that a decision issues is no plan: it acts by itself, and what follows from it for
    the decision is an inference that a person may reject.
    """
    documents = Documents(dataset)
    pairs = {
        (quad.subject, quad.object)
        for predicate in ld.ISSUING
        for quad in dataset.quads_for_pattern(None, predicate, None, None)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }
    for decision, plan in sorted(pairs, key=lambda pair: (pair[0].value, pair[1].value)):
        stated = documents.record(plan.value).stated
        numbered = documents.record(decision.value).stated.get("number")
        tells = any(not acts(kind) for kind in stated.get("type", ()))
        if numbered and tells and not stated.get("number"):
            yield Quad(decision, ld.ISSUES_PLAN, plan, _GRAPH)


def _agreeing_bodies(dataset: Store, documents: Documents) -> Iterator[Quad]:
    """Yield the pairs of names that texts give to the issuer of one document and that agree.

    "Ban Bí thư" and "Ban Bí thư Trung ương Đảng" can be one body, "Bộ Chính trị" and "Ban Bí thư"
    cannot. The first of a pair is the one whose IRI sorts first.
    """
    issuers: defaultdict[str, set[str]] = defaultdict(set)
    for quad in dataset.quads_for_pattern(None, ld.ISSUED_BY, None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            issuers[quad.subject.value].add(quad.object.value)
    agreeing = {
        pair
        for iri, bodies in issuers.items()
        for pair in combinations(sorted(bodies), 2)
        if not conflict("issuer", [*map(documents.label, pair)], documents.record(iri).place)
    }
    for body, other in sorted(agreeing):
        yield Quad(NamedNode(body), ld.AGREES_WITH, NamedNode(other), _GRAPH)


def _shown(found: Found, node: NamedNode) -> Iterator[Quad]:
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
