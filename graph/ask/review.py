"""Open matters: what a person should decide, and the line that would settle each."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from graph.ask.matters.alike import alike_schemes
from graph.ask.matters.kinds import ReviewItem, in_order
from graph.ask.matters.links import unsure_links
from graph.ask.matters.listing import listed, told
from graph.ask.matters.telling import (
    alike,
    conflicts,
    link,
    references,
    scans,
    text_pairs,
    unapplied,
)
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.read.garbage import garbage_kept
from graph.read.links import Links
from graph.read.text_pairs import open_pairs
from graph.store.dataset import Dataset, local_copy
from graph.store.disk import GraphStore
from graph.tables.database import tables_beside
from graph.values import Found


def review_items(store: GraphStore) -> tuple[ReviewItem, ...]:
    """Return all that is open in a store, what people decided already left out."""
    with tables_beside(store) as tables, garbage_kept():
        if tables is None:
            return items_of(local_copy(store.dataset))
        return tuple(told(listed(store.dataset, tables), store.dataset, tables))


def items_of(dataset: Dataset) -> tuple[ReviewItem, ...]:
    """Return all that is open in a dataset without tables: all of it is read."""
    documents = Documents(dataset)
    documents.read_all()
    links = Links(documents)
    links.assertions.read_all()
    return (
        *unapplied(dataset),
        *in_order(conflicts(_all(documents, ld.DOCUMENT), documents)),
        *in_order(scans(_all(documents, ld.DOCUMENT), documents)),
        *in_order(references(_all(documents, ld.UNRESOLVED_REFERENCE), documents, links)),
        *in_order(text_pairs(open_pairs(documents), documents)),
        *alike(alike_schemes(documents), documents, links),
        *in_order(link(step, kind, documents) for step, kind in unsure_links(dataset, links)),
    )


def _all(documents: Documents, kind: NamedNode) -> Iterator[Found]:
    """Yield every document of a kind, in order."""
    quads = documents.dataset.quads_for_pattern(None, ld.TYPE, kind, ld.DOCUMENTS_GRAPH)
    iris = {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
    yield from map(documents.found, sorted(iris))
