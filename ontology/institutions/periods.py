"""In which period did a register run? A number is given once in each."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Self

from ontology.dates import PartialDate, Precision, partial_date
from ontology.institutions.terms import Term, congress, congress_at
from ontology.level import Level
from ontology.tables import Row, read_table

_COLUMNS = ("term", "level", "opens", "closes", "source")
_FORM = re.compile(r"k[0-9]{1,2}|nk[0-9]{4}|[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?|named")


class Period(str):
    """The period in which a register ran, as keys of documents hold it.

    ``k11`` is a term of the Party's congress, ``nk2020`` a term of local committees by its first
    year, ``2021`` a year, ``2025-07`` the rest of a year in which numbers began again, ``named``
    what a document without a number has in its place; empty where it is open. It is its own text,
    so that keys, tables and IRIs hold it as it is. ValueError where the text has another form.

    >>> Period("k11").term.roman, Period("nk2020").starts, Period("2025-07").year
    ('XI', datetime.date(2020, 1, 1), '2025')
    """

    __slots__ = ()

    def __new__(cls, text: str = "") -> Self:
        """Return the period that ``text`` is."""
        if text and _FORM.fullmatch(text) is None:
            raise ValueError(f"not a period: {text!r}; expected one like k11, nk2020 or 2021")
        return super().__new__(cls, text)

    @classmethod
    def of_term(cls, term: Term | None) -> Self:
        """Return the period of a congress term, the open one where there is none."""
        return cls(f"k{term.number}" if term else "")

    @property
    def is_congress(self) -> bool:
        """Whether it is a term of the Party's congress."""
        return self.startswith("k")

    @property
    def is_local(self) -> bool:
        """Whether it is a term of local committees, which began on a day of its own in each."""
        return self.startswith("nk")

    @property
    def term(self) -> Term | None:
        """The congress term, None where it is another period or the term is not known."""
        return congress(self[1:]) if self.is_congress else None

    @property
    def year(self) -> PartialDate:
        """The year, empty where it is a term."""
        return partial_date(self).year

    @property
    def starts(self) -> date | None:
        """The first day on which a number of it may have been given, None where nothing tells."""
        if self.is_congress:
            return self.term.starts if self.term else None
        return partial_date(self.removeprefix("nk")).earliest

    def on(self, day: date, level: Level) -> "tuple[Period, ...]":
        """Return the periods that its register may have been in on a day: itself, or others.

        Two where congresses of local committees of ``level`` were being held, none where nothing
        is known.

        >>> Period("2019").on(date(2021, 4, 9), Level.PROVINCE)
        ('2021',)
        """
        if self.is_local:
            return local_terms_near(day, level)
        if self.is_congress:
            term = congress_at(day)
            return (Period.of_term(term),) if term else ()
        begins = self.starts
        if begins is None or len(self) == Precision.YEAR:
            return (Period(str(day.year)),) if begins else ()
        return (self,) if begins <= day <= date(begins.year, 12, 31) else ()


NAMED = Period("named")
"""What stands for the period of a document that is known by its name."""


@dataclass(frozen=True, slots=True)
class _Window:
    """The days on which the congresses of one level may have been held."""

    term: Period
    level: Level
    opens: date
    closes: date


@dataclass(frozen=True, slots=True)
class LocalPeriod:
    """The time in which the local Party numbers of one term ran at one level, set wide.

    ``opens`` is the first day on which a congress may have begun the term, ``closes`` the last on
    which one may have ended it, None while it runs.
    """

    term: Period
    level: Level
    opens: date
    closes: date | None


@lru_cache(maxsize=16384)
def local_term_at(day: date, level: Level) -> Period:
    """Return the local Party term that ``day`` lies in: ``nk2020``.

    An empty one where congresses of this level were being held, each committee on a day of its own,
    and before the first term known. At the centre there is no local term.

    >>> local_term_at(date(2021, 4, 9), Level.PROVINCE)
    'nk2020'
    """
    before = [window for window in _windows() if window.level is level and window.opens <= day]
    if not before:
        return Period()
    latest = max(before, key=lambda window: window.opens)
    return latest.term if day > latest.closes else Period()


def local_terms_near(day: date, level: Level) -> tuple[Period, ...]:
    """Return the local terms that ``day`` may lie in: one, or two while congresses are held."""
    passed = sorted(
        (window for window in _windows() if window.level is level and window.opens <= day),
        key=lambda window: window.opens,
    )
    if not passed or day > passed[-1].closes:
        return tuple(window.term for window in passed[-1:])
    return tuple(window.term for window in passed[-2:])


@cache
def local_periods() -> tuple[LocalPeriod, ...]:
    """Return every local term at every level in the order of the table."""
    periods: list[LocalPeriod] = []
    for window in _windows():
        later = [peer for peer in _windows() if peer.level is window.level]
        later = sorted(
            (peer for peer in later if peer.opens > window.opens), key=lambda peer: peer.opens
        )
        closes = later[0].closes if later else None
        periods.append(LocalPeriod(window.term, window.level, window.opens, closes))
    return tuple(periods)


@cache
def _windows() -> tuple[_Window, ...]:
    rows = read_table("local_terms.csv", _COLUMNS, unique=("term", "level"))
    return tuple(_window(row) for row in rows)


def _window(row: Row) -> _Window:
    opens, closes = row.day("opens"), row.day("closes")
    if opens is None or closes is None or closes <= opens:
        raise row.error(f"opens {opens}, closes {closes}; expected two days in this order")
    try:
        term = Period(row.required("term"))
    except ValueError as error:
        raise row.error(str(error)) from error
    return _Window(term, row.choice("level", Level), opens, closes)
