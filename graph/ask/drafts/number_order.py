"""Whether the day of a citation fits the days of its neighbours in one register.

Numbers grow with days. A day is held against a neighbour only where that one's own day rests on
more than one text's word and fits all the others: else nobody knows which of the two is wrong.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from pyoxigraph import NamedNode

from graph.ask.drafts.cited import Cited
from graph.ask.drafts.finding import DraftFinding, FindingKind, placed
from graph.ask.drafts.holders import Holder
from graph.ask.drafts.known_words import words_that_tell
from graph.ask.rules import Severity
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from ontology.dates import PartialDate, partial_date
from ontology.documents.identity import DocumentId


@dataclass(frozen=True, slots=True)
class _Neighbour:
    """A document of the register with its day."""

    ordinal: int
    day: PartialDate
    holder: Holder

    def fits(self, ordinal: int, day: PartialDate) -> bool:
        """Tell whether a number of this register may be of a day."""
        if ordinal == self.ordinal:
            return True
        return not (day.is_before(self.day) if ordinal > self.ordinal else self.day.is_before(day))


def out_of_order(documents: Documents, cited: Cited, without: str) -> DraftFinding | None:
    """Return what tells that a number cannot be of the day that is printed, None where it may."""
    identity, day = cited.document.id, cited.mention.date
    nearest = _against(documents, identity, day, without) if identity else None
    if nearest is None:
        return None
    record = nearest.holder.record
    return replace(
        placed(cited, FindingKind.ORDER, Severity.VIOLATION),
        given=day,
        known=nearest.day,
        by=documents.found(record.iri).selector,
        by_iri=record.iri,
        evidence=words_that_tell(documents, nearest.holder, "date", nearest.day),
    )


def breaks_the_order(documents: Documents, holder: Holder, day: str) -> bool:
    """Tell whether a day that is given to a document does not fit those of its neighbours."""
    identity = holder.record.identity
    if identity is None:
        return False
    return _against(documents, identity, partial_date(day), holder.without) is not None


def _against(
    documents: Documents, identity: DocumentId, day: PartialDate, without: str
) -> _Neighbour | None:
    """Return the nearest neighbour that a number of this day does not fit, None where all do."""
    ordinal = _ordinal(identity.number)
    if not day.day or not ordinal:
        return None
    neighbours = list(_neighbours(documents, identity, without))
    against = [
        found
        for found in neighbours
        if not found.fits(ordinal, day) and found.holder.is_sure("date")
        if all(found.fits(other.ordinal, other.day) for other in neighbours)
    ]
    return min(against, key=lambda found: abs(found.ordinal - ordinal), default=None)


def _neighbours(documents: Documents, identity: DocumentId, without: str) -> Iterator[_Neighbour]:
    """Yield the other documents of the register, each with its day where texts agree on it."""
    register = ld.thing_node("register", identity.series, identity.period, identity.symbol)
    for quad in documents.dataset.quads_for_pattern(None, ld.REGISTER, register, None):
        if not isinstance(quad.subject, NamedNode):
            continue
        holder = Holder(documents.record(quad.subject.value), without)
        number = holder.record.identity.number if holder.record.identity else ""
        days = [partial_date(value) for value in holder.stated("date")]
        alone = len(days) == 1 and days[0].day and number != identity.number
        if alone and _ordinal(number):
            yield _Neighbour(_ordinal(number), days[0], holder)


def _ordinal(number: str) -> int:
    return int("".join(takewhile(str.isdigit, number)) or 0)
