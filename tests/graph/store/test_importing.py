"""A store made of an exported file answers as the store that was exported does."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.ask.competency import all_questions
from graph.build.run import build
from graph.errors import (
    BrokenFile,
    ImportedStore,
    NothingImported,
    StoreInUse,
    UnknownFormat,
)
from graph.export.files import export
from graph.opening import open_store
from graph.store.dataset import local_copy
from graph.store.importing import import_file
from tests.graph.conftest import CORPUS, luocdo

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=["nq", "trig"])
def imported(
    request: pytest.FixtureRequest, store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = tmp_path_factory.mktemp("imported")
    file = folder / f"graph.{request.param}"
    export(open_store(store), file)
    import_file(file, folder / "store")
    return folder / "store"


def test_the_same_quads(imported: Path, store: Path) -> None:
    assert set(local_copy(open_store(imported).dataset)) == set(
        local_copy(open_store(store).dataset)
    )


def test_the_same_counts(imported: Path, store: Path) -> None:
    there, here = open_store(imported).state, open_store(store).state
    assert (there.documents, there.claims, there.unresolved) == (
        here.documents,
        here.claims,
        here.unresolved,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("plans", "25-NQ/TW@XI", "--format", "json"),
        ("plans", "43-KL/TW", "--inferred"),
        ("show", "124-qd/tw"),
        ("check", "--format", "json"),
        *(("ask", question.name) for question in all_questions() if not question.parameters),
        ("ask", "cascade", "25-NQ/TW@XI", "--format", "csv"),
    ],
    ids=" ".join,
)
def test_the_same_answers(imported: Path, store: Path, arguments: tuple[str, ...]) -> None:
    here, there = (luocdo(*arguments, "--store", location) for location in (store, imported))
    assert (there.stdout, there.exit_code) == (here.stdout, here.exit_code)


def test_nothing_is_built_into_what_was_imported(imported: Path) -> None:
    before = set(local_copy(open_store(imported).dataset))
    with pytest.raises(ImportedStore):
        build([CORPUS], imported)
    assert set(local_copy(open_store(imported).dataset)) == before
    result = luocdo("build", CORPUS, "--store", imported)
    assert (result.exit_code, "Traceback" in result.stderr) == (2, False)


def test_a_store_is_not_written_over(store: Path, tmp_path: Path) -> None:
    export(open_store(store), tmp_path / "a.nq")
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "letter.txt").write_text("mine")
    for folder in (store, tmp_path / "used"):
        with pytest.raises(StoreInUse):
            import_file(tmp_path / "a.nq", folder)
    assert (tmp_path / "used" / "letter.txt").read_text() == "mine"


def test_an_empty_folder_will_do(store: Path, tmp_path: Path) -> None:
    export(open_store(store), tmp_path / "a.nq")
    (tmp_path / "empty").mkdir()
    assert import_file(tmp_path / "a.nq", tmp_path / "empty").documents == 41


def test_what_a_stopped_import_has_left_is_no_store(store: Path, tmp_path: Path) -> None:
    export(open_store(store), tmp_path / "a.nq")
    left = tmp_path / "new" / "graphs" / "0123" / "dataset"
    left.mkdir(parents=True)
    (left / "000004.log").write_bytes(b"half")
    (tmp_path / "new" / "lock").touch()
    assert import_file(tmp_path / "a.nq", tmp_path / "new").documents == 41
    assert not left.exists()


# What is in the file, its suffix, and what is said of it.
WRONG = [
    pytest.param("<a", "nq", BrokenFile, id="cut-off"),
    pytest.param("<urn:a> <urn:b> <urn:c> .\n" * 3 + "x y z\n", "nq", BrokenFile, id="a-line"),
    pytest.param("<urn:a> <urn:b> <urn:c> <urn:g> .\n", "nq", NothingImported, id="no-documents"),
    pytest.param("", "trig", NothingImported, id="empty"),
    pytest.param("<urn:a> <urn:b> <urn:c> .\n", "ttl", UnknownFormat, id="no-graph-names"),
]


@pytest.mark.parametrize(("content", "suffix", "error"), WRONG)
def test_what_is_no_export_leaves_nothing_behind(
    content: str, suffix: str, error: type[Exception], tmp_path: Path
) -> None:
    file = tmp_path / f"a.{suffix}"
    file.write_text(content)
    with pytest.raises(error):
        import_file(file, tmp_path / "store")
    assert not (tmp_path / "store").exists()


def test_the_line_of_a_fault_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.nq").write_text("<urn:a> <urn:b> <urn:c> .\n" * 3 + "x y z\n")
    result = luocdo("import", tmp_path / "a.nq", "--store", tmp_path / "s", "--lang", "en")
    assert result.exit_code == 3
    assert "line 4" in result.stderr


def test_names_in_a_file_are_no_paths(store: Path, tmp_path: Path) -> None:
    quads = list(local_copy(open_store(store).dataset))
    hostile = ox.NamedNode("https://w3id.org/luocdo/id/graph/text/../../../../etc")
    quads.append(ox.Quad(hostile, ox.NamedNode("urn:p"), ox.Literal("../../x"), hostile))
    with (tmp_path / "a.nq").open("wb") as file:
        ox.serialize(quads, file, format=ox.RdfFormat.N_QUADS)
    import_file(tmp_path / "a.nq", tmp_path / "store")
    assert {path.name for path in tmp_path.iterdir()} == {"a.nq", "store"}
