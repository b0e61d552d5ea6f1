"""The reading order of a page: where two columns stand side by side, the left one is read first.

The head of a document has two: the body and the number, the State and the day. So has its end:
the recipients and the signature.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from extract.readers.paper.words import WIDE, Run, lines_of, same_line

_LEAST_GUTTER = 5.0
_NARROWEST = 40.0
"""A column is at least so wide, in points: less is the mark of a list."""
_FEWEST_RUNS = 3
_HEAD_RUNS = 16
"""In the first runs of a page a narrow gutter will do; below, text set to both margins has gaps."""
_WIDE_BELOW = 1.6
_FARTHEST = 4.0
"""A run so many heights below the others is no part of their columns."""
_BLANK_LINE = 0.8
_CENTRED = 0.02
_LOOKED_AT = 40
_MOST_RUNS = 400
"""Columns are taken in pieces no longer than this: time grows as the page does."""
_ONE_LINE = 1.5
"""A column that is not deeper, in heights, is one line; two of them are a line with a gap."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one column from top to bottom; ``column``: another one stands beside it."""

    lines: tuple[Run, ...]
    column: bool = False


@dataclass(frozen=True, slots=True)
class _Region:
    left: tuple[Run, ...]
    right: tuple[Run, ...]
    gutter: tuple[float, float]
    first: int
    end: int
    """How many runs of the page, from top to bottom, stand in it or above it."""

    @property
    def bottom(self) -> float:
        return max(run.bottom for run in (*self.left, *self.right))

    @property
    def is_whole(self) -> bool:
        return (
            len(self.left) + len(self.right) >= _FEWEST_RUNS
            and _width(self.left) >= _NARROWEST
            and _width(self.right) >= _NARROWEST
            and _depth(self.left if self.first else (*self.left, *self.right)) > _ONE_LINE
            and _depth(self.right if self.first else (*self.left, *self.right)) > _ONE_LINE
        )


def blocks_of(runs: Sequence[Run], width: float) -> Iterator[Block]:
    """Yield the runs of a page of ``width`` in reading order, as lines of columns."""
    ordered = sorted(runs, key=lambda run: (run.middle, run.left))
    if not ordered:
        return
    centre = (min(run.left for run in ordered) + max(run.right for run in ordered)) / 2
    waiting: list[Run] = []
    index = 0
    while index < len(ordered):
        region = _region(ordered, index, centre, width)
        if region is None or not region.is_whole:
            # What begins in narrow columns is in narrow columns to its end.
            end = region.end if region else index + 1
            waiting += ordered[index:end]
            index = end
            continue
        above = _above(waiting, region) if len(waiting) < _HEAD_RUNS // 2 else None
        if above is not None:
            region, waiting = above, []
        if waiting:
            yield Block(tuple(lines_of(waiting)))
            waiting = []
        yield Block(tuple(lines_of(region.left)), column=True)
        yield Block(tuple(lines_of(region.right)), column=True)
        index = region.end
    if waiting:
        yield Block(tuple(lines_of(waiting)))


def _above(waiting: Sequence[Run], region: _Region) -> _Region | None:
    """Return a region at the top of a page with the runs above it, where each is of one column.

    The two columns of a head seldom begin at one height.
    """
    left, right, gutter = list(region.left), list(region.right), region.gutter
    for run in waiting:
        column = _column(run, gutter)
        if column is None:
            return None
        gutter = _narrowed(gutter, run, column)
        (right if column else left).append(run)
    return replace(region, left=tuple(left), right=tuple(right), gutter=gutter)


def _region(runs: Sequence[Run], index: int, centre: float, width: float) -> _Region | None:
    """Return the columns that begin with run ``index``, None where none stands beside it."""
    first = runs[index]
    partner = _beside(runs, index)
    if partner is None:
        return None
    one, other = sorted((first, partner), key=lambda run: run.left)
    wide = WIDE if index < _HEAD_RUNS else _WIDE_BELOW
    if other.left - one.right < wide * min(one.height, other.height):
        return None
    left, right, gutter = [one], [other], (one.right, other.left)
    bottom = max(one.bottom, other.bottom)
    end, has_both = index, False
    for run in islice(runs, index, index + _MOST_RUNS):
        if run is partner:
            has_both = True
        elif run is not first:
            if run.top - bottom > _FARTHEST * run.height or _is_centred(runs, end, centre, width):
                break
            column = _column(run, gutter)
            if column is None or (not column and _is_below(runs, end, bottom, gutter)):
                break
            gutter = _narrowed(gutter, run, column)
            (right if column else left).append(run)
            bottom = max(bottom, run.bottom)
        end += 1
    return _Region(tuple(left), tuple(right), gutter, index, end) if has_both else None


def _is_centred(runs: Sequence[Run], index: int, centre: float, width: float) -> bool:
    """Tell whether a run stands alone on its line, in the middle of the page: a title."""
    run = runs[index]
    if abs((run.left + run.right) / 2 - centre) >= _CENTRED * width:
        return False
    near = islice(runs, max(0, index - 3), index + _LOOKED_AT)
    return not any(
        other is not run and abs(other.middle - run.middle) < run.height and same_line(run, other)
        for other in near
    )


def _is_below(runs: Sequence[Run], index: int, bottom: float, gutter: tuple[float, float]) -> bool:
    """Tell whether a run of the left column stands alone, a blank line below both columns.

    Where the right one goes on soon, the lines of the two only stand at different heights.
    """
    run = runs[index]
    if run.top - bottom <= _BLANK_LINE * run.height or _beside(runs, index) is not None:
        return False
    return not any(
        _column(other, gutter) and other.top - run.bottom < _FARTHEST * run.height
        for other in islice(runs, index + 1, index + _LOOKED_AT // 8)
    )


def _beside(runs: Sequence[Run], index: int) -> Run | None:
    """Return the nearest run on the line of run ``index``."""
    first = runs[index]
    nearest, least = None, float("inf")
    for run in islice(runs, index + 1, index + _LOOKED_AT):
        if run.top >= first.bottom:
            break
        gap = max(run.left - first.right, first.left - run.right)
        if 0 <= gap < least and same_line(first, run):
            nearest, least = run, gap
    return nearest


def _column(run: Run, gutter: tuple[float, float]) -> bool | None:
    """Return whether a run is of the right column; None where it is of neither."""
    to_left, to_right = gutter[1] - run.right, run.left - gutter[0]
    if to_left >= _LEAST_GUTTER and to_left >= to_right:
        return False
    return True if to_right >= _LEAST_GUTTER else None


def _narrowed(gutter: tuple[float, float], run: Run, right: bool) -> tuple[float, float]:
    if right:
        return gutter[0], min(gutter[1], run.left)
    return max(gutter[0], run.right), gutter[1]


def _depth(runs: Sequence[Run]) -> float:
    return (max(run.bottom for run in runs) - min(run.top for run in runs)) / runs[0].height


def _width(runs: Sequence[Run]) -> float:
    return max(run.right for run in runs) - min(run.left for run in runs)
