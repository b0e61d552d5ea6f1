"""What became of each district and commune on 1 July 2025, whole or in part.

The tables, those of ``ontology/institutions/units.py``, are read when this is first asked.
"""

from collections import defaultdict
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache

from ontology.institutions.units import (
    CODE,
    Unit,
    rows_of_communes,
    rows_of_districts,
    unit_at,
)
from ontology.tables import Row


class Extent(StrEnum):
    """How much of a unit went to the one that followed it; the larger first."""

    WHOLE = "whole"
    MOST = "most"
    PART = "part"


_LARGER_FIRST = tuple(Extent)


@lru_cache(4096)
def units_after(path: str) -> tuple[Unit, ...]:
    """Return the communes that took over the unit of ``path``, those first that took most of it.

    None where it lasts, or the tables do not know it.

    >>> [unit.label for unit in units_after("quang-ninh.co-to")]
    ['đặc khu Cô Tô']
    """
    unit = unit_at(path)
    if unit is None or not unit.until:
        return ()
    largest: dict[str, tuple[Unit, Extent]] = {}
    for code in _codes_of(unit):
        for after, extent in all_successions()[code]:
            _, known = largest.get(after.path, (after, extent))
            largest[after.path] = after, min(extent, known, key=_LARGER_FIRST.index)
    found = sorted(largest.values(), key=lambda pair: _LARGER_FIRST.index(pair[1]))
    return tuple(after for after, _ in found)


@cache
def all_successions() -> Mapping[str, tuple[tuple[Unit, Extent], ...]]:
    """Return what followed each unit, by the code that it had; raises TableError."""
    known = {cell.partition(" ")[0] for _, _, cells in rows_of_districts() for cell in cells}
    after: defaultdict[str, list[tuple[Unit, Extent]]] = defaultdict(list)
    for unit, row in rows_of_communes():
        for cell in row.many("made_of"):
            code, extent = _part(row, cell)
            if code not in known:
                raise row.error(f"made_of has {code!r}; expected a code of districts.csv")
            after[code].append((unit, extent))
    for _, row, cells in rows_of_districts():
        for cell in cells:
            if cell.partition(" ")[0] not in after:
                raise row.error(f"communes has {cell!r}; no row of communes.csv is made of it")
    return {code: tuple(units) for code, units in after.items()}


def _part(row: Row, cell: str) -> tuple[str, Extent]:
    code, _, extent = cell.partition(" ")
    if not CODE.fullmatch(code) or extent not in ("", Extent.MOST, Extent.PART):
        raise row.error(f"made_of has {cell!r}; expected a code, 'most' or 'part' behind it")
    return code, Extent(extent or Extent.WHOLE)


def _codes_of(unit: Unit) -> tuple[str, ...]:
    if unit.code:
        return (unit.code,)
    cells = next(cells for district, _, cells in rows_of_districts() if district == unit)
    return tuple(cell.partition(" ")[0] for cell in cells)
