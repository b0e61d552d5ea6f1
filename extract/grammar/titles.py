"""The title that is printed behind a reference: "… ngày … của Chính phủ quy định về văn thư;".

A title is read where the date, the issuer or the term stands between it and the number, and where
it is certain what ends it: a wrong title is worse than none. A semicolon, a full stop, the end of
the line, "(sau đây gọi là …)", the next document of a list and a main clause end one. A comma may
stand in a title or end it: in running text, where both can be, one with a comma is left out.
"""

import re

from extract.grammar.clauses import CLAUSE_END, MARK
from extract.grammar.lexicon import bodies, types
from ontology.documents.document_types import TypeUse
from ontology.institutions.body_heads import BodyUse

_OPENER = re.compile(
    r"""[ ](?:
      [Qq]uy[ ]định(?![ ](?:rõ|cụ[ ]thể|như|nêu|trên|này|tại|trong|của))
    | [Hh]ướng[ ]dẫn | [Bb]an[ ]hành | [Pp]hê[ ]duyệt | [Ss]ửa[ ]đổi | bổ[ ]sung | bãi[ ]bỏ
    | thay[ ]thế | công[ ]bố | đính[ ]chính | điều[ ]chỉnh | thành[ ]lập | tăng[ ]cường
    | thông[ ]qua | kéo[ ]dài | kiện[ ]toàn | ngưng[ ]hiệu[ ]lực
    | về(?![ ](?:phía|trước|sau)) | v/v | Về[ ]việc | V/v
    )(?![^\W\d_])
    | ,[ ](?:về|v/v)(?![^\W\d_])""",
    re.VERBOSE,
)
_KIND = rf"(?:{types(TypeUse.ISSUING, TypeUse.LAW, TypeUse.ALONE)}|Công[ ]văn)"
_ENDS = re.compile(
    rf"""
      [ ]*\((?:sau[ ]đây|dưới[ ]đây|gọi|viết|được|đã|sửa[ ]đổi|có[ ]hiệu[ ]lực|kèm[ ]theo|Công[ ]báo
        |{_KIND}[ ](?:số[ ]*)?\d|[^()]{{1,160}}[ ]kèm[ ]theo[ ]*\))
    | ,?[ ](?:
          (?:đã[ ])?(?:được|bị)[ ](?:(?:sửa[ ]đổi|bổ[ ]sung|thay[ ]thế|bãi[ ]bỏ|hủy[ ]bỏ)
            |{bodies(BodyUse.ACTS)}(?![^\W\d_]))
        | và[ ](?:
              (?:các[ ](?:văn[ ]bản|quy[ ]định)|ý[ ]kiến|đề[ ]nghị)(?![^\W\d_])
            | (?:Nghị[ ]quyết|Văn[ ]kiện)[ ](?:của[ ])?Đại[ ]hội(?![^\W\d_])
            | (?:các[ ]{_KIND}|(?!{types(TypeUse.LAW)}[ ]){_KIND})
              [ ](?:sửa[ ]đổi|hướng[ ]dẫn|thay[ ]thế)(?![^\W\d_]))
        | (?:hết|chấm[ ]dứt|có)[ ]hiệu[ ]lực
        | (?:thì|như[ ]sau|theo[ ]đề[ ]nghị|theo[ ]đó)(?![^\W\d_]))
    | ,[ ](?:trong[ ]đó|cụ[ ]thể|đồng[ ]thời|nhằm|để|nay|tuy[ ]nhiên|nhưng|gồm|bao[ ]gồm|trừ
      |ngoại[ ]trừ|thay[ ]thế|căn[ ]cứ|nội[ ]dung)(?![^\W\d_])
    | (?P<listed>(?:,|[ ]và|,[ ]và)[ ](?:các[ ]|(?:điểm|khoản|[Đđ]iều)[ ][^;.]{{1,40}}[ ])?
        {_KIND}[ ](?:[^;.,]{{0,60}}[ ])?(?:số[ ]*:?[ ]*)?\d)
    | (?P<main>,[ ]{bodies(BodyUse.ACTS)}(?![^\W\d_])[^,;.]{{0,80}}?[ ](?:đã|ban[ ]hành|báo[ ]cáo
      |xây[ ]dựng|yêu[ ]cầu|đề[ ]nghị|hướng[ ]dẫn|thông[ ]báo|chỉ[ ]đạo|tổ[ ]chức)(?![^\W\d_]))
    """,
    re.VERBOSE,
)
_BORDER = re.compile(r"[|\t]")
_CITED = re.compile(r"\d[\w.]*[/-][\w/-]*[A-ZĐ]{2}|[ ]số[ ]\d")
_ALONE = re.compile(
    rf"""(?:[.;:][ ]|\n)[ ]*(?:{MARK}[ ]*)*(?:
      (?:Căn[ ]cứ|Bãi[ ]bỏ|Hủy[ ]bỏ|Thay[ ]thế|Công[ ]bố)[ ][^.;]{{0,80}}
    | (?:[^\W\d_]+[ ]){{1,3}}này[ ](?:thay[ ]thế|bãi[ ]bỏ)[ ][^.;]{{0,80}}
    )?$""",
    re.VERBOSE | re.IGNORECASE,
)
"""What leads up to a reference whose title goes on to the stop: no other clause stands there."""
_PAIRS = re.compile(
    r"(?:sửa đổi|phòng|cán bộ|công chức|chức năng|nhiệm vụ|cơ quan|tổ chức|trình tự|tiêu chuẩn"
    r"|mã số|thi đua|khiếu nại|khám bệnh|phí|bảo vệ|lập),(?= (?:bổ sung|chống|công chức|viên chức"
    r"|nhiệm vụ|quyền hạn|tổ chức|cá nhân|đơn vị|thủ tục|định mức|khen thưởng|tố cáo"
    r"|chữa bệnh|lệ phí|chăm sóc|thẩm định|tiêu chuẩn))"
)
"""Words that belong together with a comma between them."""
_CLAUSE = re.compile(
    r"(?<![^\W\d_])(?:phải|có trách nhiệm|chịu trách nhiệm|chủ trì|yêu cầu|đề nghị|đã ban hành|này)"
    r"(?![^\W\d_])"
)
_OPEN_END = re.compile(
    rf"""(?<![^\W\d_])(?:
      (?:điểm|khoản|điều|mục|chương|phụ[ ]lục)[ ](?:\d+|[a-zđ]|[IVX]+)
      | {_KIND}[ ]số | của | và | các
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
"""A part whose document is not named, or a word that leads on: the title is not at its end."""
_LAST_WORDS = 40
"""How many letters at the end of a title hold all of such a part, and more."""
_DASH = re.compile(r"\s*[-\u2013][ ]")
_SHORTEST, _LONGEST, _BEFORE = 12, 420, 120


def title_after(flow: str, start: int, end: int, fields_end: int) -> str:
    """Return the title behind a reference from ``start`` to ``end``, empty where none is certain.

    >>> flow = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 về công tác văn thư;"
    >>> title_after(flow, 7, 33, 58)
    'về công tác văn thư'
    """
    opener = _OPENER.match(flow, fields_end) if fields_end > end else None
    if opener is None:
        return ""
    first = opener.start() + (2 if flow[opener.start()] == "," else 1)
    limit = min(len(flow), first + _LONGEST)
    stop = CLAUSE_END.search(flow, opener.end(), limit)
    last = stop.start() if stop else limit
    if (not stop and limit < len(flow)) or _is_broken(flow, start, last):
        return ""
    if border := _BORDER.search(flow, first, last):
        last = border.start()
    ended = _ENDS.search(flow, opener.end() - 1, last)
    if ended:
        last = ended.start()
    title = flow[first:last].rstrip(" .,;:-/")
    listed = ended is not None and ended["listed"] is not None
    cut = (listed and _CITED.search(title)) or _OPEN_END.search(title, len(title) - _LAST_WORDS)
    if not _is_whole(title) or cut or _CLAUSE.search(title):
        return ""
    if "," in _PAIRS.sub("", title) and not (ended and ended.group().lstrip().startswith("(")):
        lead = flow[max(0, start - _BEFORE) : start]
        if not _ALONE.search(lead if start > _BEFORE else f"\n{lead}"):
            return ""
    return " ".join(title.split())


def _is_broken(flow: str, start: int, end: int) -> bool:
    """Tell whether the next line may go on with a name: "Bộ Lao động / - Thương binh và Xã hội".

    In a list with dashes it does not.
    """
    own = flow[flow.rfind("\n", 0, start) + 1 : start].lstrip()
    return flow.startswith("\n", end) and bool(_DASH.match(flow, end)) and not _DASH.match(own)


def _is_whole(title: str) -> bool:
    """Tell whether a title is long enough for one, and closes what it opens."""
    pairs = (("(", ")"), ("“", "”"), ("[", "]"))
    return (
        len(title) >= _SHORTEST
        and all(title.count(opens) == title.count(closes) for opens, closes in pairs)
        and title.count('"') % 2 == 0
    )
