"""Letters that are printed after their line, into the gaps that were left for them.

Where the font of a text has not all Vietnamese letters, programs print a line in it first, and then
the others in another font: "HUY N" and, behind it, "Ệ".
"""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from extract.readers.paper.words import Word, same_line

_NO_SPACE = 0.15
"""A gap that is narrower, in heights of the letters, is no space."""
_ALIKE = 0.1
"""Letters whose heights differ by more, as a share of them, are no word: one may mark a note."""

Letters = Callable[[int], Sequence[Word]]
"""Takes which word it is, and gives its letters, each as a word."""


def in_place(words: Sequence[Word], letters: Letters) -> list[Word]:
    """Return words in the order of the file with such letters in their places.

    >>> line = [Word(10, 5, 30, 15, "HUY"), Word(40, 5, 48, 15, "N"), Word(30, 5, 40, 15, "Ệ")]
    >>> [word.text for word in in_place(line, lambda at: [line[at]])]
    ['HUYỆN']
    """
    back = (pair for pair in pairwise(words) if pair[1][0] < pair[0][0])
    if not any(same_line(before, word) for before, word in back):
        return list(words)
    return [word for line in _lines(words) for word in _mended(words, line, letters)]


def _goes_back(before: Word, word: Word) -> bool:
    return word[0] < before[0] and same_line(before, word)


def _lines(words: Sequence[Word]) -> Iterator[range]:
    first = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or not same_line(words[at - 1], words[at]):
            yield range(first, at)
            first = at


def _mended(words: Sequence[Word], line: range, letters: Letters) -> list[Word]:
    """Return a line from left to right, if what goes back in it touches what was there."""
    told = [words[at] for at in line]
    late = next((at for at, pair in enumerate(pairwise(told), 1) if _goes_back(*pair)), 0)
    if not late or not any(_touch(told[late], word) for word in told[:late]):
        return told
    lefts = sorted((word.left, word.right) for word in told[late:])
    parts: list[Word] = []
    for at, word in zip(line, told, strict=True):
        nearest = bisect_right(lefts, (word.left, math.inf))
        filled = nearest < len(lefts) and lefts[nearest][1] < word.right
        parts += letters(at) if filled else [word]
    parts.sort(key=lambda word: word.left)
    mended = parts[:1]
    for word in parts[1:]:
        if not _near(mended[-1], word):
            mended.append(word._replace(joined=False))
        elif _alike(mended[-1], word):
            mended[-1] = _one(mended[-1], word)
        else:
            mended.append(word._replace(joined=True))
    return mended


def _one(word: Word, behind: Word) -> Word:
    return word._replace(
        right=max(word.right, behind.right), text=word.text + behind.text, breaks=behind.breaks
    )


def _height(word: Word) -> float:
    return word.bottom - word.top


def _alike(word: Word, other: Word) -> bool:
    return abs(_height(word) - _height(other)) < _ALIKE * _height(word)


def _near(before: Word, word: Word) -> bool:
    return word.left - before.right < _NO_SPACE * min(_height(before), _height(word))


def _touch(word: Word, other: Word) -> bool:
    """Tell whether a word stands right beside another, or in a gap of it."""
    gap = max(word.left - other.right, other.left - word.right)
    near = abs(gap) < _NO_SPACE * min(_height(word), _height(other))
    return near or _lies_in(word, other)


def _lies_in(word: Word, other: Word) -> bool:
    return other.left < word.left and word.right < other.right
