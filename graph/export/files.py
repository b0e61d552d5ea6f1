"""Writing the graph to a file that other programs read."""

import errno
import json
import warnings
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, serialize

from graph.errors import UnknownFormat, Unwritable
from graph.export.network import as_networkx
from graph.export.network_files import (
    GEPHI,
    NEO4J,
    write_edges,
    write_gexf,
    write_graphml,
    write_nodes,
)
from graph.export.overview import collection_sheets
from graph.export.workbook import workbook_of
from graph.harmless import csv_lines
from graph.rdf import vocabulary as ld
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore
from graph.whole_files import asked_for, replacing, write_whole
from graph.words.refusals import cause_of
from graph.words.sentences import Language
from ontology.documents.identity import BASE

_DATASETS = {
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
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
    "part",
    "since",
    "quote",
    "text",
    "page",
    "box",
    "unconfirmed",
    "start",
    "end",
    "rule",
    "confidence",
    "evidence",
)
_WORKBOOK = ".xlsx"
_LINE_END = "\r\n"
_OF_ONE_TEXT = tuple(f"{BASE}id/{kind}/" for kind in ("mention", "assertion", "run", "text"))


def export(store: GraphStore, path: Path, language: Language = Language.VI) -> int:
    """Write the graph in the format that the suffix of ``path`` names; return how much of it.

    nq, trig and jsonld hold the whole dataset, every graph with its name; the count is of quads.
    ttl and nt hold what texts state and what documents are, without the names of graphs and
    therefore without what is inferred; the count is of triples. graphml, gexf and csv hold the
    stated relations, each with its best quote; the count is of relations. neo4j.csv and gephi.csv
    are written as two files each, of nodes and of edges (``pair_paths``). In csv a cell that a
    spreadsheet would take for a formula is preceded by an apostrophe, and the file begins with a
    byte order mark, as in none of the pairs, which programs import. xlsx has a sheet of documents
    and one of the stated relations, with headings in ``language``; the count is of both. An
    existing file is replaced once the new one is whole. Raises UnknownFormat, Unwritable.
    """
    suffix = _suffix(path)
    if suffix in _PAIRS:
        return _write_pair(store, path)
    if suffix == _WORKBOOK:
        sheets = collection_sheets(store, language)
        with asked_for(path):
            write_whole(path, workbook_of(sheets, language))
        return sum(len(sheet.rows) for sheet in sheets)
    writer = _WRITERS.get(suffix)
    if writer is None:
        raise UnknownFormat(path, (*_WRITERS, _WORKBOOK, *_PAIRS))
    with asked_for(path), replacing(path) as draft:
        return writer(store, draft)


def _write_dataset(store: GraphStore, path: Path) -> int:
    dataset = local_copy(store.dataset)
    with path.open("wb") as file:
        dataset.dump(file, _DATASETS[path.suffix.lower()], prefixes=_PREFIXES)
    return len(dataset)


def _write_triples(store: GraphStore, path: Path) -> int:
    dataset = local_copy(store.dataset)
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
    if isinstance(subject, NamedNode) and subject.value.startswith(_OF_ONE_TEXT):
        return quad.graph_name
    others = dataset.quads_for_pattern(subject, quad.predicate, quad.object, None)
    return next(other.graph_name for other in others if other.graph_name != ld.INFERRED_GRAPH)


def _write_json_ld(store: GraphStore, path: Path) -> int:
    """Write the dataset as JSON-LD in the short names of the vocabulary, which stand in the file.

    All of it is held in memory: some 500 MB for 160,000 quads.
    """
    from oxrdflib import OxigraphStore
    from rdflib import Dataset

    dataset = local_copy(store.dataset)
    context = json.loads(files("ontology.vocabulary").joinpath("context.jsonld").read_bytes())[
        "@context"
    ]
    with warnings.catch_warnings():
        # rdflib warns of what its own serializer calls.
        warnings.simplefilter("ignore", DeprecationWarning)
        Dataset(store=OxigraphStore(store=dataset)).serialize(
            str(path), format="json-ld", context=context, auto_compact=False, encoding="utf-8"
        )
    return len(dataset)


def _write_graphml(store: GraphStore, path: Path) -> int:
    network = as_networkx(store)
    write_graphml(network, path)
    return network.number_of_edges()


def _write_gexf(store: GraphStore, path: Path) -> int:
    network = as_networkx(store)
    write_gexf(network, path)
    return network.number_of_edges()


def _write_csv(store: GraphStore, path: Path) -> int:
    network = as_networkx(store)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.writelines(csv_lines([_COLUMNS], _LINE_END))
        for subject, target, values in network.edges(data=True):
            named = {
                "subject": network.nodes[subject]["selector"],
                "subject_iri": subject,
                "object": network.nodes[target]["selector"],
                "object_iri": target,
            }
            row = named | values
            file.writelines(csv_lines([[row[column] for column in _COLUMNS]], _LINE_END))
    return network.number_of_edges()


def _write_pair(store: GraphStore, path: Path) -> int:
    """Write two files beside ``path``, of nodes and of edges, and no file of its own name."""
    network = as_networkx(store)
    form = _PAIRS[_suffix(path)]
    nodes, edges = pair_paths(path)
    if edges.is_dir():
        raise Unwritable(edges, cause_of(IsADirectoryError(errno.EISDIR, "")))
    with asked_for(path), replacing(nodes) as node_draft, replacing(edges) as edge_draft:
        write_nodes(network, form, node_draft)
        write_edges(network, form, edge_draft)
    return network.number_of_edges()


def pair_paths(path: Path) -> tuple[Path, Path]:
    """Return the two files that a pair is written to.

    >>> [file.name for file in pair_paths(Path("luocdo.gephi.csv"))]
    ['luocdo.gephi.nodes.csv', 'luocdo.gephi.edges.csv']
    """
    return path.with_name(f"{path.stem}.nodes.csv"), path.with_name(f"{path.stem}.edges.csv")


def names_of(path: Path) -> str:
    """Return what was written where ``path`` was asked for."""
    return ", ".join(map(str, pair_paths(path) if _suffix(path) in _PAIRS else (path,)))


def _suffix(path: Path) -> str:
    """Return the suffix that names the format, the longest that is known."""
    name = path.name.lower()
    return next((pair for pair in _PAIRS if name.endswith(pair)), path.suffix.lower())


_PAIRS = {".neo4j.csv": NEO4J, ".gephi.csv": GEPHI}
_WRITERS: dict[str, Callable[[GraphStore, Path], int]] = {
    **dict.fromkeys(_TRIPLES, _write_triples),
    **dict.fromkeys(_DATASETS, _write_dataset),
    ".jsonld": _write_json_ld,
    ".graphml": _write_graphml,
    ".gexf": _write_gexf,
    ".csv": _write_csv,
}
