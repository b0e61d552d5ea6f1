"""What became of a debt by a day: met, late, overdue, or not known.

Silence is not guilt: a body of which the collection holds nothing from that time is never overdue.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from graph.ask.owed.debts import Debt, Owing, heir_of
from graph.ask.owed.doubting import Doubt, Reason, doubt_about, fits
from graph.ask.owed.known.holdings import Answering, Holdings, Paper, predicates_for
from graph.ask.owed.known.orders import Order
from graph.values import Decided
from ontology.dates import PartialDate, partial_date

SOON = timedelta(days=30)
"""How long before its last day a debt is said to be due soon."""
AROUND = timedelta(days=365)
"""How long after its last day a debt's time is: documents of later years say nothing about it."""


class Status(StrEnum):
    """What became of a debt as of a day.

    MET_CITED: a text names the document, and its own text is not held; UNKNOWN: it is not known who
    owes it, or nothing of that body from that time is held; OPEN: no last day is given; EXCUSED:
    a person says that it need not be done.
    """

    MET = "met"
    MET_LATE = "met-late"
    MET_CITED = "met-cited"
    NOT_DUE = "not-due"
    DUE_SOON = "due-soon"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"
    LAPSED = "lapsed"
    OPEN = "open"
    EXCUSED = "excused"


MET = frozenset({Status.MET, Status.MET_LATE, Status.MET_CITED})
UNCOUNTED = (Status.LAPSED, Status.EXCUSED, Status.UNKNOWN, Status.OPEN)
"""Of these it cannot be told whether they are met, or it does not matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A debt with what became of it; ``by`` meets it, ``heir`` owes it in place of who ended.

    ``decided`` is the decision of a person, where one says what became of it; ``doubt`` tells why
    that is not known.
    """

    debt: Debt
    status: Status
    by: Answering | None = None
    heir: Owing | None = None
    decided: Decided | None = None
    doubt: Doubt | None = None


def judged(debt: Debt, holdings: Holdings, as_of: date) -> Judged:
    """Return what became of ``debt`` by the end of the day ``as_of``."""
    order = debt.order
    if not debt.owing:
        return _unknown(debt, Doubt(Reason.WHO))
    if not order.ordered:
        return _unknown(debt, Doubt(Reason.SINCE))
    answers = _answers(order, debt.owing, holdings, as_of)
    if order.recurs:
        answers, other = _of_period(order, answers)
        if not answers and other:
            return _unknown(debt, Doubt(Reason.PERIOD, other.paper))
    answer = _first(answers)
    if answer:
        return Judged(debt=debt, status=met_status(answer, order), by=answer)
    until = partial_date(order.due_until)
    ended = _ended(debt.owing)
    last = ended.latest
    if last and last < as_of and not (until and until.is_before(ended)):
        return _after_its_end(debt, holdings, as_of)
    return _unmet(debt, holdings, as_of)


def _unknown(debt: Debt, doubt: Doubt) -> Judged:
    return Judged(debt=debt, status=Status.UNKNOWN, doubt=doubt)


def _of_period(
    order: Order, answers: Iterable[Answering]
) -> tuple[list[Answering], Answering | None]:
    """Return the documents of one period, and one that may be of it: late, or of the next."""
    first, last = date.fromisoformat(order.due_from), date.fromisoformat(order.due_until)
    after = last + (last - first) + timedelta(days=1)
    days = [(answer, answer.paper.date.day) for answer in answers]
    within = [answer for answer, day in days if day and first <= day <= last]
    others = (answer for answer, day in days if day is None or last < day <= after)
    return within, next(others, None)


def _after_its_end(debt: Debt, holdings: Holdings, as_of: date) -> Judged:
    """Return what became of a debt whose bearer ended before it was due."""
    heir = heir_of(debt.owing[0]) if len(debt.owing) == 1 else None
    if heir is None:
        return Judged(debt=debt, status=Status.LAPSED)
    passed = judged(replace(debt, owing=(heir,)), holdings, as_of)
    if passed.status is Status.OVERDUE and heir.issuer != debt.owing[0].issuer:
        passed = _unknown(debt, Doubt(Reason.PASSED))
    if passed.status is Status.LAPSED:
        return Judged(debt=debt, status=Status.LAPSED)
    return replace(passed, debt=debt, heir=passed.heir or heir)


def _unmet(debt: Debt, holdings: Holdings, as_of: date) -> Judged:
    order = debt.order
    last = partial_date(order.due_until).latest
    if last is None:
        return Judged(debt=debt, status=Status.OPEN)
    if as_of <= last:
        soon = last - as_of <= SOON
        return Judged(debt=debt, status=Status.DUE_SOON if soon else Status.NOT_DUE)
    series = registers(debt.owing)
    if not holdings.holds_any(series, order.ordered, min(as_of, last + AROUND)):
        return _unknown(debt, Doubt(Reason.NOTHING_HELD))
    doubt = doubt_about(order, series, holdings, as_of)
    return _unknown(debt, doubt) if doubt else Judged(debt=debt, status=Status.OVERDUE)


def registers(owing: Sequence[Owing]) -> tuple[str, ...]:
    """Return the registers of all who owe something together, in order."""
    if len(owing) == 1:
        return owing[0].series
    return tuple(sorted({register for each in owing for register in each.series}))


def met_status(answer: Answering, order: Order) -> Status:
    """Return how a document meets what is owed: in time, late, or as cited."""
    if not answer.paper.held:
        return Status.MET_CITED
    until = partial_date(order.due_until)
    return Status.MET_LATE if until and until.is_before(answer.paper.date) else Status.MET


def _answers(
    order: Order, owing: Sequence[Owing], holdings: Holdings, as_of: date
) -> list[Answering]:
    """Return what one of those who owe it issued that does it, and is not older than the order."""
    wanted = predicates_for(order.expects, order.review)
    found: list[Answering] = []
    for register in registers(owing):
        for about in order.about:
            answers = holdings.answering.get((about, register))
            if answers:
                found += [
                    answer
                    for answer in answers
                    if answer.predicate in wanted and _may_meet(order, answer.paper, as_of)
                ]
    return found


def _may_meet(order: Order, paper: Paper, as_of: date) -> bool:
    """Tell whether a document, by its type and day, is one that was ordered, and is there yet."""
    issued = paper.date.earliest
    return (
        issued is not None
        and issued <= as_of
        and paper.iri != order.set_by
        and not paper.date.is_before(order.ordered)
        and fits(order, paper)
    )


def _first(answers: Sequence[Answering]) -> Answering | None:
    """Return the earliest document that meets a debt, one that is held rather than one cited."""
    if len(answers) < 2:
        return answers[0] if answers else None
    return min(
        answers,
        key=lambda answer: (
            not answer.paper.held,
            answer.paper.date,
            answer.paper.iri,
            answer.predicate,
            answer.about,
        ),
    )


def _ended(owing: Iterable[Owing]) -> PartialDate:
    """Return the last day of those who owe together: of the one that stood longest."""
    days = [each.ended for each in owing]
    return max(days) if all(days) else PartialDate()
