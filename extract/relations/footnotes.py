"""What the body says of the documents that a footnote lists.

"Huyện ủy đã quán triệt, tuyên truyền các văn bản của cấp trên¹": the verb stands in the body, the
documents in the footnote that it points to.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from extract.grammar.citation import Citation
from extract.grammar.clauses import CLAUSE_END
from extract.reading import MentionKind
from extract.relations.link import SELF, Link
from extract.text.layout import Block, Layout
from ontology.documents.relation import Relation

_SPREAD = re.compile(r"(?:quán triệt|tuyên truyền|phổ biến|học tập)(?![^\W\d_])", re.IGNORECASE)
_REVIEW = re.compile(r"sơ kết|tổng kết", re.IGNORECASE)
_WIDEST = 260


def carried(layout: Layout, citations: Sequence[Citation], links: Sequence[Link]) -> Iterator[Link]:
    """Yield the links that a verb of the body makes to the documents of its footnote.

    What stands in the title of another document there, or has a verb of its own, is left out.
    """
    said = {link.object for link in links} | {
        link.subject for link in links if link.rule in ("passive", "attached")
    }
    starts = [citation.start for citation in citations]
    for offset, note in _tied(layout):
        clause = _clause(layout, offset)
        words = layout.flow[clause:offset]
        if not _SPREAD.search(words) or _REVIEW.search(words):
            continue
        for number in range(bisect_left(starts, note.start), bisect_left(starts, note.end)):
            cited = citations[number]
            if number not in said and cited.tier is MentionKind.NUMBERED:
                yield Link(
                    subject=SELF,
                    relation=Relation.DISSEMINATES,
                    object=number,
                    start=cited.start,
                    end=cited.end,
                    rule="spread",
                    context=(clause, offset),
                )


def _tied(layout: Layout) -> Iterator[tuple[int, Block]]:
    """Yield each offset that refers to a footnote with the footnote's first paragraph."""
    notes: dict[int, list[Block]] = defaultdict(list)
    for block in layout.blocks:
        if block.note is not None:
            notes[block.note].append(block)
    seen: dict[int, int] = defaultdict(int)
    for offset, number in layout.anchors:
        turn = seen[number]
        seen[number] += 1
        if turn < len(notes[number]):
            yield offset, notes[number][turn]


def _clause(layout: Layout, offset: int) -> int:
    """Return where the clause that ends at ``offset`` starts."""
    start = max(layout.block_at(offset).start, offset - _WIDEST)
    ends = [found.end() for found in CLAUSE_END.finditer(layout.flow, start, offset)]
    return ends[-1] if ends else start
