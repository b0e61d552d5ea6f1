"""What one document orders, what others order about it, and which debts it meets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from pyoxigraph import NamedNode

from graph.ask.owed.found import found_debts
from graph.ask.owed.judging import Judged
from graph.ask.owed.known.holdings import MEETING
from graph.ask.owed.rows import OwedRow, Rows, in_order
from graph.ask.owed.settling import settled_duties
from graph.ask.owed.tasks import TaskRow, work_of
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.read.garbage import garbage_kept
from graph.store.dataset import Dataset
from graph.store.disk import GraphStore
from graph.tables.tabled_documents import documents_of

_ORDERING: Final = (ld.SET_BY, ld.ABOUT)


@dataclass(frozen=True, slots=True)
class Part:
    """Debts that have the same to do with a document: how many, and the first of them."""

    count: int
    rows: tuple[OwedRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OfDocument:
    """The debts that a document orders, those that others order about it, those that it meets.

    ``tasks`` are the work that it gives and that leaves no document.
    """

    orders: Part
    about: Part
    meets: Part
    tasks: tuple[TaskRow, ...] = ()


def owed_of_document(store: GraphStore, iri: str, *, as_of: date, most: int) -> OfDocument:
    """Return what a document has to do with what is owed by a day, ``most`` debts of each part."""
    with documents_of(store) as documents, garbage_kept():
        rows = Rows(documents)

        def part(found: Sequence[Judged]) -> Part:
            return Part(len(found), rows.debts(in_order(found, most)))

        own = _found(store, documents, {iri}, as_of)
        ordered = [each for each in own if each.debt.order.set_by == iri]
        met = _found(store, documents, _may_be_met_by(store, documents, iri), as_of)
        return OfDocument(
            orders=part(ordered),
            about=part([each for each in own if each.debt.order.set_by != iri]),
            meets=part([each for each in met if each.by and each.by.paper.iri == iri]),
            tasks=rows.tasks(work_of(store, {iri}, as_of)) if _is_ordered(store, iri) else (),
        )


def _found(
    store: GraphStore, documents: Documents, about: set[str], as_of: date
) -> tuple[Judged, ...]:
    known = {iri for iri in about if _is_ordered(store, iri)}
    return found_debts(store, documents, as_of, about=known).debts if known else ()


def _is_ordered(store: GraphStore, iri: str) -> bool:
    """Tell whether anything is ordered by a document, or about it."""
    node = NamedNode(iri)
    return any(
        True
        for predicate in _ORDERING
        for _ in store.dataset.quads_for_pattern(None, predicate, node, None)
    )


def _may_be_met_by(store: GraphStore, documents: Documents, iri: str) -> set[str]:
    """Return the documents about which something may be owed that a document meets."""
    related = {
        target
        for predicate in MEETING
        for target in _ends(store.dataset, NamedNode(iri), predicate)
    }
    # Who carries out the plan behind a decision carries out the decision.
    related |= {decision for plan in related for decision in documents.issuing(plan)}
    for duty, said in settled_duties(store.dataset).items():
        if any(each.document == iri for each in said):
            related.update(
                each
                for predicate in _ORDERING
                for each in _ends(store.dataset, NamedNode(duty), predicate)
            )
    return related


def _ends(dataset: Dataset, node: NamedNode, predicate: NamedNode) -> Iterator[str]:
    for quad in dataset.quads_for_pattern(node, predicate, None, None):
        if isinstance(quad.object, NamedNode):
            yield quad.object.value
