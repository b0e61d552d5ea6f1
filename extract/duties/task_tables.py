"""Tables of tasks: what is to be done, who leads, who joins, what comes of it, by when.

The columns are known by the words of their heads. A row without a number continues the row above
it; a row with one cell heads a section, which may name who leads all of it; a lead that is empty is
that of the row above (merged).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from extract.duties.bearers import bearer_in
from extract.duties.deadlines import due_of_cell
from extract.duties.products import Product, product_in_cell, product_in_task
from extract.grammar.capitals import cased
from extract.grammar.lexicon import any_of
from extract.text.flat_tables import FlatTable, tables_without_borders
from extract.text.layout import Block, Layout
from ontology.documents.order_words import DutyWord, duty_words

_COLUMNS = (
    DutyWord.JOIN_COLUMN,
    DutyWord.LEAD_COLUMN,
    DutyWord.DUE_COLUMN,
    DutyWord.PRODUCT_COLUMN,
    DutyWord.TASK_COLUMN,
)
_HEADS = {
    use: re.compile(r"(?<![^\W\d_])" + any_of(duty_words(use)) + r"(?![^\W\d_])", re.IGNORECASE)
    for use in (*_COLUMNS, DutyWord.DOCUMENT_COLUMN, DutyWord.DONE_COLUMN)
}
_FIRST_HEAD = re.compile(r"(?:TT|STT|Số TT|Số thứ tự)\.?", re.IGNORECASE)
_MARK = re.compile(r"(?:[IVX]+|[A-H]|\d+)[.)]?[ ]*")
_LEADS = re.compile(r"(?:nhiệm vụ (?:của|giao)|giao)[ ]|[ ]chủ trì.*|:$", re.IGNORECASE)
"""What stands around the body that leads a whole section: "Nhiệm vụ của Sở Nội vụ"."""
_NUMBER = re.compile(r"[ ]*(?:\d+(?:\.\d+)*|[a-zđ])[.)]?[ ]*")
_LONGEST_HEAD = 80
_FEWEST_COLUMNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A row that somebody leads: offsets in the flow, and what its cells print.

    ``product`` is the document that it owes, None where it names none; ``words`` are those of the
    task, ``outcome`` those of the column of products.
    """

    start: int
    end: int
    task: tuple[int, int]
    words: str
    lead: str
    joins: str
    outcome: str
    product: Product | None
    due: str
    due_text: str


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    end: int
    cells: dict[int, str]
    spans: dict[int, tuple[int, int]]


def task_rows(layout: Layout) -> Iterator[TaskRow]:
    """Yield the rows of all tables of tasks that name who leads."""
    yield from _bordered(layout)
    for table in tables_without_borders(layout, _led):
        yield from _flat(table, _columns_headed(table.heads))


def _led(heads: Sequence[str]) -> bool:
    return DutyWord.LEAD_COLUMN in _columns_headed(heads)


def _columns_headed(heads: Sequence[str]) -> dict[DutyWord, int]:
    return _columns_of(_Row(0, 0, dict(enumerate(heads, 1)), {})) or {}


def _bordered(layout: Layout) -> Iterator[TaskRow]:
    columns: dict[DutyWord, int] = {}
    held: _Row | None = None
    lead = led = ""
    for in_table, blocks in groupby(layout.blocks, key=lambda block: block.row > 0):
        if not in_table:
            continue
        for row in _rows(layout, list(blocks)):
            head = _columns_of(row)
            if head is None and columns and held and _continues(row, columns):
                held = _joined(held, row)
                continue
            if held:
                lead = _lead(held, columns, lead)
                yield from _read(held, columns, lead)
                if led and _printed_lead(held, columns):
                    lead = ""  # whose the next row is, that of this one or of the section
            held = None
            if head is not None:
                columns, lead, led = head, "", ""
            elif columns and (section := _section(row)) is None:
                held = row
            else:
                lead = led = section if columns and section else ""
        # The page of a long table ends a table in a PDF; its columns go on.
    if held:
        yield from _read(held, columns, _lead(held, columns, lead))


def _flat(table: FlatTable, columns: dict[DutyWord, int]) -> Iterator[TaskRow]:
    """Yield the rows of a table without borders in which a body leads, by a time."""
    for cells in table.rows:
        spans = {number: cell.span for number, cell in enumerate(cells, 1) if cell.span}
        texts = {number: cell.text for number, cell in enumerate(cells, 1)}
        lead = texts[columns[DutyWord.LEAD_COLUMN]]
        due = columns.get(DutyWord.DUE_COLUMN)
        if bearer_in(lead) is None or (due and due_of_cell(texts[due]) is None):
            continue
        start, end = min(spans.values())[0], max(spans.values())[1]
        yield from _read(_Row(start, end, texts, spans), columns, lead)


def _section(row: _Row) -> str | None:
    """Return who leads the section that a row heads, empty if nobody; None of any other row.

    The one cell of such a row may be printed again in each column that it spans.
    """
    said = dict.fromkeys(cell for cell in row.cells.values() if cell)
    words = [cell for cell in said if not _MARK.fullmatch(cell)]
    if len(words) != 1:
        return None if words else ""
    first = row.cells.get(0, "")
    if _NUMBER.fullmatch(first) and len(said) > 1:
        return None
    name = _LEADS.sub("", words[0][_marked(words[0]) :])
    cased_name = " ".join(cased(name.split())) if name.isupper() else name
    return name if bearer_in(cased_name) else ""


def _marked(words: str) -> int:
    mark = _MARK.match(words)
    return mark.end() if mark and mark.group()[-1] in ".) " else 0


def _rows(layout: Layout, blocks: Sequence[Block]) -> Iterator[_Row]:
    for _, cells in groupby(blocks, key=lambda block: block.row):
        group = list(cells)
        texts = {block.cell: layout.flow[block.start : block.end].strip() for block in group}
        spans = {block.cell: (block.start, block.end) for block in group}
        yield _Row(group[0].start, group[-1].end, texts, spans)


def _columns_of(row: _Row) -> dict[DutyWord, int] | None:
    """Return the columns that a row heads; nothing of a table of deeds, None of a common row."""
    if any(len(cell) > _LONGEST_HEAD for cell in row.cells.values()):
        return None
    found: dict[DutyWord, int] = {}
    done = False
    for number, cell in row.cells.items():
        if any(character.isdigit() for character in cell):
            return None
        done = done or _HEADS[DutyWord.DONE_COLUMN].search(cell) is not None
        use = next((use for use in _COLUMNS if _HEADS[use].search(cell)), None)
        if use:
            found.setdefault(use, number)
    numbered = _FIRST_HEAD.fullmatch(row.cells.get(0, "")) is not None
    by_sections = numbered and {DutyWord.TASK_COLUMN, DutyWord.DUE_COLUMN} <= found.keys()
    if len(found) < _FEWEST_COLUMNS and not by_sections:
        return {} if done else None
    owed = by_sections or {DutyWord.LEAD_COLUMN, DutyWord.TASK_COLUMN} <= found.keys()
    if done or not owed or not {DutyWord.PRODUCT_COLUMN, DutyWord.DUE_COLUMN} & found.keys():
        return {}
    if _HEADS[DutyWord.DOCUMENT_COLUMN].search(row.cells[found[DutyWord.TASK_COLUMN]]):
        found[DutyWord.DOCUMENT_COLUMN] = found[DutyWord.TASK_COLUMN]
    return found


def _continues(row: _Row, columns: dict[DutyWord, int]) -> bool:
    number, lead = row.cells.get(0, ""), _printed_lead(row, columns)
    filled = [cell for cell in row.cells.values() if cell]
    return columns[DutyWord.TASK_COLUMN] > 0 and not number and not lead and bool(filled)


def _joined(held: _Row, row: _Row) -> _Row:
    cells = dict(held.cells)
    for number, cell in row.cells.items():
        cells[number] = f"{cells.get(number, '')} {cell}".strip()
    return replace(held, cells=cells, end=row.end)


def _lead(row: _Row, columns: dict[DutyWord, int], above: str) -> str:
    return _printed_lead(row, columns) or (above if _NUMBER.fullmatch(row.cells.get(0, "")) else "")


def _printed_lead(row: _Row, columns: dict[DutyWord, int]) -> str:
    return row.cells.get(columns.get(DutyWord.LEAD_COLUMN, -1), "")


def _read(row: _Row, columns: dict[DutyWord, int], lead: str) -> Iterator[TaskRow]:
    def cell(use: DutyWord) -> str:
        return row.cells.get(columns[use], "") if use in columns else ""

    if DutyWord.PRODUCT_COLUMN in columns:
        product = product_in_cell(cell(DutyWord.PRODUCT_COLUMN), cell(DutyWord.TASK_COLUMN))
    else:
        named = DutyWord.DOCUMENT_COLUMN in columns
        product = product_in_task(cell(DutyWord.TASK_COLUMN), named=named)
    if not lead or not cell(DutyWord.TASK_COLUMN):
        return
    due = due_of_cell(cell(DutyWord.DUE_COLUMN))
    yield TaskRow(
        start=row.start,
        end=row.end,
        task=row.spans.get(columns[DutyWord.TASK_COLUMN], (row.start, row.end)),
        words=cell(DutyWord.TASK_COLUMN),
        lead=lead,
        joins=cell(DutyWord.JOIN_COLUMN),
        outcome=cell(DutyWord.PRODUCT_COLUMN),
        product=product,
        due=due.value if due else "",
        due_text=cell(DutyWord.DUE_COLUMN),
    )
