"""Which of several namesakes a typed citation means: by its date, term, place, issuer and title.

What was typed rules out the documents that it contradicts. What a document does not tell rules
nothing out: it only comes after one that says the same as was typed.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from extract.head.places import own_place
from graph.identity.titles import picked
from graph.read.conflicts import same_body
from graph.read.documents import Documents
from graph.read.lookup import place_marks
from graph.read.record import Record
from graph.typed.citations import TypedCitation
from ontology.dates import NO_DATE, PartialDate, partial_date
from ontology.institutions.bodies import body_level
from ontology.level import Level
from ontology.spelling import slug

_OF = ("cua-", "do-")
_ABOUT = (
    *("ve-", "v-v-", "quy-dinh-", "ban-hanh-", "phe-duyet-", "thuc-hien-", "trien-khai-"),
    *("huong-dan-", "sua-doi-", "tiep-tuc-", "tang-cuong-", "so-ket-", "tong-ket-"),
)
"""What a title begins with, so that it is no body and no place."""

_Agreement = bool | None
"""Whether a document says what was typed; None where it says nothing of it."""
_Test = Callable[[Record], _Agreement]


def chosen(documents: Documents, iris: Iterable[str], cited: TypedCitation) -> tuple[str, ...]:
    """Return those of ``iris`` that the citation may mean, in order; several where it leaves open.

    What stands behind it and is no title (a place, a body, a year) must fit the document.
    """
    records = [documents.record(iri) for iri in iris]
    for test in _tests(cited):
        agreeing = {record.iri: test(record) for record in records}
        fitting = [record for record in records if agreeing[record.iri] is not False]
        if len(fitting) < len(records):
            # A reference that says nothing is no answer where what is known says otherwise.
            fitting = [record for record in fitting if record.identity or agreeing[record.iri]]
        records = [record for record in fitting if agreeing[record.iri]] or fitting
    behind = slug(cited.behind)
    if behind and not f"{behind}-".startswith(_ABOUT):
        named = [record for record in records if _fits(record, cited.behind)]
        records = named or _of_title(records, cited.behind, certain=True)
    elif behind and len(records) > 1:
        records = _of_title(records, cited.behind) or records
    return tuple(record.iri for record in records)


def issuer_agrees(record: Record, typed: str) -> _Agreement:
    """Tell whether ``typed`` is the body that issued a document, with or without its place.

    A body of another place did not; another body of the same place is left open, for one number
    is often given to a body and to the bureau that signed for it.
    """
    province, district, commune = own_place(
        "", typed, "", "", None, partial_date(record.best("date"))
    )
    own = tuple(filter(None, record.place.split(".")))
    central = record.best("level") == Level.CENTRAL
    for place in filter(None, (province, district, commune)):
        if central or (own and place not in own and not (place == province and len(own) > 1)):
            return False
    if own and body_level(typed) is Level.CENTRAL:
        return False
    stated = record.stated.get("issuer", ())
    if any(same_body(typed, issuer, record.place) for issuer in stated):
        return True
    places = {place for place in (province, district, commune) if place}
    return True if places and places & set(own) and not stated else None


def _tests(cited: TypedCitation) -> Sequence[_Test]:
    """Return what to ask of each document, the surest first."""
    tests: list[_Test] = []
    if cited.date:
        tests.append(partial(_date_agrees, cited.date))
    if cited.term:
        tests.append(partial(_term_agrees, cited.term))
    if cited.issuer:
        tests.append(partial(_issuer_agrees, cited.issuer))
    return tests


def _issuer_agrees(typed: str, record: Record) -> _Agreement:
    return issuer_agrees(record, typed)


def _date_agrees(typed: PartialDate, record: Record) -> _Agreement:
    stated = set(record.stated.get("date", ()))
    if stated:
        return any(typed.agrees_with(partial_date(day)) for day in stated)
    year = record.identity.period.year if record.identity else NO_DATE
    return typed.year == year if year else None


def _term_agrees(typed: str, record: Record) -> _Agreement:
    return record.term == typed if record.term else None


def _fits(record: Record, behind: str) -> bool:
    """Tell whether a place, a year or a body behind a number is that of a document."""
    for opening in _OF:
        if slug(behind).startswith(opening):
            behind = behind.split(None, 1)[1]
    behind = behind.strip("()[] ")
    if place_marks(behind) & record.marks():
        return True
    return issuer_agrees(record, behind) is True


def _of_title(records: Sequence[Record], said: str, *, certain: bool = False) -> list[Record]:
    """Return the one document whose titles clearly hold what was said, else none.

    ``certain`` asks that also of one that has no namesakes.
    """
    titles = [tuple(record.stated.get("title", ())) for record in records]
    if certain and len(records) == 1:
        words = slug(said)
        return [records[0]] if any(words in slug(title) for title in titles[0]) else []
    index = picked([said], titles)
    return [] if index is None else [records[index]]
