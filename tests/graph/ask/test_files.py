"""What became of each file is asked of the store as everything else."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from graph.ask.competency import ask
from graph.ask.files import COLUMNS
from graph.errors import WrongUse
from graph.knowledge_graph import KnowledgeGraph
from graph.opening import open_store
from graph.server.address import server_at
from graph.server.connection import SparqlConnection
from graph.server.remote import RemoteDataset
from graph.store.disk import IMPORTED
from tests.graph.conftest import CORPUS, luocdo


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one text, its copy, and an empty file."""
    folder = tmp_path_factory.mktemp("files")
    words = (CORPUS / "tw_43-kl-tw_2019.txt").read_bytes()
    (folder / "43.txt").write_bytes(words)
    (folder / "44.txt").write_bytes(words)
    (folder / "rỗng.txt").write_bytes(b"")
    assert luocdo("build", folder, "--store", folder / ".store").exit_code == 3
    return folder


def test_each_file_has_a_row(folder: Path) -> None:
    asked = ("ask", "files", "--store", folder / ".store")
    rows = json.loads(luocdo(*asked, "--format", "json").stdout)
    assert [(Path(row["path"]).name, row["state"], row["of"]) for row in rows] == [
        ("43.txt", "read", ""),
        ("44.txt", "duplicate", "43.txt"),
        ("rỗng.txt", "failed", ""),
    ]
    assert rows[0]["citations"] > 0
    assert rows[0]["text"] == rows[1]["text"]
    assert rows[2]["why_vi"].startswith("tệp trống")
    assert rows[2]["why_en"].startswith("the file is empty")
    printed = csv.DictReader(io.StringIO(luocdo(*asked, "--format", "csv").stdout))
    assert [row["path"] for row in printed] == [row["path"] for row in rows]
    assert tuple(rows[0]) == COLUMNS


@pytest.mark.parametrize(
    ("state", "files"),
    [
        ("failed", ["rỗng.txt"]),  # as the JSON has it
        ("Lỗi", ["rỗng.txt"]),  # as a table says it
        ("trung", ["44.txt"]),  # without its marks
        ("waits", []),
    ],
)
def test_a_state_chooses_files(folder: Path, state: str, files: list[str]) -> None:
    asked = ("ask", "files", "--state", state, "--store", folder / ".store")
    result = luocdo(*asked, "--format", "json")
    assert [Path(row["path"]).name for row in json.loads(result.stdout)] == files
    assert result.exit_code == (0 if files else 1)


def test_a_table_speaks_the_language(folder: Path) -> None:
    asked = ("ask", "files", "--state", "failed", "--store", folder / ".store")
    wide = {"COLUMNS": "300"}
    assert "tệp trống" in luocdo(*asked, env=wide).stdout
    english = luocdo(*asked, "--lang", "en", env=wide).stdout
    assert "the file is empty" in english
    assert "tệp trống" not in english


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("files", "--state", "đẹp"), "failed"),  # no state: those there are, are told
        (("texts", "--state", "failed"), "ask files"),  # another question
        (("files", "43-KL/TW"), "files"),  # it is asked about nothing
    ],
)
def test_wrong_use_is_told(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    result = luocdo("ask", *arguments, "--store", folder / ".store")
    assert result.exit_code == 2
    assert said in result.stderr


def test_python_asks_it_too(folder: Path) -> None:
    kg = KnowledgeGraph.open(folder / ".store")
    assert [Path(row.path).name for row in kg.ask("files", state="failed")] == ["rỗng.txt"]
    assert "files" in {row.name for row in kg.questions()}


def test_an_imported_store_has_no_ledger(folder: Path) -> None:
    store = open_store(folder / ".store")
    imported = replace(store, state=replace(store.state, reader=IMPORTED))
    with pytest.raises(WrongUse, match="imported"):
        ask(imported, "files")


def test_a_server_has_no_ledger(folder: Path) -> None:
    remote = RemoteDataset(SparqlConnection(server_at("http://127.0.0.1:9")))
    with pytest.raises(WrongUse, match="server"):
        ask(replace(open_store(folder / ".store"), dataset=remote), "files")
