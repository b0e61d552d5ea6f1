"""The command as a process: its terminal, the reader of its output, its signals, its start."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.graph.conftest import CORPUS, luocdo

pytestmark = pytest.mark.slow

TIMEOUT = 60


def process(*arguments: object) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-c", "from graph.cli.main import main; main()", *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=CORPUS.parents[1],
    )


def test_texts_neither_colour_nor_steer_the_terminal(tmp_path: Path) -> None:
    title = "về [red]việc[/red] :smile: \x1b[31mthực hiện\x1b]0;x\x07 Kết luận \u202e số 43-KL/TW"
    text = (CORPUS / "ha-giang_133-kh-tu_2019.txt").read_text(encoding="utf-8")
    first, _, rest = text.partition("KẾ HOẠCH\n")
    assert rest
    lines = f"{first}KẾ HOẠCH\n{title}, ngày 07/01/2019 của Ban Bí thư\n{rest.partition('II- ')[2]}"
    file = tmp_path / "lạ.txt"
    file.write_text(lines, encoding="utf-8")
    luocdo("build", tmp_path, "--store", tmp_path / "store")
    for command in (("extract", file), ("show", "133-KH/TU", "--store", tmp_path / "store")):
        shown = luocdo(*command).stdout
        assert "[red]việc[/red] :smile:" in " ".join(shown.split())
        assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_a_reader_that_has_gone_ends_it_quietly(store: Path) -> None:
    with process("show", "43-KL/TW", "--format", "json", "--store", store) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read().decode()
        assert running.wait(TIMEOUT) == 141
    assert said == ""


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals on Windows")
def test_an_interrupt_ends_it_with_130(store: Path) -> None:
    for seconds in (1.5, 5, 15):
        with process("query", "-", "--store", store) as running:
            assert running.stdin is not None
            assert running.stderr is not None
            with pytest.raises(subprocess.TimeoutExpired):
                running.wait(seconds)  # waits for its query
            running.send_signal(signal.SIGINT)
            said = running.stderr.read().decode()
            code = running.wait(TIMEOUT)
        if code != -signal.SIGINT:  # on a busy machine it may not have begun yet
            break
    assert code == 130
    assert "Traceback" not in said


@pytest.mark.parametrize("arguments", [("--help",), ("plans", "43-KL/TW"), ("plans", "25-NQ/TW")])
def test_a_question_starts_without_what_it_does_not_need(
    store: Path, arguments: tuple[str, ...]
) -> None:
    options = ["--store", str(store)] if arguments[0] == "plans" else []
    program = (
        "import sys\n"
        "from graph.cli.main import main\n"
        f"sys.argv = ['luocdo', *{[*arguments, *options]!r}]\n"
        "try:\n    main()\n"
        "except SystemExit:\n    print('\\nloaded', *sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        cwd=CORPUS.parents[1],
        timeout=TIMEOUT,
    )
    loaded = done.stdout.decode().rpartition("loaded")[2].split()
    slow = {"spacy", "pyvis", "networkx", "rdflib", "jinja2", "extract", "IPython"}
    assert "graph.cli.main" in loaded
    assert not slow & set(loaded)
