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
_CENTRED = 0.02
_LOOKED_AT = 40
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
        if region is None:
            waiting.append(ordered[index])
            index += 1
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
    for run in waiting:
        gutter = region.gutter
        height = region.bottom - min(other.top for other in (*region.left, *region.right))
        if height < 0 or (run.right > gutter[1] and run.left < gutter[0]):
            return None
        if run.right <= gutter[1] - _LEAST_GUTTER and run.right < (gutter[0] + gutter[1]) / 2:
            new = (max(gutter[0], run.right), gutter[1])
            region = replace(region, left=(*region.left, run), gutter=new)
        elif run.left >= gutter[0] + _LEAST_GUTTER:
            new = (gutter[0], min(gutter[1], run.left))
            region = replace(region, right=(*region.right, run), gutter=new)
        else:
            return None
    return region


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
    region = _Region((one,), (other,), (one.right, other.left), index, index)
    for run in runs[index:]:
        if run is not first and run is not partner:
            alone = abs((run.left + run.right) / 2 - centre) < _CENTRED * width and not any(
                same_line(run, other)
                for other in runs[max(0, index - 3) :]
                if other is not run and abs(other.middle - run.middle) < run.height
            )
            grown = None if alone else _grown(region, run)
            if grown is None:
                break
            region = grown
        region = replace(region, end=region.end + 1)
    members = {id(run) for run in (*region.left, *region.right)}
    in_order = all(id(run) in members for run in runs[index : region.end])
    has_both = id(partner) in {id(run) for run in runs[index : region.end]}
    return region if in_order and has_both and region.is_whole else None


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


def _grown(region: _Region, run: Run) -> _Region | None:
    """Return ``region`` with one more run; None where the run is of neither column."""
    left, right = region.gutter
    if run.top - region.bottom > _FARTHEST * run.height:
        return None
    to_left, to_right = right - run.right, run.left - left
    if to_left >= _LEAST_GUTTER and to_left >= to_right:
        return replace(region, left=(*region.left, run), gutter=(max(left, run.right), right))
    if to_right >= _LEAST_GUTTER:
        return replace(region, right=(*region.right, run), gutter=(left, min(right, run.left)))
    return None


def _depth(runs: Sequence[Run]) -> float:
    return (max(run.bottom for run in runs) - min(run.top for run in runs)) / runs[0].height


def _width(runs: Sequence[Run]) -> float:
    return max(run.right for run in runs) - min(run.left for run in runs)
