"""Who issued a text: its letterhead, its title, its signature or its opening says so."""

import re
from collections.abc import Sequence

from extract.grammar.capitals import begins_place, cased
from extract.grammar.lexicon import bodies, bodies_in_capitals, types
from extract.grammar.prior_issuer import body_end
from extract.head.number import NUMBER, STATE_HEAD
from extract.text.layout import Block
from ontology.documents.document_types import TypeUse
from ontology.documents.symbol import Symbol
from ontology.institutions.bodies import body_level
from ontology.institutions.body_heads import BodyUse
from ontology.institutions.issuers import issuer_by_name
from ontology.spelling import folded

_ISSUER_LINE = re.compile(rf"{bodies_in_capitals(BodyUse.LETTERHEAD)}(?![^\W\d_])")
_ACT = re.compile(r"BAN HÀNH|QUY ĐỊNH|SỬA ĐỔI|BÃI BỎ|VỀ |PHÊ DUYỆT|HƯỚNG DẪN|CÔNG BỐ")
_SECOND_BODY = re.compile(
    rf"""(?<=[^\W\d_][ ])(?:{bodies_in_capitals(BodyUse.BELOW)}
      | (?<!ỦY[ ])                                         # not within "ỦY BAN THƯỜNG VỤ QUỐC HỘI"
        BAN[ ](?:TỔ[ ]CHỨC|TUYÊN|DÂN[ ]VẬN|NỘI[ ]CHÍNH|CHỈ[ ]ĐẠO|THƯỜNG[ ]VỤ)
      | (?<!CƠ[ ])SỞ(?!$) | (?<!QUỐC[ ])PHÒNG           # nor "CƠ SỞ", "XÃ MỄ SỞ", "BỘ QUỐC PHÒNG"
      | ỦY[ ]BAN[ ]KIỂM[ ]TRA
    )(?:[ ]|$)""",
    re.VERBOSE,
)
"""The body itself, where one line names it behind the body above it."""
_JOINT = " - "
"""What stands between the bodies that issue a joint document."""
CREDIT = re.compile(
    rf"CỦA (?P<body>{bodies_in_capitals(BodyUse.LETTERHEAD)}(?![^\W\d_])[^\n]{{0,60}})"
)
_LOCAL_LINE = re.compile(r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|TP\.?)\s")
_OPENING = re.compile(
    rf"(?:^|[,;.\n][ ]*)(?P<body>{bodies(BodyUse.ACTS)}(?![^\W\d_])"
    r"[^,;.\n]{0,60}?)[ ](?:ban hành|xây dựng|báo cáo|hướng dẫn|yêu cầu|đề nghị|quyết định)[ ]"
    rf"(?P<act>{types(TypeUse.ALONE)}[ ])?"
)
_GROUNDS = re.compile(r"[ ]*(?:[-+•][ ]*)?(?:Căn cứ|Xét|Theo đề nghị)[ ]")
_VERB_BEHIND = re.compile(
    r"[ ](?:quy định|công bố|sửa đổi|bãi bỏ|về|hướng dẫn|ban hành|thực hiện|tổ chức)[ ].*"
)
_SIGNED = re.compile(r"T/?M\.?\s*(BỘ CHÍNH TRỊ|BAN BÍ THƯ)")


def is_issuer(text: str) -> bool:
    """Tell whether a line of the head names a body, and not what the text does."""
    return (
        len(text) < 120
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
    lines: list[str] = []
    head = blocks[: title_block if title_block > 0 else 8]
    for block in head:
        text = STATE_HEAD.split(flow[block.start : block.end])[0].strip(" *-")
        text = NUMBER.split(text)[0].strip()
        text = text[max((found.start() for found in _SECOND_BODY.finditer(text)), default=0) :]
        if (
            text
            and text.isupper()
            and len(text) < 120
            and (is_issuer(text) or (lines and _LOCAL_LINE.match(text)))
        ):
            lines.append(text)
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


def _opening_issuer(flow: str, blocks: Sequence[Block]) -> str:
    """Return who "ban hành Kế hoạch" in the first paragraphs of a text without a head."""
    for number, block in enumerate(blocks):
        found = _OPENING.search(flow[block.start : block.end])
        if found and not _GROUNDS.match(flow, block.start) and (number < 6 or found["act"]):
            start = block.start + found.start("body")
            end = body_end(flow, start, block.start + found.end("body"))
            return _VERB_BEHIND.sub("", flow[start:end]).strip()
    return ""


def _sentence_case(text: str, flow: str) -> str:
    """Return capitals as prose prints them: as the text itself does, else as the tables do."""
    joint = text.split(_JOINT)
    if len(joint) > 1 and all(map(is_issuer, joint)):
        return _JOINT.join(_sentence_case(body, flow) for body in joint)
    for match in re.finditer(re.escape(text), flow, re.IGNORECASE):
        if not match.group().isupper():
            return match.group()
    words = text.split()
    for count in range(len(words), 1, -1):
        body = issuer_by_name(" ".join(words[:count]))
        if body is not None:
            name = next(
                name for name in body.names if folded(name) == folded(" ".join(words[:count]))
            )
            # "Huyện ủy Lý Nhân": what stands behind a committee at once is the name of its place.
            return " ".join([name, *cased(words[count:], proper=begins_place(name))])
    return " ".join(cased(words))


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
