"""The reading order of a text: no page furniture, footnotes behind the body, lines joined.

A page break or a footnote cuts a sentence in two; here its halves stand together again. The flow
is what the grammars read; every offset in it can be taken back to the text as read.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import NamedTuple

from extract.text.glued import seams
from extract.text.lines import Line, continues, is_wrapped, read_lines, runs
from extract.text.margins import is_full, margin_of
from extract.text.source import SourceText, Span, composed
from extract.text.view import NOTHING, plain_view

_ANCHOR = re.compile(r"<sup>\s*(\d{1,3})\s*</sup>|\[\^?(\d{1,3})\]", re.IGNORECASE)
_STAMP_WIDTH = 80


class Block(NamedTuple):
    """One paragraph of the flow; ``note`` is the number of the footnote that it belongs to.

    ``blanks`` counts the empty lines and the rules above it. It is a tuple, as a line is.
    """

    start: int
    end: int
    heading: bool
    note: int | None = None
    row: int = 0
    """The row of a table that it is a cell of, counted from 1 through the text; 0 elsewhere."""
    cell: int = 0
    blanks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The flow of a text, its paragraphs, and the way back to the text as read."""

    source: SourceText
    view: str
    """The text in composed letters without its marks, line by line as it stands."""
    flow: str
    blocks: tuple[Block, ...]
    anchors: tuple[tuple[int, int], ...]
    """Where the body refers to a footnote: offset in the flow, number of the note."""
    pieces: tuple[tuple[int, int, int], ...]
    """Start in the flow, start in the composed text, length: what was taken over unbroken."""
    offsets: Sequence[int]
    block_starts: tuple[int, ...]
    piece_starts: tuple[int, ...]

    def block_at(self, offset: int) -> Block:
        """Return the paragraph that holds ``offset``."""
        return self.blocks[max(0, bisect_right(self.block_starts, offset) - 1)]

    def number_of(self, block: Block) -> int:
        """Return which paragraph of the flow ``block`` is, counted from 0."""
        return bisect_right(self.block_starts, block.start) - 1

    def span(self, start: int, end: int) -> Span:
        """Return the span of ``flow[start:end]`` in the text as read.

        Where something longer than a page head was taken out in between, the span ends before it.
        """
        first = self._piece(start)
        flow_start, text_start, length = self.pieces[first]
        if end - flow_start <= length:
            shift = text_start - flow_start
            return self._composed_span(start + shift, end + shift)
        last = self._piece(end - 1)
        for number in range(first, last):
            _, here, length = self.pieces[number]
            _, there, _ = self.pieces[number + 1]
            if there < here or there - here - length > _STAMP_WIDTH * 4:
                return self._composed_span(
                    self._at(start, first), max(here + length, self._at(start, first) + 1)
                )
        return self._composed_span(self._at(start, first), self._at(end - 1, last) + 1)

    def _composed_span(self, start: int, end: int) -> Span:
        return Span(self.offsets[start], self.offsets[end])

    def _piece(self, offset: int) -> int:
        return max(0, bisect_right(self.piece_starts, offset) - 1)

    def _at(self, offset: int, piece: int) -> int:
        flow_start, text_start, length = self.pieces[piece]
        return text_start + min(offset - flow_start, max(length - 1, 0))


def lay_out(source: SourceText) -> Layout:
    """Return ``source`` in reading order: the body without page furniture, then the footnotes."""
    text, offsets = composed(source.text)
    view = plain_view(text)
    lines = list(read_lines(text, view))
    wrapped = is_wrapped(lines)
    margin = 0 if wrapped else margin_of(lines)
    lost = seams(view)
    ordered = [line for line in lines if line.note is None]
    ordered += [line for line in lines if line.note is not None]
    pieces: list[tuple[int, int, int]] = []
    parts: list[str] = []
    blocks: list[Block] = []
    offset = begins = 0
    first: Line | None = None
    for line, following in zip_longest(ordered, ordered[1:]):
        if first is None:
            first, begins = line, offset
        if lost or "  " in line.text or NOTHING in line.text:
            for start, run in runs(line, lost):
                pieces.append((offset, start, len(run)))
                parts.append(run)
                offset += len(run)
        else:
            pieces.append((offset, line.start, len(line.text)))
            parts.append(line.text)
            offset += len(line.text)
        if (
            following
            and following.note == line.note
            and continues(
                line,
                following,
                wrapped=wrapped,
                full=margin > 0 and is_full(line, following, margin),
            )
        ):
            parts.append(" ")
        else:
            blocks.append(
                Block(
                    start=begins,
                    end=offset,
                    heading=first.heading,
                    note=first.note,
                    row=first.row,
                    cell=first.cell,
                    blanks=first.blanks,
                )
            )
            first = None
            parts.append("\n" if following else "")
        offset += 1
    flow = "".join(parts)
    layout = Layout(
        source=source,
        view=view,
        flow=flow,
        blocks=tuple(blocks),
        anchors=(),
        pieces=tuple(pieces),
        offsets=offsets,
        block_starts=tuple(block.start for block in blocks),
        piece_starts=tuple(piece[0] for piece in pieces),
    )
    return replace(layout, anchors=tuple(_anchors(text, layout)))


def _anchors(text: str, layout: Layout) -> Iterator[tuple[int, int]]:
    """Yield the offsets in the flow where a footnote is referred to."""
    found = list(_ANCHOR.finditer(text)) if "[" in text or "<" in text else []
    if not found:
        return
    starts = sorted((text_start, flow, size) for flow, text_start, size in layout.pieces)
    for match in found:
        index = bisect_right(starts, match.start(), key=lambda piece: piece[0]) - 1
        if index < 0:
            continue
        text_start, flow, size = starts[index]
        inside = match.start() - text_start
        if 0 < inside <= size + 1 and layout.block_at(flow).note is None:
            yield flow + min(inside, size), int(match.group(1) or match.group(2))
