"""A reading in plain values, each quote with its offsets: what msgpack and data frames take."""

from typing import TypedDict

from extract.reading import Claim, Document, Duty, Mention, Reading, Task
from extract.text.source import SourceText


class DocumentRecord(TypedDict):
    """A Document; ``resolved`` tells whether its IRI is that of a document or of a reference."""

    key: str
    iri: str
    resolved: bool
    type: str
    number: str
    symbol: str
    dates: list[str]
    issuers: list[str]
    term: str
    level: str
    title: str
    place: str
    signer: str
    blank_number: str


class MentionRecord(TypedDict):
    """A Mention: what is printed, the key of the document that it means, and exact offsets."""

    start: int
    end: int
    quote: str
    tier: str
    document: str
    type: str
    number: str
    symbol: str
    date: str
    issuer: str
    term: str
    title: str
    pin: str


class ClaimRecord(TypedDict):
    """A Claim; ``start``, ``end`` and ``quote`` are its evidence, ``context`` a quote too."""

    subject: str
    relation: str
    object: str
    start: int
    end: int
    quote: str
    rule: str
    confidence: float
    review: str
    years: float | None
    context: str
    part: str
    since: str


class GivenRecord(TypedDict):
    """What a Duty and a Task have in common; ``start``, ``end`` and ``quote`` are its evidence."""

    bearer: str
    several: bool
    exceptions: str
    joins: str
    due: str
    due_text: str
    start: int
    end: int
    quote: str
    rule: str
    confidence: float
    set_by: str


class DutyRecord(GivenRecord):
    """A Duty."""

    product: str
    expects: str
    review: str
    about: list[str]


class TaskRecord(GivenRecord):
    """A Task."""

    task: str
    outcome: str


class ReadingRecord(TypedDict):
    """A Reading with the length of its text; ``document`` is the key of the text's own document."""

    length: int
    document: str
    documents: list[DocumentRecord]
    mentions: list[MentionRecord]
    claims: list[ClaimRecord]
    duties: list[DutyRecord]
    tasks: list[TaskRecord]


def recorded(reading: Reading) -> ReadingRecord:
    """Return ``reading`` in plain values; offsets count code points of the text as read."""
    source = reading.source
    return {
        "length": len(source.text),
        "document": reading.document,
        "documents": [_document(document) for document in reading.documents],
        "mentions": [_mention(mention, source) for mention in reading.mentions],
        "claims": [_claim(claim, source) for claim in reading.claims],
        "duties": [_duty(duty, source) for duty in reading.duties],
        "tasks": [_task(task, source) for task in reading.tasks],
    }


def _document(document: Document) -> DocumentRecord:
    return {
        "key": document.key,
        "iri": document.iri,
        "resolved": document.id is not None,
        "type": document.type,
        "number": document.number,
        "symbol": document.symbol,
        "dates": list(document.dates),
        "issuers": list(document.issuers),
        "term": document.term,
        "level": document.level.value,
        "title": document.title,
        "place": document.place,
        "signer": document.signer,
        "blank_number": document.blank_number,
    }


def _mention(mention: Mention, source: SourceText) -> MentionRecord:
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "quote": mention.span.of(source),
        "tier": mention.tier.value,
        "document": mention.document,
        "type": mention.type,
        "number": mention.number,
        "symbol": mention.symbol,
        "date": mention.date,
        "issuer": mention.issuer,
        "term": mention.term,
        "title": mention.title,
        "pin": mention.pin,
    }


def _claim(claim: Claim, source: SourceText) -> ClaimRecord:
    return {
        "subject": claim.subject,
        "relation": claim.relation.value,
        "object": claim.object,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.span.of(source),
        "rule": claim.rule,
        "confidence": claim.confidence,
        "review": claim.review,
        "years": claim.years,
        "context": claim.context.of(source) if claim.context else "",
        "part": claim.part,
        "since": claim.since,
    }


def _duty(duty: Duty, source: SourceText) -> DutyRecord:
    return {
        **_given(duty, source),
        "product": duty.product,
        "expects": duty.expects.value,
        "review": duty.review,
        "about": list(duty.about),
    }


def _task(task: Task, source: SourceText) -> TaskRecord:
    return {**_given(task, source), "task": task.task, "outcome": task.outcome}


def _given(given: Duty | Task, source: SourceText) -> GivenRecord:
    return {
        "bearer": given.bearer,
        "several": given.several,
        "exceptions": given.exceptions,
        "joins": given.joins,
        "due": given.due,
        "due_text": given.due_text,
        "start": given.span.start,
        "end": given.span.end,
        "quote": given.span.of(source),
        "rule": given.rule,
        "confidence": given.confidence,
        "set_by": given.set_by,
    }
