"""The rows that Python gets: small, flat, typed, one dataclass for each kind of answer."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final

from graph.tables.sought.hits import Passage
from graph.values import Found, PlanRow, Step
from graph.words.labels import name_of
from graph.words.sentences import Language
from ontology.dates import PartialDate, partial_date

PLAN_SHOWN: Final = ("document", "date", "issuer", "relation", "carries_out", "quote")
LINK_SHOWN: Final = ("subject", "relation", "object", "quote", "text")
DOCUMENT_SHOWN: Final = ("document", "title", "date", "issuer", "held")
"""The columns that are printed; a row has more."""
FINDING_COLUMNS: Final = {
    language: (
        ("severity", "rule", "subject", message, "sources", "iri"),
        ("severity", "subject", message, "sources"),
    )
    for language, message in ((Language.VI, "message_vi"), (Language.EN, "message_en"))
}
"""The columns that a finding has, and those of them that are printed."""
REVIEW_COLUMNS: Final = {
    language: (
        ("id", "kind", "subject", message, "candidates", "sources", "lines", "iri"),
        ("kind", "subject", message, "lines"),
    )
    for language, message in ((Language.VI, "message_vi"), (Language.EN, "message_en"))
}
"""The same of an open matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """One document; see ``graph.values.Found`` for the fields.

    ``date`` is a text ("2019-01-07", "2019-01"), and ``date.day`` the day, where that is known.

    >>> row = kg.find("43-kl/tw")[0]
    >>> row.document, row.date, row.held, row.level
    ('Kết luận 43-KL/TW', '2019-01-07', True, 'central')
    >>> row.date.day
    datetime.date(2019, 1, 7)
    """

    document: str
    title: str
    date: PartialDate
    issuer: str
    level: str
    place: str
    held: bool
    resolved: bool
    mentions: int
    selector: str
    unconfirmed_fields: tuple[str, ...]
    iri: str
    more: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRow:
    """Words of a document's text around what was looked for; see ``graph.tables.sought.hits``.

    >>> row = kg.search("nòng cốt")[0]
    >>> [row.quote[start:end] for start, end in row.marks]
    ['nòng cốt']
    """

    document: str
    date: str
    quote: str
    text: str
    page: int
    start: int
    end: int
    marks: tuple[tuple[int, int], ...]
    iri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """One link, read from ``subject`` to ``object``, with the words that state it.

    ``review`` is "interim" or "final" and ``years`` the period reviewed, for reviews alone;
    ``part`` is what a change reaches, empty where it is the whole, ``since`` from which day;
    ``page``, ``box`` and ``unconfirmed`` are as in ``graph.values.Quote``; ``start`` and ``end``
    count code points of the text as read. An inferred link has no quote.

    >>> links = kg.document("455-BC/TU").outgoing
    >>> link = next(one for one in links if one.relation == "summarizes")
    >>> link.object, link.review, link.years
    ('Nghị quyết 25-NQ/TW@XI', 'final', 10.0)
    """

    subject: str
    relation: str
    object: str
    review: str
    years: float | None
    part: str
    since: str
    quote: str
    text: str
    page: int
    box: str
    unconfirmed: bool
    start: int
    end: int
    rule: str
    confidence: float
    inferred: bool
    subject_iri: str
    object_iri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One document that carries out the one asked for.

    ``relation``, ``carries_out`` and what follows are of its own link, the first of ``steps``
    steps up to the document asked for; ``chain`` holds them all.

    >>> plan = kg.plans("69-KL/TU@lai-chau")[-1]
    >>> [(link.subject, link.object) for link in plan.chain][0]
    ('Kế hoạch 716/KH-UBND', 'Kế hoạch 61-KH/HU')
    >>> plan.steps, plan.carries_out
    (2, 'Kế hoạch 61-KH/HU')
    """

    document: str
    date: PartialDate
    issuer: str
    level: str
    place: str
    steps: int
    relation: str
    carries_out: str
    quote: str
    text: str
    page: int
    box: str
    unconfirmed: bool
    start: int
    end: int
    confidence: float
    inferred: bool
    iri: str
    chain: tuple[LinkRow, ...]


def document_row(found: Found) -> DocumentRow:
    """Return a document as a row."""
    return DocumentRow(
        document=name_of(found),
        date=partial_date(found.date),
        level=found.level.value if found.level else "",
        **{
            field.name: getattr(found, field.name)
            for field in fields(DocumentRow)
            if field.name not in ("document", "date", "level")
        },
    )


def passage_row(found: Found, passage: Passage) -> PassageRow:
    """Return a passage of a document's text as a row."""
    return PassageRow(
        document=name_of(found),
        date=found.date,
        iri=found.iri,
        **{field.name: getattr(passage, field.name) for field in fields(Passage)},
    )


def link_row(step: Step) -> LinkRow:
    """Return a link as a row."""
    return LinkRow(
        subject=name_of(step.subject),
        relation=step.relation,
        object=name_of(step.object),
        review=step.review,
        years=step.years,
        part=step.part,
        since=step.since,
        quote=step.quote,
        text=step.text,
        page=step.page,
        box=step.box,
        unconfirmed=step.unconfirmed,
        start=step.start,
        end=step.end,
        rule=step.rule,
        confidence=step.confidence,
        inferred=step.inferred,
        subject_iri=step.subject.iri,
        object_iri=step.object.iri,
    )


def plan_row(row: PlanRow) -> Plan:
    """Return a plan as a row."""
    document, first = row.document, row.steps[0]
    return Plan(
        document=name_of(document),
        date=partial_date(document.date),
        issuer=document.issuer,
        level=document.level.value if document.level else "",
        place=document.place,
        steps=len(row.steps),
        relation=first.relation,
        carries_out=name_of(first.object),
        quote=first.quote,
        text=first.text,
        page=first.page,
        box=first.box,
        unconfirmed=first.unconfirmed,
        start=first.start,
        end=first.end,
        confidence=first.confidence,
        inferred=any(step.inferred for step in row.steps),
        iri=document.iri,
        chain=tuple(map(link_row, row.steps)),
    )
