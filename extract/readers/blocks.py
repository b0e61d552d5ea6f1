"""A tree of HTML as the lines that a reader of the page sees: paragraphs, lists, tables.

Both web pages and Word documents come this way. A table of data becomes rows with pipes; a table
that only puts things side by side (head, recipients and signature) is read column by column.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from lxml.html import HtmlElement

_PARAGRAPHS = """
address article blockquote body caption center dd details dialog div dl dt fieldset figcaption
figure footer form h1 h2 h3 h4 h5 h6 header html legend main nav p section summary
"""
_BLOCKS: Final = frozenset(_PARAGRAPHS.split())
_NOT_SHOWN = """
head script style template noscript iframe svg object select button input textarea
"""
_UNSEEN: Final = frozenset(_NOT_SHOWN.split())
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_ENDS = re.compile(r"[\n\r\f]+")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SIDE_BY_SIDE = re.compile(
    r"C[ỘO]NG\s+H(?:ÒA|OÀ)\s+X[ÃA]\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|Độc\s+lập\s*[-\u2013]"
    r"|(?:^|\n)\s*(?:Nơi\s+nhận|(?:T/?M|K/?T|TL|TUQ)\.?\s)"
)
"""What stands in a head, and above recipients and signatures."""
_MOST_ROWS_BESIDE = 8
_MOST_COLUMNS_BESIDE = 4
_WIDEST = 20
_HIGHEST = 100
_MOST_COLUMNS = 40
_LONGEST_CELL = 30
"""How many lines a cell of data has at most; more are a page that is laid out by a table."""

Grid = list[list[list[str]]]
"""Rows of cells of lines; what a wide or high cell covers is empty."""


def lines_of(element: HtmlElement, *, spaced: bool = False) -> list[str]:
    """Return the lines of ``element``; an empty one stands where a paragraph was left empty.

    ``spaced`` says that blanks and tabs are shown as they are (Word) and not as one (HTML).

    >>> from lxml.html import fromstring
    >>> lines_of(fromstring("<div><p>Điều 1.<br>Một</p><ol type=a><li>hai</ol></div>"))
    ['Điều 1.', 'Một', 'a. hai']
    """
    page = _Lines(_ENDS if spaced else _BLANKS)
    page.read(element)
    page.end_line()
    while page.lines and not page.lines[-1]:
        page.lines.pop()
    return page.lines


class _Lines:
    """Lines as they come while a tree is walked through."""

    def __init__(self, blanks: re.Pattern[str]) -> None:
        self.lines: list[str] = []
        self._blanks = blanks
        self._open: list[str] = []
        self._marker = ""

    def read(self, element: HtmlElement) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _UNSEEN:
            return
        if tag == "br":
            self.end_line()
        elif tag == "hr":
            self.end_line()
            self._blank()
        elif tag == "table":
            self._read_table(element)
        elif tag in {"ol", "ul"}:
            self._read_list(element, ordered=tag == "ol")
        elif tag == "pre":
            self._read_pre(element)
        elif tag == "sup" and (element.text or "").strip().isdigit() and not len(element):
            self._open.append((element.text or "").strip().translate(_RAISED))
        elif tag in _BLOCKS or tag in {"li", "td", "th", "tr"}:
            self._read_block(element)
        else:
            self._read_inside(element)

    def end_line(self) -> bool:
        """Close the line that is open; tell whether there was something in it."""
        text = "".join(self._open).strip()
        self._open.clear()
        if not text:
            return False
        # Most lines hold single blanks alone.
        if "  " in text or not text.isprintable():
            text = self._blanks.sub(" ", text).replace("\u00a0", " ")
        self.lines.append(self._marker + text)
        self._marker = ""
        return True

    def _blank(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def _read_inside(self, element: HtmlElement) -> None:
        self._open.append(element.text or "")
        for child in element:
            self.read(child)
            self._open.append(child.tail or "")

    def _read_block(self, element: HtmlElement) -> None:
        self.end_line()
        before = len(self.lines)
        self._read_inside(element)
        if not self.end_line() and len(self.lines) == before and element.tag == "p":
            self._blank()

    def _read_pre(self, element: HtmlElement) -> None:
        self.end_line()
        self.lines.extend(element.text_content().splitlines())

    def _read_list(self, element: HtmlElement, *, ordered: bool) -> None:
        self.end_line()
        number = _whole(element.get("start"), 1)
        for child in element:
            if child.tag != "li":
                self.read(child)
                continue
            number = _whole(child.get("value"), number)
            shown = numeral(number, element.get("type") or "1") + ". " if ordered else "- "
            # A list that is drawn without marks has them in its text.
            drawn = "none" not in (element.get("style") or "")
            self._marker = shown if drawn and element.get("data-notes") is None else ""
            self._read_block(child)
            self._marker = ""
            number += 1

    def _read_table(self, element: HtmlElement) -> None:
        self.end_line()
        grid = list(_without_empty(_grid(element, self._blanks is _ENDS)))
        if not grid:
            return
        width = max(map(len, grid))
        if width == 1 or _is_page(element, grid):
            self.lines.extend(line for row in grid for cell in row for line in cell)
        elif _is_side_by_side(grid, width):
            for column in range(width):
                self.lines.extend(line for row in grid for line in row[column])
        else:
            self._blank()
            self.lines.extend(_piped(row) for row in grid)
            self._blank()


def numeral(number: int, kind: str) -> str:
    """Return ``number`` as lists show it: kind 1, a, A, i or I.

    >>> [numeral(28, kind) for kind in "1aAiI"]
    ['28', 'ab', 'AB', 'xxviii', 'XXVIII']
    """
    if kind in {"a", "A"} and 0 < number < 10_000:
        letters = ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord(kind) + rest) + letters
        return letters
    if kind in {"i", "I"} and 0 < number < 4000:
        roman = ""
        for value, sign in _ROMAN:
            count, number = divmod(number, value)
            roman += sign * count
        return roman if kind == "i" else roman.upper()
    return str(number)


_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def _whole(written: str | None, other: int) -> int:
    return int(written) if written and re.fullmatch(r"-?[0-9]{1,6}", written.strip()) else other


def _grid(table: HtmlElement, spaced: bool) -> Iterator[list[list[str]]]:
    below: dict[int, int] = {}
    for row in _rows(table):
        cells: list[list[str]] = []
        for cell in row:
            if cell.tag not in {"td", "th"} or len(cells) >= _MOST_COLUMNS:
                continue
            _cover(cells, below)
            high = min(_whole(cell.get("rowspan"), 1), _HIGHEST)
            wide = max(1, min(_whole(cell.get("colspan"), 1), _WIDEST))
            for column in range(len(cells), len(cells) + wide):
                below[column] = max(high - 1, 0)
            cells += [lines_of(cell, spaced=spaced), *([] for _ in range(wide - 1))]
        _cover(cells, below)
        yield cells


def _cover(cells: list[list[str]], below: dict[int, int]) -> None:
    """Put empty cells where one of a row above reaches down; one more cell always has room."""
    while len(cells) < _MOST_COLUMNS - 1 and below.get(len(cells), 0) > 0:
        below[len(cells)] -= 1
        cells.append([])


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if row.tag == "tr")


def _without_empty(grid: Iterator[list[list[str]]]) -> Iterator[list[list[str]]]:
    """Yield the rows that hold something, all of one width, without columns that hold nothing."""
    rows = [row for row in grid if any(any(cell) for cell in row)]
    width = max(map(len, rows), default=0)
    rows = [row + [[] for _ in range(width - len(row))] for row in rows]
    full = [column for column in range(width) if any(any(row[column]) for row in rows)]
    for row in rows:
        yield [[line for line in row[column] if line] for column in full]


def _is_page(table: HtmlElement, grid: Grid) -> bool:
    if table.find(".//table") is not None:
        return True
    return any(len(cell) > _LONGEST_CELL for row in grid for cell in row)


def _is_side_by_side(grid: Grid, width: int) -> bool:
    if len(grid) > _MOST_ROWS_BESIDE or width > _MOST_COLUMNS_BESIDE:
        return False
    cells = "\n".join("\n".join(cell) for row in grid for cell in row)
    return SIDE_BY_SIDE.search(unicodedata.normalize("NFC", cells)) is not None


def _piped(row: list[list[str]]) -> str:
    cells = (" ".join(cell).replace("\t", " ").replace("|", "\\|") for cell in row)
    return f"| {' | '.join(cells)} |"
