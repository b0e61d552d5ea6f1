"""Export (being filled in)."""

from pathlib import Path

from graph.store import GraphStore


def export(store: GraphStore, path: Path) -> int:
    """Number of triples (rows of csv, edges of graphml) written; UnknownFormat."""
    raise NotImplementedError
