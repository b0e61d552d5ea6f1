"""Where texts name documents, to mark the names within a quote."""

from collections import defaultdict

from pyoxigraph import NamedNode

from graph.rdf import vocabulary as ld
from graph.read.assertions import Assertions
from graph.store.dataset import Dataset


class Marks:
    """The places at which each text of a dataset refers to each document."""

    def __init__(self, dataset: Dataset, assertions: Assertions) -> None:
        self._assertions = assertions
        self._places: defaultdict[tuple[str, str], set[NamedNode]] = defaultdict(set)
        for quad in dataset.quads_for_pattern(None, ld.REFERS_TO, None, None):
            place, document, graph = quad.subject, quad.object, quad.graph_name
            if (
                isinstance(place, NamedNode)
                and isinstance(document, NamedNode)
                and isinstance(graph, NamedNode)
            ):
                self._places[graph.value, document.value].add(place)

    def within(
        self, graph: str, document: str, start: int, end: int
    ) -> tuple[tuple[int, int], ...]:
        """Return where the text of a graph refers to a document between two offsets, in order.

        The places are counted from ``start``.
        """
        quotes = map(self._assertions.quote, self._places.get((graph, document), ()))
        inside = {
            (quote.start - start, quote.end - start)
            for quote in quotes
            if start <= quote.start < quote.end <= end
        }
        return tuple(sorted(inside))
