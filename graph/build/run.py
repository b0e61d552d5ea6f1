"""From files to a store: read what changed, settle identity over all texts, write a new graph."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from graph.build.allowed import Allowed
from graph.build.at_once.cluster import Cluster
from graph.build.at_once.processes import Processes
from graph.build.at_once.runner import Runner
from graph.build.at_once.workers import read_files
from graph.build.earlier import Earlier, Rebuilt, earlier_in, refuse_others
from graph.build.files import Input, all_from_store, named_inputs, with_known
from graph.build.ledger import Entry, FileState, as_unchanged
from graph.build.ledger_lines import lines_of
from graph.build.new_graph import Sources, bring_in_line, making_terms, remove_others
from graph.build.one_file import Outcome, known_outcome
from graph.build.readings import DamagedReadingError, ReadingCache, reader_version
from graph.build.unchanged import (
    Terms,
    are_the_same,
    known_by_marks,
    marks_of,
    reading_terms,
    with_firm_marks,
)
from graph.decisions.expected import read_expected, with_expected
from graph.decisions.file import DecisionFile, Fault, read_decisions
from graph.read.decided import all_decided
from graph.read.garbage import garbage_kept
from graph.store.disk import State, TextFile, locked, open_folder, readings_path
from graph.values import Decided
from graph.whole_files import unwritable
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
    from its files: it was "older" than this version, or "damaged". ``made`` is false where the
    graph is that of the build before.
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
    made: bool = True


def build(
    paths: Sequence[Path],
    directory: Path,
    *,
    decisions: Path | None = None,
    expected: Path | None = None,
    forget: bool = False,
    allowed: Allowed | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Bring the store in ``directory`` in line with the files under ``paths``.

    Folders are searched whole, and each file of them has a line in the ledger. Files that the
    store knows from an earlier build stay in it as long as they exist. Only what the store has not
    seen is read, and what looks as it did is not even opened, unless ``allowed`` asks for that;
    where nothing changed nothing is written. A store of an older version, or one
    that is damaged, is built again from its files. ``allowed`` limits what one file may cost.
    ``progress`` is told how many files of how many are done. A build that is stopped leaves the
    graph as it was. ``decisions`` is a file of what people decided; it is read again by every
    build, without being named again, until one is told to ``forget`` it. ``expected``, a list of
    who owes what, is remembered and forgotten in the same way.

    Raises NothingToRead, NotAStore (a folder that is in use for something else), OtherVersion,
    DamagedStore, ImportedStore, StoreBusy and DecisionsUnreadable, each before anything is changed,
    and Unwritable and ClusterFailed, which leave the graph as it was. For a scheduler, WrongUse.
    """
    allowed = allowed or Allowed()
    refuse_others(directory)
    runner = _runner(allowed, directory)
    begun = time.time_ns()
    named = named_inputs(paths, directory)
    with locked(directory):
        with garbage_kept():
            earlier = earlier_in(directory, rehash=allowed.rehash)
            if not forget:
                decisions, expected = decisions or earlier.decisions, expected or earlier.expected
            decided = read_decisions(decisions) if decisions else DecisionFile("")
            if expected:
                decided = with_expected(decided, read_expected(expected))
            cache = ReadingCache(readings_path(directory.absolute()), reader_version())
            found = with_firm_marks(with_known(named, earlier.texts, directory), begun)
            lying = list(all_from_store(found.files, directory))
            made = making_terms(decided, decisions, expected)
            terms = Terms(reading_terms(cache.version, allowed), made)
            known: list[Outcome | None] = [None] * len(found.files)
            marks, before = earlier.marks, earlier.lines
            if not allowed.rehash and marks.terms.reading == terms.reading:
                known = known_by_marks(found, lying, marks, before, cache.held())
            same = all(known) and marks.terms == terms and earlier.rebuilt is Rebuilt.NO
        if earlier.state and same and are_the_same(found, lying, marks, before):
            remove_others(directory, earlier.state.graph)
            if progress:
                progress(len(known), len(known))
            entries = tuple(as_unchanged(earlier.lines))
            return _report(earlier.state, earlier.texts, earlier, entries, decided, directory)
        while True:
            outcomes = _read(found.files, known, cache, allowed, runner, progress)
            unpacked = list(_unpacked(found.files, outcomes))
            sources = Sources(
                texts=_texts(lying, outcomes, unpacked),
                decided=decided,
                decisions=decisions,
                expected=expected,
                marks=marks_of(found, lying, outcomes, terms),
                anew=frozenset(each.sha for *_, each in unpacked if each.state is FileState.READ),
            )
            lines = partial(_ledger, unpacked, earlier, found.passed)
            with suppress(DamagedReadingError), unwritable(directory):
                # One that is damaged is gone, so that its text is read anew.
                state, entries = bring_in_line(sources, directory, cache, earlier, lines, runner)
                break
            known = [None] * len(found.files)
        remove_others(directory, state.graph)
        cache.keep_only({text.sha for text in sources.texts})
    return _report(state, sources.texts, earlier, entries, decided, directory)


def _runner(allowed: Allowed, directory: Path) -> Runner:
    """Return who works at a build; on a cluster what all have to see lies beside the readings."""
    if allowed.scheduler:
        return Cluster(allowed.scheduler, readings_path(directory.absolute()))
    return Processes(allowed.jobs)


def _texts(
    lying: Sequence[str],
    outcomes: Sequence[Outcome],
    unpacked: Sequence[tuple[Input, str, Outcome]],
) -> tuple[TextFile, ...]:
    files = zip(lying, outcomes, strict=True)
    paths = (path for path, outcome in files for _ in outcome.members or (outcome,))
    return tuple(
        TextFile(path, file.name, outcome.sha, member)
        for path, (file, member, outcome) in zip(paths, unpacked, strict=True)
        if outcome.sha
    )


def _ledger(
    outcomes: Sequence[tuple[Input, str, Outcome]],
    earlier: Earlier,
    passed: Sequence[Entry],
    further: Mapping[str, str],
) -> tuple[Entry, ...]:
    return (*lines_of(outcomes, earlier.lines, further), *passed)


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
        made=state is not earlier.state,
    )


def _read(
    files: Sequence[Input],
    known: Sequence[Outcome | None],
    cache: ReadingCache,
    allowed: Allowed,
    runner: Runner,
    progress: Progress | None,
) -> list[Outcome]:
    """Read every file that has no reading, and return what became of each file."""
    outcomes = [
        known_outcome(Path(file.path), cache, allowed) if outcome is None else outcome
        for file, outcome in zip(files, known, strict=True)
    ]
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

    read = read_files([files[index] for index in waiting], cache, allowed, runner, more)
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
            yield (
                replace(file, name=f"{file.name}/{member}", typed=f"{file.typed}/{member}"),
                member,
                inside,
            )
