"""The decisions of people, read from a CSV file: what it says, and which lines say nothing useful.

A line is a decision, and no decision has more than a line: so a line that is wrong costs itself
alone. What the cells mean for the texts of a store is settled elsewhere
(``graph.decisions.judgements``).
"""

import csv
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from graph.decisions.kinds import CHECKS, Expected, Kind, WrongCell, choice, refuse, require
from graph.errors import DecisionsUnreadable
from graph.harmless import unguarded
from graph.words.refusals import cause_of
from graph.words.sentences import Cause

COLUMNS: Final = (
    *("who", "when", "decision", "subject", "relation", "object", "text", "why"),
    "quote",
)
"""The columns in their order; a file may do without the last, and a line leave it off."""
_REQUIRED: Final = len(COLUMNS) - 1
_DELIMITERS: Final = ",;\t"
_COMMENT: Final = "#"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One line of a file of decisions, each cell as written but for blanks and composed letters.

    ``when`` is an ISO date. ``subject`` and ``object`` name documents as a person types them, but
    for the object of ``name``, which is the value. ``relation`` is one of RELATIONS or FIELDS,
    ``text`` the name of a text, ``quote`` words of it; each is empty where the kind has no use for
    it. ``file`` is the name of the file, where that is not the file of decisions.
    """

    line: int
    who: str
    when: str
    kind: Kind
    subject: str
    relation: str
    object: str
    text: str
    why: str
    quote: str = ""
    file: str = ""

    @property
    def written(self) -> str:
        """What is decided, on one line; an empty cell in the middle stands as a dash."""
        cells = [self.kind.value, self.subject, self.relation, self.object, self.text, self.quote]
        while not cells[-1]:
            cells.pop()
        return " | ".join(cell or "-" for cell in cells)


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that is no decision: where it stands, what was given, and what was expected.

    ``column`` is the name of the column, empty for the line as a whole; ``expected`` one of
    Expected, or the words that the cell may hold, with commas.
    """

    file: str
    line: int
    column: str
    given: str
    expected: str


@dataclass(frozen=True, slots=True)
class DecisionFile:
    """What a file of decisions says: its name, its decisions, and the lines that are wrong."""

    name: str
    decisions: tuple[Decision, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_decisions(path: Path) -> DecisionFile:
    """Read a file of decisions; an empty one holds none.

    Raises DecisionsUnreadable where there is no such file, where it is not UTF-8, or where its
    first line does not name the columns.
    """
    return parse_decisions(path, text_of(path))


def text_of(path: Path) -> str:
    """Return what a file of people's own holds; raises DecisionsUnreadable."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise DecisionsUnreadable(path, cause_of(error)) from error
    except UnicodeDecodeError as error:
        raise DecisionsUnreadable(path, Cause("not utf-8", {"byte": str(error.start)})) from error


def parse_decisions(path: Path, text: str) -> DecisionFile:
    """Return what the ``text`` of the file at ``path`` decides.

    The first line names the columns, with or without ``quote``; commas, semicolons or tabs stand
    between cells, as they do in it. Empty lines and those that begin with ``#`` say nothing. Raises
    DecisionsUnreadable.
    """
    lines = lines_of(text)
    if not lines:
        return DecisionFile(path.name)
    delimiter, columns = _header(lines[0][1])
    if not delimiter:
        raise DecisionsUnreadable(path, Cause("columns", {"line": str(lines[0][0])}))
    decisions: list[Decision] = []
    faults: list[Fault] = []
    for number, line in lines[1:]:
        try:
            decisions.append(_decision(number, _cells(line, delimiter, columns)))
        except WrongCell as wrong:
            faults.append(Fault(path.name, number, wrong.column, wrong.given, wrong.expected))
    return DecisionFile(path.name, tuple(decisions), tuple(faults))


def lines_of(text: str) -> list[tuple[int, str]]:
    """Return the lines that say something, with their numbers."""
    return [
        (number, line.strip("\r"))
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip() and not line.startswith(_COMMENT)
    ]


def header_of(text: str) -> tuple[str, int]:
    """Return what stands between the cells of a file, and how many there are; "" where none is."""
    lines = lines_of(text)
    return _header(lines[0][1]) if lines else ("", 0)


def _header(header: str) -> tuple[str, int]:
    """Return what stands between the cells, which spreadsheets choose by the country.

    With it comes how many columns the file has; both are nothing where they are others.
    """
    delimiter, names = named_columns(header, (COLUMNS, COLUMNS[:_REQUIRED]).__contains__)
    return delimiter, len(names)


def named_columns(
    header: str, known: Callable[[tuple[str, ...]], bool]
) -> tuple[str, tuple[str, ...]]:
    """Return what stands between the cells, and the names that a line gives to columns.

    Both are empty where these are not ``known``.
    """
    for delimiter in _DELIMITERS:
        names = tuple(name.strip().strip('"').casefold() for name in header.split(delimiter))
        if known(names):
            return delimiter, names
    return "", ()


def _cells(line: str, delimiter: str, columns: int) -> dict[str, str]:
    """Return the cells of a line by their column; one of ``quote`` may be missing, or be empty."""
    words = words_of(line, delimiter)
    if not _REQUIRED <= len(words) <= len(COLUMNS) or any(words[columns:]):
        raise WrongCell("", str(len(words)), Expected.CELLS)
    return dict.fromkeys(COLUMNS, "") | dict(zip(COLUMNS, words, strict=False))


def words_of(line: str, delimiter: str) -> list[str]:
    """Return what stands in the cells of a line, spaced and unguarded; raises WrongCell."""
    try:
        (cells,) = csv.reader([line], delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise WrongCell("", line, Expected.LINE) from error
    return [spaced(unguarded(cell)) for cell in cells]


def spaced(cell: str) -> str:
    """Return what was typed, letters composed, with one blank between words and none around them.

    >>> spaced("  Ban   Bí thư ")
    'Ban Bí thư'
    """
    return " ".join(unicodedata.normalize("NFC", cell).split())


def _decision(line: int, cells: dict[str, str]) -> Decision:
    for column in ("who", "when", "decision", "subject", "why"):
        require(cells, column)
    try:
        cells["when"] = date.fromisoformat(cells["when"]).isoformat()
    except ValueError as error:
        raise WrongCell("when", cells["when"], Expected.DAY) from error
    kind = Kind(choice(cells, "decision", tuple(Kind)))
    CHECKS[kind](cells)
    if kind is not Kind.ADD:
        refuse(cells, "quote")
    cells.pop("decision")
    return Decision(line=line, kind=kind, **cells)
