"""Lists of references: what is said of one member goes for the others.

"Tổng kết 10 năm thực hiện A, B và C" reviews all three. A title may stand behind each member, and a
member may stand beside the document whose title was read last, or beside one further out.
"""

import re
from dataclasses import replace

from extract.changes.parts import part_before
from extract.grammar.cue import trigger_before
from extract.grammar.lexicon import types
from extract.reading import MentionKind
from extract.relations.discourse import Discourse, Spot
from extract.relations.link import SELF, Link, link_from
from extract.relations.mixed_lists import of_mixed_types
from ontology.documents.document_types import TypeUse
from ontology.documents.relation import Relation

_SEPARATOR = re.compile(
    r"(?:[ ]\((?:trước[ ](?:khi[ ])?sáp nhập|cũ)\))?[ ]*\)?[ ]*"
    r"(?:[,;][ ]*(?:và|hoặc|cùng)?|và|hoặc|cùng(?:[ ]với)?|&|/|\+|)[ ]*"
    r"(?:các|những|của|theo)?[ ]*(?:[-+])?[ ]*(?:số[ ]*)?$"
)
_LIST_TITLE = re.compile(
    r"[ ]*,?[ ]*(?:về|v/v|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi)\b[^.\n]*?"
    r"(?:[,;]|[ ]và)[ ]*(?:và[ ]*)?(?:các[ ]*|một số điều của[ ]*)?(?:số[ ]*)?$",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    rf"(?<!là[ ])(?:các|những)[ ](?P<type>{types(TypeUse.ISSUING)}|văn bản|quy định)[ ]"
    r"(?:về[ ])?(?:đã[ ])?$"
)
_TITLED = frozenset(
    {Relation.AMENDS, Relation.REPEALS, Relation.REPLACES, Relation.GUIDES, Relation.DETAILS}
)
_ADOPTS = frozenset({Relation.APPROVES, Relation.PROMULGATES})
"""What one type of act does: "được phê duyệt tại Quyết định A, Luật B" ends with A."""
_CHANGES = frozenset({Relation.AMENDS, Relation.REPEALS, Relation.SUSPENDS, Relation.CORRECTS})
_OPENER = re.compile(
    r"[ ]*,?[ ]*(?:về|v/v|sửa đổi|bổ sung|thay thế|bãi bỏ|hướng dẫn)", re.IGNORECASE
)
_ABOUT = re.compile(r"[ ]*,?[ ]*(?:về|v/v)(?:[ ]việc)?[ ][^.;:\n]{0,80}", re.IGNORECASE)
_LONGEST_SEPARATOR = 24
_LONGEST_TITLE = 240


def names_a_plural(lead: str) -> bool:
    """Tell whether the verb behind ``lead`` is one of unnamed documents ("các Nghị định …")."""
    return lead.endswith(" ") and _PLURAL.search(lead[-40:]) is not None


def is_separator(lead: str) -> bool:
    """Tell whether nothing but a comma, "và" and the like stands between two references."""
    return len(lead) <= _LONGEST_SEPARATOR and _SEPARATOR.fullmatch(lead) is not None


def beside(discourse: Discourse, spot: Spot, lead: str) -> list[Link]:
    """Return the links of a member right behind the member or the object before it."""
    if "và" in lead and (beyond := _beyond(discourse, spot)):
        return beyond
    if ")" in lead and "(" not in lead and (closed := _before_brackets(discourse, spot.outer)) >= 0:
        return _shared(discourse, spot, closed, lead)
    shared = _shared(discourse, spot, _elder(discourse, spot), lead)
    return shared or of_mixed_types(discourse, spot, lead)


def _before_brackets(discourse: Discourse, outer: int) -> int:
    """Return the document of which brackets that close say by what it was changed, -1 for none.

    "A (được sửa đổi bởi B) và C": C stands beside A, and changes nothing.
    """
    changed = (link.object for link in discourse.by(outer) if link.rule == "passive")
    return next(changed, -1)


def beside_a_part(discourse: Discourse, spot: Spot, lead: str) -> list[Link] | None:
    """Return the changes of a member of which a part is named: "bãi bỏ Điều 3 A và Điều 5 B".

    None where no change is shared.
    """
    part = part_before(lead, len(lead))
    if not part or not is_separator(lead[: lead.rfind(part)]):
        return None
    member, cited = _elder(discourse, spot), discourse.citations[spot.number]
    changed = [link.object for link in discourse.by(member) if link.rule == "passive"]
    if changed and part_before(discourse.flow, discourse.citations[member].start):
        return None  # "A đã được sửa đổi tại Điều 1 C và Điều 1 B": B may have changed A, too
    member = changed[-1] if changed else member  # "A đã được sửa đổi theo C, Điều 5 B"
    alike = discourse.citations[member].type == cited.type and ";" not in lead
    return [
        replace(link, object=spot.number, end=cited.end, rule="list")
        for link in discourse.to(member)
        if link.relation in _CHANGES
        and link.rule not in ("passive", "attached")
        and (link.subject == SELF or alike)
    ] or None


def behind_a_title(discourse: Discourse, spot: Spot, lead: str) -> list[Link]:
    """Return the links of a member that follows the title of the member before it."""
    bare = lead.rstrip().removesuffix(" số")
    if bare[-1:] not in (",", ";") and not bare.endswith(("và", "các", "một số điều của")):
        return []
    if not _LIST_TITLE.fullmatch(lead):
        return []
    citations, number = discourse.citations, spot.number
    outer = _elder(discourse, spot)
    alike = citations[outer].type == citations[number].type
    listed = [
        replace(link, object=number, end=citations[number].end)
        for link in discourse.to(outer)
        if (link.subject == SELF and link.rule in ("own-title", "opening", "list", "basis", "act"))
        or link.rule == "issued"
        or (
            link.subject != SELF
            and alike
            and link.relation in _TITLED
            and link.rule in ("title", "list")
        )
    ]
    return listed or of_mixed_types(discourse, spot, lead)


def _elder(discourse: Discourse, spot: Spot) -> int:
    """Return the member of the list that a reference goes on with.

    "A quy định chi tiết Luật X và B": B stands beside A and not beside the law that A's title
    names, because it is of A's type.
    """
    citations = discourse.citations
    member = spot.outer
    for _ in range(3):
        if citations[member].type == citations[spot.number].type:
            return member
        holders = (link.subject for link in reversed(discourse.to(member)) if link.rule == "title")
        member = next(holders, SELF)
        if member == SELF:
            break
    return _holder_of_a_name(discourse, spot)


def _holder_of_a_name(discourse: Discourse, spot: Spot) -> int:
    """Return the document whose title only says that it is about the one before; else that one.

    "Quyết định A về Chương trình X; Quyết định B": B stands beside A.
    """
    citations, outer = discourse.citations, spot.outer
    if outer < 1 or citations[outer].tier is not MentionKind.NAMED or discourse.to(outer):
        return outer
    before = citations[outer - 1]
    between = discourse.flow[before.fields_end : citations[outer].start]
    alike = before.type == citations[spot.number].type
    return outer - 1 if alike and _ABOUT.fullmatch(between) else outer


def _shared(discourse: Discourse, spot: Spot, member: int, lead: str) -> list[Link]:
    """Return for one member of a list what was found for another.

    A verb in another document's title goes on only to the same type, and not past a semicolon.
    """
    citations, number = discourse.citations, spot.number
    end = citations[number].end
    same_type = citations[member].type == citations[number].type
    alike = same_type and ";" not in lead
    shared = [
        replace(
            link,
            object=number,
            end=max(link.end, end) if link.rule == "issued" else end,
            rule=link.rule if link.rule in ("basis", "issued") else "list",
        )
        for link in discourse.to(member)
        if link.rule not in ("passive", "attached")
        and (link.subject == SELF or alike or link.rule == "issued")
    ]
    shared += [
        replace(link, subject=number, end=end, rule="passive")
        for link in discourse.by(member)
        if link.rule == "passive"
        and link.end == citations[member].end
        and (same_type or (";" not in lead and link.relation not in _ADOPTS))
    ]
    shared += [
        replace(link, subject=number, end=max(link.end, end), rule="issued")
        for link in discourse.by(member)
        if link.rule == "issued"
    ]
    return shared


def _beyond(discourse: Discourse, spot: Spot) -> list[Link]:
    """Return the verb before a plural that the title names by what it guides.

    "A sửa đổi các Nghị định hướng dẫn Luật B và Nghị định C": A amends C, and nothing is said of B.
    """
    flow, citations = discourse.flow, discourse.citations
    outer, number = spot.outer, spot.number
    if outer < 1:
        return []
    offset = citations[outer - 1].fields_end
    lead = flow[offset : citations[outer].start]
    if len(lead) > _LONGEST_TITLE or not _OPENER.match(lead):
        return []
    inner = trigger_before(lead)
    plural = _PLURAL.search(lead[: inner.start]) if inner else None
    if not plural or not plural["type"].endswith(citations[number].type):
        return []
    verb = trigger_before(lead[: plural.start()])
    if verb is None:
        return []
    start, end = citations[outer - 1].start, citations[number].end
    return [link_from(outer - 1, verb, number, (start, end), "title")]
