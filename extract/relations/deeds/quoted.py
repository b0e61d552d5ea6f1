"""Provisions that a text quotes: what they do is done by the document that they stand in.

A consolidated text gives in its notes the final articles of each amending law: "Các điều 23 và 24
của Luật X quy định như sau: “Điều 23 … Bãi bỏ khoản 3 Điều 75 của Luật Y”". It is X that repeals,
not the text that tells of it: a consolidated text changes nothing, and says so of each provision
(source: the six such texts of the Official Gazette that were read). So with the new words that an
amending act gives to another: "Sửa đổi Điều 5 như sau: “Điều 5 … Nghị quyết này thay thế …”".
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.grammar.citation import Citation
from extract.grammar.clauses import MARK
from extract.relations.link import SELF, Link

_TELLING, _AS_FOLLOWS = "quy định ", "như sau"
_OPENED = re.compile(r"như[ ]sau[ ]?:\s*(?P<mark>[“\"])")
_CHANGED = re.compile(
    rf"[ ]*(?:{MARK}[ ]*)*(?:Nay[ ])?(?:Sửa[ ]đổi|Bổ[ ]sung|Thay[ ]thế)(?![^\W\d_])"
    r"|[^:“”]{0,200}[ ]được[ ](?:sửa[ ]đổi|bổ[ ]sung|thay[ ]thế)(?:,[ ]bổ[ ]sung)?[ ](?=như[ ]sau)",
    re.IGNORECASE,
)
"""What gives provisions new words, from the beginning of the sentence."""
_SENTENCE_START = re.compile(r"\n|[.;”][ ]")
_PROVISIONS_OF = re.compile(
    r"(?:^|[ ])(?:điều|khoản|điểm|mục|chương)[ ][^:“”]{1,120}[ ]của[ ]$", re.IGNORECASE
)
_MARK = re.compile("[“”]")
_CLOSED_LINE = re.compile(r"”[.;]?[ ]*(?:\n|$)")
_CLOSED_STRAIGHT = re.compile(r"\"[.;,]?[ ]*(?:\n|$)")
_LONGEST_LEAD = 400


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted provisions: the offsets of their words in the flow, and the document they are of.

    ``source`` is the number of its citation, None where the words before do not tell.
    """

    start: int
    end: int
    source: int | None


def quotations(flow: str, citations: Sequence[Citation]) -> Iterator[Quotation]:
    """Yield the provisions of other documents that ``flow`` quotes, in the order of the text."""
    opened = list(_opened(flow))
    if not opened:
        return
    starts = [cited.start for cited in citations]
    ends = _ends_of_quotations(flow)
    behind = 0
    for match in opened:
        tells = flow.endswith(_TELLING, 0, match.start())
        lead_end, start = match.start() - len(_TELLING) * tells, match.end()
        if lead_end < behind:
            continue
        first = _sentence_start(flow, lead_end)
        amends = _CHANGED.match(flow, first, lead_end) is not None
        end = ends.get(start, 0)
        if not end:
            # Where a mark is missing among those within, it ends with the first line that one ends.
            straight = match["mark"] == '"'
            closed = (_CLOSED_STRAIGHT if straight else _CLOSED_LINE).search(flow, start)
            end = closed.start() if closed and (straight or not amends) else 0
        if not end or not (tells or amends):
            continue
        behind = end
        number = bisect_left(starts, first)
        named = number < len(starts) and starts[number] < lead_end
        of = _PROVISIONS_OF.search(flow[first : starts[number]]) if named else None
        if named or amends:
            yield Quotation(start, end, number if of else None)


def _opened(flow: str) -> Iterator[re.Match[str]]:
    """Yield where "như sau: “" opens a quotation: its letters are found sooner than a pattern."""
    at = flow.find(_AS_FOLLOWS)
    while at >= 0:
        if opened := _OPENED.match(flow, at):
            yield opened
        at = flow.find(_AS_FOLLOWS, at + 1)


def by_source(links: Iterable[Link], flow: str, citations: Sequence[Citation]) -> list[Link]:
    """Return ``links``, the deeds in quoted provisions as those of the document they stand in.

    A deed of provisions whose document is not told is nobody's, and left out.
    """
    quoted = list(quotations(flow, citations))
    return [own for link in links for own in _of_source(link, quoted)] if quoted else list(links)


def _of_source(link: Link, quoted: Sequence[Quotation]) -> Iterator[Link]:
    number = bisect_right(quoted, link.start, key=lambda each: each.start) - 1
    around = quoted[number] if number >= 0 and link.start < quoted[number].end else None
    if around is None or link.subject != SELF:
        yield link
    elif around.source is not None and around.source != link.object:
        yield replace(link, subject=around.source)


def _sentence_start(flow: str, end: int) -> int:
    """Return where the sentence begins whose words before ``end`` introduce a quotation."""
    earliest = max(0, end - _LONGEST_LEAD)
    starts = (match.end() for match in _SENTENCE_START.finditer(flow, earliest, end))
    return max(starts, default=earliest)


def _ends_of_quotations(flow: str) -> dict[int, int]:
    """Return where the words in each pair of quotation marks end, by where they begin."""
    ends: dict[int, int] = {}
    open_ones: list[int] = []
    for mark in _MARK.finditer(flow):
        if mark.group() == "“":
            open_ones.append(mark.end())
        elif open_ones:
            ends[open_ones.pop()] = mark.start()
    return ends
