"""Headings and cells of the tables that Python gets, in a language."""

from collections.abc import Mapping
from typing import Final

from graph.words.headings import HEADINGS as QUESTION_HEADINGS
from graph.words.headings import cell_words
from graph.words.labels import HEADINGS as FIELD_WORDS
from graph.words.labels import LEVEL_WORDS, RELATION_WORDS, REVIEW_WORDS, SEVERITY_WORDS, word
from graph.words.sentences import Language

_HEADINGS: Final[Mapping[str, tuple[str, str]]] = {
    **QUESTION_HEADINGS,
    "title": ("Trích yếu", "Title"),
    "held": ("Có toàn văn", "Text held"),
    "resolved": ("Đã xác định", "Resolved"),
    "unconfirmed_fields": ("Chưa xác nhận", "Not confirmed"),
    "unconfirmed": ("Chưa xác nhận", "Not confirmed"),
    "steps": ("Số bước", "Steps"),
    "carries_out": ("Triển khai", "Carries out"),
    "inferred": ("Suy luận", "Inferred"),
    "severity": ("Mức", "Severity"),
    "message_vi": ("Nội dung", "Message"),
    "message_en": ("Nội dung", "Message"),
    "sources": ("Theo", "According to"),
    "field": ("Thuộc tính", "Field"),
    "value": ("Giá trị", "Value"),
    "shown": ("Được chọn", "Shown"),
    "conflict": ("Mâu thuẫn", "Conflict"),
    "name": ("Tên", "Name"),
    "question": ("Câu hỏi", "Question"),
    "parameters": ("Hỏi về", "About"),
}
_TABLES: Final = {
    "level": LEVEL_WORDS,
    "relation": RELATION_WORDS,
    "review": REVIEW_WORDS,
    "severity": SEVERITY_WORDS,
    "field": FIELD_WORDS,
}
_YES_NO: Final = {True: ("có", "yes"), False: ("không", "no")}


def heading(column: str, language: Language) -> str:
    """Return what a column is called.

    >>> heading("carries_out", Language.EN), heading("x", Language.VI)
    ('Carries out', 'x')
    """
    return word(_HEADINGS, language, column)


def cell_text(column: str, value: object, language: Language) -> str:
    """Return a value as people read it.

    >>> cell_text("level", "province", Language.VI), cell_text("date", "2021-04-09", Language.VI)
    ('Tỉnh', '09/04/2021')
    """
    if isinstance(value, bool):
        return _YES_NO[value][0 if language is Language.VI else 1]
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if column in _TABLES and isinstance(value, str) and value in _TABLES[column]:
        return word(_TABLES[column], language, value)
    if value is None or isinstance(value, str | int | float):
        return cell_words(column, value, language)
    return str(value)
