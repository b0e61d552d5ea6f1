"""What a reference is read against: the references before it, and where it stands itself."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extract.grammar.citation import Citation
from extract.relations.link import Link
from extract.text.layout import Block
from ontology.documents.relation import Relation

_ALIAS = re.compile(
    r"\((?:sau đây |dưới đây )?(?:được )?(?:gọi|viết)[^()\n]{2,90}\)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Discourse:
    """The flow of a text, its references, and the links that were found up to now.

    Links are asked for by one of their two documents: of all there may be thousands, and looking
    through them with each reference makes the time grow with the square of the text.
    """

    flow: str
    citations: Sequence[Citation]
    links: list[Link] = field(default_factory=list)
    issuing: list[Link] = field(default_factory=list)
    """Those of them by which one document issues another."""
    _by_object: dict[int, list[Link]] = field(default_factory=lambda: defaultdict(list))
    _by_subject: dict[int, list[Link]] = field(default_factory=lambda: defaultdict(list))

    def add(self, links: Iterable[Link]) -> None:
        """Add links that were found, in the order of the text."""
        for link in links:
            self.links.append(link)
            if link.relation is Relation.PROMULGATES:
                self.issuing.append(link)
            self._by_object[link.object].append(link)
            self._by_subject[link.subject].append(link)

    def to(self, number: int) -> Sequence[Link]:
        """Return the links whose object is reference ``number``, in the order they were found."""
        return self._by_object.get(number, ())

    def by(self, number: int) -> Sequence[Link]:
        """Return the links whose subject is reference ``number``, in the order they were found."""
        return self._by_subject.get(number, ())


class Spot(NamedTuple):
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


def without_aliases(flow: str) -> str:
    """Return ``flow`` with "(sau đây gọi tắt là …)" blanked out: it stands in the way of lists."""
    if "gọi" not in flow and "viết" not in flow:
        return flow
    return _ALIAS.sub(lambda match: " " * len(match.group()), flow)
