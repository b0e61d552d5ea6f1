"""What a text says that it does itself: in its title, preamble, opening and articles."""

import re
from dataclasses import replace

from extract.grammar.clauses import CLAUSE_END, MARK, OPERATIVE, THIS
from extract.grammar.cue import Trigger, is_wished
from extract.grammar.lexicon import types
from extract.relations.basis import BASIS
from extract.relations.deeds.told import BODY
from extract.relations.discourse import Discourse, Spot
from extract.relations.link import SELF, Link, link_from
from extract.text.view import UPPER
from ontology.documents.document_types import TypeUse, acts, words_used
from ontology.documents.relation import Relation

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
_OPENING = re.compile(
    r"[ ]*(?:[-+•][ ]*|\d+[.)][ ]*)?(?:(?:Để|Nhằm)[ ])?(?:tiếp tục[ ])?"
    r"(?:Thực hiện|Triển khai(?:,? thực hiện)?|Tổ chức(?: triển khai)? thực hiện|Thi hành"
    r"|Cụ thể hóa|(?:Học tập, )?Quán triệt,?(?: và)? (?:tổ chức |triển khai )*thực hiện)[ ]",
    re.IGNORECASE,
)
_IN_ORDER_TO = re.compile(r"^(?:để|nhằm)(?![^\W\d_])[ ]*", re.IGNORECASE)
_ISSUES_A_PLAN = re.compile(
    rf"(?<!đã )(?:ban hành|xây dựng|lập) (?P<type>{types(TypeUse.ALONE)})(?![^\W\d_])"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
_IN_FORCE = (
    r"có[ ]hiệu[ ]lực(?:[^.;]{0,90}?(?:[ ]và|(?<=ký)|(?<=ban[ ]hành)|(?<=[/.-]\d{4}))"
    r"|(?:[^.;,]|,[ ]kể[ ]){0,90}?,)"
)
"""From when a text is in force: "… này có hiệu lực từ ngày ký, thay thế …"."""
_CLAUSE_HEAD = re.compile(
    rf"""(?:[ ]*(?:{MARK}|Nay\b|"|“|,|và|Đồng[ ]thời|Bộ[ ]trưởng.{{0,60}}
      | [^\W\d_]+(?:[ ][^\W\d_]+){{0,3}}[ ]này
        (?:[ ](?:đã[ ])?được[ ][^.;]{{0,120}}?[ ]thông[ ]qua(?:[^.;]{{0,60}}?(?:,|[ ]và))?)?
        (?:[ ]{_IN_FORCE})?
      | {types(TypeUse.ISSUING)}[ ]{_IN_FORCE}
    | (?:kể[ ])?từ[ ]ngày[ ]\d[^.;,]{{0,30}},
    | (?:sửa[ ]đổi|bổ[ ]sung|bãi[ ]bỏ)(?:,[ ]bổ[ ]sung)?
      [ ](?:một[ ]số[ ]điều|(?:(?:điểm|khoản|điều|mục|chương)[ ][\da-zđ]{{1,3}},?[ ]?)+)[ ]?và
    ))*[ ]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_WIDEST = 400
_WISHING_ITEM = re.compile(
    rf"[ ]*{MARK}?[ ]*(?:Kiến nghị|Đề nghị|Đề xuất|Tham mưu|Nghiên cứu|Rà soát)", re.IGNORECASE
)
_GIVEN = re.compile(
    r"(?<![^\W\d_])(?<!đã )(?<!được )(?<!bàn )(?i:giao|phân công|yêu cầu)[ ]"
    rf"(?:(?:cho[ ])?(?:các[ ]|[{UPPER}]))[^.,;]{{1,100}}$"
)
"""A task that is given in a report: "giao Ban Tuyên giáo chuẩn bị Báo cáo tổng kết …"."""
_SENTENCE_END = re.compile(r"[.!?][ ]|\n")
_BODY_AT_HEAD = re.compile(rf"[ ]*(?:{MARK}[ ]*)*{BODY}", re.VERBOSE)
"""A body whose deeds a sentence lists: what stands behind its semicolons is not the text's own."""
_THIS_DOES = re.compile(
    rf"[ ]*(?:{MARK})?(?P<type>[ ]*[^\W\d_]+(?:[ ]+[^\W\d_]+){{0,3}})[ ]này"
    r"(?:[ ]được[ ](?:ban hành|xây dựng))?(?:[ ](?:để|nhằm))?[ ]*",
    re.IGNORECASE,
)
_CHANGING = ("Kết luận", "Chỉ thị")
"""Types of the Party that change or end earlier documents in plain items."""
_ASKING = ("Tờ trình", "Báo cáo", "Biên bản")
"""Types whose titles name the deed that is asked for, or told of."""
PLANNERS = (
    "Kế hoạch",
    "Chương trình",
    "Hướng dẫn",
    "Chỉ thị",
    "Quyết định",
    "Đề cương",
    "Thông tri",
)
"""Types whose titles speak of a review that is still to be held."""
_TELLERS = (*_ASKING, "Công văn", "Thông báo", "Kế hoạch", "Chương trình", "Hướng dẫn", "Đề án")
"""Types in which a document lapses by other words than theirs."""
_TELLS_OF = re.compile(
    r"(?<![^\W\d_])(?:kết quả|tình hình|tiến độ)(?![^\W\d_])[^.]*(?:[,;]|[ ]và)[ ]"
    r"(?:(?:việc|công tác)[ ])?$",
    re.IGNORECASE,
)
"""What makes a report on how a document is carried out of the words behind an "và" in its title."""
_REVIEWED = {Relation.IMPLEMENTS: Relation.SUMMARIZES, Relation.CONTINUES: Relation.SUMMARIZES}
_ASKED = re.compile(
    r"(?<![^\W\d_])(?:kiến nghị|đề nghị|đề xuất|dự thảo|xem xét|không|chưa|sẽ|cần|phải|dự kiến"
    r"|trình)(?: về)?(?: việc)?[ ]*$",
    re.IGNORECASE,
)
"""What stands straight before a verb that is no deed: a wish or a denial."""
_URGED = re.compile(
    r"(?<![^\W\d_])(?:đôn đốc|đề nghị|yêu cầu|hướng dẫn|nhắc(?: nhở)?|chấn chỉnh|chuẩn bị|xây dựng)"
    r"(?:[ ](?:về|việc|chế độ|gửi|nộp|lập|xây dựng|thực hiện))*[ ]*$",
    re.IGNORECASE,
)
"""What a letter says of the report that others are to send: it is none itself."""
_ASKS_TO_REPORT = re.compile(
    rf"(?:[Đđ]ề nghị|[Yy]êu cầu)[ ](?:các[ ]|[{UPPER}])[^.;:\n]{{0,200}}?[ ]báo cáo[ ]"
    r"(?:[^.;:\n]{1,40}[ ])?(?:kết quả|tình hình|tiến độ|việc)[ ]"
)
_MEETING = re.compile(
    r"(?<![^\W\d_])tại (?:(?:cuộc|phiên|buổi) (?:họp|làm việc)|hội nghị)(?![^\W\d_])[^.;]*$",
    re.IGNORECASE,
)
"""A meeting on how a document is carried out, of whose conclusions a notice tells."""
_LAWS = words_used(TypeUse.LAW)
_CHANGES = frozenset({Relation.AMENDS, Relation.REPEALS, Relation.REPLACES})
DEEDS = _CHANGES | {Relation.PROMULGATES, Relation.APPROVES}
"""What a document does by its words alone, and a proposal or a report only speaks of."""


def own_link(
    discourse: Discourse, spot: Spot, verb: Trigger, number: int, head: str
) -> Link | None:
    """Return what the text itself does with document ``number``, None where its form is another.

    ``verb`` stands at its offset in the flow, ``head`` is what leads up to it; the words that say
    so end with the reference at ``spot``.
    """
    if spot.block.row and verb.relation is not Relation.BASED_ON:
        return None  # of what a row says the text that holds the table is never the subject
    rule = _own_rule(discourse.flow, spot, verb, head)
    if rule == "opening" and verb.part and discourse.citations[spot.number].type in _LAWS:
        return None  # "Thực hiện Điều 39 Luật Thanh tra, …" does what every such text does
    start = spot.block.start if rule == "basis" else verb.start
    end = discourse.citations[spot.number].end
    if (
        rule == "own-title"
        and spot.own_type == "Hướng dẫn"
        and verb.relation is Relation.IMPLEMENTS
    ):
        verb = replace(verb, relation=Relation.GUIDES)
    if rule == "own-title" and spot.own_type == "Báo cáo" and _TELLS_OF.search(head):
        verb = replace(verb, relation=_REVIEWED.get(verb.relation, verb.relation))
    return link_from(SELF, verb, number, (start, end), rule) if rule else None


def _own_rule(flow: str, spot: Spot, verb: Trigger, head: str) -> str:
    """Return the form in which the text says that the deed is its own, empty where it does not."""
    relation = verb.relation
    if relation in _OWN and ";" in head and _BODY_AT_HEAD.match(_SENTENCE_END.split(head)[-1]):
        return ""
    if _is_of_a_meeting(spot, verb, head):
        return ""
    if spot.in_title:
        asked = spot.own_type in _ASKING or _ASKED.search(head) is not None
        planned = relation is Relation.SUMMARIZES and (
            spot.own_type in PLANNERS or _is_asked_for(flow, spot, verb, head)
        )
        return "" if planned or (relation in DEEDS and asked) else "own-title"
    if relation is Relation.BASED_ON:
        return "basis" if spot.preamble and spot.outer < 0 else ""
    if relation in (Relation.IMPLEMENTS, Relation.CONTINUES):
        opens = _opens(flow, spot, head) or _issues_itself(flow, spot, verb)
        return "opening" if opens or _is_said_of_this(spot, head) else ""
    if relation is Relation.SUMMARIZES:
        return "review" if _reviews(flow, spot, verb, head) else ""
    if relation in _OWN:
        return "act" if acts_itself(flow, spot, head, relation) else ""
    return "spread" if relation in (Relation.DISSEMINATES, Relation.MONITORS) else ""


def _is_of_a_meeting(spot: Spot, verb: Trigger, head: str) -> bool:
    """Tell whether a notice is on a meeting that hears how a document is carried out.

    The conclusions of a conference that reviews it are another matter.
    """
    carried = verb.relation is Relation.IMPLEMENTS
    heard = verb.relation is Relation.SUMMARIZES and not verb.review
    return spot.own_type == "Thông báo" and (carried or heard) and bool(_MEETING.search(head))


def _is_asked_for(flow: str, spot: Spot, verb: Trigger, head: str) -> bool:
    """Tell whether a letter is on a review that is to be held, or asks others to report.

    "V/v tổng kết 5 năm thực hiện X", "V/v đôn đốc báo cáo kết quả thực hiện X"; or below its title
    it asks for the report that this names.
    """
    if spot.own_type not in ("", "Công văn"):
        return False
    reports = "báo cáo" in f"{head}{verb.phrase}".lower()
    if (bool(verb.review) and not reports) or _URGED.search(head):
        return True
    return reports and _ASKS_TO_REPORT.search(flow, spot.block.end) is not None


def _reviews(flow: str, spot: Spot, verb: Trigger, head: str) -> bool:
    """Tell whether the text is itself the report that a review ends with."""
    wished = is_wished(head) or _WISHING_ITEM.match(flow, spot.block.start) or _GIVEN.search(head)
    return spot.own_type == "Báo cáo" and bool(verb.review or spot.preamble) and not wished


def _opens(flow: str, spot: Spot, head: str) -> bool:
    """Tell whether the text opens with "Thực hiện …, UBND ban hành kế hoạch"."""
    if not spot.preamble or spot.block.note is not None:
        return False
    # "Thực hiện Kế hoạch A ngày …, triển khai Quyết định B, UBND …": the second verb has no title.
    bare = _IN_ORDER_TO.sub("", head.strip(" -+•;,"))
    # "Căn cứ X; thực hiện Y, Huyện ủy xây dựng kế hoạch": the second clause opens the text, too.
    opens = BASIS if ";" in head else _OPENING
    return not bare and opens.match(flow, spot.block.start) is not None


def _issues_itself(flow: str, spot: Spot, verb: Trigger) -> bool:
    """Tell whether the text says who issues it: "Huyện ủy ban hành Kế hoạch thực hiện …"."""
    if not spot.preamble or spot.block.note is not None:
        return False
    issued = _ISSUES_A_PLAN.search(flow, spot.lead_start, verb.start + len(verb.phrase))
    kind = issued["type"].lower().removesuffix(" hành động") if issued else ""
    return bool(kind) and kind == spot.own_type.lower()


def _is_said_of_this(spot: Spot, head: str) -> bool:
    """Tell whether the text says it of itself: "Kế hoạch này nhằm thực hiện …"."""
    said = _THIS_DOES.fullmatch(CLAUSE_END.split(head)[-1])
    return (
        said is not None
        and bool(spot.own_type)
        and said["type"].strip().lower() == spot.own_type.lower()
    )


def acts_itself(flow: str, spot: Spot, head: str, relation: Relation) -> bool:
    """Tell whether a verb at the head of a clause is the text's own act."""
    if spot.block.row:
        return False  # a row of a table of tasks
    clause = CLAUSE_END.split(head)[-1]
    if spot.block.note is not None or is_wished(clause) or not _CLAUSE_HEAD.fullmatch(clause):
        return False
    acting = acts(spot.own_type) or (spot.own_type in _CHANGING and relation in _CHANGES)
    itself = _speaks_of_itself(clause, spot.own_type) or _goes_on(flow, spot, head)
    if not acting and not itself:
        return False
    return itself or OPERATIVE.match(flow, spot.block.start) is not None


def _goes_on(flow: str, spot: Spot, head: str) -> bool:
    """Tell whether the text goes on to say what it does: "Hướng dẫn này thay thế X; bãi bỏ Y"."""
    this = _THIS_DOES.match(flow, spot.block.start)
    return (
        head.strip(" ;,").lower() in ("", "đồng thời", "và")
        and this is not None
        and this["type"].strip().lower() == spot.own_type.lower()
        and _SENTENCE_END.search(flow, this.end(), spot.lead_start) is None
    )


def only_tells(flow: str, offset: int, own_type: str) -> bool:
    """Tell whether a text only tells of what has lapsed, by words that end at ``offset``.

    A plan or a guide may end others from the day "kể từ ngày Hướng dẫn này có hiệu lực".
    """
    behind = CLAUSE_END.split(flow[offset : offset + _WIDEST])[0]
    return own_type in _TELLERS and not _speaks_of_itself(behind, own_type)


def _speaks_of_itself(clause: str, own_type: str) -> bool:
    """Tell whether "… này" means the text: "Quyết định này" in a submission is that of a draft."""
    this = THIS.search(clause)
    words = this.group().lower() if this else ""
    return bool(words) and (own_type.lower() in words or "văn bản" in words)
