"""Identity across texts: which document a reference means that its own text leaves open.

A number is settled by what other texts and the table of known documents say of its candidates: by
an exact date, a term, a title, or because one candidate alone is possible. A law that a text knows
by its name, and a scheme by a shorter name, is settled likewise. There is no other way: what two
candidates may be, or none, stays open. Only what texts are certain of settles what others
leave open, so the order in which texts are read cannot matter.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product

from extract.reading import Document, Reading
from graph.identity.candidates import (
    Candidate,
    DocumentKey,
    Said,
    candidates_of,
    corrected,
    full_dates,
    own_dates,
    plain_number,
)
from graph.identity.laws import NamedLaw, NumberedLaw, meant_laws, named_laws, numbered_laws
from graph.identity.schemes import NamedScheme, meant_schemes, named_schemes
from graph.identity.titles import agree, contradict, picked
from ontology.dates import PartialDate
from ontology.documents.identity import DocumentId, RegisterNumber
from ontology.institutions.periods import NAMED
from ontology.level import Level


@dataclass(frozen=True, slots=True)
class Resolution:
    """The document that is meant, and what told so.

    ``id`` is None where a person says that it is open: then ``reference`` is its IRI.
    """

    id: DocumentId | None
    by: str
    reference: str = ""

    @property
    def iri(self) -> str:
        """The IRI under which the document stands in the graph."""
        return self.id.iri if self.id else self.reference


Resolutions = Mapping[DocumentKey, Resolution]
"""The documents that more is known of than their own texts say."""


@dataclass(frozen=True, slots=True)
class _Reference:
    """One document that its text leaves open.

    ``written`` is a day on which the text had been written, None where nothing tells;
    ``kept_apart`` tells that the text has another candidate of the number beside this one.
    """

    number: RegisterNumber
    said: Said
    level: Level
    written: date | None
    kept_apart: bool


def resolve(readings: Iterable[Reading]) -> Resolutions:
    """Return the documents that more is known of from all ``readings`` than from their own text.

    A document that is missing here is what its own reading says: its id, or an unresolved
    reference.
    """
    certain: defaultdict[RegisterNumber, defaultdict[DocumentId, set[Said]]] = defaultdict(
        lambda: defaultdict(set)
    )
    waiting: dict[DocumentKey, _Reference] = {}
    resolutions: dict[DocumentKey, Resolution] = {}
    printed: list[frozenset[NumberedLaw]] = []
    names: dict[DocumentKey, NamedLaw] = {}
    schemes: dict[DocumentKey, NamedScheme] = {}
    for reading in readings:
        sha = reading.source.sha256
        printed.append(numbered_laws(reading))
        names.update(((sha, key), law) for key, law in named_laws(reading))
        schemes.update(((sha, key), scheme) for key, scheme in named_schemes(reading))
        said = _said(reading)
        for document, identity, right in _certain(reading):
            if right != identity:
                resolutions[sha, document.key] = Resolution(right, "known-register")
            certain[right.register_number][right].add(said[document.key])
        for key, reference in _references(reading, said):
            waiting[sha, key] = reference
    resolutions |= _settled(waiting, certain)
    resolutions |= _on_the_same_day(waiting, resolutions)
    laws = {key: Resolution(*meant) for key, meant in meant_laws(names, printed).items()}
    same = {key: Resolution(meant, "title") for key, meant in meant_schemes(schemes).items()}
    return resolutions | laws | same


def _certain(reading: Reading) -> Iterator[tuple[Document, DocumentId, DocumentId]]:
    """Yield the documents that a text is certain of by number, with their ids: read, and right."""
    for document in reading.documents:
        identity = document.id
        if identity is not None and identity.period != NAMED:
            yield document, identity, corrected(identity, document.dates) or identity


def _settled(
    waiting: Mapping[DocumentKey, _Reference],
    certain: Mapping[RegisterNumber, Mapping[DocumentId, Iterable[Said]]],
) -> dict[DocumentKey, Resolution]:
    """Return the references by number of which one candidate alone is meant."""
    candidates: dict[RegisterNumber, tuple[Candidate, ...]] = {}
    resolutions: dict[DocumentKey, Resolution] = {}
    for key, reference in waiting.items():
        number = reference.number
        if number not in candidates:
            candidates[number] = candidates_of(number, certain.get(number, {}))
        found = _meant(reference, candidates[number])
        if found is not None:
            resolutions[key] = found
    return resolutions


def _on_the_same_day(
    waiting: Mapping[DocumentKey, _Reference], resolutions: Resolutions
) -> dict[DocumentKey, Resolution]:
    """Return what is settled because another text's reference, of the same day, is."""
    days: defaultdict[tuple[RegisterNumber, PartialDate], set[DocumentId]] = defaultdict(set)
    for key in waiting.keys() & resolutions.keys():
        reference = waiting[key]
        for day in full_dates(reference.said.dates):
            if identity := resolutions[key].id:
                days[reference.number, day].add(identity)
    found: dict[DocumentKey, Resolution] = {}
    for key in waiting.keys() - resolutions.keys():
        reference = waiting[key]
        meant = {
            identity
            for day in reference.said.dates
            for identity in days.get((reference.number, day), ())
        }
        if len(meant) == 1:
            found[key] = Resolution(meant.pop(), "date")
    return found


def _references(reading: Reading, said: Mapping[str, Said]) -> Iterable[tuple[str, _Reference]]:
    """Yield the open documents of a reading whose register is known."""
    certain = {document.id.register_number for document in reading.documents if document.id}
    written = _written(reading)
    for document in reading.documents:
        number = None if document.id else _register_number(document)
        if number is not None:
            yield (
                document.key,
                _Reference(number, said[document.key], document.level, written, number in certain),
            )


def _meant(reference: _Reference, candidates: Iterable[Candidate]) -> Resolution | None:
    """Return the one candidate that the reference means, None where several or none may be."""
    said = reference.said
    possible = [candidate for candidate in candidates if _dates_fit(said.dates, candidate.dates)]
    dated = [
        candidate for candidate in possible if full_dates(said.dates) & full_dates(candidate.dates)
    ]
    if len(dated) == 1:
        return Resolution(dated[0].id, "date")
    if said.term:
        possible = [
            candidate
            for candidate in possible
            if said.term in candidate.terms or not candidate.terms
        ]
        named = [candidate for candidate in possible if said.term in candidate.terms]
        if len(named) == 1:
            return Resolution(named[0].id, "term")
    by_title = picked(said.titles, [candidate.titles for candidate in possible])
    if by_title is not None:
        return Resolution(possible[by_title].id, "title")
    only = _only(reference, possible)
    return Resolution(only.id, "only-holder") if only else None


def _only(reference: _Reference, possible: Iterable[Candidate]) -> Candidate | None:
    """Return the one candidate that there was when the text was written, if a text is sure of it.

    One candidate alone is not enough, for the text may mean one that nobody else mentions. It
    counts where its register was the current one when the text was written, where a title speaks
    for it, or where the table of known documents has it too.
    """
    if reference.kept_apart or not reference.written:
        return None
    titles = reference.said.titles
    left = [
        candidate
        for candidate in possible
        if (candidate.earliest or reference.written) <= reference.written
        and not contradict(titles, candidate.titles)
    ]
    if len(left) != 1 or not left[0].said:
        return None
    candidate = left[0]
    current = candidate.id.period.on(reference.written, reference.level)
    speaks = candidate.known or candidate.id.period in current or agree(titles, candidate.titles)
    return candidate if speaks else None


def _register_number(document: Document) -> RegisterNumber | None:
    """Return the bucket to look in; None where the place, the register or the number is unknown."""
    if not (document.series and document.register and document.number):
        return None
    return RegisterNumber(document.series, document.register, plain_number(document.number))


def _said(reading: Reading) -> dict[str, Said]:
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for mention in reading.mentions:
        titles[mention.document].add(mention.title)
    return {
        document.key: Said(
            dates=document.dates,
            term=document.term,
            titles=tuple(sorted(filter(None, titles[document.key] | {document.title}))),
        )
        for document in reading.documents
    }


def _written(reading: Reading) -> date | None:
    """Return a day on which the text had been written: its own, or the last that it mentions."""
    own = [day.latest for day in own_dates(reading) if day.latest]
    mentioned = (day.day for item in reading.documents for day in item.dates if day.day)
    return min(own) if own else max(mentioned, default=None)


def _dates_fit(dates: Collection[PartialDate], others: Collection[PartialDate]) -> bool:
    """Tell whether two of the dates may be one; a year stands for all its days."""
    pairs = list(product(dates, others))
    return not pairs or any(day.agrees_with(other) for day, other in pairs)
