"""Building onto a server: all is worked out in a store here, then what differs is sent.

The store here, the workbench, is an ordinary one. It lies in the user's cache folder, one for each
address, and only the workbench that a server's graph was published from may change that graph.
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Final
from uuid import uuid4

import pyoxigraph as ox
from platformdirs import user_cache_path

from graph.rdf import vocabulary as ld
from graph.server.address import SparqlServer, server_at
from graph.server.connection import SparqlConnection
from graph.server.errors import ForeignGraph, NothingPublished
from graph.server.publication import (
    STATE_GRAPH,
    Publication,
    digest,
    digests_of,
    graph_lines,
    is_own,
    read_publication,
    write_publication,
)
from graph.server.remote import RemoteDataset
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore, locked, open_folder
from graph.store.origin import read_origin
from graph.whole_files import write_whole

CACHE_VARIABLE: Final = "LUOCDO_CACHE"
"""The environment variable that names the folder of the workbenches."""
_TEXT_GRAPHS: Final = f"SELECT ?g WHERE {{ GRAPH ?g {{ ?text a {ld.TEXT} }} }}"


@contextmanager
def workbench(address: str) -> Iterator[Path]:
    """Give the folder of the store to build for a server; what then differs is sent to it.

    Raises BadAddress, ServerFailed, OtherPublication and ForeignGraph, before anything is changed
    on the server except where it fails midway: building again completes what was begun.
    """
    server = server_at(address)
    connection = SparqlConnection(server)
    bench = workbench_path(server)
    with locked(bench):
        name = _name_of(bench)
        before = _own_publication(connection, bench, name)
        yield bench / "store"
        _publish(connection, open_folder(bench / "store"), name, before)


def open_server(address: str) -> GraphStore:
    """Open the graph on a server for reading.

    Its directory is that of the workbench, which is empty unless the graph was built here. Raises
    BadAddress, ServerFailed, OtherPublication and NothingPublished.
    """
    server = server_at(address)
    connection = SparqlConnection(server)
    publication = read_publication(connection)
    if publication is None or not publication.whole:
        raise NothingPublished(server.address, exists=publication is not None)
    directory = workbench_path(server) / "store"
    return GraphStore(directory, publication.state, RemoteDataset(connection))


def workbench_path(server: SparqlServer) -> Path:
    """Return where the workbench of a server lies, whoever asks and at which of its paths."""
    root = os.environ.get(CACHE_VARIABLE)
    cache = Path(root) if root else user_cache_path("luocdo")
    # Virtuoso takes the graphs of one store at two places, with a password and without.
    address = server.graphs.removesuffix("-auth")
    slug = re.sub(r"[^a-z0-9]+", "-", address.partition("://")[2].lower()).strip("-")
    return cache / "servers" / f"{slug[:60]}-{sha256(address.encode()).hexdigest()[:12]}"


def _name_of(bench: Path) -> str:
    """Return the name of a workbench, which it gets when it is first used."""
    path = bench / "name"
    if not path.exists():
        write_whole(path, uuid4().hex.encode())
    return path.read_text(encoding="ascii").strip()


def _own_publication(connection: SparqlConnection, bench: Path, name: str) -> Publication | None:
    publication = read_publication(connection)
    if publication is not None and publication.workbench != name:
        raise ForeignGraph(connection.server.address, STATE_GRAPH.value, str(bench))
    return publication


def _publish(
    connection: SparqlConnection, store: GraphStore, name: str, before: Publication | None
) -> None:
    """Send what differs from ``before``; nothing where nothing does."""
    dataset = local_copy(store.dataset)
    wanted = _digests(store, dataset, before)
    after = Publication(name, whole=True, state=store.state, digests=wanted)
    if before == after:
        return
    held = dict(before.digests) if before else {}
    same = {graph: found for graph, found in wanted.items() if held.get(graph) == found}
    # Only a build that was stopped may have left what nobody told of.
    left = () if before and before.whole else _text_graphs(connection)
    gone = sorted({*held, *left} - wanted.keys())
    write_publication(connection, replace(after, whole=False, digests=same))
    for graph in sorted(wanted.keys() - same.keys()):
        connection.put(ox.NamedNode(graph), graph_lines(dataset, ox.NamedNode(graph)))
    for graph in gone:
        connection.delete(ox.NamedNode(graph))
    write_publication(connection, after)


def _digests(store: GraphStore, dataset: ox.Store, before: Publication | None) -> dict[str, str]:
    """Return the digest of every graph; of those that did not change since ``before`` as known."""
    origin = read_origin(store.directory, store.state.graph)
    if before is None or not before.whole:
        return digests_of(dataset)
    if origin is None or origin.graph != before.state.graph:
        return digests_of(dataset)
    known = dict(before.digests)
    for graph in origin.changed:
        lines = graph_lines(dataset, ox.NamedNode(graph))
        known.pop(graph, None)
        if lines:
            known[graph] = digest(lines)
    return known


def _text_graphs(connection: SparqlConnection) -> Iterable[str]:
    """Return the graphs of texts on the server: a build that was stopped may have left some."""
    found = (row["g"] for row in connection.select(_TEXT_GRAPHS))
    return [graph.value for graph in found if isinstance(graph, ox.NamedNode) and is_own(graph)]
