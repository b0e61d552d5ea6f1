import json
import subprocess
import sys
from pathlib import Path

import pytest

from graph.ask.plans import document_view, plans_of
from graph.build.allowed import Allowed
from graph.build.at_once import hearing, kept_workers, parts
from graph.build.run import build
from graph.errors import (
    NotAStore,
    NothingToRead,
    OtherVersion,
    StoreBusy,
)
from graph.export.files import export
from graph.opening import open_store
from graph.rdf import vocabulary as ld
from graph.store.dataset import local_copy
from graph.store.disk import locked
from graph.typed.meaning import document_named, documents_named
from tests.graph.build.conftest import PLAN, numbers

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]


def test_every_quote_is_what_the_file_holds(texts: Path, directory: Path) -> None:
    path = texts / "huyen" / "61-kh-hu.md"
    path.write_bytes(b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode())
    build([texts], directory)
    store = open_store(directory)
    text = path.read_bytes().decode("utf-8")
    quotes = [
        quote
        for quote in document_view(store, document_named(store, "69-KL/TU").iri).quotes
        if "61" in quote.text
    ]
    assert quotes
    for quote in quotes:
        assert text[quote.start : quote.end] == quote.quote


def test_a_second_build_reads_nothing_and_writes_nothing(texts: Path, directory: Path) -> None:
    build([texts], directory)
    before = {path: path.stat().st_mtime_ns for path in directory.rglob("*") if path.is_file()}
    report = build([texts], directory)
    assert (report.read, report.unchanged, report.removed) == (0, 3, 0)
    after = {path: path.stat().st_mtime_ns for path in directory.rglob("*") if path.is_file()}
    assert before == after


def test_only_what_changed_is_read(texts: Path, directory: Path) -> None:
    build([texts], directory)
    (texts / "huyen" / "61-kh-hu.md").write_text(PLAN.replace("61-KH", "62-KH"), encoding="utf-8")
    report = build([texts], directory)
    assert (report.read, report.unchanged, report.removed) == (1, 2, 0)
    assert "62-KH/HU" in numbers(directory, "69-KL/TU")


def test_a_file_that_vanished_takes_its_claims_with_it(texts: Path, directory: Path) -> None:
    build([texts], directory)
    (texts / "huyen" / "426-bc-hu.TXT").unlink()
    (texts / "huyen" / "61-kh-hu.md").unlink()
    report = build([texts], directory)
    assert (report.read, report.unchanged, report.removed) == (0, 1, 2)
    assert numbers(directory, "69-KL/TU") == []
    assert not documents_named(open_store(directory), "61-KH/HU")


def test_files_of_an_earlier_build_stay_while_they_exist(texts: Path, directory: Path) -> None:
    build([texts / "69-kl-tu.txt"], directory)
    report = build([texts / "huyen"], directory)
    assert (report.read, report.unchanged, report.removed) == (2, 1, 0)
    (texts / "69-kl-tu.txt").unlink()
    assert build([texts / "huyen"], directory).removed == 1


def test_the_order_of_files_does_not_matter(texts: Path, tmp_path: Path) -> None:
    files = [path for path in texts.rglob("*") if path.is_file()]
    exported = []
    for name, order in (("one", files), ("two", files[::-1])):
        for path in order:
            build([path], tmp_path / name)
        export(open_store(tmp_path / name), tmp_path / f"{name}.nq")
        exported.append((tmp_path / f"{name}.nq").read_bytes())
    assert exported[0] == exported[1]


def test_the_number_of_processes_does_not_matter(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_workers, "_FEW", 2)
    for module in (parts, hearing):
        monkeypatch.setattr(module, "_BATCH", 1)
    found = []
    for jobs in (1, 2):
        build([texts], tmp_path / str(jobs), allowed=Allowed(jobs=jobs))
        quads = local_copy(open_store(tmp_path / str(jobs)).dataset)
        found.append({str(quad) for quad in quads if quad.predicate != ld.ENDED_AT})
    assert found[0] == found[1]


def test_two_files_with_one_text_are_one_source(texts: Path, directory: Path) -> None:
    (texts / "copy.txt").write_text(PLAN, encoding="utf-8")
    build([texts], directory)
    store = open_store(directory)
    row = plans_of(store, document_named(store, "69-KL/TU").iri)[0]
    assert row.steps[0].text == "copy.txt"
    assert len(document_view(store, document_named(store, "61-KH/HU").iri).texts) == 1
    (texts / "copy.txt").unlink()
    assert build([texts], directory).removed == 1
    assert numbers(directory, "69-KL/TU") == ["61-KH/HU"]


def test_what_cannot_be_read_is_listed_and_the_rest_is_read(texts: Path, directory: Path) -> None:
    (texts / "empty.txt").write_bytes(b"")
    (texts / "binary.txt").write_bytes(b"PK\x03\x04\x00\x00")
    (texts / "latin.txt").write_bytes("Kế hoạch".encode("utf-16"))
    (texts / "broken.md").write_bytes(bytes(range(128, 256)) * 3)
    report = build([texts], directory)
    assert sorted(Path(failure.path).name for failure in report.failures) == [
        "binary.txt",
        "broken.md",
        "empty.txt",
    ]
    assert all(failure.reason for failure in report.failures)
    assert report.read == 4  # UTF-16 is read, too
    assert numbers(directory, "69-KL/TU") == ["61-KH/HU"]
    again = build([texts], directory)
    assert (again.read, again.unchanged, len(again.failures)) == (0, 4, 3)


def test_a_file_that_broke_is_kept_out_and_comes_back(texts: Path, directory: Path) -> None:
    build([texts], directory)
    plan = texts / "huyen" / "61-kh-hu.md"
    plan.write_bytes(b"")
    report = build([texts], directory)
    assert (len(report.failures), report.removed) == (1, 1)
    plan.write_text(PLAN, encoding="utf-8")
    report = build([texts], directory)
    assert (report.read, report.failures) == (1, ())


def test_a_path_without_texts_changes_nothing(texts: Path, directory: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / ".hidden.txt").write_text(PLAN, encoding="utf-8")
    with pytest.raises(NothingToRead) as caught:
        build([texts, empty], directory)
    assert caught.value.exists
    with pytest.raises(NothingToRead) as caught:
        build([tmp_path / "missing"], directory)
    assert not caught.value.exists
    assert not directory.exists()


def test_the_store_and_hidden_folders_are_not_read(texts: Path) -> None:
    (texts / ".git").mkdir()
    (texts / ".git" / "notes.txt").write_text(PLAN, encoding="utf-8")
    store = texts / "store"
    assert build([texts], store).read == 3
    (store / "extra.txt").write_text(PLAN, encoding="utf-8")
    assert build([texts], store).unchanged == 3


def test_a_folder_in_use_is_not_written_into(texts: Path, tmp_path: Path) -> None:
    with pytest.raises(NotAStore):
        build([texts], texts)
    with pytest.raises(NotAStore):
        build([texts], texts / "69-kl-tu.txt")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["texts"]


def test_a_store_of_another_version_is_left_alone(texts: Path, directory: Path) -> None:
    build([texts], directory)
    state = directory / "store.json"
    value = json.loads(state.read_text(encoding="utf-8"))
    state.write_text(json.dumps(value | {"format": 99}), encoding="utf-8")
    before = sorted(directory.rglob("*"))
    with pytest.raises(OtherVersion):
        build([texts], directory)
    assert sorted(directory.rglob("*")) == before


def test_two_builds_at_once(texts: Path, directory: Path) -> None:
    build([texts], directory)
    with locked(directory), pytest.raises(StoreBusy):
        build([texts], directory)


def test_progress_counts_every_text(texts: Path, directory: Path) -> None:
    told: list[tuple[int, int]] = []
    build([texts], directory, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    told.clear()
    build([texts], directory, progress=lambda done, total: told.append((done, total)))
    assert told == [(3, 3)]


def test_many_texts_are_read_by_several_processes(tmp_path: Path, directory: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(1, 81):
        text = PLAN.replace("61-KH", f"{number}-KH")
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    assert build([folder], directory).read == 80
    assert len(numbers(directory, "69-KL/TU")) == 80


def test_nothing_of_this_machine_stands_in_the_graph(texts: Path, directory: Path) -> None:
    build([texts], directory)
    quads = local_copy(open_store(directory).dataset)
    assert not [quad for quad in quads if str(texts.parent) in str(quad)]


SCRIPT = """
from graph import KnowledgeGraph
print(KnowledgeGraph.build("texts", "store").report.read)
"""


def test_a_script_needs_no_guard_for_the_processes_that_read(tmp_path: Path) -> None:
    """Many texts are read by several processes, which must not run the caller's script anew."""
    (tmp_path / "texts").mkdir()
    for number in range(70):
        text = PLAN.replace("61-KH", f"{number + 100}-KH")
        (tmp_path / "texts" / f"{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "mine.py").write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "mine.py"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.stdout.split(), done.stderr) == (["70"], "")


def test_a_folder_becomes_a_graph_that_answers(texts: Path, directory: Path) -> None:
    report = build([texts], directory)
    assert (report.read, report.unchanged, report.removed, report.failures) == (3, 0, 0, ())
    assert report.documents >= 4
    assert report.claims >= 3
    store = open_store(directory)
    row = plans_of(store, document_named(store, "69-kl/tu").iri)[0]
    assert row.document.number == "61-KH/HU"
    assert "thực hiện Kết luận số 69-KL/TU" in row.steps[0].quote
    view = document_view(store, document_named(store, "61-KH/HU").iri)
    assert view.texts == ("huyen/61-kh-hu.md",)
    assert numbers(directory, "25-NQ/TW@XI") == ["69-KL/TU", "61-KH/HU"]
