"""The words that state links, and which of them name the other document."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from graph.rdf import vocabulary as ld

_REFERENCES = f"""
    PREFIX ld: <{ld.NS}>
    SELECT ?graph ?document ?start ?end WHERE {{ GRAPH ?graph {{
        ?place ld:refersTo ?document ; ld:start ?start ; ld:end ?end .
    }} }}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The words that state a link: where they stand, and which of them name the other document.

    Offsets count code points of the text as read; ``marks`` those of ``quote``. ``part`` is what of
    the object the words reach, empty for the whole; ``since`` the day from which they do. ``page``,
    ``box`` and ``unconfirmed`` are as in ``graph.values.Quote``.
    """

    quote: str
    text: str
    start: int
    end: int
    rule: str
    confidence: float
    marks: tuple[tuple[int, int], ...] = ()
    part: str = ""
    since: str = ""
    page: int = 0
    box: str = ""
    unconfirmed: bool = False


def solutions(dataset: ox.Store, query: str) -> Iterator[list[str]]:
    """Yield the values of each row, empty where there is none."""
    rows = dataset.query(query)
    assert isinstance(rows, ox.QuerySolutions)
    for row in rows:
        yield ["" if value is None else getattr(value, "value", "") for value in row]


def passage_rank(pair: tuple[bool, Passage]) -> tuple[bool, float, bool, str, int, int]:
    """Put the whole before a part, the surest first, then what the subject's own text says."""
    elsewhere, passage = pair
    partly = bool(passage.part)
    return partly, -passage.confidence, elsewhere, passage.text, passage.start, passage.end


def references(dataset: ox.Store) -> Mapping[tuple[str, str], Sequence[tuple[int, int]]]:
    """Return where each text refers to each document, by its graph and the IRI of the document."""
    spans: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for graph, document, start, end in solutions(dataset, _REFERENCES):
        spans[graph, document].append((int(start), int(end)))
    return spans


def marks_within(
    spans: Sequence[tuple[int, int]], start: int, end: int
) -> tuple[tuple[int, int], ...]:
    """Return those of ``spans`` that lie between two offsets, counted from the first of these."""
    inside = {
        (first - start, last - start) for first, last in spans if start <= first < last <= end
    }
    return tuple(sorted(inside))
