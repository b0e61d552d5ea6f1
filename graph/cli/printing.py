"""Putting results on stdout as a table, as JSON or as CSV.

Texts are hostile: a table shows their words as words, never as colours or as movements of the
cursor. JSON holds every value exactly, so that offsets and quotes can be checked; CSV does but for
cells that a spreadsheet would take for a formula.
"""

import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from graph.harmless import csv_lines, plain


class Format(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


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
        shown = map(_shown, row) if sys.stdout.isatty() else row
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
