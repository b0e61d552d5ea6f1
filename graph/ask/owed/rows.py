"""Rows of what is owed: each debt with the words that order it, and what meets it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pyoxigraph import NamedNode

from graph.ask.owed.debts import Debt
from graph.ask.owed.doubting import Reason
from graph.ask.owed.judging import Judged, Status
from graph.ask.owed.known.orders import Order
from graph.ask.owed.tasks import TaskRow, Work, task_rows
from graph.rdf.nodes import short_duty
from graph.read.decided import decision_at
from graph.read.documents import Documents
from graph.read.links import Links
from graph.values import Decided, Found, Quote, Step
from ontology.level import Level

_FIRST = (Status.OVERDUE, Status.DUE_SOON, Status.NOT_DUE, Status.MET_LATE, Status.UNKNOWN)
"""What people look for first."""
_RANKS = {status: rank for rank, status in enumerate(_FIRST)}
_Each = TypeVar("_Each")


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
    ``also`` are the words of further texts of the document that order the same.
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
    also: tuple[Quote, ...] = ()


class Rows:
    """Makes rows, reading each document once."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._links = Links(documents)

    def tasks(self, found: Sequence[Work]) -> tuple[TaskRow, ...]:
        """Return the rows of work that leaves no document."""
        return tuple(task_rows(found, self._documents, self._links))

    def debts(self, found: Sequence[Judged]) -> tuple[OwedRow, ...]:
        """Return the rows of debts."""
        self._documents.fetch({iri for each in found for iri in _documents_of(each)})
        return tuple(map(self._row, found))

    def _row(self, each: Judged) -> OwedRow:
        order, owing, answer = each.debt.order, each.debt.owing, each.by
        perhaps = each.doubt.paper if each.doubt else None
        listed = decision_at(self._documents.dataset, order.listed) if order.listed else None
        first = owing[0] if owing else None
        words = None
        if answer and answer.predicate:
            words = self._links.stated(answer.paper.iri, NamedNode(answer.predicate), answer.about)
        return OwedRow(
            id=debt_id(each.debt),
            status=each.status,
            body=body_of(each.debt),
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
            quote=self._quote(order, listed),
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
            also=tuple(self._quote(each, None) for each in _elsewhere(order)),
        )

    def _quote(self, order: Order, listed: Decided | None) -> Quote:
        if listed:
            return Quote(quote=listed.why, text=listed.file, start=0, end=0, page=0)
        return order.quote or self._links.assertions.quote(NamedNode(order.mention))


def _elsewhere(order: Order) -> Iterable[Order]:
    """Return one of the orders that each further text of a document gives."""
    others = {each.text: each for each in order.copies[::-1] if each.text != order.text}
    return (others[text] for text in sorted(others))


def _documents_of(each: Judged) -> Iterator[str]:
    """Yield the IRIs of the documents that the row of a debt shows."""
    yield from filter(None, (each.debt.order.set_by, *each.debt.order.about))
    yield from (answer.paper.iri for answer in (each.by,) if answer)
    yield from (doubt.paper.iri for doubt in (each.doubt,) if doubt and doubt.paper)


def debt_id(debt: Debt) -> str:
    """Return what names a debt in decisions."""
    return full_id(debt.order.iri, which_of(debt))


def full_id(duty: str, which: str) -> str:
    """Return the same of the debt of a duty that ``which_of`` tells apart."""
    return "@".join(filter(None, (short_duty(duty), which)))


def which_of(debt: Debt) -> str:
    """Return which debt of its duty it is: that of a place, of a period; empty for the only one."""
    order = debt.order
    place = debt.owing[0].place if order.each and debt.owing else ""
    return "@".join(filter(None, (place, order.due_until if order.recurs else "")))


def body_of(debt: Debt) -> str:
    """Return who owes it, as people call it."""
    return ", ".join(one.name for one in debt.owing) or debt.order.printed


def in_order(found: Iterable[Judged], most: int | None = None) -> list[Judged]:
    """Return debts in the order in which people look for them, overdue ones first.

    With ``most`` the first of them alone.
    """
    return ranked(
        found,
        lambda each: (each.status, each.debt.order.due_until),
        lambda each: (body_of(each.debt), debt_id(each.debt)),
        most,
    )


def ranked(
    found: Iterable[_Each],
    when: Callable[[_Each], tuple[Status, str]],
    who: Callable[[_Each], tuple[str, str]],
    most: int | None,
) -> list[_Each]:
    """Return what is ``in_order`` of anything that has status and last day, body and id."""
    groups: defaultdict[tuple[int, str], list[_Each]] = defaultdict(list)
    for each in found:
        status, due = when(each)
        groups[_RANKS.get(status, len(_RANKS)), due or "9"].append(each)
    ordered: list[_Each] = []
    for key in sorted(groups):
        if most is not None and len(ordered) >= most:
            break
        ordered += sorted(groups[key], key=who)
    return ordered[:most]
