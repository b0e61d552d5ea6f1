"""What waits in the application: which lines settle what, and what the same line settles."""

from collections import defaultdict
from pathlib import Path

import pytest

from graph.ask.matters.kinds import ReviewItem, ReviewKind
from graph.ask.review import review_items
from graph.decisions.file import COLUMNS
from graph.decisions.suggestions import line
from graph.opening import open_tables
from graph.store.disk import GraphStore
from graph.web.clicks.options import Option, options_of
from graph.web.clicks.queue import Queue
from ontology.spelling import slug
from tests.graph.waiting import every_kind

HEAD = ",".join(COLUMNS)
FILLED = {"name": "2021-06-18", "merge": "69-KL/TU", "split": ""}
"""What a person fills in where a line leaves its object open."""
SAID = {"who": "Lan", "when": "2026-01-05", "why": "theo bản gốc"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    return every_kind(tmp_path_factory.mktemp("queue") / "store")


@pytest.fixture
def queue(store: GraphStore) -> Queue:
    return Queue(store.dataset, open_tables(store))


def lines_of(items: tuple[ReviewItem, ...]) -> list[tuple[str, Option]]:
    return [(item.id, option) for item in items for option in options_of(item)]


def settled_by(queue: Queue, folder: Path, *lines: str) -> frozenset[str]:
    file = folder / "decisions.csv"
    file.write_text("\n".join((HEAD, *lines)), "utf-8")
    return queue.settled(file)


def test_all_that_waits_is_told(store: GraphStore, queue: Queue) -> None:
    items = review_items(store)
    assert queue.told([each.id for each in queue.waiting]) == list(items)
    assert [queue.places[item.id] for item in items] == list(range(len(items)))
    assert {item.kind for item in items} == set(ReviewKind)


def test_a_line_settles_what_proposes_it_and_nothing_else(
    store: GraphStore, queue: Queue, tmp_path: Path
) -> None:
    proposed = lines_of(review_items(store))
    assert len(proposed) > 20
    for _, option in proposed:
        cells = option.cells
        # What a person fills in settles whatever leaves the document open.
        known = [cells, {**cells, "object": ""}]
        expected = {wanted for wanted, other in proposed if other.cells in known}
        filled = line(**{**cells, **SAID, "object": cells["object"] or FILLED[cells["decision"]]})
        assert settled_by(queue, tmp_path, filled) == expected, filled
        otherwise = line(**{**cells, **SAID, "text": f"{cells['text']}x"})
        assert settled_by(queue, tmp_path, otherwise) == set()


def test_lines_settle_together_and_are_read_again(queue: Queue, tmp_path: Path) -> None:
    ids = [each.id for each in queue.waiting if each.kind is ReviewKind.UNSURE]
    lines = [line(**{**queue.options(each)[0].cells, **SAID}) for each in ids]
    assert settled_by(queue, tmp_path, *lines) == set(ids)
    assert settled_by(queue, tmp_path, lines[0]) == {ids[0]}
    assert settled_by(queue, tmp_path) == set()


def test_alike_is_what_the_same_lines_settle_of_other_documents(
    store: GraphStore, queue: Queue
) -> None:
    groups = defaultdict[object, list[str]](list)
    for item in review_items(store):
        told = tuple(_told(item.kind, option) for option in options_of(item))
        groups[(item.kind, told) if any(told) else item.id].append(item.id)
    assert sorted(map(len, groups.values()))[-2:] == [3, 3]
    for ids in groups.values():
        for each in ids:
            assert queue.alike(each) == (ids if len(ids) > 1 else [])


def _told(kind: ReviewKind, option: Option) -> tuple[str, ...]:
    """Return what a line says of whatever document it is about; nothing where it can be of one."""
    cells = option.cells
    if kind in (ReviewKind.UNSURE, ReviewKind.INFERRED):
        return cells["decision"], cells["relation"], cells["object"]
    if kind is ReviewKind.REFERENCE:
        return cells["decision"], slug(cells["subject"]), cells["object"]
    return ()
