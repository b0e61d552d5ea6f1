"""What a person types to mean one of several documents that have the same number."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping

from graph.read.record import Record
from ontology.dates import partial_date
from ontology.documents.identity import DocumentId
from ontology.institutions.periods import NAMED
from ontology.spelling import slug

_Holders = Mapping[str, set[str]]
"""Which of the namesakes, by IRI, have a mark."""


def selectors_of(records: Collection[Record]) -> dict[str, str]:
    """Return for each of several namesakes, by IRI, what to set behind the number.

    A document that is alone needs nothing; nor does the only one that is known among references
    that are open, for these are no documents. Otherwise the shortest way that tells it apart.
    """
    known = {record.iri: record.identity for record in records if record.identity}
    marks = {record.iri: f"@{record.tail}" for record in records if not record.identity}
    if len(records) == 1:
        return dict.fromkeys([*known, *marks], "")
    if len(known) == 1:
        return marks | dict.fromkeys(known, "")
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for record in records:
        for mark in record.marks():
            holders[mark].add(record.iri)
    for record in records:
        if record.identity:
            marks[record.iri] = _mark(record, record.identity, holders)
    return marks


def _mark(record: Record, identity: DocumentId, holders: _Holders) -> str:
    for way in _WAYS:
        parts = way(record, identity)
        meant = [holders.get(slug(part), set()) for part in parts]
        if all(parts) and set.intersection(*meant) == {record.iri}:
            return "".join(f"@{part}" for part in parts)
    return f"@{identity}"


def _place(identity: DocumentId) -> str:
    return identity.series.rpartition(".")[0]


def _period(record: Record, identity: DocumentId) -> str:
    """Return the term in Roman where the register runs by congresses, else the year."""
    if identity.period == NAMED:
        return partial_date(record.best("date")).year
    return record.term if identity.period.is_congress else identity.period


def _short(record: Record, identity: DocumentId) -> tuple[str, ...]:
    return (_place(identity) or _period(record, identity),)


def _placed(record: Record, identity: DocumentId) -> tuple[str, ...]:
    return _place(identity) or identity.series, _period(record, identity)


def _named(record: Record, identity: DocumentId) -> tuple[str, ...]:
    """Return what tells a law known by name alone from the numbered one with that title."""
    if identity.period != NAMED:
        return ("",)
    return tuple(filter(None, (_period(record, identity), NAMED)))


def _registered(_record: Record, identity: DocumentId) -> tuple[str, ...]:
    return identity.series, identity.period


_Way = Callable[[Record, DocumentId], tuple[str, ...]]
_WAYS: tuple[_Way, ...] = (_short, _placed, _named, _registered)
