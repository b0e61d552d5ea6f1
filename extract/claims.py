"""How the references of a text are related: whose verb it is, and what it governs.

Each verb is attached to the nearest document that it belongs to: "61-KH/HU về thực hiện 69-KL/TU
về tiếp tục thực hiện Đề án X" gives 61 implements 69, and 69 continues X. A list shares its verb.
What no document's title says is said by the text itself, and only where its form says so.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.citation import Citation
from extract.cue import Governing, governing, is_wished
from extract.header import Header
from extract.layout import Block, Layout
from extract.mention import Tier
from ontology.relation import Relation

SELF = -1
"""The text's own document, where citations are counted from 0."""

_OPENER = re.compile(
    r"""[ ]*(?:,[ ]*(?=(?:về|v/v|quy[ ]định|ban[ ]hành)\b))?[(]?["“]?(?:
      về | v/v | quy[ ]định | hướng[ ]dẫn | phê[ ]duyệt | ban[ ]hành | sửa[ ]đổi | bổ[ ]sung | bãi[ ]bỏ | hủy[ ]bỏ
    | thay[ ]thế | triển[ ]khai | tổ[ ]chức | thực[ ]hiện | thi[ ]hành | tiếp[ ]tục | đẩy[ ]mạnh | cụ[ ]thể | công[ ]bố
    | đính[ ]chính | kéo[ ]dài | đình[ ]chỉ | ngưng | tạm | hợp[ ]nhất | sơ[ ]kết | tổng[ ]kết | kiểm[ ]tra | giám[ ]sát
    | tăng[ ]cường | để[ ] | nhằm | thành[ ]lập | điều[ ]chỉnh | chi[ ]tiết | báo[ ]cáo | quán[ ]triệt | đôn[ ]đốc
    )(?![^\W\d_])""",
    re.VERBOSE | re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[ ]*(?:[,;][ ]*(?:và|hoặc)?|và|hoặc|&|/|\+|)[ ]*(?:các|những|của|theo)?[ ]*(?:[-+])?[ ]*$")
_LIST_TITLE = re.compile(r"[ ]*,?[ ]*(?:về|v/v|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi)\b[^.\n]*?(?:[,;]|[ ]và)[ ]*(?:và[ ]*)?(?:các[ ]*)?$", re.I)
_ATTACHED = re.compile(r"[ ]*[,(]?[ ]*(?:được[ ])?ban hành[ ](?:kèm[ ])?theo[ ]*(?:các[ ])?$", re.I)
_CHANGED_BY = re.compile(
    r"""[ ]*[,(]*[ ]*(?:\([^()]{0,80}\)[ ]*)?(?:(?:đã[ ])?được|đã|bị)[ ](?P<verb>sửa[ ]đổi|bổ[ ]sung|thay[ ]thế|bãi[ ]bỏ|phê[ ]duyệt|ban[ ]hành|đính[ ]chính|hợp[ ]nhất)
    (?:,?[ ](?:và[ ])?(?:bổ[ ]sung|sửa[ ]đổi|thay[ ]thế|bãi[ ]bỏ))*(?:[ ](?:một[ ]số[ ](?:điều|nội[ ]dung)|theo[ ]quy[ ]định|kèm))*
    [ ](?:bởi|tại|theo|bằng)(?:[ ](?:các|quy[ ]định[ ]tại|khoản[ ]\d+|điểm[ ][a-zđ]|Điều[ ]\d+|của|,))*[ ]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_PASSIVE = {
    "sửa đổi": Relation.AMENDS, "bổ sung": Relation.AMENDS, "thay thế": Relation.REPLACES, "bãi bỏ": Relation.REPEALS,
    "phê duyệt": Relation.APPROVES, "ban hành": Relation.PROMULGATES, "đính chính": Relation.CORRECTS, "hợp nhất": Relation.CONSOLIDATES,
}
_LAPSES = re.compile(
    r"[ ](?:đều[ ])?(?:hết hiệu lực|chấm dứt hiệu lực|(?:bị|được) (?:bãi bỏ|hủy bỏ))(?:[ ](?:thi hành|toàn bộ|một phần))*"
    r"(?=[ ]*(?:[,.;]|kể từ|từ|khi|sau|\n|$))", re.I
)
_BESIDE = re.compile(
    r"(?:[ ]*[,;]?[ ]*(?:về|v/v|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi)\b[^.;]*?)?(?:[,;]|[ ]và)[ ]*(?:[^;.]{0,160}?(?:quy định )?tại[ ](?:[^;.]{0,60}[ ])?)?(?:các[ ])?$", re.I
)
_HEADED = re.compile(r"[ ]*(?:[^;.:]{0,160}?(?:quy định )?tại[ ](?:[^;.]{0,60}[ ])?|các[ ]|[^;.:]{0,80}?(?:khoản|điểm|Điều|Phụ lục)[ ][^;.:]{0,40})?$", re.I)
_BASIS = re.compile(r"[ ]*(?:[-+•][ ]*)?Căn cứ[ ]", re.I)
_NEXT_BASIS = re.compile(r";[ ]*(?:và[ ])?(?:Căn cứ[ ])?$")
_OPENING = re.compile(
    r"[ ]*(?:[-+•][ ]*|\d+[.)][ ]*)?(?:(?:Để|Nhằm)[ ])?(?:tiếp tục[ ])?(?:Thực hiện|Triển khai(?:,? thực hiện)?|Tổ chức(?: triển khai)? thực hiện|Thi hành)[ ]", re.I
)
_SECTION = re.compile(r"[ ]*(?:Điều[ ]1\b|(?:I|A|1)[ ]*[.\-/)]|Phần[ ]|PHẦN[ ]|Chương[ ])")
_CLAUSE_HEAD = re.compile(
    r"""(?:[ ]*(?:Điều[ ]\d+[a-zđ]?[.:]?|\d+(?:\.\d+)*[.)]|[a-zđ]\)|[-+•]|Nay\b|"|“|,|và|Đồng[ ]thời|Bộ[ ]trưởng.{0,60}|[^\W\d_]+(?:[ ][^\W\d_]+){0,2}[ ]này
      (?:[ ]có[ ]hiệu[ ]lực[^.;]{0,90}?[ ]và)?))*[ ]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_OPERATIVE = re.compile(r"[ ]*(?:Điều[ ]\d|\d+[.)]|[a-zđ]\)|[-+•]|Quyết định|Nghị|Thông tư|Nay|Bãi bỏ|Hủy bỏ|Phê duyệt|Ban hành|Sửa đổi|Thay thế)", re.I)
_OWN_ACTS = frozenset({
    Relation.AMENDS, Relation.REPEALS, Relation.REPLACES, Relation.APPROVES, Relation.PROMULGATES, Relation.SUSPENDS,
    Relation.EXTENDS, Relation.CORRECTS, Relation.CONSOLIDATES, Relation.DETAILS, Relation.GUIDES,
})
_GENERIC_OBJECT = re.compile(r"(?:các|những)[ ](?P<type>(?:Nghị định|Thông tư|Quyết định|Nghị quyết|văn bản|quy định))[ ](?:về[ ])?(?:đã[ ])?$")
_ADJACENT = frozenset({Relation.APPROVES, Relation.PROMULGATES})
_MARKER = re.compile(r"[ ]*(?:\d+(?:\.\d+)*[.)]|[a-zđ]{1,2}\)|[-+•])?[ ]*$")
_CLAUSE_END = re.compile(r"[.;:!?][ ]|\n")
_REVIEWERS = ("Báo cáo", "Kế hoạch", "Công văn", "Hướng dẫn", "Thông báo", "Tờ trình")
_CONFIDENCE = {"title": 0.95, "own-title": 0.95, "basis": 0.98, "opening": 0.9, "act": 0.92, "list": 0.88,
               "item": 0.9, "passive": 0.93, "attached": 0.95, "lapse": 0.85, "review": 0.85, "spread": 0.7, "cite": 0.6}


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two citations by their numbers, with the place in the flow that says so."""

    subject: int
    relation: Relation
    object: int
    start: int
    end: int
    rule: str
    review: str = ""
    years: float | None = None

    @property
    def confidence(self) -> float:
        """How sure the rule that made the link is, by what was seen on annotated texts."""
        return _CONFIDENCE[self.rule]


@dataclass(frozen=True, slots=True)
class _Here:
    """Where a reference stands: its block, what kind of place that is, and what leads up to it."""

    block: Block
    in_title: bool
    preamble: bool
    own_type: str


def link(layout: Layout, header: Header, citations: Sequence[Citation]) -> list[Link]:
    """Return the relations that the text states between its citations, in the order of the text."""
    flow = layout.flow
    links: list[Link] = []
    last_title = header.title_at[1] if header.title_at else 0
    first_section = _first_section(layout, last_title)
    links_of_lapse = _lapsed(layout, citations, last_title)
    carried: Governing | None = None
    previous_block: Block | None = None
    outer = -1
    for number, cited in enumerate(citations):
        block = layout.block_at(cited.start)
        if block is not previous_block:
            carried = _carried(layout, previous_block, block, carried)
            previous_block, outer = block, -1
        if outer >= 0 and cited.start < citations[outer].end:
            continue
        here = _Here(
            block,
            header.title_at is not None and header.title_at[0] <= cited.start < last_title,
            cited.start < first_section,
            header.type,
        )
        before = citations[outer] if outer >= 0 else None
        lead_start = before.tail if before else block.start
        found = _link(flow, citations, links, here, number, outer, min(lead_start, cited.start))
        if not found and carried and _MARKER.fullmatch(flow[block.start : cited.start]):
            found = [_made(SELF, carried, number, cited.start, cited.end, "item")]
        links.extend(found)
        outer = number
    said = {(one.relation, one.object) for one in links if one.subject == SELF}
    links.extend(one for one in links_of_lapse if (one.relation, one.object) not in said)
    return links


def _first_section(layout: Layout, title_end: int) -> int:
    for block in layout.blocks:
        if block.start >= title_end and _SECTION.match(layout.flow, block.start):
            return block.start
    return min(len(layout.flow), title_end + 4000)


def _carried(
    layout: Layout, before: Block | None, block: Block, carried: Governing | None
) -> Governing | None:
    """Return the verb of the line above a list of items ("Bãi bỏ các văn bản sau đây:")."""
    flow = layout.flow
    if not re.match(r"[ ]*(?:\d+(?:\.\d+)*[.)]|[a-zđ]{1,2}\)|[-+•])", flow[block.start : block.start + 12]):
        return None
    place = max(0, layout.number_of(block) - 1) if before is None or carried is None else None
    if place is None:
        return carried
    for above in reversed(layout.blocks[max(0, place - 1) : place + 1]):
        head = flow[above.start : above.end]
        own = re.match(
            r"[ ]*(?:Điều[ ]\d+[a-zđ]?\.|\d+\.)?[ ]*(?P<verb>bãi bỏ|hủy bỏ|thay thế|công bố|các (?:văn bản|quyết định|thông tư)[^.]{0,60}hết hiệu lực|hết hiệu lực)", head, re.I
        )
        if own and len(head) < 260:
            verb = own["verb"].lower()
            if verb.startswith("công bố") and "hết hiệu lực" not in head:
                continue
            relation = Relation.REPLACES if verb == "thay thế" else Relation.REPEALS
            return Governing(relation, 0, verb)
        if not re.match(r"[ ]*(?:\d+(?:\.\d+)*[.)]|[a-zđ]{1,2}\)|[-+•])", head):
            return None
    return None


def _link(
    flow: str, citations: Sequence[Citation], links: list[Link], here: _Here, number: int, outer: int, lead_start: int
) -> list[Link]:
    """Return the relations that lead to citation ``number`` from the one before it or from the text."""
    cited = citations[number]
    lead = flow[max(lead_start, cited.start - 240) : cited.start]
    if outer >= 0 and here.preamble and _NEXT_BASIS.search(lead) and _BASIS.match(flow, here.block.start):
        return [Link(SELF, Relation.BASED_ON, number, cited.start, cited.end, "basis")]
    if outer >= 0:
        turned = _turned(lead, outer, number, citations, links)
        if turned is not None:
            return turned
        if _SEPARATOR.fullmatch(lead):
            beyond = _beyond(flow, citations, links, outer, number)
            if beyond:
                return beyond
            elder = _elder(citations, links, outer, number)
            if elder != outer:
                return _shared(citations, links, elder, number, lead)
            return _shared(citations, links, outer, number, lead)
    sentence = max((m.end() for m in _CLAUSE_END.finditer(lead)), default=0)
    verb = governing(lead[sentence:])
    if verb is None:
        if (phrase := _phrase_change(flow, here, number, cited, outer)) is not None:
            return [phrase]
        if here.preamble and not here.in_title and _BASIS.match(flow, here.block.start):
            return _based(flow, citations, links, here, number, outer, lead)
        if outer >= 0 and _LIST_TITLE.fullmatch(lead):
            return _listed(citations, links, outer, number, cited.end)
        return []
    generic = _GENERIC_OBJECT.search(lead[: sentence + verb.start])
    if generic:
        return []
    at = lead_start if lead_start > cited.start - 240 else cited.start - 240
    start = at + sentence + verb.start
    head = flow[lead_start:start]
    if verb.relation in _ADJACENT and not _adjacent(flow[start + len(verb.phrase) : cited.start]):
        return []
    if outer >= 0 and not sentence and _OPENER.match(flow, lead_start):
        subject = _title_subject(citations, outer, verb, head)
        if subject is not None:
            begin = citations[subject].start if subject >= 0 else start
            return _both(subject, verb, number, begin, cited.end, "title", lead)
    return _own(flow, links, here, number, verb, start, cited.end, lead[:sentence] + lead[sentence:][: verb.start], lead)


def _beyond(
    flow: str, citations: Sequence[Citation], links: list[Link], outer: int, number: int
) -> list[Link]:
    """Return the verb before a plural that the title names by what it guides.

    "A sửa đổi các Nghị định hướng dẫn Luật B và Nghị định C": A amends C, and nothing is said of B.
    """
    if outer < 1:
        return []
    place = citations[outer - 1].tail
    lead = flow[place : citations[outer].start]
    inner = governing(lead)
    generic = _GENERIC_OBJECT.search(lead[: inner.start]) if inner else None
    if not generic or len(lead) > 240 or not _OPENER.match(flow, place):
        return []
    if not generic["type"].strip().endswith(citations[number].type):
        return []
    verb = governing(lead[: generic.start()])
    if verb is None:
        return []
    return [_made(outer - 1, verb, number, citations[outer - 1].start, citations[number].end, "title")]


def _elder(citations: Sequence[Citation], links: list[Link], outer: int, number: int) -> int:
    """Return the member of the list that ``number`` goes on with.

    "A quy định chi tiết Luật X và B": B stands beside A and not beside the law that A's title
    names, because it is of A's type.
    """
    member = outer
    for _ in range(3):
        if citations[member].type == citations[number].type:
            return member
        holder = next(
            (one.subject for one in reversed(links) if one.object == member and one.rule == "title"),
            SELF,
        )
        if holder == SELF:
            return outer
        member = holder
    return outer


_PHRASE = re.compile(
    r"[ ]*(?:Điều[ ]\d+[a-zđ]?\.[ ]*|\d+(?:\.\d+)*[.)][ ]*|[a-zđ]{1,2}\)[ ]*|[-+•][ ]*)?(?P<verb>Bãi bỏ|Thay thế|Bổ sung|Thay|Sửa đổi)(?:,? bổ sung)?[ ](?:một số |các )*cụm từ\b",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:Điều[ ]\d+[a-zđ]?|khoản[ ]\d+|điểm[ ][a-zđ]\d?|Phụ lục[ ]?\S*|Mục[ ]\S+|Chương[ ]\S+|tại|của|tên|ban hành kèm theo)[ ]*(?:\(?[^\W\d_]*\)?[ ])?$", re.IGNORECASE)


def _phrase_change(
    flow: str, here: _Here, number: int, cited: Citation, outer: int
) -> Link | None:
    """Return the change of single words: "Thay thế cụm từ “…” tại khoản 2 Điều 4 Thông tư số …"."""
    start = here.block.start
    verb = _PHRASE.match(flow, start)
    if verb is None or outer >= 0 or not _PART.search(flow, max(start, cited.start - 40), cited.start):
        return None
    relation = Relation.REPEALS if verb["verb"].lower() == "bãi bỏ" else Relation.AMENDS
    return Link(SELF, relation, number, verb.start("verb"), cited.end, "act")


def _title_subject(
    citations: Sequence[Citation], outer: int, verb: Governing, head: str
) -> int | None:
    """Return whose title the verb stands in, None where it stands in none."""
    if verb.relation is Relation.SUMMARIZES and citations[outer].type not in _REVIEWERS:
        return None
    if verb.relation in (Relation.DISSEMINATES, Relation.MONITORS) and "," in head:
        return None
    return None if is_wished(head) and "xây dựng" not in head else outer


def _both(
    subject: int, verb: Governing, number: int, start: int, end: int, rule: str, lead: str
) -> list[Link]:
    made = [_made(subject, verb, number, start, end, rule)]
    lower = lead.lower()
    if verb.relation in (Relation.GUIDES, Relation.IMPLEMENTS) and "quy định chi tiết" in lower:
        made = [replace(made[0], relation=Relation.DETAILS)]
    if verb.relation in (Relation.REPEALS, Relation.AMENDS) and re.search(r"sửa đổi, bổ sung (?:và|,) (?:hủy|bãi) bỏ", lower):
        other = Relation.AMENDS if verb.relation is Relation.REPEALS else Relation.REPEALS
        made.append(replace(made[0], relation=other))
    return made


def _made(subject: int, verb: Governing, number: int, start: int, end: int, rule: str) -> Link:
    return Link(subject, verb.relation, number, start, end, rule, verb.review, verb.years)


def _adjacent(filler: str) -> bool:
    """Tell whether a name follows its verb directly, so that it is what is approved or issued."""
    return re.fullmatch(
        r"[ ]*(?:kèm theo (?:Quyết định|Nghị định|Thông tư|Nghị quyết|Chỉ thị) này[ ]*:?|đầu tư|điều chỉnh|bổ sung|các|danh mục|toàn văn|nội dung)?(?: các)?[ ]*[\"“]?[ ]*",
        filler, re.I,
    ) is not None


def _turned(
    lead: str, outer: int, number: int, citations: Sequence[Citation], links: list[Link]
) -> list[Link] | None:
    """Return relations whose verb is in the passive: the later document acts on the earlier one."""
    end = citations[number].end
    if _ATTACHED.fullmatch(lead):
        return [Link(number, Relation.PROMULGATES, outer, citations[outer].start, end, "attached")]
    changed = _CHANGED_BY.fullmatch(lead)
    if changed:
        relation = _PASSIVE[re.sub(r"\s+", " ", changed["verb"].lower())]
        changed_one = _of_type(citations, links, outer, citations[number].type)
        return [Link(number, relation, changed_one, citations[changed_one].start, end, "passive")]
    return None


def _of_type(citations: Sequence[Citation], links: list[Link], outer: int, word: str) -> int:
    """Return the document that is changed: the one before, or the one whose title names it.

    "Nghị định A hướng dẫn Luật B được sửa đổi bởi Nghị định C": C changes what is of its own type.
    """
    if citations[outer].type != word:
        for one in reversed(links[-4:]):
            if one.object == outer and one.subject != SELF and citations[one.subject].type == word:
                return one.subject
    return outer


def _shared(
    citations: Sequence[Citation], links: list[Link], outer: int, number: int, lead: str
) -> list[Link]:
    """Return for a member of a list what was found for the member before it.

    A verb in another document's title goes on only to the same type, and not past a semicolon.
    """
    end = citations[number].end
    alike = citations[outer].type == citations[number].type and ";" not in lead
    shared = [
        replace(one, object=number, end=end, rule="list" if one.rule not in ("basis",) else one.rule)
        for one in links
        if one.object == outer and one.relation is not Relation.CITES and one.rule != "passive" and one.rule != "attached"
        and (one.subject == SELF or alike)
    ]
    shared += [
        replace(one, subject=number, start=citations[number].start, end=end, rule="list")
        for one in links
        if one.subject == outer and one.rule == "passive" and one.end == citations[outer].end
    ]
    return shared


def _listed(
    citations: Sequence[Citation], links: list[Link], outer: int, number: int, end: int
) -> list[Link]:
    """Return what a list of the text's own objects goes on with, after a title in between."""
    return [
        replace(one, object=number, end=end)
        for one in links
        if one.object == outer
        and (
            (one.subject == SELF and one.rule in ("own-title", "opening", "list", "basis", "act"))
            or (
                one.relation in (Relation.AMENDS, Relation.REPEALS, Relation.REPLACES)
                and one.rule in ("title", "list")
                and citations[outer].type == citations[number].type
            )
        )
    ]


def _based(
    flow: str, citations: Sequence[Citation], links: list[Link], here: _Here, number: int, outer: int, lead: str
) -> list[Link]:
    """Return the basis that a line "Căn cứ …" of the preamble names."""
    cited = citations[number]
    start = here.block.start
    if outer < 0:
        filler = _BASIS.sub("", flow[start : cited.start], count=1)
        return [Link(SELF, Relation.BASED_ON, number, start, cited.end, "basis")] if len(filler) < 90 else []
    in_list = re.search(r"(?:;|,| và)[ ]*(?:Căn cứ[ ])?$", lead)
    return [
        replace(one, object=number, end=cited.end)
        for one in links
        if in_list and one.object == outer and one.rule == "basis"
    ][:1]


def _own(
    flow: str, links: list[Link], here: _Here, number: int, verb: Governing, start: int, end: int, head: str, lead: str
) -> list[Link]:
    """Return what the text itself says it does with a document, where its form says so."""
    relation = verb.relation
    if here.in_title:
        return _both(SELF, verb, number, start, end, "own-title", lead)
    if relation is Relation.BASED_ON:
        return [_made(SELF, verb, number, here.block.start, end, "basis")] if here.preamble else []
    if relation in (Relation.IMPLEMENTS, Relation.CONTINUES):
        if here.preamble and here.block.note is None and (
            _OPENING.match(flow, here.block.start) and not head.strip(" -+•").replace("Để", "").replace("Nhằm", "").strip()
            or re.search(r"ban hành (?:Kế hoạch|Chương trình|Chỉ thị|Nghị quyết|Quyết định)[^.;]{0,60}$", head)
        ):
            return [_made(SELF, verb, number, start, end, "opening")]
        return []
    if relation is Relation.SUMMARIZES:
        if here.own_type in ("Báo cáo",) and verb.review and not is_wished(head):
            return [_made(SELF, verb, number, start, end, "review")]
        return []
    if relation in _OWN_ACTS:
        clause = _CLAUSE_END.split(head)[-1]
        operative = _OPERATIVE.match(flow, here.block.start) and not here.block.note
        if operative and _CLAUSE_HEAD.fullmatch(clause) and not is_wished(clause):
            return _both(SELF, verb, number, start, end, "act", lead)
        return []
    if relation in (Relation.DISSEMINATES, Relation.MONITORS):
        return [_made(SELF, verb, number, start, end, "spread")]
    return []


def _lapsed(layout: Layout, citations: Sequence[Citation], title_end: int) -> list[Link]:
    """Return the documents that a clause says have lapsed: its subjects, not what their titles name."""
    flow = layout.flow
    found: list[Link] = []
    starts = [one.start for one in citations]
    for lapse in _LAPSES.finditer(flow, title_end):
        block = layout.block_at(lapse.start())
        if not _OPERATIVE.match(flow, block.start) or block.note is not None:
            continue
        start = max(
            (one.end() for one in _CLAUSE_END.finditer(flow, block.start, lapse.start())),
            default=block.start,
        )
        tail = 0
        for number in range(bisect_left(starts, start), bisect_left(starts, lapse.start())):
            cited = citations[number]
            if cited.start < tail:
                continue
            before = flow[tail or start : cited.start]
            if not (_BESIDE.fullmatch(before) if tail else _HEADED.fullmatch(before)):
                break
            found.append(Link(SELF, Relation.REPEALS, number, cited.start, lapse.end(), "lapse"))
            tail = cited.tail
    return found
