"""Putting results on stdout, or into a file: as a table, as JSON, as CSV, as a workbook of Excel.

Texts are hostile: a table shows their words as words, never as colours or as movements of the
cursor. JSON holds every value exactly, so that offsets and quotes can be checked; CSV does but for
cells that a spreadsheet would take for a formula.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph.errors import UnknownFormat, WrongUse
from graph.harmless import csv_lines, plain
from graph.whole_files import asked_for, replacing
from graph.words.sentences import Language

if TYPE_CHECKING:
    from graph.export.workbook import Sheet


class Format(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


_SUFFIXES: Final = {
    ".xlsx": Format.XLSX,
    ".csv": Format.CSV,
    ".json": Format.JSON,
    ".txt": Format.TABLE,
}
_MARKED: Final = "utf-8-sig"
"""Excel reads CSV as UTF-8 where the file begins with a byte order mark."""


def format_for(asked: Format, file: Path | None) -> Format:
    """Return the format of an answer: the one that was asked for, or that of the file's suffix.

    Raises UnknownFormat for a suffix that tells none, WrongUse where the two differ, or where a
    workbook would be shown on a terminal.
    """
    if file is None:
        if asked is Format.XLSX and on_terminal():
            raise WrongUse("workbook on a terminal")
        return asked
    told = _SUFFIXES.get(file.suffix.lower())
    if told is None and asked is Format.TABLE:
        raise UnknownFormat(file, tuple(_SUFFIXES))
    if told not in {None, asked} and asked is not Format.TABLE:
        raise WrongUse("two formats", file=str(file), format=asked.value)
    return told or asked


def on_terminal() -> bool:
    """Tell whether what is printed goes to a terminal."""
    return sys.stdout.isatty()


@contextmanager
def printing_to(file: Path | None, output: Format) -> Iterator[None]:
    """Send what is printed into ``file``, if one is named; it is replaced once all is written.

    Raises Unwritable; what goes wrong while printing leaves the file as it was.
    """
    if file is None:
        yield
        return
    encoding = _MARKED if output is Format.CSV else "utf-8"
    with (
        asked_for(file),
        replacing(file) as draft,
        draft.open("w", encoding=encoding, newline="") as stream,
        redirect_stdout(stream),
    ):
        yield


def print_sheets(sheets: "Iterable[Sheet]", language: Language) -> None:
    """Print a workbook of Excel: bytes, where all else is words."""
    from graph.export.workbook import workbook_of

    sys.stdout.flush()
    sys.stdout.buffer.write(workbook_of(sheets, language))
    sys.stdout.buffer.flush()


_UNSAFE_IN_TERMINAL = re.compile(r"[\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def print_json(value: object) -> None:
    """Print ``value`` as JSON in UTF-8; what could steer a terminal stands as an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    escaped = _UNSAFE_IN_TERMINAL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    sys.stdout.write(f"{escaped}\n")


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print ``rows`` under a heading of ``columns``; None is an empty cell.

    A cell that would be a formula is preceded by an apostrophe. On a terminal, where nothing is
    kept, cells are shown as in a table.
    """
    sys.stdout.writelines(csv_lines([columns]))
    for row in rows:
        shown = map(_shown, row) if on_terminal() else row
        sys.stdout.writelines(csv_lines([shown]))


def _shown(cell: object) -> object:
    return plain(cell) if isinstance(cell, str) else cell


def print_records(columns: Sequence[str], records: Iterable[Mapping[str, object]]) -> None:
    """Print ``records`` as CSV with those of their values that ``columns`` names."""
    print_csv(columns, ([record.get(column) for column in columns] for record in records))


def print_line(text: str) -> None:
    """Print one line of a result as it is."""
    sys.stdout.write(f"{text}\n")


def tell(text: str) -> None:
    """Say ``text`` on stderr; its lines stay lines, and nothing in it steers the terminal."""
    for line in text.split("\n"):
        bare = line.lstrip(" ")
        sys.stderr.write(f"{' ' * (len(line) - len(bare))}{plain(bare)}\n")
