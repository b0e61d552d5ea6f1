"""What a text is based on: the lines "Căn cứ …" of its preamble."""

import re

from extract.grammar.citation import Citation
from extract.grammar.clauses import MARK
from extract.relations.discourse import Discourse, Spot
from extract.relations.link import SELF, Link
from ontology.documents.relation import Relation

BASIS = re.compile(rf"[ ]*(?:{MARK}[ ]*)?Căn cứ[ ]", re.IGNORECASE)
_LONGEST_BASIS = 400


def first_basis(discourse: Discourse, spot: Spot) -> list[Link]:
    """Return the first basis of a line "Căn cứ …"; long words in between make it another matter."""
    start, cited = spot.block.start, discourse.citations[spot.number]
    filler = BASIS.sub("", discourse.flow[start : cited.start], count=1)
    return (
        [
            Link(
                subject=SELF,
                relation=Relation.BASED_ON,
                object=spot.number,
                start=start,
                end=cited.end,
                rule="basis",
            )
        ]
        if len(filler) < 90
        else []
    )


def next_basis(discourse: Discourse, spot: Spot) -> Link:
    """Return a further basis of the same line."""
    start, cited = spot.block.start, discourse.citations[spot.number]
    near = cited.end - start <= _LONGEST_BASIS
    context = None if near else (start, start + len("Căn cứ"))
    return Link(
        subject=SELF,
        relation=Relation.BASED_ON,
        object=spot.number,
        start=start if near else cited.start,
        end=cited.end,
        rule="basis",
        context=context,
    )


def is_basis(cited: Citation) -> bool:
    """Tell whether a member of a line "Căn cứ …" is what a text is based on, and not its matter."""
    return cited.symbol is not None or cited.type in (
        "Luật",
        "Bộ luật",
        "Pháp lệnh",
        "Nghị quyết",
        "Quy chế",
        "Điều lệ",
    )


def in_preamble(flow: str, spot: Spot) -> bool:
    """Tell whether a reference stands in a line "Căn cứ …" of the preamble."""
    return spot.preamble and not spot.in_title and BASIS.match(flow, spot.block.start) is not None
