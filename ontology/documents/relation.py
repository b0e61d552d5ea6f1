"""The relations between two documents, from the one that speaks to the one it speaks about."""

from enum import StrEnum


class Relation(StrEnum):
    """One predicate; the value is its snake-case name in JSON.

    >>> Relation("based_on").term
    'basedOn'
    """

    CITES = "cites"
    BASED_ON = "based_on"
    PROMULGATES = "promulgates"
    APPROVES = "approves"
    MONITORS = "monitors"
    DISSEMINATES = "disseminates"
    CORRECTS = "corrects"
    CONSOLIDATES = "consolidates"
    SUSPENDS = "suspends"
    EXTENDS = "extends"
    IMPLEMENTS = "implements"
    CONTINUES = "continues"
    DETAILS = "details"
    GUIDES = "guides"
    SUMMARIZES = "summarizes"
    AMENDS = "amends"
    REPEALS = "repeals"
    REPLACES = "replaces"

    @property
    def term(self) -> str:
        """The name of the RDF property, in camel case.

        >>> Relation.BASED_ON.term
        'basedOn'
        """
        first, *rest = self.value.split("_")
        return first + "".join(word.capitalize() for word in rest)


CARRIES_OUT = frozenset(
    {Relation.IMPLEMENTS, Relation.CONTINUES, Relation.DETAILS, Relation.GUIDES}
)
"""The relations that lead down from a directive to what carries it out."""
