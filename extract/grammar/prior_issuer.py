"""Who issued a document, and when, where the text says so before the reference.

"Ngày 5/6/2019, UBND tỉnh đã ban hành Kế hoạch số …", "đề nghị của Sở Tư pháp tại Tờ trình số …",
"được UBND huyện phê duyệt tại Quyết định số …", "Tỉnh ủy đã tổng kết tại Báo cáo số …".
"""

import re
from dataclasses import dataclass

from extract.grammar.fields import ISSUER_END, iso_date, names_with_commas, written_out
from extract.grammar.lexicon import bodies
from ontology.dates import NO_DATE, PartialDate
from ontology.institutions.body_heads import BodyUse
from ontology.institutions.issuers import issuers_by_code

_HEAD = rf"(?<![^\W\d_]){bodies(BodyUse.ISSUES)}(?![^\W\d_])"
_BODY = re.compile(_HEAD, re.VERBOSE)
_ADVERB = r"""(?:đã|vừa|mới|cũng|đều|sẽ|kịp[ ]thời|sớm|tiếp[ ]tục|chủ[ ]động|khẩn[ ]trương
    |đồng[ ]thời|trực[ ]tiếp|lần[ ]lượt|lại|còn|chính[ ]thức)"""
_OF_OLD = r"\((?:trước[ ]đây|trước[ ]sáp[ ]nhập|(?:trước[ ]khi|nay[ ]là)[ ][^()\n]{2,40}|cũ)\)"
"""What tells of a body that it is no more: "UBND huyện A (trước đây) công nhận tại"."""
_ISSUES = re.compile(
    rf"""(?:[ ]{_OF_OLD})?(?P<adverbs>(?:[ ]{_ADVERB})*)[ ]
    (?:(?:ký[ ])?ban[ ]hành | xây[ ]dựng | có | ra | ký | phát[ ]hành | gửi | thông[ ]qua)
    (?:[ ](?:các|những))?[ ]$""",
    re.VERBOSE,
)
_NO_NAME = re.compile(
    r"""[ ](?:tham[ ]mưu|giúp|trình|đề[ ]nghị|phối[ ]hợp|tổng[ ]kết|sơ[ ]kết|họp|nghe|xem[ ]xét
    |thống[ ]nhất|căn[ ]cứ|quán[ ]triệt|tiến[ ]hành|đồng[ ]ý|vừa|mới|kịp|sớm|tiếp|chủ[ ]động
    |khẩn[ ]trương|đồng[ ]thời|đều|lại|chính[ ]thức)(?![^\W\d_])""",
    re.VERBOSE,
)
"""Words that end a body's name before a verb, besides those that end it anywhere."""
_CLAUSE_START = re.compile(r"(?:[,;:()\n]|(?<!\bT[PXTpxt])\.)")
_DATE_IN_FRONT = re.compile(
    r"""(?P<before>
      (?:^|[.;:,(\n\u2013-])[ ]* | (?:^|[ \n])(?:[Vv]ào|[Ss]áng|[Cc]hiều|[Tt]ối)[ ] | [ ]trong[ ]
    )?
    (?:[Nn]gày[ ]*(?P<day>\d{1,2})[ ]*(?:[/.-]|tháng)[ ]*(?P<month>\d{1,2})[ ]*(?:[/.-]|năm)[ ]*
        (?P<year>\d{4})
      | [Tt]háng[ ]*(?P<month2>\d{1,2})[ ]*(?:/|năm)[ ]*(?P<year2>\d{4})(?P<year3>)
    )(?:[ ]*,[ ]tại[ ][^,;.\n]{2,40})?[ ]*,?[ ]*$""",
    re.VERBOSE,
)
_PROPOSED_BY = re.compile(r"[Đđ]ề nghị của (?P<body>[^;.\n]{4,140}?)[ ]tại[ ]$")
_ASKED_BY = re.compile(
    rf"của (?P<body>{bodies(BodyUse.ISSUES)}[ ]"
    r"(?:(?!quy định|ban hành|được|cấp)[^,;.:()\n]){0,90}?)[ ](?:tại|theo)[ ](?:các )?$"
)
_PASSED_BY = re.compile(
    rf"""(?:(?:được|do|mà)[ ]|(?:^|[,;.:(\n\u2013])[ ]*)
    (?P<body>{_HEAD}[^,;.:()\n]{{0,70}}?)(?:[ ]{_OF_OLD})?(?:[ ]{_ADVERB})*[ ]
    (?:(?:phê[ ]duyệt|ban[ ]hành|thông[ ]qua|công[ ]bố|công[ ]nhận|chấp[ ]thuận|quy[ ]định
        |cụ[ ]thể[ ]hóa|tổng[ ]kết|sơ[ ]kết|đánh[ ]giá|chỉ[ ]đạo|hướng[ ]dẫn|yêu[ ]cầu|thông[ ]báo
        |kết[ ]luận|trả[ ]lời)(?:[ ][^\W\d_]+){{0,3}}?[ ](?:tại|theo|bằng|kèm[ ]theo)
      |(?:phân[ ]bổ|bố[ ]trí|giao|cấp|thành[ ]lập|kiện[ ]toàn|điều[ ]chỉnh|xếp[ ]hạng|cho[ ]phép
        |quyết[ ]định|đồng[ ]ý|thu[ ]hồi|khen[ ]thưởng|tặng)
        (?:[ ][^\W\d_]+){{0,3}}?[ ](?:tại|bằng)             # "theo" may be another's decision
    )[ ](?:các[ ])?$""",
    re.VERBOSE,
)
_REPORTED = re.compile(r"[ ](?:đã )?(?:báo cáo|trình|đề nghị|đề xuất|kiến nghị)$")
"""What a body did by the document in brackets: "nghe Sở Y tế báo cáo (Báo cáo số …)"."""
_CHANGE = r"(?:sửa[ ]đổi|bổ[ ]sung|thay[ ]thế|bãi[ ]bỏ|hủy[ ]bỏ|điều[ ]chỉnh|thu[ ]hồi)"
_ASKED_TO_CHANGE = re.compile(
    rf"""(?<![^\W\d_])(?i:đề[ ]nghị|kiến[ ]nghị|yêu[ ]cầu)[ ]
    (?P<body>{_HEAD}[^,;.:()\n]{{0,50}}?)(?:[ ]{_ADVERB}|[ ]xem[ ]xét,?|[ ]rà[ ]soát,?)*[ ]
    {_CHANGE}(?:(?:,|[ ]và|,[ ]và|[ ]hoặc)?[ ]{_CHANGE})*
    (?:[ ](?:một[ ]phần|toàn[ ]bộ|nội[ ]dung|một[ ]số[ ](?:điều|nội[ ]dung|quy[ ]định)|cho)
      |[ ]của|[ ]tại)*[ ](?:các[ ])?$""",
    re.VERBOSE,
)
_CHANGES = ("đổi ", "sung ", "thế ", "bỏ ", "ỉnh ", "hồi ", "phần ", "bộ ", "của ", "tại ", "các ")
"""What the words end with that may lead from who is asked for a change to what is changed."""
_WINDOW = 170
_LEADS = ("nh ", "ng ", "có ", "ra ", "ại ", "eo ", "ác ", "ký ", "ửi ", "ua ")
"""What the words end with that may lead from an issuer to a reference, at one look."""


@dataclass(frozen=True, slots=True)
class Prior:
    """What stands before a reference: who issued it, and when, with the offset of the date."""

    issuer: str = ""
    date: PartialDate = NO_DATE
    date_at: int = -1


NOTHING_BEFORE = Prior()


def issued_before(flow: str, start: int) -> Prior:
    """Return the body that stands before a reference as its issuer, and the date before that.

    >>> flow = "Ngày 05/6/2019, UBND tỉnh đã ban hành Kế hoạch số 31/KH-UBND"
    >>> issued_before(flow, flow.index("Kế"))
    Prior(issuer='UBND tỉnh', date='2019-06-05', date_at=0)
    """
    if not flow[max(0, start - 4) : start].endswith(_LEADS):
        return NOTHING_BEFORE
    window_start = max(0, start - _WINDOW)
    found = (
        _PROPOSED_BY.search(flow, window_start, start)
        or _ASKED_BY.search(flow, max(0, start - 110), start)
        or _PASSED_BY.search(flow, max(0, start - 130), start)
    )
    if found and (
        found.re is not _PASSED_BY or body_end(flow, *found.span("body")) == found.end("body")
    ):
        return Prior(written_out(found["body"].rstrip(" ,")))
    return _issued_by(flow, window_start, start)


def issuer_beside(flow: str, start: int, organ: str) -> str:
    """Return the body before a reference that its letters are those of.

    It stands right before the brackets of the reference, or is asked to change what it issued.

    >>> flow = "theo dõi của Văn phòng Tỉnh ủy (Báo cáo số 512-BC/VPTU)"
    >>> issuer_beside(flow, flow.index("Báo"), "VPTU")
    'Văn phòng Tỉnh ủy'
    >>> flow = "Đề nghị UBND tỉnh sớm sửa đổi Quyết định số 12/2018/QĐ-UBND"
    >>> issuer_beside(flow, flow.index("Quyết"), "UBND")
    'UBND tỉnh'
    """
    asked = None
    if flow[max(0, start - 5) : start].endswith(_CHANGES):
        asked = _ASKED_TO_CHANGE.search(flow, max(0, start - _WINDOW), start)
    if asked is None and flow[max(0, start - 2) : start] != " (":
        return ""
    names = {name for body in issuers_by_code(organ) for name in body.names}
    if asked:
        body = asked["body"].removeprefix("Chủ tịch ")
        return asked["body"] if body.startswith(tuple(names)) else ""
    before = _REPORTED.sub("", flow[max(0, start - _WINDOW) : start - 2])
    lower = before.lower()
    size = max((len(name) for name in names if lower.endswith(f" {name.lower()}")), default=0)
    return before[len(before) - size :] if size else ""


def _issued_by(flow: str, window_start: int, start: int) -> Prior:
    """Return who issued it by an active verb: "BODY đã ban hành"."""
    verb = _ISSUES.search(flow, window_start, start)
    if verb is None:
        return NOTHING_BEFORE
    clause = _clause_start(flow, window_start, verb.start())
    bounds = [clause]
    for breaks in (ISSUER_END, _NO_NAME):
        bounds += (found.end() for found in breaks.finditer(flow, clause, verb.start()))
    bounds = sorted(bounds)
    bodies: list[tuple[int, int]] = []
    for bound in bounds:
        head = _BODY.search(flow, bound, verb.start())
        if head and (not bodies or head.start() > bodies[-1][1]):
            bodies.append((head.start(), body_end(flow, head.start(), verb.start())))
    if not bodies or (len(bodies) > 1 and bodies[-1][1] < verb.start()):
        return NOTHING_BEFORE
    body_start, end = bodies[-1]
    issuer = written_out(flow[body_start:end].strip(" -"))
    when = _DATE_IN_FRONT.search(flow, max(0, body_start - 70), body_start)
    if when is None or when["before"] is None:
        return Prior(issuer)
    date_at = when.end("before")
    return Prior(issuer, iso_date(when), date_at)


def body_end(flow: str, start: int, limit: int) -> int:
    """Return where the name of the body that starts at ``start`` ends: before a verb or adverb."""
    ends = [
        found.start()
        for breaks in (ISSUER_END, _NO_NAME)
        if (found := breaks.search(flow, start, limit))
    ]
    return min([limit, *ends])


def _clause_start(flow: str, window_start: int, end: int) -> int:
    """Return where the clause before ``end`` begins; commas within a body's name are no border."""
    text = flow[window_start:end].lower()
    inside = {
        offset
        for name in names_with_commas()
        if name in text
        for offset in range(text.rfind(name), text.rfind(name) + len(name))
    }
    borders = (
        found.end()
        for found in _CLAUSE_START.finditer(flow, window_start, end)
        if found.start() - window_start not in inside
    )
    return max(borders, default=window_start)
