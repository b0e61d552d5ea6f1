"""Why a file was not read, what to know of one that was, and what became of it."""

from collections.abc import Mapping
from typing import Final

from graph.words.sentences import Cause, Language
from graph.words.tables import Pairs

REMARKS: Final = Pairs("labels", "remark")
_LEFT_OUT: Final = Pairs("labels", "left out")
STATES: Final = Pairs("labels", "file")
COLUMNS: Final = Pairs("labels", "file column")
"""What a ledger tells of each file."""


def reason(language: Language, code: str, fields: Mapping[str, str]) -> str:
    """Return why a file was not read.

    >>> reason(Language.EN, "missing program", {"program": "tesseract-ocr-vie"})
    'waits for tesseract-ocr-vie to be installed'
    """
    return Cause(code, fields).told(language)


def remark(language: Language, code: str, fields: Mapping[str, str]) -> str:
    """Return what to know of a file that was read.

    >>> remark(Language.EN, "pages-left-out", {"pages": "2", "why": "never"})
    '2 pictured pages left out: --ocr never'
    """
    words = {**fields, "why": _why(language, fields["why"])} if "why" in fields else fields
    return language.choose(REMARKS[code]).format_map(words)


def _why(language: Language, code: str) -> str:
    """Return why pages were left out: for a reason, or for want of the program that is named."""
    if code in _LEFT_OUT:
        return language.choose(_LEFT_OUT[code])
    return reason(language, "missing program", {"program": code})


def state(language: Language, code: str) -> str:
    """Return the word for what became of a file."""
    return language.choose(STATES[code])
