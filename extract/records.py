"""A reading in plain values, each quote with its offsets: what msgpack and data frames take."""

from collections.abc import Iterable
from dataclasses import fields
from enum import Enum
from typing import Any, Final, TypedDict, cast

from extract.reading import Claim, Document, Duty, Mention, Reading, Task
from extract.text.source import SourceText, Span

DocumentRecord = dict[str, Any]
"""A Document; ``resolved`` tells whether its IRI is that of a document or of a reference."""
MentionRecord = dict[str, Any]
"""A Mention: what is printed, the key of the document that it means, and exact offsets."""


def _keys(
    kind: type[Document | Mention], *first: str, left_out: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the keys of a record: ``first``, then the fields of its kind but those left out."""
    names = (field.name for field in fields(kind))
    return tuple(dict.fromkeys((*first, *(name for name in names if name not in left_out))))


DOCUMENT_KEYS: Final = _keys(
    Document, "key", "iri", "resolved", left_out=("id", "series", "register")
)
MENTION_KEYS: Final = _keys(
    Mention,
    *("start", "end", "quote", "tier", "document"),
    left_out=("span", "unconfirmed"),
)
"""The keys of these records; a field that a document gets is one of them without being named."""


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
        "documents": [_record(DOCUMENT_KEYS, each, source) for each in reading.documents],
        "mentions": [_record(MENTION_KEYS, each, source) for each in reading.mentions],
        "claims": [_claim(each, source) for each in reading.claims],
        "duties": [_duty(each, source) for each in reading.duties],
        "tasks": [_task(each, source) for each in reading.tasks],
    }


def _claim(claim: Claim, source: SourceText) -> ClaimRecord:
    return cast(ClaimRecord, _record(ClaimRecord.__annotations__, claim, source))


def _duty(duty: Duty, source: SourceText) -> DutyRecord:
    return cast(DutyRecord, _record(DutyRecord.__annotations__, duty, source))


def _task(task: Task, source: SourceText) -> TaskRecord:
    return cast(TaskRecord, _record(TaskRecord.__annotations__, task, source))


def _record(
    keys: Iterable[str], value: Document | Mention | Claim | Duty | Task, source: SourceText
) -> dict[str, Any]:
    """Return what a value of a reading holds under ``keys``, in plain values."""
    held = {field.name: getattr(value, field.name) for field in fields(value)}
    plain = {name: _plain(each, source) for name, each in held.items()}
    span = held.get("span")
    if isinstance(span, Span):
        plain |= {"start": span.start, "end": span.end, "quote": span.of(source)}
    plain |= {"resolved": held.get("id") is not None, "context": plain.get("context") or ""}
    return {name: plain[name] for name in keys}


def _plain(value: object, source: SourceText) -> object:
    if isinstance(value, Span):
        return value.of(source)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return list(value)
    return value
