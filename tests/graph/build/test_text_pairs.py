"""One document in two files: found, said, settled by a line, and counted once."""

import csv
from collections import Counter
from dataclasses import replace
from io import StringIO
from pathlib import Path
from random import Random

import pytest

from graph.ask.checks import run_checks
from graph.ask.competency import all_questions, ask
from graph.ask.matters.kinds import ReviewItem
from graph.ask.plans import document_view, plans_of
from graph.ask.review import review_items
from graph.build.ledger import FileState, Ledger, read_ledger
from graph.build.run import BuildReport, build
from graph.decisions.file import COLUMNS
from graph.decisions.suggestions import line
from graph.likeness import pairs
from graph.opening import open_store
from graph.read.collection import collect
from graph.store.disk import GraphStore, ledger_path, read_state
from graph.typed.meaning import document_named
from graph.values import PlanRow
from ontology.dates import PartialDate
from tests.graph.ask.questions.test_alike import arguments_of
from tests.graph.conftest import CORPUS
from tests.graph.likeness.models import edited, model, plan, scanned
from tests.graph.made import KH_61, KH_141, KL_69, reading, store_of

pytestmark = pytest.mark.slow

BO = plan(model(1), "Bản Bo", number="10", day="10")
DRAFT = edited(plan(model(1), "Bản Bo"), Random(3), 2)
HEAD = BO.index("KẾ HOẠCH")
SCAN = BO[:HEAD] + scanned(BO[HEAD:], Random(1), 0.02)
MISREAD = SCAN.replace("Số: 10/", "Số: 16/")
OTHER = plan(model(1), "Sơn Bình", number="11", day="11")
_PLACES = frozenset({"text", "start", "end", "other", "read"})


def written(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def matters(store: GraphStore) -> list[ReviewItem]:
    return [item for item in review_items(store) if item.kind == "texts"]


def pair_rows(store: GraphStore) -> list[tuple[object, ...]]:
    rows = ask(store, "same-document")
    names = [rows.variables.index(name) for name in ("text", "other", "status")]
    return [tuple(str(row[index]).rpartition("/")[2] for index in names) for row in rows.rows]


def found_by(store: GraphStore, rule: str) -> list[tuple[str, ...]]:
    return [finding.sources for finding in run_checks(store) if finding.rule == rule]


def settled(proposed: str) -> str:
    (cells,) = csv.reader(StringIO(proposed))
    said = {"who": "Lan", "when": "2026-01-05", "why": "theo bản gốc"}
    return line(**dict(zip(COLUMNS, cells, strict=False)) | said)


def rebuilt(folder: Path, directory: Path, *lines: str) -> GraphStore:
    decisions = directory.with_name("decisions.csv")
    decisions.write_text("\n".join((",".join(COLUMNS), *lines)), "utf-8")
    report = build([folder], directory, decisions=decisions)
    assert [decided.problem for decided in report.decisions] == [""] * len(lines)
    return open_store(directory)


# Counting


def built(folder: Path, *prefixes: str) -> GraphStore:
    """Return a store of the demonstration texts, each in as many files as there are prefixes.

    A further file is not the same to the byte, and says the same.
    """
    folder.mkdir()
    for path in CORPUS.iterdir():
        if path.suffix in (".txt", ".md"):
            for index, prefix in enumerate(prefixes):
                text = path.read_text("utf-8") + "\n" * index
                (folder / f"{prefix}{path.name}").write_text(text, "utf-8")
    build([folder], folder.with_name("store"))
    return open_store(folder.with_name("store"))


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    return built(tmp_path_factory.mktemp("once") / "texts", "")


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    return built(tmp_path_factory.mktemp("twice") / "texts", "", "again-")


@pytest.mark.slow
@pytest.mark.parametrize("name", [question.name for question in all_questions()])
def test_questions_have_the_rows_of_one_copy(
    once: GraphStore, twice: GraphStore, name: str
) -> None:
    if name in ("texts", "same-document"):
        return
    rows, again = (ask(store, name, *arguments_of(name)) for store in (once, twice))
    shown = [index for index, column in enumerate(rows.variables) if column not in _PLACES]
    had = [tuple(row[index] for index in shown) for row in rows.rows]
    has = [tuple(row[index] for index in shown) for row in again.rows]
    # What lists each place where something is said lists those of both files.
    of_places = len(shown) < len(rows.variables)
    assert (set(has) == set(had)) if of_places else (has == had)


@pytest.mark.slow
def test_links_are_as_sure_and_documents_as_often_mentioned(
    once: GraphStore, twice: GraphStore
) -> None:
    (had, has) = (collect(store) for store in (once, twice))
    assert [item.found for item in has.documents] == [item.found for item in had.documents]
    kept = [(link.key, link.best.confidence, link.premises) for link in had.links]
    assert [(link.key, link.best.confidence, link.premises) for link in has.links] == kept
    assert any(link.premises for link in had.links)
    assert has.documents[0].found.mentions > 0


@pytest.mark.slow
def test_the_build_counts_them_once(once: GraphStore, twice: GraphStore) -> None:
    for count in ("documents", "claims", "unresolved"):
        assert getattr(twice.state, count) == getattr(once.state, count), count


@pytest.mark.slow
@pytest.mark.parametrize("typed", ["69-KL/TU@lai-chau", "25-NQ/TW@XI"])
def test_plans_are_the_rows_of_one_copy(once: GraphStore, twice: GraphStore, typed: str) -> None:
    def rows(store: GraphStore) -> list[tuple[str, list[tuple[str, float]]]]:
        found: list[PlanRow] = list(
            plans_of(store, document_named(store, typed).iri, inferred=True)
        )
        return [
            (row.document.iri, [(step.object.iri, step.confidence) for step in row.steps])
            for row in found
        ]

    assert rows(twice) == rows(once) != []


def test_two_texts_of_one_document_have_one_voice(tmp_path: Path) -> None:
    """What a row shows is what most documents say, not what most files say."""
    later, earlier = (
        replace(KL_69, dates=(PartialDate(day),)) for day in ("2021-05-09", "2021-04-09")
    )
    texts = [reading("word.txt", KH_61, [later]), reading("scan.txt", KH_61, [later])]
    store = store_of(tmp_path, *texts, reading("other.txt", KH_141, [earlier]))
    assert document_named(store, "69-KL/TU").date == "2021-04-09"


# Found, said, settled


def test_one_number_in_two_files_is_said(tmp_path: Path) -> None:
    folder = written(tmp_path / "texts", scan=SCAN, word=BO, other=OTHER)
    report = build([folder], tmp_path / "store")
    store = open_store(tmp_path / "store")
    assert pair_rows(store) == [("scan.txt", "word.txt", "accepted")]
    assert found_by(store, "same-document") == [("scan.txt", "word.txt")]
    assert found_by(store, "alike-texts") == []
    (item,) = matters(store)
    assert item.sources == ("scan.txt", "word.txt")
    assert len(document_view(store, document_named(store, "10/KH-UBND").iri).texts) == 2
    assert remarks(report) == {"word.txt": "scan.txt"}


@pytest.mark.parametrize(
    ("chosen", "rows"),
    [(0, [("scan.txt", "word.txt", "confirmed")]), (-1, [])],
    ids=["one document", "two documents"],
)
def test_a_line_settles_two_files_of_one_number(
    tmp_path: Path, chosen: int, rows: list[tuple[str, ...]]
) -> None:
    folder = written(tmp_path / "texts", scan=SCAN, word=BO)
    build([folder], tmp_path / "store")
    (item,) = matters(open_store(tmp_path / "store"))
    store = rebuilt(folder, tmp_path / "store", settled(item.lines[chosen]))
    assert pair_rows(store) == rows
    assert matters(store) == []
    assert found_by(store, "same-document") == []


@pytest.mark.parametrize("texts", [{"draft": DRAFT}, {"scan": MISREAD}], ids=["draft", "misread"])
@pytest.mark.parametrize("chosen", [0, -1], ids=["one document", "two documents"])
def test_a_line_settles_two_files_that_say_the_same(
    tmp_path: Path, texts: dict[str, str], chosen: int
) -> None:
    folder = written(tmp_path / "texts", word=BO, other=OTHER, **texts)
    build([folder], tmp_path / "store")
    store = open_store(tmp_path / "store")
    (name,) = texts
    assert pair_rows(store) == [(f"{name}.txt", "word.txt", "proposed")]
    assert found_by(store, "alike-texts") == [(f"{name}.txt", "word.txt")]
    (item,) = matters(store)
    # Nothing is merged before a person says so.
    documents = store.state.documents
    store = rebuilt(folder, tmp_path / "store", settled(item.lines[chosen]))
    status, fewer = ("confirmed", 1) if chosen == 0 else ("rejected", 0)
    assert pair_rows(store) == [(f"{name}.txt", "word.txt", status)]
    assert store.state.documents == documents - fewer
    assert matters(store) == []
    assert found_by(store, "alike-texts") == found_by(store, "same-document") == []


def test_the_number_of_the_word_file_may_be_the_misread_one(tmp_path: Path) -> None:
    folder = written(tmp_path / "texts", word=BO, scan=MISREAD)
    build([folder], tmp_path / "store")
    (item,) = matters(open_store(tmp_path / "store"))
    assert len(item.lines) == 3
    store = rebuilt(folder, tmp_path / "store", settled(item.lines[1]))
    assert pair_rows(store) == [("scan.txt", "word.txt", "confirmed")]
    kept = item.lines[1].split(",")[5].partition("@")[0]
    assert len(document_view(store, document_named(store, kept).iri).texts) == 2


# The ledger, and the program without the libraries


def remarks(report: BuildReport) -> dict[str, str]:
    return {
        entry.name: warned.fields["of"]
        for entry in report.files
        for warned in entry.warnings
        if warned.code == "same-document"
    }


def test_the_ledger_names_the_other_file_in_every_build(tmp_path: Path) -> None:
    folder = written(tmp_path / "texts", scan=SCAN, word=BO, copy=BO, other=OTHER)
    directory = tmp_path / "store"
    report = build([folder], directory)
    states = Counter(entry.state for entry in report.files)
    assert states == {FileState.READ: 3, FileState.DUPLICATE: 1}
    said = remarks(report)
    assert said == remarks(build([folder], directory))
    assert set(said.values()) == {"copy.txt"}
    state = read_state(directory)
    assert state
    ledger = ledger_path(directory, state.graph)
    assert remarks(replace(report, files=Ledger.of(read_ledger(ledger)))) == said
    (folder / "scan.txt").unlink()
    assert remarks(build([folder], directory)) == {}


def test_without_the_libraries_one_number_is_said_and_no_likeness(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = written(tmp_path / "texts", word=BO, draft=DRAFT, other=OTHER, scan=SCAN)
    with monkeypatch.context() as patch:
        patch.setattr(pairs, "find_spec", lambda _: None)
        build([folder], tmp_path / "store")
        assert pair_rows(open_store(tmp_path / "store")) == [("scan.txt", "word.txt", "accepted")]
    build([folder], tmp_path / "store")
    found = pair_rows(open_store(tmp_path / "store"))
    assert ("scan.txt", "word.txt", "accepted") in found
    assert {row[2] for row in found if "draft.txt" in row} == {"proposed"}
