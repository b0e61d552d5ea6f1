"""Who issued a text: its letterhead, its title, its signature or its opening says so."""

import re
from collections.abc import Sequence
from functools import cache

from extract.grammar.capitals import begins_place, cased
from extract.grammar.lexicon import bodies, bodies_in_capitals, types
from extract.grammar.prior_issuer import body_end
from extract.head.number import NUMBER, STATE_HEAD
from extract.text.layout import Block
from ontology.documents.document_types import TypeUse
from ontology.documents.symbol import Symbol
from ontology.institutions.bodies import body_level
from ontology.institutions.body_heads import BodyUse, all_body_heads
from ontology.institutions.issuers import issuer_by_name
from ontology.spelling import folded

_ISSUER_LINE = re.compile(rf"{bodies_in_capitals(BodyUse.LETTERHEAD)}(?![^\W\d_])")
_ACT = re.compile(r"BAN HÀNH|QUY ĐỊNH|SỬA ĐỔI|BÃI BỎ|VỀ |PHÊ DUYỆT|HƯỚNG DẪN|CÔNG BỐ")
_SECOND_BODY = re.compile(
    rf"""(?<=[^\W\d_][ ])(?<!ĐẢNG[ ]BỘ[ ])(?<!ĐẢNG[ ]ỦY[ ])(?<!CHI[ ]BỘ[ ])(?<!THƯỜNG[ ]TRỰC[ ])
    (?<!SỰ[ ]ĐẢNG[ ])(?<!ĐẢNG[ ]ĐOÀN[ ])(?!ĐẢNG[ ]ỦY[ ]BAN[ ]) # "BAN CÁN SỰ ĐẢNG ỦY BAN …"
    (?:{bodies_in_capitals(BodyUse.BELOW)} | THƯỜNG[ ]TRỰC(?=[ ]H(?:ĐND|ỘI[ ]ĐỒNG))
      | (?<!ỦY[ ])                                         # not within "ỦY BAN THƯỜNG VỤ QUỐC HỘI"
        BAN[ ](?:TỔ[ ]CHỨC|TUYÊN|DÂN[ ]VẬN|NỘI[ ]CHÍNH|CHỈ[ ]ĐẠO|THƯỜNG[ ]VỤ)
      | (?<!CƠ[ ])SỞ(?!$)                                # nor within "CƠ SỞ", "XÃ MỄ SỞ"
      | ỦY[ ]BAN[ ]KIỂM[ ]TRA
    )(?:[ ]|$)""",
    re.VERBOSE,
)
"""The body itself, where one line names it behind the body above it."""
_UNDER = re.compile(rf"(?<=[^\W\d_][ ]|\d[ ]){bodies_in_capitals(BodyUse.UNDER)}(?=[ ])")
"""A body below another, by a word that stands within names as well."""
_NOT_WHOLE = re.compile(
    r"""(?:^|[ ])(?:
      ĐẢNG[ ](?:ỦY|BỘ) | CHI[ ]BỘ | CHẤP[ ]HÀNH | BCH | CHỈ[ ]ĐẠO | VĂN[ ]PHÒNG | BỘ | SỞ
    | CÁN[ ]SỰ[ ]ĐẢNG | ĐẢNG[ ]ĐOÀN | QUẢN[ ]LÝ | KHỐI | CÁC | VÀ | CỦA | THANH[ ]TRA | GIÁM[ ]ĐỐC
    | THỦ[ ]TRƯỞNG | CHỦ[ ]TỊCH | NGÀNH | CÔNG[ ]ĐOÀN | THƯỜNG[ ]TRỰC | BAN | HỘI[ ]ĐỒNG
    | BỆNH | HỌC | [,-]
    | TỈNH | THÀNH[ ]PHỐ | HUYỆN | QUẬN | THỊ[ ](?:XÃ|TRẤN) | XÃ | PHƯỜNG | ĐẶC[ ]KHU | NHÂN[ ]DÂN
    | BỘ[ ]ĐỘI[ ]BIÊN | BỘ[ ]QUỐC | (?:PHỐ|TP\.?|ỦY|ĐOÀN)[ ]HẢI    # and "PHÒNG" behind these
    )$""",
    re.VERBOSE,
)
"""What the name of a body does not end with."""
_STAMP = re.compile(r"[ ](?:HỎA TỐC|THƯỢNG KHẨN|KHẨN|MẬT|TỐI MẬT|TUYỆT MẬT)$")
_STANDING = re.compile(r"(?:^|[ ])BAN THƯỜNG TRỰC$")
"""Who acts for a Front's committee, printed behind its name."""
_MOTTO = re.compile(r"ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH")
"""What stands in the place of the State's name in the head of the Youth Union."""
_GOES_ON = ("BAN CHỈ ĐẠO", "THƯỜNG TRỰC", "BAN CHẤP HÀNH", "BAN QUẢN LÝ", "HỘI ĐỒNG")
"""A line whose body has the rest of its name on the next one."""
_BOARDS = {
    "BAN CHẤP HÀNH ĐẢNG BỘ": "Ban Chấp hành Đảng bộ",
    "BAN THƯỜNG VỤ ĐẢNG ỦY": "Ban Thường vụ Đảng ủy",
}
_BOARD = re.compile(rf"(?:{'|'.join(_BOARDS)})(?= )")
"""Who acts for a Party committee, before the name of the body that it is of."""
_JOINT = " - "
"""What stands between the bodies that issue a joint document."""
CREDIT = re.compile(
    rf"CỦA (?P<body>{bodies_in_capitals(BodyUse.LETTERHEAD)}(?![^\W\d_])[^\n]{{0,60}})"
)
_LOCAL_LINE = re.compile(r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|TP\.?)\s")
_PLACED = re.compile(
    r"[ ](?P<place>(?:HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|TP\.?)[ ][^\W\d_].*)"
)
_LONGEST = 120
_OPENING = re.compile(
    rf"(?:^|[,;.\n][ ]*)(?P<body>{bodies(BodyUse.ACTS)}(?![^\W\d_])"
    r"[^,;.\n]{0,60}?)[ ](?:ban hành|xây dựng|báo cáo|hướng dẫn|yêu cầu|đề nghị|quyết định)[ ]"
    rf"(?P<act>{types(TypeUse.ALONE)}[ ])?"
)
_GROUNDS = re.compile(r"[ ]*(?:[-+•][ ]*)?(?:Căn cứ|Xét|Theo đề nghị)[ ]")
_VERB_BEHIND = re.compile(
    r"[ ](?:quy định|công bố|sửa đổi|bãi bỏ|về|hướng dẫn|ban hành|thực hiện|tổ chức)[ ].*"
)
_AT_ONCE = 4_000
_SIGNED = re.compile(r"T/?M\.?\s*(BỘ CHÍNH TRỊ|BAN BÍ THƯ)")


def is_issuer(text: str) -> bool:
    """Tell whether a line of the head names a body, and not what the text does."""
    return (
        len(text) < _LONGEST
        and not _ACT.match(text.upper())
        and _ISSUER_LINE.match(text.upper()) is not None
    )


def own_issuer(flow: str, blocks: Sequence[Block], title_block: int) -> str:
    """Return the body named above the number, or right under a title that opens the text.

    ``title_block`` is the number of the block that holds the type, -1 where none does.
    """
    whose = (
        CREDIT.match(flow, blocks[title_block + 1].start)
        if 0 <= title_block < len(blocks) - 1
        else None
    )
    if whose:
        return _sentence_case(whose["body"].strip(), flow)
    lines = _lines(flow, blocks[: title_block if title_block > 0 else 8])
    if lines:
        own = (
            lines[-2:]
            if len(lines) > 1 and _LOCAL_LINE.match(lines[-1]) and not is_issuer(lines[-1])
            else lines[-1:]
        )
        return _sentence_case(" ".join(own), flow)
    if title_block >= 0:
        for block in blocks[title_block + 1 : title_block + 4]:
            text = flow[block.start : block.end].strip(" *-:")
            if len(text) < 100 and is_issuer(text) and body_level(text):
                return text if not text.isupper() else _sentence_case(text, flow)
    return _opening_issuer(flow, blocks)


def _lines(flow: str, head: Sequence[Block]) -> list[str]:
    """Return the lines of a head that name bodies, or the place of the body above them."""
    lines: list[str] = []
    for block in head:
        text = STATE_HEAD.split(flow[block.start : block.end])[0].strip(" *-")
        text = _STAMP.sub("", NUMBER.split(text)[0].strip())
        if not text.isupper() or len(text) >= _LONGEST or _MOTTO.fullmatch(text):
            continue
        text = _STANDING.sub("", text) if lines or not text.startswith("BAN") else text
        name = _last_body(text)
        if lines and lines[-1] in _GOES_ON:
            lines[-1] += f" {text}"
        elif (
            name != text
            or is_issuer(name)
            or text in _GOES_ON
            or (lines and _LOCAL_LINE.match(name))
        ):
            lines.append(name)
    return lines


def _last_body(line: str) -> str:
    """Return the body itself, where a line names it behind the body above it."""
    start = max((found.start() for found in _SECOND_BODY.finditer(line)), default=0)
    for found in _UNDER.finditer(line, start):
        above = line[start : found.start()].strip()
        if is_issuer(above) and _NOT_WHOLE.search(above) is None:
            start = found.start()
    if start and line.startswith("PHÒNG ", start):
        # A division has no place of its own in its name: that of the body above it.
        return f"{line[start:]}{_place_in(line[:start])}"
    return line[start:]


def _place_in(above: str) -> str:
    """Return the words of a line from the kind of a place on, with a blank before them."""
    found = _PLACED.search(above)
    return f" {found['place'].strip()}" if found else ""


def _opening_issuer(flow: str, blocks: Sequence[Block]) -> str:
    """Return who "ban hành Kế hoạch" in the first paragraphs of a text without a head."""
    for number, block in enumerate(blocks):
        found = _OPENING.search(flow[block.start : block.end])
        if found and not _GROUNDS.match(flow, block.start) and (number < 6 or found["act"]):
            start = block.start + found.start("body")
            end = body_end(flow, start, block.start + found.end("body"))
            return _VERB_BEHIND.sub("", flow[start:end]).strip()
    return ""


def _in_prose(text: str, flow: str) -> str:
    """Return ``text`` as ``flow`` prints it where not all of it is in capitals, empty if nowhere.

    A pattern of its own for each text would take longer to make than to use.
    """
    sought, size = text.lower(), len(text)
    for begin in range(0, len(flow), _AT_ONCE):
        part = flow[begin : begin + _AT_ONCE + size]
        lowered = part.lower()
        start = lowered.find(sought)
        while start >= 0:
            printed = part[start : start + size]
            if printed.lower() == sought and not printed.isupper():
                return printed
            start = lowered.find(sought, start + 1)
    return ""


def _sentence_case(text: str, flow: str) -> str:
    """Return capitals as prose prints them: as the text itself does, else as the tables do."""
    joint = text.split(_JOINT)
    if len(joint) > 1 and all(map(is_issuer, joint)):
        return _JOINT.join(_sentence_case(body, flow) for body in joint)
    printed = _in_prose(text, flow)
    if printed:
        return printed
    words = text.split()
    for count in range(len(words), 1, -1):
        body = issuer_by_name(" ".join(words[:count]))
        if body is not None:
            name = next(
                name for name in body.names if folded(name) == folded(" ".join(words[:count]))
            )
            # "Huyện ủy Lý Nhân": what stands behind a committee at once is the name of its place.
            return " ".join([name, *cased(words[count:], proper=begins_place(name))])
    if board := _BOARD.match(text):
        whole = _sentence_case(f"ĐẢNG ỦY{text[board.end() :]}", flow)
        return f"{_BOARDS[board[0]]}{whole.removeprefix('Đảng ủy')}"
    head = max((head for head in _heads() if f"{text} ".startswith(head)), key=len, default="")
    return " ".join([*_heads().get(head, "").split(), *cased(text[len(head) :].split())])


@cache
def _heads() -> dict[str, str]:
    """Return with which words the name of a body begins: in capitals, and as prose prints them."""
    return {f"{head.head.upper()} ": head.head for head in all_body_heads()}


def signing_body(text: str) -> str:
    """Return for whom a document of the centre is signed, which its letterhead does not tell."""
    found = _SIGNED.search(text, max(0, len(text) - 4000))
    return {"BỘ CHÍNH TRỊ": "Bộ Chính trị", "BAN BÍ THƯ": "Ban Bí thư"}[found[1]] if found else ""


def issuer_by_symbol(symbol: Symbol | None, seat: str) -> str:
    """Return the committee that the symbol tells, at the seat that stands before the date."""
    committees = {
        "HU": f"Huyện ủy {seat}",
        "TU": f"Tỉnh ủy {seat}",
        "TW": "Ban Chấp hành Trung ương",
    }
    return committees.get(symbol.organ, "").strip() if symbol else ""
