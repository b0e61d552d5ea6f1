"""Dates as documents give them: a day, or a month or a year alone where no more is printed."""

import re
from datetime import date, datetime, timedelta
from enum import IntEnum
from functools import lru_cache
from typing import Self

_FORM = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_ONE_DAY = timedelta(days=1)


class Precision(IntEnum):
    """How much of a date is known; its value is the length of what is printed in ISO form."""

    NOTHING = 0
    YEAR = len("2021")
    MONTH = len("2021-04")
    DAY = len("2021-04-09")


class PartialDate(str):
    """A date as documents give it: "2021-04-09", "2021-04" or "2021"; empty where none is known.

    It is its own text in ISO form, so that JSON, tables and IRIs hold it as it is, and it sorts as
    texts do. What is certain of two dates, ``is_before``, ``is_since`` and ``agrees_with`` tell.
    ValueError where the text is no date that exists.

    >>> PartialDate("2021-04").year, PartialDate("2021-04").day
    ('2021', None)
    >>> PartialDate("2021-04").is_before(PartialDate("2021-05-03"))
    True
    >>> PartialDate("2021").agrees_with(PartialDate("2021-05-03"))
    True
    """

    __slots__ = ()

    def __new__(cls, text: str = "") -> Self:
        """Return the date that ``text`` is."""
        if text and not _exists(text):
            raise ValueError(f"not a date: {text!r}; expected 2021, 2021-04 or 2021-04-09")
        return super().__new__(cls, text)

    @classmethod
    def of(cls, year: str, month: str | None = "", day: str | None = "") -> Self:
        """Return the date that these numbers print, an empty one where there is no such day.

        >>> PartialDate.of("2021", "4"), PartialDate.of("2021", "2", "30")
        ('2021-04', '')
        """
        try:
            whole = date(int(year), int(month or 1), int(day or 1)).isoformat()
        except ValueError:
            return cls()
        known = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
        return super().__new__(cls, whole[:known])  # it exists: it need not be looked at again

    @classmethod
    def of_day(cls, day: date | None) -> Self:
        """Return the date of a whole day, an empty one for None."""
        return cls(day.isoformat() if day else "")

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        return Precision(len(self))

    @property
    def day(self) -> date | None:
        """The day, None where no more than a month or a year is known."""
        return date.fromisoformat(self) if len(self) == Precision.DAY else None

    @property
    def month(self) -> Self:
        """The month with its year ("2021-04"), empty where no more than a year is known."""
        known = self[: Precision.MONTH] if len(self) >= Precision.MONTH else ""
        return super().__new__(type(self), known)

    @property
    def year(self) -> Self:
        """The year alone ("2021"), empty where nothing is known."""
        return super().__new__(type(self), self[: Precision.YEAR])

    @property
    def earliest(self) -> date | None:
        """The first day that it may mean, None where nothing is known."""
        return _first_day(self) if self else None

    @property
    def latest(self) -> date | None:
        """The last day that it may mean, None where nothing is known."""
        first = self.earliest
        if first is None or len(self) == Precision.DAY:
            return first
        if len(self) == Precision.YEAR or first.month == 12:
            return first.replace(month=12, day=31)
        return first.replace(month=first.month + 1) - _ONE_DAY

    def is_before(self, other: "PartialDate") -> bool:
        """Tell whether every day that it may mean comes before every day of ``other``."""
        known = min(len(self), len(other))
        return self[:known] < other[:known]

    def is_since(self, other: "PartialDate") -> bool:
        """Tell whether no day that it may mean comes before any day of ``other``."""
        first, last = self.earliest, other.latest
        return first is not None and last is not None and first >= last

    def agrees_with(self, other: "PartialDate") -> bool:
        """Tell whether the two may mean one day: a year agrees with every day in it."""
        return self.startswith(other) or other.startswith(self)


@lru_cache(maxsize=100_000)
def _first_day(text: str) -> date:
    return date.fromisoformat(f"{text}{'0000-01-01'[len(text) :]}")


NO_DATE = PartialDate()
"""The date where none is known."""


@lru_cache(maxsize=100_000)
def partial_date(text: str) -> PartialDate:
    """Return the date that ``text`` is, an empty one where it is none.

    >>> partial_date("2021-04-09").day, partial_date("hôm qua")
    (datetime.date(2021, 4, 9), '')
    """
    return PartialDate(text) if _exists(text) else NO_DATE


def _exists(text: str) -> bool:
    form = _FORM.fullmatch(text)
    if form is None:
        return False
    try:
        date(int(form["year"]), int(form["month"] or 1), int(form["day"] or 1))
    except ValueError:
        return False
    return True


def today() -> date:
    """Return the day that it is where the program runs: that of the people who ask."""
    return datetime.now().astimezone().date()
