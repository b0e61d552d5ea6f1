"""Numbers and days of a scan: left open where OCR is not sure of them, and never confirmed by it.

A number that is guessed, where one was written by hand into a printed head, makes another document
of this one; a blank is what the document has until somebody fills it in, and is read as such. A
printed 29 is read as 22 with the same confidence as any word.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from extract.readers.paper.words import Run, Word, run_of, same_line
from extract.text.source import Span

UNREAD = "…"
"""What is written in the place of a number that nobody could read."""
_SURE = 0.75
_HEAD = 0.5
"""The head stands in the upper half of the first page."""
_GLUED = re.compile(r"(?i:(?<=ngày)|(?<=tháng)|(?<=năm))(?=\S)|(?<=\S)(?=(?:tháng|năm)\b)")
"""Where OCR has lost the space beside a day: "ngày22tháng"."""
_NUMBER_SIGN = re.compile(r"Số:?")
_NUMBER = re.compile(r"\d+[a-z]?(?:/(?:19|20)\d\d)?")
_SYMBOL = re.compile(r"[-/\u2013]\s?[A-ZĐ]{2}")
_BEFORE = {"ngày": 31, "tháng": 12}
"""The word before a day or a month, and the greatest that there is."""
_WITH_DIGITS = re.compile(r"[^\s|]*\d[^\s|]*")


def unconfirmed(text: str, recognised: Iterable[Span]) -> Iterator[Span]:
    """Yield each word with digits in the parts of ``text`` that OCR has read."""
    for part in recognised:
        for found in _WITH_DIGITS.finditer(text, part.start, part.end):
            yield Span(found.start(), found.end())


def without_guesses(runs: Sequence[Run], height: float) -> list[Run]:
    """Return the runs of a first page with its own number and day open where they are guessed."""
    result: list[Run] = []
    has_number = has_day = False
    for run in runs:
        words: Sequence[Word] = run.words
        if run.middle < _HEAD * height:
            signed = _NUMBER_SIGN.match(run.text) is not None
            if not has_number and _SYMBOL.search(run.text) and (signed or _is_behind(run, runs)):
                has_number, words = True, list(_open_number(words, signed=signed))
            if not has_day and "ngày" in run.text and "năm" in run.text and "," in run.text:
                has_day, words = True, list(_open_days([*_parted(words)]))
        result.append(run if words is run.words else run_of(words))
    return result


def _is_behind(run: Run, runs: Sequence[Run]) -> bool:
    """Tell whether "Số:" stands before a run on its line, a gap between them."""
    return any(
        _NUMBER_SIGN.fullmatch(other.text) and other.right <= run.left and same_line(other, run)
        for other in runs
    )


def _open_number(words: Sequence[Word], *, signed: bool) -> Iterator[Word]:
    """Yield the words of a line with a number, one sign for what is not surely read of it."""
    left_out = behind = False
    for index, word in enumerate(words):
        symbol = _SYMBOL.search(word.text)
        number = word.text[: symbol.start()] if symbol else word.text
        unsure = word.confidence < _SURE or not _NUMBER.fullmatch(number)
        if behind or (signed and not index) or (symbol and not number):
            behind = behind or symbol is not None
            yield word
        elif unsure:
            if not left_out:
                yield word._replace(text=UNREAD + word.text[len(number) :])
            elif symbol:
                yield word._replace(text=word.text[len(number) :])
            left_out, behind = True, symbol is not None
        else:
            behind = symbol is not None
            yield word


def _parted(words: Sequence[Word]) -> Iterator[Word]:
    """Yield words, a day that is glued to the words beside it on its own."""
    for word in words:
        for part in _GLUED.split(word.text):
            if part:
                yield word._replace(text=part)


def _open_days(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the words of a date, one sign for a day or a month that is not surely read."""
    before = ""
    for word in words:
        greatest = _BEFORE.get(before.lower())
        before = word.text
        sure = word.confidence >= _SURE and word.text.isdecimal()
        if greatest is None or word.text.lower() in {"tháng", "năm"}:
            yield word
        else:
            known = sure and 0 < int(word.text) <= greatest
            yield word if known else word._replace(text=UNREAD)
