"""The names of laws, codes and ordinances."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ontology.spelling import folded
from ontology.tables import Row, check_unique, read_table

_COLUMNS = ("name", "years", "source")
_TYPE_WORDS = ("Luật ", "Bộ luật ", "Pháp lệnh ")


@dataclass(frozen=True, slots=True)
class LawName:
    """One name, type word included, and the years in which acts of this name were adopted.

    ``years`` is empty where none is certain. Otherwise it holds every year up to the last one of
    the table: a name without a year may mean each, and an act of another year has another name.
    """

    name: str
    years: tuple[int, ...]
    source: str


@cache
def law_names() -> tuple[LawName, ...]:
    """Return every name with its years; raises TableError."""
    rows = read_table("laws.csv", _COLUMNS)
    check_unique(((row, folded(row.text("name"))) for row in rows), "the name")
    return tuple(_law_name(row) for row in rows)


@cache
def all_laws() -> tuple[str, ...]:
    """Return every name, the longest first."""
    names = (law.name for law in law_names())
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def years_of_law(name: str) -> tuple[int, ...]:
    """Return the years in which acts of a name were adopted, none where they are not certain.

    >>> years_of_law("Luật nhà ở")
    (2005, 2014, 2023)
    """
    return _years().get(folded(name), ())


@cache
def last_year_of_laws() -> int:
    """Return the last year of the table: of later ones it says nothing."""
    return max(year for years in _years().values() for year in years)


@cache
def _years() -> Mapping[str, tuple[int, ...]]:
    return {folded(law.name): law.years for law in law_names()}


def _law_name(row: Row) -> LawName:
    name = row.required("name")
    if not name.startswith(_TYPE_WORDS):
        raise row.error(f"name is {name!r}; expected it to begin with Luật, Bộ luật or Pháp lệnh")
    years = row.many("years")
    if not all(year.isdecimal() and 1945 <= int(year) <= 2100 for year in years):
        raise row.error(f"years are {years}; expected years from 1945 on")
    return LawName(name=name, years=tuple(map(int, years)), source=row.required("source"))
