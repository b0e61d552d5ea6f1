"""Printed words and the runs that they stand in, whoever found them on the page.

Places are points (1/72 inch) from the upper left corner of the page as it is seen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

WIDE = 0.8
"""A gap that parts two runs, as a share of the height of the letters."""
_RAISED = 0.8
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words that stand on one line, one behind the other, and the box around them."""

    words: tuple[Word, ...]
    left: float
    top: float
    right: float
    bottom: float
    text: str
    """The words with one space between them."""

    @property
    def height(self) -> float:
        """The height of its letters."""
        return max(self.bottom - self.top, 1.0)

    @property
    def middle(self) -> float:
        """How far down the page the middle of the line is."""
        return (self.top + self.bottom) / 2


def spelled(words: Iterable[Word]) -> str:
    """Return the words of a line with one space between them."""
    parts = [word[4] if word[5] else f" {word[4]}" for word in words]
    return "".join(parts).removeprefix(" ")


def run_of(words: Sequence[Word]) -> Run:
    """Return ``words`` as one run, as high as its lower words: some letters are higher."""
    usual = words[0]
    if len(words) > 1:
        heights = sorted([word[3] - word[1] for word in words])
        height = heights[len(words) // 4]
        usual = next(word for word in words if word[3] - word[1] == height)
    left = min([word[0] for word in words])
    right = max([word[2] for word in words])
    return Run(
        words=tuple(words),
        left=left,
        top=usual.top,
        right=right,
        bottom=usual.bottom,
        text=spelled(words),
    )


def is_raised(word: Word, line: Run) -> bool:
    """Tell whether a word is small and raised on its line, as a number that refers to a note."""
    small = word.bottom - word.top < _RAISED * line.height
    return small and word.bottom < line.bottom - 0.02 * line.height


def has_raised(run: Run) -> bool:
    """Tell whether a run may hold the mark of a note: small print behind its first word."""
    least = _RAISED * run.height
    return any(word[3] - word[1] < least for word in run.words[1:])


def runs_of(words: Iterable[Word]) -> list[Run]:
    """Return words in the order of the file as runs: a wide gap or another line begins one."""
    runs: list[Run] = []
    open_run: list[Word] = []
    end, top, bottom = 0.0, 0.0, 0.0
    for word in words:
        upper, lower = word[1], word[3]
        if open_run:
            gap = word[0] - end
            if upper == top and lower == bottom:
                follows = -0.5 * (lower - upper) < gap < WIDE * (lower - upper)
            else:
                least, most = sorted((lower - upper, bottom - top))
                shared = min(lower, bottom) - max(upper, top)
                follows = -0.5 * most < gap < WIDE * most and shared > 0.5 * least
            if not follows:
                runs.append(run_of(open_run))
                open_run = []
        open_run.append(word)
        end, top, bottom = word[2], upper, lower
    if open_run:
        runs.append(run_of(open_run))
    return runs


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
