"""Lists whose members are of several types, behind a document whose own title names one of them.

"Kế hoạch A thực hiện Nghị quyết B và Kết luận C": A carries out both. "Thực hiện Kế hoạch A thực
hiện Nghị quyết B, Chỉ thị C, UBND …": C stands beside A. What could be either stays open.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.grammar.citation import Citation
from extract.grammar.clauses import CLAUSE_END
from extract.relations.discourse import Discourse, Spot
from extract.relations.link import SELF, Link
from ontology.documents.relation import CARRIES_OUT, Relation

_SHARED = CARRIES_OUT | {Relation.SUMMARIZES, Relation.MONITORS, Relation.DISSEMINATES}
_ADOPTS = frozenset({Relation.APPROVES, Relation.PROMULGATES})
_OWN_LISTS = ("opening", "own-title", "list")
_TITLE = re.compile(r"[ ]*,?[ ]*(?:về|v/v|ban hành|phê duyệt)[ ]", re.IGNORECASE)
_MOST_IN_A_TITLE = 3
"""How many documents a title names at most, of which the sentence says nothing itself."""
_NEVER_CARRIED_OUT = frozenset({"Báo cáo", "Tờ trình", "Công văn", "Hướng dẫn", "Biên bản"})
"""Types that a list of what a body issued goes on with, and seldom what a plan carries out."""


def of_mixed_types(discourse: Discourse, spot: Spot, lead: str) -> list[Link]:
    """Return the links of a member whose type is not that of the member before it.

    ``lead`` stands between the two.
    """
    citations, number, outer = discourse.citations, spot.number, spot.outer
    inner = [
        link
        for link in discourse.to(outer)
        if link.subject != SELF and link.rule in ("title", "list")
    ]
    if not inner:
        return _beyond_a_title(discourse, spot)
    holder, member, cited = citations[inner[0].subject], citations[outer], citations[number]
    beside_holder = _of_the_holder(discourse, inner[0].subject, number)
    if beside_holder:
        closed = (
            _is_met_before(citations[:outer], member)
            or _is_younger(cited, holder)
            or (inner[0].relation in _ADOPTS and not member.symbol and cited.symbol is not None)
            # Semicolons part the members: "Thực hiện A; B thực hiện C; D".
            or (";" in lead and ";" in discourse.flow[max(0, holder.start - 3) : holder.start])
        )
        apart = "và" not in lead.split() and _organ(cited) != _organ(member)
        return beside_holder if closed or apart else []
    closes = "và" in lead.split() or not member.symbol or _organ(cited) == _organ(member)
    if (
        inner[0].relation not in _SHARED
        or ";" in lead
        or not closes
        or not _may_be_object(holder, cited)
    ):
        return []
    if "và" not in lead.split() and cited.type == holder.type:
        return []
    return [replace(link, object=number, end=cited.end, rule="list") for link in inner]


def _of_the_holder(discourse: Discourse, holder: int, number: int) -> list[Link]:
    """Return what is said of the list in which the document with the title stands."""
    end = discourse.citations[number].end
    return [
        replace(
            link,
            object=number,
            end=max(link.end, end) if link.rule == "issued" else end,
            rule="issued" if link.rule == "issued" else "list",
        )
        for link in discourse.to(holder)
        if link.rule == "issued" or (link.subject == SELF and link.rule in _OWN_LISTS)
    ]


def _beyond_a_title(discourse: Discourse, spot: Spot) -> list[Link]:
    """Return what is said of a list whose member before has a title that names the one before.

    "Thực hiện Chỉ thị A về thi đua … theo Nghị quyết B và Kế hoạch C": C stands beside A, and not
    in its title, because it is younger.
    """
    flow, citations = discourse.flow, discourse.citations
    cited = citations[spot.number]
    for number in range(spot.outer - 1, max(-1, spot.outer - 1 - _MOST_IN_A_TITLE), -1):
        holder = citations[number]
        if holder.start < spot.block.start or CLAUSE_END.search(
            flow, holder.fields_end, cited.start
        ):
            return []
        said = _of_the_holder(discourse, number, spot.number)
        if said:
            titled = _TITLE.match(flow, holder.fields_end) is not None
            return said if titled and _is_younger(cited, holder) else []
    return []


def _may_be_object(holder: Citation, cited: Citation) -> bool:
    """Tell whether a document with a title may carry out what follows the object of that title.

    What the same body issued stands beside it: "ban hành Kế hoạch số 72-KH/HU thực hiện Nghị quyết
    số 23-NQ/TU, Công văn số 5-CV/HU".
    """
    apart = _organ(holder) != _organ(cited) or not _organ(holder)
    return apart and cited.type not in _NEVER_CARRIED_OUT and not _is_younger(cited, holder)


def _organ(cited: Citation) -> str:
    return cited.symbol.organ if cited.symbol else ""


def _is_met_before(earlier: Sequence[Citation], member: Citation) -> bool:
    """Tell whether the list has named ``member``: a title that repeats it ends there."""
    return member.symbol is not None and any(cited.symbol == member.symbol for cited in earlier)


def _is_younger(cited: Citation, other: Citation) -> bool:
    return other.date.is_before(cited.date)
