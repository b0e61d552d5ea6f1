"""From files to a store: read what changed, settle identity over all texts, write a new graph."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from shutil import rmtree

from pyoxigraph import Store

from graph.build.allowed import Allowed
from graph.build.earlier import Earlier, Rebuilt, earlier_in
from graph.build.files import Input, from_store, inputs
from graph.build.ledger import Entry, FileState, as_unchanged, write_ledger
from graph.build.ledger_lines import lines_of
from graph.build.one_file import Outcome, known_outcome
from graph.build.readings import (
    DamagedReadingError,
    ReadingCache,
    graph_version,
    reader_version,
)
from graph.build.workers import read_files
from graph.build.writing import write_graph
from graph.decisions.file import DecisionFile, Fault, read_decisions
from graph.likeness.pairs import can_compare
from graph.read.decided import all_decided
from graph.read.text_pairs import first_texts
from graph.store.disk import (
    State,
    TextFile,
    dataset_path,
    ledger_path,
    locked,
    open_folder,
    read_decisions_path,
    read_text_files,
    readings_path,
    write_decisions_path,
    write_files,
    write_state,
)
from graph.store.soundness import write_sums
from graph.tables.database import tables_path
from graph.tables.writing import write_tables
from graph.values import Decided
from graph.words.file_sentences import reason
from graph.words.sentences import Language

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Failure:
    """One file that could not be read; ``reason`` says why, and what to do about it."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did, in files, and what the graph now holds.

    ``claims`` counts what texts state, inferred links not among it. ``decisions`` are those of
    people, applied or not, ``faults`` the lines of their file that are none. ``files`` is the
    ledger: a line for each file, read or not. ``rebuilt`` tells why the store had to be built again
    from its files: it was "older" than this version, or "damaged".
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
    files: tuple[Entry, ...] = field(default=(), repr=False)
    rebuilt: str = ""


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
    allowed: Allowed | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Bring the store in ``directory`` in line with the files under ``paths``.

    Folders are searched whole, and each file of them has a line in the ledger. Files that the
    store knows from an earlier build stay in it as long as they exist. Only what the store has not
    seen is read; where nothing changed nothing is written. A store of an older version, or one
    that is damaged, is built again from its files. ``allowed`` limits what one file may cost.
    ``progress`` is told how many files of how many are done. A build that is stopped leaves the
    graph as it was. ``decisions`` is a file of what people decided; it is read again by every
    build, without being named again, until one is told to ``forget`` it.

    Raises NothingToRead, NotAStore (a folder that is in use for something else), OtherVersion,
    DamagedStore, ImportedStore, StoreBusy and DecisionsUnreadable, each before anything is changed.
    """
    allowed = allowed or Allowed()
    earlier_in(directory)
    inputs(paths, (), directory)
    with locked(directory):
        earlier = earlier_in(directory)
        if decisions is None and not forget:
            decisions = earlier.decisions
        decided = read_decisions(decisions) if decisions else DecisionFile("")
        cache = ReadingCache(readings_path(directory), reader_version())
        found = inputs(paths, earlier.texts, directory)
        while True:
            outcomes = list(_unpacked(found.files, _read(found.files, cache, allowed, progress)))
            texts = tuple(
                TextFile(from_store(file.path, directory), file.name, outcome.sha, member)
                for file, member, outcome in outcomes
                if outcome.sha
            )
            try:
                state = _written(_Sources(texts, decided, decisions), directory, cache, earlier)
                break
            except DamagedReadingError:
                continue  # it is gone, so that its text is read anew
        further = first_texts(open_folder(directory).dataset)
        entries = (*lines_of(outcomes, earlier.lines, further), *found.passed)
        if as_unchanged(entries) != as_unchanged(earlier.lines) or state is not earlier.state:
            write_ledger(ledger_path(directory, state.graph), entries)
        _clean(directory, state.graph, cache, {text.sha for text in texts})
    return _report(state, texts, earlier, entries, decided, directory)


def _report(
    state: State,
    texts: Sequence[TextFile],
    earlier: Earlier,
    entries: tuple[Entry, ...],
    decided: DecisionFile,
    directory: Path,
) -> BuildReport:
    known = {(text.path, text.sha) for text in earlier.texts}
    fresh = {entry.text for entry in entries if entry.state is FileState.READ}
    read = [text for text in texts if (text.path, text.sha) not in known or text.sha in fresh]
    return BuildReport(
        read=len(read),
        unchanged=len(texts) - len(read),
        removed=len({text.path for text in earlier.texts} - {text.path for text in texts}),
        failures=tuple(
            Failure(entry.path, reason(Language.EN, entry.code, entry.fields))
            for entry in entries
            if entry.state is FileState.FAILED
        ),
        documents=state.documents,
        claims=state.claims,
        unresolved=state.unresolved,
        decisions=all_decided(open_folder(directory).dataset) if decided.decisions else (),
        faults=decided.faults,
        files=entries,
        rebuilt=earlier.rebuilt.value,
    )


def _read(
    files: Sequence[Input], cache: ReadingCache, allowed: Allowed, progress: Progress | None
) -> list[Outcome]:
    """Read every file that has no reading, and return what became of each file."""
    outcomes = [known_outcome(file.path, cache, allowed) for file in files]
    waiting = [index for index, outcome in enumerate(outcomes) if outcome is None]
    total = len(files)
    done = total - len(waiting)
    if progress:
        progress(done, total)

    def more(count: int) -> None:
        nonlocal done
        done += count
        if progress:
            progress(done, total)

    read = read_files([files[index] for index in waiting], cache, allowed, more)
    fresh = dict(zip(waiting, read, strict=True))
    return [fresh[index] if outcome is None else outcome for index, outcome in enumerate(outcomes)]


def _unpacked(
    files: Iterable[Input], outcomes: Iterable[Outcome]
) -> Iterator[tuple[Input, str, Outcome]]:
    """Yield each file with its outcome; for an archive each file in it, with its name there."""
    for file, outcome in zip(files, outcomes, strict=True):
        if not outcome.members:
            yield file, "", outcome
        for member, inside in outcome.members:
            yield Input(file.path, f"{file.name}/{member}", file.typed / member), member, inside


def _written(sources: _Sources, directory: Path, cache: ReadingCache, earlier: Earlier) -> State:
    """Write the graph of ``sources`` and make it the valid one, unless it is that already."""
    texts = sources.texts
    parts: list[object] = [sorted((text.sha, text.name) for text in texts), _versions(cache)]
    if sources.decided.decisions:
        decided = [asdict(decision) for decision in sources.decided.decisions]
        parts.append([sources.decided.name, decided])
    graph = sha256(json.dumps(parts).encode()).hexdigest()[:16]
    before = earlier.state
    if before and before.graph == graph and earlier.rebuilt is Rebuilt.NO:
        if read_text_files(directory, graph) != texts:
            write_files(directory, graph, texts)
        _remember(sources.decisions, directory, graph)
        return before
    path = dataset_path(directory, graph)
    # What is known of a damaged graph of this name stays until it is whole: a stop loses nothing.
    draft = path.with_name("draft")
    rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    state = write_graph(draft, graph, texts, cache, sources.decided)
    tables = tables_path(directory, graph)
    beside = tables.with_name("draft.sqlite")
    write_tables(beside, Store.read_only(str(draft)), cache.source)
    rmtree(path, ignore_errors=True)
    draft.rename(path)
    beside.replace(tables)
    write_sums(path)
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
    compared = "texts compared" if can_compare() else "texts not compared"
    return [cache.version, graph_version(), compared]


def _clean(directory: Path, graph: str, cache: ReadingCache, shas: Iterable[str]) -> None:
    """Remove what no longer counts: other graphs, and readings of texts that are gone."""
    for folder in (directory / "graphs").iterdir():
        if folder.name != graph:
            rmtree(folder, ignore_errors=True)
    cache.keep_only(set(shas))
