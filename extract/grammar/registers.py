"""Registers of documents: tables of which each row lists one document, told by its columns."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from extract.grammar.citation import Citation
from extract.grammar.fields import written_out
from extract.grammar.register_columns import (
    Cells,
    Shared,
    columns_of,
    date_behind,
    date_in,
    heads_tasks,
    is_rule,
    names_columns,
    shared_above,
    shared_by,
)
from extract.text.layout import Block, Layout
from ontology.dates import NO_DATE, PartialDate
from ontology.documents.document_types import type_by_code, type_by_word

_SAME = re.compile(r"-?[ ]*nt[ ]*-?|như[ ](?:trên|dòng trên)|[\"“”'〃]+", re.IGNORECASE)
"""What a cell holds that repeats the one above it."""
_TYPE_WORDS = 4
_LETTER = re.compile(r"(?:V/v|Về việc)(?![^\W\d_])", re.IGNORECASE)
"""How the title of a letter begins, whose symbol names the body alone."""
_LISTED = re.compile(r"[ ]*(?:[,;/]|và)[ ]*(?:số[ ]*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One document of a register: the cell of its number, and what the other cells say of it.

    ``title`` is the cell of its title, ``same`` the one that only says that the title is that of
    the row before; both None where the row has none. ``name`` is the title in either case.
    """

    number: Block
    date: PartialDate
    issuer: str
    type: str
    name: str
    title: Block | None
    same: Block | None


@dataclass(slots=True)
class _Table:
    """What is known of the table that is being read, row by row."""

    flow: str
    columns: Mapping[str, int] = field(default_factory=dict)
    above: Cells = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)
    """What the rows before say, for the cells that only repeat it."""
    shared: Shared = field(default_factory=Shared)

    def read(self, cells: Cells) -> RegisterRow | None:
        """Return the document of the next row, None where it is a heading or lists none."""
        if is_rule(self.flow, cells):
            return None
        if heads_tasks(self.flow, cells):
            self.columns = {}
        found = columns_of(self.flow, cells, self.above)
        self.above = cells if names_columns(self.flow, cells) else {}
        if found:
            self.columns, self.last = found, {}
            return None
        if not self.columns:
            return None
        shared = shared_by(self.flow, cells)
        if shared is not None:
            self.shared = Shared(shared.issuer, shared.year or self.shared.year)
            self.last.pop("issuer", None)
            return None
        return self._row(cells)

    def _row(self, cells: Cells) -> RegisterRow | None:
        number = cells.get(self.columns["number"])
        if number is None:
            return None
        said: dict[str, str] = {}
        for name in ("date", "issuer", "title"):
            text = self._text(cells, name)
            said[name] = self.last.get(name, "") if _SAME.fullmatch(text) else text
        self.last.update(said)
        title = cells.get(self.columns.get("title", -1))
        same = title if title and _SAME.fullmatch(self._text(cells, "title")) else None
        in_cell = NO_DATE if "date" in self.columns else date_behind(self._text(cells, "number"))
        kind = type_by_word(self._text(cells, "type"))
        issuer = said["issuer"] or self.shared.issuer
        return RegisterRow(
            number=number,
            date=date_in(said["date"], self.shared.year) or in_cell,
            issuer=written_out(issuer) if issuer else "",
            type=kind.word if kind else "",
            name=said["title"],
            title=None if same else title,
            same=same,
        )

    def _text(self, cells: Cells, name: str) -> str:
        block = cells.get(self.columns.get(name, -1))
        return self.flow[block.start : block.end].strip(" .*") if block else ""


def register_rows(layout: Layout) -> tuple[RegisterRow, ...]:
    """Return the rows of every register of the text, in order."""
    rows: list[RegisterRow] = []
    table: _Table | None = None
    above: Block | None = None
    for row, blocks in groupby(layout.blocks, key=lambda block: block.row):
        if not row:
            *_, above = blocks
            table = None
            continue
        if table is None:
            table = _Table(layout.flow)
            table.shared = shared_above(layout.flow, above) if above else Shared()
        if listed := table.read({block.cell: block for block in blocks}):
            rows.append(listed)
    return tuple(rows)


def title_start(flow: str, title: Block) -> tuple[str, int]:
    """Return the type word that a title opens with, and where what it says begins.

    >>> from extract.text.layout import lay_out
    >>> from extract.text.source import SourceText
    >>> layout = lay_out(SourceText("a", "Kế hoạch thực hiện Chỉ thị số 19-CT/TU"))
    >>> title_start(layout.flow, layout.blocks[0])
    ('Kế hoạch', 8)
    """
    words = flow[title.start : title.end].split(" ")[:_TYPE_WORDS]
    for count in range(len(words), 0, -1):
        said = " ".join(words[:count])
        kind = type_by_word(said) if said[:1].isupper() else None
        if kind is not None:
            # "Báo cáo sơ kết …": the second word is what the report does.
            behind = kind.word if kind.word == "Báo cáo" else said
            return kind.word, title.start + len(behind)
    return "", title.start


def with_rows(
    flow: str, rows: Sequence[RegisterRow], citations: Sequence[Citation]
) -> Iterator[Citation]:
    """Yield ``citations``, those of a register with what their rows say of them."""
    held: dict[int, RegisterRow] = {}
    for first, row in rows_of(rows, citations).items():
        held[first] = row
        # "15, 16-KH/HU": one row lists both.
        for before, other in pairwise(range(first, len(citations))):
            between = flow[citations[before].end : citations[other].start]
            if not _LISTED.fullmatch(between):
                break
            held[other] = row
    for index, citation in enumerate(citations):
        yield _with_row(flow, held[index], citation) if index in held else citation


def _with_row(flow: str, row: RegisterRow, citation: Citation) -> Citation:
    symbol = citation.symbol
    by_title = title_start(flow, row.title)[0] if row.title else ""
    by_code = type_by_code(symbol.type_code) if symbol and symbol.type_code else None
    letter = symbol is not None and not symbol.year and _LETTER.match(row.name)
    return replace(
        citation,
        type=citation.type
        or row.type
        or by_title
        or (by_code.word if by_code else "Công văn" if letter else ""),
        date=citation.date or row.date,
        issuer=citation.issuer or row.issuer,
        name=citation.name or row.name,
    )


def rows_of(
    rows: Sequence[RegisterRow], citations: Sequence[Citation]
) -> Mapping[int, RegisterRow]:
    """Return the row of each citation that is the number of one, by the citation's index."""
    found: dict[int, RegisterRow] = {}
    if not rows:
        return found
    numbers = [(index, cited.start) for index, cited in enumerate(citations) if cited.symbol]
    at = 0
    for row in rows:
        while at < len(numbers) and numbers[at][1] < row.number.start:
            at += 1
        if at < len(numbers) and numbers[at][1] < row.number.end:
            found[numbers[at][0]] = row
    return found


def without_own_names(
    rows: Sequence[RegisterRow], numbered: Sequence[Citation], names: Sequence[Citation]
) -> list[Citation]:
    """Return ``names`` without those that open the title of a row, whose document has a number."""
    titles = {row.title.start for row in rows_of(rows, numbered).values() if row.title}
    return [name for name in names if name.start not in titles]
