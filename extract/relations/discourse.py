"""What a reference is read against: the references before it, and where it stands itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.grammar.citation import Citation
from extract.relations.link import Link
from extract.text.layout import Block


@dataclass(frozen=True, slots=True)
class Discourse:
    """The flow of a text, its references, and the links that were found up to now."""

    flow: str
    citations: Sequence[Citation]
    links: Sequence[Link]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where reference ``number`` stands: its paragraph, and what kind of place that is.

    ``outer`` is the reference before it in the paragraph, -1 where there is none; ``lead_start``
    the offset in the flow where the words that lead up to it begin; ``own_type`` the text's type.
    """

    number: int
    outer: int
    lead_start: int
    block: Block
    in_title: bool
    preamble: bool
    own_type: str
    holder: int = -1
    """The document of a register whose title the cell holds; -1 elsewhere."""
