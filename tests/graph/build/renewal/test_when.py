"""When a graph is brought in line, and when it is made anew because nobody can be sure."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from unittest.mock import Mock

import pytest

from graph.build import new_graph
from graph.build.renewal import renewing
from graph.build.renewal.index import index_path
from graph.build.run import build
from graph.build.writing import write_graph
from graph.store.disk import read_state
from graph.tables.said import neighbours
from tests.graph.build.conftest import PLAN
from tests.graph.build.renewal.texts import DECISION, LETTER

pytestmark = pytest.mark.slow

DECISIONS = """who,when,decision,subject,relation,object,text,why
A,2026-01-31,reject,61-KH/HU,implements,69-KL/TU,,thử
"""
LONG = "Mỗi quý tổ chức một cuộc họp dân, ghi biên bản và niêm yết kết quả tại nhà văn hóa. "
SENTENCES = "".join(f"Việc {number}: {LONG}" for number in range(9))


@dataclass(frozen=True)
class Home:
    """A folder of texts and the store of it; ``anew`` counts how often its graph is made anew."""

    texts: Path
    store: Path
    anew: Mock

    def write(self, name: str, text: str) -> None:
        """Write a file of the folder."""
        (self.texts / name).write_text(text, "utf-8")

    def build(self, decisions: Path | None = None) -> bool:
        """Build, and tell whether the graph was made anew."""
        before = self.anew.call_count
        build([self.texts], self.store, decisions=decisions)
        return bool(self.anew.call_count > before)

    @property
    def index(self) -> Path:
        """Where the index of the store lies."""
        state = read_state(self.store)
        assert state is not None
        return index_path(self.store, state.graph)


@pytest.fixture
def home(texts: Path, directory: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """Three texts and their store, which keeps an index of so few."""
    anew = Mock(wraps=write_graph)
    monkeypatch.setattr(new_graph, "FEWEST", 1)
    monkeypatch.setattr(new_graph, "write_graph", anew)
    home = Home(texts, directory, anew)
    assert home.build()
    return home


FEW: tuple[tuple[str, Callable[[Home], object]], ...] = (
    ("a text is another", lambda home: home.write("69-kl-tu.txt", PLAN.replace("61-KH", "69-KH"))),
    ("a text is new", lambda home: home.write("62.txt", PLAN.replace("61-KH", "62-KH"))),
    ("a text is gone", lambda home: (home.texts / "69-kl-tu.txt").unlink()),
    (
        "a file has another name",
        lambda home: (home.texts / "69-kl-tu.txt").rename(home.texts / "a"),
    ),
    ("a second text of a document", lambda home: home.write("61.txt", f"{PLAN}Bản sao.")),
    (
        "a decision and its plan",
        lambda home: home.write("12.txt", DECISION.format(law="Luật Nhà ở")),
    ),
)


@pytest.mark.parametrize("change", [change for _, change in FEW], ids=[why for why, _ in FEW])
def test_a_change_of_few_texts_makes_no_graph_anew(
    home: Home, change: Callable[[Home], object]
) -> None:
    change(home)
    assert not home.build()
    assert not home.build()


def _two_without_number(home: Home) -> None:
    letter = LETTER.format(number="  ", scheme="Chương trình 135", law="Luật Nhà ở") + SENTENCES
    home.write("thu.txt", letter)
    home.build()
    home.write("thu-ky.txt", letter.replace("Việc 3", "Việc ba").replace("Số:   /", "Số: 41/"))


def _much_more(home: Home, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(neighbours, "LEARNED", 1_000)
    home.write("dai.txt", f"{PLAN}{LONG * 60}")


UNSURE: tuple[tuple[str, Callable[[Home, pytest.MonkeyPatch], object]], ...] = (
    ("no index is kept", lambda home, _: home.index.unlink()),
    (
        "the index is of another program",
        lambda home, patch: patch.setattr(renewing, "graph_version", lambda: "other"),
    ),
    ("too many texts", lambda _, patch: patch.setattr(renewing, "MOST_TEXTS", 0)),
    (
        "a reading is lost",
        lambda home, _: rmtree(home.store / "readings"),
    ),
    (
        "syllables are learned from fewer texts",
        _much_more,
    ),
    ("texts that may be one", lambda home, _: _two_without_number(home)),
)


@pytest.mark.parametrize("doubt", [doubt for _, doubt in UNSURE], ids=[why for why, _ in UNSURE])
def test_where_nobody_can_be_sure_the_graph_is_made_anew(
    home: Home, monkeypatch: pytest.MonkeyPatch, doubt: Callable[[Home, pytest.MonkeyPatch], object]
) -> None:
    doubt(home, monkeypatch)
    home.write("62.txt", PLAN.replace("61-KH", "62-KH"))
    (home.texts / "69-kl-tu.txt").unlink()
    assert home.build()


def test_what_people_decide_makes_no_graph_anew(home: Home, tmp_path: Path) -> None:
    decisions = tmp_path / "decisions.csv"
    decisions.write_text(DECISIONS, "utf-8")
    assert not home.build(decisions)
    home.write("62.txt", PLAN.replace("61-KH", "62-KH"))
    assert not home.build()
    build([home.texts], home.store, forget=True)
    home.write("63.txt", PLAN.replace("61-KH", "63-KH"))
    assert not home.build()


def test_a_decision_about_too_many_texts_makes_it_anew(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewing, "MOST_TEXTS", 1)
    decisions = tmp_path / "decisions.csv"
    decisions.write_text(DECISIONS.replace("reject", "merge").replace("implements", ""), "utf-8")
    assert home.build(decisions)


def test_few_texts_have_no_index(texts: Path, directory: Path) -> None:
    build([texts], directory)
    state = read_state(directory)
    assert state is not None
    assert not index_path(directory, state.graph).exists()


def test_a_fact_that_is_not_counted_lets_the_graph_be_made_anew(home: Home) -> None:
    with closing(sqlite3.connect(home.index)) as index:
        index.execute("DELETE FROM shared")
        index.commit()
    home.write("69-kl-tu.txt", PLAN.replace("61-KH", "69-KH"))
    assert home.build()
