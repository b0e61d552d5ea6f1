"""Documents that a text repeals in a list, or says to have lapsed."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.changes.parts import part_before
from extract.changes.scope import NOUNS, scope_of_heading
from extract.grammar.citation import Citation
from extract.grammar.clauses import BY_THIS, CLAUSE_END, ITEM, MARK, OPERATIVE
from extract.grammar.cue import Trigger
from extract.grammar.lexicon import types
from extract.relations.discourse import Discourse, Spot
from extract.relations.link import SELF, Link, link_from
from extract.text.layout import Block, Layout
from ontology.documents.document_types import TypeUse
from ontology.documents.relation import Relation

_LIST_HEADING = re.compile(
    rf"""[ ]*(?:Điều[ ]\d+[a-zđ]?\.|\d+\.)?[ ]*
    (?:(?:(?:kể[ ])?từ[ ]ngày|khi)[ ][^,.;:]{{1,90}},[ ])?
    (?: (?P<verb>bãi[ ]bỏ|hủy[ ]bỏ|thay[ ]thế|công[ ]bố|hết[ ]hiệu[ ]lực
        |các[ ](?:văn[ ]bản|quy[ ]định|{types(TypeUse.ISSUING)})[^.]{{0,60}}hết[ ]hiệu[ ]lực)
      | (?P<this>[^\W\d_]+(?:[ ][^\W\d_]+){{0,2}})[ ]này[ ]
        (?:có[ ]hiệu[ ]lực[^.;:]{{0,120}}?(?:,|[ ]và)[ ])?
        (?P<does>thay[ ]thế|bãi[ ]bỏ|hủy[ ]bỏ)(?:[ ]cho)?
        (?:[ ](?:toàn[ ]bộ[ ])?(?:các|những)[ ][^.:]{{0,120}})?:
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_LAPSES = re.compile(
    r"[ ](?<!(?i:[ ]đã[ ]))(?i:(?:đều[ ])?"
    r"(?:hết hiệu lực|chấm dứt hiệu lực|không còn hiệu lực|(?:bị|được) (?:bãi bỏ|hủy bỏ))"
    r"(?:[ ](?:thi hành|toàn bộ|một phần))*(?=[ ]*(?:[,.;]|kể từ|từ|khi|sau|\n|$))"
    r"|(?<!sẽ )(?:được|bị) (?P<verb>thay thế|bãi bỏ|hủy bỏ)"
    rf"(?={BY_THIS.pattern}))"
)
"""That a document lapses, or is replaced by the text itself: "được thay thế bằng Kế hoạch này"."""
_LEADS = {
    "hiệu lực": (" đều hết ", " hết ", " đều chấm dứt ", " chấm dứt ", " không còn "),
    "bãi bỏ": (" đều bị ", " bị ", " đều được ", " được "),
    "hủy bỏ": (" đều bị ", " bị ", " đều được ", " được "),
    "thay thế": (" bị ", " được "),
}
"""Which words these follow, each behind the longer that ends with it."""
_BESIDE = re.compile(
    r"(?:[ ]*[,;]?[ ]*(?:về|v/v|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|điều chỉnh"
    r"|thành lập)\b[^.;]*?)?(?:[,;]|[ ]và)[ ]*"
    r"(?:[^;.]{0,160}?(?:quy định )?tại[ ](?:[^;.]{0,60}[ ])?)?(?:các[ ])?(?:số[ ]*)?$",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"[ ]*(?:[^;.:]{0,160}?(?:quy định )?tại[ ](?:[^;.]{0,60}[ ])?|các[ ]"
    rf"|(?:[^;.:]{{0,80}},[ ])?(?:(?:các|những)[ ])?{NOUNS}[ ][^;.:]{{0,160}}?[ ](?:trong|của)[ ]"
    r"|[^;.:]{0,80}?(?:khoản|điểm|Điều|Phụ lục)[ ][^;.:]{0,40})?$",
    re.IGNORECASE,
)
_MARKED = re.compile(rf"[ ]*{MARK}[ ]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The verb of the line above a list of items, where that line stands, and whose deed it is.

    ``this`` is the type word of "Thông tư này thay thế các Thông tư sau:", empty without one;
    ``kind`` how the line is marked as an item; ``last`` the block that it was last found above.
    """

    verb: Trigger
    start: int
    end: int
    this: str
    kind: str
    last: int


def heading_above(layout: Layout, block: Block, heading: Heading | None) -> Heading | None:
    """Return the verb that the items of a list share ("Bãi bỏ các văn bản sau đây:").

    ``heading`` is that of the item before, which goes on while items follow each other.
    """
    flow = layout.flow
    kind = _kind(flow, block.start)
    if not kind:
        return None
    number = layout.number_of(block)
    if heading is not None and heading.kind in (
        _kind(flow, beside.start) for beside in layout.blocks[heading.last + 1 : number + 1]
    ):
        heading = None  # "3. …" does not stand below "2. Bãi bỏ các văn bản sau:"
    above = layout.blocks[max(0, number - 1)]
    line = flow[above.start : above.end]
    goes_on = heading is not None and ITEM.match(flow, above.start) is not None
    heading = replace(heading, last=number) if heading and goes_on else None
    if heading and not line.rstrip().endswith(":"):
        return heading
    found = _LIST_HEADING.match(line)
    if found is None or len(line) > 260 or above is block:
        return heading
    verb = (found["verb"] or found["does"]).lower()
    if verb.startswith("công bố") and "hết hiệu lực" not in line:
        return heading
    relation = Relation.REPLACES if verb == "thay thế" else Relation.REPEALS
    if verb == "thay thế" and scope_of_heading(line):
        relation = Relation.AMENDS
    trigger = Trigger(relation=relation, start=0, phrase=verb)
    return Heading(
        verb=trigger,
        start=above.start,
        end=above.end,
        this=(found["this"] or "").lower(),
        kind=_kind(flow, above.start) or "none",
        last=number,
    )


def _kind(flow: str, start: int) -> str:
    """Return how the item at ``start`` is marked, alike for all items of a list; empty for none."""
    marked = ITEM.match(flow, start)
    mark = marked.group().strip() if marked else ""
    first = "1" if mark[:1].isdigit() else "a" if mark[1:] else ""
    return f"{first}{mark.count('.')}{mark[-1:]}" if mark else ""


def listed_under(heading: Heading, discourse: Discourse, spot: Spot) -> Link | None:
    """Return what the heading of a list says of the document that an item begins with."""
    if heading.this and not (spot.own_type and heading.this.endswith(spot.own_type.lower())):
        return None  # a draft, or the text that a consolidated one prints
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
        operative = lapse["verb"] or OPERATIVE.match(flow, block.start)
        if not operative or block.note is not None:
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
                relation=Relation.REPLACES if lapse["verb"] == "thay thế" else Relation.REPEALS,
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
