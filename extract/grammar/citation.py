"""A reference while it is being read: offsets are those in the flow, not yet in the text."""

from dataclasses import dataclass

from extract.reading import MentionKind, Printed
from ontology.documents.symbol import Symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Printed):
    """One reference in the flow, with the fields that are printed with it.

    ``start`` to ``end`` is the mention; ``fields_end`` is where its fields end and its title may
    begin. ``symbol`` is None for a name; ``number`` alone stands where no symbol is printed;
    ``printed`` is what stands behind the number.
    """

    start: int
    end: int
    fields_end: int
    tier: MentionKind
    printed: str = ""
    symbol: Symbol | None = None
    year: int | None = None
    name: str = ""
