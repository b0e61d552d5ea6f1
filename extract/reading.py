"""What one text says: its documents, where it mentions them, and how it says they are related."""

from dataclasses import dataclass
from enum import StrEnum

from extract.text.source import SourceText, Span
from ontology.dates import NO_DATE, PartialDate
from ontology.documents.identity import DocumentId
from ontology.documents.relation import Relation
from ontology.level import Level


class MentionKind(StrEnum):
    """How a document is referred to."""

    SELF = "self"
    NUMBERED = "numbered"
    NAMED = "named"
    BACKREF = "backref"


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What is printed of a document where a text refers to it; an empty field was not printed.

    ``type`` is the type word ("Kết luận"), ``number`` the half of the number that counts ("69"),
    ``date`` ISO (a year or a month alone where no more is printed), ``issuer`` with abbreviations
    written out, ``term`` Roman.
    """

    type: str = ""
    number: str = ""
    date: PartialDate = NO_DATE
    issuer: str = ""
    term: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Printed):
    """One reference to a document, with what is printed of it.

    ``symbol`` is what stands behind the number ("KL/TU"), ``pin`` the part that is cited
    ("khoản 2 Điều 5"). ``unconfirmed`` tells whether OCR alone has read digits of it. ``document``
    is the key of the document in the same reading.

    >>> from extract import read
    >>> mention = read("Theo khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP của Chính phủ.").mentions[0]
    >>> mention.number, mention.symbol, mention.issuer, mention.pin
    ('30', '2020/NĐ-CP', 'Chính phủ', 'khoản 2 Điều 5')
    """

    span: Span
    tier: MentionKind
    document: str
    symbol: str = ""
    title: str = ""
    pin: str = ""
    unconfirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document as one text knows it.

    ``key`` names it within the reading. ``id`` is None while its register or its period is open:
    then ``iri`` is that of an unresolved reference, and ``series`` (empty where the place is not
    known), ``register`` (the letters of the symbol as in an id), ``number`` and the dates are what
    another text may settle it by. Fields hold what the text states, several values where it
    contradicts itself; ``place`` is the path of place slugs ("lai-chau.tam-duong"), empty for
    central bodies. ``signer`` is who signed it, name and office as its own text prints them;
    ``blank_number`` is what its own text prints behind a number that is left blank ("-KH/HU").

    >>> from extract import read
    >>> document = read("Xem Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư.").documents[1]
    >>> document.key, str(document.id), document.dates, document.issuers
    ('43-KL/TW', 'tw/k12/kl-tw/43', ('2019-01-07',), ('Ban Bí thư',))
    """

    key: str
    id: DocumentId | None
    iri: str
    type: str = ""
    number: str = ""
    symbol: str = ""
    dates: tuple[PartialDate, ...] = ()
    issuers: tuple[str, ...] = ()
    term: str = ""
    level: Level = Level.CENTRAL
    title: str = ""
    place: str = ""
    series: str = ""
    register: str = ""
    signer: str = ""
    blank_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a text states about a pair of documents, and the words that state it.

    ``subject`` and ``object`` are keys of documents of the same reading; ``span`` is the evidence;
    ``rule`` names what found it; ``review`` is "interim" or "final" and ``years`` the period
    reviewed, for SUMMARIZES where the text says so. ``context`` is where the verb stands if that
    is apart from the evidence: the heading of a list of documents that are repealed. ``part`` is
    what of the object a change reaches ("khoản 4 Điều 18"), empty where it is the whole. ``since``
    is the day from which a change takes effect where the text prints one, in the words at
    ``since_span``.

    >>> from extract import read
    >>> reading = read("Kế hoạch số 61-KH/HU thực hiện Kết luận số 69-KL/TU của Tỉnh ủy.")
    >>> claim = next(claim for claim in reading.claims if claim.relation != "cites")
    >>> claim.subject, str(claim.relation), claim.object
    ('61-KH/HU', 'implements', '69-KL/TU')
    >>> claim.span.of(reading.source)
    'Kế hoạch số 61-KH/HU thực hiện Kết luận số 69-KL/TU của Tỉnh ủy'
    """

    subject: str
    relation: Relation
    object: str
    span: Span
    rule: str
    confidence: float
    review: str = ""
    years: float | None = None
    context: Span | None = None
    part: str = ""
    since: PartialDate = NO_DATE
    since_span: Span | None = None


class Expects(StrEnum):
    """What a duty asks for: a document issued, a report, a review, a change of a document."""

    ISSUE = "issue"
    REPORT = "report"
    REVIEW = "review"
    CHANGE = "change"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Who owes which document by when, and the words that order it.

    ``bearer`` is printed so, empty where nobody is named; ``several`` tells whether it is a class
    of bodies ("các huyện ủy"), and ``exceptions`` who of them is left out. ``joins`` are the bodies
    that take part. ``product`` is the type word of what is owed ("Kế hoạch"), ``review`` "interim"
    or "final". ``about`` holds keys of documents of the same reading: what is to be carried out,
    reviewed or changed. ``due`` is a day, a month, a quarter or a year ("2024-Q3"), two of them
    with "/" between, a rule (RFC 5545), a duration after an event ("P45D"), "ongoing", or empty;
    ``due_text`` is how that is printed. ``set_by`` is the key of the document that orders.

    >>> from extract import read
    >>> text = "Giao Sở Nội vụ xây dựng kế hoạch thực hiện Kết luận số 69-KL/TU trước 30/9/2024."
    >>> duty = read(text).duties[0]
    >>> duty.bearer, duty.product, duty.about, duty.due
    ('Sở Nội vụ', 'Kế hoạch', ('69-KL/TU',), '2024-09-30')
    """

    bearer: str
    product: str
    expects: Expects
    span: Span
    rule: str
    confidence: float
    set_by: str
    review: str = ""
    about: tuple[str, ...] = ()
    due: str = ""
    due_text: str = ""
    joins: str = ""
    several: bool = False
    exceptions: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    r"""Work that a table of tasks gives and whose product is no document: no debt, and no duty.

    ``task`` says what is to be done and ``outcome`` what comes of it, both as printed; who leads is
    the ``bearer``, and the other fields are as those of a duty.

    >>> from extract import read
    >>> table = "| STT | Nhiệm vụ | Chủ trì | Sản phẩm | Thời hạn |\n|---|---|---|---|---|\n"
    >>> row = "| 1 | Hoàn thành nền tảng số | Sở Nội vụ | Nền tảng số | 6/2025 |"
    >>> task = read(f"PHỤ LỤC\n\n{table}{row}").tasks[0]
    >>> task.bearer, task.task, task.due
    ('Sở Nội vụ', 'Hoàn thành nền tảng số', '2025-06')
    """

    bearer: str
    task: str
    span: Span
    rule: str
    confidence: float
    set_by: str
    outcome: str = ""
    due: str = ""
    due_text: str = ""
    joins: str = ""
    several: bool = False
    exceptions: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one text says; ``document`` is the key of the text's own document.

    >>> from extract import read
    >>> reading = read("Xem Kết luận số 69-KL/TU của Tỉnh ủy Lai Châu.")
    >>> [document.key for document in reading.documents if document.key != reading.document]
    ['69-KL/TU']
    """

    source: SourceText
    document: str
    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    duties: tuple[Duty, ...] = ()
    tasks: tuple[Task, ...] = ()
