"""Pages of a part of a store: one document with what is around it, or what is asked for."""

import json
import re
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from graph.knowledge_graph import KnowledgeGraph
from tests.graph.conftest import luocdo


@pytest.fixture
def large(store: Path, tmp_path: Path) -> Path:
    """A store that says that it holds a hundred thousand documents."""
    copy = tmp_path / "store"
    copytree(store, copy)
    state = json.loads((copy / "store.json").read_text("utf-8"))
    (copy / "store.json").write_text(json.dumps(state | {"documents": 100_000}), "utf-8")
    return copy


def script(file: Path, name: str) -> Any:
    """Return what a page holds in one of its scripts of data."""
    found = re.search(rf'<script[^>]* id="{name}"[^>]*>(.*?)</script>', file.read_text("utf-8"))
    assert found
    return json.loads(found[1])


def test_a_number_is_answered_with_what_is_around_it(large: Path, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    result = luocdo("explore", "69-KL/TU@ha-giang", "-o", file, "--store", large)
    assert result.exit_code == 0, result.stderr
    assert "trong 100000 văn bản của kho" in result.stderr
    data, texts = script(file, "data"), script(file, "texts")
    held = len(data["documents"])
    assert data["centre"] is not None
    assert (1 < held < 41, data["left_out"]) == (True, 100_000 - held)
    own = {data["texts"][text] for row in data["documents"] for text in row[-3]}
    assert own <= {name for name, *_ in texts}


def test_a_place_is_answered_with_its_documents_and_debts(large: Path, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    asked = ("--place", "Hà Giang", "--until", "2024", "--as-of", "1/1/2025")
    result = luocdo("explore", *asked, "-o", file, "--store", large, "--lang", "en")
    assert result.exit_code == 0, result.stderr
    assert "of 100000 in the store" in result.stderr
    data = script(file, "data")
    assert {place.partition(".")[0] for place, *_ in data["places"]} == {"", "ha-giang"}
    kg = KnowledgeGraph.open(large)
    page = kg.explore(output=tmp_path / "again.html", place="Hà Giang", until="2024")
    assert page.documents == len(data["documents"])


def test_a_site_of_a_place(large: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    result = luocdo("site", "--place", "Hà Giang", "-o", folder, "--store", large)
    assert result.exit_code == 0, result.stderr
    listed = json.loads((folder / "search.json").read_text("utf-8"))
    assert {each["place"].partition(".")[0] for each in listed} == {"", "ha-giang"}
    assert 1 < len(list((folder / "text").iterdir())) <= len(listed)


def test_nothing_that_was_asked_for_gives_no_page(large: Path, tmp_path: Path) -> None:
    for command in ("explore", "site"):
        file = tmp_path / command
        result = luocdo(command, "--year", "1930", "-o", file, "--store", large)
        assert (result.exit_code, file.exists()) == (1, False)
        assert "Không tìm thấy văn bản nào" in result.stderr
