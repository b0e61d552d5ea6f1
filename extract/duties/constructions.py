"""What a clause would have somebody do: by a deed, or by a construction of its own."""

import re
from dataclasses import dataclass

from extract.duties.bearers import Bearer, bearer_in
from extract.duties.deadlines import Due, due_in
from extract.duties.deeds import PRODUCT, Deed, first_deed, reported_behind
from extract.duties.products import Product, product_of
from extract.duties.reviews import announced_review
from extract.duties.subjects import HANDLED, ORDER, WORKED, Subject, subject_of
from extract.grammar.lexicon import any_of, whole
from extract.reading import Expects
from ontology.documents.order_words import DutyWord, duty_words

_BORDER, _END = r"(?<![^\W\d_])", r"(?![^\W\d_])"
_MUST_HAVE = re.compile(
    rf"{_BORDER}phải có (?P<product>{PRODUCT}){_END}(?:[^.;:,]{{0,30}}? của (?P<who>[^,.;:]+))?"
)
_HAS = re.compile(rf"(?:^C|^c|[ ]c)ó (?P<product>{any_of(duty_words(DutyWord.HAVING))}){_END}")
_SENT = re.compile(
    rf"(?P<product>{PRODUCT}){_END}[^.;:,]{{0,60}}?[ ](?:gửi|nộp){_END}", re.IGNORECASE
)
_AGAINST = re.compile(whole((*duty_words(DutyWord.PAST), *duty_words(DutyWord.NOT))), re.IGNORECASE)
_CONDITION = re.compile(whole(duty_words(DutyWord.CONDITION)), re.IGNORECASE)
_MAY = re.compile(whole(duty_words(DutyWord.ALLOWED)), re.IGNORECASE)
_IF = re.compile(whole(duty_words(DutyWord.IF)), re.IGNORECASE)
_PROPOSES = re.compile(
    r"(?<!tham mưu[ ])(?<!tham mưu,[ ])(?<!tham mưu và[ ])"
    rf"{any_of(duty_words(DutyWord.WISH))}[ ]$",
    re.IGNORECASE,
)
"""Who proposes that something be made owes a proposal; who drafts it for another owes it."""
_GATHERED = re.compile(
    rf"{whole(duty_words(DutyWord.GATHERED))}[^.;]*?(?P<end>,?[ ]"
    rf"{any_of(duty_words(DutyWord.TO_THAT_END))}[ ])$",
    re.IGNORECASE,
)
"""What is gathered for a report is reported: "tổng hợp kết quả để báo cáo Thủ tướng"."""
_OVERSEEN = re.compile(r"(?<=[^\W\d_])[ ]việc[ ][^,;]*,")
"""What a body sees to before it reports: "đôn đốc việc thực hiện, báo cáo"."""
_FROM_ITS_DAY = re.compile(
    r"kể từ ngày [^,;]{0,40}[ ]này (?:được )?(?:ban hành|ký|phê duyệt|có hiệu lực)(?: thi hành)?"
)
"""From when a time runs, once for all: no condition, and nothing that was done."""
_AFTER_ITS_END = re.compile(r"^[Ss]au khi (?:kết thúc|hoàn thành|tổ chức|triển khai)[^,;]*, $")
"""What comes to an end for certain is no condition: "Sau khi kết thúc hội thi, các đơn vị …"."""
_BOUND = re.compile(rf"(?:(?![ ]và[ ])[^,;])*?[ ]{any_of(duty_words(DutyWord.BOUND))}[ ]")
_LIMIT = re.compile(whole(duty_words(DutyWord.LIMIT)), re.IGNORECASE)
_REMAINS = re.compile(
    rf"^(?P<who>.*?)(?:[ ](?:mà|còn))?[ ]chưa[ ].*(?:phải|thì|khẩn[ ]trương)[ ]"
    rf"(?:khẩn[ ]trương[ ])?(?:hoàn[ ]thành|làm[ ]xong|ban[ ]hành|thực[ ]hiện[ ]xong){_END}"
)
_REVIEWED = re.compile(
    rf"chưa (?:tổ chức )?(?:(?P<interim>{any_of(duty_words(DutyWord.INTERIM))})"
    rf"|{any_of(duty_words(DutyWord.FINAL))}){_END}"
)


@dataclass(frozen=True, slots=True)
class Found:
    """An order before it is known whether it holds; offsets are those in the clause."""

    deed: Deed
    bearer: Bearer | None
    due: Due | None
    ordered: bool = True
    announced: bool = False


def found_in(words: str) -> Found | None:
    """Return what a clause, its citations masked, would have somebody do; None where nothing."""
    deed = first_deed(words)
    if (deed or _may_be_special(words)) and (special := _special(words, deed)):
        return special
    if deed is None:
        return None
    if _PROPOSES.search(words[: deed.start]) and (told := reported_behind(words, deed)):
        deed = told
    lead = words[: deed.start]
    subject = subject_of(lead)
    if subject.unknown or _is_told(words, deed, subject) or _PROPOSES.search(lead):
        return None
    if not subject.ordered and _defines_bearer(words, deed):
        return None
    due = due_in(words)
    if due and _is_of_another(words, due, deed):
        due = None
    return Found(deed, subject.bearer, due, subject.ordered)


def _defines_bearer(words: str, deed: Deed) -> bool:
    """Tell whether a deed only says who is bound to another: "cơ quan ban hành … phải báo cáo"."""
    bound = _BOUND.match(words, deed.end)
    return bound is not None and first_deed(words[bound.end() :]) is not None


def _is_of_another(words: str, due: Due, deed: Deed) -> bool:
    """Tell whether a time tells when what stands before a deed is done, and sets no limit to it."""
    between = words[due.end : deed.start].strip(" ,")
    dated = due.value[0].isdigit() and between == "và"
    return dated and _LIMIT.search(words[due.start : due.end]) is None


def _may_be_special(words: str) -> bool:
    return "kết" in words or "phải" in words or "ó " in words or _SENT.match(words) is not None


def _special(words: str, deed: Deed | None) -> Found | None:
    """Return what is owed by a construction of its own: "chưa … phải", "phải có", a review."""
    if remains := _REMAINS.match(words):
        if reviewed := _REVIEWED.search(words):
            kind = "interim" if reviewed["interim"] else "final"
            deed = Deed(*reviewed.span(), Product("Báo cáo", Expects.REVIEW, kind))
        return Found(deed, _behind(words, remains["who"]), due_in(words)) if deed else None
    if (having := _MUST_HAVE.search(words)) and (due := due_in(words)):
        owner = bearer_in(having["who"]) if having["who"] else None
        owner = owner or subject_of(words[: having.start()]).bearer
        return Found(Deed(*having.span(), product_of(having["product"], "")), owner, due)
    if (has := _HAS.search(words)) and _is_to_have(words[: has.start()]):
        product = product_of(has["product"], words[has.end() :])
        whose = subject_of(words[: has.start()])
        return Found(Deed(*has.span(), product), whose.bearer, due_in(words), whose.ordered)
    if (sent := _SENT.match(words)) and (due := due_in(words)):
        product = product_of(sent["product"], words[sent.end("product") :])
        return Found(Deed(0, sent.end(), product), None, due, ordered=False)
    review = announced_review(words)
    if review is None or _AGAINST.search(words[: review.start]):
        return None
    subject = subject_of(words[: review.start])
    if subject.unknown:
        return None
    product = Product("Báo cáo", Expects.REVIEW, review.kind)
    reviewing = Deed(review.start, review.end, product)
    return Found(reviewing, subject.bearer, review.due, subject.ordered, True)


def _is_to_have(lead: str) -> bool:
    """Tell whether nothing but who is to have a document stands before it."""
    order = ORDER.match(lead)
    named = lead[order.end() :] if order else lead
    acts = HANDLED.search(named) or WORKED.search(named)
    return not named or (acts is None and bearer_in(named) is not None)


def _is_told(words: str, deed: Deed, subject: Subject) -> bool:
    """Tell whether a clause tells of a deed, forbids it, or puts it under a condition."""
    skipped, rest = subject.skipped, words[len(subject.skipped) : deed.start]
    if "kể từ ngày " in words:
        skipped, rest = _FROM_ITS_DAY.sub("", skipped), _FROM_ITS_DAY.sub("", rest)
    if subject.bearer:
        rest = rest.replace(subject.bearer.printed, "", 1)
    skipped = _AFTER_ITS_END.sub("", skipped)
    if deed.product.expects is Expects.REPORT:
        rest = _OVERSEEN.sub(",", rest)
        if gathered := _GATHERED.search(rest):
            rest = rest[: gathered.start("end")]
    if _CONDITION.search(skipped) or _IF.search(words):
        return True
    return _AGAINST.search(rest) is not None or _MAY.search(rest) is not None


def _behind(words: str, who: str) -> Bearer | None:
    """Return who has not yet done it: by name, or all of a class that have not."""
    order = ORDER.match(who)
    who = who[order.end() :] if order else who
    named = bearer_in(who.removesuffix(" nơi"))
    if not who.endswith(" nơi"):
        return named
    end = re.search(r",? (?:thì|phải|khẩn trương)(?![^\W\d_])", words)
    return Bearer(words[: end.start()], several=True) if end and bearer_in(who) else None
