"""Tables whose lines are drawn: which words stand in which cell.

A row is written as tables of Markdown are ("| 1 | 31-KH/HU |"), so that the rest of the program
reads the tables of every format alike.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.readers.paper.notes import marks_of, referred
from extract.readers.paper.paragraphs import is_parted
from extract.readers.paper.words import Run, Word, lines_of, run_of, runs_of, spelled

_NEAR = 3.0
"""Lines that are not farther apart are one, in points."""
_MOST_LINES = 400
_MARK = re.compile(r"<sup>(\d{1,3})</sup>")


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line on the page: level from ``start`` to ``end`` at ``at``, or upright."""

    level: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: the text of each cell, and the box around the row."""

    cells: tuple[str, ...]
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """How far down the page the middle of the row is."""
        return (self.top + self.bottom) / 2

    @property
    def text(self) -> str:
        """The row as a line of Markdown."""
        cells = (cell.replace("|", "\\|") for cell in self.cells)
        return f"| {' | '.join(cells)} |"

    @property
    def marks(self) -> set[str]:
        """The raised numbers in its cells."""
        return {mark[1] for cell in self.cells for mark in _MARK.finditer(cell)}

    def with_marks(self, numbers: Collection[str]) -> "TableRow":
        """Return the row with its raised numbers as plain ones where no note has them."""
        if self.marks <= set(numbers):
            return self
        cells = (
            _MARK.sub(lambda mark: mark[0] if mark[1] in numbers else mark[1], cell)
            for cell in self.cells
        )
        return replace(self, cells=tuple(cells))


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of one table: where they stand, and which of them are drawn."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    level: tuple[Stroke, ...]
    upright: tuple[Stroke, ...]

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return row and column of a point, None where it is outside."""
        row, column = bisect_right(self.down, y) - 1, bisect_right(self.across, x) - 1
        if 0 <= row < len(self.down) - 1 and 0 <= column < len(self.across) - 1:
            return row, column
        return None


def tables_of(
    strokes: Sequence[Stroke], words: Sequence[Word]
) -> tuple[list[TableRow], list[Word]]:
    """Return the rows of all tables that are drawn, and the words that stand in none."""
    rows: list[TableRow] = []
    left = list(words)
    for grid in _grids(strokes):
        inside: dict[tuple[int, int], list[Word]] = {}
        outside: list[Word] = []
        home = _merged(grid)
        for word in left:
            cell = grid.cell_at((word.left + word.right) / 2, (word.top + word.bottom) / 2)
            if cell is None:
                outside.append(word)
            else:
                inside.setdefault(home[cell], []).append(word)
        filled = {column for _, column in inside}
        if len(filled) < 2:
            continue
        left = outside
        rows += _rows(grid, inside)
    return rows, left


def runs_outside(runs: Iterable[Run], left: Iterable[Word]) -> Iterator[Run]:
    """Yield runs with those of their words only that stand in no table."""
    outside = set(left)
    for run in runs:
        kept = [word for word in run.words if word in outside]
        if len(kept) == len(run.words):
            yield run
        elif kept:
            yield run_of(kept)


def _rows(grid: Grid, inside: dict[tuple[int, int], list[Word]]) -> Iterable[TableRow]:
    columns = range(len(grid.across) - 1)
    for row in range(len(grid.down) - 1):
        cells = [inside.get((row, column), []) for column in columns]
        if any(cells):
            yield TableRow(
                tuple(_cell(words) for words in cells),
                grid.across[0],
                min(word.top for words in cells for word in words),
                grid.across[-1],
                max(word.bottom for words in cells for word in words),
            )


def _cell(words: list[Word]) -> str:
    """Return the words of a cell on one line; a number that a line end breaks is whole again.

    Marks of notes are written as such, whether or not the page holds the note.
    """
    lines = lines_of(runs_of(words))
    parts: list[str] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and not (before.words[-1].breaks or is_parted(before, line)):
            parts.append(" ")
        parts.append(spelled(referred(line, marks_of([line]))))
    return "".join(parts)


def _grids(strokes: Sequence[Stroke]) -> Iterable[Grid]:
    """Yield the lines that cross or meet each other, as far as they make cells side by side."""
    level = _whole(stroke for stroke in strokes if stroke.level)
    upright = _whole(stroke for stroke in strokes if not stroke.level)
    if len(upright) < 3 or len(level) < 2 or len(level) + len(upright) > _MOST_LINES:
        return
    groups: list[tuple[list[Stroke], list[Stroke]]] = []
    for column in sorted(upright, key=lambda stroke: (stroke.start, stroke.at)):
        met = [group for group in groups if any(_meets(stroke, column) for stroke in group[0])]
        crossed = [stroke for stroke in level if _meets(stroke, column)]
        joined = (crossed, [column])
        for group in met:
            joined[0].extend(stroke for stroke in group[0] if stroke not in joined[0])
            joined[1].extend(group[1])
            groups.remove(group)
        groups.append(joined)
    for rules, columns in groups:
        across = _places(stroke.at for stroke in columns)
        down = _places(stroke.at for stroke in rules)
        if len(across) >= 3 and len(down) >= 2:
            yield Grid(across, down, tuple(rules), tuple(columns))


def _meets(level: Stroke, upright: Stroke) -> bool:
    return (
        level.start - _NEAR <= upright.at <= level.end + _NEAR
        and upright.start - _NEAR <= level.at <= upright.end + _NEAR
    )


def _whole(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Return lines that are drawn piece by piece, one for each cell, as whole lines."""
    whole: list[Stroke] = []
    at = float("-inf")
    for stroke in sorted(strokes, key=lambda stroke: (round(stroke.at), stroke.start)):
        last = whole[-1] if whole else None
        if last and abs(stroke.at - at) <= 1 and stroke.start <= last.end + _NEAR:
            whole[-1] = replace(last, end=max(last.end, stroke.end))
        else:
            whole.append(stroke)
            at = stroke.at
    return whole


def _places(values: Iterable[float]) -> tuple[float, ...]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return tuple(places)


def _merged(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each cell of the grid the first of the cells that no line parts from it."""
    home: dict[tuple[int, int], tuple[int, int]] = {}
    level = _drawn(grid.level, grid.down, grid.across)
    upright = _drawn(grid.upright, grid.across, grid.down)
    for row in range(len(grid.down) - 1):
        for column in range(len(grid.across) - 1):
            cell = (row, column)
            if column and (column, row) not in upright:
                cell = home[row, column - 1]
            elif row and (row, column) not in level:
                cell = home[row - 1, column]
            home[row, column] = cell
    return home


def _drawn(
    strokes: Iterable[Stroke], lines: Sequence[float], between: Sequence[float]
) -> set[tuple[int, int]]:
    """Return which parts of which lines are drawn: number of the line, number of the part."""
    drawn: set[tuple[int, int]] = set()
    for stroke in strokes:
        line = bisect_right(lines, stroke.at + 0.01) - 1
        for part in range(len(between) - 1):
            middle = (between[part] + between[part + 1]) / 2
            if stroke.start <= middle <= stroke.end:
                drawn.add((line, part))
    return drawn
