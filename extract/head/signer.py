"""Who signed a text: the office and the name that stand at its end, as printed.

Party form (Hướng dẫn 36-HD/VPTW) and State form (Nghị định 30/2020/NĐ-CP, Phụ lục I): in whose name
or place, the office, "(đã ký)" in a copy, the name. The recipients stand on the left, or before it.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from extract.text.view import UPPER
from ontology.institutions.offices import signing_offices
from ontology.spelling import slug

_CELL_BORDER = re.compile(r"\||\t|[ ]{3,}|<[^<>\n]{1,80}>")
_BORDERS = ("|", "\t", "   ", "<")
_MARKS = " *_#>[\\\u200b"
_ON_BEHALF = re.compile(r"(?:T/?M|T\.M|K/?T|K\.T|T/?L|T\.L|T/?UQ|Q)(?:\.[ ]?|[ ])(?=\S)")
"""In whose name or place: TM. of a body, KT. of the head, TL., TUQ., Q. (acting)."""
_SIGNED = re.compile(
    r"[(\[]?[ ]?(?:đã ký|ký tên)(?:[ ,]+(?:và )?(?:đóng dấu|ký tên)\)?)?[ )\].]*"
    r"|[.…]{3,}|\[?\(?dấu\)?\]?",
    re.IGNORECASE,
)
_RECIPIENT = re.compile(
    r"[-+•*]|(?:\d+[ ]?)?Nơi nhận|Như (?:trên|điều)|Lưu\b|Kính gửi", re.IGNORECASE
)
_ANNEX = re.compile(
    r"PHỤ LỤC\b|Phụ [Ll]ục(?: (?:[IVX\d]+|số \d+))?\.?$|\((?:Ban hành k|K)èm theo"
    r"|DANH (?:MỤC|SÁCH)\b|BIỂU (?:MẪU|SỐ)\b|M(?:ẪU|ẫu) (?:(?:SỐ|số) )?\d"
    r"|CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM$"
)
"""What comes behind the end of the text: its annexes, or a document with a head of its own."""
_SIGNS = frozenset("([.…-+•*0123456789")
_BEGINNINGS = frozenset(
    ("đã", "ký", "dấ", "nơ", "nh", "lư", "kí", "ph", "da", "bi", "mẫ", "cộ", "đả")
)
"""What all that is in the three patterns above begins with: a sign, or two letters."""
_RANK = r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)|(?:GS|PGS|TSKH|TS|ThS|BS|KS|LS)\b\.?)[ .,]*"
_WORD = rf"[{UPPER}](?:[^\W\d_{UPPER}]|['\u2019])*"
_NAME = re.compile(rf"(?:{_RANK}){{0,3}}{_WORD}(?:[ -]{_WORD}){{1,4}}")
_MOST_LINES = 4
"""How many lines say in whose place and with which office somebody signs."""
_HEAD_CELLS = 12
_CHAPTER = re.compile(r"(?:Chương|Mục|Phần) \S+$", re.IGNORECASE)
"""What stands above a title within the text, which may speak as that of an annex does."""
_NEXT_CELLS = 6
_PROSE = 200
"""What is as long is no line of a signature, whatever it says."""


class _Kind(Enum):
    BEHALF = auto()
    OFFICE = auto()
    CAPITALS = auto()
    NAME = auto()
    PASSED = auto()
    ANNEX = auto()
    OTHER = auto()


class _Cell(NamedTuple):
    """A tuple, for each line of a text is one at least."""

    kind: _Kind
    words: str


def signer_of(view: str) -> str:
    r"""Return name and office of who signed a text, empty where its end does not tell for sure.

    ``view`` is the text line by line, as a Layout has it.

    >>> signer_of("Nơi nhận:\n- Như trên.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(đã ký)\nNguyễn Văn B")
    'Nguyễn Văn B (KT. CHỦ TỊCH, PHÓ CHỦ TỊCH)'
    """
    cells = list(_cells(view))
    for index in range(len(cells)):
        if cells[index].kind in (_Kind.BEHALF, _Kind.OFFICE):
            at = _name_at(cells, index)
            if at:
                return "" if _signs_too(cells, at) else _shown(cells[index : at + 1])
    return ""


def _cells(view: str) -> Iterator[_Cell]:
    """Yield the cells of the lines up to the first annex."""
    before: list[str] = []
    borders = tuple(sign for sign in _BORDERS if sign in view)
    for line in view.split("\n"):
        bordered = bool(borders) and any(map(line.__contains__, borders))
        if (
            not bordered
            and len(line) > _PROSE
            and line[0].isalpha()
            and line[:2].lower() not in _BEGINNINGS
        ):
            before.append(line)
            yield _Cell(_Kind.OTHER, line)
            continue
        cells = _CELL_BORDER.split(line) if bordered else [line]
        parts = [part for cell in cells if (part := cell.strip(_MARKS))]
        for part in parts:
            spaced = "  " in part or not part.isprintable()
            words = " ".join(part.split()) if spaced else part
            kind = _kind(words)
            if kind is _Kind.ANNEX and before and _CHAPTER.match(before[-1]):
                kind = _Kind.CAPITALS
            if kind is _Kind.ANNEX and len(before) > _HEAD_CELLS:
                return
            before.append(words)
            if kind is _Kind.OTHER and len(parts) > 1:
                # Beside another column stands what is cut from it: the rest of a recipient.
                kind = _Kind.PASSED
            yield _Cell(kind, words)


def _kind(words: str) -> _Kind:
    if words[:1] in _SIGNS or words[:2].lower() in _BEGINNINGS:
        if _SIGNED.fullmatch(words) or _RECIPIENT.match(words):
            return _Kind.PASSED
        if _ANNEX.match(words):
            return _Kind.ANNEX
    if words.isupper() and len(words) < 120 and words[-1] not in ".;:":
        behalf = _ON_BEHALF.match(words)
        if behalf:
            return _Kind.BEHALF
        return _Kind.OFFICE if f"{slug(words)}-".startswith(_offices()) else _Kind.CAPITALS
    return _Kind.NAME if words[:1].isupper() and _NAME.fullmatch(words) else _Kind.OTHER


@cache
def _offices() -> tuple[str, ...]:
    return tuple(f"{slug(office)}-" for office in signing_offices())


def _name_at(cells: Sequence[_Cell], start: int) -> int:
    """Return where the name stands of the block that begins at ``start``; 0 where it is none."""
    lines, office = 0, False
    for index in range(start, len(cells)):
        kind = cells[index].kind
        if kind is _Kind.NAME:
            return index if office else 0
        if kind in (_Kind.OTHER, _Kind.ANNEX):
            return 0
        if kind is not _Kind.PASSED:
            lines += 1
            office = office or _names_office(cells[index])
        if lines > _MOST_LINES:
            return 0
    return 0


def _names_office(cell: _Cell) -> bool:
    """Tell whether a line names the office of who signs, not only whom he signs for."""
    if cell.kind is _Kind.OFFICE:
        return True
    behalf = _ON_BEHALF.match(cell.words)
    return bool(behalf) and cell.words[:1].upper() == "Q"


def _signs_too(cells: Sequence[_Cell], at: int) -> bool:
    """Tell whether somebody else signs beside or below: then nobody alone is who signed."""
    kinds = [cell.kind for cell in cells[at + 1 : at + 1 + _NEXT_CELLS]]
    if _Kind.ANNEX in kinds:
        kinds = kinds[: kinds.index(_Kind.ANNEX)]
    return _Kind.NAME in kinds[:1] or bool({_Kind.BEHALF, _Kind.OFFICE} & {*kinds})


def _shown(block: Sequence[_Cell]) -> str:
    lines: list[str] = []
    for cell in block[:-1]:
        if cell.kind is _Kind.CAPITALS:
            lines[-1] += f" {cell.words}"
        elif cell.kind is not _Kind.PASSED:
            lines.append(cell.words)
    return f"{block[-1].words} ({', '.join(lines)})"
