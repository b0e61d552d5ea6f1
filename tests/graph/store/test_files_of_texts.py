"""The files of some texts are those that the whole list has, whatever files are called."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from graph.errors import DamagedStore
from graph.store.disk import files_of_texts, read_text_files, texts_path, write_files
from graph.store.text_files import TextFile, TextFiles

NAMES = ('a"}, {"path": "b', '"sha": "1"', "\\", "kế hoạch.txt", "a, ]", "", "}")
FILES = tuple(
    TextFile(path=f"../{name}", name=name, sha=str(number % 3), member=member)
    for number, name in enumerate(NAMES)
    for member in ("", name)
)


@pytest.mark.parametrize("shas", [set(), {"0"}, {"1", "2"}, {"none"}, {"0", "1", "2", "none"}])
def test_files_of_texts_are_those_of_the_list(tmp_path: Path, shas: set[str]) -> None:
    (tmp_path / "graphs" / "g").mkdir(parents=True)
    write_files(tmp_path, "g", TextFiles.of(FILES))
    listed = read_text_files(tmp_path, "g")
    assert files_of_texts(tmp_path, "g", shas) == tuple(each for each in listed if each.sha in shas)


def test_so_are_those_of_a_list_that_an_earlier_version_wrote(tmp_path: Path) -> None:
    (tmp_path / "graphs" / "g").mkdir(parents=True)
    written = json.dumps([asdict(file) for file in FILES])
    texts_path(tmp_path, "g").write_text(written, "utf-8")
    assert files_of_texts(tmp_path, "g", {"1"}) == tuple(file for file in FILES if file.sha == "1")


@pytest.mark.parametrize("content", [b"", None], ids=["empty", "lost"])
def test_a_list_that_is_lost_is_damage(tmp_path: Path, content: bytes | None) -> None:
    (tmp_path / "graphs" / "g").mkdir(parents=True)
    if content is not None:
        (tmp_path / "graphs" / "g" / "texts.json").write_bytes(content)
    with pytest.raises(DamagedStore):
        files_of_texts(tmp_path, "g", {"0"})
