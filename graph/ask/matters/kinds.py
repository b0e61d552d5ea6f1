"""What is open in a collection: kinds of matters, and one matter with the lines that settle it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Final, TypeVar

from ontology.bilingual import Bilingual


class ReviewKind(StrEnum):
    """What is open, the most pressing first."""

    DECISION = "decision"
    CONFLICT = "conflict"
    SCAN = "scan"
    REFERENCE = "reference"
    TEXTS = "texts"
    ALIKE = "alike"
    UNSURE = "unsure"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """One open matter, with ``lines`` that settle it in one way or another.

    ``id`` stays the same as long as the matter is open. ``subject`` is what to type to see the
    document, ``iri`` its IRI; ``candidates`` are the documents that a reference may mean, or the
    values that contradict each other; ``sources`` the names of the texts (or of the file of
    decisions) that it comes from. Who, when and why stand empty in a line, for a person to fill in.
    """

    id: str
    kind: ReviewKind
    subject: str
    iri: str
    message_vi: str
    message_en: str
    sources: tuple[str, ...]
    candidates: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()

    @property
    def message(self) -> Bilingual:
        """What it says, in both languages."""
        return Bilingual(self.message_vi, self.message_en)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One open matter as far as it takes to count it, to put it in order, and to tell it.

    ``about`` is what makes it: of a link subject, relation and object, of texts their hashes and
    the other document, of a contradiction the document and the field, of all others the documents.
    The other fields are those of its ``ReviewItem``.
    """

    id: str
    kind: ReviewKind
    subject: str
    iri: str
    about: tuple[str, ...]


def matter_id(kind: ReviewKind, *about: str) -> str:
    """Return the id of a matter, the same as long as it is open."""
    return sha256("|".join((kind, *about)).encode()).hexdigest()[:8]


_Each = TypeVar("_Each", ReviewItem, Waiting)
_PLACES: Final = {kind: place for place, kind in enumerate(ReviewKind)}


def in_order(matters: Iterable[_Each]) -> list[_Each]:
    """Return matters in order: by kind, then by what is typed to see their document."""
    return sorted(matters, key=lambda one: (_PLACES[one.kind], one.subject, one.iri, one.id))
