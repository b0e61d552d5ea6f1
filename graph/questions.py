"""Questions (being filled in). Answers' dataclasses are in graph.answers, errors in graph.errors."""

from graph.answers import DocumentView, Found, PlanRow
from graph.store import GraphStore
from ontology.level import Level


def find(store: GraphStore, number: str) -> tuple[Found, ...]:
    """Every document that ``number`` may mean, in the order of IRIs; empty where none."""
    raise NotImplementedError


def one(store: GraphStore, number: str) -> Found:
    """The one; NotFound (with .nearest) or Ambiguous (with .candidates)."""
    raise NotImplementedError


def plans(
    store: GraphStore,
    iri: str,
    *,
    level: Level | None = None,
    place: str | None = None,
    local: bool = False,
    direct: bool = False,
    inferred: bool = False,
) -> tuple[PlanRow, ...]:
    """What carries it out; ``place`` is as typed ("Tam Đường", "lai-chau")."""
    raise NotImplementedError


def show(store: GraphStore, iri: str) -> DocumentView:
    """One document."""
    raise NotImplementedError
