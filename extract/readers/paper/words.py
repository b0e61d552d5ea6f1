"""Printed words and the runs that they stand in, whoever found them on the page.

Places are points (1/72 inch) from the upper left corner of the page as it is seen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

WIDE = 0.8
"""A gap that parts two runs, as a share of the height of the letters."""
_RAISED = 0.88
"""A digit is the mark of a note where it is so much smaller than the word that it stands at."""


class Word(NamedTuple):
    """A word without spaces, and its box.

    ``joined``: no space before it, whatever the gap; ``breaks``: it ends in the hyphen of a line
    end, and goes on in the next line; ``field``: it stands in the appearance of a form field.
    """

    left: float
    top: float
    right: float
    bottom: float
    text: str
    joined: bool = False
    breaks: bool = False
    field: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand on one line, one behind the other, and the box around them."""

    words: tuple[Word, ...]
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """The height of its letters."""
        return max(self.bottom - self.top, 1.0)

    @property
    def middle(self) -> float:
        """How far down the page the middle of the line is."""
        return (self.top + self.bottom) / 2

    @property
    def text(self) -> str:
        """The words with one space between them."""
        return spelled(self.words)


def spelled(words: Iterable[Word]) -> str:
    """Return the words of a line with one space between them."""
    parts: list[str] = []
    for word in words:
        if parts and not word.joined:
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)


def run_of(words: Sequence[Word]) -> Run:
    """Return ``words`` as one run; its height is that of its largest letters."""
    tallest = [word for word in words if not is_raised(word, words)] or list(words)
    return Run(
        tuple(words),
        min(word.left for word in words),
        min(word.top for word in tallest),
        max(word.right for word in words),
        max(word.bottom for word in tallest),
    )


def is_raised(word: Word, line: Sequence[Word]) -> bool:
    """Tell whether a word is small print on its line: a number that refers to a note."""
    height = max(other.bottom - other.top for other in line)
    return word.bottom - word.top < _RAISED * height


def runs_of(words: Iterable[Word]) -> list[Run]:
    """Return words in the order of the file as runs: a wide gap or another line begins one."""
    runs: list[Run] = []
    open_run: list[Word] = []
    for word in words:
        if open_run and not _follows(open_run[-1], word):
            runs.append(run_of(open_run))
            open_run = []
        open_run.append(word)
    if open_run:
        runs.append(run_of(open_run))
    return runs


def _follows(before: Word, word: Word) -> bool:
    height = max(before.bottom - before.top, word.bottom - word.top)
    gap = word.left - before.right
    return same_line(before, word) and -0.5 * height < gap < WIDE * height


def same_line(one: Word | Run, other: Word | Run) -> bool:
    """Tell whether two boxes overlap by more than half of the lower one's height."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def lines_of(runs: Iterable[Run]) -> list[Run]:
    """Return runs of one column as its lines, from top to bottom, each from left to right."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.middle):
        if lines and any(same_line(run, other) for other in lines[-1]):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [
        line[0]
        if len(line) == 1
        else run_of([word for run in sorted(line, key=lambda run: run.left) for word in run.words])
        for line in lines
    ]
