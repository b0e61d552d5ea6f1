"""The graph that a graph was made out of, where it was, and which named graphs differ from it."""

import json
from dataclasses import dataclass
from pathlib import Path

from graph.store.disk import dataset_path
from graph.whole_files import write_whole


@dataclass(frozen=True, slots=True)
class Origin:
    """The name of an earlier graph, and the named graphs that are not as they were in it."""

    graph: str
    changed: frozenset[str]


def write_origin(directory: Path, graph: str, origin: Origin) -> None:
    """Write beside a graph what it was made out of."""
    value = {"graph": origin.graph, "changed": sorted(origin.changed)}
    write_whole(_path(directory, graph), json.dumps(value).encode())


def read_origin(directory: Path, graph: str) -> Origin | None:
    """Return what a graph was made out of; None where it was made anew, or nobody knows."""
    try:
        value = json.loads(_path(directory, graph).read_bytes())
        return Origin(value["graph"], frozenset(value["changed"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _path(directory: Path, graph: str) -> Path:
    return dataset_path(directory, graph).with_name("origin.json")
