"""Writing sheets that Excel opens: words as words, days as days, and links that open a file."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Any, Final

from graph.harmless import begins_formula, plain
from graph.words.sentences import Language
from ontology.bilingual import Bilingual

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_DAY_FORMS: Final = Bilingual("dd/mm/yyyy", "yyyy-mm-dd")
_FIRST_YEAR: Final = 1900
"""The calendar of Excel begins here; an earlier day stays words."""
_MOST_ROWS: Final = 1_048_575
_MOST_LINKS: Final = 65_530
"""What a sheet holds, by the format's own limits; what is more goes on in the next sheet."""
_MOST_LETTERS: Final = 32_767
_NARROWEST: Final = 9
_WIDEST: Final = 60
_LOOKED_AT: Final = 200
"""How many rows tell how wide a column is."""
_NO_NAME: Final = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))
_LONGEST_NAME: Final = 31


@dataclass(frozen=True, slots=True)
class FileLink:
    """A cell that opens a file."""

    text: str
    path: Path


Cell = str | int | float | date | FileLink | None
"""A value as a sheet holds it; None is an empty cell."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, what its columns are called, and its rows."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def workbook_of(sheets: Iterable[Sheet], language: Language) -> bytes:
    """Return ``sheets`` as a file of Excel.

    Headings stay in sight, and each column can be filtered. A cell of words is never a formula,
    whatever it begins with, not even when somebody edits it; days are written as in ``language``.
    Names that Excel would refuse are changed, rows that one sheet cannot hold go on in the next.
    """
    from xlsxwriter import Workbook

    written = BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        writer = _Writer(book, language)
        used: set[str] = set()
        for sheet in sheets:
            for number, rows in enumerate(_parts(sheet.rows)):
                name = _free_name(sheet.name if not number else f"{sheet.name} {number + 1}", used)
                writer.write(book.add_worksheet(name), sheet.headings, rows)
    return written.getvalue()


class _Writer:
    """The forms of the cells of one workbook."""

    def __init__(self, book: "Workbook", language: Language) -> None:
        top = {"valign": "top"}
        day = {**top, "num_format": language.choose(_DAY_FORMS), "align": "left"}
        self._heading = book.add_format(
            {
                "bold": True,
                "text_wrap": True,
                "valign": "vcenter",
                "bg_color": "#DDE6EF",
                "border": 1,
            }
        )
        self._number = book.add_format(top)
        self._day = book.add_format(day)
        self._words = book.add_format({**top, "text_wrap": True})
        # Excel then keeps them words even after an edit, and shows no apostrophe.
        self._guarded = book.add_format({**top, "text_wrap": True, "quote_prefix": True})
        self._link = book.add_format(
            {**top, "text_wrap": True, "font_color": "#0563C1", "underline": 1}
        )

    def write(
        self, sheet: "Worksheet", headings: Sequence[str], rows: Sequence[Sequence[Cell]]
    ) -> None:
        links = 0
        for column, heading in enumerate(headings):
            sheet.write_string(0, column, plain(heading), self._heading)
            sheet.set_column(column, column, _width(heading, rows, column))
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                link = isinstance(cell, FileLink) and links < _MOST_LINKS
                links += link
                self._cell(sheet, (number, column), cell, link=link)
        if headings:
            sheet.autofilter(0, 0, len(rows), len(headings) - 1)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)

    def _cell(self, sheet: "Worksheet", place: tuple[int, int], cell: Cell, *, link: bool) -> None:
        if cell is None or cell == "":
            return
        if isinstance(cell, date):
            if cell.year < _FIRST_YEAR:
                cell = cell.isoformat()
            else:
                sheet.write_datetime(*place, cell, self._day)
                return
        if isinstance(cell, FileLink):
            text = _words(cell.text)
            if link and sheet.write_url(*place, _address(cell.path), self._link, text) == 0:
                return
            cell = text
        if isinstance(cell, str):
            form = self._guarded if begins_formula(cell) else self._words
            sheet.write_string(*place, _words(cell), form)
        else:
            sheet.write_number(*place, cell, self._number)


def _words(text: str) -> str:
    """Return words that keep their lines, and nothing that is no word."""
    said = text.encode("utf-8", "replace").decode()
    lines = "\n".join(plain(line) for line in said.split("\n"))
    return lines if len(lines) <= _MOST_LETTERS // 2 else f"{lines[: _MOST_LETTERS // 2 - 1]}…"


def _address(path: Path) -> str:
    """Return what opens ``path``.

    The library turns what begins with ``file:`` into a path of Windows; elsewhere it is to stay a
    URI, whose scheme may be in capitals.
    """
    if isinstance(path, PureWindowsPath):
        return f"external:{path}"
    return path.absolute().as_uri().replace("file:", "FILE:", 1)


def _parts(rows: Sequence[Sequence[Cell]]) -> Iterator[Sequence[Sequence[Cell]]]:
    yield rows[:_MOST_ROWS]
    for start in range(_MOST_ROWS, len(rows), _MOST_ROWS):
        yield rows[start : start + _MOST_ROWS]


def _free_name(wanted: str, used: set[str]) -> str:
    """Return a name that Excel takes, and that no other sheet has."""
    name = plain(wanted).translate(_NO_NAME).strip("'")[:_LONGEST_NAME] or "-"
    number = 1
    while name.casefold() in used:
        number += 1
        mark = f" {number}"
        name = f"{name[: _LONGEST_NAME - len(mark)]}{mark}"
    used.add(name.casefold())
    return name


def _width(heading: str, rows: Sequence[Sequence[Cell]], column: int) -> int:
    cells = (row[column] for row in rows[:_LOOKED_AT])
    longest = max((_letters(cell) for cell in cells), default=0)
    return min(_WIDEST, max(_NARROWEST, len(heading) + 3, longest + 2))


def _letters(cell: Any) -> int:  # noqa: ANN401 -- any cell
    text = cell.text if isinstance(cell, FileLink) else "" if cell is None else str(cell)
    return max(map(len, text.split("\n")))
