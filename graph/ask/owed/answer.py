"""The answer to who owes what: each debt with the words that order it, and what meets it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pyoxigraph import NamedNode

from graph.ask.owed.debts import Debt, Owing
from graph.ask.owed.doubting import Reason
from graph.ask.owed.found import found_debts
from graph.ask.owed.judging import MET, UNCOUNTED, Judged, Status
from graph.ask.owed.tasks import TaskRow, Work, task_rows, work_of
from graph.rdf.nodes import short_duty
from graph.read.decided import decision_at
from graph.read.documents import Documents
from graph.read.links import Links
from graph.read.places import known_place, lies_in
from graph.store.disk import GraphStore
from graph.typed.times import time_typed
from graph.values import Decided, Found, Quote, Step
from ontology.level import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedRow:
    """One debt as of a day.

    ``id`` names the debt in decisions: the duty, the place of one of a class, the last day of one
    of several periods. ``body`` who owes it as people call it (as printed where it is open who
    that is), ``level`` and ``place`` are its own. ``due_from`` and ``due_until`` are ISO days,
    empty where none is given; ``due`` as in a reading. ``quote`` holds the words that order it,
    ``met_by`` the document that meets it, ``words`` the link that says so. ``passed_to`` is who
    took over from a body that ended, ``decided`` what a person said became of it. ``doubt`` tells
    why that is not known, and ``perhaps`` which document may meet it.
    What a person ``listed`` no document orders (``set_by``); its words are those of the list.
    """

    id: str
    status: Status
    body: str
    level: Level | None
    place: str
    product: str
    expects: str
    review: str
    set_by: Found | None
    about: tuple[Found, ...]
    due: str
    due_from: str
    due_until: str
    due_printed: str
    quote: Quote
    rule: str
    confidence: float
    bearer_printed: str = ""
    joining: str = ""
    met_by: Found | None = None
    words: Step | None = None
    passed_to: str = ""
    decided: Decided | None = None
    doubt: Reason | None = None
    perhaps: Found | None = None
    listed: Decided | None = None


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


def owed(
    store: GraphStore,
    iri: str = "",
    *,
    level: Level | None = None,
    place: str = "",
    as_of: date,
    statuses: Iterable[Status] = (),
    most: int | None = None,
) -> Owed:
    """Return what bodies owe as of a day: of the document ``iri``, or of all.

    The counts are of all debts, whatever their status; ``rows`` are the first ``most`` of those
    with one of ``statuses``.

    What is owed of a document is what it orders, and what others order about it. ``place`` (as
    typed) and ``level`` are those of the bodies. Orders of later days are not yet. Raises
    UnknownPlace.
    """
    documents = Documents(store.dataset)
    one = {iri, *documents.issuing(iri), *documents.plans_issued(iri)} if iri else set()
    wanted = known_place(store, place) if place else frozenset()

    def chosen(owing: Iterable[Owing]) -> bool:
        return _chosen(owing, level, wanted)

    all_debts = found_debts(store, documents, as_of, about=one, chosen=chosen)
    found = all_debts.debts
    of = Counter(each.status for each in found)
    only = frozenset(statuses)
    rows = _Rows(documents)
    work = [each for each in (() if only else work_of(store, one, as_of)) if chosen(each.owing())]
    shown = sorted((each for each in found if not only or each.status in only), key=_order)
    left_out = sum(of[status] for status in UNCOUNTED)
    return Owed(
        as_of=as_of.isoformat(),
        rows=tuple(map(rows.row, shown[:most])),
        found=len(shown),
        of={status.value: of[status] for status in Status if of[status]},
        owed=len(found),
        met=sum(of[status] for status in MET),
        counted=len(found) - left_out,
        unfitting=all_debts.unfitting,
        tasks=rows.tasks(work[:most]),
        tasks_given=len(work),
    )


def due_within(answer: Owed, since: str, until: str) -> Owed:
    """Return an answer with those of its rows alone whose last day lies between two times.

    These are days, months or years as typed, the last included; an empty one leaves that side
    open. The counts stay those of all debts. Raises WrongUse for a time that is none.
    """
    if not (since or until):
        return answer
    first = str(time_typed(since).earliest) if since else ""
    last = str(time_typed(until).latest) if until else str(date.max)

    def within(day: str) -> bool:
        return first <= day <= last

    rows = tuple(each for each in answer.rows if each.due_until and within(each.due_until))
    tasks = tuple(each for each in answer.tasks if each.due_until and within(each.due_until))
    return replace(answer, rows=rows, found=len(rows), tasks=tasks, tasks_given=len(tasks))


def _chosen(owing: Iterable[Owing], level: Level | None, wanted: frozenset[str]) -> bool:
    if level is None and not wanted:
        return True
    return any(
        (level is None or each.level is level) and (not wanted or lies_in(each.place, wanted))
        for each in owing
    )


class _Rows:
    """Makes rows, reading each document once."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._links = Links(documents)

    def tasks(self, found: Sequence[Work]) -> tuple[TaskRow, ...]:
        """Return the rows of work that leaves no document."""
        return tuple(task_rows(found, self._documents, self._links))

    def row(self, each: Judged) -> OwedRow:
        """Return the row of a debt."""
        order, owing, answer = each.debt.order, each.debt.owing, each.by
        perhaps = each.doubt.paper if each.doubt else None
        listed = decision_at(self._documents.dataset, order.listed) if order.listed else None
        first = owing[0] if owing else None
        words = None
        if answer and answer.predicate:
            words = self._links.stated(answer.paper.iri, NamedNode(answer.predicate), answer.about)
        return OwedRow(
            id=_id(each.debt),
            status=each.status,
            body=_body(each.debt),
            level=first.level if first else None,
            place=first.place if first else "",
            product=order.product,
            expects=order.expects,
            review=order.review,
            set_by=self._documents.found(order.set_by) if order.set_by else None,
            about=tuple(map(self._documents.found, order.about)),
            due=order.due,
            due_from=order.due_from,
            due_until=order.due_until,
            due_printed=order.due_printed,
            quote=self._quote(order.mention, listed),
            rule=order.rule,
            confidence=order.confidence,
            bearer_printed=order.printed,
            joining=order.joining,
            met_by=self._documents.found(answer.paper.iri) if answer else None,
            words=words,
            passed_to=each.heir.name if each.heir else "",
            decided=each.decided,
            doubt=each.doubt.reason if each.doubt else None,
            perhaps=self._documents.found(perhaps.iri) if perhaps else None,
            listed=listed,
        )

    def _quote(self, mention: str, listed: Decided | None) -> Quote:
        if listed:
            return Quote(quote=listed.why, text=listed.file, start=0, end=0, page=0)
        return self._links.assertions.quote(NamedNode(mention))


def _id(debt: Debt) -> str:
    order = debt.order
    place = debt.owing[0].place if order.each and debt.owing else ""
    return "@".join(
        filter(None, (short_duty(order.iri), place, order.due_until if order.recurs else ""))
    )


_FIRST = (Status.OVERDUE, Status.DUE_SOON, Status.NOT_DUE, Status.MET_LATE, Status.UNKNOWN)
"""What people look for first."""


def _body(debt: Debt) -> str:
    return ", ".join(one.name for one in debt.owing) or debt.order.printed


def _order(each: Judged) -> tuple[int, str, str, str]:
    rank = _FIRST.index(each.status) if each.status in _FIRST else len(_FIRST)
    return rank, each.debt.order.due_until or "9", _body(each.debt), _id(each.debt)
