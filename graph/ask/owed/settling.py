"""What people decided about debts: excused, met by a document that no link shows, or no duty."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from graph.ask.owed.debts import Debt
from graph.ask.owed.judging import Judged, Status, met_status
from graph.ask.owed.known.holdings import Answering, Paper
from graph.decisions.kinds import DebtName, Kind, debt_named
from graph.read.decided import decided_duties
from graph.read.documents import Documents
from graph.store.dataset import Dataset
from graph.values import Decided
from ontology.dates import partial_date

_NO_DEBT: Final = "no-debt"
"""Why a decision is not applied: the duty is not that place's, or has no such period."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A decision about the debts that ``name`` means; ``document``, an IRI, meets them, or none."""

    decided: Decided
    name: DebtName
    document: str

    def about(self, debt: Debt) -> bool:
        """Tell whether this is about ``debt``."""
        places = {owing.place for owing in debt.owing}
        whose, when = self.name.place, self.name.day
        return (not whose or whose in places) and when in {"", debt.order.due_until}


def settled_duties(dataset: Dataset) -> Mapping[str, tuple[Settled, ...]]:
    """Return what people decided about each duty, by its IRI, the most particular first."""
    found: defaultdict[str, list[Settled]] = defaultdict(list)
    for duty, decided, document in decided_duties(dataset):
        # What was decided is written as kind, debt, and what else there is.
        named = debt_named(decided.written.split(" | ")[1])
        if named:
            found[duty].append(Settled(decided, named, document))
    return {
        duty: tuple(
            sorted(
                said, key=lambda each: (not each.name.place, not each.name.day, each.decided.line)
            )
        )
        for duty, said in found.items()
    }


def is_none(said: Iterable[Settled]) -> bool:
    """Tell whether people said that the words order nothing."""
    return any(each.decided.kind == Kind.NOT_A_DUTY for each in said)


def fitting_none(said: Iterable[Settled], debts: Iterable[Debt], as_of: date) -> Iterator[Decided]:
    """Yield decisions that mean none of all ``debts`` of their duty by a day, with that problem."""
    all_debts = tuple(debts)
    for each in said:
        coming = each.name.day > as_of.isoformat()
        if not coming and not any(map(each.about, all_debts)):
            yield replace(each.decided, problem=_NO_DEBT)


def settled(found: Judged, said: Iterable[Settled], documents: Documents, as_of: date) -> Judged:
    """Return what became of a debt by a day once people have said so; else what was found.

    A document meets it from its own day on.
    """
    for each in said:
        if each.about(found.debt):
            if each.decided.kind == Kind.EXCUSE:
                return replace(
                    found, status=Status.EXCUSED, by=None, doubt=None, decided=each.decided
                )
            meeting = documents.found(each.document)
            issued = partial_date(meeting.date)
            if issued.earliest and issued.earliest > as_of:
                continue
            paper = Paper(meeting.iri, (meeting.type,), issued, meeting.held)
            answer = Answering(paper, predicate="", about="")
            status = met_status(answer, found.debt.order)
            return replace(found, status=status, by=answer, doubt=None, decided=each.decided)
    return found
