"""``luocdo open`` finds the file of a document, and opens what is a document alone."""

import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from graph.knowledge_graph import KnowledgeGraph
from tests.graph.conftest import CORPUS, luocdo

pytestmark = pytest.mark.slow

NUMBER = "43-KL/TW"
WORDS = (CORPUS / "tw_43-kl-tw_2019.txt").read_bytes()

OPENS = pytest.mark.skipif(sys.platform != "linux", reason="the test stands in for xdg-open")


def built(folder: Path, **files: bytes) -> Path:
    folder.mkdir()
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_bytes(content)
    assert luocdo("build", folder, "--store", folder / ".store").exit_code == 0
    return folder


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the system's program was asked to open: it writes that down, and is the browser, too."""
    log, programs = tmp_path / "opened", tmp_path / "bin"
    programs.mkdir()
    for name in ("xdg-open", "browser"):
        program = programs / name
        program.write_text(f'#!/bin/sh\nprintf %s "$1" > "{log}.new"\nmv "{log}.new" "{log}"\n')
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("BROWSER", str(programs / "browser"))
    return log


def run(*arguments: object) -> int:
    """Run the command as a process: the program that it starts outlives it."""
    command = [sys.executable, "-c", "from graph.cli.main import main; main()"]
    return subprocess.run([*command, *map(str, arguments)], check=False).returncode


def asked(log: Path) -> str:
    for _ in range(200):
        if log.exists():
            return log.read_text("utf-8")
        time.sleep(0.05)
    return ""


def test_the_path_alone_is_printed(tmp_path: Path) -> None:
    folder = built(tmp_path / "papers", a_txt=WORDS)
    result = luocdo("open", NUMBER, "--print", "--store", folder / ".store")
    assert (result.exit_code, result.stdout) == (0, f"{folder / 'a.txt'}\n")
    (original,) = KnowledgeGraph.open(folder / ".store").document(NUMBER).originals
    assert (original.path, original.name, original.exists) == (str(folder / "a.txt"), "a.txt", True)


def test_of_several_files_the_newest_is_taken_and_the_others_are_named(tmp_path: Path) -> None:
    folder = built(tmp_path / "papers", a_txt=WORDS, b_txt=WORDS + b"\n\n", c_txt=WORDS)
    for name, seconds in (("a.txt", 1000), ("b.txt", 3000), ("c.txt", 2000)):
        os.utime(folder / name, (seconds, seconds))
    result = luocdo("open", NUMBER, "--print", "--store", folder / ".store")
    assert result.stdout == f"{folder / 'b.txt'}\n"
    assert "a.txt" in result.stderr
    assert "c.txt" in result.stderr
    (folder / "b.txt").unlink()
    gone = luocdo("open", NUMBER, "--print", "--store", folder / ".store")
    assert gone.stdout == f"{folder / 'c.txt'}\n"


def test_of_an_archive_the_name_inside_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        archive.writestr("tw/43.txt", WORDS)
    luocdo("build", folder, "--store", folder / ".store")
    result = luocdo("open", NUMBER, "--print", "--store", folder / ".store")
    assert result.stdout == f"{folder / 'all.zip'}\n"
    assert "tw/43.txt" in result.stderr


def test_what_cannot_be_opened_is_told(tmp_path: Path) -> None:
    folder = built(tmp_path / "papers", a_txt=WORDS)
    where = ("--store", folder / ".store")
    mentioned = luocdo("open", "218-QĐ/TW", "--print", *where)
    ambiguous = luocdo("open", "25-NQ/TW", "--print", *where)
    assert mentioned.exit_code in {1, 2}, mentioned.stderr
    assert mentioned.stdout == ""
    assert ambiguous.stdout == ""
    (folder / "a.txt").unlink()
    gone = luocdo("open", NUMBER, *where, "--lang", "en")
    assert gone.exit_code == 3
    assert "no longer there" in gone.stderr
    assert luocdo("open", NUMBER, "--page", "0", *where).exit_code == 2


def test_an_imported_store_knows_no_files(store: Path, tmp_path: Path) -> None:
    luocdo("export", "-o", tmp_path / "all.nq", "--store", store)
    luocdo("import", tmp_path / "all.nq", "--store", tmp_path / "copy")
    result = luocdo("open", NUMBER, "--store", tmp_path / "copy", "--lang", "en")
    assert result.exit_code == 2
    assert "does not know the files" in result.stderr
    assert KnowledgeGraph.open(tmp_path / "copy").document(NUMBER).originals == ()


@OPENS
def test_a_document_is_given_to_the_program_of_the_system(tmp_path: Path, opened: Path) -> None:
    folder = built(tmp_path / "papers", a_txt=WORDS)
    assert run("open", NUMBER, "--store", folder / ".store") == 0
    assert asked(opened) == str(folder / "a.txt")


@OPENS
def test_a_pdf_is_opened_at_its_page_in_the_browser(tmp_path: Path, opened: Path) -> None:
    folder = built(tmp_path / "papers", a_pdf=WORDS)
    assert run("open", NUMBER, "--page", "3", "--store", folder / ".store") == 0
    assert asked(opened) == f"{(folder / 'a.pdf').as_uri()}#page=3"


@OPENS
def test_a_text_with_the_name_of_a_program_is_not_run(tmp_path: Path, opened: Path) -> None:
    folder = built(tmp_path / "papers", a_desktop=WORDS)
    result = luocdo("open", NUMBER, "--store", folder / ".store", "--lang", "en")
    assert result.exit_code == 3
    assert str(folder / "a.desktop") in result.stderr.replace("\n", "")
    assert not opened.exists()
