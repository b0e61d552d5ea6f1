"""How many of the documents that were found are of each type, level, place and year."""

from collections.abc import Sequence, Set
from itertools import compress
from operator import sub

from graph.tables.columns import Column, Columns
from graph.tables.sought.hits import Facet, Facets


def facets_of(columns: Columns, documents: Set[int]) -> Facets:
    """Count documents by what they are; most of all by what the few others are."""
    most = len(documents) > len(columns.real) // 2 and documents <= columns.real
    counted = columns.real - documents if most else documents

    def counts(column: Column) -> list[int]:
        found = column.counts(counted)
        return list(map(sub, column.all, found)) if most else found

    return Facets(
        type=_ordered(columns.type, counts(columns.type)),
        level=_ordered(columns.level, counts(columns.level)),
        place=_ordered(columns.place, _within(columns, counts(columns.place))),
        year=_ordered(columns.year, counts(columns.year)),
    )


def _within(columns: Columns, counts: list[int]) -> list[int]:
    """Count the documents of each place, those of what lies in it among them."""
    # A place stands behind those in which it lies.
    for place in range(len(counts) - 1, -1, -1):
        outer = columns.outer[place]
        if outer >= 0:
            counts[outer] += counts[place]
    return counts


def _ordered(column: Column, counts: Sequence[int]) -> tuple[Facet, ...]:
    """Return counts, the highest first, equal ones by their values; what is not known is last."""
    values = column.values
    order = sorted(compress(range(len(values)), counts), key=counts.__getitem__, reverse=True)
    if values and not values[0] and counts[0]:
        order.remove(0)
        order.append(0)
    return tuple(map(Facet, map(values.__getitem__, order), map(counts.__getitem__, order)))
