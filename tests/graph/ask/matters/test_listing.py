"""What waits is the same by the tables as by the whole graph: matters, words, lines, order."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.ask.matters.kinds import ReviewKind
from graph.ask.matters.listing import listed, told
from graph.ask.review import items_of, review_items
from graph.opening import open_store, open_tables
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore
from tests.graph.waiting import every_kind

MERGED = "Lan,2026-01-05,merge,25-NQ/TW,,25-NQ/TW@XI,hai.txt,theo bản gốc"
ACCEPTED = "Lan,2026-01-05,accept,1-KH/TU,implements,69-KL/TU@lai-chau,,theo bản gốc"

STORES: tuple[tuple[str, Callable[[Path], GraphStore]], ...] = (
    ("a matter of every kind", every_kind),
    ("some of them decided", lambda home: every_kind(home, [MERGED, ACCEPTED])),
)


@pytest.mark.parametrize("made", [made for _, made in STORES], ids=[why for why, _ in STORES])
def test_by_the_tables_as_by_the_graph(tmp_path: Path, made: Callable[[Path], GraphStore]) -> None:
    store = made(tmp_path / "store")
    items = items_of(local_copy(store.dataset))
    assert {item.kind for item in items} == set(ReviewKind)
    assert review_items(store) == items


def test_of_the_demonstration_texts(store: Path) -> None:
    opened = open_store(store)
    assert review_items(opened) == items_of(local_copy(opened.dataset))


def test_a_few_are_told_as_all_are(tmp_path: Path) -> None:
    store = every_kind(tmp_path / "store")
    tables = open_tables(store)
    waiting = listed(store.dataset, tables)
    items = review_items(store)
    for each, item in zip(waiting, items, strict=True):
        assert (each.id, each.kind, each.subject, each.iri) == (
            item.id,
            item.kind,
            item.subject,
            item.iri,
        )
        assert told([each], store.dataset, tables) == [item]
