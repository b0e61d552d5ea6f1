"""The clauses of a text that may oblige somebody, and whether they stand where tasks are given."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.duties.bearers import Bearer, bearer_in
from extract.grammar.citation import Citation
from extract.grammar.clauses import CLAUSE_END, MARK
from extract.grammar.lexicon import any_of, types_in_capitals
from extract.head.header import Header
from extract.reading import MentionKind
from extract.text.layout import Block, Layout
from ontology.documents.document_types import TypeUse, acts
from ontology.documents.order_words import DutyWord, duty_words

_END = r"(?![^\W\d_])"
_STARTS = re.compile(rf"[ ]*(?:{MARK}[ ]*|[IVX]+[.\-][ ]*)*")
_ARTICLE = re.compile(r"[ ]*Điều[ ]\d+[a-zđ]?[.:]")
_SECTION = re.compile(r"[ ]*(?:[IVXL]{1,6}[ ]*[.\-/)]|[A-H][ ]*[.\-/)][ ]|Phần[ ]|Chương[ ])")
_HEADING = re.compile(any_of(duty_words(DutyWord.TASK_HEADING)) + _END, re.IGNORECASE)
_COMMON = {"nhiệm vụ", "giải pháp", "phương hướng"}
_FUNCTIONS = re.compile(
    r"chức năng|quyền hạn|quyền và|tình hình|kết quả|kết quả đạt được|hạn chế", re.IGNORECASE
)
_TASKS = re.compile(
    r"(?:tổ chức thực hiện|tổ chức thi hành|nhiệm vụ|giải pháp|phân công)(?![^\W\d_])",
    re.IGNORECASE,
)
_DEED = re.compile(r"hành|dựng|mưu|hoàn|soạn|lập|trình|gửi|nộp|báo cáo|dẫn|kết|sửa|thay|phải có")
"""A part of a word that every deed holds: a quick look before the slow one."""
_GIVEN = re.compile(
    rf"(?<![^\W\d_])(?:{any_of(duty_words(DutyWord.ORDER))}|giao|yêu cầu|phân công)[ ]"
)
_URGED = re.compile(rf"{_GIVEN.pattern}|(?<![^\W\d_]){any_of(duty_words(DutyWord.MUST))}{_END}")
"""Words without which nothing is owed outside of the parts that give tasks."""
_LEADS = re.compile(
    rf"(?<![^\W\d_])(?:{any_of(duty_words(DutyWord.ORDER))}|nhiệm vụ sau|nhiệm vụ trọng tâm"
    rf"|chỉ thị){_END}[^:]*:$",
    re.IGNORECASE,
)
_RESPONSIBLE = re.compile(r"Trách nhiệm (?:của|thực hiện của)[ ]", re.IGNORECASE)
_ORDER = any_of(duty_words(DutyWord.ORDER))
_ORDERED = re.compile(rf"(?:{_ORDER}|Đối với){_END}[ ]*", re.IGNORECASE)
_TASKED = re.compile(
    rf"[ ,]*(?:(?:{any_of((*duty_words(DutyWord.MUST), *duty_words(DutyWord.MANNER)))}"
    rf"|phối hợp[^:]*|với[^:]*|các đơn vị[^:]*|và){_END}[ ,]*)*[:.]?$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r",?[ ]đồng thời[ ]|(?<=[.;])[ ](?=[a-zđ]\)[ ])"
    r"|,[ ](?=(?:năm \d{4}|(?:sau )?\d+ năm)[ ](?:tổ chức )?\w+ kết(?![^\W\d_])|tổng kết \d+ năm)"
    r"|(?:,|[ ]và)[ ](?=(?:định kỳ|hằng năm|hàng năm)[^,;.]{0,40} báo cáo)"
)
_NEXT_DEED = re.compile(r",?[ ]và[ ](?=gửi[ ])")
_RECIPIENTS = re.compile(r"[ ]*Nơi nhận[ ]*:", re.IGNORECASE)
_DRAFT = re.compile(r"[ ]*[(\[]?DỰ THẢO")
_PLAN = re.compile(rf"(?:BẢN )?{types_in_capitals(TypeUse.PLAN)}(?![^\W\d_])[^.;]{{0,90}}")
"""The title of what an act issues: behind it stand tasks, no articles."""
_RANKS = re.compile(
    r"[ ]*(?:(Điều[ ]\d+[a-zđ]?[.:])|([IVXL]{1,6}[ ]*[.\-/)])|(\d+\.[ )]?(?!\d))"
    r"|(\d+(?:\.\d+)+[.)]?|\d+\))|([a-zđ]{1,2}\d?\))|(-)|([+•*]))"
)
_UNKNOWN = 99
_LONGEST_HEADING = 220
_LONGEST_LEAD = 400
_LONGEST = 3000
"""No sentence that orders is longer; what is has been made to cost time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One clause: offsets in the flow, its words with citations masked and as printed.

    ``tasked`` tells whether it stands in a part that gives tasks; ``follows`` whether another
    clause of the same sentence stands before it, ``heads`` whether a colon stands behind it.
    """

    start: int
    end: int
    words: str
    printed: str
    tasked: bool
    act: bool
    follows: bool
    addressed: Bearer | None
    heads: bool


def sentences(layout: Layout, header: Header, citations: Sequence[Citation]) -> Iterator[Sentence]:
    """Yield the clauses of the body behind the title that may oblige somebody."""
    flow = layout.flow
    masked = _masked(flow, citations)
    for block, tasks, act, addressed in _places(layout, header):
        follows = False
        for start, end in _clauses(flow, block.start, block.end):
            if end - start > _LONGEST:
                continue
            yield Sentence(
                start=start,
                end=end,
                words=masked[start:end],
                printed=flow[start:end],
                tasked=tasks,
                act=act,
                follows=follows,
                addressed=addressed,
                heads=flow[end : end + 1] == ":",
            )
            follows = flow[end - 1 : end] != "." and flow[end : end + 1] != "."


def _places(layout: Layout, header: Header) -> Iterator[tuple[Block, bool, bool, Bearer | None]]:
    """Yield paragraphs: whether tasks are given there, by articles, and who is named above."""
    flow = layout.flow
    act = acts(header.type) and any(_ARTICLE.match(flow, block.start) for block in layout.blocks)
    title_end = header.title_at[1] if header.title_at else 0
    tasks = False
    led: tuple[int, Bearer] | None = None
    for block in layout.blocks:
        if block.start < title_end or block.note is not None or block.row:
            continue
        text = flow[block.start : block.end]
        if _DRAFT.match(text):
            return
        if _RECIPIENTS.match(text):
            tasks, led = False, None
            continue
        act = act and _PLAN.fullmatch(text.strip()) is None
        rank = _rank(text)
        if led and (rank <= led[0] or (rank == _UNKNOWN and block.heading)):
            led = None
        tasks = _tasks_below(text, block, before=tasks, act=act)
        if addressed := _addressed(text):
            led = (rank, addressed)
        elif _DEED.search(text) and (tasks or (_GIVEN if act else _URGED).search(text)):
            yield block, tasks, act, led[1] if led else None


def _tasks_below(text: str, block: Block, *, before: bool, act: bool) -> bool:
    """Tell whether tasks are given from a paragraph on, as they were ``before`` or anew."""
    heading = len(text) <= _LONGEST_HEADING and (
        block.heading or text.isupper() or text.rstrip()[-1:] not in ".;:,"
    )
    if _ARTICLE.match(text):
        return heading and _gives_tasks(text, act=act)
    if heading and (_SECTION.match(text) or text.isupper() or block.heading):
        return _gives_tasks(text, act=act)
    leads = text.endswith(":") and _LEADS.search(text[-_LONGEST_LEAD:]) is not None
    return before or (leads and not (act and _FUNCTIONS.search(text)))


def _gives_tasks(heading: str, *, act: bool) -> bool:
    """Tell whether tasks stand under a heading; what a body is for is no task."""
    found = {word.lower() for word in _HEADING.findall(heading)}
    return bool(found - (_COMMON if act else set())) and _FUNCTIONS.search(heading) is None


def _masked(flow: str, citations: Sequence[Citation]) -> str:
    """Return ``flow`` with the citations by number blanked out: their dates are no deadlines."""
    parts: list[str] = []
    done = 0
    for cited in sorted(citations, key=lambda cited: cited.start):
        if cited.tier is MentionKind.NAMED or cited.end <= done:
            continue
        start, end = max(done, cited.start), max(cited.end, cited.fields_end)
        parts += flow[done:start], "¤" * (end - start)
        done = end
    return "".join((*parts, flow[done:]))


def _clauses(flow: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    cuts = [(found.start(), found.end()) for found in CLAUSE_END.finditer(flow, start, end)]
    cuts += [(found.start(), found.end()) for found in _WITHIN.finditer(flow, start, end)]
    cuts += [(found.start(), found.end()) for found in _NEXT_DEED.finditer(flow, start, end)]
    mark = _STARTS.match(flow, start, end)
    begin = mark.end() if mark else start
    for left, right in sorted(cuts):
        if right <= begin:
            continue
        if left > begin:
            yield begin, left
        again = _STARTS.match(flow, right, end)
        begin = again.end() if again else right
    if begin < end:
        yield begin, end


def _addressed(text: str) -> Bearer | None:
    """Return whom a line names whose tasks stand below it: "2. Bộ Tài chính:"."""
    mark = _STARTS.match(text)
    words = text[mark.end() if mark else 0 :].strip()
    if len(words) > _LONGEST_HEADING or _TASKS.match(words):
        return None
    if found := _RESPONSIBLE.match(words):
        named = re.split(r"[ ](?:về|trong|đối với|khi|như sau)[ :]", words[found.end() :])[0]
        return bearer_in(named.rstrip(":."))
    ordered = _ORDERED.match(words)
    named = words[ordered.end() if ordered else 0 :]
    if not (words.endswith(":") or (mark and mark.end() and words[-1:] not in ".;,")):
        return None
    tail = re.search(rf"[ ](?:có trách nhiệm|chủ trì|phối hợp|chịu trách nhiệm){_END}", named)
    body = named[: tail.start()] if tail else named.rstrip(":.")
    if tail and not _TASKED.match(named[tail.start() :]):
        return None
    return bearer_in(body)


def _rank(text: str) -> int:
    """Return how deep an item stands by its mark; what is no item stands deepest."""
    mark = _RANKS.match(text)
    return (mark.lastindex or 1) - 1 if mark else _UNKNOWN
