"""The lines of a text that are read: without page furniture, recipients and signatures.

A line of the head that holds several columns is read column by column.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.text.cut_names import breaks_a_pair, ends, is_cut, is_short_title, lacks_its_place
from extract.text.cut_numbers import breaks_a_number, is_year_of, leads_on
from extract.text.head_line import unfolded
from extract.text.tables import RowCounter, cells_of
from extract.text.view import NOTHING

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
_ITEM = re.compile(
    r"""(?:
      [-+•●*\u2013]\s | \(?[ivxIVX]{1,5}\)\s | [a-zđ]{1,2}\d?\)\s | \d{1,3}(?:\.\d{1,3})*[.)/]\s
    | \d{1,2}(?:\.\d{1,2})*\s?-\s(?![A-ZĐ]{1,6}[-/]|\d)
    | [IVXL]{1,6}\s*[.\-/)]\s | Điều\s+\d+[a-zđ]?[.:] | Chương\s+[IVX\d]+
        | (?:Phần|PHẦN)\s+(?:thứ|[IVX\d])
    | Mục\s+[IVX\d]+[.:] | (?:Phụ\slục|PHỤ\sLỤC) | Căn\scứ\s | Xét\s | Theo\sđề\snghị\s | Nơi\snhận
    | (?:T/?M|K/?T|TL|TUQ|Q)\.\s | CỘNG\sHÒA\sXÃ | ĐẢNG\sCỘNG\sSẢN | Độc\slập\s | Số\s*:
    )""",
    re.VERBOSE,
)
_BODY_LINE = re.compile(
    r"(?:CHÍNH PHỦ|THỦ TƯỚNG CHÍNH PHỦ|QUỐC HỘI|ỦY BAN THƯỜNG VỤ QUỐC HỘI|BỘ TRƯỞNG .*"
    r"|CHỦ TỊCH (?:NƯỚC|QUỐC HỘI|ỦY BAN|UBND|HỘI ĐỒNG)\b.*|THỐNG ĐỐC .*|GIÁM ĐỐC SỞ .*"
    r"|(?:ỦY BAN|HỘI ĐỒNG) NHÂN DÂN .*|BỘ CHÍNH TRỊ|BAN BÍ THƯ"
    r"|(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG) ỦY .*|UBND .*|HĐND .*)"
)
_BODY_BROKEN = re.compile(r"(?:ỦY|ỦY BAN|HỘI|HỘI ĐỒNG)")
_BODY_REST = re.compile(r"(?:BAN |ĐỒNG )?NHÂN DÂN\b")
"""The name of a body that a line end breaks: "ỦY" and "BAN NHÂN DÂN"."""
_RECIPIENTS = re.compile(r"\s*(?:\d+\s*)?(?:Nơi nhận|NƠI NHẬN|Kính gửi|KÍNH GỬI)\s*:?")
_BEGINS_BODY = re.compile(
    r"(?:Căn cứ|Thực hiện|Để|Theo|Tiếp theo|Ngày|Trong|Sau|Qua|Nhằm|Vừa qua|Hiện nay|Trên cơ sở"
    r"|Xét|Được|Liên quan|Trước|Trả lời|Phúc đáp)[ ]|(?!.*(?i:gửi|nhận)[ ]?:).*:$"
    r"|(?!.*(?i:gửi|nhận|lưu)[ ]?:).*[ ](?:số[ ]\d+[ ]?[/-][ ]?\S|(?:yêu cầu|đề nghị|nhận được|có ý"
    r" kiến)[ ])"
)
"""What no addressee begins with or holds, or a line that leads on to what stands below it."""
_BEGINS_FURNITURE = frozenset("CKNTE0123456789-_=*~.")
_BEGINS_RECIPIENTS = frozenset("NK0123456789")
"""What the first letter is one of, so that most lines are done with after one look."""
_STAMP_WIDTH = 80
_PROSE = re.compile("[^a-z]*[a-z]" * 9)
"""What begins with so many small letters in few is no heading, whichever the others are."""
_BEGINNING = 24
_LONGEST_HEADING = 400
_LONGEST_MARK = 8
_HEAD_LINES = 12
_CELL = re.compile(
    r"(?:(?:ngày|tháng)[ .…_]+(?:\d{1,2}[ ]+(?=tháng|năm))?|năm[ ]+(?=\d{4})|(?![ ]{4})[^\t])+"
)
"""A column: a wide gap ends it, but the blanks of a date, which may be to be filled in."""
_STATE = "CHỦ NGHĨA VIỆT NAM"
"""How the name of the State ends, which stands in a column of its own."""
_TERMINAL = (".", ";", ":", "!", "?", "…", "./.")


class Line(NamedTuple):
    """One line, or one column of it: where it starts in the text, and what it holds, stripped.

    ``blanks`` counts the empty lines before it, ``note`` is the footnote that it belongs to. It is
    a tuple, for a text has many, and none is made in less time.
    """

    start: int
    text: str
    blanks: int
    note: int | None
    heading: bool
    resumes: bool
    """Whether footnotes stood between this line and the one before it in the body."""
    column: bool
    """Whether it is a column of the head or a cell of a table, so that none goes on with it."""
    row: int = 0
    """The row of a table that a cell stands in, counted from 1 through the text; 0 elsewhere."""
    cell: int = 0
    """Which cell of its row it is, counted from 0, empty ones included."""


_GAP = re.compile(f"[ {NOTHING}]{{2,}}|{NOTHING}")


def runs(line: Line, seams: Sequence[int]) -> Iterable[tuple[int, str]]:
    """Return the parts of a line and where each starts in the text.

    Of a wide gap one space is kept, of marks without width nothing; where a space was lost, at one
    of ``seams`` in the text, there is one again, which stands at the word behind it.
    """
    whole = ((line.start, line.text),)
    gaps = "  " in line.text or NOTHING in line.text
    parts = _without_gaps(line) if gaps else whole
    return _with_spaces(parts, seams) if seams else parts


def _with_spaces(
    parts: Iterable[tuple[int, str]], seams: Sequence[int]
) -> Iterator[tuple[int, str]]:
    for start, part in parts:
        done, end = start, start + len(part)
        for seam in seams[bisect_right(seams, start) : bisect_left(seams, end)]:
            yield done, part[done - start : seam - start]
            yield seam, " "
            done = seam
        yield done, part[done - start :]


def _without_gaps(line: Line) -> Iterator[tuple[int, str]]:
    done = 0
    for gap in _GAP.finditer(line.text):
        kept = gap.group().find(" ")
        end = gap.start() + (kept == 0)
        if end > done:
            yield line.start + done, line.text[done:end]
        if kept > 0:
            yield line.start + gap.start() + kept, " "
        done = gap.end()
    yield line.start + done, line.text[done:]


def read_lines(text: str, view: str) -> Iterator[Line]:
    """Yield the lines that are read, each with the number of blank lines before it."""
    start = blanks = read = 0
    above = ""
    rows = RowCounter()
    note: int | None = None
    addressed = resumes = False
    # Most texts have none of these signs, and none of their lines is asked for them.
    borders, marks = (tuple(filter(text.__contains__, signs)) for signs in ("|\t<", "[<"))
    for line in view.split("\n"):
        end = start + len(line)
        stripped = line.strip()
        raw = text[start:end]
        bordered = bool(borders) and any(map(raw.__contains__, borders))
        table = cells_of(raw) if bordered else []
        row, first_cell = rows.read(raw, len(table)) if bordered or rows.reading else (0, 0)
        begins = stripped[:1]
        if not begins or (
            begins in _BEGINS_FURNITURE
            and _FURNITURE.fullmatch(stripped)
            and (blanks or not is_year_of(above, stripped))
        ):
            blanks += 1
            note = note if begins else None
        else:
            noted = bool(marks) and any(map(raw.__contains__, marks))
            mark = _FOOTNOTE.match(text, start, end) if noted else None
            if mark and (mark.group(1) or _is_referred(text, mark)):
                note = int(mark.group(1) or mark.group(2))
                addressed = False  # at the end of a text the notes stand behind the recipients
            elif addressed or begins in _BEGINS_RECIPIENTS:
                addressed = _is_address(stripped, blanks, addressed=addressed)
            if not addressed:
                marked = "#" in raw and raw.lstrip().startswith("#")
                in_head = read < _HEAD_LINES and note is None
                cells = [] if read else list(unfolded(line))
                if not cells and (table or in_head):
                    cells = list(_cells(line, table))
                elif not cells:
                    cells = [(line.find(begins), stripped)]
                column = len(cells) > 1 or bool(table)
                for index, (at, cell) in enumerate(cells):
                    if not cell:
                        continue
                    heading = marked or _is_heading(cell)
                    yield Line(
                        start=start + at,
                        text=cell,
                        blanks=blanks,
                        note=note,
                        heading=heading,
                        resumes=resumes,
                        column=column,
                        row=row,
                        cell=first_cell + index if table else 0,
                    )
                    blanks = 0
                read += 1
                resumes = note is not None
            above = stripped
        start = end + 1


def _left(line: str) -> int:
    """Return how many blanks a line begins with."""
    return len(line) - len(line.lstrip())


def _cells(line: str, table: Sequence[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Yield the cells of a row of a table, else the columns of a line of the head.

    In a head the body stands left, the State or the date right.
    """
    if table:
        yield from ((at + _left(line[at:to]), line[at:to].strip()) for at, to in table)
        return
    for cell in _CELL.finditer(line):
        if text := cell.group().strip():
            yield cell.start() + _left(cell.group()), text


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
    item = _ITEM.match(line) is not None
    starts_anew = blanks > 0 and (_is_heading(line) if item else _BEGINS_BODY.match(line))
    return short and not starts_anew and not re.match(r"Căn cứ |Điều \d|Thực hiện |[IVX]+\. ", line)


def _is_heading(line: str) -> bool:
    if (
        _PROSE.match(line, 0, _BEGINNING)
        or (" " not in line and line[-1:] in ";.,:)")
        or len(line) > _LONGEST_HEADING
        or sum(map(str.islower, line[:_BEGINNING])) > 8
    ):
        return False
    upper = sum(map(str.isupper, line))
    return upper >= 3 and sum(map(str.islower, line)) <= upper // 4


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Tell whether lines end at the right margin rather than at the end of a paragraph."""
    body = [line.text for line in lines if len(line.text) > 20]
    if len(body) < 8:
        return False
    cut = sum(
        before[-1] not in ".;:" and after[:1].islower() and len(before) <= 130
        for before, after in pairwise(body)
    )
    return cut >= 0.2 * len(body)


def continues(previous: Line, line: Line, *, wrapped: bool, full: bool = False) -> bool:
    """Tell whether ``line`` goes on with the sentence of ``previous``.

    ``full`` tells that the one before had no room for the next word.
    """
    before, after = previous.text, line.text
    if previous.column or line.column:
        return False
    if breaks_a_number(before, after) or breaks_a_pair(before, after):
        return True
    small = after[0].islower()
    # What begins with a small letter is an item only by its bracket: "a)", "iv)".
    marked = not small or ")" in after[:_LONGEST_MARK]
    stopped = before.endswith(_TERMINAL)
    if ends(before, after, stopped=stopped, full=full) or (marked and _ITEM.match(after)):
        return False
    if line.heading or previous.heading:
        return line.blanks == 0 and _is_one_heading(before, after)
    if line.resumes or small or stopped:
        return True
    if line.blanks:
        return before.endswith((",", "-")) or leads_on(before, after)
    item = _ITEM.match(before) is not None
    broken = wrapped and len(before) >= 18 and not (item and is_short_title(before, after))
    if before.endswith((",", "-", "(", "/")) or broken or full:
        return True
    cut = is_cut(before, after, item=item)
    return cut or leads_on(before, after)


def _is_one_heading(before: str, after: str) -> bool:
    """Tell whether two lines in capitals are one heading, and the second no body of its own."""
    if _BODY_BROKEN.fullmatch(before) and _BODY_REST.match(after):
        return True
    if lacks_its_place(before, after):
        return _is_heading(after) and _BODY_LINE.fullmatch(after) is None
    if before.endswith(_STATE):
        return False
    if not (_is_heading(before) and _is_heading(after)) or len(before) <= 12:
        return False
    return before.endswith((" CỦA", " VÀ", ",", "-")) or _BODY_LINE.fullmatch(after) is None
