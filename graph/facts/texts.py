"""What one text says, written as quads: the text's own graph, and what it declares for all.

A claim is written twice: as the direct triple that plain SPARQL asks for, and as an assertion with
its evidence. Everything that a text states stands in the graph of that text alone; what a node is
in itself (a document's key, the name of a body) is the same for all texts and stands in one graph.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from pyoxigraph import Literal, NamedNode, Quad

from extract.reading import Claim, Document, Mention, Reading
from extract.text.source import SourceText
from graph.facts.assertions import assertion_facts
from graph.facts.bodies import body_facts
from graph.facts.duties import duty_facts
from graph.facts.link_judgements import JudgedLink, LinkJudgements
from graph.facts.places import labelled
from graph.facts.provenance import provenance_facts
from graph.facts.registers import declared_facts
from graph.facts.scans import ocr_facts
from graph.identity.numbers import full_number
from graph.identity.resolution import Resolutions
from graph.rdf import vocabulary as ld
from graph.rdf.literals import date_literal, decimal_literal, integer_literal
from graph.rdf.schema import PRINTED
from ontology.spelling import slug


def text_facts(
    reading: Reading,
    resolutions: Resolutions,
    names: Iterable[str],
    reader: tuple[str, datetime],
    link_judgements: LinkJudgements | None = None,
) -> Iterator[Quad]:
    """Yield the quads of one text.

    ``resolutions`` holds the documents that other texts settle, ``names`` the names of the files
    that hold this text, ``reader`` the version of the rules which read it and when they did,
    ``link_judgements`` what people decided about links.
    """
    sha = reading.source.sha256
    graph = ld.text_graph(sha)
    yield from provenance_facts(reading.source, names, *reader)
    yield from document_facts(reading, resolutions)
    nodes = document_nodes(reading, resolutions)
    yield Quad(nodes[reading.document], ld.HAS_TEXT, ld.text_node(sha), graph)
    yield from ocr_facts(reading)
    for mention in reading.mentions:
        yield from _mention(mention, reading, nodes[mention.document], graph)
    for claim in reading.claims:
        yield from _claim(claim, reading, nodes, link_judgements or {})
    orders = (each.span for given in (reading.duties, reading.tasks) for each in given)
    for span in orders:
        yield from passage_facts(reading.source, span.start, span.end)
    yield from duty_facts(reading, nodes)


def document_nodes(reading: Reading, resolutions: Resolutions) -> dict[str, NamedNode]:
    """Return the node of each document of a text, by its key."""
    sha = reading.source.sha256
    return {
        document.key: NamedNode(
            resolutions[sha, document.key].iri
            if (sha, document.key) in resolutions
            else document.iri
        )
        for document in reading.documents
    }


def document_facts(reading: Reading, resolutions: Resolutions) -> Iterator[Quad]:
    """Yield what a text says of each of its documents, links and places apart."""
    sha = reading.source.sha256
    graph = ld.text_graph(sha)
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for mention in reading.mentions:
        titles[mention.document].add(mention.title)
    nodes = document_nodes(reading, resolutions)
    for document in reading.documents:
        found = resolutions.get((sha, document.key))
        identity = found.id if found else document.id
        node = nodes[document.key]
        yield from declared_facts(document, identity, node)
        yield from stated_facts(document, node, sha, graph)
        for title in {document.title, *titles[document.key]} - {""}:
            yield Quad(node, ld.TITLE, Literal(title), graph)
        if found:
            yield Quad(node, ld.IDENTIFIED_BY, Literal(found.by), graph)


def passage_facts(source: SourceText, start: int, end: int) -> Iterator[Quad]:
    """Yield the quads of one passage of a text: the exact words, and where they stand."""
    sha, words = source.sha256, source.text[start:end]
    page, box = source.page_at(start), source.box_of(start, end)
    node, graph = ld.mention_node(sha, start, end), ld.text_graph(sha)
    yield Quad(node, ld.TYPE, ld.MENTION, graph)
    yield Quad(node, ld.IN_TEXT, ld.text_node(sha), graph)
    yield Quad(node, ld.START, integer_literal(start), graph)
    yield Quad(node, ld.END, integer_literal(end), graph)
    yield Quad(node, ld.EXACT, Literal(words), graph)
    if page:
        yield Quad(node, ld.PAGE, integer_literal(page), graph)
    if box:
        yield Quad(node, ld.BOX, Literal(box), graph)
    if source.is_unconfirmed(start, end):
        yield Quad(node, ld.UNCONFIRMED, Literal(True), graph)


def stated_facts(
    document: Document, node: NamedNode, home: str, graph: NamedNode
) -> Iterator[Quad]:
    """Yield what is stated of a document in ``graph``, its title apart.

    ``home`` is the hash of what states it: a body of an unknown place is that text's alone.
    """
    if document.number:
        yield Quad(node, ld.NUMBER, Literal(document.number), graph)
    if document.number and (document.symbol or not document.title):
        full = full_number(document.number, document.symbol)
        yield Quad(node, ld.FULL_NUMBER, Literal(full), graph)
    if document.symbol:
        yield Quad(node, ld.SYMBOL, Literal(document.symbol), graph)
    if document.type:
        kind = ld.scheme_node("type", slug(document.type))
        yield Quad(node, ld.DOC_TYPE, kind, graph)
        yield labelled(kind, document.type)
    for day in document.dates:
        yield Quad(node, ld.DATE, date_literal(day), graph)
    yield from body_facts(document, node, home, graph)
    yield Quad(node, ld.LEVEL, ld.level_node(document.level), graph)
    for field in PRINTED.values():
        if field.printed and (words := field.printed(document)):
            yield Quad(node, field.predicate, Literal(words), graph)


def _mention(
    mention: Mention, reading: Reading, node: NamedNode, graph: NamedNode
) -> Iterator[Quad]:
    start, end = mention.span.start, mention.span.end
    passage = ld.mention_node(reading.source.sha256, start, end)
    yield from passage_facts(reading.source, start, end)
    yield Quad(passage, ld.REFERS_TO, node, graph)
    yield Quad(passage, ld.TIER, Literal(mention.tier.value), graph)
    if mention.unconfirmed:
        yield Quad(passage, ld.UNCONFIRMED, Literal(True), graph)
    if mention.pin:
        yield Quad(passage, ld.PIN, Literal(mention.pin), graph)


def _claim(
    claim: Claim, reading: Reading, nodes: Mapping[str, NamedNode], link_judgements: LinkJudgements
) -> Iterator[Quad]:
    """Yield a claim; one about a document and itself is kept for a person to look at."""
    sha, start, end = reading.source.sha256, claim.span.start, claim.span.end
    graph = ld.text_graph(sha)
    subject, target = nodes[claim.subject], nodes[claim.object]
    predicate = ld.relation_node(claim.relation, claim.review)
    node = ld.assertion_node(subject.value, predicate.value, target.value, sha, start, end)
    found = ld.ACCEPTED if subject != target else ld.PROPOSED
    link = JudgedLink(subject.value, claim.relation.value, target.value)
    status = link_judgements.get(link, found)
    ends = subject, predicate, target
    yield from assertion_facts(node, ends, rule=claim.rule, status=status, graph=graph)
    yield Quad(node, ld.CONFIDENCE, decimal_literal(claim.confidence), graph)
    if claim.years is not None:
        yield Quad(node, ld.PERIOD_YEARS, decimal_literal(claim.years), graph)
    if claim.part:
        yield Quad(node, ld.PART, Literal(claim.part), graph)
    if claim.since:
        yield Quad(node, ld.SINCE, date_literal(claim.since), graph)
    yield from passage_facts(reading.source, start, end)
    yield Quad(node, ld.EVIDENCE, ld.mention_node(sha, start, end), graph)
    if claim.since_span:
        day = claim.since_span
        yield from passage_facts(reading.source, day.start, day.end)
        yield Quad(node, ld.SINCE_EVIDENCE, ld.mention_node(sha, day.start, day.end), graph)
    if claim.context:
        around = claim.context
        yield from passage_facts(reading.source, around.start, around.end)
        yield Quad(node, ld.CONTEXT, ld.mention_node(sha, around.start, around.end), graph)
