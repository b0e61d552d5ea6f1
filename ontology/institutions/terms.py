"""The terms that Party numbers run in, and those of the National Assembly."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import pairwise

from ontology.level import Level
from ontology.tables import Row, read_table

_TERMS = ("kind", "number", "roman", "starts", "ends", "source")
_LOCAL = ("term", "level", "opens", "closes", "source")


class TermKind(StrEnum):
    """Whose term it is."""

    CONGRESS = "congress"
    ASSEMBLY = "assembly"


@dataclass(frozen=True, slots=True)
class Term:
    """One term; ``starts`` and ``ends`` belong to it, ``ends`` is None while it runs."""

    kind: TermKind
    number: int
    roman: str
    starts: date
    ends: date | None
    source: str

    def holds(self, day: date) -> bool:
        """Tell whether ``day`` lies in the term."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True, slots=True)
class _Window:
    """The days on which the congresses of one level may have been held."""

    term: str
    level: Level
    opens: date
    closes: date


@dataclass(frozen=True, slots=True)
class LocalPeriod:
    """The time in which the local Party numbers of one term ran at one level, set wide.

    ``opens`` is the first day on which a congress may have begun the term, ``closes`` the last on
    which one may have ended it, None while it runs.
    """

    term: str
    level: Level
    opens: date
    closes: date | None


@cache
def all_terms() -> tuple[Term, ...]:
    """Return every term in the order of time; raises TableError."""
    rows = read_table("terms.csv", _TERMS, unique=("kind", "number"))
    terms = tuple(_term(row) for row in rows)
    for kind in TermKind:
        own = [(row, term) for row, term in zip(rows, terms, strict=True) if term.kind is kind]
        for (_, before), (row, after) in pairwise(own):
            if before.ends is None or before.ends >= after.starts:
                raise row.error(f"{after.roman} starts before {before.roman} ends")
            if after.number != before.number + 1:
                raise row.error(f"number is {after.number}; expected {before.number + 1}")
    return terms


def congress_at(day: date) -> Term | None:
    """Return the congress term that ``day`` lies in, None before the first one known.

    >>> congress_at(date(2013, 6, 3)).roman
    'XI'
    """
    return next((term for term in _congresses() if term.holds(day)), None)


def congress(number: int | str) -> Term | None:
    """Return the congress term with this number, Arabic or Roman, None where it is not known."""
    wanted = str(number).strip().upper()
    return next((term for term in _congresses() if wanted in (str(term.number), term.roman)), None)


def local_term_at(day: date, level: Level) -> str | None:
    """Return the local Party term that ``day`` lies in: ``nk2020``.

    None where congresses of this level were being held, each committee on a day of its own, and
    before the first term known. At the centre there is no local term.

    >>> local_term_at(date(2021, 4, 9), Level.PROVINCE)
    'nk2020'
    """
    before = [window for window in _windows() if window.level is level and window.opens <= day]
    if not before:
        return None
    latest = max(before, key=lambda window: window.opens)
    return latest.term if day > latest.closes else None


def local_terms_near(day: date, level: Level) -> tuple[str, ...]:
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
    periods = []
    for window in _windows():
        later = [peer for peer in _windows() if peer.level is window.level]
        later = sorted(
            (peer for peer in later if peer.opens > window.opens), key=lambda peer: peer.opens
        )
        closes = later[0].closes if later else None
        periods.append(LocalPeriod(window.term, window.level, window.opens, closes))
    return tuple(periods)


def _congresses() -> Iterator[Term]:
    return (term for term in all_terms() if term.kind is TermKind.CONGRESS)


@cache
def _windows() -> tuple[_Window, ...]:
    rows = read_table("local_terms.csv", _LOCAL, unique=("term", "level"))
    return tuple(_window(row) for row in rows)


def _term(row: Row) -> Term:
    starts, ends = row.day("starts"), row.day("ends")
    number = row.number("number")
    if starts is None or (ends is not None and ends <= starts):
        raise row.error(f"starts {starts}, ends {ends}; expected a start before the end")
    if row.text("roman") != _roman(number):
        raise row.error(f"roman is {row.text('roman')!r}; expected {_roman(number)!r}")
    return Term(
        kind=row.choice("kind", TermKind),
        number=number,
        roman=row.text("roman"),
        starts=starts,
        ends=ends,
        source=row.required("source"),
    )


def _window(row: Row) -> _Window:
    opens, closes = row.day("opens"), row.day("closes")
    if opens is None or closes is None or closes <= opens:
        raise row.error(f"opens {opens}, closes {closes}; expected two days in this order")
    return _Window(
        term=row.required("term"), level=row.choice("level", Level), opens=opens, closes=closes
    )


def _roman(number: int) -> str:
    pieces = []
    for value, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        pieces.append(letters * (number // value))
        number %= value
    return "".join(pieces)
