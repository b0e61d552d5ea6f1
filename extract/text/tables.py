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
        opened = [match.group()[1] != "/" for match in borders]
        return [cells[index + 1] for index, opens in enumerate(opened) if opens]
    # What stands before the first pipe and behind the last is a cell only where there is something.
    first = 0 if line[slice(*cells[0])].strip() else 1
    last = len(cells) if line[slice(*cells[-1])].strip() else len(cells) - 1
    return cells[first:last]


def _kind(line: str) -> str:
    """Return what the borders of a row begin with, empty where the line is no row."""
    if line.count("|") > 1:
        return "|"
    if "<td" in line or "<th" in line:
        return "<"
    filled = [cell for cell in line.split("\t") if cell.strip()]
    return "\t" if len(filled) >= _FEWEST_CELLS else ""
