"""Tables that lost their borders: one cell a line, row by row, each behind its number.

The heads of the columns stand in the same way behind "TT". A row counts where it has as many cells
as the table has heads; of what is told apart by nothing, nothing is read.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from extract.text.layout import Layout

_FIRST_HEADS = ("\nTT", "\nSTT", "\nSố TT", "\nSố thứ tự")
_NUMBER_LINE = re.compile(r"^[ \t]*(\d{1,4})[ \t]*$", re.MULTILINE)
_NUMBER = re.compile(r"0*(\d{1,3})\.?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SECTION = re.compile(r"(?:[IVX]{1,5}|[A-H])\.?")
_COLUMN_NUMBER = re.compile(r"\(\d{1,2}\)")
_FEWEST, _MOST = 3, 9
"""How many columns a table of this kind has besides that of the numbers."""


class FlatCell(NamedTuple):
    """What a cell says, and where in the flow: nowhere where the line is a number alone."""

    text: str
    span: tuple[int, int] | None
    block: int


@dataclass(frozen=True, slots=True)
class FlatTable:
    """The heads of the columns behind that of the numbers, and the cells of each whole row."""

    heads: tuple[str, ...]
    rows: tuple[tuple[FlatCell, ...], ...]


def tables_without_borders(
    layout: Layout, is_sought: Callable[[tuple[str, ...]], bool]
) -> Iterator[FlatTable]:
    """Yield the tables of a text that stand cell by cell, with the rows that are whole.

    ``is_sought`` tells by its heads whether a table is read at all.
    """
    done = 0
    for start in sorted(_beginnings(layout.flow)):
        block = layout.block_at(start)
        if start < done or block.row or block.note is not None:
            continue
        reader = _Reader(is_sought=is_sought)
        for cell in _cells(layout, block.end):
            if not reader.takes(cell):
                break
            done = cell.span[1] if cell.span else done
        reader.close()
        if reader.rows:
            yield FlatTable(reader.titles, tuple(reader.rows))


def _beginnings(flow: str) -> Iterator[int]:
    """Yield where a line is no more than the head of a column of numbers."""
    for head in _FIRST_HEADS:
        found = flow.find(head)
        while found >= 0:
            if flow.startswith(("\n", ".\n"), found + len(head)):
                yield found + 1
            found = flow.find(head, found + 1)


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Puts cells into rows; ``expected`` is the number of the next row."""

    is_sought: Callable[[tuple[str, ...]], bool]
    heads: list[FlatCell] = field(default_factory=list)
    rows: list[tuple[FlatCell, ...]] = field(default_factory=list)
    row: list[FlatCell] = field(default_factory=list)
    expected: int = 1
    section: bool = False

    @property
    def titles(self) -> tuple[str, ...]:
        """What the heads print."""
        return tuple(head.text for head in self.heads)

    def takes(self, cell: FlatCell) -> bool:
        """Take the next cell; tell whether the table may go on."""
        number = _NUMBER.fullmatch(cell.text)
        if number and (int(number[1]) == self.expected or (self.section and number[1] == "1")):
            return self._begins_row(int(number[1]))
        if _SECTION.fullmatch(cell.text):
            self.close()
            self.section = True
        elif self.expected == 1 and not self.section:
            if cell.span and not _COLUMN_NUMBER.fullmatch(cell.text):
                self.heads.append(cell)
        elif not self.section and (cell.span or _YEAR.fullmatch(cell.text)):
            self.row.append(cell)
        return len(self.heads) <= _MOST and len(self.row) <= _MOST * _FEWEST

    def close(self) -> None:
        """End a row: it is whole by its lines, else by its paragraphs."""
        for cells in (self.row, _by_paragraph(self.row)):
            if len(cells) == len(self.heads):
                self.rows.append(tuple(cells))
                break
        self.row = []

    def _begins_row(self, number: int) -> bool:
        self.close()
        first = self.expected == 1
        self.expected, self.section = number + 1, False
        return not first or (len(self.heads) >= _FEWEST and self.is_sought(self.titles))


def _by_paragraph(cells: Sequence[FlatCell]) -> list[FlatCell]:
    """Return cells with those of one paragraph as one: a line end within a cell."""
    joined: list[FlatCell] = []
    for _, group in groupby(cells, key=lambda cell: cell.block):
        parts = list(group)
        spans = [part.span for part in parts if part.span]
        span = (spans[0][0], spans[-1][1]) if spans else None
        joined.append(FlatCell(" ".join(part.text for part in parts), span, parts[0].block))
    return joined


def _cells(layout: Layout, start: int) -> Iterator[FlatCell]:
    """Yield what stands line by line behind ``start``, numbers that are no text included."""
    first = bisect_left(layout.piece_starts, start)
    _, behind, length = layout.pieces[first - 1]
    behind += length
    for at, text_at, length in layout.pieces[first:]:
        block = layout.block_at(at)
        if block.row or block.note is not None:
            return
        for alone in _NUMBER_LINE.finditer(layout.view, behind, text_at):
            yield FlatCell(alone[1], None, -alone.start())
        yield FlatCell(layout.flow[at : at + length].strip(), (at, at + length), block.start)
        behind = text_at + length
    for alone in _NUMBER_LINE.finditer(layout.view, behind):
        yield FlatCell(alone[1], None, -alone.start())
