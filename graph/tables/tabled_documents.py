"""Documents as rows show them, out of the tables: those that thousands of texts speak of, too."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from graph.read.documents import Documents
from graph.store.dataset import Dataset
from graph.store.disk import GraphStore
from graph.tables.database import tables_beside
from graph.tables.document_rows import lasting_names, rows_of
from graph.values import Found


class TabledDocuments(Documents):
    """The documents of a dataset, whose rows are those of its tables.

    Raises sqlite3.Error.
    """

    def __init__(self, dataset: Dataset, tables: sqlite3.Connection) -> None:
        super().__init__(dataset)
        self._tables = tables
        self._rows: dict[str, Found] = {}
        self._lasting: dict[str, str] = {}

    def fetch(self, iris: Iterable[str]) -> None:
        """Read many rows at once, for who is going to ask for them."""
        wanted = set(iris) - self._rows.keys()
        self._rows |= rows_of(self._tables, wanted)
        self._lasting |= lasting_names(self._tables, wanted)

    def lasting(self, iri: str) -> str:
        """Return what means the document for long."""
        if iri not in self._lasting:
            self.fetch([iri])
        return self._lasting.get(iri, "")

    def found(self, iri: str) -> Found:
        """Return a document as rows show it."""
        if iri not in self._rows:
            self.fetch([iri])
        return self._rows[iri] if iri in self._rows else super().found(iri)


@contextmanager
def documents_of(store: GraphStore) -> Iterator[Documents]:
    """Give the documents of a store, out of its tables where there are any.

    Raises DamagedStore.
    """
    with tables_beside(store) as tables:
        if tables is None:
            yield Documents(store.dataset)
        else:
            yield TabledDocuments(store.dataset, tables)
