"""What a question is answered with: documents, their links, and the words that say so."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from ontology.level import Level

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from extract.text.source import SourceText

SourceOf = Callable[[str], "SourceText | None"]
"""What gives the text with a hash as it was read, None where nobody holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One document of the graph as it is shown in a row; an empty field is not known.

    ``number`` is the full number as printed ("25-NQ/TW"), or the name of a document without one.
    ``term`` is Roman, ``date`` ISO (a year or a month alone where no more is known), ``place`` the
    path of place slugs ("lai-chau.tam-duong"). ``held`` tells whether the document's own text was
    read, ``mentions`` how many places refer to it, ``resolved`` whether it is known which document
    it is. ``selector`` is what a person may type to mean this document and no other. ``issued_by``
    is the number of the decision that issues a document without one: a plan that stands behind a
    decision has the decision's date and issuer, too, where no text gives it its own.
    ``unconfirmed_fields`` are those ("number", "date") that OCR alone has read, on a scan of it.
    ``more`` holds the fields that are words of a text and no more, by their names.
    """

    iri: str
    number: str
    type: str = ""
    term: str = ""
    date: str = ""
    title: str = ""
    issuer: str = ""
    level: Level | None = None
    place: str = ""
    held: bool = False
    mentions: int = 0
    resolved: bool = True
    selector: str = ""
    issued_by: str = ""
    unconfirmed_fields: tuple[str, ...] = ()
    more: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What a person decided: the kind of decision, who, when, why, and where it is written.

    ``written`` is what the line decides, as written. ``problem`` says why it could not be applied:
    a code, a colon and a detail; empty where it was.
    """

    kind: str
    who: str
    when: str
    why: str
    written: str
    file: str
    line: int
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Exact words of a text: code points of the text as read, ``start`` included, ``end`` not.

    ``page`` is the page of the file that they stand on, 0 where it has no pages; ``box`` their
    place on it as it stands behind the # in the address of the file, empty where it is not known
    ("page=2&viewrect=72,100,128,12.5": left, top, width and height in points). ``unconfirmed``
    tells whether OCR alone has read digits of them.
    """

    quote: str
    text: str
    start: int
    end: int
    page: int = 0
    box: str = ""
    unconfirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One link, read from ``subject`` to ``object``, with the words that state it.

    ``relation`` is the snake-case name ("implements"), or "carries_out" for a link that is
    inferred: then ``rule`` names the rule, ``premises`` are the links it follows from, each with
    its own quote, and ``quote`` is empty. ``text`` is the name of the text that says so. ``review``
    is "interim" or "final" and ``years`` the period reviewed, for "summarizes" alone. ``context``
    holds the words that the verb stands in where that is apart from the quote. ``part`` is what of
    the object a change reaches ("khoản 4 Điều 18"), empty where it is the whole; ``since`` the ISO
    day from which it takes effect where the text prints one, in the words ``effect``. ``decisions``
    are those by which people confirmed the link. ``page``, ``box`` and ``unconfirmed`` are those of
    the quote, as in Quote.
    """

    subject: Found
    relation: str
    object: Found
    quote: str
    text: str
    start: int
    end: int
    rule: str
    confidence: float
    review: str = ""
    years: float | None = None
    context: Quote | None = None
    part: str = ""
    since: str = ""
    effect: Quote | None = None
    page: int = 0
    box: str = ""
    unconfirmed: bool = False
    inferred: bool = False
    premises: tuple["Step", ...] = ()
    decisions: tuple[Decided, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One document that carries out the one asked for, and the chain between the two.

    ``steps`` leads from ``document`` (subject of the first step) to the document asked for (object
    of the last); a direct link has one step.
    """

    document: Found
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """One value of a field, and the names of the texts that state it.

    ``own`` tells whether the document's own text is among them; ``shown`` marks the value that
    rows show.
    """

    value: str
    sources: tuple[str, ...]
    own: bool
    shown: bool


@dataclass(frozen=True, slots=True)
class Field:
    """All that is stated for one field ("type", "number", "date", "issuer", …).

    ``conflict`` is true where two of the values cannot both hold.
    """

    name: str
    values: tuple[Stated, ...]
    conflict: bool


@dataclass(frozen=True, slots=True)
class Signed:
    """An electronic signature: who signed, and when (ISO), as the file says; nobody verified it."""

    name: str
    signed_at: str = ""


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text of a document itself: its name, what read its file ("pdf 1"), and who signed it."""

    name: str
    reader: str = ""
    signatures: tuple[Signed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """One document with everything that is said of it.

    ``texts`` names the document's own texts, ``outgoing`` are links of which it is the subject,
    ``incoming`` those of which it is the object; a link stated in two places stands twice.
    ``identified`` says what settled which document is meant, where a text left it open.
    ``decisions`` are those of people about the document and its links, rejected links included.
    ``provenance`` says of each of ``texts`` how it came out of its file.
    """

    document: Found
    texts: tuple[str, ...]
    fields: tuple[Field, ...]
    outgoing: tuple[Step, ...]
    incoming: tuple[Step, ...]
    quotes: tuple[Quote, ...]
    identified: tuple[str, ...] = ()
    decisions: tuple[Decided, ...] = ()
    provenance: tuple[OwnText, ...] = ()


Value = str | int | float | bool | None
"""One cell: text of a literal or IRI, a number, a truth value; None where nothing is bound."""
"""A cell of an answer."""


def as_record(answer: "DataclassInstance") -> dict[str, Any]:
    """Return an answer in plain values, all the fields of a document side by side."""
    record: dict[str, Any] = asdict(answer, dict_factory=_side_by_side)
    return record


def _side_by_side(values: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(values)
    record.update(record.pop("more", {}))
    return record
