"""One document as Python gets it: what it is, its relations both ways, where it is mentioned."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TypeVar

from graph.ask.originals import Original, own_text
from graph.harmless import plain
from graph.notebook.rows import LINK_SHOWN, LinkRow, link_row
from graph.notebook.table import Table, columns_of
from graph.store.disk import GraphStore
from graph.values import DocumentView, Found, Step
from graph.words.labels import name_of
from graph.words.sentences import Language
from ontology.dates import partial_date

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One value that texts state of a document; ``shown`` marks the one that rows show.

    ``conflict`` tells that the values of the field cannot all hold; ``sources`` are text names.
    """

    field: str
    value: str
    shown: bool
    conflict: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """One place that mentions a document, as in ``graph.values.Quote``."""

    quote: str
    text: str
    page: int
    box: str
    unconfirmed: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True, repr=False)
class Profile:
    """One document with all that is said of it.

    >>> profile = kg.document("43-KL/TW")
    >>> profile.name, profile.iri
    ('Kết luận 43-KL/TW', 'https://w3id.org/luocdo/id/doc/tw/k12/kl-tw/43')
    >>> {link.object for link in profile.outgoing if link.relation == "continues"}
    {'Nghị quyết 25-NQ/TW@XI'}
    """

    view: DocumentView
    language: Language
    originals: tuple[Original, ...] = ()
    """The files that hold its own text, the one to open first; none where none is known."""
    _store: GraphStore | None = None

    @property
    def document(self) -> Found:
        """What rows show of the document."""
        return self.view.document

    @property
    def iri(self) -> str:
        """The IRI of the document."""
        return self.view.document.iri

    @property
    def name(self) -> str:
        """What people call the document."""
        return name_of(self.view.document)

    @property
    def title(self) -> str:
        """What the document is about, as printed; empty where no text says so.

        >>> kg["43-KL/TW"].title[:38]
        'về tiếp tục thực hiện Nghị quyết số 25'
        """
        return self.view.document.title

    @property
    def date(self) -> date | None:
        """The day of the document; None where no whole day is known (``document.date`` has more).

        >>> kg["43-KL/TW"].date
        datetime.date(2019, 1, 7)
        """
        return partial_date(self.view.document.date).day

    @property
    def text(self) -> str:
        """The document's own text, as read; empty where it is only mentioned.

        Where there are several texts it is that of the first of ``originals``. Raises TextElsewhere
        where the store does not keep what it was built from.

        >>> kg["43-KL/TW"].text.splitlines()[0]
        'BAN CHẤP HÀNH TRUNG ƯƠNG'
        """
        return own_text(self._store, self.iri) if self._store is not None else ""

    @property
    def fields(self) -> Table[FieldRow]:
        """Every value that texts state, and which texts."""
        rows = [
            FieldRow(field.name, value.value, value.shown, field.conflict, value.sources)
            for field in self.view.fields
            for value in field.values
        ]
        return self._table(rows, FieldRow, self.name)

    @property
    def outgoing(self) -> Table[LinkRow]:
        """What the document says of others."""
        return self._links(self.view.outgoing, f"{self.name} →")

    @property
    def incoming(self) -> Table[LinkRow]:
        """What is said of the document."""
        return self._links(self.view.incoming, f"→ {self.name}")

    @property
    def mentions(self) -> Table[MentionRow]:
        """Every place that mentions the document."""
        rows = [
            MentionRow(
                quote=quote.quote,
                text=quote.text,
                page=quote.page,
                box=quote.box,
                unconfirmed=quote.unconfirmed,
                start=quote.start,
                end=quote.end,
            )
            for quote in self.view.quotes
        ]
        return self._table(rows, MentionRow, self.name)

    def _links(self, steps: Iterable[Step], title: str) -> Table[LinkRow]:
        rows = [link_row(step) for step in steps]
        return self._table(rows, LinkRow, title, LINK_SHOWN)

    def _table(
        self, rows: Sequence[R], kind: type[R], title: str, shown: Sequence[str] = ()
    ) -> Table[R]:
        columns, language = columns_of(kind), self.language
        return Table(rows, columns, title, shown=shown, language=language, store=self._store)

    def __repr__(self) -> str:
        """Return the document as a terminal shows it."""
        from rich.console import Console

        from graph.terminal.answers import document_view

        console = Console(width=100, color_system=None, force_jupyter=False)
        with console.capture() as captured:
            console.print(document_view(self.view, self.language))
        return captured.get()

    def _repr_html_(self) -> str:
        """Return the document as a notebook shows it: every text escaped."""
        found = self.view.document
        tables = (self.fields, self.outgoing, self.incoming)
        parts = "".join(table._repr_html_() for table in tables if len(table))
        title = f"<p>{escape(plain(found.title))}</p>" if found.title else ""
        return (
            f'<h4><a href="{escape(found.iri)}">{escape(plain(self.name))}</a></h4>{title}{parts}'
        )
