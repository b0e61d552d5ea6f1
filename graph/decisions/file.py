"""The decisions of people, read from a CSV file: what it says, and which lines say nothing useful.

A line is a decision, and no decision has more than a line: so a line that is wrong costs itself
alone. What the cells mean for the texts of a store is settled elsewhere
(``graph.decisions.judgements``).
"""

import csv
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final

from graph.errors import DecisionsUnreadable
from graph.harmless import unguarded
from graph.rdf import vocabulary as ld
from graph.words.refusals import cause_of
from graph.words.sentences import Cause
from ontology.dates import partial_date
from ontology.documents.relation import Relation
from ontology.spelling import slug

COLUMNS: Final = (
    *("who", "when", "decision", "subject", "relation", "object", "text", "why"),
    "quote",
)
"""The columns in their order; a file may do without the last, and a line leave it off."""
FIELDS: Final = ("title", "date", "issuer")
"""What a person may give a document: the relations of a decision ``name``."""
RELATIONS: Final = tuple(dict.fromkeys(ld.RELATION_NAMES.values()))
"""What a person may accept or reject, as answers call it."""
ADDED_RELATIONS: Final = tuple(relation.value for relation in Relation)
"""What a person may add: what a text can state, not what is only ever inferred."""
_REQUIRED: Final = len(COLUMNS) - 1
_DELIMITERS: Final = ",;\t"
_COMMENT: Final = "#"


class Kind(StrEnum):
    """What a decision does."""

    ACCEPT = "accept"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    NAME = "name"
    ADD = "add"


class Expected(StrEnum):
    """What a cell should have held, where that is not one of a few words."""

    SOMETHING = "something"
    NOTHING = "nothing"
    DAY = "day"
    DATE = "date"
    LETTERS = "letters"
    ANOTHER = "another"
    CELLS = "cells"
    LINE = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One line of a file of decisions, each cell as written but for blanks and composed letters.

    ``when`` is an ISO date. ``subject`` and ``object`` name documents as a person types them, but
    for the object of ``name``, which is the value. ``relation`` is one of RELATIONS or FIELDS,
    ``text`` the name of a text, ``quote`` words of it; each is empty where the kind has no use for
    it.
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


class _Wrong(Exception):
    """A cell that is not what it must be."""

    def __init__(self, column: str, given: str, expected: str) -> None:
        super().__init__(f"{column} is {given!r}; expected {expected}")
        self.column = column
        self.given = given
        self.expected = expected


def read_decisions(path: Path) -> DecisionFile:
    """Read a file of decisions; an empty one holds none.

    Raises DecisionsUnreadable where there is no such file, where it is not UTF-8, or where its
    first line does not name the columns.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise DecisionsUnreadable(path, cause_of(error)) from error
    except UnicodeDecodeError as error:
        raise DecisionsUnreadable(path, Cause("not utf-8", {"byte": str(error.start)})) from error
    return parse_decisions(path, text)


def parse_decisions(path: Path, text: str) -> DecisionFile:
    """Return what the ``text`` of the file at ``path`` decides.

    The first line names the columns, with or without ``quote``; commas, semicolons or tabs stand
    between cells, as they do in it. Empty lines and those that begin with ``#`` say nothing. Raises
    DecisionsUnreadable.
    """
    lines = _lines(text)
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
        except _Wrong as wrong:
            faults.append(Fault(path.name, number, wrong.column, wrong.given, wrong.expected))
    return DecisionFile(path.name, tuple(decisions), tuple(faults))


def _lines(text: str) -> list[tuple[int, str]]:
    """Return the lines that say something, with their numbers."""
    return [
        (number, line.strip("\r"))
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip() and not line.startswith(_COMMENT)
    ]


def header_of(text: str) -> tuple[str, int]:
    """Return what stands between the cells of a file, and how many there are; "" where none is."""
    lines = _lines(text)
    return _header(lines[0][1]) if lines else ("", 0)


def _header(header: str) -> tuple[str, int]:
    """Return what stands between the cells, which spreadsheets choose by the country.

    With it comes how many columns the file has; both are nothing where they are others.
    """
    for delimiter in _DELIMITERS:
        names = [name.strip().strip('"').casefold() for name in header.split(delimiter)]
        if tuple(names) in (COLUMNS, COLUMNS[:_REQUIRED]):
            return delimiter, len(names)
    return "", 0


def _cells(line: str, delimiter: str, columns: int) -> dict[str, str]:
    """Return the cells of a line by their column; one of ``quote`` may be missing, or be empty."""
    try:
        (cells,) = csv.reader([line], delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise _Wrong("", line, Expected.LINE) from error
    extra = "".join(cells[columns:]).strip()
    if not _REQUIRED <= len(cells) <= len(COLUMNS) or extra:
        raise _Wrong("", str(len(cells)), Expected.CELLS)
    words = (spaced(unguarded(cell)) for cell in cells)
    return dict.fromkeys(COLUMNS, "") | dict(zip(COLUMNS, words, strict=False))


def spaced(cell: str) -> str:
    """Return what was typed, letters composed, with one blank between words and none around them.

    >>> spaced("  Ban   Bí thư ")
    'Ban Bí thư'
    """
    return " ".join(unicodedata.normalize("NFC", cell).split())


def _decision(line: int, cells: dict[str, str]) -> Decision:
    for column in ("who", "when", "decision", "subject", "why"):
        _require(cells, column)
    try:
        cells["when"] = date.fromisoformat(cells["when"]).isoformat()
    except ValueError as error:
        raise _Wrong("when", cells["when"], Expected.DAY) from error
    kind = Kind(_choice(cells, "decision", tuple(Kind)))
    _CHECKS[kind](cells)
    if kind is not Kind.ADD:
        _refuse(cells, "quote")
    cells.pop("decision")
    return Decision(line=line, kind=kind, **cells)


def _check_link(cells: dict[str, str]) -> None:
    cells["relation"] = _choice(cells, "relation", RELATIONS)
    _require(cells, "object")
    _refuse(cells, "text")


def _check_merge(cells: dict[str, str]) -> None:
    _refuse(cells, "relation")
    _require(cells, "object")
    if cells["object"] == cells["subject"]:
        raise _Wrong("object", cells["object"], Expected.ANOTHER)


def _check_split(cells: dict[str, str]) -> None:
    _refuse(cells, "relation")
    _require(cells, "text")


def _check_name(cells: dict[str, str]) -> None:
    field = cells["relation"] = _choice(cells, "relation", FIELDS)
    value = _require(cells, "object")
    _refuse(cells, "text")
    if field == "date" and not partial_date(value):
        raise _Wrong("object", value, Expected.DATE)
    if field == "issuer" and not slug(value):
        raise _Wrong("object", value, Expected.LETTERS)


def _check_add(cells: dict[str, str]) -> None:
    """Demand the words of a link to add with the text that they stand in, or neither."""
    cells["relation"] = _choice(cells, "relation", ADDED_RELATIONS)
    if _require(cells, "object") == cells["subject"]:
        raise _Wrong("object", cells["object"], Expected.ANOTHER)
    if cells["text"] or cells["quote"]:
        _require(cells, "text")
        _require(cells, "quote")


_CHECKS: Final = {
    Kind.ACCEPT: _check_link,
    Kind.REJECT: _check_link,
    Kind.MERGE: _check_merge,
    Kind.SPLIT: _check_split,
    Kind.NAME: _check_name,
    Kind.ADD: _check_add,
}


def _require(cells: dict[str, str], column: str) -> str:
    if not cells[column]:
        raise _Wrong(column, "", Expected.SOMETHING)
    return cells[column]


def _refuse(cells: dict[str, str], column: str) -> None:
    if cells[column]:
        raise _Wrong(column, cells[column], Expected.NOTHING)


def _choice(cells: dict[str, str], column: str, words: Sequence[str]) -> str:
    word = cells[column].casefold()
    if word not in words:
        raise _Wrong(column, cells[column], ", ".join(words))
    return word
