"""The component ``luocdo`` of spaCy: what a text says, on its Doc.

>>> import spacy
>>> nlp = spacy.blank("xx")
>>> _ = nlp.add_pipe("luocdo")
>>> doc = nlp("Kế hoạch này thực hiện Kết luận số 69-KL/TU của Tỉnh ủy Lai Châu.")
>>> [(span.text, span._.fields["issuer"]) for span in doc.spans["luocdo"]]
[('Kết luận số 69-KL/TU', 'Tỉnh ủy Lai Châu')]
>>> [(claim["relation"], claim["object"]) for claim in doc._.claims]
[('implements', '69-KL/TU')]
"""

from collections.abc import Callable, Collection
from typing import Any, TypeVar, cast

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from extract.displacy_input import arcs_input, spans_input
from extract.pipeline import read
from extract.records import (
    ClaimRecord,
    DocumentRecord,
    DutyRecord,
    MentionRecord,
    ReadingRecord,
    TaskRecord,
    recorded,
)

NAME = "luocdo"
"""The name of the component, of its group of spans, and its key in ``doc.user_data``."""

_Record = TypeVar("_Record", DocumentRecord, ClaimRecord, DutyRecord, TaskRecord)


@Language.component(
    NAME,
    assigns=[
        "doc.spans",
        "doc._.document",
        "doc._.documents",
        "doc._.claims",
        "doc._.duties",
        "doc._.tasks",
        "span._.document",
        "span._.fields",
    ],
)
def add_reading(doc: Doc) -> Doc:
    """Put what the text of ``doc`` says on it, and nothing in the place of anything else."""
    record = recorded(read(doc.text))
    doc.user_data[NAME] = record
    iris = {known["key"]: known["iri"] for known in record["documents"]}
    doc.spans[NAME] = SpanGroup(
        doc,
        name=NAME,
        spans=[
            _span(doc, index, mention, iris[mention["document"]])
            for index, mention in enumerate(record["mentions"])
        ],
    )
    return doc


def _span(doc: Doc, index: int, mention: MentionRecord, iri: str) -> Span:
    """Return the tokens that ``mention`` touches; the id of the span leads back to it."""
    return cast(
        Span,
        doc.char_span(
            mention["start"],
            mention["end"],
            label=mention["tier"],
            kb_id=iri,
            span_id=f"{NAME}-{index}",
            alignment_mode="expand",
        ),
    )


def document(doc: Doc) -> DocumentRecord | None:
    """Return the document that the text itself is: ``doc._.document``."""
    record = _reading(doc)
    return documents(doc)[record["document"]] if record else None


def documents(doc: Doc) -> dict[str, DocumentRecord]:
    """Return the documents that the text speaks of, by key: ``doc._.documents``."""
    record = _reading(doc)
    return {known["key"]: _fresh(known) for known in record["documents"]} if record else {}


def claims(doc: Doc) -> list[ClaimRecord]:
    """Return what the text states about pairs of documents: ``doc._.claims``."""
    record = _reading(doc)
    return [_fresh(claim) for claim in record["claims"]] if record else []


def duties(doc: Doc) -> list[DutyRecord]:
    """Return who owes which document by when: ``doc._.duties``."""
    record = _reading(doc)
    return [_fresh(duty) for duty in record.get("duties", [])] if record else []


def tasks(doc: Doc) -> list[TaskRecord]:
    """Return the work of tables of tasks that leaves no document: ``doc._.tasks``."""
    record = _reading(doc)
    return [_fresh(task) for task in record.get("tasks", [])] if record else []


def fields(span: Span) -> MentionRecord | None:
    """Return what is printed there, with exact offsets: ``span._.fields``; None elsewhere."""
    record, index = _reading(span.doc), _index(span)
    if record is None or index is None or index >= len(record["mentions"]):
        return None
    return _fresh(record["mentions"][index])


def mentioned(span: Span) -> DocumentRecord | None:
    """Return the document that the mention means: ``span._.document``; None elsewhere."""
    found = fields(span)
    return documents(span.doc)[found["document"]] if found else None


def as_spans(doc: Doc) -> dict[str, Any]:
    """Return the mentions for ``displacy.render(..., style="span", manual=True)``."""
    record = _reading(doc)
    iris = {key: known["iri"] for key, known in documents(doc).items()}
    return spans_input(doc.text, record["mentions"] if record else [], iris)


def as_arcs(doc: Doc, relations: Collection[str] | None = None) -> dict[str, Any]:
    """Return the claims for ``displacy.render(..., style="dep", manual=True)``.

    ``relations`` names those to be drawn; None draws all.
    """
    return arcs_input(list(documents(doc).values()), claims(doc), relations)


def _reading(doc: Doc) -> ReadingRecord | None:
    """Return what was put on ``doc``; None on a part of a Doc, where the offsets are not its own.

    ``Span.as_doc(copy_user_data=True)`` makes such a part.
    """
    record = cast(ReadingRecord | None, doc.user_data.get(NAME))
    return record if record and record["length"] == _length(doc) else None


def _length(doc: Doc) -> int:
    """Return ``len(doc.text)`` without making that text."""
    return doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0


def _index(span: Span) -> int | None:
    """Return which mention the id of ``span`` names, if it names one."""
    # The stub of spaCy admits no number here, where StringStore does.
    strings = cast(Any, span.doc.vocab.strings)
    name, _, index = (span.id_ if span.id in strings else "").rpartition("-")
    return int(index) if name == NAME and index.isdecimal() else None


def _fresh(record: _Record) -> _Record:
    """Return a copy of its own, with the lists that DocBin brings back as tuples."""
    values = {
        name: list(value) if isinstance(value, list | tuple) else value
        for name, value in record.items()
    }
    return cast(_Record, values)


def _extend(target: type[Doc] | type[Span], name: str, getter: Callable[..., Any]) -> None:
    """Register an extension; that of another owner stays, and spaCy's error E090 says so."""
    present = target.get_extension(name)[2] if target.has_extension(name) else None
    ours = getattr(present, "__module__", "") == __name__
    target.set_extension(name, getter=getter, force=ours)


_extend(Doc, "document", document)
_extend(Doc, "documents", documents)
_extend(Doc, "claims", claims)
_extend(Doc, "duties", duties)
_extend(Doc, "tasks", tasks)
_extend(Span, "document", mentioned)
_extend(Span, "fields", fields)
