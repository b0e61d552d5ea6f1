"""A few facts, looked up as those of a whole dataset are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from graph.store.dataset import GraphName, Object, Subject


class FewFacts:
    """Quads in memory, found by their subject or by their property."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._about: defaultdict[Subject, list[Quad]] = defaultdict(list)
        self._stating: defaultdict[NamedNode, list[Quad]] = defaultdict(list)
        for quad in quads:
            self._about[quad.subject].append(quad)
            self._stating[quad.predicate].append(quad)

    def quads_for_pattern(
        self,
        subject: Subject | None,
        predicate: NamedNode | None,
        target: Object | None,
        graph_name: GraphName | None = None,
        /,
    ) -> Iterator[Quad]:
        """Yield the quads that have the terms given, a subject or a property among them."""
        if subject is not None:
            near = self._about.get(subject, ())
        elif predicate is not None:
            near = self._stating.get(predicate, ())
        else:
            raise ValueError("expected a subject or a property, got neither")
        for quad in near:
            if (
                (predicate is None or quad.predicate == predicate)
                and (target is None or quad.object == target)
                and (graph_name is None or quad.graph_name == graph_name)
            ):
                yield quad
