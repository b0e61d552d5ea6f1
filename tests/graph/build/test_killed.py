"""A build that is killed: the graph is the old one or the new one, and whole."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graph.build import new_graph
from graph.build.run import build
from graph.errors import (
    NotAStore,
)
from graph.opening import open_store
from graph.typed.meaning import documents_named
from tests.graph.build.conftest import PLAN, REPORT, numbers

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]

KILLED = """
import os, signal, sys
from pathlib import Path
from graph.build import new_graph
from graph.build.run import build

folder, store, event, moment, fewest = sys.argv[1:]
new_graph.FEWEST = int(fewest)

def watch(frame, happens, given):
    if happens == event and frame.f_code.co_name == moment:
        os.kill(os.getpid(), signal.SIGKILL)

sys.setprofile(watch)
build([Path(folder)], Path(store))
"""


def build_and_die(texts: Path, directory: Path, event: str, moment: str, fewest: int = 99) -> None:
    """Build in a process that is killed when it calls, or returns from, one of its functions.

    From the ``fewest`` texts on a graph has an index, and is brought in line.
    """
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(texts), str(directory), event, moment, str(fewest)],
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == -signal.SIGKILL


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
@pytest.mark.parametrize(
    ("event", "moment"),
    [
        ("return", "save"),
        ("call", "judge"),
        ("call", "inferred_facts"),
        ("return", "write_graph"),
        ("return", "write_files"),
        ("return", "write_state"),
    ],
)
def test_a_build_that_is_killed_leaves_a_whole_graph(
    texts: Path, directory: Path, event: str, moment: str
) -> None:
    build([texts], directory)
    for number in (70, 71):
        text = PLAN.replace("61-KH", f"{number}-KH")
        (texts / f"{number}.txt").write_text(text, encoding="utf-8")
    build_and_die(texts, directory, event, moment)
    old, new = ["61-KH/HU"], ["61-KH/HU", "70-KH/HU", "71-KH/HU"]
    assert numbers(directory, "69-KL/TU") == (new if moment == "write_state" else old)
    build([texts], directory)
    assert numbers(directory, "69-KL/TU") == new
    assert len(list((directory / "graphs").iterdir())) == 1


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
@pytest.mark.parametrize(
    ("event", "moment"),
    [
        ("return", "copy"),
        ("call", "infer"),
        ("return", "renew_tables"),
        ("return", "take_their_places"),
        ("call", "write_state"),
        ("return", "write_state"),
    ],
)
def test_a_build_that_is_killed_while_it_brings_a_graph_in_line_leaves_a_whole_one(
    texts: Path, directory: Path, event: str, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_graph, "FEWEST", 1)
    build([texts], directory)
    (texts / "70.txt").write_text(PLAN.replace("61-KH", "70-KH"), encoding="utf-8")
    build_and_die(texts, directory, event, moment, fewest=1)
    old, new = ["61-KH/HU"], ["61-KH/HU", "70-KH/HU"]
    is_new = (event, moment) == ("return", "write_state")
    assert numbers(directory, "69-KL/TU") == (new if is_new else old)
    build([texts], directory)
    assert numbers(directory, "69-KL/TU") == new
    assert len(list((directory / "graphs").iterdir())) == 1


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_what_a_killed_build_had_read_is_not_read_again(texts: Path, directory: Path) -> None:
    build_and_die(texts, directory, "call", "judge")
    with pytest.raises(NotAStore):
        open_store(directory)
    kept = {path: path.stat().st_mtime_ns for path in (directory / "readings").rglob("*.gz")}
    assert len(kept) == 3
    build([texts], directory)
    assert {path: path.stat().st_mtime_ns for path in kept} == kept


def test_readers_keep_their_graph_while_another_is_built(texts: Path, directory: Path) -> None:
    build([texts], directory)
    store = open_store(directory)
    (texts / "huyen" / "61-kh-hu.md").unlink()
    (texts / "huyen" / "426-bc-hu.TXT").unlink()
    build([texts], directory)
    assert [found.number for found in documents_named(store, "61-KH/HU")] == ["61-KH/HU"]
    assert not documents_named(open_store(directory), "61-KH/HU")


def test_a_store_can_be_moved_with_its_texts(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "a.txt").write_text(PLAN, encoding="utf-8")
    build([home / "a.txt"], home / "store")
    moved = home.rename(tmp_path / "moved")
    (moved / "b.txt").write_text(REPORT, encoding="utf-8")
    report = build([moved / "b.txt"], moved / "store")
    assert (report.read, report.unchanged, report.removed) == (1, 1, 0)
