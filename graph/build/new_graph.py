"""A new graph beside the old one: it becomes the valid one when all of it is on the disk.

Whatever happens before that leaves the store as it was: the process may be killed, the disk may be
full, the power may fail.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from shutil import rmtree
from typing import Literal

from pyoxigraph import Store

from graph.build.earlier import Earlier, Rebuilt
from graph.build.files import from_store
from graph.build.ledger import Entry, as_unchanged, write_ledger
from graph.build.readings import ReadingCache, graph_version
from graph.build.unchanged import Marks, digest, write_marks
from graph.build.writing import write_graph
from graph.decisions.file import DecisionFile
from graph.likeness.pairs import can_compare
from graph.read.text_pairs import first_texts
from graph.store.disk import (
    State,
    TextFile,
    dataset_path,
    ledger_path,
    open_folder,
    read_decisions_path,
    read_text_files,
    settle_graph,
    write_decisions_path,
    write_files,
    write_state,
)
from graph.store.soundness import write_sums
from graph.tables.database import tables_path
from graph.tables.writing import write_tables
from graph.whole_files import make_lasting

Lines = Callable[[Mapping[str, str]], tuple[Entry, ...]]
"""Gives the ledger; it is told for each further text of a document the one that comes first."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a graph is made of: texts, and what people decided, with the files of the latter.

    ``marks`` are those of the files that were looked at.
    """

    texts: tuple[TextFile, ...]
    decided: DecisionFile
    decisions: Path | None
    expected: Path | None
    marks: Marks


def bring_in_line(
    sources: Sources,
    directory: Path,
    cache: ReadingCache,
    earlier: Earlier,
    lines: Lines,
    jobs: int,
) -> tuple[State, tuple[Entry, ...]]:
    """Make the graph of ``sources`` the valid one, unless it is that, and return it and its ledger.

    Raises OSError where something cannot be written, and DamagedReadingError; then the store is as
    it was.
    """
    graph, before = _name_of(sources, cache), earlier.state
    if before is None or before.graph != graph or earlier.rebuilt is not Rebuilt.NO:
        if before and earlier.rebuilt is Rebuilt.NO:
            remove_others(directory, before.graph)
        return _replaced(sources, directory, cache, graph, lines, jobs)
    if read_text_files(directory, graph) != sources.texts:
        write_files(directory, graph, sources.texts)
    _remember(sources, directory, graph)
    entries = lines(first_texts(open_folder(directory).dataset))
    if as_unchanged(entries) != as_unchanged(earlier.lines):
        write_ledger(ledger_path(directory, graph), entries)
    write_marks(directory, graph, sources.marks)
    make_lasting(dataset_path(directory, graph).parent)
    return before, entries


def remove_others(directory: Path, graph: str) -> None:
    """Remove the graphs that no longer count, and what builds have left that were stopped."""
    for folder in (directory / "graphs").iterdir():
        if folder.name != graph:
            rmtree(folder, ignore_errors=True)


def _name_of(sources: Sources, cache: ReadingCache) -> str:
    """Return the name of the graph of ``sources``: the same for the same, and for no other."""
    texts = sorted((text.sha, text.name) for text in sources.texts)
    return digest(texts, cache.version, making_terms(sources.decided))


def making_terms(decided: DecisionFile, *files: Path | None) -> str:
    """Return one text for all that decides, beside the readings of texts, what a graph holds.

    Where the ``files`` of what people decided are told the text stands for which ones these are.
    """
    compared = "texts compared" if can_compare() else "texts not compared"
    decisions = [asdict(decision) for decision in decided.decisions]
    name = decided.name if decisions else ""
    paths = [str(file.resolve()) if file else "" for file in files]
    return digest(graph_version(), compared, decisions, name, paths)


def _replaced(
    sources: Sources, directory: Path, cache: ReadingCache, graph: str, lines: Lines, jobs: int
) -> tuple[State, tuple[Entry, ...]]:
    path = dataset_path(directory, graph)
    # What is known of a damaged graph of this name stays until it is whole: a stop loses nothing.
    draft, beside = path.with_name("draft"), path.with_name("draft.sqlite")
    try:
        _remove(draft, beside)
        draft.mkdir(parents=True)
        state = write_graph(draft, graph, sources.texts, cache, sources.decided, jobs=jobs)
        dataset = Store.read_only(str(draft))
        write_tables(beside, dataset, cache.source)
        entries = lines(first_texts(dataset))
        del dataset
        rmtree(path, ignore_errors=True)
        draft.rename(path)
        beside.replace(tables_path(directory, graph))
    finally:
        _remove(draft, beside)
    write_sums(path)
    write_files(directory, graph, sources.texts)
    _remember(sources, directory, graph)
    write_ledger(ledger_path(directory, graph), entries)
    write_marks(directory, graph, sources.marks)
    settle_graph(directory, graph)
    write_state(directory, state)
    return state, entries


def _remove(draft: Path, beside: Path) -> None:
    rmtree(draft, ignore_errors=True)
    beside.unlink(missing_ok=True)


def _remember(sources: Sources, directory: Path, graph: str) -> None:
    """Let later builds know of the files of decisions, where they do not know them already."""
    kinds: tuple[tuple[Literal["decisions", "expected"], Path | None], ...] = (
        ("decisions", sources.decisions),
        ("expected", sources.expected),
    )
    for kind, file in kinds:
        known = read_decisions_path(directory, graph, kind)
        if known != (file.resolve() if file else None):
            path = from_store(file.resolve(), directory) if file else ""
            write_decisions_path(directory, graph, path, kind)
