"""What makes references of one text the same document, before it has a key."""

from dataclasses import dataclass

from ontology.documents.identity import RegisterNumber
from ontology.institutions.periods import Period


@dataclass(frozen=True, slots=True)
class OwnIdentity:
    """The text itself, whose head prints no number."""


@dataclass(frozen=True, slots=True)
class NumberIdentity:
    """A number, the period that its register was in, empty where that is open.

    ``apart`` tells it from another document of the same number and period: a place or a date.
    """

    number: RegisterNumber
    period: Period
    apart: str = ""


@dataclass(frozen=True, slots=True)
class NameIdentity:
    """A name, by the first of the references that have it.

    ``year`` is that of a law where the text names several so; ``issued_by`` is the decision that
    issues it where attachments of one name are told apart by theirs.
    """

    first: int
    year: str = ""
    issued_by: "Identity | None" = None


Identity = OwnIdentity | NumberIdentity | NameIdentity
