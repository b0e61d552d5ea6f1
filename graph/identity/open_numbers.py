"""Numbers whose register is known and whose period is not: which document each means.

All that texts say of one number lies in one bucket, and what it settles depends on nothing else.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from extract.reading import Document, Reading
from graph.identity.candidates import (
    Candidate,
    Said,
    candidates_of,
    corrected,
    full_dates,
    own_dates,
    plain_number,
)
from graph.identity.titles import agree, contradict, picked
from ontology.dates import PartialDate
from ontology.documents.identity import DocumentId, RegisterNumber
from ontology.institutions.periods import NAMED
from ontology.level import Level

Meant = tuple[DocumentId, str]
"""The document that is meant, and what told so."""

_CERTAIN, _OPEN = "certain", "open"


@dataclass(frozen=True, slots=True)
class _Reference:
    """One document that its text leaves open.

    ``written`` is a day on which the text had been written, None where nothing tells;
    ``kept_apart`` tells that the text has another candidate of the number beside this one.
    """

    said: Said
    level: Level
    written: date | None
    kept_apart: bool


def certain_numbers(reading: Reading) -> Iterator[tuple[Document, DocumentId, DocumentId]]:
    """Yield the documents that a text is certain of by number, with their ids: read, and right."""
    for document in reading.documents:
        identity = document.id
        if identity is not None and identity.period != NAMED:
            yield document, identity, corrected(identity, document.dates) or identity


def said_of_numbers(reading: Reading) -> Iterator[tuple[RegisterNumber, str, str]]:
    """Yield what a text says of numbers: the number, what is said of it, and the document's key.

    The key is empty where the text is certain which document it means.
    """
    said = _said(reading)
    for document, _, right in certain_numbers(reading):
        yield right.register_number, _written_down(_CERTAIN, said[document.key], str(right)), ""
    certain = {document.id.register_number for document in reading.documents if document.id}
    written = _written(reading)
    day = written.isoformat() if written else ""
    for document in reading.documents:
        number = None if document.id else _register_number(document)
        if number is not None:
            more = (document.level.value, day, number in certain)
            yield number, _written_down(_OPEN, said[document.key], *more), document.key


def settled_numbers(number: RegisterNumber, contents: Iterable[str]) -> dict[str, Meant]:
    """Return which of the ``contents`` of a bucket mean one document, and which."""
    certain: defaultdict[DocumentId, set[Said]] = defaultdict(set)
    waiting: dict[str, _Reference] = {}
    for content in contents:
        kind, dates, term, titles, *more = json.loads(content)
        said = Said(tuple(map(PartialDate, dates)), term, tuple(titles))
        if kind == _CERTAIN:
            certain[DocumentId.parse(more[0])].add(said)
        else:
            level, day, kept_apart = more
            written = date.fromisoformat(day) if day else None
            waiting[content] = _Reference(said, Level(level), written, kept_apart)
    candidates = candidates_of(number, certain) if waiting else ()
    settled = {
        content: meant
        for content, reference in waiting.items()
        if (meant := _meant(reference, candidates))
    }
    return settled | dict(_on_the_same_day(waiting, settled))


def _written_down(kind: str, said: Said, *more: object) -> str:
    return json.dumps([kind, said.dates, said.term, said.titles, *more], ensure_ascii=False)


def _on_the_same_day(
    waiting: dict[str, _Reference], settled: dict[str, Meant]
) -> Iterator[tuple[str, Meant]]:
    """Yield what is settled because another text's reference, of the same day, is."""
    days: defaultdict[PartialDate, set[DocumentId]] = defaultdict(set)
    for content, (identity, _) in settled.items():
        for day in full_dates(waiting[content].said.dates):
            days[day].add(identity)
    for content in waiting.keys() - settled.keys():
        dates = waiting[content].said.dates
        meant = {identity for day in dates for identity in days.get(day, ())}
        if len(meant) == 1:
            yield content, (meant.pop(), "date")


def _meant(reference: _Reference, candidates: Iterable[Candidate]) -> Meant | None:
    """Return the one candidate that the reference means, None where several or none may be."""
    said = reference.said
    possible = [candidate for candidate in candidates if _dates_fit(said.dates, candidate.dates)]
    dated = [
        candidate for candidate in possible if full_dates(said.dates) & full_dates(candidate.dates)
    ]
    if len(dated) == 1:
        return dated[0].id, "date"
    if said.term:
        possible = [
            candidate
            for candidate in possible
            if said.term in candidate.terms or not candidate.terms
        ]
        named = [candidate for candidate in possible if said.term in candidate.terms]
        if len(named) == 1:
            return named[0].id, "term"
    by_title = picked(said.titles, [candidate.titles for candidate in possible])
    if by_title is not None:
        return possible[by_title].id, "title"
    only = _only(reference, possible)
    return (only.id, "only-holder") if only else None


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
