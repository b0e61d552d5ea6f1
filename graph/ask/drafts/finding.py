"""One thing that a person should look at before a draft is signed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from graph.ask.drafts.cited import Cited
from graph.ask.rules import Severity
from graph.values import Quote

NOTHING_QUOTED: Final = Quote(quote="", text="", start=0, end=0)
"""Where the collection has no words on the matter."""


class FindingKind(StrEnum):
    """In which way a citation does not fit what is known."""

    DATE = "date"
    ISSUER = "issuer"
    NAMESAKE = "namesake"
    NUMBER = "number"
    IMPOSSIBLE = "impossible"
    ORDER = "order"
    REPLACED = "replaced"
    REPEALED = "repealed"
    PARTLY = "partly"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFinding:
    """One citation of a draft that does not fit, and what is known instead.

    ``words`` stand at ``start`` in the draft (code points of the text as read, ``end`` not
    included), on ``page`` of its file, 0 where it has no pages. ``document`` is what to type to see
    the document that is meant, ``iri`` its IRI; both are empty where the collection does not know
    it. ``given`` is what the draft prints, ``known`` what is known instead: a date, a body, a
    title, a number. ``by`` names the other document: the namesake, the neighbour in the register,
    what replaced or repealed this one, and ``part`` what of it, empty where it is the whole.
    ``since`` is the day from which that holds. ``evidence`` are the words that tell what is known,
    in the file that has them.
    """

    kind: FindingKind
    severity: Severity
    words: str
    start: int
    end: int
    page: int
    number: str
    document: str = ""
    iri: str = ""
    given: str = ""
    known: str = ""
    by: str = ""
    by_iri: str = ""
    part: str = ""
    since: str = ""
    evidence: Quote = NOTHING_QUOTED


def placed(cited: Cited, kind: FindingKind, severity: Severity) -> DraftFinding:
    """Return a finding at the place of a citation, with nothing said of what is known."""
    return DraftFinding(
        kind=kind,
        severity=severity,
        words=cited.words,
        start=cited.span.start,
        end=cited.span.end,
        page=cited.page,
        number=cited.number,
    )
