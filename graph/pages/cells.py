"""What the tables of debts and of tasks show, on whichever page they stand."""

from collections.abc import Callable

from graph.pages.debts import Named, ShownDebt, ShownTask
from graph.values import Quote, Step
from graph.words.labels import DOUBT_WORDS, OWED_SIGNS, OWED_WORDS, shown_date, word
from graph.words.sentences import Language

Naming = Callable[[Named], tuple[str, str]]
"""What a page calls a document, and its address there; that is empty where it has none."""
Finding = Callable[[Quote | Step], str]
"""The address of words; empty where their text cannot be read there."""


def debt_cells(
    row: ShownDebt, language: Language, named: Naming, words_at: Finding
) -> dict[str, object]:
    """Return one debt as ``debt_rows.html.j2`` shows it."""
    return {
        "row": row,
        "status": status_words(row.status, language),
        "deed": word(OWED_WORDS, language, row.deed),
        "due": shown_date(language, row.due) or row.due_printed,
        "about": [*map(named, row.about)],
        "set_by": named(row.set_by) if row.set_by else None,
        "perhaps": named(row.perhaps) if row.perhaps else None,
        "met_by": named(row.met_by) if row.met_by else None,
        "met_words": words_at(row.met_words) if row.met_words else "",
        "doubt": word(DOUBT_WORDS, language, row.doubt) if row.doubt else "",
        "decided": language.choose(row.decided),
        "listed": language.choose(row.listed),
        "words": words_at(row.quote),
        "also": [(quote, words_at(quote)) for quote in row.also],
    }


def task_cells(
    task: ShownTask, language: Language, named: Naming, words_at: Finding
) -> dict[str, object]:
    """Return one task as ``task_rows.html.j2`` shows it."""
    return {
        "row": task,
        "due": shown_date(language, task.due) or task.due_printed,
        "set_by": named(task.set_by),
        "words": words_at(task.quote),
    }


def status_words(status: str, language: Language) -> str:
    """Return the sign and the words of a status."""
    return f"{OWED_SIGNS[status]} {word(OWED_WORDS, language, status)}"
