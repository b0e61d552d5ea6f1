"""Headings and cells of the tables that Python gets, in a language."""

from typing import Final

from graph.words.headings import HEADINGS, cell_words
from graph.words.labels import HEADINGS as FIELD_WORDS
from graph.words.labels import LEVEL_WORDS, RELATION_WORDS, REVIEW_WORDS, SEVERITY_WORDS, word
from graph.words.sentences import Language
from graph.words.tables import Pairs

_TABLES: Final = {
    "level": LEVEL_WORDS,
    "relation": RELATION_WORDS,
    "review": REVIEW_WORDS,
    "severity": SEVERITY_WORDS,
    "field": FIELD_WORDS,
}
_ANSWERS: Final = Pairs("labels", "answer")


def heading(column: str, language: Language) -> str:
    """Return what a column is called.

    >>> heading("carries_out", Language.EN), heading("x", Language.VI)
    ('Carries out', 'x')
    """
    return word(HEADINGS, language, column)


def cell_text(column: str, value: object, language: Language) -> str:
    """Return a value as people read it.

    >>> cell_text("level", "province", Language.VI), cell_text("date", "2021-04-09", Language.VI)
    ('Tỉnh', '09/04/2021')
    """
    if isinstance(value, bool):
        return word(_ANSWERS, language, "yes" if value else "no")
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if column in _TABLES and isinstance(value, str) and value in _TABLES[column]:
        return word(_TABLES[column], language, value)
    if value is None or isinstance(value, str | int | float):
        return cell_words(column, value, language)
    return str(value)
