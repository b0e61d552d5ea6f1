import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import pytest

from graph.ask.plans import document_view, plans_of
from graph.build.allowed import Allowed
from graph.build.at_once import parts
from graph.build.run import build
from graph.errors import (
    DamagedStore,
    NotAStore,
    NothingToRead,
    OlderVersion,
    OtherVersion,
    StoreBusy,
)
from graph.export.files import export
from graph.opening import open_store
from graph.rdf import vocabulary as ld
from graph.store.dataset import local_copy
from graph.store.disk import locked
from graph.typed.meaning import document_named, documents_named
from tests.graph.conftest import luocdo

ROOT = Path(__file__).parents[3]
CONCLUSION = """TỈNH ỦY LAI CHÂU
*
Số 69-KL/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Lai Châu, ngày 09 tháng 4 năm 2021

KẾT LUẬN
của Ban Thường vụ Tỉnh ủy về tiếp tục thực hiện công tác dân vận

Thực hiện Nghị quyết số 25-NQ/TW, ngày 03/6/2013 của Ban Chấp hành Trung ương khóa XI.
"""
PLAN = """ĐẢNG BỘ TỈNH LAI CHÂU
HUYỆN ỦY TAM ĐƯỜNG
*
Số 61-KH/HU

ĐẢNG CỘNG SẢN VIỆT NAM
Tam Đường, ngày 18 tháng 6 năm 2021

KẾ HOẠCH
thực hiện Kết luận số 69-KL/TU, ngày 09/4/2021 của Ban Thường vụ Tỉnh ủy về công tác dân vận
"""
REPORT = """ĐẢNG BỘ TỈNH LAI CHÂU
HUYỆN ỦY TAM ĐƯỜNG
*
Số 426-BC/HU

ĐẢNG CỘNG SẢN VIỆT NAM
Tam Đường, ngày 21 tháng 7 năm 2023

BÁO CÁO
sơ kết 02 năm thực hiện Kết luận số 69-KL/TU, ngày 09/4/2021 của Ban Thường vụ Tỉnh ủy Lai Châu

Huyện ủy ban hành Kế hoạch số 61-KH/HU, ngày 18/6/2021 về thực hiện Kết luận số 69-KL/TU.
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with three texts that speak of one another."""
    folder = tmp_path / "texts"
    (folder / "huyen").mkdir(parents=True)
    (folder / "69-kl-tu.txt").write_text(CONCLUSION, encoding="utf-8")
    (folder / "huyen" / "61-kh-hu.md").write_text(PLAN, encoding="utf-8")
    (folder / "huyen" / "426-bc-hu.TXT").write_text(REPORT, encoding="utf-8")
    return folder


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "store"


def numbers(directory: Path, number: str) -> list[str]:
    store = open_store(directory)
    return [row.document.number for row in plans_of(store, document_named(store, number).iri)]


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
    monkeypatch.setattr(parts, "_FEW", 2)
    monkeypatch.setattr(parts, "_BATCH", 1)
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


KILLED = """
import os, signal, sys
from pathlib import Path
from graph.build.run import build

folder, store, event, moment = sys.argv[1:]

def watch(frame, happens, given):
    if happens == event and frame.f_code.co_name == moment:
        os.kill(os.getpid(), signal.SIGKILL)

sys.setprofile(watch)
build([Path(folder)], Path(store))
"""


def build_and_die(texts: Path, directory: Path, event: str, moment: str) -> None:
    """Build in a process that is killed when it calls, or returns from, one of its functions."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(texts), str(directory), event, moment],
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == -signal.SIGKILL


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
@pytest.mark.parametrize(
    ("event", "moment"),
    [
        ("return", "save"),
        ("call", "judge"),
        ("call", "inferred_facts"),
        ("return", "write_graph"),
        ("return", "write_files"),
        ("return", "write_state"),
    ],
)
def test_a_build_that_is_killed_leaves_a_whole_graph(
    texts: Path, directory: Path, event: str, moment: str
) -> None:
    build([texts], directory)
    for number in (70, 71):
        text = PLAN.replace("61-KH", f"{number}-KH")
        (texts / f"{number}.txt").write_text(text, encoding="utf-8")
    build_and_die(texts, directory, event, moment)
    old, new = ["61-KH/HU"], ["61-KH/HU", "70-KH/HU", "71-KH/HU"]
    assert numbers(directory, "69-KL/TU") == (new if moment == "write_state" else old)
    build([texts], directory)
    assert numbers(directory, "69-KL/TU") == new
    assert len(list((directory / "graphs").iterdir())) == 1


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_what_a_killed_build_had_read_is_not_read_again(texts: Path, directory: Path) -> None:
    build_and_die(texts, directory, "call", "judge")
    with pytest.raises(NotAStore):
        open_store(directory)
    kept = {path: path.stat().st_mtime_ns for path in (directory / "readings").rglob("*.gz")}
    assert len(kept) == 3
    build([texts], directory)
    assert {path: path.stat().st_mtime_ns for path in kept} == kept


def test_readers_keep_their_graph_while_another_is_built(texts: Path, directory: Path) -> None:
    build([texts], directory)
    store = open_store(directory)
    (texts / "huyen" / "61-kh-hu.md").unlink()
    (texts / "huyen" / "426-bc-hu.TXT").unlink()
    build([texts], directory)
    assert [found.number for found in documents_named(store, "61-KH/HU")] == ["61-KH/HU"]
    assert not documents_named(open_store(directory), "61-KH/HU")


def test_a_store_can_be_moved_with_its_texts(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "a.txt").write_text(PLAN, encoding="utf-8")
    build([home / "a.txt"], home / "store")
    moved = home.rename(tmp_path / "moved")
    (moved / "b.txt").write_text(REPORT, encoding="utf-8")
    report = build([moved / "b.txt"], moved / "store")
    assert (report.read, report.unchanged, report.removed) == (1, 1, 0)


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


def truncated(dataset: Path) -> None:
    for file in dataset.glob("*.sst"):  # one alone may be a file that no longer counts
        file.write_bytes(file.read_bytes()[:-100])


def overwritten(dataset: Path) -> None:
    next(dataset.glob("MANIFEST-*")).write_bytes(b"x" * 50)


DAMAGES = [
    pytest.param(truncated, id="its-files-are-cut-short"),
    pytest.param(overwritten, id="the-list-of-its-files-is-no-more"),
    pytest.param(lambda dataset: (dataset / "CURRENT").unlink(), id="a-file-is-gone"),
    pytest.param(rmtree, id="all-of-it-is-gone"),
]
COMMANDS = [
    *(("plans", "69-KL/TU"), ("show", "69-KL/TU"), ("ask", "texts"), ("check",), ("review",)),
    *(("explore", "-o", "page.html"), ("site", "-o", "site"), ("export", "-o", "graph.nq")),
    ("query", "-"),
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_dataset_is_written_anew_from_the_readings(
    texts: Path, directory: Path, damage: Callable[[Path], None]
) -> None:
    build([texts], directory)
    damage(next((directory / "graphs").glob("*/dataset")))
    with pytest.raises(DamagedStore):
        open_store(directory)
    report = build([texts], directory)
    assert (report.read, report.unchanged) == (0, 3)
    assert numbers(directory, "69-KL/TU") == ["61-KH/HU"]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_tells_a_damaged_dataset_as_such(
    texts: Path, directory: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    build([texts], directory)
    truncated(next((directory / "graphs").glob("*/dataset")))
    monkeypatch.chdir(directory.parent)
    told = luocdo(*command, "--store", directory, stdin="ASK { ?s ?p ?o }")
    assert (told.exit_code, told.stdout) == (3, "")
    assert "Chạy lại luocdo build" in told.stderr


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_stop_while_a_damaged_graph_is_written_anew_loses_nothing(
    texts: Path, directory: Path
) -> None:
    build([texts / "69-kl-tu.txt", texts / "huyen"], directory)
    truncated(next((directory / "graphs").glob("*/dataset")))
    build_and_die(texts / "69-kl-tu.txt", directory, "call", "inferred_facts")
    report = build([texts / "69-kl-tu.txt"], directory)
    assert (report.read, report.unchanged, report.removed) == (0, 3, 0)
    assert numbers(directory, "69-KL/TU") == ["61-KH/HU"]


def of_format(directory: Path, number: int) -> None:
    state = directory / "store.json"
    value = json.loads(state.read_text(encoding="utf-8"))
    state.write_text(json.dumps(value | {"format": number}), encoding="utf-8")


def test_a_store_of_an_older_version_is_rebuilt_with_one_sentence(
    texts: Path, directory: Path
) -> None:
    build([texts / "69-kl-tu.txt", texts / "huyen"], directory)
    of_format(directory, 0)
    told = luocdo("plans", "69-KL/TU", "--store", directory, "--lang", "en")
    assert told.exit_code == 3
    assert "older version" in told.stderr
    assert "luocdo build FOLDER" in told.stderr
    # Its other files are known though they are not named.
    built = luocdo("build", texts / "69-kl-tu.txt", "--store", directory, "--lang", "en")
    assert built.exit_code == 0, built.stderr
    assert built.stderr.count("older version was rebuilt") == 1
    assert numbers(directory, "69-KL/TU") == ["61-KH/HU"]
    again = luocdo("build", texts, "--store", directory, "--lang", "en")
    assert "rebuilt" not in again.stderr


def test_an_older_store_keeps_its_decisions(texts: Path, directory: Path) -> None:
    decisions = directory.parent / "decisions.csv"
    decisions.write_text("# nothing yet\n", encoding="utf-8")
    build([texts], directory, decisions=decisions)
    of_format(directory, 0)
    build([texts], directory)
    assert next((directory / "graphs").glob("*/decisions.json")).exists()


def test_a_damaged_list_of_the_store_is_made_anew(texts: Path, directory: Path) -> None:
    build([texts], directory)
    (directory / "store.json").write_text("{", encoding="utf-8")
    assert "luocdo build" in luocdo("check", "--store", directory).stderr
    report = build([texts / "69-kl-tu.txt"], directory)
    assert (report.read, report.unchanged, report.rebuilt) == (0, 3, "damaged")
    assert numbers(directory, "69-KL/TU") == ["61-KH/HU"]


def test_without_the_list_of_its_files_a_store_is_not_rebuilt_in_silence(
    texts: Path, directory: Path
) -> None:
    build([texts], directory)
    of_format(directory, 0)
    next((directory / "graphs").glob("*/texts.json")).unlink()
    with pytest.raises(OlderVersion):
        build([texts], directory)


def test_blocks_that_a_disk_has_spoilt_are_told_and_written_anew(
    texts: Path, directory: Path
) -> None:
    build([texts], directory)
    for file in directory.glob("graphs/*/dataset/*.sst"):
        content = file.read_bytes()
        file.write_bytes(b"\xff" * 16 + content[16:])  # what opening it does not read
    told = luocdo("export", "-o", directory.parent / "all.nq", "--store", directory)
    assert told.exit_code == 3
    assert "Chạy lại luocdo build" in told.stderr
    assert build([texts], directory).rebuilt == "damaged"
    assert numbers(directory, "69-KL/TU") == ["61-KH/HU"]
    assert build([texts], directory).rebuilt == ""
