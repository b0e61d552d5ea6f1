"""What one text says, written as quads: the text's own graph, and what it declares for all.

A claim is written twice: as the direct triple that plain SPARQL asks for, and as an assertion with
its evidence. Everything that a text states stands in the graph of that text alone; what a node is
in itself (a document's key, the name of a body) is the same for all texts and stands in one graph.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from extract.mention import Mention
from extract.reading import Claim, Document, Reading
from graph import vocabulary as ld
from graph.merge import Settled
from graph.numbers import full_number, number_key
from ontology.identity import NAMED, DocumentId
from ontology.level import Level
from ontology.spelling import slug

_FULL_DATE = len("2013-06-03")
_PARTIAL_DATES = {len("2013"): "gYear", len("2013-06"): "gYearMonth"}


def text_facts(
    reading: Reading,
    settled: Mapping[tuple[str, str], Settled],
    names: Iterable[str],
    version: str,
) -> Iterator[Quad]:
    """Yield the quads of one text.

    ``settled`` holds the documents that other texts settle, ``names`` the names of the files that
    hold this text, ``version`` that of the reader.
    """
    sha = reading.source.sha256
    text, graph = ld.text_node(sha), ld.text_graph(sha)
    yield Quad(text, ld.TYPE, ld.TEXT, graph)
    yield Quad(text, ld.SHA256, Literal(sha), graph)
    yield Quad(text, ld.EXTRACTOR, Literal(version), graph)
    for name in names:
        yield Quad(text, ld.FILE_NAME, Literal(name), graph)
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for mention in reading.mentions:
        titles[mention.document].add(mention.title)
    nodes: dict[str, NamedNode] = {}
    for document in reading.documents:
        found = settled.get((sha, document.key))
        identity = found.id if found else document.id
        node = NamedNode(identity.iri if identity else document.iri)
        nodes[document.key] = node
        yield from _declared(document, identity, node)
        yield from _stated(document, node, sha, graph)
        for title in {document.title, *titles[document.key]} - {""}:
            yield Quad(node, ld.TITLE, Literal(title), graph)
        if found:
            yield Quad(node, ld.IDENTIFIED_BY, Literal(found.by), graph)
    yield Quad(nodes[reading.document], ld.HAS_TEXT, text, graph)
    for mention in reading.mentions:
        yield from _mention(mention, reading, nodes[mention.document], graph)
    for claim in reading.claims:
        yield from _claim(claim, reading, nodes[claim.subject], nodes[claim.object], graph)


def place_facts(reading: Reading, start: int, end: int) -> Iterator[Quad]:
    """Yield the quads of one place in a text: where it is, and the exact words."""
    sha = reading.source.sha256
    node, graph = ld.mention_node(sha, start, end), ld.text_graph(sha)
    yield Quad(node, ld.TYPE, ld.MENTION, graph)
    yield Quad(node, ld.IN_TEXT, ld.text_node(sha), graph)
    yield Quad(node, ld.START, _integer(start), graph)
    yield Quad(node, ld.END, _integer(end), graph)
    yield Quad(node, ld.EXACT, Literal(reading.source.text[start:end]), graph)


def date_literal(day: str) -> Literal:
    """Return an ISO date as a literal of its own kind; what is no date stays a plain string.

    >>> date_literal("2013-06").datatype.value.rpartition("#")[2]
    'gYearMonth'
    """
    if len(day) == _FULL_DATE:
        try:
            date.fromisoformat(day)
        except ValueError:
            return Literal(day)
        return Literal(day, datatype=NamedNode(f"{ld.XSD}date"))
    kind = _PARTIAL_DATES.get(len(day))
    return Literal(day, datatype=NamedNode(ld.XSD + kind)) if kind else Literal(day)


def _declared(document: Document, identity: DocumentId | None, node: NamedNode) -> Iterator[Quad]:
    """Yield what a document is, whatever any text says of it, and the keys that it is found by."""
    graph = ld.DOCUMENTS_GRAPH
    yield Quad(node, ld.TYPE, ld.DOCUMENT, graph)
    keys: set[str] = set()
    if document.number:
        keys |= {number_key(document.number), number_key(document.number, document.symbol)}
    if identity is None or identity.period == NAMED:
        keys |= {slug(document.title), slug(f"{document.type} {document.title}")}
    if identity is None:
        yield Quad(node, ld.TYPE, ld.UNRESOLVED_REFERENCE, graph)
    else:
        yield Quad(node, ld.KEY, Literal(str(identity)), graph)
        yield Quad(node, ld.SERIES, ld.thing_node("series", identity.series), graph)
        yield Quad(node, ld.PERIOD, Literal(identity.period), graph)
        keys.add(number_key(identity.number, identity.symbol))
    for key in filter(None, keys):
        yield Quad(node, ld.SEARCH_KEY, Literal(key), graph)


def _stated(document: Document, node: NamedNode, sha: str, graph: NamedNode) -> Iterator[Quad]:
    """Yield what this text states of a document."""
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
        yield _labelled(kind, document.type)
    for day in document.dates:
        yield Quad(node, ld.DATE, date_literal(day), graph)
    for issuer in document.issuers:
        body = ld.thing_node("body", _home(document, sha), slug(issuer))
        yield Quad(node, ld.ISSUED_BY, body, graph)
        yield Quad(body, ld.TYPE, ld.BODY, ld.DOCUMENTS_GRAPH)
        yield _labelled(body, issuer)
    if document.term:
        term = ld.thing_node("term", _home(document, sha), slug(document.term))
        yield Quad(node, ld.IN_TERM, term, graph)
        yield Quad(term, ld.TYPE, ld.TERM, ld.DOCUMENTS_GRAPH)
        yield _labelled(term, document.term)
    yield Quad(node, ld.LEVEL, ld.level_node(document.level), graph)
    if document.place:
        yield Quad(node, ld.PLACE, ld.thing_node("place", document.place), graph)
        yield from _place_path(document.place)


def _home(document: Document, sha: str) -> str:
    """Return where a body stands; one of an unknown place is no other text's body."""
    if document.level is Level.CENTRAL:
        return "tw"
    return document.place or sha[:24]


def _place_path(place: str) -> Iterator[Quad]:
    graph = ld.DOCUMENTS_GRAPH
    while place:
        node = ld.thing_node("place", place)
        yield Quad(node, ld.TYPE, ld.ADMIN_UNIT, graph)
        outer = place.rpartition(".")[0]
        if outer:
            yield Quad(node, ld.WITHIN, ld.thing_node("place", outer), graph)
        place = outer


def _mention(
    mention: Mention, reading: Reading, node: NamedNode, graph: NamedNode
) -> Iterator[Quad]:
    start, end = mention.span.start, mention.span.end
    place = ld.mention_node(reading.source.sha256, start, end)
    yield from place_facts(reading, start, end)
    yield Quad(place, ld.REFERS_TO, node, graph)
    yield Quad(place, ld.TIER, Literal(mention.tier.value), graph)
    if mention.pin:
        yield Quad(place, ld.PIN, Literal(mention.pin), graph)


def _claim(
    claim: Claim, reading: Reading, subject: NamedNode, target: NamedNode, graph: NamedNode
) -> Iterator[Quad]:
    """Yield a claim; one about a document and itself is kept for a person to look at."""
    sha, start, end = reading.source.sha256, claim.span.start, claim.span.end
    predicate = ld.relation_node(claim.relation, claim.review)
    node = ld.assertion_node(subject.value, predicate.value, target.value, sha, start, end)
    accepted = subject != target
    if accepted:
        yield Quad(subject, predicate, target, graph)
    yield Quad(node, ld.TYPE, ld.ASSERTION, graph)
    claimed = ld.claim_node(subject.value, predicate.value, target.value)
    yield Quad(node, ld.STATES, claimed, graph)
    yield Quad(node, ld.SUBJECT, subject, graph)
    yield Quad(node, ld.PREDICATE, predicate, graph)
    yield Quad(node, ld.OBJECT, target, graph)
    yield Quad(node, ld.STATUS, ld.ACCEPTED if accepted else ld.PROPOSED, graph)
    yield Quad(node, ld.CONFIDENCE, _decimal(claim.confidence), graph)
    yield Quad(node, ld.METHOD, Literal(claim.rule), graph)
    if claim.years is not None:
        yield Quad(node, ld.PERIOD_YEARS, _decimal(claim.years), graph)
    yield from place_facts(reading, start, end)
    yield Quad(node, ld.EVIDENCE, ld.mention_node(sha, start, end), graph)
    if claim.context:
        around = claim.context
        yield from place_facts(reading, around.start, around.end)
        yield Quad(node, ld.CONTEXT, ld.mention_node(sha, around.start, around.end), graph)


def _labelled(node: NamedNode, label: str) -> Quad:
    return Quad(node, ld.LABEL, Literal(label, language="vi"), ld.DOCUMENTS_GRAPH)


def _integer(value: int) -> Literal:
    return Literal(str(value), datatype=NamedNode(f"{ld.XSD}integer"))


def _decimal(value: float) -> Literal:
    return Literal(f"{value:.2f}", datatype=NamedNode(f"{ld.XSD}decimal"))
