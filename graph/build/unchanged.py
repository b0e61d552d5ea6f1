"""What did not change since the last build, told by how files look from outside.

Beside a graph lies a list of the files that it was made from: size, times and inode of each when it
was read. Of a file that looks the same the ledger says what became of it, and it is not opened.
What the system cannot tell apart is not relied on: a file that may have been written again within
one tick of its clock, or one whose time is yet to come; and nothing is, once the clock ran back.
"""

import json
import os
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from functools import cache
from hashlib import sha256
from typing import Final

from extract.readers.installed import is_installed
from extract.readers.protocol import OcrUse, Reason, Remark
from graph.build.allowed import Allowed
from graph.build.files import Found
from graph.build.ledger import Entry, FileState, Ledger
from graph.build.one_file import Outcome
from graph.build.seen.known import Known, rows_of
from graph.build.seen.looks import (
    SECOND,
    Input,
    Mark,
    mark_in,
    mark_of,
    marked,
    place_and_mark,
    unsure,
    unsure_of,
)
from graph.store.text_files import TextFiles, unlike_parts

TICK: Final = 20_000_000
"""How many nanoseconds the clocks of file systems take to go on, at the most."""
_COARSE_TICK = 2_000_000_000
"""The same for those that count in seconds."""
SAME_DOCUMENT: Final = "same-document"
NO_FILE: Final = -1
"""What stands for a file of which nothing is known."""
_NEVER_MORE = (Reason.TOO_LARGE.value, Reason.DAMAGED.value, OcrUse.NEVER.value)
"""Why pages were left out, where reading them again under the same terms leaves them out again."""


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
    if not found.unsure:
        return found
    looks = dict(found.looks)
    young = {path for path in found.unsure if not _is_firm(mark_in(looks[path]), begun, TICK)}
    if young:
        time.sleep(TICK / 10**9)
    later = time.time_ns()
    for path in found.unsure:
        mark, taken = (_mark(path), later) if path in young else (mark_in(looks[path]), begun)
        sure = mark and _is_firm(mark, taken)
        looks[path] = marked(looks[path], mark) if mark and sure else unsure(looks[path])
    return Found(looks, found.passed)


def _mark(path: str) -> Mark | None:
    try:
        return mark_of(os.stat(path))  # noqa: PTH116
    except OSError:  # reading it will say why
        return None


def _is_firm(mark: Mark, taken: int, tick: int = 0) -> bool:
    """Tell whether whatever changes the file after ``taken`` gives it another mark."""
    latest = max(mark[1:3])
    return latest + (tick or (TICK if latest % SECOND else _COARSE_TICK)) <= taken


def kept_of(looks: Sequence[str], known: Known, fleeting: Collection[int]) -> list[int]:
    """Return for each file that looks as it did its index in ``known``, NO_FILE for all others.

    Those that are ``fleeting`` are none.
    """
    before = known.marks.looks
    were, are = unlike_parts(before, looks)
    where = {look: index for index, look in enumerate(before[were], were.start)}
    between = (where.get(look, NO_FILE) for look in looks[are])
    kept = [*range(were.start), *between, *range(were.stop, len(before))]
    if fleeting:
        return [NO_FILE if index in fleeting else index for index in kept]
    return kept


def fleeting_of(known: Known, held: set[str]) -> set[int]:
    """Return the files that are to be read again however they look.

    They are told by their indexes in ``known``; ``held`` are the texts that have readings. Once the
    clock ran back it is all of them.
    """
    marks = known.marks
    if time.time_ns() < marks.at:
        return set(range(len(marks.looks)))
    # Somebody may install a program while this process runs, but not while it looks at files.
    installed = cache(is_installed)
    fleeting = unsure_of(marks.looks)
    fleeting |= {index for index, names in marks.programs.items() if any(map(installed, names))}
    if not held.issuperset(known.shas):
        fleeting |= {i for i, sha in enumerate(known.shas) if sha and sha not in held}
    for index in marks.members:
        texts = TextFiles(rows_of([known.rows[index]]))
        if not held.issuperset(texts.shas):
            fleeting.add(index)
    return fleeting


def known_otherwise(
    files: Mapping[int, tuple[Input, str]], known: Known, passed_by: Collection[int]
) -> dict[int, Outcome]:
    """Return what became of those of ``files`` that look as they did, but for how they were typed.

    Each is told with its look. None of those of ``known`` is meant that are ``passed_by``.
    """
    if not files:
        return {}
    gone = set(range(len(known.marks.looks))).difference(passed_by)
    where = {place_and_mark(known.marks.looks[index]): index for index in gone}
    found = {}
    for index, (file, look) in files.items():
        before = where.get(place_and_mark(look), NO_FILE)
        if before == NO_FILE:
            continue
        entries = tuple(Ledger(known.lines[before].split(b"\n")))
        if before not in known.marks.members:
            found[index] = outcome_of(entries[0])
        elif all(entry.name.startswith(f"{file.name}/") for entry in entries):
            start = len(file.name) + 1
            members = ((entry.name[start:], outcome_of(entry)) for entry in entries)
            found[index] = Outcome(members=tuple(members))
    return found


def outcome_of(entry: Entry) -> Outcome:
    """Return what a line of the ledger says of a file that did not change."""
    return Outcome(
        sha=entry.text,
        reader=entry.reader,
        citations=entry.citations,
        state=FileState.UNCHANGED if entry.text else entry.state,
        code=entry.code,
        fields=entry.fields,
        warnings=tuple(warned for warned in entry.warnings if warned.code != SAME_DOCUMENT),
    )


def may_be_read_more(outcome: Outcome) -> list[str]:
    """Return the programs that have a file read again once one of them is installed."""
    programs = [outcome.fields.get("program", "")] if outcome.state is FileState.WAITS else []
    left_out = (
        warned.fields.get("why", "")
        for warned in outcome.warnings
        if warned.code == Remark.PAGES_LEFT_OUT.value
    )
    return programs + [why.partition(" ")[0] for why in left_out if why not in _NEVER_MORE]
