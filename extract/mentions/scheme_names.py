"""Schemes, programmes, strategies and treaties by name: a title or a nickname with a number.

A title stands in quotation marks or begins with a capital letter; a nickname is "Đề án 06".
"""

import re
from collections.abc import Iterator

from extract.grammar.citation import Citation
from extract.grammar.fields import fields_after
from extract.reading import MentionKind

_SCHEME = re.compile(
    r"""
    (?P<type>
      Đề[ ]án|Hiệp[ ]định|Công[ ]ước|Nghị[ ]định[ ]thư|Hiệp[ ]ước|Chương[ ]trình|Chiến[ ]lược
    | Dự[ ]án|Quy[ ]hoạch|Kế[ ]hoạch|Quy[ ]chế|Quy[ ]định
    | ĐỀ[ ]ÁN|CHIẾN[ ]LƯỢC|CHƯƠNG[ ]TRÌNH[ ]MỤC[ ]TIÊU)
    (?:
      [ ](?P<nick>\d{1,4}(?!\d|[/.,\-]\d|[ ]?[/-][A-ZĐ]))                     # Đề án 06
        (?:[ ]giai[ ]đoạn[ ](?:[IVX]+\b|\d{4}[ ]?-[ ]?\d{4}))?
    | [ ](?P<open>["“])                                                     # a title in quotes
    | [ ](?P<first>[^\W\d_]+))                                              # a title without
    """,
    re.VERBOSE,
)
_CLOSE = {'"': '"', "“": "”"}
_PERIOD = re.compile(
    r"(?:đến năm \d{4}|giai đoạn \d{4} ?- ?\d{4}|giai đoạn [IVX]+\b|năm \d{4})"
    r"(?:,? (?:và )?(?:tầm nhìn|định hướng|hướng tới)(?: đến)?(?: năm)? \d{4})?"
)
_NAME_END = re.compile(
    r"""
      [;.:()“”"\n]
    | ,[ ](?=(?:ngày|Luật|Đề\ án|Kế\ hoạch|Chiến\ lược|Chương\ trình|Nghị\ (?:quyết|định)
        |Quyết\ định|Quy\ (?:định|chế)|Kết\ luận|Chỉ\ thị|Thông\ tư|Công\ văn|Hướng\ dẫn
        |sơ\ kết|tổng\ kết|Bộ\ |trong\ đó|nhất\ là|gồm|bao\ gồm)\b)
    | [ ](?:để[ ](?:lãnh|chỉ|triển|thực|tổ)|ban[ ]hành[ ](?:kèm|theo)
        |theo[ ](?:Quyết|Nghị|quy[ ]định|tinh)|đã[ ]|được[ ](?!giao)
        |tại[ ](?:Quyết|Nghị|Kết|Tờ)|gắn[ ]với
        |và[ ](?=(?:các[ ])?(?:Luật|Nghị[ ](?:quyết|định)|Quyết[ ]định|Kế[ ]hoạch|Chương[ ]trình
            |Đề[ ]án|Kết[ ]luận|Chỉ[ ]thị|Dự[ ]án))
        |còn[ ]|chưa[ ]|đạt[ ]|gặp[ ]|vẫn[ ]|bị[ ]|phải[ ]|cần[ ]|là[ ]
        |(?<!tự[ ])do[ ]
        |ký[ ]ngày|hết[ ]hiệu|kể[ ]từ
        |của[ ](?:Chính[ ]phủ|Thủ[ ]tướng|Bộ[ ]|UBND|Ban[ ]|Đảng)|theo[ ])
    | (?<!đến)(?<!tới)(?<!đoạn)[ ]năm[ ]\d{4}[ ]của[ ]
    """,
    re.VERBOSE,
)
_AFTER_SCHEME = """
    này trên đã được và của do có là với để theo nêu sau đó thành tại trong gồm phải cần
"""
_AFTER_PROGRAMME = """
    này trên hành công đã được và của có là phối làm họp đào giáo do theo nêu khung với để trong
    kỳ số nghị giảng bồi môn học buổi hội phiên gồm phải thực truyền kế dạy đó tổng cần thành
"""
_AFTER_STRATEGY = """
    này trên đã được và của có là do theo nêu trung với để trong gồm phải
"""
_AFTER_TREATY = """
    này trên được và có đã quốc song đa là mà hoặc của theo do nêu liên khác tương ngày các với
    thì tại đó
"""
_GENERIC = {
    "Đề án": frozenset(_AFTER_SCHEME.split()),
    "Chương trình": frozenset(_AFTER_PROGRAMME.split()),
    "Chiến lược": frozenset(_AFTER_STRATEGY.split()),
    "Hiệp định": frozenset(_AFTER_TREATY.split()),
    "Công ước": frozenset(_AFTER_TREATY.split()),
    "Nghị định thư": frozenset(_AFTER_TREATY.split()),
    "Hiệp ước": frozenset(_AFTER_TREATY.split()),
}
"""What behind a type word in capitals shows that it is a common noun there and no title."""
_NAMELESS = re.compile(
    r"[ ]giai đoạn (?:tiếp|tới|sau)|[ ]mục tiêu quốc gia "
    r"(?:còn|chưa|đạt|đã|được|gặp|vẫn|do|bị|là|trên địa bàn)(?![^\W\d_])"
    r"|[ ]mục tiêu(?: quốc gia)?(?=[ ]*(?:[,;.)]|$|\n|và[ ]))"
    r"|[ ]quốc gia(?=[ ]*(?:[,;.)]|$|\n))"
)
_WHICHEVER = re.compile(r"[ ]*\(nếu có\)")
_NATIONAL = re.compile(r"Kế hoạch hành động quốc gia|Quy hoạch tổng thể quốc gia|Kế hoạch tổng thể")
_LONGEST = 260


def schemes(flow: str) -> Iterator[Citation]:
    """Yield the schemes, programmes, strategies and treaties that ``flow`` names."""
    for match in _SCHEME.finditer(flow):
        kind = match["type"].capitalize()
        before = flow[max(0, match.start() - 6) : match.start()]
        if before.endswith(("các ", "những ", "Các ")) or before[-1:].isalpha():
            continue
        if match["nick"]:
            if kind in ("Đề án", "Chương trình"):
                yield _nickname(flow, match, kind)
        elif match["open"]:
            end = flow.find(_CLOSE[match["open"]], match.end(), match.end() + _LONGEST)
            other = flow.find('"', match.end(), match.end() + _LONGEST)
            end = min((offset for offset in (end, other) if offset > 0), default=-1)
            if end > 0 and "\n" not in flow[match.end() : end]:
                yield _scheme(flow, match.start(), end + 1, kind)
        elif _is_title(flow, match, kind):
            end = _name_end(flow, match.end())
            if end - match.start() >= 24 and not _WHICHEVER.match(flow, end):
                yield _scheme(flow, match.start(), end, kind)


def _nickname(flow: str, match: re.Match[str], kind: str) -> Citation:
    fields = fields_after(flow, match.end())
    return Citation(
        match.start(),
        match.end(),
        fields.end,
        MentionKind.NAMED,
        kind,
        match["nick"],
        date=fields.date,
        issuer=fields.issuer,
        name=match.group(),
    )


def _scheme(flow: str, start: int, end: int, kind: str) -> Citation:
    fields = fields_after(flow, end)
    return Citation(
        start,
        end,
        fields.end,
        MentionKind.NAMED,
        kind,
        date=fields.date,
        issuer=fields.issuer,
        name=flow[start:end],
    )


def _is_title(flow: str, match: re.Match[str], kind: str) -> bool:
    """Tell whether what follows a type word in capitals is the title of one document."""
    if kind in ("Kế hoạch", "Quy hoạch"):
        return _NATIONAL.match(flow, match.start()) is not None
    if kind not in _GENERIC:
        return False
    return match["first"].lower() not in _GENERIC[kind] and not _NAMELESS.match(
        flow, match.end("type")
    )


def _name_end(flow: str, offset: int) -> int:
    """Return where an unquoted title that goes on at ``offset`` ends."""
    limit = min(len(flow), offset + _LONGEST)
    stop = _NAME_END.search(flow, offset, limit)
    while stop and stop.group() in ('"', "“") and _quote_belongs(flow, stop.start()):
        closing = flow.find(_CLOSE[stop.group()], stop.end(), limit)
        closing = closing if closing > 0 else flow.find('"', stop.end(), limit)
        if closing < 0:
            break
        stop = _NAME_END.search(flow, closing + 1, limit)
    end = stop.start() if stop else flow.rfind(" ", offset, limit)
    periods = list(_PERIOD.finditer(flow, offset, end))
    if periods and not flow[periods[-1].end() : end].lstrip().startswith(
        ("và", "trên địa bàn tỉnh", ", định", ", tầm")
    ):
        end = periods[-1].end()
    return offset + len(flow[offset:end].rstrip(" ,-"))


def _quote_belongs(flow: str, offset: int) -> bool:
    """Tell whether a quotation mark inside a title opens a name within it."""
    return (
        flow[max(0, offset - 12) : offset]
        .rstrip()
        .endswith(("vận động", "phong trào", "thi đua", "mô hình"))
    )
