"""Relations told from the end: what was changed, issued or approved stands first.

"Luật A được sửa đổi, bổ sung bởi Luật B"; "Quy chế X ban hành kèm theo Quyết định số Y".
"""

import re
from dataclasses import dataclass

from extract.grammar.clauses import MARK
from extract.grammar.lexicon import bodies, types
from extract.relations.deeds.told import BODY
from extract.relations.discourse import Discourse, Spot
from extract.relations.link import SELF, Link
from extract.relations.lists import is_separator
from ontology.documents.document_types import TypeUse
from ontology.documents.relation import Relation
from ontology.institutions.body_heads import BodyUse

_ATTACHED = re.compile(
    r"[ ]*[,(]?[ ]*(?:được[ ])?ban hành[ ](?:kèm[ ])?theo[ ]*(?:các[ ])?$", re.IGNORECASE
)
_BODIES = r"(?:sở|ban|ngành|cấp|đơn[ ]vị|cơ[ ]quan|địa[ ]phương|huyện|xã|phường)"
_AGENT = rf"(?:{BODY}|{bodies(BodyUse.ISSUES)}(?![^\W\d_]))[^,;.()\n\d]{{0,50}}?[ ]"
_AGENTS = rf"(?:{_AGENT}|các[ ]{_BODIES}(?:(?:,|[ ]và)[ ](?:các[ ])?{_BODIES})*[ ])"
_CHANGED_BY = re.compile(
    rf"""(?:^|[ ,;(\[])(?P<aux>
      (?:nay[ ]|đã[ ]|vừa[ ]|tiếp[ ]tục[ ])*(?:được|bị)[ ]{_AGENTS}?(?:ký[ ]|tổ[ ]chức[ ]|và[ ])*
    | (?:do[ ]{_AGENT}|mà[ ](?:đã[ ])?{_AGENT}|{_AGENT}đã[ ])(?:ký[ ]|tổ[ ]chức[ ])*
    | đã[ ])?
    (?P<verb>sửa[ ]đổi|bổ[ ]sung|thay[ ]thế|bãi[ ]bỏ|hủy[ ]bỏ|phê[ ]duyệt|ban[ ]hành|đính[ ]chính
      |hợp[ ]nhất|điều[ ]chỉnh|cụ[ ]thể[ ]hóa|thể[ ]chế[ ]hóa|triển[ ]khai(?:[ ]thực[ ]hiện)?
      |tổng[ ]kết|sơ[ ]kết|hướng[ ]dẫn(?:[ ]thực[ ]hiện|[ ]thi[ ]hành)?|quy[ ]định[ ]chi[ ]tiết
      |hết[ ]hiệu[ ]lực(?:[ ]thi[ ]hành)?)
    (?:[ ](?P<years>\d{{1,2}})[ ]năm)?
    (?:,?[ ](?:và[ ])?(?:bổ[ ]sung|sửa[ ]đổi|thay[ ]thế|bãi[ ]bỏ|đánh[ ]giá|triển[ ]khai))*
    (?:[ ](?:một[ ]số[ ](?:điều|nội[ ]dung)|theo[ ]quy[ ]định|kèm|việc[ ]thực[ ]hiện))*
    [ ](?P<by>bởi|tại|theo|bằng|trong|thành)
    (?:[ ](?:các|quy[ ]định[ ]tại|khoản[ ]\d+|điểm[ ][a-zđ]|Điều[ ]\d+|của|,))*[ ]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_LAPSED = re.compile(
    r"""[ ,;(]*(?:(?:nay|hiện[ ]nay|đến[ ]nay|nhưng|mà)[ ,]*)*
    (?:đã[ ])?(?:hết[ ]hiệu[ ]lực|không[ ]còn[ ]hiệu[ ]lực)?(?:[ ]thi[ ]hành)?
    (?:[ ](?:kể[ ])?từ[ ]ngày[ ]\d[\d/.-]*(?:[ ]tháng[ ]\d+[ ]năm[ ]\d+)?)?
    [ ,;]*(?:và|do|vì)?[ ]*""",
    re.VERBOSE | re.IGNORECASE,
)
"""What may stand before a passive without being a title: that the document has lapsed."""
_DONE_BEHIND = re.compile(r"[ ](?:đã[ ])?(?P<verb>thay thế|bãi bỏ|hủy bỏ)(?=[ ]*[,.;)\n])")
"""The verb behind its subject: "hết hiệu lực do Nghị định số 60/2021/NĐ-CP thay thế"."""
_BY = re.compile(r"[ ](?:do|(?:(?:nay|đã|vừa)[ ])*(?:được|bị))[ ]$")
"""What leads to that subject: "do Nghị định …", "đã được Nghị định … thay thế"."""
_PASSIVE = {
    "sửa đổi": Relation.AMENDS,
    "bổ sung": Relation.AMENDS,
    "thay thế": Relation.REPLACES,
    "bãi bỏ": Relation.REPEALS,
    "phê duyệt": Relation.APPROVES,
    "ban hành": Relation.PROMULGATES,
    "đính chính": Relation.CORRECTS,
    "hợp nhất": Relation.CONSOLIDATES,
    "hủy bỏ": Relation.REPEALS,
    "điều chỉnh": Relation.AMENDS,
    "hết hiệu lực": Relation.REPEALS,
    "hết hiệu lực thi hành": Relation.REPEALS,
    "cụ thể hóa": Relation.IMPLEMENTS,
    "thể chế hóa": Relation.IMPLEMENTS,
    "triển khai": Relation.IMPLEMENTS,
    "triển khai thực hiện": Relation.IMPLEMENTS,
    "tổng kết": Relation.SUMMARIZES,
    "sơ kết": Relation.SUMMARIZES,
    "hướng dẫn": Relation.GUIDES,
    "hướng dẫn thực hiện": Relation.GUIDES,
    "hướng dẫn thi hành": Relation.GUIDES,
    "quy định chi tiết": Relation.DETAILS,
}
_SUBJECT = re.compile(rf"(?:^|[.;:][ ])[ ]*(?:{MARK}[ ]*)*(?:Các[ ])?$", re.IGNORECASE)
_LONGEST_MARKS = 40
"""How much may mark the item that a sentence opens."""
_NEAREST_LINKS = 64
_REVIEWS = {"sơ kết": "interim", "tổng kết": "final"}
_OF_ITS_HEAD = frozenset(
    {
        Relation.IMPLEMENTS,
        Relation.SUMMARIZES,
        Relation.APPROVES,
        Relation.PROMULGATES,
        Relation.GUIDES,
        Relation.DETAILS,
    }
)
"""What is done to the document that a phrase is about, whatever its title names besides."""
_THIS_AND = re.compile(
    rf"{types(TypeUse.ISSUING, TypeUse.LAW)} này(?:,| và|, và) ?$", re.IGNORECASE
)
_CHANGES = frozenset({Relation.AMENDS, Relation.REPLACES, Relation.REPEALS, Relation.CORRECTS})
_TITLE_SO_FAR = re.compile(
    r"[ ]*[,;(]?[ ]*(?:về|v/v|một số|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi)\b[^.\n]*$",
    re.IGNORECASE,
)
_ENDS = ("heo", "tại", "bởi", "ằng", "các", "của", "ong", "ành")
"""What a passive may end with, so that most words are done with after one look."""


@dataclass(frozen=True, slots=True)
class _Passive:
    """What a passive does, whether it has an auxiliary, what stands before it, what it reviews."""

    relation: Relation
    told: bool
    between: str
    review: str
    years: float | None


def turned(discourse: Discourse, spot: Spot, lead: str) -> list[Link] | None:
    """Return the relation that a passive between two references states; None where there is none.

    An empty list says that the words are passive but name no pair: no other reading is right then.
    """
    citations, outer, number = discourse.citations, spot.outer, spot.number
    end = citations[number].end
    if "an hành" in lead and _ATTACHED.fullmatch(lead):
        return [
            Link(
                subject=number,
                relation=Relation.PROMULGATES,
                object=outer,
                start=citations[outer].start,
                end=end,
                rule="attached",
            )
        ]
    behind = _DONE_BEHIND.match(discourse.flow, citations[number].fields_end)
    by = _BY.search(lead) if behind else None
    if behind and by and _LAPSED.fullmatch(lead, 0, by.start()):
        start, relation = citations[outer].start, _PASSIVE[behind["verb"].lower()]
        return [
            Link(
                subject=number,
                relation=relation,
                object=outer,
                start=start,
                end=behind.end(),
                rule="passive",
            )
        ]
    said = _changed_by(_THIS_AND.sub("", lead) if "này" in lead.lower() else lead)
    if said is None:
        return None
    plain = _LAPSED.fullmatch(said.between) is not None
    if not plain and not _TITLE_SO_FAR.fullmatch(said.between):
        return None if said.told else []
    again = _again(discourse, outer) if plain and lead.startswith(",") else None
    if again is not None:
        changed = again
    elif said.relation in _OF_ITS_HEAD:
        changed = _head_of(discourse, outer)
    else:
        found = _of_type(discourse, spot, exact=not plain)
        if found is None:
            return []
        changed = found
    several = _listed_with(discourse, spot, changed) if plain and again is None else [changed]
    return [
        Link(
            subject=number,
            relation=said.relation,
            object=member,
            start=citations[member].start,
            end=end,
            rule="passive",
            review=said.review,
            years=said.years,
        )
        for member in several
    ]


def _again(discourse: Discourse, outer: int) -> int | None:
    """Return what a passive before made of another: "X được sửa đổi bởi A, được thay thế bởi B"."""
    for link in reversed(discourse.links[-_NEAREST_LINKS:]):
        if link.subject == outer and link.rule == "passive":
            return link.object
    return None


def _listed_with(discourse: Discourse, spot: Spot, last: int) -> list[int]:
    """Return the documents of a list that is the subject of its sentence: "A và B được …"."""
    flow, citations, first = discourse.flow, discourse.citations, last
    while first > 0 and citations[first - 1].start >= spot.block.start:
        between = flow[citations[first - 1].fields_end : citations[first].start]
        if citations[first - 1].type != citations[last].type or not between.strip():
            break
        if not is_separator(between):
            break
        first -= 1
    start = max(spot.block.start, citations[first].start - _LONGEST_MARKS)
    before = flow[start : citations[first].start]
    opens = _SUBJECT.search(before if start == spot.block.start else f"_{before}")
    return list(range(first, last + 1)) if opens else [last]


def _changed_by(lead: str) -> _Passive | None:
    """Return the passive at the end of ``lead``.

    "được sửa đổi bởi" has an auxiliary; without it only changes count, and only "bởi", "tại",
    "bằng".
    """
    tail = lead[-120:]
    if not (tail.rstrip()[-3:] in _ENDS or "tại" in tail or "bởi" in tail):
        return None
    changed = _CHANGED_BY.search(tail)
    if changed is None:
        return None
    verb, by, told = changed["verb"].lower(), changed["by"].lower(), bool(changed["aux"])
    relation = _PASSIVE[verb]
    if not told and (by not in ("bởi", "tại", "bằng") or relation not in _CHANGES):
        return None
    if by in ("trong", "thành") and relation is not Relation.IMPLEMENTS:
        return None
    if by == "theo" and relation in (Relation.IMPLEMENTS, Relation.SUMMARIZES, Relation.GUIDES):
        return None
    between = lead[: len(lead) - len(tail) + changed.start()]
    years = float(changed["years"]) if changed["years"] else None
    return _Passive(relation, told, between, _REVIEWS.get(verb, ""), years)


def _head_of(discourse: Discourse, member: int) -> int:
    """Return the document whose title names ``member``, and so on; itself where none does."""
    for _ in range(3):
        above = next(
            (
                link.subject
                for link in reversed(discourse.to(member))
                if link.subject != SELF and link.rule == "title"
            ),
            None,
        )
        if above is None:
            break
        member = above
    return member


def _of_type(discourse: Discourse, spot: Spot, *, exact: bool) -> int | None:
    """Return the document that is changed: the one before, or the one whose title names it.

    "Nghị định A hướng dẫn Luật B được sửa đổi bởi Nghị định C": C changes what is of its own type.
    """
    citations, outer = discourse.citations, spot.outer
    word = citations[spot.number].type
    member = outer
    for _ in range(3):
        if citations[member].type == word:
            return member
        holders = (link.subject for link in reversed(discourse.to(member)) if link.subject != SELF)
        above = next(holders, None)
        if above is None:
            break
        member = above
    return outer if not exact or citations[outer].type == word else None
