"""What a server holds, in a graph of its own: who published it, what it counts, a digest of each.

It is written twice: before anything is changed, without the graphs that are about to change, and
last, with all of them. Whoever finds the first writing knows that the graph is not whole, and the
next build sends again what that writing does not vouch for.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Final

import pyoxigraph as ox

from graph.server.connection import SparqlConnection
from graph.server.errors import OtherPublication, ServerFailed
from graph.store.disk import State
from graph.words.sentences import Cause
from ontology.documents.identity import BASE

GRAPHS: Final = f"{BASE}id/graph/"
"""What the names of Luocdo's own graphs begin with; a server may hold others."""
STATE_GRAPH: Final = ox.NamedNode(f"{GRAPHS}state")
_NS: Final = f"{BASE}publication#"
_DIGEST: Final = ox.NamedNode(f"{_NS}digest")
_FORMAT: Final = "1"
_WHOLE, _PART = "whole", "part"
_ASKED: Final = f"SELECT ?s ?p ?o WHERE {{ GRAPH {STATE_GRAPH} {{ ?s ?p ?o }} }}"


@dataclass(frozen=True, slots=True)
class Publication:
    """A graph on a server: ``digests`` holds, for each graph that is as it should be, its digest.

    ``workbench`` names the store that it was published from; ``whole`` tells that no writing is
    under way, nor was stopped.
    """

    workbench: str
    whole: bool
    state: State
    digests: Mapping[str, str]


def is_own(graph: object) -> bool:
    """Tell whether a graph holds what Luocdo says of documents."""
    return (
        isinstance(graph, ox.NamedNode) and graph.value.startswith(GRAPHS) and graph != STATE_GRAPH
    )


def graph_lines(dataset: ox.Store, graph: ox.NamedNode) -> list[str]:
    """Return a graph as lines of N-Triples, in order."""
    quads = dataset.quads_for_pattern(None, None, None, graph)
    return sorted_lines(quads)


def sorted_lines(quads: Iterable[ox.Quad]) -> list[str]:
    """Return quads as lines of N-Triples without their graph, each once, in order."""
    return sorted({f"{quad.triple} ." for quad in quads})


def digest(lines: Iterable[str]) -> str:
    """Return the digest of a graph, from its lines in order."""
    return sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()


def read_publication(connection: SparqlConnection) -> Publication | None:
    """Return what the server holds, None where it was never published to.

    Raises OtherPublication, ServerFailed.
    """
    told: dict[str, str] = {}
    digests: dict[str, str] = {}
    for row in connection.select(_ASKED):
        subject, predicate, value = row[0], row[1], row[2]
        if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.Literal):
            continue
        if predicate == _DIGEST:
            digests[subject.value] = value.value
        elif isinstance(predicate, ox.NamedNode):
            told[predicate.value.removeprefix(_NS)] = value.value
    if not told:
        return None
    address = connection.server.address
    if told.get("format") != _FORMAT:
        raise OtherPublication(address, told.get("format", ""), _FORMAT)
    try:
        state = State(
            graph=told["graph"],
            reader=told["reader"],
            documents=int(told["documents"]),
            claims=int(told["claims"]),
            unresolved=int(told["unresolved"]),
        )
        return Publication(told["workbench"], told["extent"] == _WHOLE, state, digests)
    except (KeyError, ValueError) as error:
        cause = Cause("server: another graph", {"graph": STATE_GRAPH.value})
        raise ServerFailed(address, cause) from error


def write_publication(connection: SparqlConnection, publication: Publication) -> None:
    """Write to the server what it holds."""
    connection.put(STATE_GRAPH, sorted(_lines(publication)))


def _lines(publication: Publication) -> Iterator[str]:
    told = {
        "format": _FORMAT,
        "workbench": publication.workbench,
        "extent": _WHOLE if publication.whole else _PART,
        **asdict(publication.state),
    }
    for name, value in told.items():
        yield f"{STATE_GRAPH} <{_NS}{name}> {ox.Literal(str(value))} ."
    for graph, found in publication.digests.items():
        yield f"<{graph}> {_DIGEST} {ox.Literal(found)} ."


def digests_of(dataset: ox.Store) -> dict[str, str]:
    """Return the digest of every graph of a dataset."""
    lines: defaultdict[str, set[str]] = defaultdict(set)
    for quad in dataset.quads_for_pattern(None, None, None, None):
        if isinstance(quad.graph_name, ox.NamedNode):
            lines[quad.graph_name.value].add(f"{quad.triple} .")
    return {graph: digest(sorted(found)) for graph, found in lines.items()}
