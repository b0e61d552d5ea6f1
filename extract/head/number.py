"""The number and the date that a text carries in its head."""

import re
from collections.abc import Sequence

from extract.grammar.fields import iso_date
from extract.grammar.lexicon import types
from extract.grammar.type_words import type_word_before
from extract.text.layout import Block
from extract.text.view import UPPER
from ontology.dates import NO_DATE, PartialDate
from ontology.documents.document_types import TypeUse
from ontology.documents.symbol import Symbol

NUMBER = re.compile(
    rf"(?:(?:{types(TypeUse.LAW)}|Nghị quyết)[ ])?(?:Số|SỐ|số|S[oôò](?=[ ]*:))[ ]*:?[ ]*"
    r"(?P<symbol>\d{1,5}(?:\.\d{1,2}(?=[ ]?/))?[a-zđ]?"
    r"(?:[ ]?[-/][ ]?|[ ](?=[A-ZĐ][\wĐđ]{0,4}/[A-ZĐ]))(?:\d{4}[ ]?/[ ]?)?[A-ZĐ][\wĐđ&]*"
    r"(?:[ ]?[-/.][ ]?[A-ZĐ][\wĐđ&]*)*)"
)
_BLANK_FOR_DASH = re.compile(r"(?<=\d)[ ](?=[A-ZĐ])")
"""How the Youth Union parts a number from its letters: "310 KH/TĐTN-BXD"."""
_BLANK = re.compile(
    r"""
    (?:(?:Luật|LUẬT|Nghị[ ]quyết|NGHỊ[ ]QUYẾT|Pháp[ ]lệnh|PHÁP[ ]LỆNH)[ ]{1,3})?
    (?:Số|SỐ|số)[ ]{0,10}
    (?: : | (?=\s{0,50}[.…_\n]) )   # without a colon the room for the number has to be seen
    \s{0,60}
    (?:
      (?: [.…_\s]{1,60} | [(\[][.…_\s]{0,60}[)\]] | [xX]{2,5} | -(?=\s?/) )?
      \s{0,10}
      (?P<letters>
        [-/][ ]?
        (?: (?: \d{4} | (?:19|20)?[.…_]{1,12} | \s{0,30} ) [ ]?/[ ]? )?   # a year, or its room
        (?: [A-ZĐ][\wĐđ&]* (?:[ ]?[-/.][ ]?[A-ZĐ][\wĐđ&]*)* | [.…_]{1,40} )
      )
      | (?P<room> [.…_][.…_ ]{1,60} ) (?=\n|$)   # nothing but the room for it
    )
    """,
    re.VERBOSE,
)
"""A number that nobody has given yet: "Số:     -KH/HU", "Số: …/KH-UBND", "Số …/…/QĐ-UBND"."""
_DATE = re.compile(
    r"""(?P<place>[^\W\d_][^,\n\d]{1,40}(?:[ ]\d{1,2})?)(?P<comma>,)?[ ]*ngày(?:
      [ ]*(?P<day>\d{1,2})[ ]*(?:tháng|[/.-])[ ]*(?P<month>\d{1,2})[ ]*(?:năm|[/.-])
        [ ]*(?P<year>\d{4})
    | [ .…_]*(?:tháng|/|-)[ ]*(?P<month2>\d{1,2})[ ]*(?:năm|/|-)[ ]*(?P<year2>\d{4})  # no day yet
    | [ .…_]*(?:tháng|/|-)[ .…_]*(?:năm|/|-)[ ]*(?P<year3>\d{4})                      # nor month
    )""",
    re.VERBOSE,
)
_SEAT = re.compile(
    rf"""(?!(?:Căn[ ]cứ|Luật|Nghị[ ](?:quyết|định)|Quyết[ ]định|Thông[ ](?:tư|báo)|Pháp[ ]lệnh
      |Kế[ ]hoạch|Công[ ]văn|Chỉ[ ]thị|Kết[ ]luận)\b)
    (?:TP\.?[ ]?)?
    [{UPPER}][^\W\d_.]* (?:['\u2019][^\W\d_.]+)?
    (?:[ -]+[^\W\d_.]+(?:['\u2019][^\W\d_.]+)?){{0,4}}
    (?:[ ]\d{{1,2}})?""",
    re.VERBOSE,
)
_PASSED = re.compile(
    r"này (?:đã )?được (?:Quốc hội|Ủy ban [Tt]hường vụ Quốc hội|Hội đồng nhân dân|HĐND)"
    r"[^.;]{0,160}?thông qua[^.;]{0,30}?ngày "
    r"(?P<day>\d{1,2})(?: | tháng |[/.-])(?P<month>\d{1,2})(?: | năm |[/.-])(?P<year>\d{4})"
)
_ATTESTED = "XÁC THỰC VĂN BẢN HỢP NHẤT"
_NEAR = 80
BODY_START = re.compile(
    r"\s*(?:[-+•]\s*)?(?:Căn cứ|Xét |Theo đề nghị|Thực hiện |Điều \d|Để |Nhằm |Phần |PHẦN "
    r"|[IVX]+\s*[.\-/)](?!v\b)|[1A]\s*[.)]|(?:Chương|CHƯƠNG) [IVX\d]|Kính gửi)"
)
STATE_HEAD = re.compile(r"CỘNG HÒA XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập")


def own_number(
    flow: str, blocks: Sequence[Block]
) -> tuple[Symbol | None, str, tuple[int, int] | None]:
    """Return the symbol, what is printed behind its number, and where in the flow it stands."""
    for block in blocks[:14]:
        found = NUMBER.match(flow, block.start, block.end)
        if found is None and block.end - block.start < 160:
            found = NUMBER.search(flow, block.start, block.end)
            if found and flow[max(block.start, found.start() - 2) : found.start()].strip():
                before = flow[block.start : found.start()]
                cites = type_word_before(flow, found.start("symbol"))[1] is not None
                dated = _DATE.search(before)
                behind_a_day = dated is not None and not before[dated.end() :].strip()
                if cites or not (before.isupper() or STATE_HEAD.search(before) or behind_a_day):
                    found = None
        elif found and flow[found.end() : block.end].strip()[:1].islower():
            found = None
        if found is None:
            continue
        try:
            symbol = Symbol.parse(_BLANK_FOR_DASH.sub("-", found["symbol"]))
        except ValueError:
            continue
        printed = re.sub(r"\s+", "", found["symbol"])[len(symbol.number) :].lstrip("-/")
        return symbol, printed, (found.start("symbol"), found.end("symbol"))
    return None, "", None


def blank_number(flow: str, blocks: Sequence[Block]) -> str:
    """Return what is printed behind a number that is left blank ("-KH/HU"), empty if none is.

    It stands at the beginning of its line, or behind the name of the body or the motto; a number
    that the text speaks of stands behind other words.
    """
    for block in blocks[:14]:
        # Wide blanks part the columns of a head: what is behind them stands in the next block.
        found = _BLANK.search(flow, block.start, block.start + 160)
        if found is None or found.start() > block.end:
            continue
        before = flow[block.start : found.start()].strip()
        if not before or before.isupper() or STATE_HEAD.search(before):
            return re.sub(r"\s+", "", found["letters"] or found["room"])
    return ""


def own_date(flow: str, blocks: Sequence[Block]) -> tuple[str, PartialDate]:
    """Return the seat and the date of "Lai Châu, ngày 5 tháng 4 năm 2021", empty if none."""
    for block in blocks[:16]:
        if block.end - block.start > 220:
            continue
        if BODY_START.match(flow, block.start):
            break
        found = _DATE.search(flow, block.start, block.end)
        if found:
            seat = re.split(r"\s{2,}|(?:Hạnh phúc|NAM|Nam|\d)[\s:]", found["place"])[-1].strip(
                " *-./:"
            )
            proper = seat.title() == seat and found.end() == block.end
            if _SEAT.fullmatch(seat) and (found["comma"] or proper):
                return seat, iso_date(found)
    return "", NO_DATE


def attested_on(flow: str) -> PartialDate:
    """Return the day on which a consolidated text was attested, said below its last article."""
    at = flow.rfind(_ATTESTED)
    said = _DATE.search(flow, at, at + len(_ATTESTED) + _NEAR) if at >= 0 else None
    return iso_date(said) if said else NO_DATE


def passed_on(flow: str) -> PartialDate:
    """Return the day on which an assembly passed the text, said at its end."""
    said = list(_PASSED.finditer(flow, max(0, len(flow) - 4000)))
    return iso_date(said[-1]) if said else NO_DATE
