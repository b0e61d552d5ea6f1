"""Provisions that a text quotes: what they do is done by the document that they stand in.

A consolidated text gives in its notes the final articles of each amending law: "Các điều 23 và 24
của Luật X quy định như sau: “Điều 23 … Bãi bỏ khoản 3 Điều 75 của Luật Y”". It is X that repeals,
not the text that tells of it (Pháp lệnh 01/2012/UBTVQH13 on consolidation, Điều 4 and Điều 13:
a consolidated text changes nothing, and notes tell from which law each provision comes).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.grammar.citation import Citation
from extract.relations.link import SELF, Link

_OPENED = re.compile(r"quy[ ]định[ ]như[ ]sau[ ]?:\s*“")
_SENTENCE_START = re.compile(r"\n|[.;”][ ]")
_PROVISIONS_OF = re.compile(
    r"(?:^|[ ])(?:điều|khoản|điểm|mục|chương)[ ][^:“”]{1,120}[ ]của[ ]$", re.IGNORECASE
)
_MARK = re.compile("[“”]")
_CLOSED_LINE = re.compile(r"”[.;]?[ ]*(?:\n|$)")
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
    starts = [cited.start for cited in citations]
    behind = 0
    for opened in _OPENED.finditer(flow):
        if opened.start() < behind:
            continue
        behind = _closed(flow, opened.end())
        if not behind:
            return
        first, lead = _lead(flow, opened.start())
        number = bisect_left(starts, first)
        if number == len(starts) or starts[number] >= opened.start():
            continue
        of = _PROVISIONS_OF.search(lead[: starts[number] - first])
        yield Quotation(opened.end(), behind, number if of else None)


def by_source(links: Iterable[Link], flow: str, citations: Sequence[Citation]) -> list[Link]:
    """Return ``links``, the deeds in quoted provisions as those of the document they stand in.

    A deed of provisions whose document is not told is nobody's, and left out.
    """
    quoted = list(quotations(flow, citations))
    if not quoted:
        return list(links)
    return [own for link in links for own in _of_source(link, quoted)]


def _of_source(link: Link, quoted: Sequence[Quotation]) -> Iterator[Link]:
    around = next((each for each in quoted if each.start <= link.start < each.end), None)
    if around is None or link.subject != SELF:
        yield link
    elif around.source is not None and around.source != link.object:
        yield replace(link, subject=around.source)


def _lead(flow: str, end: int) -> tuple[int, str]:
    """Return where the sentence that introduces a quotation begins, and its words."""
    earliest = max(0, end - _LONGEST_LEAD)
    starts = [match.end() for match in _SENTENCE_START.finditer(flow, earliest, end)]
    first = starts[-1] if starts else earliest
    return first, flow[first:end]


def _closed(flow: str, start: int) -> int:
    """Return where a quotation ends that is open at ``start``, 0 where nothing closes it.

    Marks within it are matched; where one is missing it ends with the first line that a mark ends.
    """
    depth = 1
    for mark in _MARK.finditer(flow, start):
        depth += 1 if mark.group() == "“" else -1
        if not depth:
            return mark.start()
    closed = _CLOSED_LINE.search(flow, start)
    return closed.start() if closed else 0
