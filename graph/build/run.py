"""From files to a store: read what changed, settle identity over all texts, write a new graph."""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from shutil import rmtree

import extract
from graph.build.files import Input, from_store, inputs
from graph.build.readings import ReadingCache, code_version, reader_version
from graph.build.writing import write_graph
from graph.decisions.file import DecisionFile, Fault, read_decisions
from graph.errors import ImportedStore, NotAStore
from graph.read.decided import all_decided
from graph.store.disk import (
    IMPORTED,
    State,
    TextFile,
    dataset_path,
    locked,
    open_folder,
    read_decisions_path,
    read_files,
    read_state,
    readings_path,
    write_decisions_path,
    write_files,
    write_state,
)
from graph.values import Decided

_MANY = 64
"""From how many texts on it pays to start processes."""
_OURS = {"lock", "readings", "graphs", "store.draft"}
"""What a build that was stopped before its first graph was valid may have left in the folder."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Failure:
    """One file that could not be read; ``reason`` says why, and what to do about it."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, in files, and what the graph now holds.

    ``claims`` counts what texts state, inferred links not among it. ``decisions`` are those of
    people, applied or not, ``faults`` the lines of their file that are none.
    """

    read: int
    unchanged: int
    removed: int
    failures: tuple[Failure, ...]
    documents: int
    claims: int
    unresolved: int
    decisions: tuple[Decided, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one file: its text's hash, or why it could not be read."""

    sha: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Sources:
    """What a graph is made of: texts, and what people decided, with the file of the latter."""

    texts: tuple[TextFile, ...]
    decided: DecisionFile
    decisions: Path | None


def build(
    paths: Sequence[Path],
    directory: Path,
    *,
    decisions: Path | None = None,
    forget: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Bring the store in ``directory`` in line with the files under ``paths``.

    Folders are searched for texts; a file is read whatever its name ends in. Files that the store
    knows from an earlier build stay in it as long as they exist. Only texts that the store has not
    seen are read; where nothing changed nothing is written. ``progress`` is told how many texts of
    how many are done. A build that is stopped leaves the graph as it was. ``decisions`` is a file
    of what people decided; it is read again by every build, without being named again, until one
    is told to ``forget`` it.

    Raises NothingToRead, NotAStore (a folder that is in use for something else), OtherVersion,
    DamagedStore, ImportedStore, StoreBusy and DecisionsUnreadable, each before anything is changed.
    """
    _state(directory)
    inputs(paths, (), directory)
    with locked(directory):
        before = _state(directory)
        if before and before.reader == IMPORTED:
            raise ImportedStore(directory)
        earlier = read_files(directory, before.graph) if before else ()
        if decisions is None and before and not forget:
            decisions = read_decisions_path(directory, before.graph)
        decided = read_decisions(decisions) if decisions else DecisionFile("")
        cache = ReadingCache(readings_path(directory), reader_version())
        files = inputs(paths, earlier, directory)
        fresh, outcomes = _read(files, cache, progress)
        texts = tuple(
            TextFile(from_store(file.path, directory), file.name, outcome.sha)
            for file, outcome in zip(files, outcomes, strict=True)
            if outcome.sha
        )
        state = _written(_Sources(texts, decided, decisions), directory, cache, before)
        _clean(directory, state.graph, cache, {text.sha for text in texts})
    known = {(text.path, text.sha) for text in earlier}
    read = [text for text in texts if (text.path, text.sha) not in known or text.sha in fresh]
    return BuildReport(
        read=len(read),
        unchanged=len(texts) - len(read),
        removed=len({text.path for text in earlier} - {text.path for text in texts}),
        failures=tuple(
            Failure(os.fspath(file.typed), outcome.reason)
            for file, outcome in zip(files, outcomes, strict=True)
            if outcome.reason
        ),
        documents=state.documents,
        claims=state.claims,
        unresolved=state.unresolved,
        decisions=all_decided(open_folder(directory).dataset) if decided.decisions else (),
        faults=decided.faults,
    )


def _state(directory: Path) -> State | None:
    """Return the state of the store, None for one to be made; a folder in use is no store."""
    state = read_state(directory)
    if state is None and directory.exists() and not _free(directory):
        raise NotAStore(directory, exists=True)
    return state


def _free(directory: Path) -> bool:
    return directory.is_dir() and not {entry.name for entry in directory.iterdir()} - _OURS


def _read(
    files: Sequence[Input], cache: ReadingCache, progress: Progress | None
) -> tuple[set[str], list[_Outcome]]:
    """Read every text that has no reading; return their hashes, and what became of each file."""
    outcomes = [_loaded(file.path) for file in files]
    waiting: dict[str, int] = {}
    for place, outcome in enumerate(outcomes):
        if outcome.sha and outcome.sha not in waiting and not cache.has(outcome.sha):
            waiting[outcome.sha] = place
    done, total = len(files) - len(waiting), len(files)
    if progress:
        progress(done, total)
    places = list(waiting.values())
    fresh: set[str] = set()
    read = _readings([files[place].path for place in places], cache)
    for place, outcome in zip(places, read, strict=True):
        # The file may have changed, or gone, since its hash was taken.
        outcomes[place] = outcome
        fresh.add(outcome.sha)
        done += 1
        if progress:
            progress(done, total)
    return fresh, [
        outcome
        if not outcome.sha or cache.has(outcome.sha)
        else _Outcome(reason="the file changed while it was read; build again")
        for outcome in outcomes
    ]


def _loaded(path: Path) -> _Outcome:
    try:
        return _Outcome(extract.load(path).sha256)
    except extract.UnreadableTextError as error:
        return _Outcome(reason=f"{error.reason}; {error.remedy}")


def _readings(paths: Sequence[Path], cache: ReadingCache) -> Iterator[_Outcome]:
    if len(paths) < _MANY:
        yield from (_read_one(path, cache) for path in paths)
        return
    from loky import ProcessPoolExecutor

    # Those of the standard library run the caller's script anew, to its calling build() again.
    with ProcessPoolExecutor() as processes:
        yield from processes.map(_read_one, paths, [cache] * len(paths), chunksize=8)


def _read_one(path: Path, cache: ReadingCache) -> _Outcome:
    try:
        source = extract.load(path)
    except extract.UnreadableTextError as error:
        return _Outcome(reason=f"{error.reason}; {error.remedy}")
    return _Outcome(cache.save(extract.read(source)))


def _written(
    sources: _Sources, directory: Path, cache: ReadingCache, before: State | None
) -> State:
    """Write the graph of ``sources`` and make it the valid one, unless it is that already."""
    texts = sources.texts
    parts: list[object] = [sorted((text.sha, text.name) for text in texts), _versions(cache)]
    if sources.decided.decisions:
        decided = [asdict(decision) for decision in sources.decided.decisions]
        parts.append([sources.decided.name, decided])
    graph = sha256(json.dumps(parts).encode()).hexdigest()[:16]
    if before and before.graph == graph:
        if read_files(directory, graph) != texts:
            write_files(directory, graph, texts)
        _remember(sources.decisions, directory, graph)
        return before
    path = dataset_path(directory, graph)
    rmtree(path.parent, ignore_errors=True)
    path.mkdir(parents=True)
    state = write_graph(path, graph, texts, cache, sources.decided)
    write_files(directory, graph, texts)
    _remember(sources.decisions, directory, graph)
    write_state(directory, state)
    return state


def _remember(decisions: Path | None, directory: Path, graph: str) -> None:
    """Let later builds know of the file of decisions, where they do not know it already."""
    known = read_decisions_path(directory, graph)
    if known != (decisions.resolve() if decisions else None):
        path = from_store(decisions.resolve(), directory) if decisions else ""
        write_decisions_path(directory, graph, path)


def _versions(cache: ReadingCache) -> list[str]:
    return [cache.version, code_version("graph")]


def _clean(directory: Path, graph: str, cache: ReadingCache, shas: Iterable[str]) -> None:
    """Remove what no longer counts: other graphs, and readings of texts that are gone."""
    for folder in (directory / "graphs").iterdir():
        if folder.name != graph:
            rmtree(folder, ignore_errors=True)
    cache.keep_only(set(shas))
