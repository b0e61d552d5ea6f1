"""What a text says that it does itself: in its title, its preamble, its opening and its articles."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.citation import Citation
from extract.cue import Governing, is_wished
from extract.layout import Block, Layout
from extract.link import SELF, Link, made
from ontology.relation import Relation

ACTS = frozenset(
    {
        "Quyết định",
        "Nghị quyết",
        "Nghị định",
        "Thông tư",
        "Luật",
        "Bộ luật",
        "Pháp lệnh",
        "Quy định",
        "Quy chế",
        "Thông tư liên tịch",
        "Nghị quyết liên tịch",
        "Lệnh",
        "Sắc lệnh",
        "",
    }
)
"""The types of document that act by their words; a plan or a report only speaks of acts."""

_OWN = frozenset(
    {
        Relation.AMENDS,
        Relation.REPEALS,
        Relation.REPLACES,
        Relation.APPROVES,
        Relation.PROMULGATES,
        Relation.SUSPENDS,
        Relation.EXTENDS,
        Relation.CORRECTS,
        Relation.CONSOLIDATES,
        Relation.DETAILS,
        Relation.GUIDES,
    }
)
BASIS = re.compile(r"[ ]*(?:[-+•][ ]*)?Căn cứ[ ]", re.IGNORECASE)
_OPENING = re.compile(
    r"[ ]*(?:[-+•][ ]*|\d+[.)][ ]*)?(?:(?:Để|Nhằm)[ ])?(?:tiếp tục[ ])?"
    r"(?:Thực hiện|Triển khai(?:,? thực hiện)?|Tổ chức(?: triển khai)? thực hiện|Thi hành|Cụ thể hóa)[ ]",
    re.IGNORECASE,
)
_ISSUES_A_PLAN = re.compile(
    r"ban hành (?:Kế hoạch|Chương trình|Chỉ thị|Nghị quyết|Quyết định)[^.;]{0,60}$"
)
_MARK = r"(?:Điều[ ]\d+[a-zđ]?[.:]?|\d+(?:\.\d+)*[.)]|[a-zđ]{1,2}\)|[-+•])"
_CLAUSE_HEAD = re.compile(
    rf"""(?:[ ]*(?:{_MARK}|Nay\b|"|“|,|và|Đồng[ ]thời|Bộ[ ]trưởng.{{0,60}}
      | [^\W\d_]+(?:[ ][^\W\d_]+){{0,2}}[ ]này(?:[ ]có[ ]hiệu[ ]lực[^.;]{{0,90}}?[ ]và)?
      | (?:Quyết[ ]định|Nghị[ ]quyết|Thông[ ]tư|Nghị[ ]định)[ ]có[ ]hiệu[ ]lực[^.;]{{0,90}}?[ ]và))*[ ]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_THIS = re.compile(r"[^\W\d_]+(?:[ ][^\W\d_]+){0,2}[ ]này[ ]")
_OPERATIVE = re.compile(
    rf"[ ]*(?:{_MARK}|Quyết định|Nghị|Thông tư|Nay|Bãi bỏ|Hủy bỏ|Phê duyệt|Ban hành|Sửa đổi|Thay thế|{_THIS.pattern})",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[ ]*(?:\d+(?:\.\d+)*[.)]|[a-zđ]{1,2}\)|[-+•])")
_WISHING_ITEM = re.compile(
    rf"[ ]*{_MARK}?[ ]*(?:Kiến nghị|Đề nghị|Đề xuất|Tham mưu|Nghiên cứu|Rà soát)", re.IGNORECASE
)
_LIST_HEADING = re.compile(
    r"[ ]*(?:Điều[ ]\d+[a-zđ]?\.|\d+\.)?[ ]*(?P<verb>bãi bỏ|hủy bỏ|thay thế|công bố|hết hiệu lực"
    r"|các (?:văn bản|quyết định|thông tư)[^.]{0,60}hết hiệu lực)",
    re.IGNORECASE,
)
_PHRASE = re.compile(
    rf"[ ]*{_MARK}?[ ]*(?P<verb>Bãi bỏ|Thay thế|Bổ sung|Thay|Sửa đổi)(?:,? bổ sung)?[ ](?:một số |các )*cụm từ\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:Điều[ ]\d+[a-zđ]?|khoản[ ]\d+|điểm[ ][a-zđ]\d?|Phụ lục[ ]?\S*|Mục[ ]\S+|Chương[ ]\S+|tại|của|tên"
    r"|ban hành kèm theo)[ ]*(?:\(?[^\W\d_]*\)?[ ])?$",
    re.IGNORECASE,
)
_LAPSES = re.compile(
    r"[ ](?:đều[ ])?(?:hết hiệu lực|chấm dứt hiệu lực|(?:bị|được) (?:bãi bỏ|hủy bỏ))"
    r"(?:[ ](?:thi hành|toàn bộ|một phần))*(?=[ ]*(?:[,.;]|kể từ|từ|khi|sau|\n|$))",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?:[ ]*[,;]?[ ]*(?:về|v/v|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|điều chỉnh|thành lập)\b[^.;]*?)?(?:[,;]|[ ]và)[ ]*"
    r"(?:[^;.]{0,160}?(?:quy định )?tại[ ](?:[^;.]{0,60}[ ])?)?(?:các[ ])?$",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"[ ]*(?:[^;.:]{0,160}?(?:quy định )?tại[ ](?:[^;.]{0,60}[ ])?|các[ ]"
    r"|[^;.:]{0,80}?(?:khoản|điểm|Điều|Phụ lục)[ ][^;.:]{0,40})?$",
    re.IGNORECASE,
)
_MARKED = re.compile(rf"[ ]*{_MARK}[ ]*")
CLAUSE_END = re.compile(r"[.;:!?][ ]|\n")
_LONGEST_BASIS = 400


@dataclass(frozen=True, slots=True)
class Here:
    """Where a reference stands: its block, what kind of place that is, and the text's own type."""

    block: Block
    in_title: bool
    preamble: bool
    own_type: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The verb of the line above a list of items, and where that line stands."""

    verb: Governing
    start: int
    end: int


def own(
    here: Here, flow: str, number: int, verb: Governing, start: int, end: int, head: str
) -> Link | None:
    """Return what the text itself does with a document, None where its form does not say so.

    ``start`` is where the verb stands, ``head`` what leads up to it.
    """
    relation = verb.relation
    if here.in_title:
        return made(SELF, verb, number, start, end, "own-title")
    if relation is Relation.BASED_ON:
        return made(SELF, verb, number, here.block.start, end, "basis") if here.preamble else None
    if relation in (Relation.IMPLEMENTS, Relation.CONTINUES):
        return made(SELF, verb, number, start, end, "opening") if _opens(here, flow, head) else None
    if relation is Relation.SUMMARIZES:
        wished = is_wished(head) or _WISHING_ITEM.match(flow, here.block.start)
        reported = here.own_type == "Báo cáo" and (verb.review or here.preamble) and not wished
        return made(SELF, verb, number, start, end, "review") if reported else None
    if relation in _OWN:
        return made(SELF, verb, number, start, end, "act") if _acts(here, flow, head) else None
    if relation in (Relation.DISSEMINATES, Relation.MONITORS):
        return made(SELF, verb, number, start, end, "spread")
    return None


def _opens(here: Here, flow: str, head: str) -> bool:
    """Tell whether the text opens with "Thực hiện …, UBND ban hành kế hoạch"."""
    if not here.preamble or here.block.note is not None:
        return False
    bare = head.strip(" -+•").removeprefix("Để").removeprefix("Nhằm").strip()
    return (not bare and _OPENING.match(flow, here.block.start) is not None) or (
        _ISSUES_A_PLAN.search(head) is not None
    )


def _acts(here: Here, flow: str, head: str) -> bool:
    """Tell whether a verb at the head of a clause is the text's own act."""
    clause = CLAUSE_END.split(head)[-1]
    if here.block.note is not None or is_wished(clause) or not _CLAUSE_HEAD.fullmatch(clause):
        return False
    if here.own_type not in ACTS and not _THIS.search(clause):
        return False
    return _OPERATIVE.match(flow, here.block.start) is not None


def first_basis(here: Here, flow: str, number: int, cited: Citation) -> list[Link]:
    """Return the first basis of a line "Căn cứ …"; long words in between make it another matter."""
    start = here.block.start
    filler = BASIS.sub("", flow[start : cited.start], count=1)
    return (
        [Link(SELF, Relation.BASED_ON, number, start, cited.end, "basis")]
        if len(filler) < 90
        else []
    )


def next_basis(here: Here, number: int, cited: Citation) -> Link:
    """Return a further basis of the same line."""
    start = here.block.start
    near = cited.end - start <= _LONGEST_BASIS
    context = None if near else (start, start + len("Căn cứ"))
    return Link(
        SELF,
        Relation.BASED_ON,
        number,
        start if near else cited.start,
        cited.end,
        "basis",
        context=context,
    )


def heading_above(layout: Layout, block: Block, heading: Heading | None) -> Heading | None:
    """Return the verb that the items of a list share ("Bãi bỏ các văn bản sau đây:").

    ``heading`` is that of the item before, which goes on while items follow each other.
    """
    flow = layout.flow
    if not _ITEM.match(flow, block.start):
        return None
    place = layout.number_of(block)
    above = layout.blocks[max(0, place - 1)]
    if heading is not None and _ITEM.match(flow, above.start):
        return heading
    line = flow[above.start : above.end]
    found = _LIST_HEADING.match(line)
    if found is None or len(line) > 260 or above is block:
        return None
    verb = found["verb"].lower()
    if verb.startswith("công bố") and "hết hiệu lực" not in line:
        return None
    relation = Relation.REPLACES if verb == "thay thế" else Relation.REPEALS
    return Heading(Governing(relation, 0, verb), above.start, above.end)


def item(heading: Heading, flow: str, block: Block, number: int, cited: Citation) -> Link | None:
    """Return what the heading of a list says of the document that an item begins with."""
    before = flow[block.start : cited.start]
    if before.strip() and not _MARKED.fullmatch(before):
        return None
    link = made(SELF, heading.verb, number, cited.start, cited.end, "item")
    return replace(link, context=(heading.start, heading.end))


def phrase_change(here: Here, flow: str, number: int, cited: Citation) -> Link | None:
    """Return the change of single words: "Thay thế cụm từ “…” tại khoản 2 Điều 4 Thông tư số …"."""
    start = here.block.start
    verb = _PHRASE.match(flow, start)
    if verb is None or not _PART.search(flow, max(start, cited.start - 40), cited.start):
        return None
    relation = Relation.REPEALS if verb["verb"].lower() == "bãi bỏ" else Relation.AMENDS
    return Link(SELF, relation, number, verb.start("verb"), cited.end, "act")


def lapsed(layout: Layout, citations: Sequence[Citation], title_end: int) -> Iterator[Link]:
    """Yield the documents that a clause says have lapsed: its subjects, not what their titles name."""
    flow = layout.flow
    starts = [one.start for one in citations]
    for lapse in _LAPSES.finditer(flow, title_end):
        block = layout.block_at(lapse.start())
        if not _OPERATIVE.match(flow, block.start) or block.note is not None:
            continue
        marked = _MARKED.match(flow, block.start)
        start = max(
            (one.end() for one in CLAUSE_END.finditer(flow, block.start, lapse.start())),
            default=block.start,
        )
        start = max(start, marked.end() if marked else 0)
        tail = 0
        for number in range(bisect_left(starts, start), bisect_left(starts, lapse.start())):
            cited = citations[number]
            if cited.start < tail:
                continue
            before = flow[tail or start : cited.start]
            if not (_BESIDE.fullmatch(before) if tail else _HEADED.fullmatch(before)):
                break
            yield Link(SELF, Relation.REPEALS, number, cited.start, lapse.end(), "lapse")
            tail = cited.tail
