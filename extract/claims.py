"""How the references of a text are related: whose verb it is, and what it governs.

Each verb is attached to the nearest document that it belongs to: "61-KH/HU về thực hiện 69-KL/TU
về tiếp tục thực hiện Đề án X" gives 61 implements 69, and 69 continues X. A list shares its verb.
What no document's title says is said by the text itself, and only where its form says so.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.citation import Citation
from extract.cue import Governing, governing, is_wished
from extract.header import Header
from extract.layout import Block, Layout
from extract.link import SELF, Link, made
from extract.lists import behind_a_title, beside, is_separator, names_a_plural
from extract.own_acts import (
    BASIS,
    CLAUSE_END,
    Heading,
    Here,
    first_basis,
    heading_above,
    item,
    lapsed,
    next_basis,
    own,
    phrase_change,
)
from extract.passive import turned
from ontology.relation import Relation

_OPENER = re.compile(
    r"""[ ]*(?:,[ ]*(?=(?:về|v/v|quy[ ]định|ban[ ]hành)\b))?[(]?["“]?(?:
      về | v/v | quy[ ]định | hướng[ ]dẫn | phê[ ]duyệt | ban[ ]hành | sửa[ ]đổi | bổ[ ]sung | bãi[ ]bỏ | hủy[ ]bỏ
    | thay[ ]thế | triển[ ]khai | tổ[ ]chức | thực[ ]hiện | thi[ ]hành | tiếp[ ]tục | đẩy[ ]mạnh | cụ[ ]thể
    | công[ ]bố | đính[ ]chính | kéo[ ]dài | đình[ ]chỉ | ngưng | tạm | hợp[ ]nhất | sơ[ ]kết | tổng[ ]kết
    | kiểm[ ]tra | giám[ ]sát | tăng[ ]cường | để[ ] | nhằm | thành[ ]lập | điều[ ]chỉnh | chi[ ]tiết
    | báo[ ]cáo | quán[ ]triệt | đôn[ ]đốc
    )(?![^\W\d_])""",
    re.VERBOSE | re.IGNORECASE,
)
_SECTION = re.compile(r"[ ]*(?:Điều[ ]1\b|(?:I|A|1)[ ]*[.\-/)]|Phần[ ]|PHẦN[ ]|Chương[ ])")
_NEXT_BASIS = re.compile(r"(?:;|,| và)[ ]*(?:và[ ])?(?:Căn cứ[ ])?(?:các[ ])?$")
_ALIAS = re.compile(
    r"\((?:sau đây |dưới đây )?(?:được )?(?:gọi|viết)[^()\n]{2,90}\)", re.IGNORECASE
)
_THIS_DOCUMENT = re.compile(
    r"[ ](?:kèm[ ])?theo[ ](?:Quyết định|Nghị định|Thông tư|Nghị quyết|Chỉ thị)[ ]này[ ]*:?(?:[ ]là)?"
    r"(?:[ ](?:bản|các|những))?[ ]*$",
    re.IGNORECASE,
)
_ATTACHMENT = re.compile(
    r"(?:của[ ])?(?:bản[ ])?(?:Quy định|Quy chế|Điều lệ|Danh mục|Bảng giá|Đơn giá|Phụ lục|Kế hoạch|Đề án|Hướng dẫn)"
    r"[ ](?:được[ ])?ban hành[ ](?:kèm[ ])?theo[ ]$",
    re.IGNORECASE,
)
_BODY = (
    r"(?:Ủy ban|UBND|HĐND|Hội đồng nhân dân|Ban Thường vụ|BTV|Ban Chấp hành|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Đảng ủy"
    r"|Chính phủ|Thủ tướng|Bộ|Ban Chỉ đạo|Sở|Ban Dân vận|Văn phòng)"
)
_MAIN_CLAUSE = re.compile(
    rf",[ ]{_BODY}[^,;.]{{0,60}}?[ ](?:đã[ ])?(?:ban hành|báo cáo|xây dựng|hướng dẫn|yêu cầu|đề nghị)(?![^\W\d_])"
)
_ISSUED = re.compile(
    rf",[ ]{_BODY}[^,;.]{{0,60}}?[ ](?:đã[ ])?(?:ban hành|xây dựng)[ ](?:các[ ])?$"
)
_CARRYING_OUT = re.compile(
    r"(?:^|[.;:][ ])[ ]*(?:[-+•][ ]*|\d+[.)][ ]*|[a-zđ]\)[ ]*)?(?:Để[ ]|Nhằm[ ])?(?:triển khai[ ])?"
    r"(?:thực hiện|cụ thể hóa|triển khai|thi hành|tổ chức thực hiện)[ ]$",
    re.IGNORECASE,
)
_ADJACENT = re.compile(
    r"[ ]*(?:đầu tư|điều chỉnh|bổ sung|các|danh mục|toàn văn|nội dung|bản)?(?: các)?[ ]*[\"“]?[ ]*",
    re.I,
)
_REVIEWERS = ("Báo cáo", "Kế hoạch", "Công văn", "Hướng dẫn", "Thông báo", "Tờ trình")
_OLDER = frozenset(
    {Relation.AMENDS, Relation.REPEALS, Relation.REPLACES, Relation.GUIDES, Relation.DETAILS}
)
_BOTH = re.compile(r"sửa đổi, bổ sung (?:và|,) (?:hủy|bãi) bỏ")
_WIDEST = 240


def link(layout: Layout, header: Header, citations: Sequence[Citation]) -> list[Link]:
    """Return the relations that the text states between its citations, in the order of the text."""
    flow = _without_aliases(layout.flow)
    links: list[Link] = []
    title_end = header.title_at[1] if header.title_at else 0
    first_section = _first_section(layout, title_end)
    heading: Heading | None = None
    previous: Block | None = None
    outer = -1
    for number, cited in enumerate(citations):
        block = layout.block_at(cited.start)
        if block is not previous:
            heading = heading_above(layout, block, heading)
            previous, outer = block, -1
        if flow[cited.start] == " ":
            continue
        if outer >= 0 and cited.start < citations[outer].end:
            links.extend(_within(citations, outer, number))
            continue
        in_title = header.title_at is not None and header.title_at[0] <= cited.start < title_end
        here = Here(block, in_title, cited.start < first_section, header.type)
        found = _to(flow, citations, links, here, number, outer)
        if not found and heading and (listed := item(heading, flow, block, number, cited)):
            found = [listed]
        kept = [one for one in found if not _is_anachronism(citations, one)]
        if found and not kept and _is_basis(cited) and _in_preamble(flow, here):
            kept = [next_basis(here, number, cited)]
        links.extend(kept)
        outer = number
    said = {(one.relation, one.object) for one in links if one.subject == SELF}
    links += [
        one
        for one in lapsed(layout, citations, title_end)
        if (one.relation, one.object) not in said
    ]
    return links


def _without_aliases(flow: str) -> str:
    """Return ``flow`` with "(sau đây gọi tắt là …)" blanked out: it stands in the way of lists."""
    if "gọi" not in flow and "viết" not in flow:
        return flow
    return _ALIAS.sub(lambda match: " " * len(match.group()), flow)


def _first_section(layout: Layout, title_end: int) -> int:
    for block in layout.blocks:
        if block.start >= title_end and _SECTION.match(layout.flow, block.start):
            return block.start
    return min(len(layout.flow), title_end + 4000)


def _within(citations: Sequence[Citation], outer: int, number: int) -> list[Link]:
    """Return what a name that holds another name does with it: an amending law amends it."""
    name = citations[outer].name.lower()
    if name.startswith(("luật sửa đổi", "pháp lệnh sửa đổi", "bộ luật sửa đổi")):
        start, end = citations[outer].start, citations[number].end
        return [Link(outer, Relation.AMENDS, number, start, end, "title")]
    return []


def _to(
    flow: str, citations: Sequence[Citation], links: list[Link], here: Here, number: int, outer: int
) -> list[Link]:
    """Return the relations that lead to citation ``number`` from the one before it or from the text."""
    cited = citations[number]
    lead_start = min(citations[outer].tail if outer >= 0 else here.block.start, cited.start)
    at = max(lead_start, cited.start - _WIDEST)
    lead = flow[at : cited.start]
    based = _in_preamble(flow, here)
    if based and outer >= 0 and ";" in lead[-4:]:
        return [next_basis(here, number, cited)]
    if outer >= 0:
        passive = turned(citations, links, outer, number, lead)
        if passive is not None:
            return passive
        if is_separator(lead):
            listed = beside(flow, citations, links, outer, number, lead)
            return listed or (
                [next_basis(here, number, cited)] if based and _is_basis(cited) else []
            )
    attachment = _ATTACHMENT.search(lead)
    words = lead[: attachment.start()] if attachment else _THIS_DOCUMENT.sub(" ", lead)
    sentence = max((match.end() for match in CLAUSE_END.finditer(words)), default=0)
    verb = governing(words[sentence:])
    if verb is None or names_a_plural(words[: sentence + verb.start]):
        return _without_verb(
            flow, citations, links, here, number, outer, lead, based=based and verb is None
        )
    start = at + sentence + verb.start
    if verb.relation in (Relation.APPROVES, Relation.PROMULGATES):
        filler = words[sentence + verb.start + len(verb.phrase) :]
        if attachment or not _ADJACENT.fullmatch(filler):
            return []
    object_ = _attached_to(citations, links, number) if attachment else number
    return _by_verb(
        flow, citations, here, outer, object_, verb, start, cited.end, lead_start, words
    )


def _in_preamble(flow: str, here: Here) -> bool:
    """Tell whether a reference stands in a line "Căn cứ …" of the preamble."""
    return here.preamble and not here.in_title and BASIS.match(flow, here.block.start) is not None


def _by_verb(
    flow: str,
    citations: Sequence[Citation],
    here: Here,
    outer: int,
    number: int,
    verb: Governing,
    start: int,
    end: int,
    lead_start: int,
    words: str,
) -> list[Link]:
    """Return the relation that a verb at ``start`` makes: in the title before it, or the text's own."""
    head = flow[lead_start:start]
    main = _MAIN_CLAUSE.search(flow, lead_start, start + len(verb.phrase) + 1)
    ended = CLAUSE_END.search(head) is not None
    if outer >= 0 and not main and not ended and _OPENER.match(flow, lead_start):
        if _is_in_title(citations[outer], verb, head):
            return _completed(
                made(outer, verb, number, citations[outer].start, end, "title"), words
            )
    link_ = own(here, flow, number, verb, start, end, flow[main.end() : start] if main else head)
    return _completed(link_, words) if link_ else []


def _is_in_title(before: Citation, verb: Governing, head: str) -> bool:
    """Tell whether a verb behind a reference stands in the title of that document."""
    if verb.relation is Relation.SUMMARIZES and before.type not in _REVIEWERS:
        return False
    if verb.relation in (Relation.DISSEMINATES, Relation.MONITORS) and "," in head:
        return False
    return not is_wished(head) or "xây dựng" in head


def _completed(one: Link, words: str) -> list[Link]:
    """Return a link with what the words around its verb add to it."""
    lower = words.lower()
    if one.relation in (Relation.GUIDES, Relation.IMPLEMENTS) and "quy định chi tiết" in lower:
        return [replace(one, relation=Relation.DETAILS)]
    if one.relation in (Relation.REPEALS, Relation.AMENDS) and _BOTH.search(lower):
        other = Relation.AMENDS if one.relation is Relation.REPEALS else Relation.REPEALS
        return [one, replace(one, relation=other)]
    return [one]


def _without_verb(
    flow: str,
    citations: Sequence[Citation],
    links: list[Link],
    here: Here,
    number: int,
    outer: int,
    lead: str,
    *,
    based: bool,
) -> list[Link]:
    """Return the relations of a reference that no verb governs."""
    cited = citations[number]
    if outer < 0 and (phrase := phrase_change(here, flow, number, cited)) is not None:
        return [phrase]
    if based and outer < 0:
        return first_basis(here, flow, number, cited)
    if based and _NEXT_BASIS.search(lead):
        listed = behind_a_title(citations, links, outer, number, lead)
        return listed or ([next_basis(here, number, cited)] if _is_basis(cited) else [])
    if outer >= 0 and _ISSUED.search(lead):
        return _issued(flow, citations, here, number)
    return behind_a_title(citations, links, outer, number, lead) if outer >= 0 else []


def _is_basis(cited: Citation) -> bool:
    """Tell whether a member of a line "Căn cứ …" is what a text is based on, and not its matter."""
    return cited.symbol is not None or cited.type in (
        "Luật",
        "Bộ luật",
        "Pháp lệnh",
        "Nghị quyết",
        "Quy chế",
        "Điều lệ",
    )


def _issued(flow: str, citations: Sequence[Citation], here: Here, number: int) -> list[Link]:
    """Return what a body issued in order to carry out: "Thực hiện X, Huyện ủy ban hành Kế hoạch Y"."""
    first = number
    while first > 0 and citations[first - 1].start >= here.block.start:
        first -= 1
        if _CARRYING_OUT.search(flow, here.block.start, citations[first].start):
            start, end = citations[first].start, citations[number].end
            return [Link(number, Relation.IMPLEMENTS, first, start, end, "issued")]
    return []


def _attached_to(citations: Sequence[Citation], links: list[Link], number: int) -> int:
    """Return the document that a decision issued, where the text named it before; else the decision."""
    cited = citations[number]
    for one in links:
        decision = citations[one.subject] if one.subject != SELF else None
        if (
            one.relation is Relation.PROMULGATES
            and decision is not None
            and decision.symbol is not None
            and decision.symbol == cited.symbol
        ):
            return one.object
    return number


def _is_anachronism(citations: Sequence[Citation], one: Link) -> bool:
    """Tell whether a document would change or explain one that is younger than itself."""
    if one.subject == SELF or one.relation not in _OLDER:
        return False
    subject, object_ = citations[one.subject], citations[one.object]
    if len(subject.date) == len(object_.date) == 10:
        return object_.date > subject.date
    years = [cited.date[:4] or str(cited.year or "") for cited in (subject, object_)]
    return all(years) and years[1] > years[0]
