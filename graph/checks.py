"""Checks of a store: what a person should look at before trusting it."""

from pyoxigraph import NamedNode

from graph import vocabulary as ld
from graph.document_checks import conflicts, dates_outside, number_order, open_references
from graph.documents import Documents
from graph.findings import Finding, Severity
from graph.link_checks import cycles, older_plans, quotes, self_links
from graph.quads import whole
from graph.store import GraphStore

__all__ = ["Finding", "Severity", "findings"]

_GRAVEST_FIRST = tuple(Severity)


def findings(store: GraphStore) -> tuple[Finding, ...]:
    """Return all that the checks find, the gravest first.

    The rules: conflicting-issuers, conflicting-dates, date-outside-term, number-order,
    older-than-directive, cycle, self-link, open-reference, quote-differs, quote-unchecked.
    """
    dataset = whole(store.dataset)
    documents = Documents(dataset)
    quads = dataset.quads_for_pattern(None, ld.TYPE, ld.DOCUMENT, ld.DOCUMENTS_GRAPH)
    iris = sorted({quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)})
    records = [documents.record(iri) for iri in iris]
    found = [
        *conflicts(documents, records),
        *dates_outside(documents, records),
        *number_order(documents, records),
        *open_references(documents, records),
        *older_plans(documents),
        *cycles(documents),
        *self_links(documents),
        *quotes(store, documents),
    ]
    return tuple(
        sorted(
            found,
            key=lambda one: (_GRAVEST_FIRST.index(one.severity), one.rule, one.subject, one.iri),
        )
    )
