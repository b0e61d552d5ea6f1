"""What documents are, column by column, in memory: counted and put in order faster than rows are.

Words may stand in most texts of a collection. To read a row for each of a hundred thousand
documents takes a second; to look up what was read once, a few hundredths of one.
"""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from ontology.dates import partial_date

FIRST_OF_TEXTS: Final = 1 << 32
"""From which id on passages are of texts; below it they are what documents are called, by the ids
of these."""

_SHARE: Final = 10
"""From which part of all documents on they are rather picked out of all than put in order."""


@dataclass(frozen=True, slots=True)
class Column:
    """What each document is: ``of`` has by its id where in ``values``, which are in order, it is.

    ``all`` counts the documents of each value, references that are open left out.
    """

    values: list[str]
    of: list[int]
    all: list[int]

    def counts(self, documents: Iterable[int]) -> list[int]:
        """Return how many of the documents have each of the values."""
        found = [0] * len(self.values)
        for value, count in Counter(map(self.of.__getitem__, documents)).items():
            found[value] = count
        return found


class Columns:
    """The columns of all documents, each by the id of the document.

    ``rank`` is the place of each when the newest come first. ``newest`` holds the ids in that order
    without references that are open, which are no documents; ``real`` are the same ids, ``open``
    the others, ``held`` those whose text was read. ``around`` holds for each place itself and each
    that it lies in. Raises sqlite3.Error.
    """

    def __init__(self, tables: sqlite3.Connection) -> None:
        rows = tables.execute(
            "SELECT id, type, level, place, date, held, resolved FROM documents"
            " ORDER BY date DESC, iri"
        ).fetchall()
        size = max((row[0] for row in rows), default=0) + 1
        self.newest = [row[0] for row in rows if row[5] or row[6]]
        self.open = frozenset(row[0] for row in rows if not (row[5] or row[6]))
        self.real = frozenset(self.newest)
        self.held = frozenset(row[0] for row in rows if row[5])
        self.rank = array("l", bytes(array("l").itemsize * size))
        columns: tuple[list[str], ...] = tuple([""] * size for _ in range(4))
        kinds, levels, places, years = columns
        year_of: dict[str, str] = {}
        for rank, (number, kind, level, place, date, *_) in enumerate(rows):
            self.rank[number] = rank
            kinds[number], levels[number], places[number] = kind, level, place
            if date not in year_of:
                year_of[date] = str(partial_date(date).year)
            years[number] = year_of[date]
        self.type, self.level, self.year = (
            self._column(each, set(each)) for each in (kinds, levels, years)
        )
        paths = set(places)
        self.place = self._column(places, paths.union(*map(_outer, paths)))
        at = {path: number for number, path in enumerate(self.place.values)}
        self.outer = [at[path.rpartition(".")[0]] if "." in path else -1 for path in at]

    def _column(self, told: Sequence[str], values: Set[str]) -> Column:
        """Return the column of what is told of each document."""
        ordered = sorted(values)
        at = {value: number for number, value in enumerate(ordered)}
        bare = Column(ordered, list(map(at.__getitem__, told)), [])
        return replace(bare, all=bare.counts(self.newest))

    def newest_of(self, documents: Set[int]) -> Iterator[int]:
        """Yield documents in order, the newest first."""
        if len(documents) <= len(self.newest) // _SHARE or not documents.isdisjoint(self.open):
            return iter(sorted(documents, key=self.rank.__getitem__))
        return filter(documents.__contains__, self.newest)


def _outer(place: str) -> tuple[str, ...]:
    """Return the places in which a place lies.

    >>> _outer("lai-chau.tam-duong.binh-lu")
    ('lai-chau', 'lai-chau.tam-duong')
    """
    names = place.split(".")
    return tuple(".".join(names[:size]) for size in range(1, len(names)))


class Tables(sqlite3.Connection):
    """The tables beside a dataset, opened, with what is learnt of them once."""

    @cached_property
    def columns(self) -> Columns:
        """What all documents are."""
        return Columns(self)

    @cached_property
    def _owners(self) -> "array[int]":
        rows = self.execute("SELECT id, document FROM passages WHERE text IS NOT NULL")
        found = rows.fetchall()
        last = max((number for number, _ in found), default=FIRST_OF_TEXTS)
        owners = array("l", bytes(array("l").itemsize * (last - FIRST_OF_TEXTS + 1)))
        for number, document in found:
            owners[number - FIRST_OF_TEXTS] = document
        return owners

    def owners(self, passages: Iterable[int]) -> Iterator[int]:
        """Yield the document of each of the passages, counted from the first of texts."""
        return map(self._owners.__getitem__, passages)
