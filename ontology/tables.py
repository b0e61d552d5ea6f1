"""Reading the tables of facts: CSV files whose every row is checked, the culprit named."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib.resources import files
from io import StringIO
from typing import NoReturn, TypeVar

from ontology.dates import PartialDate

_Choice = TypeVar("_Choice", bound=StrEnum)


class TableError(ValueError):
    """A table holds something it must not; says which table, which line, and what is expected."""

    def __init__(self, table: str, line: int, reason: str) -> None:
        super().__init__(f"{table}, line {line}: {reason}")
        self.table = table
        self.line = line
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; the methods read a cell, and raise TableError with the row's place."""

    table: str
    line: int
    cells: dict[str, str]

    def error(self, reason: str) -> TableError:
        """Return the error that names this row; the caller raises it."""
        return TableError(self.table, self.line, reason)

    def text(self, column: str) -> str:
        """Return the cell, empty or not."""
        return self.cells[column]

    def required(self, column: str) -> str:
        """Return the cell, which must not be empty."""
        return self.cells[column] or self._refuse(column, "something")

    def many(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell that holds a list with semicolons; none where it is empty."""
        parts = tuple(part.strip() for part in self.cells[column].split(";"))
        if parts == ("",):
            return ()
        if not all(parts) or len(set(parts)) < len(parts):
            self._refuse(column, "different parts between semicolons")
        return parts

    def choice(self, column: str, kind: type[_Choice]) -> _Choice:
        """Return the cell as a member of ``kind``."""
        try:
            return kind(self.cells[column])
        except ValueError:
            self._refuse(column, f"one of {', '.join(member.value for member in kind)}")

    def choices(self, column: str, kind: type[_Choice]) -> tuple[_Choice, ...]:
        """Return the parts of a cell that holds a list as members of ``kind``."""
        values = [member.value for member in kind]
        parts = self.many(column)
        if not set(parts) <= set(values):
            self._refuse(column, f"some of {', '.join(values)}")
        return tuple(kind(part) for part in parts)

    def number(self, column: str) -> int:
        """Return the cell as a whole number."""
        if not re.fullmatch(r"[0-9]{1,6}", self.cells[column]):
            self._refuse(column, "a number")
        return int(self.cells[column])

    def partial_date(self, column: str) -> PartialDate:
        """Return the cell as a date, or a month or a year alone; an empty one where it is empty."""
        try:
            return PartialDate(self.cells[column])
        except ValueError:
            self._refuse(column, "YYYY, YYYY-MM or YYYY-MM-DD, and a date that exists")

    def day(self, column: str) -> date | None:
        """Return the cell as a day, or None where it is empty."""
        found = self.partial_date(column)
        if found and found.day is None:
            self._refuse(column, "a whole date, YYYY-MM-DD")
        return found.day

    def _refuse(self, column: str, expected: str) -> NoReturn:
        raise self.error(f"{column} is {self.cells[column]!r}; expected {expected}")


def parse_table(
    table: str, text: str, columns: Sequence[str], *, unique: Sequence[str] = ()
) -> tuple[Row, ...]:
    """Return the rows of ``text``, a CSV file called ``table``.

    The first line must name ``columns`` in this order; the last of them, ``source``, is never
    empty. Cells are NFC without blanks at their ends. No two rows agree in all of ``unique``.
    Raises TableError.
    """
    lines = csv.reader(StringIO(text), strict=True)
    header = next(lines, [])
    if header != list(columns):
        raise TableError(table, 1, f"columns are {header}; expected {list(columns)}")
    rows: list[Row] = []
    seen: dict[tuple[str, ...], int] = {}
    for cells in lines:
        if len(cells) != len(columns):
            raise TableError(
                table, lines.line_num, f"{len(cells)} cells in {cells}; expected {len(columns)}"
            )
        row = Row(table, lines.line_num, dict(zip(columns, cells, strict=True)))
        _check_cells(row)
        if unique:
            key = tuple(row.text(column) for column in unique)
            if key in seen:
                raise row.error(f"{', '.join(key)} stands in line {seen[key]} already")
            seen[key] = row.line
        rows.append(row)
    return tuple(rows)


def read_table(
    table: str, columns: Sequence[str], *, unique: Sequence[str] = ()
) -> tuple[Row, ...]:
    """Read ``ontology/data/{table}`` as ``parse_table`` does."""
    text = files("ontology").joinpath("data", table).read_text(encoding="utf-8")
    return parse_table(table, text, columns, unique=unique)


def check_unique(rows: Iterable[tuple[Row, str]], what: str) -> None:
    """Raise TableError where two rows claim the same key; ``what`` says what the key is."""
    seen: dict[str, int] = {}
    for row, key in rows:
        if seen.setdefault(key, row.line) != row.line:
            raise row.error(f"{what} {key!r} stands in line {seen[key]} already")


def _check_cells(row: Row) -> None:
    for column, cell in row.cells.items():
        if cell != unicodedata.normalize("NFC", cell):
            raise row.error(f"{column} {cell!r} is not in NFC")
        if cell != " ".join(cell.split()):
            raise row.error(f"{column} {cell!r} has blanks at an end or twice in a row")
    if "source" in row.cells:
        row.required("source")
