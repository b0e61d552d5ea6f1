"""Constitutions, the Party's charter, and resolutions of congresses: known by name and ordinal."""

import re
from collections.abc import Iterator

from extract.grammar.citation import Citation
from extract.grammar.fields import fields_after
from extract.reading import MentionKind
from ontology.dates import PartialDate

_CONSTITUTION = re.compile(
    r"(?:Hiến pháp|HIẾN PHÁP)(?:[ ]nước Cộng hòa xã hội chủ nghĩa Việt Nam)?"
    r"(?:[ ]năm[ ](?P<year>19\d\d|20\d\d))?"
    r"|Điều lệ Đảng(?:[ ]Cộng sản Việt Nam)?|ĐIỀU LỆ ĐẢNG(?:[ ]CỘNG SẢN VIỆT NAM)?"
    r"|Điều lệ (?:Mặt trận Tổ quốc|Công đoàn|Đoàn TNCS Hồ Chí Minh)(?: Việt Nam)?"
)
_TERM = re.compile(r"(?i:khóa)\s(?P<term>[IVXL]+)$")
"""The congress term that closes the name of what a plenum resolved."""
_ORDINAL = r"lần\sthứ\s(?:[IVXL]+(?![^\W\d_])|\d+|(?:nhất|hai|ba|tư|năm)(?![^\W\d_]))"
_OPENINGS = ("Hiến pháp", "HIẾN PHÁP", "Điều lệ", "ĐIỀU LỆ")
"""What the names above begin with: a text that has none is done with after one look."""
_RESOLUTION = re.compile(r"quyết|QUYẾT|Quyết|kiện|KIỆN")
_CONGRESS = re.compile(
    rf"""(?i:Nghị\squyết|Văn\skiện)\s(?:của\s)?(?i:
      (?:Đại\shội\s(?:đại\sbiểu\s)?(?:
        (?:{_ORDINAL}|(?:[IVXL]+))\scủa\sĐảng(?:\sbộ\s\S+)?
      | (?:Đảng\sbộ\s(?:tỉnh|thành\sphố|huyện|quận|thị\sxã|xã|phường|thị\strấn|đặc\skhu
              |cơ\squan)
            (?:\s[^\W\d_]+){{0,4}}?
          |(?:đại\sbiểu\s)?(?:Đảng\s)?toàn\squốc(?:\s(?:của\s)?Đảng)?(?:\sCộng\ssản\sViệt\sNam)?
          |Đảng)
        \s(?:{_ORDINAL}|(?:[IVXL]{{1,6}})\b)
        (?:\scủa\sĐảng(?:\sCộng\ssản\sViệt\sNam)?)?))
    | (?:Hội\snghị\s)?(?:lần\sthứ\s\S+\s)?(?:Ban\sChấp\shành\s)?Trung\sương\s(?:Đảng\s)?
      (?:\d{{1,2}}|lần\sthứ\s\S+)\s?[,(]?\s?khóa\s(?:[IVXL]+)
    | Hội\snghị\s(?:lần\sthứ\s[^\W_]+\s)(?:của\s)?Ban\sChấp\shành\sTrung\sương\s(?:Đảng\s?)?
      [,(]?\s?khóa\s(?:[IVXL]+)
    )""",
    re.VERBOSE,
)


def constitutions(flow: str) -> Iterator[Citation]:
    """Yield the constitutions and charters that ``flow`` names, with the year printed."""
    if not any(map(flow.__contains__, _OPENINGS)):
        return
    for match in _CONSTITUTION.finditer(flow):
        word = "Điều lệ" if match.group().lower().startswith("điều") else "Hiến pháp"
        fields = fields_after(flow, match.end())
        # "Quy định thi hành Điều lệ Đảng của Ban Chấp hành Trung ương khóa XIII": the committee has
        # issued what carries the charter out.
        adopted = word == "Điều lệ" and not fields.issuer
        term = f" khóa {fields.term}" if fields.term and adopted else ""
        yield Citation(
            start=match.start(),
            end=match.end(),
            fields_end=fields.end if term else match.end(),
            tier=MentionKind.NAMED,
            type=word,
            date=PartialDate.of(match["year"] or ""),
            term=fields.term if term else "",
            name=match.group() + term,
        )


def congress_resolutions(flow: str) -> Iterator[Citation]:
    """Yield the resolutions and documents of congresses, which their ordinal identifies."""
    for opening in _RESOLUTION.finditer(flow):
        start = opening.start() - (5 if opening.group()[0] in "qQ" else 4)
        match = _CONGRESS.match(flow, start) if start >= 0 else None
        if match is None or _is_own_title(flow, match):
            continue
        fields = fields_after(flow, match.end())
        of_term = _TERM.search(match.group())
        yield Citation(
            start=match.start(),
            end=match.end(),
            fields_end=fields.end,
            tier=MentionKind.NAMED,
            type="Nghị quyết",
            date=fields.date,
            issuer=fields.issuer,
            term=of_term["term"].upper() if of_term else fields.term,
            name=re.sub(r"\s+", " ", match.group()),
        )


def _is_own_title(flow: str, match: re.Match[str]) -> bool:
    """Tell whether it is a title: the type in capitals on a line of its own, the body below it."""
    type_word, _, below = match.group().partition("\n")
    alone = match.start() == 0 or flow[match.start() - 1] == "\n"
    return bool(below) and alone and type_word.isupper()
