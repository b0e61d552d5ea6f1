"""Each part that one text repeals of a document is told, with its own words."""

from pathlib import Path

import pytest

from graph.build import new_graph
from graph.build.run import build
from graph.opening import open_store
from tests.graph.ask.questions.asking import asked
from tests.graph.ask.test_in_force import decision

CITED = "Quyết định số 05/2018/QĐ-UBND ngày 10/01/2018 của UBND tỉnh Lai Châu"
PARTS = ["khoản 2 Điều 4", "Điều 9"]


def write(folder: Path, parts: list[str]) -> None:
    articles = (f"Bãi bỏ {part} {CITED}." for part in parts)
    text = decision("45/2021/QĐ-UBND", "25/12/2021", "Về việc sắp xếp các quỹ", *articles)
    (folder / "ends.txt").write_text(text, encoding="utf-8")


def told(store: Path) -> list[tuple[str, bool]]:
    """Return each part, and whether it stands in the words that are quoted for it."""
    rows = asked(open_store(store), "changed-by", "05/2018/QĐ-UBND")
    return sorted((row["part"], str(row["part"]) in str(row["quote"])) for row in rows)


def test_each_part_is_told_also_when_one_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_graph, "FEWEST", 1)
    texts, store = tmp_path / "texts", tmp_path / "store"
    texts.mkdir()
    write(texts, PARTS)
    build([texts], store)
    assert told(store) == sorted((part, True) for part in PARTS)
    write(texts, PARTS[1:])
    build([texts], store)
    assert told(store) == [(PARTS[1], True)]
