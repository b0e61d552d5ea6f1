"""What is due again and again: the periods of a rule, each with a debt of its own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from graph.ask.owed.known.orders import Order
from ontology.dates import PartialDate, partial_date

_ONE_DAY: Final = timedelta(days=1)
_MONTHS: Final = {"YEARLY": 12, "MONTHLY": 1}


@dataclass(frozen=True, slots=True)
class Period:
    """The days in which something is in time, both included."""

    first: date
    last: date


def periods_of(rules: str, since: date, until: date) -> tuple[Period, ...]:
    """Return the periods of rules that end after ``since``, the one that ``until`` lies in as well.

    None for a rule that fixes no day of the month: nobody can say when its periods end.

    >>> found = periods_of("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15", date(2023, 1, 5),
    ...     date(2024, 11, 16))
    >>> [str(period.last) for period in found]
    ['2023-11-15', '2024-11-15', '2025-11-15']
    """
    days: set[date] = set()
    for rule in rules.split(" "):
        found = sorted(_days(rule, since, until))
        if not found:
            return ()
        days.update(found)
    ends = sorted(days)
    last = next((index for index, day in enumerate(ends) if day >= until), len(ends) - 1)
    firsts = [since, *(day + _ONE_DAY for day in ends)]
    return tuple(map(Period, firsts, ends[: last + 1]))


def occurrences(order: Order, as_of: date) -> tuple[Order, ...]:
    """Return an order as it stands for each period, the one that ``as_of`` lies in as well.

    What is due once, or fixes no day, stays as it is.
    """
    since = order.ordered.earliest
    if since is None or not order.due.startswith("FREQ="):
        return (order,)
    found = tuple(
        replace(
            order,
            ordered=PartialDate(period.first.isoformat()),
            due_from=period.first.isoformat(),
            due_until=period.last.isoformat(),
            recurs=True,
        )
        for period in periods_of(order.due, since, as_of)
    )
    return found or (order,)


def _days(rule: str, since: date, until: date) -> Iterator[date]:
    """Yield the last days of a rule from the first after ``since`` to the first after ``until``."""
    parts = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    step = _MONTHS.get(parts.get("FREQ", ""), 0) * _number(parts.get("INTERVAL", "1"))
    day = _number(parts.get("BYMONTHDAY", ""))
    months = [_number(month) for month in parts.get("BYMONTH", "").split(",") if month]
    if not step or not day or (step % 12 == 0 and not months) or step > 12:
        return
    if months and step != 12:
        return
    year, month = since.year, since.month
    while True:
        fits = month in months if months else (month - since.month) % step == 0
        end = _day_of(year, month, day)
        if fits and end and end > since:
            yield end
            if end > until:
                return
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _day_of(year: int, month: int, day: int) -> date | None:
    last = partial_date(f"{year:04d}-{month:02d}").latest
    return date(year, month, min(day, last.day)) if last and day > 0 else last


def _number(written: str) -> int:
    return int(written) if written.removeprefix("-").isdigit() else 0
