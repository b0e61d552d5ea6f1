"""How many of the documents that were found are of each type, level, place and year."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Set

from graph.tables.columns import Column, Columns
from graph.tables.sought.hits import Facet, Facets


def facets_of(columns: Columns, documents: Set[int]) -> Facets:
    """Count documents by what they are; most of all by what the few others are."""
    most = len(documents) > len(columns.real) // 2 and documents <= columns.real
    counted = columns.real - documents if most else documents

    def counts(column: Column) -> Mapping[str, int]:
        found = Counter(map(column.of.__getitem__, counted))
        return column.all - found if most else found

    return Facets(
        type=_ordered(counts(columns.type)),
        level=_ordered(counts(columns.level)),
        place=_ordered(_within(columns, counts(columns.place))),
        year=_ordered(counts(columns.year)),
    )


def _within(columns: Columns, places: Mapping[str, int]) -> Mapping[str, int]:
    """Count the documents of each place, those of what lies in it among them."""
    counts: defaultdict[str, int] = defaultdict(int)
    for place, count in places.items():
        for outer in columns.around[place]:
            counts[outer] += count
    return counts


def _ordered(counts: Mapping[str, int]) -> tuple[Facet, ...]:
    """Return counts, the highest first, equal ones by their values; what is not known is last."""
    values = sorted(sorted(counts), key=counts.__getitem__, reverse=True)
    if "" in counts:
        values.remove("")
        values.append("")
    return tuple(map(Facet, values, map(counts.__getitem__, values)))
