"""What became of every debt as of a day, before any of it is shown."""

from collections.abc import Callable, Collection, Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from graph.ask.owed.debts import Owing, debts_of
from graph.ask.owed.judging import Judged, judged
from graph.ask.owed.known.holdings import Holdings, holdings_of
from graph.ask.owed.known.orders import Order, orders_of
from graph.ask.owed.known.tabled import holdings_in, orders_in
from graph.ask.owed.recurring import occurrences
from graph.ask.owed.settling import fitting_none, is_none, settled, settled_duties
from graph.read.documents import Documents
from graph.read.garbage import garbage_kept
from graph.store.disk import GraphStore
from graph.tables.database import tables_beside
from graph.values import Decided

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
    found: list[Judged] = []
    unfitting: list[Decided] = []
    with _known(store, expects, frozenset(about)) as (orders, holdings):
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
            orders = orders_in(tables, expects, about)
            yield orders, holdings_in(tables, orders) if orders else Holdings({}, {})
            return
    orders = tuple(
        order
        for order in orders_of(store, expects)
        if not about or order.set_by in about or not about.isdisjoint(order.about)
    )
    yield orders, holdings_of(store) if orders else Holdings({}, {})
