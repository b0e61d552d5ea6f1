"""What the table of known documents says of those that texts mention."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.rdf import vocabulary as ld
from graph.rdf.literals import date_literal
from ontology.documents.known_documents import KnownDocument, all_known_documents


def known_facts(dataset: Store) -> Iterator[Quad]:
    """Yield what the table says of the documents in ``dataset``, in a graph of its own."""
    for iri in known_documents():
        if any(dataset.quads_for_pattern(NamedNode(iri), ld.TYPE, ld.DOCUMENT, None)):
            yield from known_of(iri)


@cache
def known_documents() -> Mapping[str, tuple[KnownDocument, ...]]:
    """Return what the table says of documents, by their IRIs."""
    found: defaultdict[str, tuple[KnownDocument, ...]] = defaultdict(tuple)
    for known in all_known_documents():
        found[known.id.iri] += (known,)
    return dict(found)


def known_of(iri: str) -> Iterator[Quad]:
    """Yield what the table says of one document; nothing of one that it does not hold."""
    node, graph = NamedNode(iri), ld.KNOWN_GRAPH
    for known in known_documents().get(iri, ()):
        yield Quad(node, ld.TITLE, Literal(known.subject), graph)
        yield Quad(node, ld.SOURCE, Literal(known.source), graph)
        if known.date:
            yield Quad(node, ld.DATE, date_literal(known.date), graph)
