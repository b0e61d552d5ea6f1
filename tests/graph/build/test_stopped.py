"""Builds that are stopped, and disks that are full: the store stays as it was, nothing runs on."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

from graph.build import new_graph
from graph.build.run import build
from graph.decisions.appending import append_decisions
from graph.errors import Unwritable
from graph.opening import open_store
from graph.store.dataset import local_copy
from graph.whole_files import is_draft
from tests.graph.build.test_ledger import TEXT
from tests.graph.conftest import CORPUS, luocdo

pytestmark = pytest.mark.slow

Value = TypeVar("Value")
resource = pytest.importorskip("resource", reason="Windows has no limit for the size of files")


@contextmanager
def full_above(size: int) -> Iterator[None]:
    """Let the system refuse whatever makes a file larger than ``size`` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    kept = sys.dont_write_bytecode
    # Python would keep a module that it compiles now though a part of it is all that was written.
    sys.dont_write_bytecode = True
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        sys.dont_write_bytecode = kept


def content(directory: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(directory)): path.read_bytes()
        for path in sorted(directory.rglob("*"))
        if path.is_file() and path.name not in {"lock", "LOCK", "LOG"}
    }


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "61.txt").write_text(TEXT.format(number=61), "utf-8")
    return folder


FULL = [
    pytest.param(200, id="not even a reading has room"),
    pytest.param(2_000, id="the dataset has none"),
    pytest.param(130_000, id="the tables have none"),
]


@pytest.mark.parametrize("fewest", [1, 99], ids=["brought in line", "made anew"])
@pytest.mark.parametrize("size", FULL)
def test_a_full_disk_leaves_the_store_as_it_was(
    texts: Path, tmp_path: Path, size: int, fewest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_graph, "FEWEST", fewest)
    store = tmp_path / "store"
    build([texts], store)
    before = set(local_copy(open_store(store).dataset))
    (texts / "62.txt").write_text(TEXT.format(number=62), "utf-8")
    with full_above(size):
        told = luocdo("build", texts, "--store", store)
    assert (told.exit_code, told.stdout) == (2, "")
    assert len(told.stderr.splitlines()) == 1
    assert "Không ghi được" in told.stderr
    assert set(local_copy(open_store(store).dataset)) == before
    assert not list(store.glob("graphs/*/draft*"))
    assert build([texts], store).documents > 1
    assert len(list(store.glob("graphs/*"))) == 1


WRITING = [
    pytest.param(("explore", "-o", "{}/out.html"), id="page"),
    pytest.param(("export", "-o", "{}/out.nq"), id="quads"),
    pytest.param(("export", "-o", "{}/out.ttl"), id="turtle"),
    pytest.param(("export", "-o", "{}/out.xlsx"), id="workbook"),
    pytest.param(("export", "-o", "{}/out.graphml"), id="network"),
    pytest.param(("site", "-o", "{}/out"), id="site"),
    pytest.param(("report", "43-KL/TW", "-o", "{}/out.html"), id="report"),
    pytest.param(("ask", "texts", "-o", "{}/out.csv"), id="answer"),
]


@pytest.mark.parametrize("command", WRITING)
def test_a_full_disk_is_told_in_one_sentence(
    store: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    with full_above(64):
        told = luocdo(*(word.format(tmp_path) for word in command), "--store", store)
    assert told.exit_code == 2, told.stderr
    assert len(told.stderr.splitlines()) == 1
    assert "Không ghi được" in told.stderr
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and is_draft(path)]


def test_an_import_without_room_leaves_no_store(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.nq"
    luocdo("export", "-o", file, "--store", store)
    with full_above(2_000):
        told = luocdo("import", file, "--store", tmp_path / "new")
    assert told.exit_code == 2, told.stderr
    assert "Không ghi được" in told.stderr
    assert not (tmp_path / "new").exists()


def test_a_decision_without_room_leaves_no_half_line(tmp_path: Path) -> None:
    file = tmp_path / "decisions.csv"
    cells = {"decision": "reject", "subject": "61-KH/HU", "why": "x" * 90}
    append_decisions(file, [cells])
    before = file.read_bytes()
    with full_above(len(before) + 30), pytest.raises(Unwritable):
        append_decisions(file, [cells])
    assert file.read_bytes() == before


def test_a_process_hands_on_that_nothing_can_be_written(texts: Path, tmp_path: Path) -> None:
    """A reading that is lost for want of room must not count as a file that cannot be read."""
    large = f"{TEXT.format(number=62)}{'Không viện dẫn gì. ' * 60_000}"
    (texts / "62.txt").write_text(large, "utf-8")
    with full_above(1_000), pytest.raises(Unwritable):
        build([texts], tmp_path / "store")


STOPS = [
    pytest.param(signal.SIGTERM, 143, id="asked to end"),
    pytest.param(signal.SIGINT, 130, id="Ctrl-C"),
    pytest.param(signal.SIGKILL, -signal.SIGKILL, id="killed"),
]


@pytest.mark.skipif(sys.platform != "linux", reason="finds its children under /proc")
@pytest.mark.parametrize(("sent", "code"), STOPS)
def test_no_process_outlives_a_build(tmp_path: Path, sent: signal.Signals, code: int) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    # Long enough to be read in a process of its own, and not to be done with for a while.
    (folder / "long.txt").write_text(TEXT.format(number=61) * 20_000, "utf-8")
    program = "from graph.cli.main import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", program, "build", str(folder), "--store", str(tmp_path / "store")],
        stderr=subprocess.PIPE,
        cwd=CORPUS.parents[1],
        process_group=0,
    ) as running:
        below = waited_for(lambda: reading(running.pid))
        os.killpg(running.pid, sent) if sent is signal.SIGINT else running.send_signal(sent)
        assert running.stderr is not None
        said = running.stderr.read().decode()
        assert running.wait(60) == code
    if sent is not signal.SIGKILL:
        assert said == "Đã dừng; không tệp nào bị ghi dở.\n"
    waited_for(lambda: not any(map(runs, below)))


def waited_for(look: Callable[[], Value]) -> Value:
    """Return what ``look`` sees as soon as it sees something."""
    until = time.monotonic() + 60
    while not (seen := look()):
        assert time.monotonic() < until
        time.sleep(0.05)
    return seen


def reading(process: int) -> list[int]:
    """Return the processes below one, once one of them is at work on a text."""
    below = children(process)
    return below if any(used(each) > 1 for each in below) else []


def children(process: int) -> list[int]:
    found = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [each for child in map(int, found) for each in (child, *children(child))]


def used(process: int) -> float:
    """Return how many seconds of CPU a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) / os.sysconf("SC_CLK_TCK")


def runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
