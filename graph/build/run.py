"""From files to a store: read what changed, settle identity over all texts, write a new graph."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from graph.build.allowed import Allowed
from graph.build.at_once.cluster import Cluster
from graph.build.at_once.processes import Processes
from graph.build.at_once.runner import Runner
from graph.build.at_once.workers import read_files
from graph.build.earlier import Earlier, Rebuilt, earlier_in, refuse_others
from graph.build.files import Found, named_inputs, with_known
from graph.build.ledger import FileState, Ledger, line_of
from graph.build.ledger_lines import Account, not_kept
from graph.build.new_graph import Sources, bring_in_line, making_terms, remove_others
from graph.build.one_file import Outcome, known_outcome
from graph.build.readings import DamagedReadingError, ReadingCache
from graph.build.seen.known import Terms, rows_of
from graph.build.seen.looks import Input, input_of
from graph.build.unchanged import (
    NO_FILE,
    TICK,
    fleeting_of,
    kept_of,
    known_otherwise,
    reading_terms,
    with_firm_marks,
)
from graph.decisions.expected import read_expected, with_expected
from graph.decisions.file import DecisionFile, Fault, read_decisions
from graph.read.decided import all_decided
from graph.read.garbage import garbage_kept
from graph.store.disk import State, locked, open_folder, readings_path
from graph.store.text_files import TextFiles
from graph.store.versions import reader_version
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
    files: Ledger = field(default_factory=lambda: Ledger(()), repr=False)
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
    named = named_inputs(paths, directory, begun - TICK)
    with locked(directory):
        with garbage_kept():
            earlier = earlier_in(directory, rehash=allowed.rehash)
            if not forget:
                decisions, expected = decisions or earlier.decisions, expected or earlier.expected
            decided = read_decisions(decisions) if decisions else DecisionFile("")
            if expected:
                decided = with_expected(decided, read_expected(expected))
            cache = ReadingCache(readings_path(directory.absolute()), reader_version())
            found = _found(named, earlier, directory, begun)
            made = making_terms(decided, decisions, expected)
            terms = Terms(reading_terms(cache.version, allowed), made)
            known, looks, held = earlier.known, list(found.looks.values()), cache.held()
            kept = [NO_FILE] * len(looks)
            told: dict[int, Outcome] = {}
            if not allowed.rehash and known.marks.terms.reading == terms.reading:
                fleeting = fleeting_of(known, held)
                kept = kept_of(looks, known, fleeting)
                files = {index: (file, looks[index]) for index, file in _others(found, kept)}
                told = known_otherwise(files, known, {*fleeting, *kept})
            same = kept == list(range(len(known.marks.looks))) and known.marks.terms == terms
            passed = tuple(map(line_of, found.passed))

        def left(count: int) -> None:
            if progress:
                progress(len(looks) - count, len(looks))

        if earlier.state and same and earlier.rebuilt is Rebuilt.NO and passed == known.passed:
            remove_others(directory, earlier.state.graph)
            left(0)
            unchanged = (0, len(known.texts), 0)
            return _report(earlier.state, unchanged, earlier, known.ledger, decided, directory)
        while True:
            others = _read(dict(_others(found, kept)), told, cache, allowed, runner, left)
            account = Account(found, known, kept, others)
            sources = Sources(
                texts=account.texts,
                decided=decided,
                decisions=decisions,
                expected=expected,
                marks=account.marks(terms),
                anew=account.anew,
            )
            with suppress(DamagedReadingError), unwritable(directory):
                state, ledger = bring_in_line(
                    sources, directory, cache, earlier, account.ledger, runner
                )
                break
            # What is damaged goes, so that its text is read anew.
            cache.remove_damaged()
            kept, told = [NO_FILE] * len(looks), {}
        remove_others(directory, state.graph)
        cache.keep_only(set(account.texts.shas), held)
    return _report(state, account.counts(ledger), earlier, ledger, decided, directory)


def _found(named: Found, earlier: Earlier, directory: Path, begun: int) -> Found:
    """Return the files that are named and those that the store knows, with sure marks."""
    known = earlier.known
    again = set(kept_of(list(named.looks.values()), known, ()))
    others = (row for index, row in enumerate(known.rows) if index not in again)
    texts = TextFiles(rows_of(others))
    return with_firm_marks(with_known(named, texts, directory, begun - TICK), begun)


def _others(found: Found, kept: Sequence[int]) -> Iterator[tuple[int, Input]]:
    """Yield the files that are not kept, by their indexes."""
    left = not_kept(kept)
    looks = list(found.looks.items()) if left else ()
    for index in left:
        yield index, input_of(*looks[index])


def _runner(allowed: Allowed, directory: Path) -> Runner:
    """Return who works at a build; on a cluster what all have to see lies beside the readings."""
    if allowed.scheduler:
        return Cluster(allowed.scheduler, readings_path(directory.absolute()))
    return Processes(allowed.jobs)


def _report(
    state: State,
    counts: tuple[int, int, int],
    earlier: Earlier,
    ledger: Ledger,
    decided: DecisionFile,
    directory: Path,
) -> BuildReport:
    read, unchanged, removed = counts
    return BuildReport(
        read=read,
        unchanged=unchanged,
        removed=removed,
        failures=tuple(
            Failure(entry.path, reason(Language.EN, entry.code, entry.fields))
            for entry in ledger.of_state(FileState.FAILED)
        ),
        documents=state.documents,
        claims=state.claims,
        unresolved=state.unresolved,
        decisions=all_decided(open_folder(directory).dataset) if decided.decisions else (),
        faults=decided.faults,
        files=ledger,
        rebuilt=earlier.rebuilt.value,
        made=state is not earlier.state,
    )


def _read(
    files: Mapping[int, Input],
    told: Mapping[int, Outcome],
    cache: ReadingCache,
    allowed: Allowed,
    runner: Runner,
    left: Callable[[int], None],
) -> dict[int, tuple[Input, Outcome]]:
    """Read every file that has no reading, and return what became of each file.

    What is ``told`` of some of ``files`` is so; ``left`` learns how many are still to be read.
    """
    outcomes = {
        index: told.get(index) or known_outcome(Path(file.path), cache, allowed)
        for index, file in files.items()
    }
    waiting = [index for index, outcome in outcomes.items() if outcome is None]
    count = len(waiting)
    left(count)

    def more(done: int) -> None:
        nonlocal count
        count -= done
        left(count)

    read = read_files([files[index] for index in waiting], cache, allowed, runner, more)
    fresh = dict(zip(waiting, read, strict=True))
    return {index: (files[index], outcome or fresh[index]) for index, outcome in outcomes.items()}
