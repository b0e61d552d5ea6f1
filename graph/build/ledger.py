"""The ledger: what became of each file, so that no file of a folder is passed over in silence."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any, Final, overload

from graph.whole_files import write_whole


class FileState(StrEnum):
    """What became of a file in a build."""

    READ = "read"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    """It holds the very text of another file (``of``)."""
    SKIPPED = "skipped"
    """It is none to be read: no document, or one that is to be left out (a scan, a secret)."""
    WAITS = "waits"
    """It can be read as soon as a program is installed."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Remarked:
    """A remark of a reader: its code, and the fields of its sentence."""

    code: str
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the ledger.

    ``path`` is as typed, ``name`` as shown; ``reader`` says which reader read the file, ``text``
    is the hash of what it read, ``citations`` how many places of it speak of a document. ``code``
    and ``fields`` say why a file was not read, ``of`` names the file that holds the same text.
    """

    path: str
    name: str
    state: FileState
    reader: str = ""
    text: str = ""
    citations: int = 0
    code: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[Remarked, ...] = ()
    of: str = ""


_FIRST: Final = ("text", "state")
_FIELDS: Final = (*_FIRST, *(each.name for each in fields(Entry) if each.name not in _FIRST))
_HEAD: Final = re.compile(rb'\{"text": "(\w*)", "state": "(\w+)"')
"""What a line begins with, so that most lines need never become entries."""
_READ: Final = b'", "state": "read", '
_UNCHANGED: Final = b'", "state": "unchanged", '
_encoded: Final = json.JSONEncoder(ensure_ascii=False).encode


Head = tuple[bytes, bytes]
"""The hash of the text of a line, empty where it has none, and its state."""


class Ledger(Sequence[Entry]):
    """The lines of a ledger as they are written; one becomes an entry when it is asked for."""

    def __init__(self, lines: Sequence[bytes], heads: Sequence[Head] | None = None) -> None:
        self.lines = lines
        self._heads = heads

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Ledger":
        """Return the ledger that has these entries."""
        return cls([line_of(entry) for entry in entries])

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> "Ledger": ...
    def __getitem__(self, index: int | slice) -> "Entry | Ledger":
        """Return one entry, or the ledger of some lines."""
        if isinstance(index, slice):
            return Ledger(self.lines[index])
        return _entry(json.loads(self.lines[index]))

    def __len__(self) -> int:
        return len(self.lines)

    def __iter__(self) -> Iterator[Entry]:
        # All at once: each call of the library costs more than a line.
        yield from map(_entry, json.loads(b"[%b]" % b",".join(self.lines)))

    @cached_property
    def heads(self) -> Sequence[Head]:
        """Of each line what it begins with, for whoever made the ledger may know it."""
        if self._heads is not None:
            return self._heads
        return [(head[1], head[2]) for head in map(_HEAD.match, self.lines) if head]

    @cached_property
    def written(self) -> bytes:
        """The lines as a file has them."""
        return b"\n".join([*self.lines, b""])

    def of_state(self, state: FileState) -> "Ledger":
        """Return those lines that are of a state."""
        return Ledger(self._by_state.get(state.value.encode(), ()))

    @cached_property
    def _by_state(self) -> Mapping[bytes, Sequence[bytes]]:
        lines: defaultdict[bytes, list[bytes]] = defaultdict(list)
        for line, (_, state) in zip(self.lines, self.heads, strict=True):
            lines[state].append(line)
        return lines

    def as_unchanged(self) -> "Ledger":
        """Return the ledger as the next build would write it, where no file changed."""
        return Ledger.unchanged(self.written)

    @classmethod
    def unchanged(cls, written: bytes) -> "Ledger":
        """Return what ``as_unchanged`` does, of a ledger as a file has it."""
        # Inside the text of a line there are no such quotation marks.
        return cls(written.replace(_READ, _UNCHANGED).split(b"\n")[:-1])


def counted(entries: "Ledger") -> dict[str, int]:
    """Return how many files there are of each state, those of none included, in their order."""
    return {state.value: len(entries.of_state(state)) for state in FileState}


def line_of(entry: Entry) -> bytes:
    """Return the line of one file."""
    # What dataclasses offer for this copies every value, which takes long for a large collection.
    plain = {name: getattr(entry, name) for name in _FIELDS}
    plain["warnings"] = [asdict(warned) for warned in entry.warnings]
    return _encoded(plain).encode()


def write_ledger(path: Path, ledger: Ledger) -> None:
    """Write the ledger beside a graph, whole or not at all."""
    write_whole(path, ledger.written)


def read_ledger(path: Path) -> tuple[Entry, ...]:
    """Return the ledger of a graph; one that is lost or damaged is empty, for it is made anew."""
    try:
        return tuple(Ledger(path.read_bytes().split(b"\n")[:-1]))
    except (OSError, ValueError, TypeError, KeyError):
        return ()


def _entry(value: dict[str, Any]) -> Entry:
    value["warnings"] = tuple(Remarked(**item) for item in value["warnings"])
    value["state"] = FileState(value["state"])
    return Entry(**value)


@dataclass(frozen=True, slots=True)
class Read:
    """What became of each text, by its hash, and how many files could not be read."""

    texts: Mapping[str, FileState]
    failed: int


_STATES: Final = {each.value.encode(): each for each in FileState}


def states_of(path: Path) -> Read:
    """Return what a ledger says of texts and failures alone; nothing where it is lost.

    That is all that is looked at of it: the ledger of a large collection takes a while to read.
    """
    texts: dict[str, FileState] = {}
    failed = 0
    try:
        with path.open("rb") as file:
            for text, told in map(_head, file):
                state = _STATES[told]
                failed += state is FileState.FAILED
                if text:
                    texts[text.decode()] = state
    except (OSError, ValueError, KeyError):
        return Read({}, 0)
    return Read(texts, failed)


def _head(line: bytes) -> Head:
    """Return what a line says of its text and its state, also one of an earlier version."""
    head = _HEAD.match(line)
    if head:
        return head[1], head[2]
    said = json.loads(line)
    return said["text"].encode(), said["state"].encode()
