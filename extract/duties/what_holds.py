"""Whether what a clause says obliges somebody: who is told, where it stands, how surely."""

import re

from extract.duties.clauses_of_tasks import Sentence
from extract.duties.constructions import Found
from extract.duties.subjects import ORDER
from extract.grammar.lexicon import any_of, bodies, whole
from extract.reading import Expects
from extract.text.view import UPPER
from ontology.documents.order_words import DutyWord, duty_words
from ontology.institutions.body_heads import BodyUse

_MUST = re.compile(whole(duty_words(DutyWord.MUST)))
_URGED = re.compile(whole(duty_words(DutyWord.URGED)))
_CASE_BY_CASE = re.compile(
    rf"{whole(duty_words(DutyWord.ARRIVES))}(?: đủ)?[ ]{whole(duty_words(DutyWord.CASE))}"
    r"|hồ sơ hợp lệ",
    re.IGNORECASE,
)
_ONCE = re.compile(whole(duty_words(DutyWord.ONCE)), re.IGNORECASE)
_STANDING = re.compile(
    r"(?:,|(?<![^\W\d_])và)[ ](?:(?:tổ[ ]chức|triển[ ]khai)[ ])?"
    + whole(duty_words(DutyWord.STANDING))
)
_GUIDES_OTHERS = re.compile(
    rf"[Hh]ướng dẫn (?:(?:các|từng)[ ]|[{UPPER}]|{any_of(duty_words(DutyWord.GUIDED_WAY))}[ ])"
)
"""By an act a body guides others, or in a procedure, for good: it owes no document by that."""
_FOR_APPROVAL = re.compile(whole(duty_words(DutyWord.FOR_APPROVAL)), re.IGNORECASE)
_GATHERED = re.compile(rf"{whole(duty_words(DutyWord.GATHERED))}[^.;]*$", re.IGNORECASE)
_TO_A_BODY = re.compile(
    rf"(?:[ ][^.;,:]{{1,60}}?)??[ ](?:với[ ]|về[ ]|lên[ ])?"
    rf"{bodies(BodyUse.ORDERED, BodyUse.ACTS, BodyUse.LETTERHEAD)}(?![^\W\d_])"
)
_ON_OCCASION = re.compile(whole(duty_words(DutyWord.ON_OCCASION)), re.IGNORECASE)
_SENT = ("gửi", "nộp")


def holds(found: Found, sentence: Sentence) -> bool:
    """Tell whether somebody owes the document: who is told, where, how surely."""
    words, due = sentence.words, found.due
    reports = found.deed.product.expects is Expects.REPORT
    urging = _URGED if reports else _MUST
    must = found.ordered or urging.search(words[: found.deed.start]) is not None
    if due and due.value[0] == "P" and _is_case_by_case(words[due.start : due.end], sentence):
        return False
    if ORDER.match(words) and sentence.addressed:
        return False
    if sentence.act and (found.bearer is None or (reports and due is None)):
        return False
    if not due and not reports and words[found.deed.start :].lower().startswith(_SENT):
        return False
    if _is_standing(found, sentence):
        return False
    if found.bearer is None and not (due and sentence.tasked):
        return False
    if found.deed.product.expects in (Expects.REPORT, Expects.CHANGE) and not (due or must):
        return reports and not sentence.act and sentence.tasked and _is_reported_up(found, words)
    return must or sentence.tasked


def _is_standing(found: Found, sentence: Sentence) -> bool:
    """Tell whether a clause says what a body is for, or what it lays before those who decide."""
    if found.deed.product.expects is Expects.REPORT:
        return _FOR_APPROVAL.search(sentence.words) is not None
    deed = sentence.words[found.deed.start : found.deed.end]
    timeless = sentence.act and not found.due and "ban hành" not in deed
    if timeless and _GUIDES_OTHERS.match(sentence.words, found.deed.start):
        return True
    return timeless and _STANDING.search(deed) is not None


def _is_reported_up(found: Found, words: str) -> bool:
    """Tell whether a report is owed though no time is set: what is gathered goes to a body."""
    gathered = _GATHERED.search(words[: found.deed.start]) is not None
    told = _TO_A_BODY.match(words, found.deed.end) is not None
    return gathered and told and _ON_OCCASION.search(words) is None


def _is_case_by_case(due: str, sentence: Sentence) -> bool:
    """Tell whether a time runs anew for each case that comes in, as procedures have it."""
    if _CASE_BY_CASE.search(due):
        return True
    return sentence.act and _ONCE.search(due) is None
