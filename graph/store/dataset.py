"""What reading code needs of a dataset, whether it lies in this process or on a server."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

import pyoxigraph as ox

Subject = ox.NamedNode | ox.BlankNode | ox.Triple
Object = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
GraphName = ox.NamedNode | ox.BlankNode | ox.DefaultGraph
Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Facts(Protocol):
    """Quads to be looked up."""

    def quads_for_pattern(
        self,
        subject: Subject | None,
        predicate: ox.NamedNode | None,
        object: Object | None,  # noqa: A002
        graph_name: GraphName | None = None,
        /,
    ) -> Iterator[ox.Quad]:
        """Yield the quads that have the terms given; None stands for any."""
        ...


class Dataset(Facts, Protocol):
    """Quads to be looked up and asked; ``pyoxigraph.Store`` is one."""

    def query(self, query: str, /, *, use_default_graph_as_union: bool = False) -> Answer:
        """Answer a SPARQL query, over all graphs together if asked to."""
        ...


@runtime_checkable
class Elsewhere(Protocol):
    """A dataset that does not lie in this process."""

    def copied(self) -> ox.Store:
        """Return a copy of it that does."""
        ...


def local_copy(dataset: Dataset) -> ox.Store:
    """Return a dataset as a store in this process: itself if it is one, else a copy.

    For what reads everything, and would else ask a server thousands of times.
    """
    if isinstance(dataset, ox.Store):
        return dataset
    if isinstance(dataset, Elsewhere):
        return dataset.copied()
    raise TypeError(f"{type(dataset).__name__} cannot be copied; expected a store or a server")
