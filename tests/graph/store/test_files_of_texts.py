"""The files of some texts are those that the whole list has, whatever files are called."""

from pathlib import Path

import pytest

from graph.errors import DamagedStore
from graph.store.disk import TextFile, files_of_texts, read_text_files, write_files

NAMES = ('a"}, {"path": "b', '"sha": "1"', "\\", "kế hoạch.txt", "a, ]", "", "}")
FILES = tuple(
    TextFile(path=f"../{name}", name=name, sha=str(number % 3), member=member)
    for number, name in enumerate(NAMES)
    for member in ("", name)
)


@pytest.mark.parametrize("shas", [set(), {"0"}, {"1", "2"}, {"none"}, {"0", "1", "2", "none"}])
def test_files_of_texts_are_those_of_the_list(tmp_path: Path, shas: set[str]) -> None:
    (tmp_path / "graphs" / "g").mkdir(parents=True)
    write_files(tmp_path, "g", FILES)
    listed = read_text_files(tmp_path, "g")
    assert files_of_texts(tmp_path, "g", shas) == tuple(each for each in listed if each.sha in shas)


@pytest.mark.parametrize("content", [b"", None], ids=["empty", "lost"])
def test_a_list_that_is_lost_is_damage(tmp_path: Path, content: bytes | None) -> None:
    (tmp_path / "graphs" / "g").mkdir(parents=True)
    if content is not None:
        (tmp_path / "graphs" / "g" / "texts.json").write_bytes(content)
    with pytest.raises(DamagedStore):
        files_of_texts(tmp_path, "g", {"0"})
