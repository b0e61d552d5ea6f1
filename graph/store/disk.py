"""The store on disk: a directory with the graph, and what is needed to build it again.

A store may also be the graph on a server (``graph.server.publish``); what follows is of those on
disk.

One small file says which graph is the valid one. A new graph is written beside the old and becomes
valid when that file is replaced, so whoever reads sees the one or the other, whole; what a build
that was stopped has left behind is never looked at.

    store.json             format, versions, name of the valid graph, counts
    graphs/NAME/dataset    Oxigraph, never written again once it is valid
    graphs/NAME/tables.sqlite   what is counted and searched (``graph.tables.database``)
    graphs/NAME/index.sqlite    by which few texts are brought in line (``graph.build.renewal``)
    graphs/NAME/soundness.json  whether its files are as written (``graph.store.soundness``)
    graphs/NAME/origin.json     the graph that it was made out of (``graph.store.origin``)
    graphs/NAME/texts.json the files that it was built from (``graph.store.text_files``)
    graphs/NAME/files.jsonl     what became of each file (``graph.build.ledger``)
    graphs/NAME/looks.list      how each file looked when it was read (``graph.build.unchanged``)
    graphs/NAME/decisions.json  the file of decisions, where there is one
    graphs/NAME/expected.json   the list of who owes what, where there is one
    readings/              what each text says (``graph.build.readings``)
"""

import json
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Literal

import pyoxigraph as ox

from graph.errors import DamagedStore, NotAStore, OlderVersion, OtherVersion, StoreBusy
from graph.store.dataset import Dataset
from graph.store.text_files import TextFile, TextFiles, listed_files, opens_as_list
from graph.whole_files import make_all_lasting, make_lasting, write_whole

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

DEFAULT_DIRECTORY = Path(".luocdo")
FORMAT = 1
"""Counts up when an older reader could no longer make sense of the store."""

IMPORTED = "imported"
"""The reader of a graph that was not read from texts here, but from a file of quads."""

_STATE = "store.json"
_TRIES = 3


@dataclass(frozen=True, slots=True)
class State:
    """Which graph of a store is valid, what made it, and how much it holds.

    ``reader`` is the version of the rules that read the texts, ``graph`` the name of the graph.
    """

    graph: str
    reader: str
    documents: int
    claims: int
    unresolved: int


@dataclass(frozen=True, slots=True)
class GraphStore:
    """An open store, for reading only; the dataset stays as it is while it is open."""

    directory: Path
    state: State
    dataset: Dataset


def open_folder(directory: Path) -> GraphStore:
    """Open the store in ``directory``; any number may read it.

    Raises NotAStore, OtherVersion, or DamagedStore where its files cannot be read.
    """
    reason = ""
    for _ in range(_TRIES):
        state = read_state(directory)
        if state is None:
            raise NotAStore(directory, exists=directory.is_dir())
        try:
            dataset = ox.Store.read_only(str(dataset_path(directory, state.graph)))
        except (OSError, RuntimeError) as error:
            # A build may have replaced the graph since its name was read, or its writer may just be
            # ending, and put the files of the dataset in order.
            reason = str(error)
            continue
        return GraphStore(directory, state, dataset)
    raise DamagedStore(directory, reason)


def read_state(directory: Path) -> State | None:
    """Return what ``directory`` says of its graph, None where it is no store.

    Raises OtherVersion (OlderVersion where it is that), DamagedStore.
    """
    try:
        content = (directory / _STATE).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        value = json.loads(content)
    except ValueError as error:
        raise DamagedStore(directory, f"{_STATE}: {error}") from error
    found = value.pop("format", None) if isinstance(value, dict) else None
    if isinstance(found, int) and found < FORMAT:
        raise OlderVersion(directory, found, FORMAT)
    if found != FORMAT:
        raise OtherVersion(directory, found, FORMAT)
    try:
        return State(**value)
    except TypeError as error:
        raise DamagedStore(directory, f"{_STATE}: {error}") from error


def write_state(directory: Path, state: State) -> None:
    """Make the graph that ``state`` names the valid one; the disk has to hold it by then."""
    _replace(directory / _STATE, {"format": FORMAT} | asdict(state))
    make_lasting(directory)


def settle_graph(directory: Path, graph: str) -> None:
    """Return when the disk holds the whole graph, so that it may become the valid one."""
    make_all_lasting(directory / "graphs" / graph)
    make_lasting(directory / "graphs")


def dataset_path(directory: Path, graph: str) -> Path:
    """Return where the dataset of a graph lies."""
    return directory / "graphs" / graph / "dataset"


def ledger_path(directory: Path, graph: str) -> Path:
    """Return where the ledger of the files lies that a graph was built from."""
    return directory / "graphs" / graph / "files.jsonl"


def readings_path(directory: Path) -> Path:
    """Return where the readings of a store lie."""
    return directory / "readings"


def texts_path(directory: Path, graph: str) -> Path:
    """Return where the list of the files lies that a graph was built from."""
    return directory / "graphs" / graph / "texts.json"


def read_text_files(directory: Path, graph: str) -> tuple[TextFile, ...]:
    """Return the files that a graph was built from; DamagedStore where the list is lost."""
    path = texts_path(directory, graph)
    try:
        return tuple(TextFile(**item) for item in json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError) as error:
        raise DamagedStore(directory, f"{path.name}: {error}") from error


def files_of_texts(directory: Path, graph: str, shas: Collection[str]) -> tuple[TextFile, ...]:
    """Return those of the same files that hold some texts, in order; other entries are not read.

    Raises DamagedStore where the list is lost.
    """
    path = texts_path(directory, graph)
    try:
        with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
            if opens_as_list(content):
                return tuple(listed_files(content, shas))
    except (OSError, ValueError, TypeError) as error:
        raise DamagedStore(directory, f"{path.name}: {error}") from error
    # Earlier versions wrote it otherwise.
    return tuple(file for file in read_text_files(directory, graph) if file.sha in shas)


def write_files(directory: Path, graph: str, texts: TextFiles) -> None:
    """Write the list of the files that a graph is built from."""
    write_whole(texts_path(directory, graph), texts.written)


def read_decisions_path(
    directory: Path, graph: str, kind: Literal["decisions", "expected"] = "decisions"
) -> Path | None:
    """Return the file of decisions that a graph was built with, None where there was none.

    ``expected`` is the list of who owes what.
    """
    try:
        content = json.loads(_decisions_path(directory, graph, kind).read_bytes())
        return Path(directory, content["path"]).resolve()
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise DamagedStore(directory, f"{kind}.json: {error}") from error


def write_decisions_path(
    directory: Path,
    graph: str,
    path: str,
    kind: Literal["decisions", "expected"] = "decisions",
) -> None:
    """Remember the file of decisions, where it lies from the store; forget it where none is."""
    if not path:
        _decisions_path(directory, graph, kind).unlink(missing_ok=True)
        return
    _replace(_decisions_path(directory, graph, kind), {"path": path})


def _decisions_path(directory: Path, graph: str, kind: str) -> Path:
    return directory / "graphs" / graph / f"{kind}.json"


@contextmanager
def locked(directory: Path) -> Iterator[None]:
    """Keep other builds out of ``directory``, which is made if need be; StoreBusy where one runs.

    The system lets go of the lock when the process ends, however it ends.
    """
    directory.mkdir(parents=True, exist_ok=True)
    with (directory / "lock").open("a+b") as lock:
        try:
            if sys.platform == "win32":
                msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StoreBusy(directory) from error
        yield


def _replace(path: Path, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=0)
    write_whole(path, text.encode("utf-8", "surrogatepass"))
