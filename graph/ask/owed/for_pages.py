"""What is owed, as the page and the site show it."""

from collections.abc import Callable
from datetime import date
from typing import Final

from graph.ask.owed.adding_up import figures
from graph.ask.owed.answer import Owed, owed, owed_among
from graph.ask.owed.rows import OwedRow
from graph.ask.owed.tasks import TaskRow
from graph.decisions.words import decided_words, listed_words
from graph.pages.debts import Debts, Named, ShownDebt, ShownTask
from graph.read.collection import Collection
from graph.store.disk import GraphStore
from graph.values import Decided, Found
from graph.words.labels import name_of
from graph.words.sentences import Language
from graph.words.whereabouts import place_line
from ontology.bilingual import Bilingual

MOST_SHOWN: Final = 2_000
"""How many debts a page or a site holds: those that are overdue first."""


def debts_for_pages(
    store: GraphStore,
    as_of: date,
    *,
    part: Collection | None = None,
    place: str = "",
    most: int = MOST_SHOWN,
) -> Debts:
    """Return the first of all debts as of a day, and of the tasks that leave no document.

    Of ``part`` of a store they are those that its documents order, or that are ordered about them;
    ``place``, as typed, is that of the bodies, empty for any. Raises UnknownPlace.
    """
    if part is None:
        answer = owed(store, place=place, as_of=as_of, most=most)
    else:
        iris = [each.found.iri for each in part.documents]
        answer = owed_among(store, iris, place=place, as_of=as_of, most=most)
    return Debts(
        as_of=answer.as_of,
        figures=_both(lambda language: figures(answer, language)),
        rows=tuple(map(shown_debt, answer.rows)),
        tasks=tuple(map(shown_task, answer.tasks)),
        left_out=_left_out(answer),
    )


def _left_out(answer: Owed) -> int:
    return answer.found - len(answer.rows) + answer.tasks_given - len(answer.tasks)


def shown_debt(row: OwedRow) -> ShownDebt:
    """Return a debt as pages show it."""
    return ShownDebt(
        id=row.id,
        status=row.status.value,
        body=row.body,
        where=place_line(row.place, (row.body,)),
        product=row.product,
        deed=row.review or row.expects,
        about=tuple(map(_named, row.about)),
        set_by=_named(row.set_by) if row.set_by else None,
        due=row.due_until,
        due_printed=row.due_printed,
        quote=row.quote,
        rule=row.rule,
        confidence=row.confidence,
        met_by=_named(row.met_by) if row.met_by else None,
        met_words=row.words,
        passed_to=row.passed_to,
        doubt=row.doubt or "",
        perhaps=_named(row.perhaps) if row.perhaps else None,
        decided=_said(row.decided, decided_words),
        listed=_said(row.listed, listed_words),
        also=row.also,
    )


def shown_task(row: TaskRow) -> ShownTask:
    """Return a task as pages show it."""
    return ShownTask(
        body=row.body,
        task=row.task,
        outcome=row.outcome,
        joining=row.joining,
        set_by=_named(row.set_by),
        due=row.due_until,
        due_printed=row.due_printed,
        quote=row.quote,
    )


def _named(document: Found) -> Named:
    return Named(document.iri, name_of(document))


def _said(decided: Decided | None, words: Callable[[Decided, Language], str]) -> Bilingual:
    if decided is None:
        return Bilingual("", "")
    said = decided
    return _both(lambda language: words(said, language))


def _both(words: Callable[[Language], str]) -> Bilingual:
    return Bilingual(words(Language.VI), words(Language.EN))
