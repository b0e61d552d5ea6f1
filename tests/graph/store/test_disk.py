import json
import subprocess
import sys
from pathlib import Path

import pytest

from graph.errors import DamagedStore, NotAStore, OtherVersion, StoreBusy
from graph.opening import open_store
from graph.store.dataset import local_copy
from graph.store.disk import FORMAT, dataset_path, locked, read_state, read_text_files
from tests.graph.made import KH_61, KL_69, reading, store_of

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]


def test_a_store_is_opened_by_any_number_of_readers(tmp_path: Path) -> None:
    first = store_of(tmp_path, reading("a.txt", KH_61, [KL_69]))
    second = open_store(tmp_path)
    assert set(local_copy(first.dataset)) == set(local_copy(second.dataset))
    assert first.state.documents == 2


def test_a_directory_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(NotAStore, match="does not exist") as caught:
        open_store(tmp_path / "missing")
    assert not caught.value.exists
    assert not (tmp_path / "missing").exists()


def test_a_directory_that_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("notes", encoding="utf-8")
    with pytest.raises(NotAStore, match="is not a Luocdo store") as caught:
        open_store(tmp_path)
    assert caught.value.exists
    with pytest.raises(NotAStore):
        open_store(tmp_path / "notes.txt")


@pytest.mark.parametrize("found", [FORMAT + 1, 0, "1", None])
def test_a_store_of_another_version(tmp_path: Path, found: object) -> None:
    store_of(tmp_path, reading("a.txt", KH_61))
    state = json.loads((tmp_path / "store.json").read_text(encoding="utf-8"))
    (tmp_path / "store.json").write_text(json.dumps(state | {"format": found}), encoding="utf-8")
    with pytest.raises(OtherVersion) as caught:
        open_store(tmp_path)
    assert (caught.value.found, caught.value.expected) == (found, FORMAT)


@pytest.mark.parametrize("content", ["", "{", '{"format": 1}', '{"format": 1, "wrong": 2}'])
def test_a_store_whose_state_is_damaged(tmp_path: Path, content: str) -> None:
    store_of(tmp_path, reading("a.txt", KH_61))
    (tmp_path / "store.json").write_text(content, encoding="utf-8")
    with pytest.raises(DamagedStore, match=r"store\.json"):
        open_store(tmp_path)


def test_a_store_whose_dataset_is_lost(tmp_path: Path) -> None:
    store_of(tmp_path, reading("a.txt", KH_61))
    for path in dataset_path(tmp_path, "made").iterdir():
        path.unlink()
    with pytest.raises(DamagedStore):
        open_store(tmp_path)


def test_a_list_of_files_that_is_lost(tmp_path: Path) -> None:
    store_of(tmp_path, reading("a.txt", KH_61))
    (tmp_path / "graphs" / "made" / "texts.json").unlink()
    with pytest.raises(DamagedStore, match=r"texts\.json"):
        read_text_files(tmp_path, "made")


def test_one_build_at_a_time(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(StoreBusy), locked(tmp_path):
        pass
    with locked(tmp_path):
        assert read_state(tmp_path) is None


def test_the_lock_of_a_process_that_died_is_none(tmp_path: Path) -> None:
    code = (
        "import os, pathlib, signal\n"
        "from graph.store import locked\n"
        f"with locked(pathlib.Path({str(tmp_path)!r})):\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT)
    assert done.returncode != 0
    with locked(tmp_path):
        pass


@pytest.mark.parametrize("module", ["graph.ask.plans", "graph.ask.sparql", "graph.store.disk"])
def test_asking_a_question_loads_nothing_heavy(module: str) -> None:
    code = (
        f"import sys, {module}\n"
        "heavy = {'spacy', 'pyvis', 'networkx', 'rdflib', 'extract'} & set(sys.modules)\n"
        "if heavy: raise SystemExit(', '.join(sorted(heavy)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=ROOT
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_dataset_that_lost_a_file_is_told_as_damaged(tmp_path: Path) -> None:
    store = tmp_path / "store"
    store_of(store, reading("61.txt", KH_61, [KL_69]))
    for file in dataset_path(store, "made").glob("*.sst"):
        file.unlink()
    with pytest.raises(DamagedStore, match="luocdo build"):
        open_store(store)
