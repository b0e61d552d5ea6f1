"""How many of the documents that were found are of each type, level, place and year."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Set

from graph.tables.columns import Columns
from graph.tables.sought.hits import Facet, Facets


def facets_of(columns: Columns, documents: Set[int]) -> Facets:
    """Count documents by what they are."""
    return Facets(
        type=_counted(columns.type, documents),
        level=_counted(columns.level, documents),
        place=_counted_within(columns, documents),
        year=_counted(columns.year, documents),
    )


def _counted(column: list[str], documents: Set[int]) -> tuple[Facet, ...]:
    return _ordered(Counter(map(column.__getitem__, documents)))


def _counted_within(columns: Columns, documents: Set[int]) -> tuple[Facet, ...]:
    """Count the documents of each place, those of what lies in it among them."""
    counts: defaultdict[str, int] = defaultdict(int)
    for place, count in Counter(map(columns.place.__getitem__, documents)).items():
        for outer in columns.around[place]:
            counts[outer] += count
    return _ordered(counts)


def _ordered(counts: Mapping[str, int]) -> tuple[Facet, ...]:
    """Return counts, the highest first, equal ones by their values; what is not known is last."""
    values = sorted(sorted(counts), key=counts.__getitem__, reverse=True)
    if "" in counts:
        values.remove("")
        values.append("")
    return tuple(map(Facet, values, map(counts.__getitem__, values)))
