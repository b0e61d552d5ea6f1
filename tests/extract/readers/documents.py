"""One document in several formats: what a test reads from each must be the same.

The parts are those that offices use: a head in two columns, numbers that Word counts by itself,
notes, a table, a text box, tracked changes, recipients beside the signature.
"""

import re
from dataclasses import dataclass, field

Columns = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Paragraph:
    """``text`` as it is seen; ``number`` is what Word counts (list and level), not in the text.

    ``centred``: it stands in the middle of the page, as titles do.
    """

    text: str
    list_id: int = 0
    level: int = 0
    style: str = ""
    number: str = ""
    centred: bool = False


@dataclass(frozen=True)
class Beside:
    """Columns that stand side by side, as in a head."""

    columns: Columns


@dataclass(frozen=True)
class Rows:
    """A table of data."""

    cells: Columns


@dataclass(frozen=True)
class Framed:
    """A text box that is anchored in the paragraph before it."""

    text: str


@dataclass(frozen=True)
class Changed:
    """A paragraph with tracked changes: taken out, put in."""

    before: str
    deleted: str
    inserted: str
    behind: str


Part = Paragraph | Beside | Rows | Framed | Changed


@dataclass(frozen=True)
class Document:
    """Parts in their order; the notes stand behind them, "[1]" where each belongs."""

    parts: tuple[Part, ...]
    footnotes: tuple[str, ...] = ()
    endnotes: tuple[str, ...] = ()
    numbering: str = field(default="")


def as_text(document: Document) -> str:
    lines: list[str] = []
    for part in document.parts:
        match part:
            case Paragraph():
                lines.append(part.number + part.text)
            case Beside():
                lines += [line for column in part.columns for line in column if line]
            case Rows():
                lines += ["", *(f"| {' | '.join(row)} |" for row in part.cells), ""]
            case Framed():
                lines.append(part.text)
            case Changed():
                lines.append(part.before + part.inserted + part.behind)
    notes = [*document.footnotes, *document.endnotes]
    if notes:
        lines.append("")
    for number, note in enumerate(notes, 1):
        lines += [f"[{number}] {note}", ""]
    return "\n".join(lines).rstrip("\n") + "\n"


_TWO_COLUMNS = re.compile(r"(\S.*?) {3,}(\S.*)")
_LINES_OF_A_HEAD = 8


def from_text(text: str) -> Document:
    """A document of one paragraph for each line, its head in two columns where the text has them.

    What blanks move to the middle is centred.
    """
    lines = text.splitlines()
    head = [n for n, line in enumerate(lines[:_LINES_OF_A_HEAD]) if _TWO_COLUMNS.search(line)]
    begun: tuple[Part, ...] = ()
    if head:
        columns: tuple[list[str], list[str]] = ([], [])
        for line in lines[: head[-1] + 1]:
            both = _TWO_COLUMNS.search(line)
            for column, said in zip(
                columns, both.groups() if both else (line.strip(),), strict=False
            ):
                column.append(said)
        begun, lines = (Beside((tuple(columns[0]), tuple(columns[1]))),), lines[head[-1] + 1 :]
    return Document(
        (
            *begun,
            *(Paragraph(line.strip(), centred=line.startswith("   ")) for line in lines),
        )
    )
