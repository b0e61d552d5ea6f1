"""A folder of files made to hurt, through the real build: each costs itself alone."""

import os
import sys
import time
from pathlib import Path

import pytest

from graph.build.ledger import FileState
from graph.build.run import build
from tests.extract.readers.paper.printed import empty_pages, wide_picture
from tests.extract.readers.word_files import as_docx, packed
from tests.extract.readers.written import PLAN
from tests.graph.build.test_ledger import TEXT, states

GOOD = TEXT.format(number=61)


def _bomb() -> bytes:
    """A document whose one paragraph is a thousand million letters, if entities are put in."""
    entities = "".join(
        f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 10)
    )
    body = (
        f'<!DOCTYPE w:document [<!ENTITY a0 "aaaaaaaaaa">{entities}]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>"
    )
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": body})


def _zip_of_bad_names() -> bytes:
    held = packed({"../../out.txt": GOOD, "a\nb.txt": GOOD.replace("61", "62"), "QQQQ": "x"})
    return held.replace(b"QQQQ", b"k\xe9\xff.")


@pytest.mark.slow
def test_each_bad_file_costs_itself_alone(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    files = {
        "good.txt": GOOD.replace("61", "60").encode(),
        "bomb.docx": _bomb(),
        "cut.docx": as_docx(PLAN)[:900],
        "locked.pdf": empty_pages(1, "secret"),
        "pages.pdf": empty_pages(10_000),
        "picture.png": wide_picture(30_000),
        "names.zip": _zip_of_bad_names(),
        "zeros.zip": packed({"zeros.txt": "\0" * 40_000_000}),
        "two\nlines.txt": GOOD.replace("61", "63").encode(),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (folder / "device").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe")
    begun = time.monotonic()
    report = build([folder], tmp_path / "store")
    assert time.monotonic() - begun < 60, "no file may hold the others up"
    found = states(report)
    assert {name: state for name, state in found.items() if state[0] != "read"} == {
        "bomb.docx": ("failed", "damaged"),
        "cut.docx": ("failed", "damaged"),
        "locked.pdf": ("failed", "encrypted"),
        "pages.pdf": ("failed", "too-many-pages"),
        "picture.png": ("failed", "too-large"),
        "zeros.zip": ("failed", "too-large"),
        "device": ("skipped", "link out"),
        "pipe": ("skipped", "no file"),
    }
    assert {name for name, state in found.items() if state[0] == "read"} == {
        "good.txt",
        "two\nlines.txt",
        "names.zip/out.txt",
        "names.zip/a_b.txt",
        "names.zip/kéÿ.",
    }
    assert not (tmp_path / "out.txt").exists()
    assert not (tmp_path.parent / "out.txt").exists()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="takes the memory limit of the system")
def test_two_hundred_megabytes_on_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, "utf-8")
    with (folder / "line.txt").open("wb") as file:
        for _ in range(200):
            file.write(b"Quyet dinh so 12/QD-UBND " * 40_000)
        file.write(b"x" * 1000)
    begun = time.monotonic()
    report = build([folder], tmp_path / "store")
    assert time.monotonic() - begun < 60
    assert {entry.name: entry.state for entry in report.files} == {
        "good.txt": FileState.READ,
        "line.txt": FileState.FAILED,
    }
    assert states(report)["line.txt"][1] == "too-large"
