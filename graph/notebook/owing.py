"""What is owed, in Python: a table of debts with what became of each."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graph.notebook.handed_on import HandedOn
from graph.notebook.table import Table, columns_of
from graph.read.lookup import level_typed
from graph.typed.meaning import document_named
from graph.words.labels import name_of

if TYPE_CHECKING:
    from graph.ask.owed.answer import Owed
    from graph.ask.owed.rows import OwedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedDocument:
    """One debt: ``status`` is what became of it, ``quote`` the words of ``text`` that order it."""

    body: str
    place: str
    product: str
    expects: str
    about: tuple[str, ...]
    due: str
    status: str
    met_by: str
    doubt: str
    perhaps: str
    decided: str
    set_by: str
    quote: str
    text: str
    page: int
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenTask:
    """Work that leaves no document, so that nobody can tell from documents whether it was done."""

    body: str
    task: str
    outcome: str
    due: str
    joining: str
    set_by: str
    quote: str
    text: str
    page: int


class Owing(HandedOn):
    """A graph that is asked who owes what."""

    def owed(
        self, number: str = "", *, place: str = "", level: str = "", as_of: str | date = ""
    ) -> Table[OwedDocument]:
        """Return what bodies owe by, or about, the document ``number``, or by all documents.

        ``place`` and ``level`` are those of the bodies, as typed; ``as_of`` is a day, today without
        one. Raises NotFound, Ambiguous, UnknownPlace, WrongUse.

        >>> met = [row for row in kg.owed("69-KL/TU@lai-chau", as_of="1/9/2021") if row.met_by]
        >>> [(row.body, row.due, row.met_by) for row in met][0]
        ('Huyện ủy Phong Thổ', '2021-06-30', 'Kế hoạch 52-KH/HU')
        """
        from graph.decisions.words import decided_words

        answer, title = self._owed(number, place, level, as_of)
        rows = [
            _row(each, decided_words(each.decided, self.language) if each.decided else "")
            for each in answer.rows
        ]
        return Table(
            rows, columns_of(OwedDocument), title, language=self.language, store=self._store
        )

    def tasks(
        self, number: str = "", *, place: str = "", level: str = "", as_of: str | date = ""
    ) -> Table[GivenTask]:
        """Return the work without a document that ``number`` gives, or that all documents give.

        The arguments and errors are those of ``owed``.
        """
        answer, title = self._owed(number, place, level, as_of)
        rows = [
            GivenTask(
                body=each.body,
                task=each.task,
                outcome=each.outcome,
                due=each.due_until or each.due,
                joining=each.joining,
                set_by=name_of(each.set_by),
                quote=each.quote.quote,
                text=each.quote.text,
                page=each.quote.page,
            )
            for each in answer.tasks
        ]
        return Table(rows, columns_of(GivenTask), title, language=self.language, store=self._store)

    def _owed(self, number: str, place: str, level: str, as_of: str | date) -> tuple["Owed", str]:
        """Return what is owed, and what the document asked about is called."""
        from graph.ask.owed.answer import owed
        from graph.typed.days import day_or_today

        day = as_of if isinstance(as_of, date) else day_or_today(as_of)
        found = document_named(self._store, number) if number else None
        answer = owed(
            self._store,
            found.iri if found else "",
            level=level_typed(level or None),
            place=place,
            as_of=day,
        )
        return answer, name_of(found) if found else ""


def _row(row: "OwedRow", decided: str) -> OwedDocument:
    return OwedDocument(
        body=row.body,
        place=row.place,
        product=row.product,
        expects=row.review or row.expects,
        about=tuple(name_of(document) for document in row.about),
        due=row.due_until or row.due,
        status=row.status.value,
        met_by=name_of(row.met_by) if row.met_by else "",
        doubt=row.doubt.value if row.doubt else "",
        perhaps=name_of(row.perhaps) if row.perhaps else "",
        decided=decided,
        set_by=name_of(row.set_by) if row.set_by else "",
        quote=row.quote.quote,
        text=row.quote.text,
        page=row.quote.page,
        id=row.id,
    )
