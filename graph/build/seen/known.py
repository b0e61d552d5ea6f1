"""What is known of each file of a graph: how it looked, and what became of it, as it is written.

How files looked lies beside a graph in a list of its own, which holds the sums of the two lists
that it belongs to: the ledger and the list of texts. Lines of them are taken as they are.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Final
from zlib import crc32

from graph.build.ledger import Head, Ledger
from graph.store.disk import ledger_path, texts_path
from graph.store.text_files import TextFiles
from graph.whole_files import write_whole

_BETWEEN: Final = "\0\0"
"""What stands between looks, as no part of one is empty."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What decides, beside the files: how one is read, and how a graph is made of all readings."""

    reading: str = ""
    making: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """The files of a graph, in the order of its ledger, when it was made, and by which terms.

    ``looks`` are unsure of those that are to be read again. ``members`` tells by the index of an
    archive how many files it holds, ``programs`` by that of a file which ones, once one of them is
    installed, may read more of it.
    """

    at: int = 0
    terms: Terms = Terms()
    looks: Sequence[str] = ()
    members: Mapping[int, int] = field(default_factory=dict)
    programs: Mapping[int, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Known:
    """What became of each file of a graph, in step with the looks of ``marks`` where there are any.

    ``lines`` are those of the ledger as of files that did not change, ``rows`` those of the list of
    texts; an archive has one for each of its files, joined as in their file. ``shas`` tell the
    texts of all that are no archives, ``passed`` are lines of what is no file to be read. ``heads``
    are those of all lines, where there is no archive.
    """

    marks: Marks = field(default_factory=Marks)
    lines: Sequence[bytes] = ()
    rows: Sequence[bytes] = ()
    shas: Sequence[str] = ()
    passed: Sequence[bytes] = ()
    heads: Sequence[Head] = ()

    @cached_property
    def texts(self) -> TextFiles:
        """The files that have a text."""
        if self.marks.members or not self.marks.looks:
            return TextFiles(rows_of(self.rows))
        return texts_of(self.rows, self.shas)

    @property
    def ledger(self) -> Ledger:
        """The ledger as the next build would write it, where no file changed."""
        lines = b"\n".join(self.lines).split(b"\n") if self.marks.members else self.lines
        return Ledger([*lines, *self.passed], self.heads or None)


def rows_of(joined: Iterable[bytes], *, several: bool = True) -> list[bytes]:
    """Return the rows of the list of texts of some files, one of which may have ``several``."""
    rows = [row for row in joined if row]
    return b",\n".join(rows).split(b",\n") if rows and several else rows


def texts_of(rows: Iterable[bytes], shas: Iterable[str]) -> TextFiles:
    """Return the files that have a text, of files that are no archives.

    Row and hash are told of each, both empty where it has no text.
    """
    return TextFiles(rows_of(rows, several=False), [sha for sha in shas if sha])


def write_marks(directory: Path, graph: str, marks: Marks) -> None:
    """Write ``marks`` beside the graph whose lists are written, if that has no such ones yet."""
    before = read_known(directory, graph)
    if before and marks.at >= before.marks.at and replace(before.marks, at=marks.at) == marks:
        return
    head = {
        "lists": _sums(*_lists(directory, graph)),
        "at": marks.at,
        "terms": asdict(marks.terms),
        "members": marks.members,
        "programs": marks.programs,
    }
    looks = _BETWEEN.join(marks.looks).encode("utf-8", "surrogatepass")
    write_whole(_path(directory, graph), json.dumps(head).encode() + b"\n" + looks)


def read_known(directory: Path, graph: str) -> Known | None:
    """Return what is known of the files of a graph; None where that is lost, or of other lists."""
    try:
        head, _, written = _path(directory, graph).read_bytes().partition(b"\n")
        lists = _lists(directory, graph)
        value = json.loads(head)
        if value["lists"] != _sums(*lists):
            return None
        looks = written.decode("utf-8", "surrogatepass").split(_BETWEEN) if written else []
        marks = Marks(
            value["at"],
            Terms(**value["terms"]),
            looks,
            {int(index): count for index, count in value["members"].items()},
            {int(index): names for index, names in value["programs"].items()},
        )
        return _in_step(marks, *lists)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _in_step(marks: Marks, ledger: bytes, texts: bytes) -> Known:
    """Return for each look its line and its row; an archive has several."""
    told = Ledger.unchanged(ledger)
    heads = told.heads
    lines, shas = iter(told.lines), iter([sha.decode() for sha, _ in heads])
    rows = iter(TextFiles.read(texts).rows)
    known: tuple[list[bytes], list[bytes], list[str]] = ([], [], [])
    start = 0
    for archive in (*sorted(marks.members), len(marks.looks)):
        alone = list(islice(shas, archive - start))
        known[0].extend(islice(lines, archive - start))
        known[1].extend(islice(rows, len(alone)) if all(alone) else _beside(alone, rows))
        known[2].extend(alone)
        count = marks.members.get(archive, 0)
        if count:
            known[0].append(b"\n".join(islice(lines, count)))
            known[1].append(b",\n".join(islice(rows, sum(map(bool, islice(shas, count))))))
            known[2].append("")
        start = archive + 1
    return Known(
        marks=marks,
        lines=known[0],
        rows=known[1],
        shas=known[2],
        passed=tuple(lines),
        heads=() if marks.members else heads,
    )


def _beside(shas: Iterable[str], rows: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the row of each file that has a text."""
    return (next(rows) if sha else b"" for sha in shas)


def _lists(directory: Path, graph: str) -> tuple[bytes, bytes]:
    paths = (ledger_path(directory, graph), texts_path(directory, graph))
    ledger, texts = (path.read_bytes() for path in paths)
    return ledger, texts


def _sums(*lists: bytes) -> list[int]:
    return [crc32(each) for each in lists]


def _path(directory: Path, graph: str) -> Path:
    return ledger_path(directory, graph).with_name("looks.list")
