"""Who is to act by the words in front of a deed, and whether an order word says so."""

import re
from dataclasses import dataclass, replace

from extract.duties.bearers import Bearer, bearer_in
from extract.duties.deeds import ISSUE
from extract.grammar.lexicon import any_of
from extract.text.view import UPPER
from ontology.documents.order_words import DutyWord, duty_words
from ontology.institutions.bodies import body_level

_END = r"(?![^\W\d_])"
ORDER = re.compile(rf"(?:{any_of(duty_words(DutyWord.ORDER))}){_END}(?: cho)?[ ]", re.IGNORECASE)
_HANDLING = (
    DutyWord.MANNER,
    DutyWord.MUST,
    DutyWord.GUIDE,
    DutyWord.REPORT,
    DutyWord.ALLOWED,
)
HANDLES = (
    "(?:"
    + any_of(word for use in _HANDLING for word in duty_words(use))
    + rf"|phối[ ]hợp|gửi|nộp|có|sẽ|thống[ ]nhất|cùng[ ]với|căn[ ]cứ|theo|{ISSUE}"
    r"|trên[ ]cơ[ ]sở|(?:hằng|hàng|mỗi)[ ](?:năm|quý|tháng|tuần|ngày)"
    r"|trong[ ](?:vòng|thời[ ]hạn|tháng|quý|năm)"
    rf"|(?:chậm|muộn)[ ]nhất|(?:trước|đến)[ ]ngày|vào[ ](?:ngày|tháng|quý|cuối|đầu)){_END}"
    rf"(?![ ](?:[đĐ]ảng|chính[ ]trị|cơ[ ]sở|đoàn[ ]thể){_END})"
)
"""Where the name of a body ends and what it is to do begins."""
HANDLED = re.compile(rf"(?:^|(?<!Hậu)[ ,]){HANDLES}")
"""In "Hậu cần" the second word is no verb but part of a name."""
_BOUND = re.compile(rf"[ ]{any_of(duty_words(DutyWord.BOUND))}{_END}")
"""What a kind of body is bound to, told without a count: "doanh nghiệp có trách nhiệm"."""
WORKED = re.compile(rf"[ ]{any_of(duty_words(DutyWord.WORK))}{_END}")
"""What a body does besides: no document comes of it, but its name ends there."""
_SOMEBODY = re.compile(
    rf"{any_of(duty_words(DutyWord.SOMEBODY))}{_END}(?!,|[ ]và[ ])", re.IGNORECASE
)
_ACTS = re.compile(r"(?:^|[ ,])(?:phối hợp|chủ trì|tham mưu)(?![^\W\d_])", re.IGNORECASE)
_GIVES = re.compile(
    r"(?<!được)(?<!nhiệm vụ)(?<!đã)[ ]"
    rf"(?=(?:giao|yêu cầu|phân công|đề nghị)[ ](?:các[ ])?[{UPPER}]"
    r"|(?:yêu cầu|đề nghị)[ ]các[ ])"
)
_OF_THE_PARTY = any_of(duty_words(DutyWord.BODY))
_TIME_FIRST = re.compile(
    r"[ ]*(?:định kỳ|hằng|hàng|trước|chậm nhất|vào|cuối)[ ](?![^;:]*?[ ](?:báo cáo|khi|đó)[ ])"
    rf"[^;:]{{0,60}}?(?:năm|quý|tháng|tuần|\d|\))[ ]"
    rf"(?=(?i:các|từng|mỗi)[ ]|(?-i:[{UPPER}])|{_OF_THE_PARTY}{_END})",
    re.IGNORECASE,
)
"""When it is to be done, straight before who is to do it: "Hằng năm các xã"."""
_DEAREST = 140
_NAMED = 2
"""How many spaces the name of a body has at least whose level is not known."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is to act, whether an order word says so, and the words in front of it.

    ``unknown`` tells that somebody is named who is no body that can be told.
    """

    bearer: Bearer | None
    ordered: bool = False
    skipped: str = ""
    unknown: bool = False


def named_in(words: str) -> Bearer | None:
    """Return the body that ``words`` begin with, without the work that is told of it.

    "Hội đồng thẩm định" is called by what it does; "Bộ Công an tiếp thu ý kiến" is not.
    """
    worked = WORKED.search(words)
    name = words[: worked.start()] if worked else ""
    if name and (body_level(name) is not None or name.count(" ") >= _NAMED):
        return bearer_in(name) or bearer_in(words)
    return bearer_in(words)


def subject_of(lead: str) -> Subject:
    """Return who is to act by the words in front of a deed."""
    starts = [0, *(found.end() for found in re.finditer(r"[,:][ ]|Riêng[ ]|Đối với[ ]", lead))]
    if timed := _TIME_FIRST.match(lead):
        starts.append(timed.end())
    if given := _GIVES.search(lead):
        starts.insert(0, given.end())
    for start in starts:
        if start > _DEAREST or _ACTS.search(lead[:start]):
            break
        rest = lead[start:]
        order = ORDER.match(rest)
        named = rest[order.end() :] if order else rest
        handled = HANDLED.search(named)
        body = named_in(named[: handled.start()] if handled else named)
        if body:
            return Subject(body, order is not None, lead[:start])
        if order:
            return Subject(None, True, lead[: start + order.end()])
        if _SOMEBODY.match(named):
            return Subject(None, unknown=True)
        if handled and _BOUND.match(named, handled.start()):
            kind = bearer_in(named[:1].upper() + named[1 : handled.start()])
            if kind:
                return Subject(replace(kind, printed=named[: handled.start()]), False, lead[:start])
    return Subject(None)
