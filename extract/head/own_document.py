"""The text's own document: what its head says, the reference to itself, and where it comes from."""

from dataclasses import dataclass
from typing import Self

from extract.grammar.citation import Citation
from extract.head.header import Header
from extract.head.home import Home, home_of
from extract.reading import MentionKind


@dataclass(frozen=True, slots=True)
class OwnDocument:
    """The head of a text, the reference that its own number is, and the place it comes from."""

    header: Header
    citation: Citation
    home: Home

    @classmethod
    def of(cls, header: Header) -> Self:
        """Return the document that ``header`` is the head of; its reference may be empty."""
        start, end = header.number_at or (0, 0)
        symbol = header.symbol
        citation = Citation(
            start=start,
            end=end,
            fields_end=end,
            tier=MentionKind.SELF,
            type=header.type,
            number=symbol.number if symbol else "",
            printed=header.printed,
            symbol=symbol,
            year=symbol.year if symbol else None,
            date=header.date,
            issuer=header.issuer,
            name=header.title,
        )
        return cls(header, citation, home_of(header))
