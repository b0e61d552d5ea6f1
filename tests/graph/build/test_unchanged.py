"""What looks as it did is not opened again; what may have changed is, however it looks."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.build import new_graph, run, unchanged
from graph.build.allowed import Allowed
from graph.build.ledger import FileState
from graph.build.one_file import Outcome, known_outcome
from graph.build.readings import ReadingCache
from graph.build.run import BuildReport, build
from graph.build.seen.looks import Mark
from tests.extract.readers.word_files import packed
from tests.graph.build.test_ledger import TEXT, states
from tests.graph.conftest import luocdo

pytestmark = pytest.mark.slow

DECISIONS = """who,when,decision,subject,relation,object,text,why
A,2026-01-31,reject,61-KH/HU,implements,69-KL/TU,,thử
"""
OLD = 1_700_000_000


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in (61, 62):
        (folder / f"{number}.txt").write_text(TEXT.format(number=number), "utf-8")
    (folder / "all.zip").write_bytes(packed({"63.txt": TEXT.format(number=63)}))
    return folder


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of files that a build opens to see whether it knows them."""
    names: list[str] = []

    def seen(path: Path, cache: ReadingCache, allowed: Allowed) -> Outcome | None:
        names.append(path.name)
        return known_outcome(path, cache, allowed)

    monkeypatch.setattr(run, "known_outcome", seen)
    return names


def again(
    texts: Path,
    opened: list[str],
    *,
    decisions: Path | None = None,
    forget: bool = False,
    allowed: Allowed | None = None,
) -> BuildReport:
    opened.clear()
    store = texts.with_name("store")
    return build([texts], store, decisions=decisions, forget=forget, allowed=allowed)


def test_what_looks_as_it_did_is_not_opened(texts: Path, opened: list[str]) -> None:
    first = again(texts, opened)
    assert (first.made, sorted(opened)) == (True, ["61.txt", "62.txt", "all.zip"])
    second = again(texts, opened)
    assert (second.made, opened, second.unchanged, second.read) == (False, [], 3, 0)
    assert {entry.state for entry in second.files} == {FileState.UNCHANGED}
    assert [entry.name for entry in second.files] == [entry.name for entry in first.files]
    assert [second.documents, second.claims] == [first.documents, first.claims]
    third = again(texts, opened, allowed=Allowed(rehash=True))
    assert (third.made, len(opened)) == (False, 3)


def kept_times(path: Path, content: str) -> None:
    before = path.stat()
    path.write_text(content, "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def put_in_its_place(path: Path, content: str) -> None:
    other = path.with_name(".new")
    other.write_text(content, "utf-8")
    other.replace(path)


def packed_anew(path: Path, content: str) -> None:
    path.with_name("all.zip").write_bytes(packed({"63.txt": content}))


CHANGES = [
    pytest.param(kept_times, "61.txt", id="same size, and its time was put back"),
    pytest.param(put_in_its_place, "61.txt", id="another file of this name"),
    pytest.param(packed_anew, "all.zip", id="a file of an archive"),
]


@pytest.mark.parametrize(("change", "name"), CHANGES)
def test_what_changed_is_read_and_nothing_else_opened(
    texts: Path, opened: list[str], change: Callable[[Path, str], None], name: str
) -> None:
    again(texts, opened)
    change(texts / "61.txt", TEXT.format(number=99))
    report = again(texts, opened)
    assert (report.made, opened, report.read) == (True, [name], 1)
    assert again(texts, opened).made is False


def test_what_is_typed_otherwise_is_not_opened(
    texts: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    again(texts, opened)
    monkeypatch.chdir(texts.parent)
    report = again(Path("texts"), opened)
    assert (report.made, opened, report.unchanged) == (False, [], 3)
    paths = [entry.path for entry in report.files]
    assert paths == ["texts/61.txt", "texts/62.txt", "texts/all.zip/63.txt"]
    assert again(Path("texts"), opened).made is False
    assert opened == []


def test_lines_of_copies_tell_which_is_the_first(texts: Path, opened: list[str]) -> None:
    first, text = texts / "00.txt", TEXT.format(number=63)
    again(texts, opened)
    first.write_text(text, "utf-8")
    came = {entry.name: (entry.state.value, entry.of) for entry in again(texts, opened).files}
    assert came["all.zip/63.txt"] == ("duplicate", "00.txt")
    first.unlink()
    went = {entry.name: (entry.state.value, entry.of) for entry in again(texts, opened).files}
    assert went["all.zip/63.txt"] == ("unchanged", "")
    assert opened == []


def test_a_file_that_came_or_went_is_seen(texts: Path, opened: list[str]) -> None:
    again(texts, opened)
    (texts / "64.txt").write_text(TEXT.format(number=64), "utf-8")
    came = again(texts, opened)
    assert (came.made, opened, came.read) == (True, ["64.txt"], 1)
    (texts / "64.txt").unlink()
    went = again(texts, opened)
    assert (went.made, opened, went.removed) == (True, [], 1)


def test_what_else_decides_makes_the_store_anew(
    texts: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    again(texts, opened)
    decisions = texts.with_name("decisions.csv")
    decisions.write_text(DECISIONS, "utf-8")
    assert again(texts, opened, decisions=decisions).made
    assert opened == []
    assert again(texts, opened).made is False
    decisions.write_text(DECISIONS + DECISIONS.splitlines()[1].replace("61", "62"), "utf-8")
    assert again(texts, opened).made
    assert again(texts, opened).made is False
    assert again(texts, opened, forget=True).made
    monkeypatch.setattr(new_graph, "graph_version", lambda: "another")
    assert again(texts, opened).made
    assert opened == []
    monkeypatch.setattr(run, "reader_version", lambda: "another")
    assert (again(texts, opened).read, len(opened)) == (3, 3)


def test_other_options_open_what_was_left_out(texts: Path, opened: list[str]) -> None:
    (texts / "secret.txt").write_text(f"MẬT\n{TEXT.format(number=9)}", "utf-8")
    again(texts, opened)
    assert again(texts, opened).made is False
    assert opened == []
    assert again(texts, opened, allowed=Allowed(secret=True)).read == 1
    assert len(opened) == 4


def test_once_the_clock_ran_back_everything_is_opened(
    texts: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    again(texts, opened)
    with monkeypatch.context() as patched:
        patched.setattr(time, "time_ns", lambda: OLD * 10**9)
        again(texts, opened)
        assert len(opened) == 3


def test_a_time_that_is_yet_to_come_is_not_relied_on(texts: Path, opened: list[str]) -> None:
    ahead = time.time() + 10_000
    os.utime(texts / "61.txt", (ahead, ahead))
    again(texts, opened)
    assert again(texts, opened).made is False
    assert opened == ["61.txt"]


FIRM = [
    pytest.param((1, OLD * 10**9 + 1, 0, 1), OLD * 10**9 + 30_000_000, True, id="a tick ago"),
    pytest.param((1, OLD * 10**9 + 1, 0, 1), OLD * 10**9 + 9_000_000, False, id="the same tick"),
    pytest.param((1, OLD * 10**9, 0, 1), (OLD + 1) * 10**9, False, id="whole seconds, too young"),
    pytest.param((1, OLD * 10**9, 0, 1), (OLD + 2) * 10**9, True, id="whole seconds"),
    pytest.param((1, 1, OLD * 10**9 + 1, 1), OLD * 10**9, False, id="its time was put back"),
]


@pytest.mark.parametrize(("mark", "taken", "firm"), FIRM)
def test_a_mark_is_firm_when_the_clock_has_gone_on(mark: Mark, taken: int, *, firm: bool) -> None:
    assert unchanged._is_firm(mark, taken) is firm


def test_what_failed_is_tried_again(texts: Path, opened: list[str]) -> None:
    (texts / "empty.txt").write_bytes(b"")
    again(texts, opened)
    report = again(texts, opened)
    assert (opened, report.made, len(report.failures)) == (["empty.txt"], False, 1)


def test_what_waits_is_opened_once_its_program_is_installed(
    texts: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (texts / "a.rtf").write_bytes(b"{\\rtf1 61}")
    path = os.environ["PATH"]
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("extract.readers.office._USUAL_PLACES", ())
    assert states(again(texts, opened))["a.rtf"] == ("waits", "missing program")
    assert (again(texts, opened).made, opened) == (False, [])
    monkeypatch.setattr(unchanged, "is_installed", lambda _: True)
    again(texts, opened)
    monkeypatch.setenv("PATH", path)
    assert opened == ["a.rtf"]


@pytest.mark.parametrize("lost", ["looks.list", "files.jsonl"])
def test_a_lost_list_costs_one_look_at_each_file(texts: Path, opened: list[str], lost: str) -> None:
    again(texts, opened)
    next(texts.with_name("store").glob(f"graphs/*/{lost}")).write_text("[", "utf-8")
    assert again(texts, opened).made is False
    assert len(opened) == 3
    again(texts, opened)
    assert opened == []


def test_a_lost_reading_is_made_anew(texts: Path, opened: list[str]) -> None:
    again(texts, opened)
    next(texts.with_name("store").glob("readings/*/??/*.json.gz")).unlink()
    assert (again(texts, opened).read, len(opened)) == (1, 1)


def test_the_command_says_that_nothing_changed(texts: Path) -> None:
    arguments = ("build", texts, "--store", texts.with_name("store"), "--lang", "en")
    sentence = "Nothing has changed since the last build; the store stays as it is."
    assert sentence not in luocdo(*arguments).stderr
    told = luocdo(*arguments, "--rehash")
    assert (told.exit_code, told.stderr.count(sentence)) == (0, 1)
