"""With which words the name of a body begins, where a text only says who does something."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ontology.institutions.issuers import all_issuers
from ontology.spelling import folded
from ontology.tables import Row, read_table

_COLUMNS = ("head", "unless", "uses", "source")


class BodyUse(StrEnum):
    """Where the name stands, since not every body does everything.

    ISSUES: before a document, as its issuer; ACTS: as the subject of a main clause; ORDERED: as the
    one who is told what to do; OWNER: behind "của" at a short reference; LETTERHEAD: in a head;
    BELOW: there in one line with the body above it; UNDER: so too, but only behind its whole name.
    """

    ISSUES = "issues"
    ACTS = "acts"
    ORDERED = "ordered"
    OWNER = "owner"
    LETTERHEAD = "letterhead"
    BELOW = "below"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class BodyHead:
    """The first words of bodies' names; before one of ``unless`` they are no body ("Bộ luật")."""

    head: str
    unless: tuple[str, ...]
    uses: frozenset[BodyUse]
    source: str


@cache
def all_body_heads() -> tuple[BodyHead, ...]:
    """Return the first words that the table knows."""
    rows = read_table("body_heads.csv", _COLUMNS, unique=("head",))
    return tuple(_body_head(row) for row in rows)


@cache
def heads_used(use: BodyUse) -> tuple[BodyHead, ...]:
    """Return how the bodies begin that have ``use``.

    A body of the table of issuers whose name begins with no known head is its own head, so that a
    new row there is enough.
    """
    return (
        *(head for head in all_body_heads() if use in head.uses),
        *(BodyHead(name, (), frozenset({use}), "issuers.csv") for name in _own_heads()),
    )


@cache
def _own_heads() -> tuple[str, ...]:
    """Return the names of issuers that begin with no known head."""
    known = {folded(head.head) for head in all_body_heads()}
    names = (name for issuer in all_issuers() for name in issuer.names)
    return tuple(dict.fromkeys(name for name in names if not _begins_with(folded(name), known)))


def _begins_with(name: str, heads: set[str]) -> bool:
    words = name.split(" ")
    return any(" ".join(words[:count]).rstrip(",") in heads for count in range(1, len(words) + 1))


def _body_head(row: Row) -> BodyHead:
    return BodyHead(
        row.required("head"),
        row.many("unless"),
        frozenset(row.choices("uses", BodyUse)),
        row.required("source"),
    )
