"""Where a text attaches a document with a heading of its own: there its type word means itself."""

import re
from collections.abc import Iterator

from extract.coreference.short_forms import kind_of
from extract.grammar.lexicon import types_in_capitals
from extract.text.layout import Layout
from ontology.documents.document_types import TypeUse

_HEADING = re.compile(rf"(?:BẢN )?(?P<type>{types_in_capitals(TypeUse.ISSUED)})(?![^\W\d_])")
_ATTACHED = re.compile(r"\((?:[^\W\d_]+ ){0,3}[Kk]$")
"""What leads up to "èm theo" below the heading: "(Ban hành kèm theo", "(Quy chế này kèm theo"."""
_LEAD = 24
_MOST_LINES = 5
"""How many lines the heading and the title take up above "(Ban hành kèm theo …)"."""


def attached_documents(layout: Layout) -> Iterator[tuple[int, str]]:
    """Yield where the documents that a text attaches begin, each with its type word."""
    flow = layout.flow
    at = flow.find("èm theo")
    while at >= 0:
        if _ATTACHED.search(flow, max(0, at - _LEAD), at):
            last = layout.number_of(layout.block_at(at))
            for block in reversed(layout.blocks[max(0, last - _MOST_LINES) : last + 1]):
                if heading := _HEADING.match(flow, block.start, block.end):
                    yield block.start, kind_of(heading["type"].capitalize())
                    break
        at = flow.find("èm theo", at + 1)
