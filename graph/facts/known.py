"""What the table of known documents says of those that texts mention."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.rdf import vocabulary as ld
from graph.rdf.literals import date_literal
from ontology.documents.known_documents import all_known_documents


def known_facts(dataset: Store) -> Iterator[Quad]:
    """Yield what the table says of the documents in ``dataset``, in a graph of its own."""
    graph = ld.KNOWN_GRAPH
    for known in all_known_documents():
        node = NamedNode(known.id.iri)
        if any(True for _ in dataset.quads_for_pattern(node, ld.TYPE, ld.DOCUMENT, None)):
            yield Quad(node, ld.TITLE, Literal(known.subject), graph)
            yield Quad(node, ld.SOURCE, Literal(known.source), graph)
            if known.date:
                yield Quad(node, ld.DATE, date_literal(known.date), graph)
