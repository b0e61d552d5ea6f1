"""Changes of words and provisions: "Thay thế cụm từ “…” tại khoản 2 Điều 4 Thông tư số …"."""

import re

from extract.changes.scope import NOUNS
from extract.grammar.clauses import MARK
from extract.relations.deeds.own_acts import acts_itself
from extract.relations.discourse import Discourse, Spot
from extract.relations.link import SELF, Link
from extract.text.view import UPPER
from ontology.documents.relation import Relation

_PHRASE = re.compile(
    rf"""[ ]*{MARK}?[ ]*
    (?P<verb>(?P<strikes>Bãi[ ]bỏ|Hủy[ ]bỏ)|Bỏ|Thay[ ]thế|Bổ[ ]sung|Thay|Sửa[ ]đổi)
    (?:,?[ ]bổ[ ]sung)?[ ](?:một[ ]số[ ]|các[ ])*cụm[ ]từ\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PROVISION = re.compile(
    rf"""(?<![^\W\d_])(?P<verb>(?P<strikes>bãi[ ]bỏ|hủy[ ]bỏ)|thay[ ]thế|sửa[ ]đổi|bổ[ ]sung
      |(?P<stops>ngưng[ ]hiệu[ ]lực))(?:,?[ ](?:và[ ])?bổ[ ]sung|[ ]thi[ ]hành|[ ]của)*
    (?:[ ](?:toàn[ ]bộ|một[ ]số|các|những))*[ ]{NOUNS}(?![^\W\d_])[^;\n]{{0,260}}$""",
    re.VERBOSE | re.IGNORECASE,
)
"""A change of provisions by what they are about, up to the reference."""
_HEADED = re.compile(
    rf"""(?<![^\W\d_])(?P<verb>(?P<strikes>bãi[ ]bỏ|hủy[ ]bỏ)|thay[ ]thế|sửa[ ]đổi)
    (?:,?[ ](?:và[ ])?bổ[ ]sung)?(?P<stops>(?!))?
    (?:,?[ ](?:và[ ])?(?:Mục|Chương|Phần)[ ](?:[IVXL]+|\d+)
      (?:[.:]?[ ](?-i:[{UPPER}])[^;:.\n]{{2,90}}?)?)+
    [ ](?:của[ ])?$""",
    re.VERBOSE | re.IGNORECASE,
)
"""A part that its heading stands behind: "Bãi bỏ Chương II Họp tổ hòa giải của Quy chế …"."""
_LABELS = ("Phần ", "Chương ", "Mục ")
_LAID_DOWN = re.compile(
    r"""(?<![^\W\d_])(?P<verb>sửa[ ]đổi|bổ[ ]sung|điều[ ]chỉnh)(?:,?[ ](?:và[ ])?bổ[ ]sung)?
    [ ](?:(?!đã[ ]|(?:được|theo)[ ](?:sửa|bổ|quy))[^;.:\n“”]){2,200}?[ ](?:được[ ])?(?<!theo[ ])
    (?:quy[ ]định|nêu)[ ]tại[ ][^;.:\n]{0,80}$""",
    re.VERBOSE | re.IGNORECASE,
)
_AS_FOLLOWS = re.compile(r"[^;\n]{0,240}?như[ ]sau[ ]*:")
"""What shows that the rule itself is changed, and not what is ruled by it."""
_PART = re.compile(
    r"(?:Điều[ ]\d+[a-zđ]?|khoản[ ]\d+|điểm[ ][a-zđ]\d?|Phụ lục[ ]?\S*|Mục[ ]\S+|Chương[ ]\S+"
    r"|tại|của|tên"
    r"|ban hành kèm theo)[ ]*(?:\(?[^\W\d_]*\)?[ ])?$",
    re.IGNORECASE,
)
_WIDEST = 400


def phrase_change(discourse: Discourse, spot: Spot) -> Link | None:
    """Return the change of single words: "Thay thế cụm từ “…” tại khoản 2 Điều 4 Thông tư số …".

    A phrase that is repealed is a part that is, and the claim says so; one that is exchanged or
    left out amends. Provisions may be told by what they are about: "Bãi bỏ quy định về … tại …".
    """
    flow, start = discourse.flow, spot.block.start
    cited = discourse.citations[spot.number]
    first = max(start, cited.start - _WIDEST)
    shows = any(flow.find(label, first, cited.start) >= 0 for label in _LABELS)
    headed = _HEADED.search(flow, first, cited.start) if shows else None
    if headed is None and not _PART.search(flow, max(start, cited.start - 40), cited.start):
        return None
    verb = _PHRASE.match(flow, start)
    relation = Relation.REPEALS if verb and verb["strikes"] else Relation.AMENDS
    if verb is None:
        verb = headed or _PROVISION.search(flow, first, cited.start)
        if verb is None and _AS_FOLLOWS.match(flow, cited.fields_end):
            verb = _LAID_DOWN.search(flow, first, cited.start)
        if verb is None:
            return None
        if verb.re is not _LAID_DOWN and (verb["strikes"] or verb["stops"]):
            relation = Relation.REPEALS if verb["strikes"] else Relation.SUSPENDS
        if not acts_itself(flow, spot, flow[start : verb.start()], relation):
            return None
    return Link(
        subject=SELF,
        relation=relation,
        object=spot.number,
        start=verb.start("verb"),
        end=cited.end,
        rule="act",
    )
