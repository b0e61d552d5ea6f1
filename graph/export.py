"""Writing the graph to a file that other programs read."""

import csv
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import networkx as nx
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, serialize

from graph import vocabulary as ld
from graph.errors import UnknownFormat
from graph.network import as_networkx
from graph.quads import whole
from graph.store import GraphStore

_DATASETS = {
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".jsonld": RdfFormat.JSON_LD,
}
_TRIPLES = {".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES}
_PREFIXES = {
    "ld": ld.NS,
    "lds": ld.SCHEME,
    "dct": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": ld.XSD,
}
_COLUMNS = (
    "subject",
    "subject_iri",
    "relation",
    "review",
    "object",
    "object_iri",
    "quote",
    "text",
    "start",
    "end",
    "rule",
    "confidence",
    "evidence",
)
_SHARED = (ld.DOCUMENT_BASE, ld.REFERENCE_BASE)
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def export(store: GraphStore, path: Path) -> int:
    """Write the graph in the format that the suffix of ``path`` names; return how much of it.

    nq, trig and jsonld hold the whole dataset, every graph with its name; the count is of quads.
    ttl and nt hold what texts state and what documents are, without the names of graphs and
    therefore without what is inferred; the count is of triples. graphml and csv hold the stated
    relations, each with its best quote; the count is of relations. In csv a cell that a spreadsheet
    would take for a formula is preceded by an apostrophe. An existing file is replaced once the new
    one is whole. Raises UnknownFormat.
    """
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise UnknownFormat(path, tuple(_WRITERS))
    with _whole(path) as draft:
        return writer(store, draft)


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """Give a file beside ``path`` to write, which takes its place if all goes well."""
    draft = path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}")
    try:
        yield draft
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _write_dataset(store: GraphStore, path: Path) -> int:
    dataset = whole(store.dataset)
    with path.open("wb") as file:
        dataset.dump(file, _DATASETS[path.suffix.lower()], prefixes=_PREFIXES)
    return len(dataset)


def _write_triples(store: GraphStore, path: Path) -> int:
    dataset = whole(store.dataset)
    count = 0

    def triples() -> Iterator[Triple]:
        nonlocal count
        for quad in dataset.quads_for_pattern(None, None, None, None):
            if quad.graph_name == _first_graph(dataset, quad):
                count += 1
                yield quad.triple

    with path.open("wb") as file:
        serialize(triples(), file, _TRIPLES[path.suffix.lower()], prefixes=_PREFIXES)
    return count


def _first_graph(dataset: Store, quad: Quad) -> object:
    """Return the first graph that states a triple, so that each is written once; None if inferred.

    What is said of mentions and assertions is said in one text alone, and not looked up.
    """
    if quad.graph_name == ld.INFERRED_GRAPH:
        return None
    subject = quad.subject
    if isinstance(subject, NamedNode) and not subject.value.startswith(_SHARED):
        return quad.graph_name
    others = dataset.quads_for_pattern(subject, quad.predicate, quad.object, None)
    return next(other.graph_name for other in others if other.graph_name != ld.INFERRED_GRAPH)


def _write_graphml(store: GraphStore, path: Path) -> int:
    network = as_networkx(store)
    for _, values in network.nodes(data=True):
        values.update({name: _printable(value) for name, value in values.items()})
    for *_, values in network.edges(data=True):
        values.update({name: _printable(value) for name, value in values.items()})
    nx.write_graphml(network, path)
    return network.number_of_edges()


def _write_csv(store: GraphStore, path: Path) -> int:
    network = as_networkx(store)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(_COLUMNS)
        for subject, target, values in network.edges(data=True):
            named = {
                "subject": network.nodes[subject]["selector"],
                "subject_iri": subject,
                "object": network.nodes[target]["selector"],
                "object_iri": target,
            }
            rows.writerow([_harmless((named | values)[column]) for column in _COLUMNS])
    return network.number_of_edges()


def _harmless(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULAS) else value


def _printable(value: object) -> object:
    """Return a value without the control characters that XML has no way to write."""
    if not isinstance(value, str):
        return value
    return "".join(
        char
        for char in value
        if (char >= " " and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff")
        or char in "\t\n\r"
    )


_WRITERS: dict[str, Callable[[GraphStore, Path], int]] = {
    **dict.fromkeys(_TRIPLES, _write_triples),
    **dict.fromkeys(_DATASETS, _write_dataset),
    ".graphml": _write_graphml,
    ".csv": _write_csv,
}
