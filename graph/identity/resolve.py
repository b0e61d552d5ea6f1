"""Identity across texts: which document a reference means that its own text leaves open.

A number is settled by what other texts and the table of known documents say of its holders: by an
exact date, a term, a title, or because one holder alone is possible. There is no other way: what
two holders may be, or none, stays open. Only what texts are certain of settles what others leave
open, so the order in which texts are read cannot matter.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from extract.reading import Document, Reading
from graph.identity.candidates import (
    Bucket,
    Holder,
    Said,
    bucket_of,
    corrected,
    current_periods,
    full_dates,
    holders_of,
    plain_number,
)
from graph.identity.titles import agree, contradict, picked
from ontology.documents.identity import NAMED, DocumentId
from ontology.level import Level


@dataclass(frozen=True, slots=True)
class Settled:
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


@dataclass(frozen=True, slots=True)
class _Reference:
    """One document that its text leaves open.

    ``written`` is a day on which the text had been written, empty where nothing tells;
    ``kept_apart`` tells that the text has another holder of the number beside this one.
    """

    bucket: Bucket
    said: Said
    level: Level
    written: str
    kept_apart: bool


def settle(readings: Iterable[Reading]) -> Mapping[tuple[str, str], Settled]:
    """Return the documents that more is known of from all ``readings`` than from their own text.

    The key is the hash of the text and the key of the document in its reading. A document that is
    missing here is what its own reading says: its id, or an unresolved reference.
    """
    certain: defaultdict[Bucket, defaultdict[DocumentId, set[Said]]] = defaultdict(
        lambda: defaultdict(set)
    )
    waiting: dict[tuple[str, str], _Reference] = {}
    settled: dict[tuple[str, str], Settled] = {}
    for reading in readings:
        sha = reading.source.sha256
        said = _said(reading)
        for document in reading.documents:
            identity = document.id
            if identity is None or identity.period == NAMED:
                continue
            right = corrected(identity, document.dates)
            if right is not None:
                settled[sha, document.key] = Settled(right, "known-register")
            certain[bucket_of(right or identity)][right or identity].add(said[document.key])
        for key, reference in _references(reading, said):
            waiting[sha, key] = reference
    holders: dict[Bucket, tuple[Holder, ...]] = {}
    for place, reference in waiting.items():
        bucket = reference.bucket
        if bucket not in holders:
            holders[bucket] = holders_of(bucket, certain.get(bucket, {}))
        found = _meant(reference, holders[bucket])
        if found is not None:
            settled[place] = found
    return settled | _on_the_same_day(waiting, settled)


def _on_the_same_day(
    waiting: Mapping[tuple[str, str], _Reference], settled: Mapping[tuple[str, str], Settled]
) -> dict[tuple[str, str], Settled]:
    """Return what is settled because another text's reference, of the same day, is."""
    days: defaultdict[tuple[Bucket, str], set[DocumentId]] = defaultdict(set)
    for place in waiting.keys() & settled.keys():
        reference = waiting[place]
        for day in full_dates(reference.said.dates):
            if identity := settled[place].id:
                days[reference.bucket, day].add(identity)
    found: dict[tuple[str, str], Settled] = {}
    for place in waiting.keys() - settled.keys():
        reference = waiting[place]
        meant = {
            identity
            for day in reference.said.dates
            for identity in days.get((reference.bucket, day), ())
        }
        if len(meant) == 1:
            found[place] = Settled(meant.pop(), "date")
    return found


def _references(reading: Reading, said: Mapping[str, Said]) -> Iterable[tuple[str, _Reference]]:
    """Yield the open documents of a reading whose register is known."""
    certain = {bucket_of(document.id) for document in reading.documents if document.id}
    written = _written(reading)
    for document in reading.documents:
        bucket = None if document.id else _bucket(document)
        if bucket is not None:
            yield (
                document.key,
                _Reference(bucket, said[document.key], document.level, written, bucket in certain),
            )


def _meant(reference: _Reference, holders: Iterable[Holder]) -> Settled | None:
    """Return the one holder that the reference means, None where several or none may be meant."""
    said = reference.said
    possible = [holder for holder in holders if _dates_fit(said.dates, holder.dates)]
    dated = [holder for holder in possible if full_dates(said.dates) & full_dates(holder.dates)]
    if len(dated) == 1:
        return Settled(dated[0].id, "date")
    if said.term:
        possible = [holder for holder in possible if said.term in holder.terms or not holder.terms]
        named = [holder for holder in possible if said.term in holder.terms]
        if len(named) == 1:
            return Settled(named[0].id, "term")
    by_title = picked(said.titles, [holder.titles for holder in possible])
    if by_title is not None:
        return Settled(possible[by_title].id, "title")
    only = _only(reference, possible)
    return Settled(only.id, "only-holder") if only else None


def _only(reference: _Reference, possible: Iterable[Holder]) -> Holder | None:
    """Return the one holder that there was when the text was written, if a text is sure of it.

    One holder alone is not enough, for the text may mean one that nobody else mentions. It counts
    where its register was the current one when the text was written, where a title speaks for it,
    or where the table of known documents has it too.
    """
    if reference.kept_apart or not reference.written:
        return None
    titles = reference.said.titles
    left = [
        holder
        for holder in possible
        if holder.earliest <= reference.written and not contradict(titles, holder.titles)
    ]
    if len(left) != 1 or not left[0].said:
        return None
    holder = left[0]
    current = current_periods(holder.id.period, reference.written, reference.level)
    speaks = holder.known or holder.id.period in current or agree(titles, holder.titles)
    return holder if speaks else None


def _bucket(document: Document) -> Bucket | None:
    """Return the bucket to look in; None where the place, the register or the number is unknown."""
    if not (document.series and document.register and document.number):
        return None
    return Bucket(document.series, document.register, plain_number(document.number))


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


def _written(reading: Reading) -> str:
    """Return a day on which the text had been written: its own, or the last that it mentions."""
    own = next((item.dates for item in reading.documents if item.key == reading.document), ())
    if own:
        return min(day + "-12-31"[len(day) - len("2013") :] for day in own)
    return max((day for item in reading.documents for day in full_dates(item.dates)), default="")


def _dates_fit(dates: Collection[str], others: Collection[str]) -> bool:
    """Tell whether two of the dates may be one; a year stands for all its days."""
    pairs = [(one, other) for one in dates for other in others]
    return not pairs or any(one.startswith(other) or other.startswith(one) for one, other in pairs)
