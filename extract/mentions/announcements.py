"""Names of documents that a decision issues or approves.

"Ban hành Quy chế …", "phê duyệt Kế hoạch …": such a document has a type and a title of its own. Its
name is read where the decision's own title or article says so, or where it stands before "ban hành
kèm theo Quyết định số …".
"""

import re
from collections.abc import Iterator, Sequence

from extract.grammar.citation import Citation
from extract.grammar.fields import fields_after
from extract.grammar.lexicon import bodies, types
from extract.grammar.registers import RegisterRow, title_start
from extract.head.header import Header
from extract.mentions.scheme_titles import goes_on, word_end
from extract.reading import MentionKind
from extract.text.layout import Layout
from extract.text.view import UPPER
from ontology.documents.document_types import TypeUse, acts, words_used
from ontology.institutions.body_heads import BodyUse

_NO_TYPES = (
    r"(?:Bộ|Bảng)[ ](?:đơn[ ]giá|giá|tiêu[ ]chí|định[ ]mức)|Bảng[ ]quy[ ]định|Đơn[ ]giá"
    r"|Định[ ]mức|Hệ[ ]thống|Chế[ ]độ"
)
"""What is issued like a document, and is no type of them."""
_TYPES = rf"(?:{types(TypeUse.ISSUED)}|{_NO_TYPES})"
_ISSUING = types(TypeUse.ISSUING)
_VERB = re.compile(
    rf"""[ ]*,?[ ]*\(?(?:(?:về|v/v)(?:[ ]việc)?[ ]+)?(?P<verb>phê[ ]duyệt|ban[ ]hành)[ ]+
        (?:kèm[ ]theo[ ])?(?:đầu[ ]tư[ ]|điều[ ]chỉnh[ ]|bổ[ ]sung[ ])?
    (?P<open>["“])?(?P<type>{_TYPES})(?P<gap>[ ]["“])?[ ](?=[^\W\d_])""",
    re.VERBOSE | re.IGNORECASE,
)
_ARTICLE = re.compile(
    rf"""(?:Điều[ ]\d+[.:][ ]*|(?P<self>Quyết[ ]định)[ ])?(?:Nay[ ])?
        (?P<verb>Phê[ ]duyệt|Ban[ ]hành)[ ]+
        (?:kèm[ ]theo[ ]{_ISSUING}[ ]này[ ]*:?[ ]*
        (?:là[ ])?(?:các[ ]|bản[ ])?)?
    (?P<open>["“])?(?P<type>{_TYPES})(?P<gap>[ ]["“])?[ ](?=[^\W\d_])""",
    re.VERBOSE | re.IGNORECASE,
)
_CHANGE = re.compile(
    rf"""[ ]*,?[ ]*\(?(?:(?:về|v/v)(?:[ ]việc)?[ ]+)?(?:sửa[ ]đổi|bổ[ ]sung|điều[ ]chỉnh|,[ ])+[ ]
    (?:(?:một[ ]số[ ])?(?:nội[ ]dung|điều)[ ](?:của[ ]|trong[ ]|tại[ ])?)?
    (?P<open>["“])?(?P<type>{types(TypeUse.PLAN)})(?P<gap>[ ]["“])?[ ]
    (?=(?:(?:triển[ ]khai|tổ[ ]chức|tiếp[ ]tục)[ ])*(?:thực[ ]hiện|triển[ ]khai)[ ]
      [^\W\d_]+(?:[ ][^\W\d_]+)*[ ]số[ ]\d)""",
    re.VERBOSE | re.IGNORECASE,
)
"""What an act changes and that has no number: "sửa đổi Kế hoạch thực hiện Nghị quyết số …"."""
_ALSO = re.compile(rf"[ ]*;[ ]*(?:và[ ])?(?P<type>{_TYPES})[ ](?=[^\W\d_])", re.IGNORECASE)
_ATTACHED = re.compile(
    r"[ ]\(?(?:được )?ban hành (?:kèm )?theo[ ](?:các[ ])?"
    rf"{_ISSUING}[ ]số",
    re.IGNORECASE,
)
_TYPE = re.compile(
    rf"(?<![^\W\d_])(?P<type>{_TYPES})[ ](?=(?:về|v/v|quản lý|tổ chức|hoạt động|làm việc"
    r"|phối hợp|một số|thực hiện|chức năng|chế độ|mức)[ ])",
    re.IGNORECASE,
)
_CAPITAL_TYPE = re.compile(
    rf"(?<![^\W\d_])(?P<type>{_TYPES})[ ](?!số[ :]*\d|hành động số|này|trên|nêu|nói)(?=[^\W\d_])"
)
_MAKER = re.compile(
    rf"[ ]do[ ](?:{bodies(BodyUse.ISSUES)}|[{UPPER}]\w+ ủy)(?![^\W\d_])"
    rf"[ ]?(?:[^,;()]|,(?=[ ][{UPPER}])){{0,60}}$"
)
"""The body that issues what is named: "… do Bộ Công Thương ban hành kèm theo"."""
_OF_A_BODY = re.compile(
    rf"[ ]của[ ]{bodies(BodyUse.ISSUES)}(?![^\W\d_])[^,;.:()\n]{{0,60}}?[ ](?:(?:để|nhằm)[ ])?"
    r"(?:(?:triển khai|tổ chức|tiếp tục)[ ])*(?:thực hiện|triển khai|cụ thể hóa)[ ]"
)
"""Whose plan it is stands before what it carries out: "Kế hoạch của … thực hiện …"."""
_PAIR = re.compile(
    r"[ ]và[ ](?:quy trình|trình tự|thủ tục|phương pháp|cách|thang điểm|tiêu chuẩn|định mức|đơn giá"
    r"|chỉ số|chỉ tiêu|mức|chế độ)[ ]"
)
"""A second thing that one title names: "Bộ tiêu chí và quy trình đánh giá …"."""
_PART = re.compile(r"[ ]tại[ ](?:Phụ lục|Điều|khoản|Chương|Mục)[ ](?:[IVXL]+|\d+)", re.IGNORECASE)
"""What is laid down in a part of an attached document is no document of its own."""
_CUT = re.compile(
    rf"[;.\n]|[ ]thay thế (?:cho )?(?={types(TypeUse.ALONE)})|[ ]và (?-i:(?={_TYPES}[ ]))",
    re.IGNORECASE,
)
_END = re.compile(
    rf"""
      [;\n)”] | [.](?=\s|$) | "(?=[ ]*[,;.)]|$)
    | [ ]ban[ ]hành[ ](?:kèm|theo)
    | ,[ ](?=[{UPPER}][^,;.:\n]{{2,60}}[ ](?:ban[ ]hành|xây[ ]dựng)[ ]
        (?:{types(TypeUse.ALONE)}|kế[ ]hoạch))
    | ,[ ](?=(?:các[ ])?(?:{types(TypeUse.ALONE)}|Công[ ]văn)[ ](?:liên[ ]tịch[ ])?số[ ]\d)
    | ,[ ](?=(?:thì|nếu|mà|trừ|được|cùng|{bodies(BodyUse.OWNER)})(?![^\W\d_]))
    | [ ](?:hết[ ]hiệu[ ]lực|bị[ ]bãi[ ]bỏ|được[ ]thay[ ]thế|kể[ ]từ[ ]ngày|có[ ]hiệu[ ]lực)
    | (?<!\d),?[ ](?:cho[ ])?đến[ ](?:hết[ ])?ngày[ ]\d
    | ,?[ ]với[ ](?:những|các)[ ]nội[ ]dung | ,?[ ](?:cụ[ ]thể[ ])?như[ ]sau
    | [ ]với[ ]\d+[ ](?:lượt|người|đại[ ]biểu|cán[ ]bộ|đảng[ ]viên|học[ ]viên|đồng[ ]chí)
    | [ ]và[ ](?={_ISSUING}[ ]số
        |(?:Điều|khoản|Phụ[ ]lục)[ ](?:\d|[IVXL]+\b)|điểm[ ][a-zđ][ ])
    | [ ]\((?=Chương|sau[ ]đây|gọi|kèm|ban|có)
    | ,?[ ](?:(?:để|nhằm|và)[ ])?(?=(?:sửa[ ]đổi,?[ ]bổ[ ]sung[ ](?:và|hoặc)[ ])?thay[ ]thế[ ]
        (?:cho[ ])?{types(TypeUse.ALONE)}[ ])
    """,
    re.VERBOSE,
)
_CARRIED = re.compile(r"(?:thực hiện|triển khai)[ ][^;.\n]*[ ]số[ ]\d")
"""What a plan carries out, so that "và Nghị quyết số …" goes on with it."""
_WORKING_RULES = re.compile(
    rf"""
    Quy[ ]chế[ ]làm[ ]việc[ ]của[ ]
    {bodies(BodyUse.OWNER)}
    (?:(?![ ]thay[ ]thế[ ])[^;.\n]){{0,120}}?
    (?: khóa[ ](?P<term>[IVXL]+) | nhiệm[ ]kỳ[ ]\d{{4}}[ ]?-[ ]?\d{{4}}  # the term closes the name
    | (?=[;.\n] | ,[ ](?!Bộ[ ]Chính|Ban)                               # "…, Bộ Chính trị và …"
        | [ ]\(?(?:được[ ])?ban[ ]hành[ ] | [ ]và[ ]các[ ])                # what follows the name
    )
    """,
    re.VERBOSE,
)
_BLANK = re.compile(r" của[ ]*(?:[.…(]|$)|[.…]{3}")
"""A name that a form leaves open: "Kế hoạch kiểm tra của ……"."""
_LONGEST = 320


def announced(
    layout: Layout,
    header: Header,
    numbered: Sequence[Citation],
    rows: Sequence[RegisterRow] = (),
) -> list[Citation]:
    """Return the names of what the text and the decisions that it cites issue or approve."""
    flow = layout.flow
    found = [
        *_working_rules(flow),
        *_by_cited(flow, numbered),
        *_by_row(flow, rows),
        *_by_title(flow, header),
        *_attached(flow),
    ]
    if acts(header.type):
        found += _by_article(layout, header.type)
    unique: dict[int, Citation] = {}
    for citation in found:
        unique.setdefault(citation.start, citation)
    return sorted(unique.values(), key=lambda citation: citation.start)


def _working_rules(flow: str) -> Iterator[Citation]:
    """Yield the working rules of a body, which Party documents name as their basis."""
    for match in _WORKING_RULES.finditer(flow):
        yield Citation(
            start=match.start(),
            end=match.end(),
            fields_end=match.end(),
            tier=MentionKind.NAMED,
            type="Quy chế",
            term=match["term"] or "",
            name=match.group(),
        )


def _by_cited(flow: str, numbered: Sequence[Citation]) -> Iterator[Citation]:
    for cited in numbered:
        match = _VERB.match(flow, cited.fields_end) or _CHANGE.match(flow, cited.fields_end)
        if match and cited.type in (*words_used(TypeUse.ISSUING), "Quy định", ""):
            yield from _named_at(flow, match)


def _by_row(flow: str, rows: Sequence[RegisterRow]) -> Iterator[Citation]:
    """Yield what a document of a register issues by the title in its row."""
    for row in rows:
        word, offset = title_start(flow, row.title) if row.title else ("", 0)
        match = _VERB.match(flow, offset) if acts(word) and word else None
        if match:
            yield from _named_at(flow, match)


def _by_title(flow: str, header: Header) -> Iterator[Citation]:
    if header.title_at is None or header.type not in words_used(TypeUse.ISSUING):
        return
    start = header.title_at[0]
    behind = start + len(header.type)
    if flow[start:behind].lower() == header.type.lower():
        start = behind
    match = _VERB.match(flow, start)
    if match:
        for citation in _named_at(flow, match):
            yield citation
            yield from _also(flow, citation.end)


def _by_article(layout: Layout, own_type: str) -> Iterator[Citation]:
    """Yield what the articles issue; a circular's forms are headed by decisions of others."""
    for block in layout.blocks:
        match = _ARTICLE.match(layout.flow, block.start)
        if match is None or (match["self"] and own_type != "Quyết định"):
            continue
        # "Phê duyệt phương án …" in a list of what a body does is a task of it, time and again.
        if match.start("verb") > block.start or match["type"][0].isupper():
            for citation in _named_at(layout.flow, match):
                yield citation
                yield from _also(layout.flow, citation.end)


def _also(flow: str, offset: int) -> Iterator[Citation]:
    """Yield the further names of a list: "Quy định …; Bộ đơn giá …"."""
    match = _ALSO.match(flow, offset)
    while match:
        citation = _named(flow, match.start("type"), match.end(), match["type"], quoted=False)
        yield citation
        match = _ALSO.match(flow, citation.end)


def _named_at(flow: str, match: re.Match[str]) -> Iterator[Citation]:
    after = flow[match.end() : match.end() + 60]
    if re.match(r"(?:liên tịch )?số[ :]", after):
        return
    whose = _OF_A_BODY.match(flow, match.end("type"))
    pair = _PAIR.match(flow, match.end("type"))
    if not whose and not pair and goes_on(flow, match.start("type"), match.end("type")):
        return
    named = _named(
        flow,
        match.start("type"),
        match.end(),
        match["type"],
        quoted=bool(match["open"] or match["gap"]),
    )
    if not _BLANK.search(flow, named.start, named.end + 6):
        yield named


def _named(flow: str, start: int, offset: int, word: str, *, quoted: bool) -> Citation:
    limit = min(len(flow), offset + _LONGEST)
    closing = (
        [spot for mark in '"”' if (spot := flow.find(mark, offset, limit)) > 0] if quoted else []
    )
    stop = _END.search(flow, offset, limit)
    while stop and stop.group() == " và " and _CARRIED.search(flow, offset, stop.start()):
        stop = _END.search(flow, stop.end(), limit)
    end = min(closing) if closing else stop.start() if stop else word_end(flow, offset, limit)
    end = offset + len(flow[offset:end].rstrip(" ,.;:"))
    fields = fields_after(flow, end)
    name = flow[start:end].replace('"', "").replace("“", "").replace("”", "")
    return Citation(
        start=start,
        end=end,
        fields_end=fields.end,
        tier=MentionKind.NAMED,
        type=word.capitalize(),
        date=fields.date,
        issuer=fields.issuer,
        name=name,
    )


def _attached(flow: str) -> Iterator[Citation]:
    """Yield the names that stand before "ban hành kèm theo Quyết định số …"."""
    offset = _next_attaching(flow, 0)
    while offset >= 0:
        start = max(0, offset - _LONGEST)
        match = _ATTACHED.search(flow, max(0, offset - 22), offset + 60)
        if match and start < match.start() < offset:
            cut = max(
                (stop.end() for stop in _CUT.finditer(flow, start, match.start())), default=start
            )
            word = _CAPITAL_TYPE.search(flow, cut, match.start())
            word = word or _TYPE.search(flow, cut, match.start())
            if word and match.group().startswith(" (B") and _goes_on_above(flow, word.start()):
                word = None
            maker = _MAKER.search(flow, word.end(), match.start()) if word else None
            end = maker.start() if maker else match.start()
            if word and end - word.end() > 8 and not _PART.search(flow, word.end(), end):
                yield Citation(
                    start=word.start(),
                    end=end,
                    fields_end=match.start(),
                    tier=MentionKind.NAMED,
                    type=word["type"].capitalize(),
                    name=flow[word.start() : end],
                )
        offset = _next_attaching(flow, offset + 1)


def _goes_on_above(flow: str, start: int) -> bool:
    """Tell whether a title begins before ``start``: "QUY CHẾ | Vận hành Hệ thống … (Ban hành"."""
    before = flow[flow.rfind("\n", 0, start) + 1 : start].strip()
    return bool(before) and not before.isupper()


def _next_attaching(flow: str, at: int) -> int:
    """Return where "kèm theo", or "theo" right behind "ban hành", stands next; -1 for nowhere."""
    found = (flow.find("kèm theo", at), flow.find("hành theo", at))
    return min((offset for offset in found if offset >= 0), default=-1)
