"""The answer to who owes what: each debt with the words that order it, and what meets it."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from graph.ask.owed.debts import Owing
from graph.ask.owed.found import Chosen, found_debts
from graph.ask.owed.judging import MET, UNCOUNTED, Status
from graph.ask.owed.rows import OwedRow, Rows, in_order
from graph.ask.owed.tasks import TaskRow, work_of
from graph.read.documents import Documents
from graph.read.garbage import garbage_kept
from graph.read.places import known_place, lies_in
from graph.store.disk import GraphStore
from graph.tables.tabled_documents import documents_of
from graph.typed.times import time_typed
from graph.values import Decided
from ontology.level import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """All that is owed as of a day, and how it adds up: ``of`` counts the debts of each status.

    ``rows`` are the first of those that were asked for, ``found`` is how many these are.

    ``tasks`` are the first of the ``tasks_given`` that leave no document; they are no debts, have
    no status, and are left out where a status is asked for.

    ``counted`` are those of which it can be told whether they are met: all but lapsed, excused,
    unknown and open ones. ``unfitting`` are decisions that name a place or a day which their
    duty has not.
    """

    as_of: str
    rows: tuple[OwedRow, ...]
    of: dict[str, int]
    owed: int
    met: int
    counted: int
    found: int
    unfitting: tuple[Decided, ...] = ()
    tasks: tuple[TaskRow, ...] = ()
    tasks_given: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Which debts have rows: all of them, or those of ``statuses``, or of a time.

    Their last day lies between ``due_since`` and ``due_until``: days, months or years as typed, the
    last included; an empty one leaves that side open.
    """

    statuses: frozenset[Status] = frozenset()
    due_since: str = ""
    due_until: str = ""

    def within(self) -> Callable[[str], bool]:
        """Return what tells of a last day, ISO or empty, whether it is of the time.

        Raises WrongUse for a time that is none.
        """
        if not (self.due_since or self.due_until):
            return lambda _: True
        first = str(time_typed(self.due_since).earliest) if self.due_since else ""
        last = str(time_typed(self.due_until).latest) if self.due_until else str(date.max)
        return lambda day: bool(day) and first <= day <= last


ALL: Final = Shown()


def owed(
    store: GraphStore,
    iri: str = "",
    *,
    level: Level | None = None,
    place: str = "",
    as_of: date,
    shown: Shown = ALL,
    most: int | None = None,
) -> Owed:
    """Return what bodies owe as of a day: of the document ``iri``, or of all.

    The counts are of all debts; ``rows`` are the first ``most`` of those that are ``shown``.

    What is owed of a document is what it orders, and what others order about it. ``place`` (as
    typed) and ``level`` are those of the bodies. Orders of later days are not yet. Raises
    UnknownPlace, and WrongUse for a time that is none.
    """
    chosen = chosen_by(store, level, place)
    with documents_of(store) as documents, garbage_kept():
        one = {iri, *documents.issuing(iri), *documents.plans_issued(iri)} if iri else set()
        return _owed(store, documents, one, chosen=chosen, as_of=as_of, shown=shown, most=most)


def owed_among(
    store: GraphStore, iris: Collection[str], *, place: str = "", as_of: date, most: int
) -> Owed:
    """Return what ``owed`` does, of several documents at once: what is empty owes nothing."""
    chosen = chosen_by(store, None, place)
    if not iris:
        return added(as_of, Counter(), rows=(), found=0, unfitting=(), tasks=(), tasks_given=0)
    with documents_of(store) as documents, garbage_kept():
        return _owed(store, documents, iris, chosen=chosen, as_of=as_of, shown=ALL, most=most)


def _owed(
    store: GraphStore,
    documents: Documents,
    about: Collection[str],
    *,
    chosen: Chosen,
    as_of: date,
    shown: Shown,
    most: int | None,
) -> Owed:
    within = shown.within()
    all_debts = found_debts(store, documents, as_of, about=about, chosen=chosen)
    found = all_debts.debts
    of = Counter(each.status for each in found)
    rows = Rows(documents)
    work = [
        each
        for each in (() if shown.statuses else work_of(store, about, as_of))
        if within(each.said["due_until"]) and chosen(each.owing())
    ]
    of_rows = [
        each
        for each in found
        if (not shown.statuses or each.status in shown.statuses)
        and within(each.debt.order.due_until)
    ]
    return added(
        as_of,
        of,
        rows=rows.debts(in_order(of_rows, most)),
        found=len(of_rows),
        unfitting=all_debts.unfitting,
        tasks=rows.tasks(work[:most]),
        tasks_given=len(work),
    )


def added(
    as_of: date,
    of: Counter[Status],
    *,
    rows: tuple[OwedRow, ...],
    found: int,
    unfitting: tuple[Decided, ...],
    tasks: tuple[TaskRow, ...],
    tasks_given: int,
) -> Owed:
    """Return the answer with how it adds up: ``of`` counts the debts of each status."""
    return Owed(
        as_of=as_of.isoformat(),
        rows=rows,
        found=found,
        of={status.value: of[status] for status in Status if of[status]},
        owed=of.total(),
        met=sum(of[status] for status in MET),
        counted=of.total() - sum(of[status] for status in UNCOUNTED),
        unfitting=unfitting,
        tasks=tasks,
        tasks_given=tasks_given,
    )


def chosen_by(store: GraphStore, level: Level | None, place: str) -> Chosen:
    """Return what tells whether one of those who owe something is of a level and in a place.

    ``place`` is as typed; raises UnknownPlace.
    """
    wanted = known_place(store, place) if place else frozenset()
    return lambda owing: _chosen(owing, level, wanted)


def _chosen(owing: Iterable[Owing], level: Level | None, wanted: frozenset[str]) -> bool:
    if level is None and not wanted:
        return True
    return any(
        (level is None or each.level is level) and (not wanted or lies_in(each.place, wanted))
        for each in owing
    )
