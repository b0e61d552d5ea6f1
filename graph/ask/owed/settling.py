"""What people decided about debts: excused, met by a document that no link shows, or no duty."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from graph.ask.owed.debts import Debt
from graph.ask.owed.holdings import Answering
from graph.ask.owed.judging import Judged, Status, met_status
from graph.decisions.kinds import Kind, debt_named
from graph.read.decided import decided_duties
from graph.read.documents import Documents
from graph.store.dataset import Dataset
from graph.values import Decided
from ontology.dates import partial_date


@dataclass(frozen=True, slots=True)
class Settled:
    """A decision about a duty: for the body of ``place`` and the period that ends on ``day``.

    Each is empty where it is about all. ``document`` is what meets the debt, an IRI, or empty.
    """

    decided: Decided
    place: str
    day: str
    document: str

    def about(self, debt: Debt) -> bool:
        """Tell whether this is about ``debt``."""
        places = {owing.place for owing in debt.owing}
        return (not self.place or self.place in places) and self.day in {"", debt.order.due_until}


def settled_duties(dataset: Dataset) -> Mapping[str, tuple[Settled, ...]]:
    """Return what people decided about each duty, by its IRI, the most particular first."""
    found: defaultdict[str, list[Settled]] = defaultdict(list)
    for duty, decided, document in decided_duties(dataset):
        # What was decided is written as kind, debt, and what else there is.
        named = debt_named(decided.written.split(" | ")[1])
        if named:
            found[duty].append(Settled(decided, named[1], named[2], document))
    return {
        duty: tuple(
            sorted(said, key=lambda each: (not each.place, not each.day, each.decided.line))
        )
        for duty, said in found.items()
    }


def is_none(said: Iterable[Settled]) -> bool:
    """Tell whether people said that the words order nothing."""
    return any(each.decided.kind == Kind.NOT_A_DUTY for each in said)


def settled(found: Judged, said: Iterable[Settled], documents: Documents) -> Judged:
    """Return what became of a debt once people have said so; else what was found."""
    for each in said:
        if each.about(found.debt):
            if each.decided.kind == Kind.EXCUSE:
                return replace(found, status=Status.EXCUSED, by=None, decided=each.decided)
            meeting = documents.found(each.document)
            answer = Answering(
                iri=meeting.iri,
                predicate="",
                about="",
                type=meeting.type,
                date=partial_date(meeting.date),
                held=meeting.held,
            )
            status = met_status(answer, found.debt.order)
            return replace(found, status=status, by=answer, decided=each.decided)
    return found
