"""Schemes, programmes, strategies and treaties by name: a title or a nickname with a number.

A title stands in quotation marks or begins with a capital letter; a nickname is "Đề án 06".
"""

import re
from collections.abc import Iterator

from extract.grammar.citation import Citation
from extract.grammar.fields import fields_after
from extract.grammar.lexicon import any_of, bodies, types
from extract.grammar.shows import is_festive, is_show
from extract.mentions.scheme_titles import is_certain, is_title, word_end
from extract.reading import MentionKind
from ontology.dates import NO_DATE
from ontology.documents.document_types import TypeUse, words_used
from ontology.institutions.body_heads import BodyUse

_TREATIES = ("Hiệp định", "Công ước", "Nghị định thư", "Hiệp ước")
_IN_CAPITALS = ("ĐỀ ÁN", "CHIẾN LƯỢC", "CHƯƠNG TRÌNH MỤC TIÊU")
_SCHEME = re.compile(
    rf"""
    (?P<type>{any_of((*words_used(TypeUse.TITLED), *_TREATIES, *_IN_CAPITALS))})
    (?:
      [ ](?P<nick>\d{{1,4}}(?!\d|[/.,\-]\d|[ ]?[/-][A-ZĐ]))                     # Đề án 06
        (?:[ ]giai[ ]đoạn[ ](?:[IVX]+\b|\d{{4}}[ ]?-[ ]?\d{{4}}))?
    | (?:[ ]về)?[ ](?P<open>["“«])                                          # a title in quotes
    | [ ](?P<first>[^\W\d_]+))                                              # a title without
    """,
    re.VERBOSE,
)
_NATIONAL = "chương trình mục tiêu quốc gia "
_IN_SMALL = re.compile(
    r"(?P<type>chương trình)(?P<nick>(?!))?(?P<open>(?!))? (?P<first>mục)(?= tiêu quốc gia (?:về"
    r"|xây dựng nông|giảm nghèo|phát triển|phòng,|ứng phó|nước sạch|vệ sinh) )"
)
"""A national target programme in small letters, by what its title begins with."""
_ABOUT = re.compile(r" về (?=[\"“«])")
_CLOSE = {'"': '"', "“": "”", "«": "»"}
_PERIOD = re.compile(
    r"(?:đến năm \d{4}|(?:giai đoạn|thời kỳ) \d{4} ?- ?\d{4}|giai đoạn [IVX]+\b|năm \d{4})"
    r"(?:,? (?:và )?(?:tầm nhìn|định hướng|hướng tới)(?: đến)?(?: năm)? \d{4})?"
)
_TYPE_WORD = rf"(?:{types(TypeUse.ALONE)}|Công[ ]văn)(?![^\W\d_])"
_NAME_END = re.compile(
    rf"""
      [;:()“”"\n|] | [.](?!\d)
    | ,[ ](?=(?:ngày|sơ[ ]kết|tổng[ ]kết|Bộ[ ]|trong[ ]đó|nhất[ ]là|gồm|bao[ ]gồm
        |{bodies(BodyUse.OWNER, BodyUse.ORDERED)}(?![^\W\d_])
        |trước[ ]mắt|góp[ ]phần|phấn[ ]đấu|đồng[ ]thời|từ[ ]đó|qua[ ]đó|nhằm|kiến[ ]nghị
        |đề[ ](?:xuất|nghị)|báo[ ]cáo|trình[ ]|trong[ ]khi|tuy[ ]|trên[ ]cơ[ ]sở|căn[ ]cứ|đến[ ]nay
        |h[ằà]ng[ ]năm|kể[ ]cả|như[ ]|cụ[ ]thể|với[ ](?:mục|tổng|kinh|những|các[ ]nội)|đã[ ]|được
        |{_TYPE_WORD}))
    | [ ](?:để[ ](?:lãnh|chỉ|triển|thực|tổ|tiến|trình|làm)|ban[ ]hành[ ](?:kèm|theo)
        |theo[ ](?!mô[ ]hình|hướng[ ]|chuỗi|tiêu[ ]chuẩn|phương[ ]|cơ[ ]chế|chuẩn[ ])
        |đã[ ]|được[ ](?!giao)|sẽ[ ]|không[ ](?!gian|khí|ngừng|chuyên|dùng)|khi[ ]
        |tại[ ](?:Quyết|Nghị|Kết|Tờ|điểm[ ][a-zđ]|khoản|Điều|Công|Thông)|gắn[ ]với
        |và[ ](?=(?:các[ ])?(?:{_TYPE_WORD}|chương[ ]trình[ ]mục[ ]tiêu[ ]quốc[ ]gia))
        |và[ ](?=(?:(?:tổ|tiếp|chỉ|đẩy|xây|triển|thực|hướng|quán|ban|cụ|sơ|tổng|phổ)[ ][^\W\d_]+[ ]
            ){{1,3}}(?:hóa[ ])?(?:các[ ])?{_TYPE_WORD})
        |và[ ]phối[ ]hợp[ ]với
        |còn[ ]|chưa[ ]|đạt[ ]|gặp[ ]|vẫn[ ]|bị[ ]|phải[ ]|cần[ ]|là[ ](?!chính)|này(?![^\W\d_])
        |(?<!tự[ ])do[ ]|nhằm[ ]|nêu[ ]|nói[ ]trên|như[ ]sau|dưới[ ]đây|sau[ ]khi|sau[ ]đây
        |hoặc[ ]|trước[ ](?:ngày|khi|tháng|năm|mắt)|trên[ ]cơ[ ]sở|bao[ ]gồm|quy[ ]định[ ]tại|gửi[ ]
        |trình[ ](?:cấp|Thủ|Chính|HĐND|UBND|Ban|Bộ|Tỉnh|Quốc)|để[ ]trình|thì[ ]|mà[ ]|nhưng[ ]
        |với[ ](?:các[ ]|những[ ])?(?:mục[ ]tiêu|nội[ ]dung|tổng[ ]|kinh[ ]phí|số[ ]vốn)
        |bằng[ ](?:cách|việc|nguồn|hình|vốn)|cho[ ](?:phù[ ]hợp|khớp)|vào[ ](?:cuộc|kế|quý|tháng)
        |trong[ ](?:quý|tháng|thời[ ]gian|năm)|có[ ](?:hiệu|tổng|nhiều|nội)
        |ký[ ]ngày|hết[ ]hiệu|kể[ ]từ
        |của[ ](?:{bodies(BodyUse.OWNER)}|Đảng)(?![^\W\d_]))
    | (?<!đến)(?<!tới)(?<!đoạn)[ ]năm[ ]\d{{4}}[ ]của[ ]
    """,
    re.VERBOSE,
)
_POLICY = re.compile(r"[ ]*[\"“]?(?:mục tiêu|quốc gia|hành động|[Pp]hát triển|[Xx]ây dựng)|[ ]\d")
_WHICHEVER = re.compile(r"[ ]*\(nếu có\)|,?[ ](?:sau )?khi (?:được|có)[ ]")
"""What is said of any such document: one there may be, one that somebody approves one day."""
_OF_AN_AREA = re.compile(
    r"chương trình mục tiêu quốc gia[ ][^\n]*?(?P<area>[ ]trên địa bàn[ ]"
    r"(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|đặc khu|thị trấn|bản|thôn)(?![^\W\d_]))",
    re.IGNORECASE,
)
"""A programme of the whole nation, and where it is carried out, which is none of its name."""
_TREATY = re.compile(
    r"(?:(?:[ ][A-Z][A-Z&.-]+)+[ ](?:19|20)?\d\d(?:/\d\d)?"
    r"|(?:[ ][^\W\d_]+){2,12}?[ ](?:19|20)\d\d)(?![\w/]|[.-]\d)"
)
"""A treaty's short title, which is whole: MLC 2006, MARPOL 73/78, Lao động hàng hải 2006."""
_PROVISION = re.compile(r"(?:[Kk]hoản|[Đđ]iều|[Đđ]iểm|[Mm]ục)[ ][\d.,a-zđ ]{1,12}\)?[ ]*:[ ]*$")
_MADE_CLEAR = re.compile(r"[ ]được[ ](?:cụ thể hóa|hiểu|giải thích|hướng dẫn|làm rõ)[ ]như sau")
_NOT_BEHIND = re.compile(
    r"(?:[Cc]ác|[Nn]hững|[Hh]ọc [Vv]iện|Viện|Vụ|Cục|Phòng|Khoa|Trung tâm|Bộ|Sở|Điều \d+[.:])[ ]$"
)
"""What makes a plural, the name of a body ("Viện Chiến lược") or the heading of an article of the
type word behind it."""
_LONGEST = 260
_SHORTEST = 24


def schemes(flow: str, own_type: str, own_title: str) -> Iterator[Citation]:
    """Yield the schemes, programmes, strategies and treaties that ``flow`` names.

    ``own_type`` and ``own_title`` are those of the text: a regulation speaks of kinds of schemes,
    and the programme of a festival is a show.
    """
    festive = is_festive(own_title)
    for match in (*_SCHEME.finditer(flow), *_in_small_letters(flow)):
        kind = match["type"].capitalize()
        before = flow[max(0, match.start() - 10) : match.start()]
        if before[-1:].isalpha() or _NOT_BEHIND.search(before):
            continue
        if match["type"].isupper() and before[-1:] in ("", "\n"):
            continue  # the heading of what is attached, or of a form
        if kind == "Chương trình" and _is_seen(flow, match, festive=festive):
            continue
        if match["nick"]:
            if kind in ("Đề án", "Chương trình"):
                yield _nickname(flow, match, kind)
        elif end := _title_end(flow, match, kind, own_type):
            yield _scheme(flow, match.start(), end, kind)


def _in_small_letters(flow: str) -> Iterator[re.Match[str]]:
    at = flow.find(_NATIONAL)
    while at >= 0:
        if match := _IN_SMALL.match(flow, at):
            yield match
        at = flow.find(_NATIONAL, at + 1)


def _title_end(flow: str, match: re.Match[str], kind: str, own_type: str) -> int:
    """Return where the title behind a type word ends, 0 where there is none."""
    start = match.start()
    if match["open"]:
        marks = {_CLOSE[match["open"]], '"'}
        found = [flow.find(mark, match.end(), match.end() + _LONGEST) for mark in marks]
        end = min((offset for offset in found if offset > 0), default=-1)
        whole = end > 0 and "\n" not in flow[match.end() : end]
        return end + 1 if whole and not _quotes_provision(flow, start, end + 1) else 0
    if kind in _TREATIES and (short := _TREATY.match(flow, match.end("type"))):
        return short.end()
    if not is_title(flow, start, match.end("type"), kind):
        return 0
    end = _name_end(flow, match.end())
    if area := _OF_AN_AREA.match(flow, start, end):
        end = area.start("area")
    if end - start < _SHORTEST or _WHICHEVER.match(flow, end):
        return 0
    return end if is_certain(flow, start, end, own_type) else 0


def _quotes_provision(flow: str, start: int, end: int) -> bool:
    """Tell whether it is the words of a provision that stand in quotation marks, and no title.

    "(Khoản 5): Quy định “…” được cụ thể hóa như sau".
    """
    before = _PROVISION.search(flow, max(0, start - 24), start)
    return bool(before or _MADE_CLEAR.match(flow, end))


def _is_seen(flow: str, match: re.Match[str], *, festive: bool) -> bool:
    """Tell whether a programme is a show; in a ``festive`` text any is but one of policy."""
    if is_show(flow, match.start(), match.end("type")):
        return True
    before = flow[max(0, match.start() - 12) : match.start()].lower().rstrip()
    return (
        festive
        and not before.endswith(("thực hiện", "triển khai", "phê duyệt", "ban hành"))
        and _POLICY.match(flow, match.end("type")) is None
    )


def _nickname(flow: str, match: re.Match[str], kind: str) -> Citation:
    fields = fields_after(flow, match.end())
    return Citation(
        start=match.start(),
        end=match.end(),
        fields_end=fields.end,
        tier=MentionKind.NAMED,
        type=kind,
        number=match["nick"],
        date=fields.date if fields.date.month else NO_DATE,  # "thực hiện Đề án 06 năm 2025"
        issuer=fields.issuer,
        name=match.group(),
    )


def _scheme(flow: str, start: int, end: int, kind: str) -> Citation:
    fields = fields_after(flow, end)
    return Citation(
        start=start,
        end=end,
        fields_end=fields.end,
        tier=MentionKind.NAMED,
        type=kind,
        # "Đề án “…” năm 2023" is what is done of it in that year.
        date=fields.date if fields.date.month or flow[end - 1].isalnum() else NO_DATE,
        issuer=fields.issuer,
        name=_ABOUT.sub(" ", flow[start:end]),
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
    end = stop.start() if stop else word_end(flow, offset, limit)
    periods = list(_PERIOD.finditer(flow, offset, end))
    if periods and not flow[periods[-1].end() : end].lstrip().startswith(
        (
            "và định hướng",
            "và tầm nhìn",
            "và đến",
            "và hướng",
            "và những năm",
            "và các năm",
            "trên địa bàn tỉnh",
            ", định",
            ", tầm",
        )
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
