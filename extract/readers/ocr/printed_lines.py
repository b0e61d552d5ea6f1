"""Words that OCR has read become runs: cut at columns, of one height, without ink and stamps."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.readers.paper.words import Run, Word, run_of

_LEAST_CONFIDENCE = 0.05
_WIDE = 0.8
_WIDER = 2.2
"""A gap of a line that may part two columns: in heights of its letters, in its usual gaps."""
_NEARLY = 0.35
_SPOT = 0.35
_SPOT_OF_SIGNS = 0.7
_SAYS = re.compile(r"[^\W_]")
_STAMP = 1.9
_SHORT = 16


def runs_of_lines(lines: Sequence[Sequence[Word]]) -> list[Run]:
    """Return what stands in the lines of a page as runs, without what is no text."""
    believed = [[word for word in line if word.confidence >= _LEAST_CONFIDENCE] for line in lines]
    return _without_noise([run for line in believed if line for run in _level(line)])


def _without_noise(runs: Sequence[Run]) -> list[Run]:
    """Return runs with one height where they nearly have it, without spots of ink and stamps.

    Accents make a line higher; what is twice as high and short is no line of text, and a word at
    the edge of a line that tesseract itself hardly believes in is a spot beside it.
    """
    heights = sorted(run.height for run in runs for _ in run.words)
    if not heights:
        return []
    usual = heights[len(heights) // 2]
    kept: list[Run] = []
    for run in runs:
        words = list(run.words)
        while words and _is_spot(words[-1]):
            words.pop()
        while words and (_is_spot(words[0]) or _is_spot_before_title(words)):
            words.pop(0)
        if not words or (run.height > _STAMP * usual and len(run.text) < _SHORT):
            continue
        near = abs(run.height - usual) < _NEARLY * usual
        kept.append(_even(words, usual if near else run.height))
    return kept


def _is_spot(word: Word) -> bool:
    return word.confidence < (_SPOT if _SAYS.search(word.text) else _SPOT_OF_SIGNS)


def _is_spot_before_title(words: Sequence[Word]) -> bool:
    """Tell whether a small letter stands alone before words in capitals: "j QUYẾT ĐỊNH"."""
    first, behind = words[0].text, " ".join(word.text for word in words[1:])
    return len(first) == 1 and first.islower() and len(words) > 2 and behind.isupper()


def _level(line: Sequence[Word]) -> Iterator[Run]:
    """Yield one line, cut where a gap parts columns; its letters are given one height.

    The box of a word is as high as its own letters and marks; that of a line is what counts.
    """
    letters = [word for word in line if _SAYS.search(word.text)] or line
    heights = sorted(word.bottom - word.top for word in letters)
    # Of two the lower: the box of one may reach up to a sign in the line above.
    height = heights[(len(heights) - 1) // 2]
    gaps = sorted(word.left - before.right for before, word in pairwise(line))
    wide = max(_WIDE * height, _WIDER * gaps[(len(gaps) - 1) // 2]) if gaps else 0.0
    part: list[Word] = []
    for word in line:
        if part and word.left - part[-1].right > wide:
            yield _even(part, height)
            part = []
        part.append(word)
    yield _even(part, height)


def _even(words: Sequence[Word], height: float) -> Run:
    letters = [word for word in words if _SAYS.search(word.text)] or words
    bottoms = sorted(word.bottom for word in letters)
    bottom = bottoms[len(bottoms) // 2]
    return run_of([word._replace(top=bottom - height, bottom=bottom) for word in words])
