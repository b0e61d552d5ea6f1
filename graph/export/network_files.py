"""The network of documents in the files of graph programs: GraphML, GEXF, pairs of CSV files."""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import networkx as nx

from graph.harmless import no_formula
from graph.rdf.schema import PRINTED
from graph.read.documents import ROW_FIELDS

_IN_TIME: Final = {"start": "quote_start", "end": "quote_end"}
"""GEXF takes "start" and "end" for times."""


@dataclass(frozen=True, slots=True)
class PairFormat:
    """How a program wants nodes and edges: the heading of each column, and the value under it.

    ``guarded`` tells that a spreadsheet may open the files: what it would take for a formula is
    preceded by an apostrophe.
    """

    nodes: Mapping[str, str]
    edges: Mapping[str, str]
    guarded: bool


_EVIDENCE: Final = ("review", "part", "since", "quote", "text", "rule")
NEO4J: Final = PairFormat(
    nodes={
        "iri:ID": "iri",
        ":LABEL": "kind",
        "name": "selector",
        **{name: name for name in ROW_FIELDS},
        "held:boolean": "held",
        "resolved:boolean": "resolved",
        "mentions:int": "mentions",
        "unconfirmed_fields": "unconfirmed_fields",
        **{name: name for name in PRINTED},
    },
    edges={
        ":START_ID": "source",
        ":END_ID": "target",
        ":TYPE": "type",
        **{name: name for name in _EVIDENCE},
        "page:int": "page",
        "box": "box",
        "unconfirmed:boolean": "unconfirmed",
        "start:int": "start",
        "end:int": "end",
        "confidence:double": "confidence",
        "years:double": "years",
        "evidence:int": "evidence",
    },
    # An import into a database must not change what a text says.
    guarded=False,
)
"""For ``neo4j-admin database import``."""
GEPHI: Final = PairFormat(
    nodes={
        "Id": "iri",
        "Label": "selector",
        **{name: name for name in ROW_FIELDS},
        "held": "held",
        "resolved": "resolved",
        "mentions": "mentions",
        "unconfirmed_fields": "unconfirmed_fields",
        **{name: name for name in PRINTED},
    },
    edges={
        "Source": "source",
        "Target": "target",
        "Type": "direction",
        "Label": "relation",
        "Weight": "evidence",
        **{name: name for name in _EVIDENCE},
        "page": "page",
        "box": "box",
        "unconfirmed": "unconfirmed",
        "start": "start",
        "end": "end",
        "confidence": "confidence",
        "years": "years",
    },
    guarded=True,
)
"""For Gephi's import of spreadsheets."""


def write_graphml(network: "nx.MultiDiGraph[str]", path: Path) -> None:
    """Write ``network`` as GraphML."""
    nx.write_graphml(_clean(network, {}), path)


def write_gexf(network: "nx.MultiDiGraph[str]", path: Path) -> None:
    """Write ``network`` as GEXF; nodes are labelled with what means them alone."""
    clean = _clean(network, _IN_TIME)
    for _, values in clean.nodes(data=True):
        values["label"] = values["selector"]
    nx.write_gexf(clean, path)


def write_nodes(network: "nx.MultiDiGraph[str]", form: PairFormat, path: Path) -> None:
    """Write the documents of ``network``, one in a row."""
    rows = (
        {**values, "iri": iri, "kind": "Document" if values["resolved"] else "UnresolvedReference"}
        for iri, values in network.nodes(data=True)
    )
    _write_rows(rows, form.nodes, form.guarded, path)


def write_edges(network: "nx.MultiDiGraph[str]", form: PairFormat, path: Path) -> None:
    """Write the relations of ``network``, one in a row, each with its best quote."""
    rows = (
        {
            **values,
            "source": source,
            "target": target,
            "type": values["relation"].upper(),
            "direction": "Directed",
        }
        for source, target, values in network.edges(data=True)
    )
    _write_rows(rows, form.edges, form.guarded, path)


def _write_rows(
    rows: Iterator[dict[str, Any]], columns: Mapping[str, str], guarded: bool, path: Path
) -> None:
    guard: Callable[[object], object] = no_formula if guarded else _plain
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for row in rows:
            writer.writerow([guard(_cell(row.get(name))) for name in columns.values()])


def _cell(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value


def _plain(value: object) -> object:
    return value


def _clean(network: "nx.MultiDiGraph[str]", names: Mapping[str, str]) -> "nx.MultiDiGraph[str]":
    """Return a copy without what XML cannot write; attributes of edges take their new names."""
    clean: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, values in network.nodes(data=True):
        clean.add_node(node, **{name: _printable(value) for name, value in values.items()})
    for source, other, key, values in network.edges(keys=True, data=True):
        renamed = {names.get(name, name): _printable(value) for name, value in values.items()}
        clean.add_edge(source, other, key, **renamed)
    return clean


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
