"""Relations told from the end: what was changed, issued or approved stands first.

"Luật A được sửa đổi, bổ sung bởi Luật B"; "Quy chế X ban hành kèm theo Quyết định số Y".
"""

import re

from extract.relations.discourse import Discourse, Spot
from extract.relations.link import SELF, Link
from ontology.documents.relation import Relation

_ATTACHED = re.compile(
    r"[ ]*[,(]?[ ]*(?:được[ ])?ban hành[ ](?:kèm[ ])?theo[ ]*(?:các[ ])?$", re.IGNORECASE
)
_CHANGED_BY = re.compile(
    r"""(?:^|[ ,;(])(?P<aux>(?:đã[ ])?(?:được|bị)[ ]|đã[ ])?
    (?P<verb>sửa[ ]đổi|bổ[ ]sung|thay[ ]thế|bãi[ ]bỏ|phê[ ]duyệt|ban[ ]hành|đính[ ]chính|hợp[ ]nhất)
    (?:,?[ ](?:và[ ])?(?:bổ[ ]sung|sửa[ ]đổi|thay[ ]thế|bãi[ ]bỏ))*
    (?:[ ](?:một[ ]số[ ](?:điều|nội[ ]dung)|theo[ ]quy[ ]định|kèm))*
    [ ](?P<by>bởi|tại|theo|bằng)
    (?:[ ](?:các|quy[ ]định[ ]tại|khoản[ ]\d+|điểm[ ][a-zđ]|Điều[ ]\d+|của|,))*[ ]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_PASSIVE = {
    "sửa đổi": Relation.AMENDS,
    "bổ sung": Relation.AMENDS,
    "thay thế": Relation.REPLACES,
    "bãi bỏ": Relation.REPEALS,
    "phê duyệt": Relation.APPROVES,
    "ban hành": Relation.PROMULGATES,
    "đính chính": Relation.CORRECTS,
    "hợp nhất": Relation.CONSOLIDATES,
}
_THIS_AND = re.compile(
    r"(?:Thông tư|Nghị định|Nghị quyết|Quyết định|Luật) này(?:,| và|, và) ?$", re.IGNORECASE
)
_CHANGES = frozenset({Relation.AMENDS, Relation.REPLACES, Relation.REPEALS, Relation.CORRECTS})
_TITLE_SO_FAR = re.compile(
    r"[ ]*[,;(]?[ ]*(?:về|v/v|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi)\b[^.\n]*$",
    re.IGNORECASE,
)
_ENDS = ("heo", "tại", "bởi", "ằng", "các", "của")
"""What a passive may end with, so that most words are done with after one look."""


def turned(discourse: Discourse, spot: Spot, lead: str) -> list[Link] | None:
    """Return the relation that a passive between two references states; None where there is none.

    An empty list says that the words are passive but name no pair: no other reading is right then.
    """
    citations, outer, number = discourse.citations, spot.outer, spot.number
    end = citations[number].end
    if "an hành" in lead and _ATTACHED.fullmatch(lead):
        return [Link(number, Relation.PROMULGATES, outer, citations[outer].start, end, "attached")]
    said = _changed_by(_THIS_AND.sub("", lead))
    if said is None:
        return None
    relation, aux, between = said
    if between.strip(" ,;(") and not _TITLE_SO_FAR.fullmatch(between):
        return None if aux else []
    changed = _of_type(discourse, spot, exact=bool(between.strip(" ,;(")))
    if changed is None:
        return []
    return [Link(number, relation, changed, citations[changed].start, end, "passive")]


def _changed_by(lead: str) -> tuple[Relation, bool, str] | None:
    """Return what a passive at the end of ``lead`` does, if it has an auxiliary, what is before it.

    "được sửa đổi bởi" has one; without it only changes count, and only "bởi", "tại", "bằng".
    """
    tail = lead[-80:]
    if not (tail.rstrip()[-3:] in _ENDS or "tại" in tail or "bởi" in tail):
        return None
    changed = _CHANGED_BY.search(tail)
    if changed is None:
        return None
    relation = _PASSIVE[re.sub(r"\s+", " ", changed["verb"].lower())]
    if not changed["aux"] and (changed["by"].lower() == "theo" or relation not in _CHANGES):
        return None
    return relation, bool(changed["aux"]), lead[: len(lead) - len(tail) + changed.start()]


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
        holders = (
            link.subject
            for link in reversed(discourse.links)
            if link.object == member and link.subject != SELF
        )
        above = next(holders, None)
        if above is None:
            break
        member = above
    return outer if not exact or citations[outer].type == word else None
