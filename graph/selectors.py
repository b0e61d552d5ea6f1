"""What a person types to mean one of several documents that have the same number."""

from collections import Counter
from collections.abc import Callable, Collection

from graph.record import Record
from ontology.identity import NAMED, DocumentId


def selectors(records: Collection[Record]) -> dict[str, str]:
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
    terms = {record.iri: record.term for record in records}
    for way in _WAYS:
        tried = {iri: way(identity, terms[iri]) for iri, identity in known.items()}
        taken = Counter(tried.values())
        for iri, mark in tried.items():
            if mark and taken[mark] == 1:
                marks.setdefault(iri, mark)
    return {iri: f"@{identity}" for iri, identity in known.items()} | marks


def _place(identity: DocumentId) -> str:
    return identity.series.rpartition(".")[0]


def _period(identity: DocumentId, term: str) -> str:
    """Return the term in Roman where the register runs by congresses, else the year."""
    if identity.period == NAMED:
        return ""
    return term if identity.period.startswith("k") else identity.period


def _short(identity: DocumentId, term: str) -> str:
    first = _place(identity) or _period(identity, term)
    return f"@{first}" if first else ""


def _placed(identity: DocumentId, term: str) -> str:
    period = _period(identity, term)
    return f"@{_place(identity) or identity.series}@{period}" if period else ""


def _registered(identity: DocumentId, _term: str) -> str:
    return f"@{identity.series}@{identity.period}"


_WAYS: tuple[Callable[[DocumentId, str], str], ...] = (_short, _placed, _registered)
