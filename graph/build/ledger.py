"""The ledger: what became of each file, so that no file of a folder is passed over in silence."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

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


_FIELDS = tuple(each.name for each in fields(Entry))
# Within a value of JSON no quotation mark stands alone: the first place is that of the field.
_STATE_AND_TEXT = re.compile(rb'"state": "([a-z]+)".*?"text": "([0-9a-f]*)"')


def counted(entries: Iterable[Entry]) -> dict[str, int]:
    """Return how many files there are of each state, those of none included, in their order."""
    counts = Counter(entry.state for entry in entries)
    return {state.value: counts[state] for state in FileState}


def as_unchanged(entries: Iterable[Entry]) -> list[Entry]:
    """Return the ledger as the next build would write it, where no file changed."""
    return [
        replace(entry, state=FileState.UNCHANGED) if entry.state is FileState.READ else entry
        for entry in entries
    ]


def write_ledger(path: Path, entries: Sequence[Entry]) -> None:
    """Write the ledger beside a graph, whole or not at all."""
    lines = map(json.JSONEncoder(ensure_ascii=False).encode, map(_plain, entries))
    write_whole(path, "".join(f"{line}\n" for line in lines).encode())


def _plain(entry: Entry) -> dict[str, Any]:
    # What dataclasses offer for this copies every value, which takes long for a large collection.
    plain = {name: getattr(entry, name) for name in _FIELDS}
    plain["warnings"] = [asdict(warned) for warned in entry.warnings]
    return plain


def read_ledger(path: Path) -> tuple[Entry, ...]:
    """Return the ledger of a graph; one that is lost or damaged is empty, for it is made anew."""
    try:
        # All at once: each call of the library costs more than a line.
        lines = path.read_text("utf-8").removesuffix("\n").replace("\n", ",")
        return tuple(map(_entry, json.loads(f"[{lines}]")))
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


def states_of(path: Path) -> Read:
    """Return what a ledger says of texts and failures alone; nothing where it is lost.

    That is all that is looked at of it: the ledger of a large collection takes a while to read.
    """
    states = {state.value.encode(): state for state in FileState}
    texts: dict[str, FileState] = {}
    failed = 0
    try:
        with path.open("rb") as file:
            for told in filter(None, map(_STATE_AND_TEXT.search, file)):
                state = states.get(told[1])
                failed += state is FileState.FAILED
                if state and told[2]:
                    texts[told[2].decode()] = state
    except OSError:
        return Read({}, 0)
    return Read(texts, failed)
