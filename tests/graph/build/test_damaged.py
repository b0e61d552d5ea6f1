"""A damaged or an older store: told by each command, and made anew by the next build."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from graph.build.allowed import Allowed
from graph.build.run import build
from graph.errors import (
    DamagedStore,
    OlderVersion,
)
from graph.opening import open_store
from tests.graph.build.conftest import numbers
from tests.graph.build.test_killed import build_and_die
from tests.graph.conftest import luocdo

pytestmark = pytest.mark.slow


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


def test_readings_that_a_failure_of_power_has_emptied_are_read_again(
    texts: Path, directory: Path
) -> None:
    build([texts], directory)
    readings = list((directory / "readings").rglob("*.json.gz"))
    before = {path: path.read_bytes() for path in readings}
    for path in readings:
        path.write_bytes(b"")
    assert luocdo("show", "69-KL/TU", "--store", directory).exit_code == 0
    rmtree(next((directory / "graphs").glob("*/dataset")))
    report = build([texts], directory)
    assert (report.read, report.unchanged) == (3, 0)
    assert {path: path.read_bytes() for path in readings} == before
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


def test_what_looks_as_it_did_is_summed_up_only_when_asked_for(
    texts: Path, directory: Path
) -> None:
    build([texts], directory)
    for file in directory.glob("graphs/*/dataset/*.sst"):
        before = file.stat()
        if before.st_size > 10_000:  # what is small is read when the dataset is opened
            file.write_bytes(b"\xff" * 16 + file.read_bytes()[16:])
            os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert build([texts], directory).rebuilt == ""
    told = luocdo("export", "-o", directory.parent / "all.nq", "--store", directory)
    assert "luocdo build --rehash" in told.stderr
    assert build([texts], directory, allowed=Allowed(rehash=True)).rebuilt == "damaged"
    assert numbers(directory, "69-KL/TU") == ["61-KH/HU"]


def test_a_store_that_was_moved_is_still_sound(texts: Path, directory: Path) -> None:
    build([texts], directory)
    moved = directory.with_name("moved")
    copytree(directory, moved)
    assert build([texts], moved).rebuilt == ""
