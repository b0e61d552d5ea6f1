"""How the texts of a document came out of their files: what read them, and who signed them."""

from pyoxigraph import Literal, NamedNode

from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.values import Found, OwnText, Signed


def own_texts(documents: Documents, iri: str) -> tuple[OwnText, ...]:
    """Return the texts of a document itself in the order of their names."""
    graphs = documents.record(iri).own
    return tuple(sorted((_text(documents, graph) for graph in graphs), key=_name))


def own_scans(documents: Documents, found: Found) -> list[str]:
    """Return the names of the texts of a document in which OCR alone has read its number or day."""
    scans = (
        graph
        for graph in documents.record(found.iri).own
        if any(documents.dataset.quads_for_pattern(None, ld.READ_BY_OCR, None, NamedNode(graph)))
    )
    return sorted(map(documents.text_name, scans))


def _name(text: OwnText) -> str:
    return text.name


def _text(documents: Documents, graph: str) -> OwnText:
    node = ld.text_node(graph.rpartition("/")[2])
    signed = [
        Signed(_value(documents, found, ld.SIGNED_BY), _value(documents, found, ld.SIGNED_AT))
        for quad in documents.dataset.quads_for_pattern(node, ld.SIGNATURE, None, None)
        if isinstance(found := quad.object, NamedNode)
    ]
    runs = documents.dataset.quads_for_pattern(None, ld.USED, node, None)
    readers = [
        _value(documents, quad.subject, ld.FILE_READER)
        for quad in runs
        if isinstance(quad.subject, NamedNode)
    ]
    return OwnText(
        documents.text_name(graph),
        max(readers, default=""),
        tuple(sorted(signed, key=lambda one: (one.signed_at, one.name))),
    )


def _value(documents: Documents, node: NamedNode, predicate: NamedNode) -> str:
    quads = documents.dataset.quads_for_pattern(node, predicate, None, None)
    return next((quad.object.value for quad in quads if isinstance(quad.object, Literal)), "")
