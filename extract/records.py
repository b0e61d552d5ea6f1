"""A reading in plain values, each quote with its offsets: what msgpack and data frames take."""

from dataclasses import fields
from enum import Enum
from typing import TypedDict, TypeVar, cast

from extract.reading import Claim, Document, Duty, Mention, Reading, Task
from extract.text.source import SourceText, Span


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


_Record = TypeVar("_Record", DocumentRecord, MentionRecord, ClaimRecord, DutyRecord, TaskRecord)


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
        "documents": [_record(DocumentRecord, each, source) for each in reading.documents],
        "mentions": [_record(MentionRecord, each, source) for each in reading.mentions],
        "claims": [_record(ClaimRecord, each, source) for each in reading.claims],
        "duties": [_record(DutyRecord, each, source) for each in reading.duties],
        "tasks": [_record(TaskRecord, each, source) for each in reading.tasks],
    }


def _record(
    kind: type[_Record], value: Document | Mention | Claim | Duty | Task, source: SourceText
) -> _Record:
    """Return a value of a reading as a record of a kind; what both name is told as it is."""
    held = {field.name: getattr(value, field.name) for field in fields(value)}
    plain = {name: _plain(each, source) for name, each in held.items()}
    span = held.get("span")
    if isinstance(span, Span):
        plain |= {"start": span.start, "end": span.end, "quote": span.of(source)}
    plain |= {"resolved": held.get("id") is not None, "context": plain.get("context") or ""}
    return cast(_Record, {name: plain[name] for name in kind.__annotations__})


def _plain(value: object, source: SourceText) -> object:
    if isinstance(value, Span):
        return value.of(source)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return list(value)
    return value
