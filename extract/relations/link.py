"""A relation between two references of a text, while it is being read."""

from dataclasses import dataclass

from extract.grammar.cue import Trigger
from ontology.documents.extraction_rules import rule_confidence
from ontology.documents.relation import Relation

SELF = -1
"""The text's own document, where citations are counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation between two citations by their numbers, with the offsets in the flow that say so.

    ``context`` is where the verb stands, if that is apart from the object: the heading of a list.
    """

    subject: int
    relation: Relation
    object: int
    start: int
    end: int
    rule: str
    review: str = ""
    years: float | None = None
    context: tuple[int, int] | None = None

    @property
    def confidence(self) -> float:
        """How sure the rule that made the link is."""
        return rule_confidence(self.rule)


def link_from(
    subject: int, verb: Trigger, number: int, offsets: tuple[int, int], rule: str
) -> Link:
    """Return the link that ``verb`` makes between ``subject`` and citation ``number``.

    ``offsets`` are the start and the end of the words in the flow that say so.
    """
    start, end = offsets
    return Link(
        subject=subject,
        relation=verb.relation,
        object=number,
        start=start,
        end=end,
        rule=rule,
        review=verb.review,
        years=verb.years,
    )
