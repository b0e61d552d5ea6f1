"""``luocdo inbox`` as a process: what arrives is read when it is whole, and it stops cleanly."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

from graph.build.run import build
from graph.opening import open_store
from graph.store.disk import open_folder
from graph.typed.meaning import documents_named
from tests.graph.conftest import CORPUS, luocdo

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="there are no such signals on Windows"),
]
PATIENCE = 60
"""How many seconds a line is waited for; it comes in two or three on an idle machine."""
CONCLUSION = "lai-chau_69-kl-tu_2021.txt"
PLAN = "lai-chau_tam-duong_61-kh-hu_2021.txt"


class Watching:
    """The command, and the lines that it prints, as they come."""

    def __init__(self, folder: Path, store: Path) -> None:
        command = [sys.executable, "-c", "from graph.cli.main import main; main()"]
        self.process = subprocess.Popen(
            [*command, "inbox", str(folder), "--store", str(store)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=CORPUS.parents[1],
            # As most people have it: what is printed into a pipe waits until it is much.
            env={name: told for name, told in os.environ.items() if name != "PYTHONUNBUFFERED"},
        )
        self.lines: list[str] = []
        self._queue: Queue[str] = Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._queue.put(line)

    def wait_for(self, words: str) -> str:
        end = time.monotonic() + PATIENCE
        while (left := end - time.monotonic()) > 0:
            try:
                self.lines.append(self._queue.get(timeout=left))
            except Empty:
                break
            if words in self.lines[-1]:
                return self.lines[-1]
        raise AssertionError(f"no line with {words!r}: {self.lines}")

    def stop(self, number: int) -> int:
        self.process.send_signal(number)
        code = self.process.wait(PATIENCE)
        self._reader.join()
        assert self.process.stdout is not None
        self.process.stdout.close()
        while not self._queue.empty():
            self.lines.append(self._queue.get())
        return code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / CONCLUSION).write_bytes((CORPUS / CONCLUSION).read_bytes())
    return folder


@pytest.fixture
def watching(folder: Path, tmp_path: Path) -> Iterator[Watching]:
    running = Watching(folder, tmp_path / "store")
    yield running
    if running.process.poll() is None:
        running.stop(signal.SIGKILL)


def test_what_arrives_is_read_and_what_is_new_is_told(
    watching: Watching, folder: Path, tmp_path: Path
) -> None:
    watching.wait_for("Đang theo dõi")
    words = (CORPUS / PLAN).read_bytes()
    # In pieces, under a name that it will not keep.
    with (folder / ".đang-chép").open("wb") as file:
        for at in range(0, len(words), 500):
            file.write(words[at : at + 500])
            file.flush()
    (folder / ".đang-chép").rename(folder / PLAN)
    link = watching.wait_for("thực hiện")
    assert link.startswith("mới: Kế hoạch 61-KH/HU (Tam Đường"), link
    assert "69-KL/TU" in link
    assert any(line.startswith("mới: Kế hoạch 61-KH/HU") for line in watching.lines[:-1])
    (folder / "rỗng.txt").write_bytes(b"")
    assert "rỗng.txt: tệp trống" in watching.wait_for("lỗi")
    (folder / PLAN).unlink()
    assert PLAN in watching.wait_for("không còn")
    assert watching.stop(signal.SIGTERM) == 0
    assert "Đã dừng" in watching.lines[-1]
    assert not [line for line in watching.lines if "Traceback" in line]
    files = luocdo("ask", "files", "--state", "failed", "--store", tmp_path / "store")
    assert files.exit_code == 0


def test_a_file_that_is_written_slowly_is_read_whole(
    watching: Watching, folder: Path, tmp_path: Path
) -> None:
    watching.wait_for("Đang theo dõi")
    words = (CORPUS / PLAN).read_bytes()
    with (folder / PLAN).open("wb") as file:
        for at in range(0, len(words), len(words) // 8):
            file.write(words[at : at + len(words) // 8])
            file.flush()
            time.sleep(0.3)
    watching.wait_for("thực hiện")
    assert watching.stop(signal.SIGINT) == 0
    build([folder], tmp_path / "other")
    first, second = (open_folder(tmp_path / name).state for name in ("store", "other"))
    assert first.graph == second.graph


def test_a_stop_in_the_middle_of_a_build_leaves_the_store_valid(
    watching: Watching, folder: Path, tmp_path: Path
) -> None:
    watching.wait_for("Đang theo dõi")
    for number in range(40):
        words = (CORPUS / PLAN).read_text("utf-8").replace("61-KH/HU", f"{100 + number}-KH/HU")
        (folder / f"{number}.txt").write_text(words, "utf-8")
    drafts = tmp_path / "store" / "graphs"
    end = time.monotonic() + PATIENCE
    while not list(drafts.glob("*/draft")) and time.monotonic() < end:
        time.sleep(0.01)
    assert watching.stop(signal.SIGTERM) == 0
    assert not [line for line in watching.lines if "Traceback" in line]
    assert documents_named(open_store(tmp_path / "store"), "69-KL/TU")
    assert build([folder], tmp_path / "store").documents > 40


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    result = luocdo("inbox", tmp_path / "không", "--store", tmp_path / "store")
    assert result.exit_code == 3
    assert "không" in result.stderr
