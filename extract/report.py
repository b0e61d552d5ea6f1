"""What a text says, as the JSON of ``luocdo extract --json``."""

from dataclasses import fields
from typing import Any, Final

from extract.reading import Document, Duty, Reading, Task
from extract.text.source import SourceText, Span

_HOW_SETTLED: Final = ("key", "id", "series", "register")
"""What of a document tells how it was settled which it is; it is told by its key and its IRI."""
_JOINED: Final = {"dates": "date", "issuers": "issuer"}
"""The fields of which a text may give several values, by what their one cell is called."""


def as_json(reading: Reading) -> dict[str, Any]:
    """Return ``reading`` in plain values; offsets count code points of the text as read."""
    source = reading.source
    return {
        "document": reading.document,
        "documents": {document.key: _document(document) for document in reading.documents},
        "mentions": [
            {
                "document": mention.document,
                "tier": mention.tier.value,
                "start": mention.span.start,
                "end": mention.span.end,
                "text": mention.span.of(source),
                **({"pin": mention.pin} if mention.pin else {}),
                **_on_paper(source, mention.span),
                **({"unconfirmed": True} if mention.unconfirmed else {}),
            }
            for mention in reading.mentions
        ],
        "relations": [
            {
                "subject": claim.subject,
                "predicate": claim.relation.value,
                "object": claim.object,
                "start": claim.span.start,
                "end": claim.span.end,
                "text": claim.span.of(source),
                "rule": claim.rule,
                "confidence": claim.confidence,
                "review": claim.review or None,
                "years": claim.years,
                "context": claim.context.of(source) if claim.context else None,
                **({"part": claim.part} if claim.part else {}),
                **({"since": claim.since} if claim.since else {}),
                **_on_paper(source, claim.span),
            }
            for claim in reading.claims
        ],
        "duties": [_duty(duty, source) for duty in reading.duties],
        "tasks": [_task(task, source) for task in reading.tasks],
    }


def _duty(duty: Duty, source: SourceText) -> dict[str, Any]:
    return {
        **_whose(duty),
        "product": duty.product,
        "expects": duty.expects.value,
        "review": duty.review,
        "about": list(duty.about),
        **_given(duty, source),
    }


def _task(task: Task, source: SourceText) -> dict[str, Any]:
    return {**_whose(task), "task": task.task, "outcome": task.outcome, **_given(task, source)}


def _whose(given: Duty | Task) -> dict[str, Any]:
    return {
        "bearer": given.bearer,
        "several": given.several,
        **({"exceptions": given.exceptions} if given.exceptions else {}),
        **({"joins": given.joins} if given.joins else {}),
    }


def _given(given: Duty | Task, source: SourceText) -> dict[str, Any]:
    """Return by when it is due, and where the text gives it."""
    return {
        "due": given.due,
        "due_text": given.due_text,
        "start": given.span.start,
        "end": given.span.end,
        "text": given.span.of(source),
        "rule": given.rule,
        "confidence": given.confidence,
        "set_by": given.set_by,
        **_on_paper(source, given.span),
    }


def _on_paper(source: SourceText, span: Span) -> dict[str, int | str]:
    page, box = source.page_at(span.start), source.box_of(span.start, span.end)
    return ({"page": page} if page else {}) | ({"box": box} if box else {})


def _document(document: Document) -> dict[str, Any]:
    told = {
        field.name: getattr(document, field.name)
        for field in fields(document)
        if field.name not in _HOW_SETTLED
    }
    return {
        _JOINED.get(name, name): "; ".join(value) if name in _JOINED else value
        for name, value in told.items()
    }
