"""Registers of documents: tables of which each row lists one document, told by its columns.

| Số, ký hiệu | Ngày ban hành | Trích yếu | Cơ quan ban hành |: the heading of a column says which
field of the row's document its cells hold. A table of tasks has no such columns.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from extract.grammar.citation import Citation
from extract.grammar.fields import written_out
from extract.text.layout import Block, Layout
from ontology.documents.document_types import type_by_code, type_by_word

_COLUMN = re.compile(
    r"""
      (?P<number> số(?:[ ]hiệu)?(?:[, /]+(?:và[ ])?(?:ký[ ]hiệu|số|hiệu))*(?:[ ](?:văn[ ]bản|VB))?
                | ký[ ]hiệu(?:[ ]văn[ ]bản)? | (?:tên[ ])?văn[ ]bản(?:[ ]số)? | số[ ]văn[ ]bản )
    | (?P<date>   (?:ngày|thời[ ]gian)(?:[, ]+tháng)?(?:[, ]+năm)?
                  (?:[ ](?:ban[ ]hành|ký|văn[ ]bản|VB))? )
    | (?P<title>  trích[ ]yếu(?:[ ]nội[ ]dung)?(?:[ ]văn[ ]bản)? | nội[ ]dung(?:[ ]văn[ ]bản)?
                | tên(?:[ ]loại)?(?:[ ](?:và|,)?[ ]?trích[ ]yếu.*|[ ]gọi(?:[ ]văn[ ]bản)?)
                | về[ ]việc )
    | (?P<issuer> (?:cơ[ ]quan|đơn[ ]vị|nơi|tác[ ]giả|cấp)(?:[,/ ]+(?:tổ[ ]chức|đơn[ ]vị))?
                  (?:[ ](?:ban[ ]hành|ký(?:[ ]ban[ ]hành)?))? )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:ngày[ ]*)?(\d{1,2})[ ]*(?:[/.-]|tháng)[ ]*(\d{1,2})[ ]*(?:[/.-]|năm)[ ]*(\d{4})"
)
_SAME = re.compile(r"-?[ ]*nt[ ]*-?|như[ ]trên|[\"“”'〃]+", re.IGNORECASE)
"""What a cell holds that repeats the one above it."""
_TYPE_WORDS = 4

Cells = Mapping[int, Block]


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One document of a register: the cell of its number, and what the other cells say of it.

    ``title`` is the cell of its title, ``same`` the one that only says that the title is that of
    the row before; both None where the row has none.
    """

    number: Block
    date: str
    issuer: str
    title: Block | None
    same: Block | None


def register_rows(layout: Layout) -> tuple[RegisterRow, ...]:
    """Return the rows of every register of the text, in order."""
    rows: list[RegisterRow] = []
    columns: Mapping[str, int] = {}
    last: dict[str, str] = {}
    expected = 0
    for row, blocks in groupby(layout.blocks, key=lambda block: block.row):
        cells = {block.cell: block for block in blocks}
        if not row:
            columns = {}
            continue
        found = _columns(layout.flow, cells)
        if found:
            columns, last = found, {}
        elif columns and row == expected and (listed := _row(layout.flow, columns, cells, last)):
            rows.append(listed)
        expected = row + 1
    return tuple(rows)


def _columns(flow: str, cells: Cells) -> Mapping[str, int]:
    """Return which cell of a heading heads which field, none where it heads no register."""
    found: dict[str, int] = {}
    for index, block in cells.items():
        match = _COLUMN.fullmatch(flow[block.start : block.end].strip(" *:."))
        if match and match.lastgroup:
            found.setdefault(match.lastgroup, index)
    return found if "number" in found and {"date", "issuer"} & found.keys() else {}


def _row(
    flow: str, columns: Mapping[str, int], cells: Cells, last: dict[str, str]
) -> RegisterRow | None:
    """Return the document of a row, None where no cell can hold its number.

    ``last`` holds what the rows before say, for the cells that only repeat it.
    """
    said: dict[str, str] = {}
    for field in ("date", "issuer"):
        block = cells.get(columns.get(field, -1))
        text = flow[block.start : block.end].strip(" .*") if block else ""
        said[field] = last.get(field, "") if _SAME.fullmatch(text) else text
    number = cells.get(columns["number"])
    if number is None:
        return None
    last.update(said)
    title = cells.get(columns.get("title", -1))
    same = title if title and _SAME.fullmatch(flow[title.start : title.end].strip()) else None
    return RegisterRow(
        number,
        _iso(said["date"]),
        written_out(said["issuer"]) if said["issuer"] else "",
        None if same else title,
        same,
    )


def _iso(text: str) -> str:
    found = _DAY.fullmatch(text)
    if found is None:
        return ""
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


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
            return kind.word, title.start + len(said)
    return "", title.start


def with_rows(
    flow: str, rows: Sequence[RegisterRow], citations: Sequence[Citation]
) -> Iterator[Citation]:
    """Yield ``citations``, those of a register with what their rows say of them."""
    cells = {row.number.start: row for row in reversed(rows)}
    starts = sorted(cells)
    for citation in citations:
        row = next(
            (cells[start] for start in starts if start <= citation.start < cells[start].number.end),
            None,
        )
        if row is None or citation.symbol is None:
            yield citation
            continue
        by_title = title_start(flow, row.title)[0] if row.title else ""
        by_code = type_by_code(citation.symbol.type_code) if citation.symbol.type_code else None
        yield replace(
            citation,
            type=citation.type or by_title or (by_code.word if by_code else ""),
            date=citation.date or row.date,
            issuer=citation.issuer or row.issuer,
        )


def rows_of(
    rows: Sequence[RegisterRow], citations: Sequence[Citation]
) -> Mapping[int, RegisterRow]:
    """Return the row of each citation that is the number of one, by the citation's index."""
    found: dict[int, RegisterRow] = {}
    for row in rows:
        for index, citation in enumerate(citations):
            if row.number.start <= citation.start < row.number.end and citation.symbol:
                found[index] = row
                break
    return found
