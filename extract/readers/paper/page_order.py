"""One page: its words and its lines drawn become columns, tables and footnotes in their order."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.readers.paper.columns import Block, blocks_of
from extract.readers.paper.furniture import without_heads, without_page_number
from extract.readers.paper.notes import first_note, marks_of
from extract.readers.paper.ruled_tables import TableRow
from extract.readers.paper.words import Run, has_raised, lines_of
from extract.readers.paper.writing import Page


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was found on one page before any of it is put in order."""

    runs: tuple[Run, ...] = ()
    rows: tuple[TableRow, ...] = ()
    width: float = 0.0
    height: float = 0.0
    recognised: bool = False


def page_of(sheet: Sheet, heads: set[str]) -> Page:
    """Return a page in reading order, without ``heads``, which stand on most pages."""
    runs = without_heads(sheet.runs, sheet.height, heads)
    runs = without_page_number(runs, sheet.height)
    in_tables = {mark for row in sheet.rows for mark in row.marks}
    notes: Sequence[Run] = ()
    marks: frozenset[str] = frozenset()
    if in_tables or any(has_raised(run) for run in runs):
        lines = lines_of(runs)
        begin = first_note(lines, in_tables)
        notes = lines[begin:]
        if notes:
            runs = [run for run in runs if run.middle < notes[0].top]
            marks = frozenset(marks_of(lines[:begin]) | in_tables)
    rows = [row.with_marks(marks) for row in sheet.rows]
    parts = tuple(_ordered(runs, rows, sheet.width))
    return Page(parts, tuple(notes), marks, sheet.width, sheet.recognised)


def _ordered(runs: Sequence[Run], rows: Sequence[TableRow], width: float) -> list[Block | TableRow]:
    """Return the text above, between and below the tables of a page, each in its columns."""
    ordered: list[Block | TableRow] = []
    waiting = sorted(runs, key=lambda run: run.middle)
    for row in sorted(rows, key=lambda row: row.middle):
        above = [run for run in waiting if run.middle < row.middle]
        if above:
            ordered += blocks_of(above, width)
            waiting = waiting[len(above) :]
        ordered.append(row)
    ordered += blocks_of(waiting, width)
    return ordered
