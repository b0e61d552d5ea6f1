"""The store of a folder as its last build left it: a new build is taken up without a restart."""

from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock, Thread
from typing import Final

from graph.ask.owed.accounts import Ledger, ledger_of
from graph.errors import GraphError, NotAStore
from graph.opening import open_tables
from graph.pages.sources import TextHashes
from graph.read.places import places_of
from graph.store.disk import GraphStore, open_folder, read_state, read_text_files
from graph.tables.columns import Tables
from graph.tables.database import reading
from graph.tables.document_rows import rows_of
from graph.tables.sought.finding import find
from graph.tables.sought.narrowing import EVERYTHING
from graph.tables.tabled_documents import TabledDocuments
from graph.web.clicks.queue import Queue
from graph.web.overview import Overdue, Overview, overdue_on, overview_of
from graph.words.whereabouts import place_line
from ontology.dates import today

_SOUGHT: Final = "Kết luận số 0-KL/TU Lai Châu"
"""A number and words that nobody looks for: to look for them takes all that any search learns."""

_PLACE: Final = "lai-chau.tam-duong"
"""A place by its path: to name it takes the tables of all districts and communes."""


class Version:
    """One graph of the store, with what costs much to learn of it: learnt once, when asked for."""

    def __init__(self, store: GraphStore) -> None:
        self.store = store
        # Who waits for one of them does not wait for the others.
        self._queue, self._overview, self._tables, self._judging = (Lock() for _ in range(4))
        self._asked: date | None = None
        self._overdue: Overdue | None = None
        self._ledger: Ledger | None = None

    def learn(self) -> None:
        """Learn in the background what pages ask for, before somebody does."""
        Thread(target=self._learn, daemon=True).start()

    def _learn(self) -> None:
        # A build may just be removing the graph: whoever asks next is told, or has the new one.
        with suppress(OSError, GraphError):
            _ = self.overview, self.queue, self.overdue(today())
            find(self.store, self.tables, _SOUGHT, EVERYTHING, part=slice(0))
            place_line(_PLACE)

    @cached_property
    def queue(self) -> Queue:
        """What waits for a decision."""
        tables = self.tables
        with self._queue, reading(self.store.directory):
            return Queue(self.store.dataset, tables)

    @cached_property
    def overview(self) -> Overview:
        """What the start page tells."""
        tables = self.tables
        with self._overview:
            return overview_of(self.store, tables)

    def overdue(self, day: date) -> Overdue | None:
        """Return what is overdue on a day; None as long as it is only being found out."""
        known = self._overdue
        if known and known.day == day:
            return known
        if self._asked != day:
            self._asked = day
            Thread(target=self._find_overdue, args=(day,), daemon=True).start()
        return None

    def _find_overdue(self, day: date) -> None:
        with suppress(OSError, GraphError):
            self._overdue = overdue_on(self.store, self.ledger(day))

    def ledger(self, day: date) -> Ledger:
        """Return all debts as of a day; those of the day that was asked last are remembered."""
        with self._judging:
            if self._ledger is None or self._ledger.as_of != day:
                self._ledger = ledger_of(self.store, day)
            return self._ledger

    @cached_property
    def tables(self) -> Tables:
        """What words are looked for in; where the store has no tables it takes a while."""
        with self._tables:
            return open_tables(self.store)

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The hash of each text by its name."""
        return TextHashes(self.store)

    def places(self, iris: list[str]) -> Mapping[str, str]:
        """Return the names of the places of documents, by their paths."""
        with reading(self.store.directory):
            return places_of(rows_of(self.tables, iris).values())

    def documents(self) -> TabledDocuments:
        """Return the documents, to be read for one page."""
        return TabledDocuments(self.store.dataset, self.tables)

    @cached_property
    def files(self) -> Mapping[str, tuple[Path, ...]]:
        """The files that held each text when the store was built, in order, by its hash."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for file in read_text_files(self.store.directory, self.store.state.graph):
            found[file.sha].add(file.path)
        folder = self.store.directory
        return {
            sha: tuple(sorted({(folder / path).resolve() for path in paths}))
            for sha, paths in found.items()
        }


class CurrentStore:
    """The folder of a store, and the version of it that was opened last."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._version = Version(open_folder(directory))
        self._lock = Lock()

    def version(self) -> Version:
        """Return the valid graph of the store; raises what ``open_folder`` raises."""
        state = read_state(self.directory)
        if state is None:
            raise NotAStore(self.directory, exists=self.directory.is_dir())
        with self._lock:
            if state != self._version.store.state:
                self._version = Version(open_folder(self.directory))
                self._version.learn()
            return self._version
