"""Words of texts made harmless where they go: a terminal, a spreadsheet, a script of a page.

Texts are hostile: what they say is shown as words, and never acts where it is shown.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Final

FORMULAS: Final = (*"=+-@＝＋－＠", "\t", "\r", "\n")  # noqa: RUF001
"""What a spreadsheet takes for the beginning of a formula, in letters of full width, too."""

_NEGATIVE: Final = re.compile(r"-\d+(?:\.\d+)?")


def no_formula(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula.

    Numbers stay numbers, those that are written as words, too. What goes through here is CSV that
    people open; JSON, and the files that a database imports, hold every word as it is.

    >>> no_formula("=1+1"), no_formula(-1), no_formula("-1.5")
    ("'=1+1", -1, '-1.5')
    """
    return f"'{value}" if isinstance(value, str) and begins_formula(value) else value


def begins_formula(text: str) -> bool:
    """Tell whether a spreadsheet would take ``text`` for a formula.

    >>> begins_formula("@SUM(1)"), begins_formula("-1.5"), begins_formula("69-KL/TU")
    (True, False, False)
    """
    return text.startswith(FORMULAS) and not _NEGATIVE.fullmatch(text)


def unguarded(cell: str) -> str:
    """Return a cell as it was before ``no_formula``, for what people copy from one file to another.

    >>> unguarded("'- thực hiện"), unguarded("'69"), unguarded("- thực hiện")
    ('- thực hiện', "'69", '- thực hiện')
    """
    bare = cell.removeprefix("'")
    return bare if bare.startswith(FORMULAS) else cell


def csv_lines(rows: Iterable[Iterable[object]], end: str = "\n") -> Iterator[str]:
    r"""Yield each of ``rows`` as a line of CSV that ends in ``end``, without formulas.

    None is an empty cell. A cell that holds the end of a line of any system is quoted, so that what
    stands behind it begins no row.

    >>> list(csv_lines([("=1", "a\r=1", None, -1)]))
    ['\'=1,"a\r=1",,-1\n']
    """
    written = StringIO(newline="")
    writer = csv.writer(written)
    for row in rows:
        writer.writerow(map(no_formula, row))
        yield written.getvalue().removesuffix("\r\n") + end
        written.seek(0)
        written.truncate()


_ESCAPE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)


_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


_BLANKS = re.compile(r"\s+")


def plain(text: str) -> str:
    r"""Return ``text`` on one line, without escape sequences, controls and marks of direction.

    >>> plain("\x1b[31mĐỏ\x1b[0m\r\n  \u202eđen")
    'Đỏ đen'
    """
    if text.isprintable() and "  " not in text:  # nearly every text
        return text.strip()
    return _BLANKS.sub(" ", _INVISIBLE.sub("", _ESCAPE.sub("", text))).strip()


_UNSAFE: Final = "<>&'\u2028\u2029"


def embedded(value: object) -> str:
    """Return ``value`` as JSON that cannot end the script element that it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in _UNSAFE:
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text
