"""What the columns of answers are called, and their cells as people read them."""

from collections.abc import Callable, Mapping
from typing import Final

from graph.rdf import vocabulary as ld
from graph.values import Value
from graph.words.labels import HEADINGS as FIELD_WORDS
from graph.words.labels import (
    LEVEL_WORDS,
    RELATION_WORDS,
    REVIEW_WORDS,
    STATUS_WORDS,
    rule_words,
    shown_date,
    word,
)
from graph.words.sentences import Language
from graph.words.tables import Pairs
from graph.words.whereabouts import place_line

_PLACE_BASE = f"{ld.thing_node('place', '').value}"
_REVIEWS = {node.value: name for name, node in ld.REVIEWS.items()}
_RELATIONS = {node.value: name for node, name in ld.RELATION_NAMES.items()}
_PLACES = frozenset({"place"})

HEADINGS: Final = Pairs("labels", "column", FIELD_WORDS)
"""What a column of an answer is called; a test holds that every column has a heading."""

_STATED_WORDS: Final = Pairs("labels", "contradicted")
_STATED: Final[Mapping[str, str]] = {
    ld.DATE.value: "date",
    ld.ISSUED_BY.value: "issuer",
    ld.DOCUMENT.value: "issued",
}


DATES: Final = ("date", "issued", "read", "since", "due_until")
"""The columns that hold dates."""

STATE_WORDS: Final = Pairs("labels", "in force")
"""The states of ``graph.ask.validity``; silence is never called force."""
_BASIS_WORDS: Final = Pairs("labels", "day from")


def cell_words(column: str, value: Value, language: Language) -> str:
    """Return a value as people read it: words for relations, levels and places, dates as written.

    >>> cell_words("level", "https://w3id.org/luocdo/scheme/province", Language.VI)
    'Tỉnh'
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return f"{value:g}" if isinstance(value, float) else str(value)
    if column in _TOLD:
        return _TOLD[column](language, value)
    if value in _REVIEWS or value in _RELATIONS:
        reviewed = value in _REVIEWS
        names, words = (_REVIEWS, REVIEW_WORDS) if reviewed else (_RELATIONS, RELATION_WORDS)
        return word(words, language, names[value])
    if value in _STATED:
        return word(_STATED_WORDS, language, _STATED[value])
    if column in _PLACES or value.startswith(_PLACE_BASE):
        return place_line(value.removeprefix(_PLACE_BASE))
    name = value.removeprefix(ld.SCHEME)
    return word({**LEVEL_WORDS, **STATUS_WORDS}, language, name) if name != value else value


def column_of(name: str, field: object) -> str:
    """Return the column that a cell reads as: the value of a field reads as that field does.

    >>> column_of("value", "https://w3id.org/luocdo/ns#date"), column_of("quote", None)
    ('date', 'quote')
    """
    if name != "value" or not isinstance(field, str):
        return name
    return _STATED.get(field, field)


_TOLD: Final[Mapping[str, Callable[[Language, str], str]]] = {
    "state": lambda language, value: word(STATE_WORDS, language, value),
    "basis": lambda language, value: word(_BASIS_WORDS, language, value),
    "rule": rule_words,
    **dict.fromkeys(DATES, shown_date),
}
"""The columns whose values are told by their column alone."""
