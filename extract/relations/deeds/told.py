"""Deeds of others that a text tells of: a body issues one document to carry out another.

"Thực hiện X, UBND tỉnh đã ban hành Kế hoạch Y": Y carries X out, and the text is neither of them.
"""

import re
from bisect import bisect_left
from dataclasses import replace

from extract.grammar.clauses import CLAUSE_END, MARK
from extract.grammar.cue import Trigger
from extract.grammar.lexicon import any_of, bodies
from extract.reading import MentionKind
from extract.relations.discourse import Discourse, Spot
from extract.relations.link import Link, link_from
from extract.text.view import UPPER
from ontology.documents.document_types import TypeUse, words_used
from ontology.documents.relation import Relation
from ontology.institutions.body_heads import BodyUse

BODY = rf"""(?:{bodies(BodyUse.ACTS)}
  | (?:toàn[ ])?(?:tỉnh|thành[ ]phố|huyện|thị[ ]xã|quận|xã|phường)(?=[ ]đã[ ])
)(?![^\W\d_])"""
"""How the subject of a main clause begins: a body that issues documents; for verbose patterns."""
_NAME = rf"(?:[^,;.:()\n]|,(?=[ ][{UPPER}])|(?<=\bT[PXTpxt])\.)"
_KINDS = any_of(tuple(word.lower() for word in words_used(TypeUse.ALONE)))
_ACTS = re.compile(
    rf"""(?:,|[ ]thì)[ ]
    (?:(?:(?:trong[ ])?(?:ngày|tháng|quý|năm)[ ](?:[\d/.]+|[IVX]+)(?:[ ]năm[ ]\d+)?
      |đến[ ]nay|thời[ ]gian[ ]qua|thời[ ]gian[ ]tới),?[ ])?
    (?:{BODY}|các[ ](?:sở|ngành|cấp|cơ[ ]quan|đơn[ ]vị|địa[ ]phương|huyện|xã)(?=[ ,]))
    {_NAME}{{0,90}}?
    (?:[ ](?:(?P<past>đã)|(?P<future>sẽ|dự[ ]kiến)))?
    (?:[ ](?:chủ[ ]động|kịp[ ]thời|khẩn[ ]trương|sớm|tham[ ]mưu|tập[ ]trung|trực[ ]tiếp)[,]?)*
    [ ](?P<verb>
      (?:xây[ ]dựng(?:[ ]và|,)[ ])?(?:ký[ ])?ban[ ]hành | xây[ ]dựng | thông[ ]qua | ra | có
    | cụ[ ]thể[ ]hóa[ ](?:bằng|thành)
    | (?(past)[^\W\d_]+|(?!))
    )(?![^\W\d_])
    (?P<issues>[ ](?:(?:các|\d+)[ ](?:(?:văn[ ]bản|{_KINDS})[^.;:(\n]{{0,70}}[:(][ ]*)?)?)?""",
    re.VERBOSE,
)
_ISSUES_LATER = re.compile(r"[^;.:()\n\d]{0,90}?(?<![^\W\d_])ban hành[ ](?:các[ ])?")
"""Deeds on the way to issuing: "đã chỉ đạo và ban hành …", "đã tham mưu UBND ban hành …"."""
_CARRIES_OUT = re.compile(
    rf"""(?:^|[.;:!?][ ])[ ]*(?:{MARK}[ ]*)*
    (?:(?:Năm|Trong|Ngày|Tháng|Từ|Đến|Thời[ ]gian[ ]qua|Vừa[ ]qua|Những[ ]năm[ ]qua)(?![^\W\d_])
      [^,;.\n]{{0,40}},[ ])?
    (?:(?:Để|Nhằm)[ ])?
    (?:(?:quán[ ]triệt|học[ ]tập|nghiên[ ]cứu|phổ[ ]biến|tuyên[ ]truyền|tiếp[ ]tục|kịp[ ]thời
      |nghiêm[ ]túc|tổ[ ]chức|triển[ ]khai|lãnh[ ]đạo|chỉ[ ]đạo|sâu[ ]sắc)(?:,|[ ]và)?[ ])*
    (?:thực[ ]hiện|cụ[ ]thể[ ]hóa|thể[ ]chế[ ]hóa|triển[ ]khai|thi[ ]hành|trên[ ]cơ[ ]sở)
    (?:[ ](?:các|những|nội[ ]dung|tinh[ ]thần|chủ[ ]trương|quan[ ]điểm|nhiệm[ ]vụ|mục[ ]tiêu|của
      |có[ ]hiệu[ ]quả|tốt))*
    [ ]$""",
    re.VERBOSE | re.IGNORECASE,
)
_REPORTED_IN = re.compile(
    r"(?:[ ](?:về|v/v)[ ][^.;:\n]{0,160}?)?[ ](?:\((?:tại[ ])?|(?:tại|bằng|trong)(?:[ ]các)?[ ])"
)
_MADE_CONCRETE = ("cụ thể hóa", "thể chế hóa", "triển khai", "triển khai thực hiện")
_BY = re.compile(r"[ ](?:bằng|thành|thông qua)(?:[ ]việc ban hành)?(?:[ ]các)?[ ]")
_ISSUED_FOR = re.compile(
    rf"""(?<![^\W\d_])ban[ ]hành[ ](?:các|nhiều|một[ ]số|\d+)[ ](?:văn[ ]bản|{_KINDS})(?![^\W\d_])
    (?:,?[ ](?:để|nhằm|về|lãnh[ ]đạo|chỉ[ ]đạo|quán[ ]triệt|tổ[ ]chức|triển[ ]khai|tiếp[ ]tục|việc
      |và|kịp[ ]thời))*
    ,?[ ](?:thực[ ]hiện|triển[ ]khai|cụ[ ]thể[ ]hóa|thi[ ]hành)[ ](?:có[ ]hiệu[ ]quả[ ])?$""",
    re.VERBOSE,
)
"""What many documents were issued for, counted before they are listed."""
_CARRYING = ("ện ", "ai ", "óa ", "nh ", "uả ")
"""What it ends with, at one look."""
_LISTED = re.compile(
    r":[ ]|[ ]\("
    r"|,?[ ](?:(?:bao )?gồm|như|cụ thể|trong đó|tiêu biểu)(?: (?:là|có|như))?[ ]?:?[ ]"
)
_NOT_DONE = re.compile(r"(?:sẽ|chưa|không|cần|phải|dự kiến|(?:đề|kiến) nghị)[ ]$", re.IGNORECASE)
_FARTHEST = 900
_WIDEST_GAP = 48
_NEAREST_LINKS = 64
_LONGEST_LEAD = 200


def carries_out(discourse: Discourse, spot: Spot) -> bool:
    """Tell whether a sentence begins with the carrying out of the reference at ``spot``."""
    start = discourse.citations[spot.number].start
    lead = discourse.flow[max(spot.lead_start, start - _LONGEST_LEAD) : start]
    at_head = spot.outer < 0 or CLAUSE_END.search(lead) is not None
    return at_head and _CARRIES_OUT.search(lead) is not None


def deed_of_another(discourse: Discourse, spot: Spot) -> list[Link] | None:
    """Return what the main clause behind the reference makes of it; None where it tells of none.

    That clause is read with the first reference, so that a list of them shares what it says; what
    is issued there has no other verb. An empty list says that a body did something which is no
    document: "Thực hiện X, UBND tỉnh đã chỉ đạo các sở …".
    """
    issues = spot.outer >= 0 and any(link.rule == "issued" for link in discourse.by(spot.number))
    if issues and any(
        link.subject == spot.number and link.rule == "issued"
        for link in discourse.links[-_NEAREST_LINKS:]
    ):
        return []
    if listed := _listed_behind(discourse, spot):
        return listed
    subject = main_clause(discourse, spot) if carries_out(discourse, spot) else None
    if subject is None:
        return None
    if subject < 0:
        return []
    cited = discourse.citations[spot.number]
    end = discourse.citations[subject].end
    return [
        Link(
            subject=subject,
            relation=Relation.IMPLEMENTS,
            object=spot.number,
            start=cited.start,
            end=end,
            rule="issued",
        )
    ]


def _listed_behind(discourse: Discourse, spot: Spot) -> list[Link]:
    """Return what a list makes of the reference before it: "ban hành 02 văn bản thực hiện X: A; B".

    The first one listed carries X out, and the others beside it; one that is older does not.
    """
    citations, number = discourse.citations, spot.number
    cited = citations[number]
    if discourse.flow[cited.start - 3 : cited.start] not in _CARRYING:
        return []
    lead = discourse.flow[max(spot.lead_start, cited.start - _LONGEST_LEAD) : cited.start]
    if number + 1 >= len(citations) or "ban hành" not in lead or not _ISSUED_FOR.search(lead):
        return []
    first = citations[number + 1]
    listed = _LISTED.fullmatch(discourse.flow, cited.fields_end, first.start)
    if first.start >= spot.block.end or not listed or first.date.is_before(cited.date):
        return []
    return [
        Link(
            subject=number + 1,
            relation=Relation.IMPLEMENTS,
            object=number,
            start=cited.start,
            end=first.end,
            rule="issued",
        )
    ]


def done_in_another(discourse: Discourse, spot: Spot, verb: Trigger) -> list[Link] | None:
    """Return what a body did by another document: "đã tổng kết 10 năm … X tại Báo cáo Y".

    It reviews in a report, and makes concrete in a plan: "đã cụ thể hóa X bằng Kế hoạch Y". None
    where the words behind the reference name no such document.
    """
    citations, number = discourse.citations, spot.number
    cited = citations[number]
    before = discourse.flow[max(spot.lead_start, verb.start - 12) : verb.start]
    if number + 1 >= len(citations) or _NOT_DONE.search(before):
        return None
    other = citations[number + 1]
    between = discourse.flow[cited.fields_end : other.start]
    if verb.relation is Relation.SUMMARIZES:
        done = other.type == "Báo cáo" and _REPORTED_IN.fullmatch(between)
        rule = "review"
    else:
        done = verb.phrase in _MADE_CONCRETE and _BY.fullmatch(between)
        # "Quán triệt, cụ thể hóa X bằng Y": Y does not only make X known.
        verb, rule = replace(verb, relation=Relation.IMPLEMENTS), "issued"
    return [link_from(number + 1, verb, number, (verb.start, other.end), rule)] if done else None


def main_clause(discourse: Discourse, spot: Spot) -> int | None:
    """Return the document that a body issues in the main clause behind the reference at ``spot``.

    -1 where the body did something else, or a report says that it is yet to do it, None where the
    clause is no tale: a text that acts itself says "ban hành Kế hoạch như sau", and neither "đã"
    nor the number of another document.
    """
    flow, citations = discourse.flow, discourse.citations
    cited = citations[spot.number]
    stop = min(spot.block.end, cited.start + _FARTHEST)
    acts = _ACTS.search(flow, cited.end, stop)
    if acts is None or not _goes_on(discourse, spot.number, acts.start()):
        return None
    later = _ISSUES_LATER.match(flow, acts.end(), acts.end() + 120) if acts["past"] else None
    end = later.end() if later else acts.end()
    subject = _next_reference(discourse, spot.number, end)
    issued = subject < len(citations) and citations[subject].start == end
    if acts["future"]:  # what a plan says that its body will do is what the plan is for
        return -1 if issued or spot.own_type == "Báo cáo" else None
    if (later or acts["issues"]) and issued:
        certain = acts["past"] or citations[subject].tier is MentionKind.NUMBERED
        return subject if certain else None
    return -1 if acts["past"] and acts["verb"] != "báo" else None


def _next_reference(discourse: Discourse, number: int, offset: int) -> int:
    """Return the first reference behind ``number`` that does not begin before ``offset``."""
    return bisect_left(
        discourse.citations, offset, lo=number + 1, key=lambda citation: citation.start
    )


def _goes_on(discourse: Discourse, number: int, end: int) -> bool:
    """Tell whether from reference ``number`` to ``end`` one clause stands, or a list."""
    citations = discourse.citations
    for stop in CLAUSE_END.finditer(discourse.flow, citations[number].end, end):
        following = _next_reference(discourse, number, stop.end())
        listed = stop.group()[0] in ";:" and following < len(citations)
        if not listed or citations[following].start - stop.end() > _WIDEST_GAP:
            return False
    return True
