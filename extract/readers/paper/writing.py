"""Printed lines become one text, which knows for each line on which page and where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.readers.paper.columns import Block
from extract.readers.paper.notes import number_of, referred
from extract.readers.paper.paragraphs import Margins, is_date_parted, joint, margins_of
from extract.readers.paper.ruled_tables import TableRow
from extract.readers.paper.words import Run, Word, spelled
from extract.text.source import Box, Span


@dataclass(frozen=True, slots=True)
class Page:
    """What is read of one page: columns and tables in their order, footnotes behind them.

    ``recognised``: by OCR.
    """

    parts: tuple[Block | TableRow, ...] = ()
    notes: tuple[Run, ...] = ()
    marks: frozenset[str] = frozenset()
    width: float = 0.0
    recognised: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a file, where its pages begin, where its lines stand, and what OCR has read.

    What stands in fields of a page that OCR has read is no part of the latter.
    """

    text: str
    pages: tuple[int, ...]
    boxes: tuple[Box, ...]
    recognised: tuple[Span, ...]


@dataclass(slots=True, kw_only=True)
class _Writer:
    parts: list[str] = field(default_factory=list)
    offset: int = 0
    boxes: list[Box] = field(default_factory=list)
    before: Run | None = None
    """The line of the text that the next one may go on with."""
    first: bool = True
    same_page: bool = True
    margins: Margins = field(default_factory=lambda: Margins(0.0, 0.0))
    recognised: bool = False
    fields: list[Span] = field(default_factory=list)
    """Where words of fields stand in pages that OCR has read."""

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.offset += len(text)

    def part(self, separator: str) -> None:
        if self.offset:
            self.add(separator)

    def put(self, text: str, printed: Run | TableRow, page: int) -> None:
        start = self.offset
        self.add(text)
        if text:
            sure = 1.0
            if isinstance(printed, Run):
                sure = min([word[8] for word in printed.words])
                if self.recognised:
                    self.fields.extend(_fields_in(text, start, printed.words))
            span = Span(start, self.offset)
            self.boxes.append(
                Box(
                    span=span,
                    page=page,
                    left=printed.left,
                    top=printed.top,
                    right=printed.right,
                    bottom=printed.bottom,
                    confidence=sure,
                )
            )


def _fields_in(text: str, start: int, words: Sequence[Word]) -> Iterator[Span]:
    """Yield where the words of fields stand in a line of text that begins at ``start``."""
    at = 0
    for word in words:
        found = text.find(word.text, at)
        if found >= 0:
            at = found + len(word.text)
            if word.field:
                yield Span(start + found, start + at)


def _without(start: int, end: int, fields: Sequence[Span]) -> Iterator[Span]:
    """Yield what lies between two offsets and in no field."""
    for inside in fields:
        if start < inside.start:
            yield Span(start, inside.start)
        start = inside.end
    if start < end:
        yield Span(start, end)


def written(pages: Sequence[Page]) -> Written:
    """Return the text of pages in reading order."""
    writer = _Writer()
    starts: list[int] = []
    recognised: list[Span] = []
    for number, page in enumerate(pages, start=1):
        begun = len(writer.boxes)
        writer.recognised, writer.fields = page.recognised, []
        _write_page(writer, page, number)
        start = writer.boxes[begun].span.start if len(writer.boxes) > begun else writer.offset
        starts.append(start)
        if page.recognised and writer.offset > start:
            recognised.extend(_without(start, writer.offset, writer.fields))
    writer.part("\n")
    return Written("".join(writer.parts), tuple(starts), tuple(writer.boxes), tuple(recognised))


def _write_page(writer: _Writer, page: Page, number: int) -> None:
    text = [
        line
        for part in page.parts
        if isinstance(part, Block) and not part.column
        for line in part.lines
    ]
    margins = margins_of(text, page.width)
    writer.same_page = False
    row: TableRow | None = None
    for part in page.parts:
        if isinstance(part, TableRow):
            writer.part("\n" if row else "\n\n")
            writer.put(part.text, part, number)
            writer.before = None
        else:
            _write_block(writer, part, page.marks, margins, number)
        row = part if isinstance(part, TableRow) else None
    if page.notes:
        _write_notes(writer, page, number)


def _write_block(
    writer: _Writer, block: Block, marks: frozenset[str], margins: Margins, page: int
) -> None:
    for index, line in enumerate(block.lines):
        before = writer.before
        if block.column:
            apart = before is not None and line.bottom - before.bottom > 1.6 * line.height
            broken = before is not None and is_date_parted(before, line)
            writer.part(" " if broken else "\n" if index and not apart else "\n\n")
            writer.first = True
        elif before is None:
            writer.part("\n\n")
            writer.first = True
        else:
            known = margins if writer.same_page else writer.margins
            between = joint(before, line, known, first=writer.first, same_page=writer.same_page)
            writer.part(between)
            writer.first = "\n" in between
        writer.put(spelled(referred(line, marks)) if marks else line.text, line, page)
        writer.before, writer.same_page, writer.margins = line, True, margins
    if block.column:
        writer.before = None


def _write_notes(writer: _Writer, page: Page, number: int) -> None:
    """Write the footnotes of a page, each from its number on one line; the text may go on."""
    margins = margins_of(page.notes, page.width)
    before: Run | None = None
    for line in page.notes:
        mark = number_of(line, page.marks)
        if mark or before is None:
            writer.part("\n\n")
            first = True
        else:
            between = joint(before, line, margins, first=first, same_page=True)
            # A blank line would end the note for the layout.
            between = "\n" if between == "\n\n" else between
            writer.part(between)
            first = "\n" in between
        said = spelled(line.words[1:] if mark else line.words)
        writer.put(f"<sup>{mark}</sup> {said}" if mark else said, line, number)
        before = line
    writer.before = None
