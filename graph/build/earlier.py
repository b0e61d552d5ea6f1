"""What a store knows from earlier builds, also where its graph can no longer be used."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from graph.build.ledger import Ledger, read_ledger
from graph.build.seen.known import Known, read_known
from graph.errors import DamagedStore, ImportedStore, NotAStore, OlderVersion
from graph.store.disk import (
    IMPORTED,
    State,
    dataset_path,
    ledger_path,
    open_folder,
    read_decisions_path,
    read_state,
    read_text_files,
)
from graph.store.soundness import is_sound
from graph.store.text_files import TextFile, TextFiles
from graph.whole_files import is_draft

_OURS = {"lock", "readings", "graphs"}
"""What a build that was stopped before its first graph was valid may have left in the folder."""


class Rebuilt(StrEnum):
    """Why a store has to be built from its files again, whether or not one of them changed."""

    NO = ""
    OLDER = "older"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The state of a store, what is known of its files, and its decisions; empty if new.

    Without a ``state`` there is no graph that can be kept.
    """

    state: State | None = None
    known: Known = field(default_factory=Known)
    decisions: Path | None = None
    expected: Path | None = None
    rebuilt: Rebuilt = Rebuilt.NO


def earlier_in(directory: Path, *, rehash: bool = False) -> Earlier:
    """Return what the store in ``directory`` knows; with ``rehash`` each of its files is read.

    Raises NotAStore (a folder that is in use for something else), OtherVersion, ImportedStore, and
    DamagedStore or OlderVersion where not even the list of its files can be read.
    """
    refuse_others(directory)
    try:
        state = read_state(directory)
    except OlderVersion as error:
        return _remains(directory, Rebuilt.OLDER, error)
    except DamagedStore as error:
        return _remains(directory, Rebuilt.DAMAGED, error)
    if state is None:
        return Earlier()
    return Earlier(
        state=state,
        known=read_known(directory, state.graph)
        or _known(directory, state.graph, read_text_files(directory, state.graph)),
        decisions=read_decisions_path(directory, state.graph),
        expected=read_decisions_path(directory, state.graph, "expected"),
        rebuilt=Rebuilt.DAMAGED if _damaged(directory, state, rehash) else Rebuilt.NO,
    )


def refuse_others(directory: Path) -> None:
    """Raise NotAStore, OtherVersion or ImportedStore where no store may be built."""
    state = None
    with suppress(OlderVersion, DamagedStore):
        state = read_state(directory)
        if state is None and directory.exists() and not _free(directory):
            raise NotAStore(directory, exists=True)
    if state and state.reader == IMPORTED:
        raise ImportedStore(directory)


def _free(directory: Path) -> bool:
    return directory.is_dir() and all(
        entry.name in _OURS or is_draft(entry) for entry in directory.iterdir()
    )


def _damaged(directory: Path, state: State, rehash: bool) -> bool:
    try:
        open_folder(directory)
    except DamagedStore:
        return True
    return not is_sound(dataset_path(directory, state.graph), rehash=rehash)


def _remains(directory: Path, rebuilt: Rebuilt, error: OlderVersion | DamagedStore) -> Earlier:
    """Return files and decisions of the newest graph in a store whose state is of no use."""
    lists = directory.glob("graphs/*/texts.json")
    newest = max(lists, key=lambda path: path.stat().st_mtime, default=None)
    if newest is None:
        raise error
    graph = newest.parent.name
    try:
        texts = tuple(
            TextFile(each["path"], each["name"], each.get("sha", ""), each.get("member", ""))
            for each in json.loads(newest.read_bytes())
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        raise error from None
    decisions = read_decisions_path(directory, graph)
    expected = read_decisions_path(directory, graph, "expected")
    known = _known(directory, graph, texts)
    return Earlier(known=known, decisions=decisions, expected=expected, rebuilt=rebuilt)


def _known(directory: Path, graph: str, texts: Iterable[TextFile]) -> Known:
    """Return what is known of files of which it is not known how they looked."""
    ledger = Ledger.of(read_ledger(ledger_path(directory, graph))).as_unchanged()
    shas = [sha.decode() for sha, _ in ledger.heads]
    return Known(lines=ledger.lines, shas=shas, rows=TextFiles.of(texts).rows)
