"""What is found in a graph by number, by words, and by what documents are."""

from typing import TYPE_CHECKING, Unpack

from graph.notebook.owing import Owing
from graph.notebook.rows import (
    DOCUMENT_SHOWN,
    DocumentRow,
    PassageRow,
    document_row,
    passage_row,
)
from graph.notebook.table import Table, columns_of
from graph.opening import open_tables
from graph.store.disk import GraphStore
from graph.tables.columns import Tables
from graph.tables.sought.narrowing import Narrowed, Narrowing, Order
from graph.words.sentences import Language

if TYPE_CHECKING:
    from graph.tables.sought.hits import Hits


class Searching(Owing):
    """A graph in which documents, and words of their texts, are looked for."""

    def __init__(self, store: GraphStore, language: Language) -> None:
        super().__init__(store, language)
        self._tables: Tables | None = None

    def find(
        self,
        words: str = "",
        *,
        order: Order | str = Order.RELEVANCE,
        limit: int | None = None,
        **narrowed: Unpack[Narrowing],
    ) -> Table[DocumentRow]:
        """Return the documents that ``words`` find, the nearest first; without words, the newest.

        A number or a name finds the documents that it may mean. Other words are looked for, with
        or without marks, in titles, issuers and texts. ``narrowed`` are ``place`` (with all in it),
        ``level``, ``type``, ``issuer``, ``year``, ``since``, ``until``, ``held`` and
        ``without_plan``, as typed; see ``graph.tables.sought.narrowing.Narrowed``. ``order`` may be
        "date". Raises UnknownPlace, WrongUse, NoWordSearch.

        >>> [row.selector for row in kg.find("69-kl/tu")]
        ['69-KL/TU@ha-giang', '69-KL/TU@lai-chau']
        >>> [row.document for row in kg.find(place="Tam Đường", year=2022)]
        ['Kế hoạch 98-KH/HU']
        """
        hits = self._hits(words, Order(order), limit, 0, narrowed)
        rows = [document_row(hit.document) for hit in hits.hits]
        return Table(
            rows,
            columns_of(DocumentRow),
            words,
            shown=DOCUMENT_SHOWN,
            language=self.language,
            store=self._store,
        )

    def search(
        self,
        words: str,
        *,
        order: Order | str = Order.RELEVANCE,
        limit: int | None = 100,
        **narrowed: Unpack[Narrowing],
    ) -> Table[PassageRow]:
        """Return the passages of texts that say ``words``, up to three of each document.

        Words are typed with or without marks, a phrase in quotes; ``limit`` is how many documents
        are looked into, all else is as in ``find``.

        >>> row = kg.search("doi thoai", place="Tam Đường", year=2021)[0]
        >>> row.document, row.quote[slice(*row.marks[0])], row.text
        ('Kế hoạch 61-KH/HU', 'đối thoại', 'lai-chau_tam-duong_61-kh-hu_2021.txt')
        """
        hits = self._hits(words, Order(order), limit, 3, narrowed)
        rows = [passage_row(hit.document, passage) for hit in hits.hits for passage in hit.passages]
        return Table(rows, columns_of(PassageRow), words, language=self.language, store=self._store)

    def _hits(
        self, words: str, order: Order, limit: int | None, passages: int, narrowed: Narrowing
    ) -> "Hits":
        from graph.tables.sought.finding import find

        if self._tables is None:
            self._tables = open_tables(self._store)
        asked = Narrowed(**narrowed)
        return find(
            self._store,
            self._tables,
            words,
            asked,
            order=order,
            part=slice(limit),
            passages=passages,
        )
