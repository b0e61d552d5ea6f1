"""Documents that a text repeals in a list, or says to have lapsed."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.changes.parts import part_before
from extract.changes.scope import NOUNS, scope_of_heading
from extract.grammar.citation import Citation
from extract.grammar.clauses import CLAUSE_END, ITEM, MARK, OPERATIVE
from extract.grammar.cue import Trigger
from extract.grammar.lexicon import types
from extract.relations.discourse import Discourse, Spot
from extract.relations.link import SELF, Link, link_from
from extract.text.layout import Block, Layout
from ontology.documents.document_types import TypeUse
from ontology.documents.relation import Relation

_LIST_HEADING = re.compile(
    r"[ ]*(?:Điều[ ]\d+[a-zđ]?\.|\d+\.)?[ ]*(?P<verb>bãi bỏ|hủy bỏ|thay thế|công bố|hết hiệu lực"
    rf"|các (?:văn bản|quy định|{types(TypeUse.ISSUING)})[^.]{{0,60}}hết hiệu lực)",
    re.IGNORECASE,
)
_LAPSES = re.compile(
    r"[ ](?<!(?i:[ ]đã[ ]))(?i:(?:đều[ ])?"
    r"(?:hết hiệu lực|chấm dứt hiệu lực|không còn hiệu lực|(?:bị|được) (?:bãi bỏ|hủy bỏ))"
    r"(?:[ ](?:thi hành|toàn bộ|một phần))*(?=[ ]*(?:[,.;]|kể từ|từ|khi|sau|\n|$)))"
)
_LEADS = {
    "hiệu lực": (" đều hết ", " hết ", " đều chấm dứt ", " chấm dứt ", " không còn "),
    "bãi bỏ": (" đều bị ", " bị ", " đều được ", " được "),
    "hủy bỏ": (" đều bị ", " bị ", " đều được ", " được "),
}
"""Which words these follow, each behind the longer that ends with it."""
_BESIDE = re.compile(
    r"(?:[ ]*[,;]?[ ]*(?:về|v/v|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|điều chỉnh"
    r"|thành lập)\b[^.;]*?)?(?:[,;]|[ ]và)[ ]*"
    r"(?:[^;.]{0,160}?(?:quy định )?tại[ ](?:[^;.]{0,60}[ ])?)?(?:các[ ])?$",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"[ ]*(?:[^;.:]{0,160}?(?:quy định )?tại[ ](?:[^;.]{0,60}[ ])?|các[ ]"
    rf"|(?:[^;.:]{{0,80}},[ ])?(?:(?:các|những)[ ])?{NOUNS}[ ][^;.:]{{0,160}}?[ ](?:trong|của)[ ]"
    r"|[^;.:]{0,80}?(?:khoản|điểm|Điều|Phụ lục)[ ][^;.:]{0,40})?$",
    re.IGNORECASE,
)
_MARKED = re.compile(rf"[ ]*{MARK}[ ]*")


@dataclass(frozen=True, slots=True)
class Heading:
    """The verb of the line above a list of items, and where that line stands."""

    verb: Trigger
    start: int
    end: int


def heading_above(layout: Layout, block: Block, heading: Heading | None) -> Heading | None:
    """Return the verb that the items of a list share ("Bãi bỏ các văn bản sau đây:").

    ``heading`` is that of the item before, which goes on while items follow each other.
    """
    flow = layout.flow
    if not ITEM.match(flow, block.start):
        return None
    index = layout.number_of(block)
    above = layout.blocks[max(0, index - 1)]
    if heading is not None and ITEM.match(flow, above.start):
        return heading
    line = flow[above.start : above.end]
    found = _LIST_HEADING.match(line)
    if found is None or len(line) > 260 or above is block:
        return None
    verb = found["verb"].lower()
    if verb.startswith("công bố") and "hết hiệu lực" not in line:
        return None
    relation = Relation.REPLACES if verb == "thay thế" else Relation.REPEALS
    if verb == "thay thế" and scope_of_heading(line):
        relation = Relation.AMENDS
    return Heading(Trigger(relation=relation, start=0, phrase=verb), above.start, above.end)


def listed_under(heading: Heading, discourse: Discourse, spot: Spot) -> Link | None:
    """Return what the heading of a list says of the document that an item begins with."""
    cited = discourse.citations[spot.number]
    before = discourse.flow[spot.block.start : cited.start]
    if part := part_before(discourse.flow, cited.start):
        before = before[: before.rfind(part)]
    if before.strip() and not _MARKED.fullmatch(before):
        return None
    link = link_from(SELF, heading.verb, spot.number, (cited.start, cited.end), "item")
    return replace(link, context=(heading.start, heading.end))


def lapsed(layout: Layout, citations: Sequence[Citation], title_end: int) -> Iterator[Link]:
    """Yield what a clause says has lapsed: its subjects, not what their titles name."""
    flow = layout.flow
    starts = [citation.start for citation in citations]
    for lapse in _lapses(flow, title_end):
        block = layout.block_at(lapse.start())
        if not OPERATIVE.match(flow, block.start) or block.note is not None:
            continue
        marked = _MARKED.match(flow, block.start)
        start = max(
            (stop.end() for stop in CLAUSE_END.finditer(flow, block.start, lapse.start())),
            default=block.start,
        )
        start = max(start, marked.end() if marked else 0)
        tail = 0
        for number in range(bisect_left(starts, start), bisect_left(starts, lapse.start())):
            cited = citations[number]
            if cited.start < tail:
                continue
            before = flow[tail or start : cited.start]
            if not (_BESIDE.fullmatch(before) if tail else _HEADED.fullmatch(before)):
                break
            yield Link(
                subject=SELF,
                relation=Relation.REPEALS,
                object=number,
                start=cited.start,
                end=lapse.end(),
                rule="lapse",
            )
            tail = cited.fields_end


def _lapses(flow: str, title_end: int) -> Iterator[re.Match[str]]:
    """Yield where ``_LAPSES`` matches behind ``title_end``, in order.

    Literals are sought: that takes a tenth of the time of the pattern, which begins with a space.
    """
    lower = flow.lower()
    if len(lower) != len(flow):  # a letter that has no small one of its own size
        yield from _LAPSES.finditer(flow, title_end)
        return
    found: dict[int, re.Match[str]] = {}
    for word, leads in _LEADS.items():
        at = lower.find(word, title_end)
        while at >= 0:
            for lead in leads:
                start = at - len(lead)
                if lower.endswith(lead, title_end, at) and (match := _LAPSES.match(flow, start)):
                    found[start] = match
                    break
            at = lower.find(word, at + 1)
    for start in sorted(found):
        yield found[start]
