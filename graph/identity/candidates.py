"""Who holds a number: every document that texts or the table of known documents give it to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from extract.reading import Reading
from ontology.dates import NO_DATE, PartialDate
from ontology.documents.identity import DocumentId, RegisterNumber
from ontology.documents.known_documents import known_candidates

_TWINS = {"qd": "qdi", "qdi": "qd"}
"""Quyết định and Quy định share the printed letters QĐ; the register of QĐi is often printed so."""


DocumentKey = tuple[str, str]
"""One document of one text: the text's hash, and the document's key in its reading."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one text says of a document."""

    dates: tuple[PartialDate, ...]
    term: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One document that has the number, with all that is known of it.

    ``said`` tells that a text is certain of it, ``known`` that the table of known documents is.
    """

    id: DocumentId
    dates: frozenset[PartialDate]
    terms: frozenset[str]
    titles: frozenset[str]
    said: bool
    known: bool

    @property
    def earliest(self) -> date | None:
        """The first day on which the document may have been issued, None where nothing tells."""
        days = [day.earliest for day in self.dates if day.earliest]
        return min(days, default=self.id.period.starts)


def plain_number(number: str) -> str:
    """Return a printed number as it stands in an id: without zeros before it.

    >>> plain_number("06")
    '6'
    """
    return number.strip().casefold().lstrip("0") or "0"


def full_dates(dates: Iterable[PartialDate]) -> frozenset[PartialDate]:
    """Return those of ``dates`` that name a day."""
    return frozenset(day for day in dates if day.day)


def own_dates(reading: Reading) -> tuple[PartialDate, ...]:
    """Return the dates that a text gives its own document."""
    return next((item.dates for item in reading.documents if item.key == reading.document), ())


def year_written(reading: Reading) -> PartialDate:
    """Return the year of a text's own document, the last that it may be; empty where none is."""
    return max((day.year for day in own_dates(reading)), default=NO_DATE)


def candidates_of(
    number: RegisterNumber, said: Mapping[DocumentId, Iterable[Said]]
) -> tuple[Candidate, ...]:
    """Return every candidate of a number, in the order of their ids.

    ``said`` is what texts say of those that they are certain of. Known documents of the register
    that is printed with the same letters are among the candidates.
    """
    known = {
        document.id: document
        for register in (number.register, *_twin(number.register))
        for document in known_candidates(number.series, register, number.number)
    }
    found: list[Candidate] = []
    for identity in sorted(said.keys() | known.keys(), key=str):
        sayings = list(said.get(identity, ()))
        dates = {day for saying in sayings for day in saying.dates}
        terms = {saying.term for saying in sayings if saying.term}
        titles = {words for saying in sayings for words in saying.titles}
        if identity.period.term is not None:
            terms.add(identity.period.term.roman)
        if identity in known:
            titles.add(known[identity].subject)
            dates.update(filter(None, [known[identity].date]))
        found.append(
            Candidate(
                id=identity,
                dates=frozenset(dates),
                terms=frozenset(terms),
                titles=frozenset(titles),
                said=bool(sayings),
                known=identity in known,
            )
        )
    return tuple(found)


def corrected(identity: DocumentId, dates: Iterable[PartialDate]) -> DocumentId | None:
    """Return the id by which the table knows the number on this day, if in the other register.

    >>> str(corrected(DocumentId.parse("tw/k12/qd-tw/11"), [PartialDate("2019-02-18")]))
    'tw/k12/qdi-tw/11'
    """
    days = full_dates(dates)
    for twin in _twin(identity.symbol) if days else ():
        own = known_candidates(identity.series, identity.symbol, identity.number)
        days -= {document.date for document in own}
        other = known_candidates(identity.series, twin, identity.number)
        dated = [document.id for document in other if document.date in days]
        if len(dated) == 1:
            return dated[0]
    return None


def _twin(register: str) -> tuple[str, ...]:
    kind, hyphen, organ = register.partition("-")
    return (f"{_TWINS[kind]}{hyphen}{organ}",) if kind in _TWINS else ()
