"""A new graph beside the old one: it becomes the valid one when all of it is on the disk.

Whatever happens before that leaves the store as it was: the process may be killed, the disk may be
full, the power may fail.
"""

from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from shutil import rmtree
from typing import Literal

from pyoxigraph import Store

from graph.build.at_once.runner import Runner
from graph.build.at_once.words import HandedOver, Words, words_beside
from graph.build.earlier import Earlier, Rebuilt
from graph.build.ledger import Ledger, write_ledger
from graph.build.readings import ReadingCache
from graph.build.renewal.drafts import Drafts, drafts_of
from graph.build.renewal.index import Index, index_path
from graph.build.renewal.renewing import Renewed, renewed, terms_of
from graph.build.renewal.terms import NotSureError, Texts
from graph.build.seen.known import Marks, write_marks
from graph.build.seen.ways import from_store
from graph.build.unchanged import digest
from graph.build.writing import Aside, put_in_order, write_graph
from graph.decisions.file import DecisionFile
from graph.likeness.pairs import can_compare
from graph.read.garbage import garbage_kept
from graph.store.disk import (
    State,
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
from graph.store.origin import write_origin
from graph.store.soundness import write_sums
from graph.store.stated_once import first_texts
from graph.store.text_files import Names, TextFiles
from graph.store.versions import graph_version
from graph.tables.database import tables_path
from graph.tables.writing import Beside, write_tables
from graph.whole_files import make_lasting

FEWEST = 100
"""From how many texts on it pays to keep what is needed to bring a graph in line."""
MANY = 1_000
"""From how many texts on it pays to put the files of a dataset in order, and to have helpers."""
DECIDED_AFTERWARDS = 1_000
"""From how many texts on decisions are applied to a graph that is made without them.

What a decision means is then read of the texts that it is about, not of all.
"""
Lines = Callable[[Mapping[str, str]], Ledger]
"""Gives the ledger; it is told for each further text of a document the one that comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What a graph is made of: texts, and what people decided, with the files of the latter.

    ``marks`` are those of the files that were looked at, ``anew`` the hashes of the texts that
    were read in this build.
    """

    texts: TextFiles
    decided: DecisionFile
    decisions: Path | None
    expected: Path | None
    marks: Marks
    anew: frozenset[str]


def bring_in_line(
    sources: Sources,
    directory: Path,
    cache: ReadingCache,
    earlier: Earlier,
    lines: Lines,
    runner: Runner,
) -> tuple[State, Ledger]:
    """Make the graph of ``sources`` the valid one, unless it is that, and return it and its ledger.

    Raises OSError where something cannot be written, and DamagedReadingError; then the store is as
    it was.
    """
    graph, before = _name_of(sources, cache), earlier.state
    if before is None or before.graph != graph or earlier.rebuilt is not Rebuilt.NO:
        if before and earlier.rebuilt is Rebuilt.NO:
            remove_others(directory, before.graph)
        return _replaced(sources, _Place(directory, graph, cache), earlier, lines, runner)
    if list(read_text_files(directory, graph)) != list(sources.texts):
        write_files(directory, graph, sources.texts)
    _remember(sources, directory, graph)
    ledger = lines(first_texts(open_folder(directory).dataset))
    if ledger.as_unchanged().lines != earlier.known.ledger.lines:
        write_ledger(ledger_path(directory, graph), ledger)
    write_marks(directory, graph, sources.marks)
    make_lasting(dataset_path(directory, graph).parent)
    return before, ledger


def remove_others(directory: Path, graph: str) -> None:
    """Remove the graphs that no longer count, and what builds have left that were stopped."""
    for folder in (directory / "graphs").iterdir():
        if folder.name != graph:
            rmtree(folder, ignore_errors=True)


def _name_of(sources: Sources, cache: ReadingCache) -> str:
    """Return the name of the graph of ``sources``: the same for the same, and for no other."""
    return digest(sources.texts.texts_digest(), cache.version, making_terms(sources.decided))


def making_terms(decided: DecisionFile, *files: Path | None) -> str:
    """Return one text for all that decides, beside the readings of texts, what a graph holds.

    Where the ``files`` of what people decided are told the text stands for which ones these are.
    """
    compared = "texts compared" if can_compare() else "texts not compared"
    decisions = [asdict(decision) for decision in decided.decisions]
    name = decided.name if decisions else ""
    paths = [str(file.resolve()) if file else "" for file in files]
    return digest(graph_version(), compared, decisions, name, paths)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a graph of some name is written, and what its texts say."""

    directory: Path
    graph: str
    cache: ReadingCache


def _replaced(
    sources: Sources, place: _Place, earlier: Earlier, lines: Lines, runner: Runner
) -> tuple[State, Ledger]:
    directory, graph = place.directory, place.graph
    # What is known of a damaged graph of this name stays until it is whole: a stop loses nothing.
    with drafts_of(directory, graph) as drafts:
        with garbage_kept():
            made = _from_earlier(sources, place, drafts, earlier)
        if made is None:
            drafts.remove()
        state = made.state if made else _made_anew(sources, place, drafts, runner)
        with garbage_kept():
            ledger = lines(first_texts(Store.read_only(str(drafts.dataset))))
        drafts.take_their_places(directory, graph)
    with garbage_kept():
        _write_beside(sources, place, made, ledger)
    settle_graph(directory, graph)
    write_state(directory, state)
    return state, ledger


def _write_beside(sources: Sources, place: _Place, made: Renewed | None, ledger: Ledger) -> None:
    """Write what lies beside the dataset of a graph: what it was made of, and from which one."""
    directory, graph = place.directory, place.graph
    dataset = dataset_path(directory, graph)
    if made:
        files = tables_path(directory, graph).name, index_path(directory, graph).name
        written = dict(zip(files, (made.tables, made.index), strict=True))
        write_sums(dataset, dataset_path(directory, made.origin.graph), written)
        write_origin(directory, graph, made.origin)
    else:
        write_sums(dataset)
    write_files(directory, graph, sources.texts)
    _remember(sources, directory, graph)
    write_ledger(ledger_path(directory, graph), ledger)
    write_marks(directory, graph, sources.marks)


def _from_earlier(
    sources: Sources, place: _Place, drafts: Drafts, earlier: Earlier
) -> Renewed | None:
    """Make the drafts out of the graph that is valid, and return what they hold.

    Return None where they have to be made anew.
    """
    before = earlier.state
    if before is None or earlier.rebuilt is not Rebuilt.NO:
        return None
    before_names, after = Names(earlier.known.texts), Names(sources.texts)
    texts = Texts(before_names, after, sources.anew, place.cache)
    with suppress(NotSureError):
        drafts.copy(place.directory, before.graph)
        path = dataset_path(place.directory, before.graph)
        return renewed(drafts, place.graph, (path, before), texts, sources.decided)
    return None


def _made_anew(sources: Sources, place: _Place, drafts: Drafts, runner: Runner) -> State:
    if sources.decided.decisions and len(sources.texts) >= DECIDED_AFTERWARDS:
        undecided = replace(sources, decided=DecisionFile(""))
        state = _made_anew(undecided, place, drafts, runner)
        names = Names(sources.texts)
        texts = Texts(names, names, frozenset(), place.cache)
        with suppress(NotSureError):
            before = drafts.keep(), state
            return renewed(drafts, place.graph, before, texts, sources.decided).state
        drafts.remove()
    cache = place.cache
    drafts.dataset.mkdir()
    index = None
    if len(sources.texts) >= FEWEST:
        index = Index.created(drafts.index, terms_of(cache.version))
    with ExitStack() as beside:
        words: Words | None = None
        of_texts: Path | None = None
        many = len(sources.texts) >= MANY
        # What people decided may be about what a text states, or about another document.
        if not sources.decided.decisions:
            of_texts = drafts.of_texts
            if many and not runner.alone:
                files = HandedOver(tables=drafts.tables, texts=drafts.texts, names=drafts.names)
                words = beside.enter_context(words_beside(files, cache.source))
        written = write_graph(
            drafts.dataset,
            place.graph,
            sources.texts,
            cache,
            sources.decided,
            runner=runner,
            aside=Aside(index, of_texts, words.begin if words else None),
        )
        if many:
            beside.enter_context(put_in_order(written.dataset))
        write_tables(
            drafts.tables,
            written.dataset,
            cache.source,
            written.documents,
            beside=Beside(drafts.rows, words.finish) if words else None,
            of_texts=of_texts,
        )
    if index:
        index.finish()
    return written.state


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
