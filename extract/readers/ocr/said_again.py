"""A title that a stamp lies over, in the words in which the document says it again.

The title of a decision stands in its first article once more ("Ban hành kèm theo Quyết định này
Kế hoạch …"), where no stamp reaches. What OCR is not sure of in the head of a page is taken from
there, between two words on either side that are the same; digits stay as they were read.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from extract.readers.paper.words import Word

_HEAD = 0.5
_SURER = 0.1
_HARDLY = 0.7
"""A sign that stands alone and that OCR is less sure of is ink, a word may be another."""
_OUT_OF_LINE = 1.3
"""A word so much higher than its line has ink of something else in it."""
_MOST_BETWEEN = 10
"""So many words lie between those that are the same at most."""
_MOST_PLACES = 4
"""What a page says more often is no title."""
_ALIKE = 0.6
_DIGITS = re.compile(r"\d+")
_MARKS = re.compile("[\u0300-\u036f\\W_]+")

_Places = dict[tuple[str, str], list[int]]
"""Where on a page each two words follow each other: which word the latter is."""


def with_title_said_again(lines: Sequence[Sequence[Word]], height: float) -> list[list[Word]]:
    """Return the lines of a first page of ``height``, its head as the page says it again below."""
    said = [word for line in lines for word in line]
    places: _Places = defaultdict(list)
    for at, (one, other) in enumerate(pairwise(said), 1):
        places[one.text, other.text].append(at)
    mended: list[list[Word]] = []
    first = 0
    for line in lines:
        end = first + len(line)
        in_head = all(word.bottom < _HEAD * height for word in line)
        mended.append(_begun([*_mended(said, range(first, end), places)]) if in_head else [*line])
        first = end
    return mended


def _begun(line: list[Word]) -> list[Word]:
    """Return a line that begins a title with the words that titles begin with.

    "về việt" that is read for sure may go on as "hóa".
    """
    if len(line) > 2 and line[0].text.lower() == "về":
        word = line[1]
        if word.text == "việt" and word.confidence < _HARDLY:
            line[1] = word._replace(text="việc")
    return line


def _mended(said: Sequence[Word], line: range, places: _Places) -> Iterator[Word]:
    """Yield the words of a line, which stands at ``line`` in what the page says."""
    heights = sorted(said[at].bottom - said[at].top for at in line)
    most = _OUT_OF_LINE * heights[len(heights) // 2]
    at = line.start
    while at < line.stop:
        behind, others = _said_elsewhere(said, range(at, line.stop), places)
        if behind > at and _is_surer(said[at:behind], others, most):
            yield from _in_place(said[at:behind], others)
            at = behind
        else:
            yield said[at]
            at += 1


def _said_elsewhere(
    said: Sequence[Word], line: range, places: _Places
) -> tuple[int, Sequence[Word]]:
    """Return how far the words that begin ``line`` are others farther down, and which these are.

    No farther than they begin, where the page does not say them again, or not in one way.
    """
    at = line.start
    before = places.get((said[at - 2].text, said[at - 1].text), []) if at > 1 else []
    found: dict[tuple[str, ...], tuple[int, Sequence[Word]]] = {}
    for place in before if len(before) <= _MOST_PLACES else ():
        if place < line.stop or place + 1 >= len(said) or said[place + 1].text == said[at].text:
            continue
        for behind in range(at + 1, min(at + _MOST_BETWEEN, line.stop, len(said) - 2) + 1):
            pair = (said[behind].text, said[behind + 1].text)
            ends = [end - 1 for end in places[pair] if 0 < end - 1 - place <= _MOST_BETWEEN + 1]
            if ends:
                others = said[place + 1 : ends[0]]
                found[tuple(word.text for word in others)] = behind, others
                break
    return next(iter(found.values())) if len(found) == 1 else (at, ())


def _is_surer(words: Sequence[Word], others: Sequence[Word], most: float) -> bool:
    """Tell whether ``others`` are what is printed; ``most``: how high words of the line are."""
    signs = {word.text for word in others}
    known = [word for word in words if not _is_ink(word) or word.text in signs]
    if not known or not others:
        return not known and not others
    here, there = (" ".join(word.text for word in each) for each in (known, others))
    if _DIGITS.findall(here) != _DIGITS.findall(there):
        return False
    least = min(word.confidence for word in words)
    surer = min(word.confidence for word in others) >= least + _SURER
    inked = any(word.bottom - word.top > most for word in words)
    alike = SequenceMatcher(None, _bare(here), _bare(there), autojunk=False).ratio() >= _ALIKE
    return alike and (surer or inked)


def _is_ink(word: Word) -> bool:
    return len(word.text) == 1 and word.confidence < _HARDLY


def _bare(text: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFD", text.lower()))


def _in_place(words: Sequence[Word], others: Sequence[Word]) -> Iterator[Word]:
    """Yield ``others`` where ``words`` stand."""
    if len(words) == len(others):
        for word, other in zip(words, others, strict=True):
            yield word._replace(text=other.text, confidence=other.confidence)
        return
    left = words[0].left
    wide = (words[-1].right - left) / max(1, len(others))
    for number, other in enumerate(others):
        yield words[0]._replace(
            left=left + wide * number,
            right=left + wide * (number + 1),
            text=other.text,
            confidence=other.confidence,
        )
