"""The clauses of a text that may oblige somebody, and whether they stand where tasks are given."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from extract.duties.bearers import Bearer
from extract.duties.deeds import first_deed
from extract.duties.quick_look import may_oblige
from extract.duties.where_tasks_stand import MARKS, asks, places_of_tasks
from extract.grammar.citation import Citation
from extract.grammar.clauses import CLAUSE_END
from extract.head.header import Header
from extract.reading import Expects, MentionKind
from extract.text.layout import Layout

_END = r"(?![^\W\d_])"
_WITHIN = re.compile(
    r",?[ ]đồng thời[ ]|(?<=[.;])[ ](?=[a-zđ]\)[ ])"
    r"|,[ ](?=(?:năm \d{4}|(?:sau )?\d+ năm)[ ](?:tổ chức )?\w+ kết(?![^\W\d_])|tổng kết \d+ năm"
    r"|tổng kết (?:(?:vào|trong|cuối|hết)[ ])?(?:năm|quý|tháng)[ ])"
    r"|(?:,(?<=\d{4},)|[ ]và(?<=\d{4}[ ]và))[ ](?=(?:tổ chức |báo cáo )?tổng kết )"
    r"|(?:,(?<!tháng,)(?<!quý,)|[ ]và(?<!tháng[ ]và)(?<!quý[ ]và))[ ]"
    r"(?=(?:định kỳ|hằng năm|hàng năm)(?![ ]để)[^,;.]{0,40} báo cáo)"
)
_NEXT_REPORT = re.compile(r",[ ](?=báo cáo [^,;.]{0,90} (?:hằng|hàng) (?:năm|quý|tháng))")
"""Another deed where the words before ask for a document: "lập kế hoạch, báo cáo … hằng năm"."""
_NEXT_DEED = re.compile(r",?[ ]và[ ](?=gửi[ ])")
_TIME = re.compile(
    r"[ ]*(?:(?:thời[ ](?:gian|hạn)|hoàn[ ]thành|xong|chậm[ ]nhất)"
    rf"{_END}[^.;,:]{{0,40}}(?::[ ])?[^.;,:]{{0,30}}\d)",
    re.IGNORECASE,
)
_TIME_HEAD = re.compile(
    r"(?:thời[ ](?:gian|hạn)|hoàn[ ]thành)(?:[ ]hoàn[ ]thành|[ ]thực[ ]hiện)?$", re.IGNORECASE
)
"""A time of its own behind a stop still belongs to the order before it."""
_LONGEST = 3000
"""No sentence that orders is longer; what is has been made to cost time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One clause: offsets in the flow, its words with citations masked and as printed.

    ``tasked`` tells whether it stands in a part that gives tasks; ``follows`` whether another
    clause of the same sentence stands before it, ``heads`` whether a colon stands behind it,
    ``asks`` whether the whole text is of a kind that asks.
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
    asks: bool


def sentences(layout: Layout, header: Header, citations: Sequence[Citation]) -> Iterator[Sentence]:
    """Yield the clauses of the body behind the title that may oblige somebody."""
    flow = layout.flow
    masked = ""
    asking = asks(header)
    for place in places_of_tasks(layout, header):
        masked = masked or _masked(flow, citations)
        follows = False
        clauses = list(_clauses(flow, place.block.start, place.block.end))
        while clauses and not may_oblige(flow[slice(*clauses[-1])]):
            clauses.pop()
        for start, end in clauses:
            if end - start > _LONGEST:
                continue
            yield Sentence(
                start=start,
                end=end,
                words=masked[start:end],
                printed=flow[start:end],
                tasked=place.tasked,
                act=place.act,
                follows=follows,
                addressed=place.addressed,
                heads=flow[end : end + 1] == ":",
                asks=asking,
            )
            follows = flow[end - 1 : end] != "." and flow[end : end + 1] != "."


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
    cuts = [
        (*found.span(), border)
        for border in (CLAUSE_END, _WITHIN, _NEXT_DEED, _NEXT_REPORT)
        for found in border.finditer(flow, start, end)
    ]
    mark = MARKS.match(flow, start, end)
    begin = mark.end() if mark else start
    for left, right, border in sorted(cuts, key=itemgetter(0, 1)):
        if right <= begin or _is_time(flow, begin, left, right, end):
            continue
        if border is _NEXT_REPORT and not _is_issued(flow[begin:left]):
            continue
        if left > begin:
            yield begin, left
        again = MARKS.match(flow, right, end)
        begin = again.end() if again else right
    if begin < end:
        yield begin, end


def _is_issued(words: str) -> bool:
    deed = first_deed(words)
    return deed is not None and deed.product.expects is Expects.ISSUE


def _is_time(flow: str, begin: int, left: int, right: int, end: int) -> bool:
    """Tell whether a cut only parts a time from what is owed by then."""
    if flow[left : left + 1] == ":":
        return _TIME_HEAD.search(flow, max(begin, left - 30), left) is not None
    stop = flow[left : left + 1].strip() or flow[left - 1 : left]
    found = _TIME.match(flow, right, end) if stop in (".", ";") else None
    return found is not None and not may_oblige(found[0])
