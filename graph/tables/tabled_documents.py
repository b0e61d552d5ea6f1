"""Documents as rows show them, out of the tables: those that thousands of texts speak of, too."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from graph.read.documents import Documents
from graph.store.dataset import Dataset
from graph.store.disk import GraphStore
from graph.tables.database import tables_beside
from graph.tables.document_rows import lasting_names, meant_for_long, rows_of, text_names, types_of
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
        self._rows |= rows_of(self._tables, set(iris) - self._rows.keys())

    def lasting(self, iris: Sequence[str]) -> Mapping[str, str]:
        """Return what means documents for long."""
        wanted = [iri for iri in iris if iri not in self._lasting]
        if wanted:
            self._lasting |= lasting_names(self._tables, wanted)
        return {iri: self._lasting[iri] for iri in iris if iri in self._lasting}

    def meant(self, names: Iterable[str]) -> Mapping[str, str]:
        """Return the IRIs of documents by what means them for long; others are left out."""
        return meant_for_long(self._tables, names)

    def fetch_texts(self, graphs: Iterable[str]) -> None:
        """Read the names of many texts at once."""
        by_sha = {graph.rpartition("/")[2]: graph for graph in graphs if graph not in self._names}
        for sha, name in text_names(self._tables, by_sha):
            self._names[by_sha[sha]] = name

    def types(self, iri: str) -> Collection[str]:
        """Return the types that texts call a document."""
        return types_of(self._tables, iri)

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
