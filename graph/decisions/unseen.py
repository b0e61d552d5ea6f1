"""Documents that no text mentions: which one a person means, by its number.

A number is not a document. It has to say which register it is from, and in which term or year: as a
whole citation ("Nghị quyết số 57-NQ/TW ngày 22/12/2024"), by what stands behind it
(``57-NQ/TW@XIII``, ``61-KH/HU@lai-chau.tam-duong.hu@nk2020``), or as a key (``tw/k13/nq-tw/57``).
The registers are those that texts are read with; nothing is guessed.
"""

import re
from dataclasses import dataclass

import extract
from extract.grammar.citation import Citation
from extract.head.home import Home, issuer_behind
from extract.identity.register import INDIVIDUAL, is_party, period_of, register_of, series_of
from extract.reading import Document, MentionKind
from graph.rdf.vocabulary import DOCUMENT_BASE
from ontology.dates import NO_DATE, partial_date
from ontology.documents.document_types import YearPlace, type_by_code, type_by_word
from ontology.documents.identity import DocumentId
from ontology.documents.symbol import Symbol
from ontology.institutions.periods import Period
from ontology.institutions.places import REFORM, place_by_slug
from ontology.institutions.terms import congress
from ontology.level import Level

_WORDED = re.compile(r"(?P<word>[^\d@]*?)\s*(?:\bsố\s*)?(?P<number>\d.*)", re.IGNORECASE)
_PERIOD = re.compile(
    r"(?P<term>[IVX]+|k\d{1,2})|(?P<local>nk\d{4})|(?P<day>\d{4}-\d\d-\d\d)|(?P<year>\d{4}(?:-07)?)"
)
_NOWHERE = Home("", "", "", Level.CENTRAL, NO_DATE)
_DEPTHS = {Level.CENTRAL: (0,), Level.PROVINCE: (1,), Level.DISTRICT: (2,), Level.COMMUNE: (2, 3)}
"""How many places, one in the other, a body of a level stands in."""


@dataclass(frozen=True, slots=True)
class _Register:
    """Where a number is from."""

    level: Level
    place: str
    series: str


def unseen_document(typed: str) -> Document | None:
    """Return the document that a person means, None where what was typed does not settle it."""
    identity = _key(typed.strip().removeprefix(DOCUMENT_BASE))
    if identity:
        return _of_key(identity)
    printed, *marks = (part.strip() for part in typed.split("@"))
    return _marked(printed, marks) if marks else _read(printed)


def _key(typed: str) -> DocumentId | None:
    try:
        return DocumentId.parse(typed)
    except ValueError:
        return None


def _of_key(identity: DocumentId) -> Document | None:
    """Return the document with a key, None where it does not tell how the number is printed."""
    letters = identity.symbol.removesuffix(INDIVIDUAL)
    kind = type_by_code(letters.partition("-")[0])
    if kind is None or not letters:
        return None
    plain, dated = f"{identity.number}/{letters}", f"{identity.number}/{identity.period}/{letters}"
    for number in (dated, plain) if kind.year is YearPlace.INSIDE else (plain, dated):
        found = _marked(number, [identity.series, identity.period])
        if found and found.id == identity and issuer_behind(Symbol.parse(number).organ):
            return found
    return None


def _read(citation: str) -> Document | None:
    """Return the document of a citation that says all by itself, as a text would print it."""
    reading = extract.read(f"Xem {citation}.")
    cited = [document for document in reading.documents if document.key != reading.document]
    if len(cited) == 1 and cited[0].id and cited[0].number and cited[0].symbol:
        return cited[0]
    return None


def _marked(printed: str, marks: list[str]) -> Document | None:
    """Return the document whose number is ``printed``, with its register and period behind it."""
    worded = _WORDED.fullmatch(printed)
    periods = [found for mark in marks if (found := _PERIOD.fullmatch(mark))]
    where = [mark for mark in marks if not _PERIOD.fullmatch(mark)]
    if worded is None or len(periods) > 1 or len(where) > 1:
        return None
    try:
        symbol = Symbol.parse(worded["number"])
    except ValueError:
        return None
    kind = type_by_word(worded["word"]) if worded["word"] else type_by_code(symbol.type_code)
    word = kind.word if kind else ""
    registers = _registers(symbol, where[0] if where else "", periods[0][0] if periods else "")
    if len(registers) != 1 or (worded["word"] and not kind):
        return None
    (register,) = registers
    letters = register_of(symbol, word)
    period = _period(symbol, register, periods[0] if periods else None)
    if not letters or not period:
        return None
    identity = DocumentId(register.series, period, letters, symbol.digits)
    return Document(
        key=str(symbol),
        id=identity,
        iri=identity.iri,
        type=word,
        number=symbol.number,
        symbol=symbol.letters,
        term=period.term.roman if period.term else "",
        level=register.level,
        place=register.place,
        series=register.series,
        register=letters,
    )


def _registers(symbol: Symbol, where: str, period: str) -> set[_Register]:
    """Return the registers that a symbol may be from; ``where`` is a place or a register."""
    found: set[_Register] = set()
    issuer = issuer_behind(symbol.organ) if symbol.organ else None
    for place in {where, where.rpartition(".")[0]}:
        depth = place.count(".") + 1 if place else 0
        if place and place_by_slug(place.partition(".")[0]) is None:
            continue
        levels = [level for level, depths in _DEPTHS.items() if depth in depths]
        if issuer and issuer.level:
            levels = [level for level in levels if level is issuer.level]
        elif len(levels) > 1:
            # There have been no districts since the reform, and no communes right below provinces
            # before it.
            began = partial_date(period.removeprefix("nk"))
            since = began and not began.is_before(REFORM)
            levels = [Level.COMMUNE if since else Level.DISTRICT]
        for level in levels:
            series = series_of(symbol, level, place)
            # The letters of a body that no table knows may stand anywhere.
            named = ("", place, series) if issuer else (series,)
            if series and where in named:
                found.add(_Register(level, place, series))
    # "lai-chau.tam-duong.ubnd" is a register; no place within the district is called so.
    return {register for register in found if register.series == where} or found


def _period(symbol: Symbol, register: _Register, given: re.Match[str] | None) -> Period:
    """Return the term or the year of a number, empty where none fits its register."""
    if given is None:
        return Period(str(symbol.year or ""))
    if given["day"]:
        cited = Citation(
            start=0,
            end=1,
            fields_end=1,
            tier=MentionKind.NUMBERED,
            symbol=symbol,
            date=partial_date(given["day"]),
        )
        return period_of(cited, symbol, register.level, register.place, _NOWHERE)
    party, central = is_party(symbol), register.level is Level.CENTRAL
    if given["term"] and party and central:
        return Period.of_term(congress(given["term"].removeprefix("k")))
    if given["local"] and party and not central:
        return Period(given["local"])
    if given["year"] and not party and given["year"].startswith(str(symbol.year or "")):
        return Period(given["year"])
    return Period()
