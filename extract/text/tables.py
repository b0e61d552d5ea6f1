"""Tables in plain text: which lines are rows, and where their cells begin and end.

A row is a line of Markdown ("| 1 | 31-KH/HU |"), a line cut by tabs, or a line of HTML with the
cells of one row. Nothing is read across the border of a cell.
"""

import re

_BORDER = re.compile(
    r"""
      (?<!\\)\|                              # Markdown, pipes
    | \t+                                     # tabs
    | </?t[dh]\b[^<>\n]{0,80}>               # HTML
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HTML = re.compile(r"</?(?:t[dhr]|table|thead|tbody|tfoot)\b", re.IGNORECASE)
_ROW = re.compile(r"</?tr\b", re.IGNORECASE)
_OPENS_ROW = re.compile(r"<tr\b", re.IGNORECASE)
_ENDS_ROW = re.compile(r"</tr\b", re.IGNORECASE)
_COLSPAN = re.compile(r"colspan\s*=\s*[\"']?(\d{1,2})", re.IGNORECASE)
_WIDEST = 20
_CELL_TAG = re.compile(r"<t[dh]\b", re.IGNORECASE)
_FEWEST_CELLS = 3
"""How many cells that are not empty make a line with tabs a row: the head has two columns."""


def cells_of(line: str) -> list[tuple[int, int]]:
    """Return where the cells of a row begin and end in ``line``, none where it is no row.

    Empty cells count, so that the cells of a column have one number.

    >>> line = "| 1 | 31-KH/HU | |"
    >>> [line[start:end] for start, end in cells_of(line)]
    [' 1 ', ' 31-KH/HU ', ' ']
    """
    kind = _kind(line)
    if not kind:
        return []
    borders = [match for match in _BORDER.finditer(line) if match.group()[0] == kind]
    starts = [0, *(match.end() for match in borders)]
    ends = [*(match.start() for match in borders), len(line)]
    cells = list(zip(starts, ends, strict=True))
    if kind == "\t":
        return cells
    if kind == "<":
        opened = [
            (cells[index + 1], _span(match.group()))
            for index, match in enumerate(borders)
            if match.group()[1] != "/"
        ]
        # A cell that is as wide as several is followed by empty ones, so that columns stay in line.
        return [
            (start if not extra else end, end)
            for (start, end), wide in opened
            for extra in range(wide)
        ]
    # What stands before the first pipe and behind the last is a cell only where there is something.
    first = 0 if line[slice(*cells[0])].strip() else 1
    last = len(cells) if line[slice(*cells[-1])].strip() else len(cells) - 1
    return cells[first:last]


class RowCounter:
    """Counts rows and cells from line to line: in HTML a row may take a line for each cell."""

    def __init__(self) -> None:
        """Begin before the first line."""
        self.row = 0
        self.cell = 0
        self._fresh = True

    @property
    def reading(self) -> bool:
        """Whether a row may go on, so that a line without cells and tags says something, too."""
        return not self._fresh

    def read(self, line: str, cells: int) -> tuple[int, int]:
        """Return the row of a line with ``cells`` cells, and the number of its first one.

        Lines without cells are read, too: "<tr>" begins a row, and other text ends one.
        """
        html = "<" in line and _HTML.search(line) is not None
        if not cells:
            self._fresh = self._fresh or not html or _ROW.search(line) is not None
            return 0, 0
        if self._fresh or not html or _OPENS_ROW.search(line):
            self.row, self.cell = self.row + 1, 0
        first, self.cell = self.cell, self.cell + cells
        self._fresh = not html or _ENDS_ROW.search(line) is not None
        return self.row, first


def _span(tag: str) -> int:
    found = _COLSPAN.search(tag)
    return min(int(found[1]), _WIDEST) if found else 1


def _kind(line: str) -> str:
    """Return what the borders of a row begin with, empty where the line is no row."""
    if line.count("|") > 1:
        return "|"
    if "<" in line and _CELL_TAG.search(line):
        return "<"
    if line.count("\t") < _FEWEST_CELLS - 1:
        return ""
    filled = [cell for cell in line.split("\t") if cell.strip()]
    return "\t" if len(filled) >= _FEWEST_CELLS else ""
