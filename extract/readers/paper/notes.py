"""Footnotes: small print below the text, begun by the number that stands raised in the text.

They are written as the layout of a text ties them: "<sup>1</sup>" where the text refers to a
note, and at its start.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from extract.readers.paper.words import Run, Word, has_raised, is_raised

_NUMBER = re.compile(r"\(?\[?(\d{1,3})[\])]?")
_SMALLER = 0.95
_GOOD_PART = 0.2
_UNIT = re.compile(r"(?<![^\W\d_])[kcdm]?m$")


def text_height(lines: Iterable[Run]) -> float:
    """Return the height of the letters of the text: the greatest that a good part is set in."""
    heights: Counter[float] = Counter()
    for line in lines:
        heights[round(line.height * 2) / 2] += len(line.words)
    least = _GOOD_PART * heights.total()
    return max((height for height, words in heights.items() if words >= least), default=1.0)


def first_note(lines: Sequence[Run], in_tables: Collection[str] = ()) -> int:
    """Return which line of a page the footnotes begin with, the number of lines if there are none.

    From there on all is set smaller than the text, and the text refers to the number by a raised
    digit; ``in_tables``: the raised digits of its tables.
    """
    height = text_height(lines)
    small = len(lines)
    while small and lines[small - 1].height <= _SMALLER * height:
        small -= 1
    marks = marks_of(lines[:small]) | set(in_tables)
    for index in range(small, len(lines)):
        number = _NUMBER.fullmatch(lines[index].words[0].text)
        if number and number[1] in marks and len(lines[index].words) > 1:
            return index
    return len(lines)


def number_of(line: Run, open_numbers: Iterable[str]) -> str:
    """Return the number of the note that begins with a line, empty where none does."""
    number = _NUMBER.fullmatch(line.words[0].text)
    return number[1] if number and number[1] in open_numbers else ""


def marks_of(lines: Iterable[Run]) -> set[str]:
    """Return the raised numbers in lines."""
    return {
        line.words[index].text
        for line in lines
        if has_raised(line)
        for index in range(1, len(line.words))
        if _is_mark(line, index)
    }


def referred(line: Run, numbers: Collection[str]) -> tuple[Word, ...]:
    """Return the words of a line of the text, with the marks of these notes tied to them."""
    return tuple(
        word._replace(text=f"<sup>{word.text}</sup>", joined=True)
        if index and word.text in numbers and _is_mark(line, index)
        else word
        for index, word in enumerate(line.words)
    )


def _is_mark(line: Run, index: int) -> bool:
    """Tell whether a word is the mark of a note, and no square or cube of a unit."""
    word = line.words[index]
    unit = word.text in {"2", "3"} and _UNIT.search(line.words[index - 1].text)
    return word.text.isdecimal() and len(word.text) <= 3 and not unit and is_raised(word, line)
