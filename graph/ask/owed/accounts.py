"""All debts as of a day, as far as it takes to count and to choose them; told when they are shown.

In a large collection it takes a while to judge them all; a page shows a few.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from graph.ask.owed.answer import Owed, Shown, added, chosen_by
from graph.ask.owed.debts import Owing
from graph.ask.owed.found import debts_by_document
from graph.ask.owed.judging import Judged, Status
from graph.ask.owed.rows import Rows, body_of, full_id, ranked, which_of
from graph.ask.owed.tasks import Work, work_of
from graph.store.disk import GraphStore
from graph.tables.tabled_documents import documents_of
from graph.values import Decided
from ontology.level import Level


class Line(NamedTuple):
    """One debt: what became of it, its last day, who owes it, and which of a duty's it is."""

    status: Status
    due: str
    body: str
    owing: tuple[Owing, ...]
    duty: str
    which: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All debts as of a day in order, the work that leaves no document, and decisions of none."""

    as_of: date
    lines: tuple[Line, ...]
    work: tuple[Work, ...]
    unfitting: tuple[Decided, ...]


def ledger_of(store: GraphStore, as_of: date) -> Ledger:
    """Judge all debts of a store as of a day."""
    lines: list[Line] = []
    unfitting: list[Decided] = []
    with documents_of(store) as documents:
        shared = _Shared({}, {})
        for found in debts_by_document(store, documents, as_of):
            unfitting += found.unfitting
            lines += map(shared.line, found.debts)
    ordered = ranked(
        lines,
        lambda line: (line.status, line.due),
        lambda line: (line.body, full_id(line.duty, line.which)),
        None,
    )
    return Ledger(
        as_of=as_of,
        lines=tuple(ordered),
        work=work_of(store, (), as_of),
        unfitting=tuple(unfitting),
    )


class _Shared(NamedTuple):
    """What lines have in common, held once."""

    words: dict[str, str]
    bodies: dict[tuple[Owing, ...], tuple[Owing, ...]]

    def line(self, each: Judged) -> Line:
        """Return the line of a debt."""
        debt = each.debt
        words = debt.order.due_until, body_of(debt), debt.order.iri, which_of(debt)
        due, body, duty, which = (self.words.setdefault(one, one) for one in words)
        owing = self.bodies.setdefault(debt.owing, debt.owing)
        return Line(status=each.status, due=due, body=body, owing=owing, duty=duty, which=which)


def owed_by(
    store: GraphStore,
    ledger: Ledger,
    *,
    level: Level | None = None,
    place: str = "",
    shown: Shown,
    most: int,
) -> Owed:
    """Return what ``answer.owed`` does of all documents as of the day of the ledger.

    Raises UnknownPlace, and WrongUse for a time that is none.
    """
    chosen, within = chosen_by(store, level, place), shown.within()
    asked = ledger.lines
    if level is not None or place:
        # Thousands of lines are of the same bodies.
        fitting = {owing for owing in {line.owing for line in asked} if chosen(owing)}
        asked = tuple(line for line in asked if line.owing in fitting)
    of_rows = [
        line
        for line in asked
        if (not shown.statuses or line.status in shown.statuses) and within(line.due)
    ]
    work = [
        each
        for each in (() if shown.statuses else ledger.work)
        if within(each.said["due_until"]) and chosen(each.owing())
    ]
    with documents_of(store) as documents:
        rows = Rows(documents)
        return added(
            ledger.as_of,
            Counter(line.status for line in asked),
            rows=rows.debts(_judged(store, ledger.as_of, of_rows[:most])),
            found=len(of_rows),
            unfitting=ledger.unfitting,
            tasks=rows.tasks(work[:most]),
            tasks_given=len(work),
        )


def _judged(store: GraphStore, as_of: date, lines: Sequence[Line]) -> list[Judged]:
    """Return the debts of lines, with all that became of each."""
    duties = {line.duty for line in lines}
    if not duties:
        return []
    wanted = {(line.duty, line.which): at for at, line in enumerate(lines)}
    with documents_of(store) as documents:
        found = [
            (wanted[name], each)
            for some in debts_by_document(store, documents, as_of, duties)
            for each in some.debts
            if (name := (each.debt.order.iri, which_of(each.debt))) in wanted
        ]
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]
