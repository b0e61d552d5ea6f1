"""Bodies, terms and places as texts name them, tied to what the tables know of them."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from extract.reading import Document
from graph import vocabulary as ld
from ontology.level import Level
from ontology.spelling import slug

_ASSEMBLY = "qh"


def body_facts(document: Document, node: NamedNode, sha: str) -> Iterator[Quad]:
    """Yield who issued a document, in which term and where, as the text ``sha`` states it.

    What is stated stands in the graph of the text, what a body, a term or a place is in that of
    all documents.
    """
    graph, home = ld.text_graph(sha), _home(document, sha)
    for issuer in document.issuers:
        body = ld.thing_node("body", home, slug(issuer))
        yield Quad(node, ld.ISSUED_BY, body, graph)
        yield Quad(body, ld.TYPE, ld.BODY, ld.DOCUMENTS_GRAPH)
        yield labelled(body, issuer)
        if home == document.place:
            place = ld.thing_node("place", document.place)
            yield Quad(body, ld.JURISDICTION, place, ld.DOCUMENTS_GRAPH)
    if document.term:
        term = ld.thing_node("term", _term_home(document, home), slug(document.term))
        yield Quad(node, ld.IN_TERM, term, graph)
        yield Quad(term, ld.TYPE, ld.TERM, ld.DOCUMENTS_GRAPH)
        yield labelled(term, document.term)
    if document.place:
        yield Quad(node, ld.PLACE, ld.thing_node("place", document.place), graph)
        yield from _place_path(document.place)


def labelled(node: NamedNode, label: str) -> Quad:
    """Return the name of a node, in Vietnamese."""
    return Quad(node, ld.LABEL, Literal(label, language="vi"), ld.DOCUMENTS_GRAPH)


def _home(document: Document, sha: str) -> str:
    """Return where a body stands; one of an unknown place is no other text's body."""
    if document.level is Level.CENTRAL:
        return "tw"
    return document.place or sha[:24]


def _term_home(document: Document, home: str) -> str:
    """Return whose term it is; those of the National Assembly are not the Party's."""
    series = document.id.series if document.id else document.series
    return _ASSEMBLY if series.split(".")[0] == _ASSEMBLY else home


def _place_path(place: str) -> Iterator[Quad]:
    graph = ld.DOCUMENTS_GRAPH
    while place:
        node = ld.thing_node("place", place)
        yield Quad(node, ld.TYPE, ld.ADMIN_UNIT, graph)
        outer = place.rpartition(".")[0]
        if outer:
            yield Quad(node, ld.WITHIN, ld.thing_node("place", outer), graph)
        place = outer
