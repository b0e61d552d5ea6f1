"""Where texts name documents, to mark the names within a quote."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from graph.rdf import vocabulary as ld
from graph.read.assertions import Assertions
from graph.store.dataset import Dataset


class Marks:
    """The places at which each text of a dataset refers to each document."""

    def __init__(self, dataset: Dataset, assertions: Assertions) -> None:
        self._dataset = dataset
        self._assertions = assertions
        self._places: defaultdict[tuple[str, str], set[NamedNode]] | None = None

    def read_all(self) -> None:
        """Read every place at once, for those who are going to ask for all of them."""
        self._places = defaultdict(set)
        for quad in self._dataset.quads_for_pattern(None, ld.REFERS_TO, None, None):
            document, graph = quad.object, quad.graph_name
            if isinstance(document, NamedNode) and isinstance(graph, NamedNode):
                self._places[graph.value, document.value].update(_subjects([quad]))

    def within(
        self, graph: str, document: str, start: int, end: int
    ) -> tuple[tuple[int, int], ...]:
        """Return where the text of a graph refers to a document between two offsets, in order.

        The places are counted from ``start``.
        """
        quotes = map(self._assertions.quote, self._referring(graph, document))
        inside = {
            (quote.start - start, quote.end - start)
            for quote in quotes
            if start <= quote.start < quote.end <= end
        }
        return tuple(sorted(inside))

    def _referring(self, graph: str, document: str) -> Iterable[NamedNode]:
        if self._places is not None:
            return self._places.get((graph, document), ())
        if not graph:
            return ()
        nodes = NamedNode(document), NamedNode(graph)
        return _subjects(self._dataset.quads_for_pattern(None, ld.REFERS_TO, *nodes))


def _subjects(quads: Iterable[Quad]) -> Iterator[NamedNode]:
    return (quad.subject for quad in quads if isinstance(quad.subject, NamedNode))
