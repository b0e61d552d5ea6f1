"""The reading order of a text: no page furniture, footnotes behind the body, lines joined.

A page break or a footnote cuts a sentence in two; here its halves stand together again. The flow
is what the grammars read; every place in it can be taken back to the text as read.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.source import SourceText, Span, composed
from extract.view import NOTHING, plain_view

_FURNITURE = re.compile(
    r"""\s*(?:
      CÔNG[ ]BÁO\s*/\s*Số.* | \d+\s+CÔNG[ ]BÁO\b.*            # gazette page heads
    | (?:Ký\sbởi|Cơ\squan|Ngày\ský|Thời\sgian\ský|Người\ský|Email)\s*:.{0,120}  # signature stamps
    | (?:Trang\s+)?\d{1,4}(?:\s*/\s*\d{1,4})? | -\s*\d{1,4}\s*-    # page numbers
    | [-_=*~.\s]{3,}                                            # rules
    )\s*""",
    re.VERBOSE,
)
_FOOTNOTE = re.compile(r"\s*(?:<sup>\s*(\d{1,3})\s*</sup>|\[\^?(\d{1,3})\]:?)", re.IGNORECASE)
_ANCHOR = re.compile(r"<sup>\s*(\d{1,3})\s*</sup>|\[\^?(\d{1,3})\]", re.IGNORECASE)
_ITEM = re.compile(
    r"""(?:
      [-+•●*\u2013]\s | \(?[ivxIVX]{1,5}\)\s | [a-zđ]{1,2}\d?\)\s | \d{1,3}(?:\.\d{1,3})*[.)/]\s
    | [IVXL]{1,6}\s*[.\-/)]\s | Điều\s+\d+[a-zđ]?[.:] | Chương\s+[IVX\d]+
        | (?:Phần|PHẦN)\s+(?:thứ|[IVX\d])
    | Mục\s+[IVX\d]+[.:] | (?:Phụ\slục|PHỤ\sLỤC) | Căn\scứ\s | Xét\s | Theo\sđề\snghị\s | Nơi\snhận
    | (?:T/?M|K/?T|TL|TUQ|Q)\.\s | CỘNG\sHÒA\sXÃ | ĐẢNG\sCỘNG\sSẢN | Độc\slập\s | Số\s*:
    )""",
    re.VERBOSE,
)
_BODY_LINE = re.compile(
    r"(?:CHÍNH PHỦ|THỦ TƯỚNG CHÍNH PHỦ|QUỐC HỘI|ỦY BAN THƯỜNG VỤ QUỐC HỘI|BỘ TRƯỞNG .*"
    r"|CHỦ TỊCH NƯỚC"
    r"|(?:ỦY BAN|HỘI ĐỒNG) NHÂN DÂN .*|BỘ CHÍNH TRỊ|BAN BÍ THƯ"
    r"|(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG) ỦY .*|UBND .*|HĐND .*)"
)
_RECIPIENTS = re.compile(r"\s*(?:\d+\s*)?(?:Nơi nhận|NƠI NHẬN|Kính gửi|KÍNH GỬI)\s*:?")
_UNFINISHED = re.compile(
    r"[ ](?:ngày|của|về|và|số|năm|tháng|theo|tại|điều|khoản|điểm|Điều|Luật|Nghị|Quyết|Thông"
    r"|khóa|Khóa|KHÓA|thứ|thực hiện|triển khai|hướng dẫn|ban hành|sửa đổi)$"
)
_STAMP_WIDTH = 80
_LONGEST_HEADING = 400
_HEAD_LINES = 12
_CELL = re.compile(r"(?:(?![ ]{4})[^\t])+")
_TERMINAL = (".", ";", ":", "!", "?", "…", "./.")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the flow; ``note`` is the number of the footnote that it belongs to."""

    start: int
    end: int
    heading: bool
    note: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The flow of a text, its paragraphs, and the way back to the text as read."""

    source: SourceText
    flow: str
    blocks: tuple[Block, ...]
    anchors: tuple[tuple[int, int], ...]
    """Where the body refers to a footnote: place in the flow, number of the note."""
    pieces: tuple[tuple[int, int, int], ...]
    """Start in the flow, start in the composed text, length: what was taken over unbroken."""
    offsets: Sequence[int]
    block_starts: tuple[int, ...]
    piece_starts: tuple[int, ...]

    def block_at(self, place: int) -> Block:
        """Return the paragraph that holds ``place``."""
        return self.blocks[max(0, bisect_right(self.block_starts, place) - 1)]

    def number_of(self, block: Block) -> int:
        """Return which paragraph of the flow ``block`` is, counted from 0."""
        return bisect_right(self.block_starts, block.start) - 1

    def span(self, start: int, end: int) -> Span:
        """Return the place of ``flow[start:end]`` in the text as read.

        Where something longer than a page head was taken out in between, the span ends before it.
        """
        first = self._piece(start)
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

    def _piece(self, place: int) -> int:
        return max(0, bisect_right(self.piece_starts, place) - 1)

    def _at(self, place: int, piece: int) -> int:
        flow_start, text_start, length = self.pieces[piece]
        return text_start + min(place - flow_start, max(length - 1, 0))


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    blanks: int
    note: int | None
    heading: bool
    resumes: bool
    """Whether footnotes stood between this line and the one before it in the body."""
    column: bool
    """Whether the line is one of several columns of the head, so that none goes on with it."""


def lay_out(source: SourceText) -> Layout:
    """Return ``source`` in reading order: the body without page furniture, then the footnotes."""
    text, offsets = composed(source.text)
    view = plain_view(text)
    lines = list(_lines(text, view))
    wrapped = _is_wrapped(lines)
    ordered = [line for line in lines if line.note is None]
    ordered += [line for line in lines if line.note is not None]
    pieces: list[tuple[int, int, int]] = []
    parts: list[str] = []
    blocks: list[Block] = []
    place = 0
    previous: _Line | None = None
    for line in ordered:
        if previous is not None:
            joined = previous.note == line.note and _continues(previous, line, wrapped=wrapped)
            parts.append(" " if joined else "\n")
            place += 1
            if joined:
                blocks[-1] = Block(
                    blocks[-1].start, place + len(line.text), blocks[-1].heading, line.note
                )
        if previous is None or parts[-1] == "\n":
            blocks.append(Block(place, place + len(line.text), line.heading, line.note))
        for start, run in _runs(line):
            pieces.append((place, start, len(run)))
            parts.append(run)
            place += len(run)
        blocks[-1] = replace(blocks[-1], end=place)
        previous = line
    flow = "".join(parts)
    layout = Layout(
        source,
        flow,
        tuple(blocks),
        (),
        tuple(pieces),
        offsets,
        tuple(block.start for block in blocks),
        tuple(piece[0] for piece in pieces),
    )
    return replace(layout, anchors=tuple(_anchors(text, layout)))


_GAP = re.compile(f"[ {NOTHING}]{{2,}}|{NOTHING}")


def _runs(line: _Line) -> Iterator[tuple[int, str]]:
    """Yield the parts of a line and where each starts in the text.

    Of a wide gap one space is kept, of marks without width nothing.
    """
    done = 0
    if "  " in line.text or NOTHING in line.text:
        for gap in _GAP.finditer(line.text):
            kept = gap.group().find(" ")
            end = gap.start() + (kept == 0)
            if end > done:
                yield line.start + done, line.text[done:end]
            if kept > 0:
                yield line.start + gap.start() + kept, " "
            done = gap.end()
    yield line.start + done, line.text[done:]


def _lines(text: str, view: str) -> Iterator[_Line]:
    """Yield the lines that are read, each with the number of blank lines before it."""
    start = blanks = read = 0
    note: int | None = None
    addressed = resumes = False
    for line in view.split("\n"):
        end = start + len(line)
        stripped = line.strip()
        if not stripped or _FURNITURE.fullmatch(stripped):
            blanks += 1
            note = None if not stripped else note
        else:
            mark = _FOOTNOTE.match(text, start, end)
            if mark and (mark.group(1) or _is_referred(text, mark)):
                note = int(mark.group(1) or mark.group(2))
            addressed = _is_address(stripped, blanks, addressed=addressed)
            if not addressed:
                marked = text[start:end].lstrip().startswith("#")
                in_head = read < _HEAD_LINES and note is None
                cells = list(_cells(line)) if in_head else [_only_cell(line)]
                for left, cell in cells:
                    heading = marked or _is_heading(cell)
                    column = len(cells) > 1
                    yield _Line(start + left, cell, blanks, note, heading, resumes, column)
                    blanks = 0
                read += 1
                resumes = note is not None
        start = end + 1


def _only_cell(line: str) -> tuple[int, str]:
    stripped = line.strip()
    return len(line) - len(line.lstrip()), stripped


def _cells(line: str) -> Iterator[tuple[int, str]]:
    """Yield the columns of a line of the head: the body stands left, the State or the date right."""
    for cell in _CELL.finditer(line):
        left, text = _only_cell(cell.group())
        if text:
            yield cell.start() + left, text


def _is_referred(text: str, mark: re.Match[str]) -> bool:
    """Tell whether the number in brackets at the start of a line was used in the body before."""
    return text.find(f"[{mark.group(2)}]", 0, mark.start()) > 0


def _is_address(line: str, blanks: int, *, addressed: bool) -> bool:
    """Tell whether a line belongs to the recipients, given whether the one before it did."""
    if _RECIPIENTS.match(line):
        return True
    if not addressed:
        return False
    short = len(line) <= _STAMP_WIDTH or line[0] in "-+•"
    starts_anew = _is_heading(line) and blanks > 0 and _ITEM.match(line) is not None
    return short and not starts_anew and not re.match(r"Căn cứ |Điều \d|Thực hiện |[IVX]+\. ", line)


def _is_heading(line: str) -> bool:
    if (
        (" " not in line and line[-1:] in ";.,:)")
        or len(line) > _LONGEST_HEADING
        or sum(map(str.islower, line[:24])) > 8
    ):
        return False
    upper = sum(map(str.isupper, line))
    return upper >= 3 and sum(map(str.islower, line)) <= upper // 4


def _is_wrapped(lines: Sequence[_Line]) -> bool:
    """Tell whether lines end at the right margin rather than at the end of a paragraph."""
    body = [line.text for line in lines if len(line.text) > 20]
    if len(body) < 8:
        return False
    cut = sum(
        one[-1] not in ".;:" and two[:1].islower() and len(one) <= 130
        for one, two in pairwise(body)
    )
    return cut >= 0.2 * len(body)


def _continues(previous: _Line, line: _Line, *, wrapped: bool) -> bool:
    """Tell whether ``line`` goes on with the sentence of ``previous``."""
    before, after = previous.text, line.text
    if previous.column or line.column:
        return False
    if _ITEM.match(after) or before.endswith(_TERMINAL):
        return False
    if line.heading or previous.heading:
        return line.blanks == 0 and _is_one_heading(before, after)
    if line.resumes or after[0].islower():
        return True
    if line.blanks:
        return before.endswith((",", "-")) or _UNFINISHED.search(before) is not None
    if before.endswith((",", "-", "(", "/")) or (wrapped and len(before) >= 18):
        return True
    return _UNFINISHED.search(before) is not None


def _is_one_heading(before: str, after: str) -> bool:
    """Tell whether two lines in capitals are one heading, and the second no body of its own."""
    if not (_is_heading(before) and _is_heading(after)) or len(before) <= 12:
        return False
    return before.endswith((" CỦA", " VÀ", ",", "-")) or _BODY_LINE.fullmatch(after) is None


def _anchors(text: str, layout: Layout) -> Iterator[tuple[int, int]]:
    """Yield the places in the flow where a footnote is referred to."""
    starts = sorted((text_start, flow, size) for flow, text_start, size in layout.pieces)
    for match in _ANCHOR.finditer(text):
        place = bisect_right(starts, match.start(), key=lambda piece: piece[0]) - 1
        if place < 0:
            continue
        text_start, flow, size = starts[place]
        inside = match.start() - text_start
        if 0 < inside <= size + 1 and layout.block_at(flow).note is None:
            yield flow + min(inside, size), int(match.group(1) or match.group(2))
