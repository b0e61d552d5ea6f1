"""The terms that Party numbers run in, and those of the National Assembly."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import pairwise

from ontology.tables import Row, read_table

_TERMS = ("kind", "number", "roman", "starts", "ends", "source")


class TermKind(StrEnum):
    """Whose term it is."""

    CONGRESS = "congress"
    ASSEMBLY = "assembly"


@dataclass(frozen=True, slots=True, kw_only=True)
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


def _congresses() -> Iterator[Term]:
    return (term for term in all_terms() if term.kind is TermKind.CONGRESS)


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


def _roman(number: int) -> str:
    pieces = []
    for value, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        pieces.append(letters * (number // value))
        number %= value
    return "".join(pieces)
