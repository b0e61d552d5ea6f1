"""Query (being filled in)."""

from dataclasses import dataclass

from graph.store import GraphStore

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Rows:
    """Answer of SELECT: plain values; IRIs as str, None where unbound."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class Triples:
    """Answer of CONSTRUCT: triples as N-Triples terms."""

    triples: tuple[tuple[str, str, str], ...]


def run(store: GraphStore, sparql: str) -> Rows | Triples | bool:
    """NotReadOnly, BadQuery."""
    raise NotImplementedError
