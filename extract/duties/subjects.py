"""Who is to act by the words in front of a deed, and whether an order word says so."""

import re
from dataclasses import dataclass

from extract.duties.bearers import Bearer, bearer_in
from extract.duties.deeds import ISSUE
from extract.grammar.lexicon import any_of
from extract.text.view import UPPER
from ontology.documents.order_words import DutyWord, duty_words

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
    + rf"|phối[ ]hợp|gửi|nộp|có|sẽ|thống[ ]nhất|cùng[ ]với|căn[ ]cứ|theo|{ISSUE}){_END}"
    rf"(?![ ](?:[đĐ]ảng|chính[ ]trị|cơ[ ]sở|đoàn[ ]thể){_END})"
)
"""Where the name of a body ends and what it is to do begins."""
HANDLED = re.compile(rf"(?:^|(?<!Hậu)[ ,]){HANDLES}")
"""In "Hậu cần" the second word is no verb but part of a name."""
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


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is to act, whether an order word says so, and the words in front of it.

    ``unknown`` tells that somebody is named who is no body that can be told.
    """

    bearer: Bearer | None
    ordered: bool = False
    skipped: str = ""
    unknown: bool = False


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
        body = bearer_in(named[: handled.start()] if handled else named)
        if body:
            return Subject(body, order is not None, lead[:start])
        if order:
            return Subject(None, True, lead[: start + order.end()])
        if _SOMEBODY.match(named):
            return Subject(None, unknown=True)
    return Subject(None)
