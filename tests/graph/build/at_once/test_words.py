"""Tables of which another process writes a part: the same as one writes, whatever becomes of it."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.build import new_graph
from graph.build.allowed import Allowed
from graph.build.at_once import words
from graph.build.run import build
from graph.errors import Unwritable
from graph.store.disk import open_folder
from graph.tables.database import tables_path
from tests.graph.conftest import CORPUS

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Ends:
    """Does something to its end in one process alone; in all others the process ends."""

    does: Callable[..., None]
    parent: int

    def __call__(self, *given: object) -> None:
        if os.getpid() != self.parent:
            os._exit(9)
        self.does(*given)


def finds_a_full_disk(path: Path, *_: object) -> None:
    raise OSError(28, os.strerror(28), str(path))


def rows_of(store: Path) -> dict[str, list[str]]:
    path = tables_path(store, open_folder(store).state.graph)
    with closing(sqlite3.connect(path)) as tables:
        names = [name for (name,) in tables.execute("SELECT name FROM sqlite_master ORDER BY name")]
        assert {"duties", "documents", "passages", "words_data", "pairs"} < set(names)
        # The words themselves are kept apart from their index, which tells them by its parts.
        return {"": names} | {
            name: sorted(map(repr, tables.execute(f"SELECT * FROM {name}")))
            for (name,) in tables.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if name != "words"
        }


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new_graph, "MANY", 2)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the tables say that one process writes."""
    store = tmp_path_factory.mktemp("alone") / "store"
    build([CORPUS], store, allowed=Allowed(jobs=1))
    return rows_of(store)


@pytest.mark.parametrize(
    "ending", ["", "write_words_handed_over", "write_names_handed_over"], ids=lambda name: name
)
def test_the_tables_are_those_of_one_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, alone: dict[str, list[str]], ending: str
) -> None:
    if ending:
        monkeypatch.setattr(words, ending, Ends(getattr(words, ending), os.getpid()))
    build([CORPUS], tmp_path / "store", allowed=Allowed(jobs=2))
    assert rows_of(tmp_path / "store") == alone
    graph = next((tmp_path / "store" / "graphs").iterdir())
    assert not list(graph.glob("draft*")), "nothing is left of what the two handed over"


def test_a_full_disk_is_told_by_the_one_that_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "write_words_handed_over", finds_a_full_disk)
    with pytest.raises(Unwritable):
        build([CORPUS], tmp_path / "store", allowed=Allowed(jobs=2))
    assert not list((tmp_path / "store").glob("store.json"))
