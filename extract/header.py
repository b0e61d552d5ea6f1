"""The head of a text: which document it is itself.

Party form (Hướng dẫn 36-HD/VPTW, 1.2-1.6), State form (Nghị định 30/2020/NĐ-CP, Phụ lục I), and
texts that begin with their title and issuer because their head was lost on the way.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.fields import iso_date
from extract.layout import Block, Layout
from extract.view import UPPER
from ontology.bodies import body_level
from ontology.document_types import type_by_code, type_by_word
from ontology.issuers import issuer_by_name
from ontology.places import province_named
from ontology.spelling import folded, slug
from ontology.symbol import Symbol

_NUMBER = re.compile(
    r"(?:(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết)[ ])?(?:Số|SỐ|số)[ ]*:?[ ]*(?P<symbol>\d{1,5}(?:\.\d)?[a-zđ]?[ ]?[-/][ ]?(?:\d{4}[ ]?/[ ]?)?[A-ZĐ][\wĐđ&]*(?:[ ]?[-/.][ ]?[A-ZĐ][\wĐđ&]*)*)"
)
_DATE = re.compile(
    r"(?P<place>[^\W\d_][^,\n\d]{1,40}),[ ]*ngày[ ]*(?P<day>\d{1,2})[ ]*(?:tháng|/|-)[ ]*(?P<month>\d{1,2})[ ]*(?:năm|/|-)[ ]*(?P<year>\d{4})"
)
_SEAT = re.compile(
    rf"(?!(?:Căn cứ|Luật|Nghị|Quyết|Thông|Pháp|Kế|Công văn|Chỉ thị|Kết)\b)(?:TP\.? ?)?[{UPPER}][^\W\d_.]*(?:[ -]+[^\W\d_.]+){{0,4}}"
)
_TITLE_LINE = re.compile(r"(?P<word>[^\W\d_]+(?:[ ][^\W\d_]+){0,3})[ ](?P<rest>\S.*)")
_BODY_START = re.compile(
    r"\s*(?:[-+•]\s*)?(?:Căn cứ|Xét |Theo đề nghị|Thực hiện |Điều \d|Để |Nhằm |Phần |PHẦN |[IVX]+\s*[.\-/)]|[1A]\s*[.)]|Chương |CHƯƠNG |Kính gửi)"
)
_ISSUER_LINE = re.compile(
    r"(?:TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|QUẬN ỦY|THỊ ỦY|ĐẢNG ỦY|ỦY BAN|UBND|UỶ BAN|HỘI ĐỒNG|BỘ |BAN |CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI|VĂN PHÒNG|SỞ |MẶT TRẬN|ĐẢNG BỘ"
    r"|TÒA ÁN|VIỆN KIỂM|KIỂM TOÁN|NGÂN HÀNG|THANH TRA|LIÊN ĐOÀN|ĐOÀN |HỘI |CHỦ TỊCH NƯỚC|TỔNG CỤC|CỤC |CÔNG AN|CHI BỘ|ĐẠI HỘI|BẢO HIỂM|TRUNG ƯƠNG|LIÊN )"
)
_UNFINISHED = re.compile(
    r"(?:[ ](?:ngày|của|về|và|số|năm|theo|tại|cho|các|những|trên|đối với)|[,-])$", re.IGNORECASE
)
_ACT = re.compile(r"BAN HÀNH|QUY ĐỊNH|SỬA ĐỔI|BÃI BỎ|VỀ |PHÊ DUYỆT|HƯỚNG DẪN|CÔNG BỐ")
_SECOND_BODY = re.compile(
    r"(?<=[^\W\d_][ ])(?:HUYỆN ỦY|ĐẢNG ỦY|QUẬN ỦY|THỊ ỦY|THÀNH ỦY|BAN (?:TỔ CHỨC|TUYÊN|DÂN VẬN|NỘI CHÍNH|CHỈ ĐẠO|THƯỜNG VỤ)|SỞ|VĂN PHÒNG|PHÒNG|ỦY BAN KIỂM TRA|UBND|HĐND)[ ]"
)
_CREDIT = re.compile(
    r"CỦA (?P<body>(?:BỘ CHÍNH TRỊ|BAN BÍ THƯ|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|HỘI ĐỒNG NHÂN DÂN|ỦY BAN|CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI|BỘ TRƯỞNG)[^\n]{0,60})"
)
_LOCAL_LINE = re.compile(r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|TP\.?)\s")
_NEXT_BODY = re.compile(
    r" (?:Đảng ủy|ĐẢNG ỦY|Ủy ban|ỦY BAN|UBND|HĐND|Hội đồng|HỘI ĐỒNG|Ban |BAN |Số|SỐ)"
)
_STATE_HEAD = re.compile(r"CỘNG HÒA XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập")
_PROVINCE = re.compile(
    r"(?:[Tt]ỉnh ủy|TỈNH ỦY|Thành ủy|THÀNH ỦY|tỉnh|Tỉnh|TỈNH|thành phố|Thành phố|THÀNH PHỐ|TP\.?)[ ]"
    rf"(?P<name>[{UPPER}][^\W\d_]*(?:[ ]?-?[ ]?[{UPPER}][^\W\d_]*){{0,4}}|[^\W\d_]+[ ][^\W\d_]+)"
)
_DISTRICT = re.compile(
    r"(?:[Hh]uyện ủy|HUYỆN ỦY|Quận ủy|QUẬN ỦY|Thị ủy|huyện|HUYỆN|quận|QUẬN|thị xã|THỊ XÃ)[ ]"
    rf"(?P<name>[{UPPER}][^\W\d_]*(?:[ ][{UPPER}][^\W\d_]*){{0,3}})"
)
_COMMUNE = re.compile(
    rf"(?:xã|Xã|XÃ|phường|PHƯỜNG|thị trấn|Đảng ủy xã|ĐẢNG ỦY XÃ)[ ](?P<name>[{UPPER}][^\W\d_]*(?:[ ][{UPPER}][^\W\d_]*){{0,3}})"
)
_HEAD_BLOCKS = 30


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a text says of the text's own document; places are places in the flow."""

    symbol: Symbol | None
    printed: str
    number_at: tuple[int, int] | None
    type: str
    issuer: str
    date: str
    title: str
    title_at: tuple[int, int] | None
    province: str
    district: str
    commune: str


def read_header(layout: Layout) -> Header:
    """Return what the first blocks of a text say of the document itself."""
    flow = layout.flow
    blocks = [block for block in layout.blocks[:_HEAD_BLOCKS] if block.note is None]
    symbol, printed, number_at = _own_number(flow, blocks)
    seat, date = _own_date(flow, blocks)
    date = date or _passed(flow)
    kind, title_at, title_block = _own_title(flow, blocks, symbol)
    title = flow[slice(*title_at)] if title_at else ""
    issuer = _own_issuer(flow, blocks, title_block, symbol)
    province = _own_province(flow, issuer, seat, _letterhead(flow, blocks))
    district, commune = _own_local(flow, issuer, seat, symbol)
    if symbol and symbol.organ == "TW" and issuer in ("", "Ban Chấp hành Trung ương"):
        issuer = _signing_body(layout.source.text) or issuer
    if not issuer:
        issuer = _issuer_by_code(symbol, seat)
    return Header(
        symbol,
        printed,
        number_at,
        kind or _type_by_symbol(symbol),
        issuer,
        date,
        title,
        title_at,
        province,
        district,
        commune,
    )


def _own_number(
    flow: str, blocks: Sequence[Block]
) -> tuple[Symbol | None, str, tuple[int, int] | None]:
    for block in blocks[:14]:
        found = _NUMBER.match(flow, block.start, block.end)
        if found is None and block.end - block.start < 160:
            found = _NUMBER.search(flow, block.start, block.end)
            if found and flow[max(block.start, found.start() - 2) : found.start()].strip():
                before = flow[block.start : found.start()]
                if not (before.isupper() or _STATE_HEAD.search(before)):
                    found = None
        if found is None:
            continue
        try:
            symbol = Symbol.parse(found["symbol"])
        except ValueError:
            continue
        printed = re.sub(r"\s+", "", found["symbol"])[len(symbol.number) :].lstrip("-/")
        return symbol, printed, (found.start("symbol"), found.end("symbol"))
    return None, "", None


def _own_date(flow: str, blocks: Sequence[Block]) -> tuple[str, str]:
    for block in blocks[:16]:
        if block.end - block.start > 220:
            continue
        if _BODY_START.match(flow, block.start):
            break
        found = _DATE.search(flow, block.start, block.end)
        if found:
            seat = re.split(r"\s{2,}|(?:Hạnh phúc|NAM|Nam|\d)[\s:]", found["place"])[-1].strip(
                " *-./:"
            )
            if _SEAT.fullmatch(seat):
                return seat, iso_date(found)
    return "", ""


_PASSED = re.compile(
    r"này (?:đã )?được (?:Quốc hội|Ủy ban [Tt]hường vụ Quốc hội|Hội đồng nhân dân|HĐND)[^.;]{0,160}?thông qua[^.;]{0,30}?ngày "
    r"(?P<day>\d{1,2}) (?:tháng )?(?P<month>\d{1,2}) (?:năm )?(?P<year>\d{4})"
)


def _passed(flow: str) -> str:
    """Return the day on which an assembly passed the text, said at its end."""
    found = None
    for found in _PASSED.finditer(flow, max(0, len(flow) - 4000)):
        pass
    return iso_date(found) if found else ""


def _own_title(
    flow: str, blocks: Sequence[Block], symbol: Symbol | None
) -> tuple[str, tuple[int, int] | None, int]:
    """Return the type word, the place of the title and the number of the block that holds it."""
    for number, block in enumerate(blocks[:20]):
        text = flow[block.start : block.end].strip()
        kind = type_by_word(text.rstrip(" *.:")) if text.isupper() or len(text) < 25 else None
        if kind is not None and not text.endswith(":"):
            first = number + 1
            if first < len(blocks) and _CREDIT.match(flow, blocks[first].start):
                first += 1
            end = _title_end(flow, blocks, first)
            if end:
                return kind.word, (blocks[first].start, end), number
            return kind.word, None, number
        opening = _TITLE_LINE.match(flow, block.start, block.end)
        if opening and (number == 0 or text.isupper() and number < 12):
            words = opening["word"].split(" ")
            for count in range(len(words), 0, -1):
                kind = type_by_word(" ".join(words[:count]))
                if kind is not None and words[0][0].isupper():
                    return kind.word, (block.start, block.end), number
    for number, block in enumerate(blocks[:16]):
        if re.match(r"V/v|Về việc", flow[block.start : block.end]):
            kind_word = "Công văn" if symbol and not symbol.type_code else ""
            return kind_word, (block.start, block.end), number
    return "", None, -1


def _title_end(flow: str, blocks: Sequence[Block], number: int) -> int:
    """Return where the title that begins with block ``number`` ends, 0 where there is none."""
    end = 0
    for block in blocks[number : number + 4]:
        text = flow[block.start : block.end]
        title_like = not end and len(text) < 400 and text[-1:] not in ".;:"
        if (
            (_BODY_START.match(text) and not title_like)
            or _STATE_HEAD.search(text)
            or (end and _is_issuer(text) and not _UNFINISHED.search(flow[:end]))
        ):
            break
        if end and not text.isupper() and len(text) > 200 and not _UNFINISHED.search(flow[:end]):
            break
        end = block.end
        if len(text) > 60 and not text.isupper() and not _UNFINISHED.search(text):
            break
    return end


def _is_issuer(text: str) -> bool:
    return (
        len(text) < 120
        and not _ACT.match(text.upper())
        and _ISSUER_LINE.match(text.upper()) is not None
    )


def _own_issuer(flow: str, blocks: Sequence[Block], title_block: int, symbol: Symbol | None) -> str:
    """Return the body named above the number, or right under a title that opens the text."""
    whose = (
        _CREDIT.match(flow, blocks[title_block + 1].start)
        if 0 <= title_block < len(blocks) - 1
        else None
    )
    if whose:
        return _sentence_case(whose["body"].strip(), flow)
    lines: list[str] = []
    head = blocks[: title_block if title_block > 0 else 8]
    for block in head:
        text = _STATE_HEAD.split(flow[block.start : block.end])[0].strip(" *-")
        text = _NUMBER.split(text)[0].strip()
        text = text[max((found.start() for found in _SECOND_BODY.finditer(text)), default=0) :]
        if (
            text
            and text.isupper()
            and len(text) < 120
            and (_is_issuer(text) or (lines and _LOCAL_LINE.match(text)))
        ):
            lines.append(text)
    if lines:
        own = (
            lines[-2:]
            if len(lines) > 1 and _LOCAL_LINE.match(lines[-1]) and not _is_issuer(lines[-1])
            else lines[-1:]
        )
        return _sentence_case(" ".join(own), flow)
    if title_block >= 0:
        for block in blocks[title_block + 1 : title_block + 4]:
            text = flow[block.start : block.end].strip(" *-:")
            if len(text) < 100 and _is_issuer(text) and body_level(text):
                return text if not text.isupper() else _sentence_case(text, flow)
    return _opening_issuer(flow, blocks)


_OPENING = re.compile(
    r"(?:^|[,;.\n][ ]*)(?P<body>(?:Ủy ban nhân dân|UBND|Ban Thường vụ|Huyện ủy|Tỉnh ủy|Thành ủy|Chính phủ|Bộ|Ban Chỉ đạo|Hội đồng nhân dân|HĐND)"
    r"[^,;.\n]{0,60}?)[ ](?:ban hành|xây dựng|báo cáo|hướng dẫn|yêu cầu|đề nghị|quyết định)[ ](?P<act>(?:Thông tư|Quyết định|Nghị định|Nghị quyết|Kế hoạch|Chỉ thị)[ ])?"
)


def _opening_issuer(flow: str, blocks: Sequence[Block]) -> str:
    """Return who "ban hành Kế hoạch" in the first paragraphs of a text without a head."""
    for number, block in enumerate(blocks):
        found = _OPENING.search(flow[block.start : block.end])
        if found and (number < 6 or found["act"]):
            return found["body"]
    return ""


def _sentence_case(text: str, flow: str) -> str:
    """Return capitals as prose prints them: as the text itself does, else as the tables do."""
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
            return " ".join(
                [name, *(_KINDS.get(word.lower(), word.capitalize()) for word in words[count:])]
            )
    return " ".join(_KINDS.get(word.lower(), word.capitalize()) for word in words)


_KINDS = {
    word: word
    for word in (
        "tỉnh",
        "huyện",
        "xã",
        "thành",
        "phố",
        "quận",
        "phường",
        "thị",
        "trấn",
        "và",
        "ủy",
        "nhân",
        "dân",
    )
}


def _letterhead(flow: str, blocks: Sequence[Block]) -> str:
    """Return the capitals above the number: the body above the issuer tells the province."""
    lines = (flow[block.start : block.end] for block in blocks[:6])
    return " ".join(line for line in lines if line.isupper())


def _own_province(flow: str, issuer: str, seat: str, letterhead: str) -> str:
    """Return the slug of the one province that the text is from, empty where that is not certain."""
    for text in (issuer, letterhead, seat):
        for found in _PROVINCE.finditer(text):
            words = found["name"].split(" ")
            for count in range(len(words), 0, -1):
                if place := province_named(" ".join(words[:count])):
                    return place.slug
        if place := province_named(text):
            return place.slug
    counts: dict[str, int] = {}
    for found in _PROVINCE.finditer(flow[:60_000]):
        place = province_named(found["name"])
        words = found["name"].split(" ")
        while place is None and len(words) > 1:
            words = words[:-1]
            place = province_named(" ".join(words))
        if place:
            counts[place.slug] = counts.get(place.slug, 0) + 1
    ranked = sorted(counts.items(), key=lambda pair: -pair[1])
    if ranked and (len(ranked) == 1 or ranked[0][1] >= 3 * ranked[1][1]):
        return ranked[0][0]
    return ""


def _own_local(flow: str, issuer: str, seat: str, symbol: Symbol | None) -> tuple[str, str]:
    """Return the slugs of the district and the commune whose body issued the text."""
    organ = symbol.organ.upper() if symbol else ""
    level = body_level(issuer) if issuer else None
    commune = _first_name(_COMMUNE, issuer)
    district = _first_name(_DISTRICT, issuer)
    if commune and not district:
        district = _first_name(_DISTRICT, flow[:3000])
    if not district and (organ.endswith(("HU", "QU")) or (level and level.value == "district")):
        district = (
            slug(seat)
            if seat and province_named(seat) is None
            else _first_name(_DISTRICT, flow[:3000])
        )
    return district, commune


def _first_name(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return slug(_NEXT_BODY.split(found["name"])[0]) if found else ""


_SIGNED = re.compile(r"T/?M\.?\s*(BỘ CHÍNH TRỊ|BAN BÍ THƯ)")


def _signing_body(text: str) -> str:
    """Return for whom a document of the centre is signed: its letterhead names the Committee alone."""
    found = _SIGNED.search(text, max(0, len(text) - 4000))
    return {"BỘ CHÍNH TRỊ": "Bộ Chính trị", "BAN BÍ THƯ": "Ban Bí thư"}[found[1]] if found else ""


def _issuer_by_code(symbol: Symbol | None, seat: str) -> str:
    """Return the committee that the symbol alone tells, with the seat that stands before the date."""
    bodies = {"HU": f"Huyện ủy {seat}", "TU": f"Tỉnh ủy {seat}", "TW": "Ban Chấp hành Trung ương"}
    return bodies.get(symbol.organ, "").strip() if symbol else ""


def _type_by_symbol(symbol: Symbol | None) -> str:
    kind = type_by_code(symbol.type_code) if symbol and symbol.type_code else None
    return kind.word if kind else ""
