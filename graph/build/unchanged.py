"""What did not change since the last build, told by how files look from outside.

Beside a graph lies a list of the files that it was made from: size, times and inode of each when it
was read. Of a file that looks the same the ledger says what became of it, and it is not opened.
What the system cannot tell apart is not relied on: a file that may have been written again within
one tick of its clock, or one whose time is yet to come; and nothing is, once the clock ran back.
"""

import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from zlib import crc32

from extract.readers.installed import is_installed
from extract.readers.protocol import OcrUse, Reason, Remark
from graph.build.allowed import Allowed
from graph.build.files import Found, Input, Mark, mark_of
from graph.build.ledger import Entry, FileState
from graph.build.one_file import Outcome
from graph.store.disk import ledger_path
from graph.whole_files import write_whole

_TICK = 20_000_000
"""How many nanoseconds the clocks of file systems take to go on, at the most."""
_COARSE_TICK = 2_000_000_000
"""The same for those that count in seconds."""
_SAME_DOCUMENT = "same-document"
_NEVER_MORE = (Reason.TOO_LARGE.value, Reason.DAMAGED.value, OcrUse.NEVER.value)
"""Why pages were left out, where reading them again under the same terms leaves them out again."""

Marked = tuple[str, Mark | None, int]
"""Where a file lies from the store, its mark, and how many files it holds if it is an archive."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What decides, beside the files: how one is read, and how a graph is made of all readings."""

    reading: str = ""
    making: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """The files of a graph, in the order of its ledger, when it was made, and by which terms."""

    at: int = 0
    terms: Terms = Terms()
    files: tuple[Marked, ...] = ()


def digest(*parts: object) -> str:
    """Return one short text for ``parts``, which JSON can hold: the same for the same."""
    return sha256(json.dumps(parts).encode()).hexdigest()[:16]


def reading_terms(reader: str, allowed: Allowed) -> str:
    """Return one text for all that decides, beside its bytes, what becomes of a file."""
    return digest(reader, asdict(replace(allowed, jobs=1, rehash=False, scheduler="")))


def with_firm_marks(found: Found, begun: int) -> Found:
    """Return ``found`` without the marks that cannot be relied on.

    ``begun`` is before any was taken. Those of files that were just written are taken once more, a
    tick of the clock later.
    """
    young = {
        file.path for file in found.files if file.mark and not _is_firm(file.mark, begun, _TICK)
    }
    if young:
        time.sleep(_TICK / 10**9)
    later = time.time_ns()

    def firm(file: Input) -> Input:
        mark, taken = (_mark(file), later) if file.path in young else (file.mark, begun)
        return replace(file, mark=mark if mark and _is_firm(mark, taken) else None)

    files = tuple(
        firm(file) if file.path in young or _coarse(file) else file for file in found.files
    )
    return Found(files, found.passed)


def _mark(file: Input) -> Mark | None:
    try:
        return mark_of(os.stat(file.path))  # noqa: PTH116
    except OSError:  # reading it will say why
        return None


def _coarse(file: Input) -> bool:
    return file.mark is not None and max(file.mark[1:3]) % 10**9 == 0


def _is_firm(mark: Mark, taken: int, tick: int = 0) -> bool:
    """Tell whether whatever changes the file after ``taken`` gives it another mark."""
    latest = max(mark[1:3])
    return latest + (tick or (_TICK if latest % 10**9 else _COARSE_TICK)) <= taken


def marks_of(
    found: Found, paths: Sequence[str], outcomes: Sequence[Outcome], terms: Terms
) -> Marks:
    """Return the marks of the files ``found``, of which the ``outcomes`` are known.

    ``paths`` tell where they lie from the store.
    """
    files = zip(paths, found.files, outcomes, strict=True)
    marked = ((path, file.mark, len(outcome.members)) for path, file, outcome in files)
    return Marks(time.time_ns(), terms, tuple(marked))


def known_by_marks(
    found: Found, paths: Sequence[str], marks: Marks, lines: Sequence[Entry], held: set[str]
) -> list[Outcome | None]:
    """Return what became of each file that looks as it did, None for all others.

    ``paths`` tell where the files lie from the store, ``lines`` is the ledger that ``marks`` belong
    to, ``held`` are the texts that have readings.
    """
    files = found.files
    if time.time_ns() < marks.at:
        return [None] * len(files)
    known = {
        path: (mark, count, own)
        for (path, mark, count), own in zip(marks.files, _lines(marks, lines), strict=True)
        if mark is not None
    }
    # Somebody may install a program while this process runs, but not while it looks at files.
    installed = cache(is_installed)
    outcomes: list[Outcome | None] = []
    for file, path in zip(files, paths, strict=True):
        mark, members, own = known.get(path, (None, 0, ()))
        lasting = (
            mark is not None
            and mark == file.mark
            and all(_lasts(entry, held, installed) for entry in own)
            and all(entry.name.startswith(f"{file.name}/") for entry in own if members)
        )
        outcomes.append(_outcome(own, file.name if members else "") if lasting else None)
    return outcomes


def are_the_same(found: Found, paths: Sequence[str], marks: Marks, lines: Sequence[Entry]) -> bool:
    """Tell whether the files are those of ``marks``, typed and named as in their ``lines``.

    Each is known by its mark, and ``paths`` tell where it lies from the store; ``found`` has no
    other file, and nothing else was passed by.
    """
    if len(found.files) != len(marks.files):
        return False
    for file, path, (known, _, count), own in zip(
        found.files, paths, marks.files, _lines(marks, lines), strict=True
    ):
        typed = f"{file.typed}/" if count else file.typed
        if path != known or not all(
            entry.path.startswith(typed)
            if count
            else (entry.path, entry.name) == (typed, file.name)
            for entry in own
        ):
            return False
    return tuple(lines[sum(max(1, count) for _, _, count in marks.files) :]) == found.passed


def _lines(marks: Marks, lines: Sequence[Entry]) -> Iterator[tuple[Entry, ...]]:
    """Yield the lines of each file: one, or one for each member of an archive."""
    following = iter(lines)
    for _, _, count in marks.files:
        yield tuple(islice(following, max(1, count)))


def _lasts(entry: Entry, held: set[str], installed: Callable[[str], bool]) -> bool:
    """Tell whether reading the same bytes again would come to the same."""
    if entry.text and entry.text not in held:
        return False
    if entry.state is FileState.WAITS:
        return not installed(entry.fields.get("program", ""))
    if entry.state is FileState.FAILED:
        return False  # it may have been the system
    left_out = (
        warned.fields.get("why", "")
        for warned in entry.warnings
        if warned.code == Remark.PAGES_LEFT_OUT.value
    )
    return not any(why not in _NEVER_MORE and installed(why.partition(" ")[0]) for why in left_out)


def _outcome(entries: Sequence[Entry], archive: str) -> Outcome:
    if not archive:
        return _of_line(entries[0])
    members = ((entry.name.removeprefix(f"{archive}/"), _of_line(entry)) for entry in entries)
    return Outcome(members=tuple(members))


def _of_line(entry: Entry) -> Outcome:
    return Outcome(
        sha=entry.text,
        reader=entry.reader,
        citations=entry.citations,
        state=FileState.UNCHANGED if entry.text else entry.state,
        code=entry.code,
        fields=entry.fields,
        warnings=tuple(warned for warned in entry.warnings if warned.code != _SAME_DOCUMENT),
    )


def write_marks(directory: Path, graph: str, marks: Marks) -> None:
    """Write ``marks`` beside the graph whose ledger is written, if that has no such ones yet."""
    before = read_marks(directory, graph)
    if marks.at >= before.at and replace(before, at=0) == replace(marks, at=0):
        return
    terms = [marks.terms.reading, marks.terms.making]
    value = {"ledger": _sum(directory, graph), "at": marks.at, "terms": terms, "files": marks.files}
    write_whole(_path(directory, graph), json.dumps(value).encode())


def read_marks(directory: Path, graph: str) -> Marks:
    """Return the marks of a graph, none where they are lost or belong to another ledger."""
    try:
        value = json.loads(_path(directory, graph).read_bytes())
        if value["ledger"] != _sum(directory, graph):
            return Marks()
        known = (
            (path, tuple(mark) if mark else None, members) for path, mark, members in value["files"]
        )
        return Marks(value["at"], Terms(*value["terms"]), tuple(known))
    except (OSError, ValueError, TypeError, KeyError):
        return Marks()


def _sum(directory: Path, graph: str) -> int:
    return crc32(ledger_path(directory, graph).read_bytes())


def _path(directory: Path, graph: str) -> Path:
    return ledger_path(directory, graph).with_name("marks.json")
