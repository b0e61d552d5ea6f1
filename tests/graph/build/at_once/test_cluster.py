"""A build by the workers of a Dask scheduler gives the store that one machine gives."""

import os
import signal
from collections.abc import Callable, Generator, Iterator
from contextlib import nullcontext
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from distributed import LocalCluster

from graph.build.allowed import Allowed
from graph.build.at_once import cluster as clusters
from graph.build.at_once import hearing, kept_workers, parts, workers
from graph.build.at_once.pieces import in_order
from graph.build.run import BuildReport, build
from graph.errors import ClusterFailed
from graph.opening import open_store
from graph.store.dataset import local_copy
from tests.graph.build.test_ledger import TEXT, states
from tests.graph.conftest import luocdo

pytestmark = pytest.mark.slow

NUMBERS = range(60, 72)
SENTENCE = "Thực hiện Kế hoạch số 5-KH/HU, ngày 05/6/2021 của Huyện ủy về dân vận. "


def on_two_workers(count: int = 2) -> LocalCluster:
    return LocalCluster(
        n_workers=count, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0"
    )


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """A scheduler on this machine with two workers, each a process."""
    with on_two_workers() as running:
        yield running


@pytest.fixture
def handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few texts are handed out as many are, three at a time."""
    for module in (kept_workers, workers):
        monkeypatch.setattr(module, "_FEW", 2)
    for module in (parts, hearing, clusters):
        monkeypatch.setattr(module, "_BATCH", 3)


def written(folder: Path) -> Path:
    folder.mkdir()
    for number in NUMBERS:
        (folder / f"{number}.txt").write_text(TEXT.format(number=number), "utf-8")
    return folder


def lines_of(store: Path) -> list[str]:
    """Return what a store holds, but for when its texts were read."""
    quads = local_copy(open_store(store).dataset)
    return sorted(str(quad) for quad in quads if "endedAtTime" not in quad.predicate.value)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the store holds that one process makes of the same texts."""
    folder = tmp_path_factory.mktemp("alone")
    build([written(folder / "texts")], folder / "store", allowed=Allowed(jobs=1))
    return lines_of(folder / "store")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    return written(tmp_path / "texts")


def kill_one(cluster: LocalCluster) -> None:
    os.kill(cluster.workers[0].pid, signal.SIGKILL)


@pytest.mark.usefixtures("handed_out")
def test_the_store_is_that_of_one_machine(
    texts: Path, tmp_path: Path, cluster: LocalCluster, alone: list[str]
) -> None:
    store, address = tmp_path / "store", cluster.scheduler_address
    result = luocdo("build", texts, "--store", store, "--scheduler", address, "--lang", "en")
    assert result.exit_code == 0, result.stderr
    assert lines_of(store) == alone
    assert len(list((store / "readings").iterdir())) == 1, "nothing else is left beside readings"
    assert not build([texts], store).made, "one machine goes on where many have been"


def at_reading(
    texts: Path, store: Path, allowed: Allowed, kill: Callable[[], None], _: pytest.MonkeyPatch
) -> BuildReport:
    """Build, and kill when a part of the texts has been read."""
    killed: list[int] = []

    def progress(done: int, of: int) -> None:
        if 0 < done < of and not killed:
            killed.append(done)
            kill()

    report = build([texts], store, allowed=allowed, progress=progress)
    assert killed
    return report


def at_identity(
    texts: Path,
    store: Path,
    allowed: Allowed,
    kill: Callable[[], None],
    patched: pytest.MonkeyPatch,
) -> BuildReport:
    """Build, and kill when some of the texts have told what identity needs of them."""
    kill_when_some_came(hearing, kill, patched)
    return build([texts], store, allowed=allowed)


def at_writing(
    texts: Path,
    store: Path,
    allowed: Allowed,
    kill: Callable[[], None],
    patched: pytest.MonkeyPatch,
) -> BuildReport:
    """Build, and kill when a part of the facts has come."""
    kill_when_some_came(parts, kill, patched)
    return build([texts], store, allowed=allowed)


def kill_when_some_came(
    module: ModuleType, kill: Callable[[], None], patched: pytest.MonkeyPatch
) -> None:
    def killing(*given: Any) -> Generator[Any, None, None]:
        for index, done in enumerate(in_order(*given)):
            if index == 0:
                kill()
            yield done

    patched.setattr(module, "in_order", killing)


@pytest.mark.usefixtures("handed_out")
@pytest.mark.parametrize("build_so", [at_reading, at_identity, at_writing])
def test_a_worker_that_is_killed_costs_its_tasks_only(
    texts: Path,
    tmp_path: Path,
    cluster: LocalCluster,
    alone: list[str],
    build_so: Callable[..., BuildReport],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    allowed = Allowed(scheduler=cluster.scheduler_address)
    store = tmp_path / "store"
    report = build_so(texts, store, allowed, lambda: kill_one(cluster), monkeypatch)
    assert (report.read, report.failures) == (len(NUMBERS), ())
    assert lines_of(store) == alone


def test_a_text_that_ends_workers_costs_itself_alone(
    texts: Path, tmp_path: Path, cluster: LocalCluster, alone: list[str]
) -> None:
    (texts / "long.txt").write_text(TEXT.format(number=1) + SENTENCE * 60_000, "utf-8")
    allowed = Allowed(scheduler=cluster.scheduler_address, seconds=1)
    found = states(build([texts], tmp_path / "store", allowed=allowed))
    assert found.pop("long.txt") == ("failed", "limits")
    assert set(found.values()) == {("read", "")}
    assert lines_of(tmp_path / "store") == alone


def test_a_scheduler_that_is_lost_leaves_the_store_as_it_was(
    texts: Path, tmp_path: Path, alone: list[str], request: pytest.FixtureRequest
) -> None:
    store = tmp_path / "store"
    build([texts], store, allowed=Allowed(jobs=1))
    for number in NUMBERS:
        (texts / f"{number}.txt").write_text(TEXT.format(number=number + 50), "utf-8")
    # It is still being read when the others are, so that the scheduler goes while there is work.
    (texts / "long.txt").write_text(TEXT.format(number=1) + SENTENCE * 60_000, "utf-8")
    request.getfixturevalue("handed_out")
    with on_two_workers() as lost:

        def lose(done: int, _: int) -> None:
            if done:
                lost.close()

        with pytest.raises(ClusterFailed) as caught:
            build([texts], store, allowed=Allowed(scheduler=lost.scheduler_address), progress=lose)
    assert caught.value.reason.code == "cluster: lost"
    assert lines_of(store) == alone


def unlike(code: str, patched: pytest.MonkeyPatch, folder: Path) -> None:
    """Let the workers be what ``code`` says of them."""
    if code == "cluster: another version":
        patched.setattr(clusters, "_version", lambda: "another")
    else:
        elsewhere = nullcontext(str(folder / "elsewhere"))
        patched.setattr(clusters, "TemporaryDirectory", lambda **_: elsewhere)


@pytest.mark.usefixtures("handed_out")
@pytest.mark.parametrize("code", ["cluster: another version", "cluster: other files"])
def test_workers_that_would_make_another_store_are_refused(
    code: str, texts: Path, tmp_path: Path, cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlike(code, monkeypatch, tmp_path)
    with pytest.raises(ClusterFailed) as caught:
        build([texts], tmp_path / "store", allowed=Allowed(scheduler=cluster.scheduler_address))
    assert caught.value.reason.code == code


@pytest.mark.usefixtures("handed_out")
def test_a_scheduler_without_workers_is_told_of(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "_PATIENCE", 0.5)
    with on_two_workers(count=0) as empty:
        allowed = Allowed(scheduler=empty.scheduler_address)
        with pytest.raises(ClusterFailed, match="run on each machine: dask worker tcp://"):
            build([texts], tmp_path / "store", allowed=allowed)


def test_where_no_scheduler_is_one_is_missed(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = ("build", texts, "--store", tmp_path / "store", "--lang", "en")
    with monkeypatch.context() as patched:
        patched.setattr(clusters, "_PATIENCE", 0.5)
        patched.setattr(workers, "_FEW", 2)
        result = luocdo(*given, "--scheduler", "tcp://127.0.0.1:9")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "tcp://127.0.0.1:9: nothing answers" in result.stderr
    assert luocdo(*given).exit_code == 0


@pytest.mark.parametrize("address", ["10.0.0.5:8786", "http://10.0.0.5:8786", "tcp://10.0.0.5"])
def test_what_is_no_address_of_a_scheduler_is_refused(
    address: str, texts: Path, tmp_path: Path
) -> None:
    given = ("build", texts, "--store", tmp_path / "store", "--scheduler", address)
    result = luocdo(*given, "--lang", "en")
    assert result.exit_code == 2
    assert "expected tcp://HOST:PORT" in result.stderr
    assert not (tmp_path / "store").exists()


def test_without_the_library_it_is_said_what_to_install(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "find_spec", lambda _: None)
    given = ("build", texts, "--store", tmp_path / "store")
    result = luocdo(*given, "--scheduler", "tcp://127.0.0.1:9")
    assert result.exit_code == 2
    assert "pip install 'luocdo[dask]'" in result.stderr
    assert not (tmp_path / "store").exists()
