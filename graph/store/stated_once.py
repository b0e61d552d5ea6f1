"""How much a graph states: what two texts of one document say counts once."""

from collections.abc import Mapping

from pyoxigraph import NamedNode

from graph.rdf import vocabulary as ld
from graph.store.dataset import Dataset

_OF_NO_TEXT = (ld.INFERRED_GRAPH, ld.DECISIONS_GRAPH)


def first_texts(dataset: Dataset) -> Mapping[str, str]:
    """Return for each further text of a document the one that comes first, by their hashes."""
    return {
        ld.sha_of(quad.subject): ld.sha_of(quad.object)
        for quad in dataset.quads_for_pattern(None, ld.ALTERNATE_OF, None, None)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }


def statements(dataset: Dataset) -> int:
    """Return how many statements of links texts make; what two texts of one document say is one."""
    first = first_texts(dataset)
    made: list[tuple[str, str, str]] = []
    for quad in dataset.quads_for_pattern(None, ld.STATES, None, None):
        graph = quad.graph_name
        if isinstance(graph, NamedNode) and graph not in _OF_NO_TEXT:
            sha = ld.sha_of(graph)
            made.append((first.get(sha, ""), sha, str(quad.object)))
    return counted_once(made)


def counted_once(made: list[tuple[str, str, str]]) -> int:
    """Return how many statements there are: first text of its document, text, what is stated."""
    by: dict[tuple[str, str], str] = {}
    # Further texts come last, each after the first one of its document.
    made.sort()
    return sum(by.setdefault((text or sha, claim), sha) == sha for text, sha, claim in made)
