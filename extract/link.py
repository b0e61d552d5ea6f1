"""A relation between two references of a text, while it is being read."""

from dataclasses import dataclass

from extract.cue import Governing
from ontology.relation import Relation

SELF = -1
"""The text's own document, where citations are counted from 0."""
_CONFIDENCE = {
    "title": 0.95,
    "own-title": 0.95,
    "basis": 0.98,
    "opening": 0.9,
    "act": 0.92,
    "list": 0.88,
    "item": 0.9,
    "passive": 0.93,
    "attached": 0.95,
    "lapse": 0.85,
    "review": 0.85,
    "issued": 0.8,
    "spread": 0.7,
}


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two citations by their numbers, with the place in the flow that says so.

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
        return _CONFIDENCE[self.rule]


def made(subject: int, verb: Governing, number: int, place: tuple[int, int], rule: str) -> Link:
    """Return the link that ``verb`` makes between ``subject`` and citation ``number``.

    ``place`` is the start and the end of the words in the flow that say so.
    """
    start, end = place
    return Link(subject, verb.relation, number, start, end, rule, verb.review, verb.years)
