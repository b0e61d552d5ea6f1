"""Orders in prose: a bearer, a verb of issuing or reporting, a product, and by when."""

import re
from dataclasses import dataclass, replace

from extract.duties.bearers import Bearer, bearer_in
from extract.duties.clauses_of_tasks import Sentence
from extract.duties.deadlines import Due, due_in
from extract.duties.deeds import ISSUE, PRODUCT, first_deed
from extract.duties.products import Product, product_of
from extract.duties.reviews import announced_review
from extract.grammar.lexicon import any_of
from extract.reading import Expects
from extract.text.view import UPPER
from ontology.documents.order_words import DutyWord, duty_words

_BORDER, _END = r"(?<![^\W\d_])", r"(?![^\W\d_])"


def _words(*uses: DutyWord) -> str:
    return _BORDER + any_of(word for use in uses for word in duty_words(use)) + _END


_MUST_HAVE = re.compile(
    rf"{_BORDER}phải có (?P<product>{PRODUCT}){_END}(?:[^.;:,]{{0,30}}? của (?P<who>[^,.;:]+))?"
)
_SENT = re.compile(
    rf"(?P<product>{PRODUCT}){_END}[^.;:,]{{0,60}}?[ ](?:gửi|nộp){_END}", re.IGNORECASE
)
_ORDER = re.compile(rf"(?:{any_of(duty_words(DutyWord.ORDER))}){_END}(?: cho)?[ ]", re.IGNORECASE)
_WISH = re.compile(rf"(?:{any_of(duty_words(DutyWord.WISH))}){_END}", re.IGNORECASE)
_MUST = re.compile(_words(DutyWord.MUST))
_URGED = re.compile(
    r"(?<![^\W\d_])(?:phải|có trách nhiệm|có nhiệm vụ|khẩn trương|định kỳ)(?![^\W\d_])"
)
_HANDLES = (
    "(?:"
    + any_of(
        word
        for use in (DutyWord.MANNER, DutyWord.MUST, DutyWord.GUIDE, DutyWord.REPORT)
        for word in duty_words(use)
    )
    + rf"|phối[ ]hợp|gửi|nộp|có|sẽ|thống[ ]nhất|cùng[ ]với|căn[ ]cứ|{ISSUE}){_END}"
    rf"(?![ ](?:đảng|chính[ ]trị|cơ[ ]sở|đoàn[ ]thể){_END})"
)
"""Where the name of a body ends and what it is to do begins."""
_HANDLED = re.compile(rf"(?:^|(?<!Hậu)[ ,]){_HANDLES}")
_ACTS = re.compile(r"(?:^|[ ,])(?:phối hợp|chủ trì|tham mưu)(?![^\W\d_])", re.IGNORECASE)
_GIVES = re.compile(
    r"(?<!được)(?<!nhiệm vụ)(?<!đã)[ ](?=(?:giao|yêu cầu|phân công)[ ](?:các[ ])?[A-ZĐỦÁ])"
)
_AGAINST = re.compile(_words(DutyWord.PAST) + r"|" + _words(DutyWord.NOT), re.IGNORECASE)
_CONDITION = re.compile(
    rf"{_BORDER}(?:nếu|khi|trường hợp|đã|nơi nào|không|chưa|sau khi|vừa|được|quyền|có thể"
    rf"|theo đề nghị){_END}",
    re.IGNORECASE,
)
_MAY = re.compile(rf"{_BORDER}(?:có thể|tùy|được quyền|hoặc khi)(?![^\W\d_])", re.IGNORECASE)
_IF = re.compile(
    rf"{_BORDER}(?:khi[ ](?:được|có|phát hiện|xảy ra|cần|thấy|cơ quan)|trường hợp|nếu)(?![^\W\d_])",
    re.IGNORECASE,
)
_REMAINS = re.compile(
    rf"^(?P<who>.*?)(?:[ ](?:mà|còn))?[ ]chưa[ ].*(?:phải|thì|khẩn[ ]trương)[ ]"
    rf"(?:khẩn[ ]trương[ ])?(?:hoàn[ ]thành|làm[ ]xong|ban[ ]hành|thực[ ]hiện[ ]xong){_END}"
)
_REVIEWED = re.compile(
    rf"chưa (?:tổ chức )?(?:(?P<interim>{any_of(duty_words(DutyWord.INTERIM))})"
    rf"|{any_of(duty_words(DutyWord.FINAL))}){_END}"
)
_JOINS = re.compile(
    rf"phối hợp(?: chặt chẽ)? (?:với |cùng )?"
    rf"(?P<who>(?:[^.;:(),]|,(?=[ ](?:[{UPPER}]|các[ ])))+?)(?=,?[ ]{_HANDLES}|$)"
)
_CASE_BY_CASE = re.compile(
    r"(?:nhận được|tiếp nhận|có|nộp|nhận)(?: đủ)?[ ](?:hồ sơ|đơn|đề nghị|văn bản đề nghị|yêu cầu"
    r"|kiến nghị|thông báo|báo cáo|kết quả|đầy đủ)|hồ sơ hợp lệ",
    re.IGNORECASE,
)
_ONCE = re.compile(r"(?:ban hành|ký|có hiệu lực|này)(?![^\W\d_])", re.IGNORECASE)
_DEAREST = 140


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What one clause obliges to: offsets in the flow; ``ordered`` where an order word says so."""

    start: int
    end: int
    deed_end: int
    bearer: Bearer | None
    ordered: bool
    announced: bool
    product: Product
    due: str
    due_at: tuple[int, int] | None
    joins: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An order before it is known whether it holds; offsets are those in the clause."""

    start: int
    end: int
    product: Product
    bearer: Bearer | None
    due: Due | None
    ordered: bool = True
    announced: bool = False


@dataclass(frozen=True, slots=True)
class _Subject:
    """Who is to act, whether an order word says so, and the words in front of it."""

    bearer: Bearer | None
    ordered: bool = False
    skipped: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads clause by clause; ``subject`` is whom the clause before speaks of."""

    subject: Bearer | None = None

    def read(self, sentence: Sentence) -> tuple[Order | None, "Reader"]:
        """Return the order of a clause, if it holds one, and the reader of the next clause."""
        words = sentence.words
        if _WISH.match(words):
            return None, Reader()
        held = (self.subject if sentence.follows else None) or sentence.addressed
        deed = first_deed(words)
        lead = words[: deed[0]] if deed else words
        if deed is None and not sentence.heads and not _HANDLED.search(words):
            lead = ""
        subject = _subject(lead)
        unread = not subject.bearer and not sentence.heads and bearer_in(words) is not None
        following = Reader(None if unread else subject.bearer or held)
        found = _special(words, deed) if deed or _may_be_special(words) else None
        if found is None and deed and not _is_told(words, lead, subject):
            start, end, product = deed
            found = _Found(
                start=start,
                end=end,
                product=product,
                bearer=subject.bearer,
                due=due_in(words),
                ordered=subject.ordered,
            )
        if found is None:
            return None, following
        found = replace(found, bearer=_as_printed(found.bearer, sentence) or held)
        return (_order(found, sentence) if _holds(found, sentence) else None), following


def _may_be_special(words: str) -> bool:
    return "kết" in words or "phải" in words or _SENT.match(words) is not None


def _special(words: str, deed: tuple[int, int, Product] | None) -> _Found | None:
    """Return what is owed by a construction of its own: "chưa … phải", "phải có", a review."""
    due = due_in(words)
    if remains := _REMAINS.match(words):
        if reviewed := _REVIEWED.search(words):
            kind = "interim" if reviewed["interim"] else "final"
            deed = *reviewed.span(), Product("Báo cáo", Expects.REVIEW, kind)
        if deed is None:
            return None
        start, end, product = deed
        owner = _behind(words, remains["who"])
        return _Found(start=start, end=end, product=product, bearer=owner, due=due)
    if due and (having := _MUST_HAVE.search(words)):
        owner = bearer_in(having["who"]) if having["who"] else None
        owner = owner or _subject(words[: having.start()]).bearer
        start, end = having.span()
        product = product_of(having["product"], "")
        return _Found(start=start, end=end, product=product, bearer=owner, due=due)
    if due and (sent := _SENT.match(words)):
        product = product_of(sent["product"], words[sent.end("product") :])
        return _Found(start=0, end=sent.end(), product=product, bearer=None, due=due, ordered=False)
    review = announced_review(words)
    if review is None or _AGAINST.search(words[: review.start]):
        return None
    subject = _subject(words[: review.start])
    product = Product("Báo cáo", Expects.REVIEW, review.kind)
    return _Found(
        start=review.start,
        end=review.end,
        product=product,
        bearer=subject.bearer,
        due=review.due,
        ordered=subject.ordered,
        announced=True,
    )


def _is_told(words: str, lead: str, subject: _Subject) -> bool:
    """Tell whether a clause tells of a deed, forbids it, or puts it under a condition."""
    rest = lead[len(subject.skipped) :]
    if subject.bearer:
        rest = rest.replace(subject.bearer.printed, "", 1)
    if _CONDITION.search(subject.skipped) or _IF.search(words):
        return True
    return _AGAINST.search(rest) is not None or _MAY.search(rest) is not None


def _holds(found: _Found, sentence: Sentence) -> bool:
    """Tell whether somebody owes the document: who is told, where, how surely."""
    words, due = sentence.words, found.due
    reports = found.product.expects is Expects.REPORT
    urging = _URGED if reports else _MUST
    must = found.ordered or urging.search(words[: found.start]) is not None
    if due and due.value[0] == "P" and _is_case_by_case(words[due.start : due.end], sentence):
        return False
    if _ORDER.match(words) and sentence.addressed:
        return False
    if sentence.act and (found.bearer is None or (reports and due is None)):
        return False
    if not due and not reports and words[found.start : found.start + 3] in ("gửi", "nộp"):
        return False
    if found.bearer is None and not (due and sentence.tasked):
        return False
    if found.product.expects in (Expects.REPORT, Expects.CHANGE) and not (due or must):
        return False
    return must or sentence.tasked


def _order(found: _Found, sentence: Sentence) -> Order:
    start, due = sentence.start, found.due
    joined = _JOINS.search(sentence.words[: found.start])
    return Order(
        start=start,
        end=sentence.end,
        deed_end=start + found.end,
        bearer=found.bearer,
        ordered=found.ordered,
        announced=found.announced,
        product=found.product,
        due=due.value if due else "",
        due_at=(start + due.start, start + due.end) if due else None,
        joins=sentence.printed[slice(*joined.span("who"))].strip() if joined else "",
    )


def _as_printed(bearer: Bearer | None, sentence: Sentence) -> Bearer | None:
    """Return ``bearer`` with the citations that its name holds."""
    if bearer is None or "¤" not in bearer.printed:
        return bearer
    start = sentence.words.index(bearer.printed)
    return replace(bearer, printed=sentence.printed[start : start + len(bearer.printed)])


def _behind(words: str, who: str) -> Bearer | None:
    """Return who has not yet done it: by name, or all of a class that have not."""
    named = bearer_in(who.removesuffix(" nơi"))
    if not who.endswith(" nơi"):
        return named
    end = re.search(r",? (?:thì|phải|khẩn trương)(?![^\W\d_])", words)
    return Bearer(words[: end.start()], several=True) if end and bearer_in(who) else None


def _is_case_by_case(due: str, sentence: Sentence) -> bool:
    """Tell whether a time runs anew for each case that comes in, as procedures have it."""
    if _CASE_BY_CASE.search(due):
        return True
    return sentence.act and _ONCE.search(due) is None


def _subject(lead: str) -> _Subject:
    """Return who is to act by the words in front of a deed."""
    starts = [0, *(found.end() for found in re.finditer(r",[ ]|Riêng[ ]|Đối với[ ]", lead))]
    if given := _GIVES.search(lead):
        starts.insert(0, given.end())
    for start in starts:
        if start > _DEAREST or _ACTS.search(lead[:start]):
            break
        rest = lead[start:]
        order = _ORDER.match(rest)
        named = rest[order.end() :] if order else rest
        handled = _HANDLED.search(named)
        body = bearer_in(named[: handled.start()] if handled else named)
        if body:
            return _Subject(body, order is not None, lead[:start])
        if order:
            return _Subject(None, True, lead[: start + order.end()])
    return _Subject(None)
