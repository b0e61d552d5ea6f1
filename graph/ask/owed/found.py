"""What became of every debt as of a day, before any of it is shown."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Final

from pyoxigraph import NamedNode

from graph.ask.owed.debts import Owing, debts_of
from graph.ask.owed.judging import Judged, judged
from graph.ask.owed.known.holdings import Holdings, holdings_of
from graph.ask.owed.known.orders import Order, orders_of
from graph.ask.owed.known.tabled import (
    DaysHeld,
    holdings_in,
    orders_in,
    orders_set_by,
    setting,
)
from graph.ask.owed.recurring import occurrences
from graph.ask.owed.settling import Settled, fitting_none, is_none, settled, settled_duties
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.read.garbage import garbage_kept
from graph.store.disk import GraphStore
from graph.tables.database import tables_beside
from graph.values import Decided

_AT_ONCE: Final = 500
"""What how many documents order is judged at once."""
Chosen = Callable[[Sequence[Owing]], bool]
"""Whether those who owe something are asked about."""


@dataclass(frozen=True, slots=True)
class FoundDebts:
    """Debts with what became of them, and decisions that mean none of those of their duty."""

    debts: tuple[Judged, ...]
    unfitting: tuple[Decided, ...]


def found_debts(
    store: GraphStore,
    documents: Documents,
    as_of: date,
    *,
    about: Collection[str] = (),
    expects: str = "",
    chosen: Chosen | None = None,
) -> FoundDebts:
    """Return the debts as of a day, of orders of later days none.

    ``about`` are the IRIs of documents that order it or that it is about, empty for all;
    ``expects`` is what is to be done, empty for whatever it is; ``chosen`` tells of those who owe
    it whether it is asked about, all without it.
    """
    said = settled_duties(store.dataset)
    with _known(store, expects, frozenset(about)) as (orders, holdings):
        return _judged(orders, holdings, said, documents, as_of, chosen)


def debts_by_document(
    store: GraphStore, documents: Documents, as_of: date, duties: Collection[str] | None = None
) -> Iterator[FoundDebts]:
    """Yield all debts as of a day, those of some documents after the other: few are held at once.

    With ``duties``, IRIs, those of the documents that order these; of a store without tables all.
    """
    said = settled_duties(store.dataset)
    with tables_beside(store) as tables, garbage_kept():
        if tables is None:
            yield found_debts(store, documents, as_of)
            return
        days = DaysHeld(tables)
        for some in _parts(setting(tables, duties), _AT_ONCE):
            orders = orders_set_by(tables, some)
            holdings = holdings_in(tables, orders, days)
            yield _judged(orders, holdings, said, documents, as_of, None)


def _parts(iris: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for at in range(0, len(iris), size):
        yield iris[at : at + size]


def _judged(
    orders: Iterable[Order],
    holdings: Holdings,
    said: Mapping[str, Sequence[Settled]],
    documents: Documents,
    as_of: date,
    chosen: Chosen | None,
) -> FoundDebts:
    """Return what became of the debts of orders."""
    found: list[Judged] = []
    unfitting: list[Decided] = []
    for order in orders:
        first = order.ordered.earliest
        given = (order, *order.copies)
        decisions = [each for one in given for each in said.get(one.iri, ())]
        if (first and first > as_of) or is_none(decisions):
            continue
        debts = [debt for period in occurrences(order, as_of) for debt in debts_of(period)]
        unfitting += fitting_none(decisions, debts, as_of)
        found += [
            settled(judged(debt, holdings, as_of), decisions, documents, as_of)
            for debt in debts
            if chosen is None or chosen(debt.owing)
        ]
    return FoundDebts(tuple(found), tuple(unfitting))


@contextmanager
def _known(
    store: GraphStore, expects: str, about: Set[str]
) -> Iterator[tuple[Sequence[Order], Holdings]]:
    """Give what is owed of documents, of all where none are given, and what may meet it."""
    with tables_beside(store) as tables, garbage_kept():
        if tables is not None:
            among = set(_ordered_about(store, about)) if about else None
            orders = orders_in(tables, expects, among)
            yield orders, holdings_in(tables, orders) if orders else Holdings({}, {})
            return
    orders = tuple(
        order
        for order in orders_of(store, expects)
        if not about or order.set_by in about or not about.isdisjoint(order.about)
    )
    yield orders, holdings_of(store) if orders else Holdings({}, {})


def _ordered_about(store: GraphStore, about: Set[str]) -> Iterator[str]:
    """Yield the IRIs of what documents order, and of what is ordered about them."""
    for node in map(NamedNode, about):
        for predicate in (ld.SET_BY, ld.ABOUT):
            for quad in store.dataset.quads_for_pattern(None, predicate, node, None):
                if isinstance(quad.subject, NamedNode):
                    yield quad.subject.value
