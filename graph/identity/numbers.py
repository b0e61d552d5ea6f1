"""Numbers of documents as texts print them and as people type them, folded into keys for finding.

Letter case, diacritics, spaces and the kind of marks between the parts say nothing about which
number is meant: ``69 KL/TU``, ``69-kl/tu`` and ``69/KL-TU`` have the key ``69-kl-tu``.
"""

import re
from dataclasses import dataclass, replace
from itertools import takewhile

from ontology.documents.identity import BASE, DocumentId
from ontology.spelling import slug

_ZEROS = re.compile(r"^0+(?=\d)")
_DIGITS = re.compile(r"\d+(?:[.]\d+)?[a-zđ]?(?![^\W_])", re.IGNORECASE)
_KEY = re.compile(
    r"(?P<number>\d+(?:-\d{1,2}(?=-\D))?[a-z]?)(?:-(?P<year>(?:19|20)\d\d))?(?:-(?P<letters>.+))?"
)
_DATED = re.compile(
    r",?\s*\bng[àa]y\s+(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$", re.IGNORECASE
)
_TERM = re.compile(r",?\s*\bkh[oó][aá]\s+([IVX]+)\s*$", re.IGNORECASE)
_NUMBER_WORD = "so"
WITHOUT_NUMBER = "chua-co-so"
"""What people type for a document whose number is left blank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedNumber:
    """What a person typed, taken apart; an empty field was not typed.

    ``name`` is the key of the whole, for documents that are known by a name; ``words`` the key of
    the type word before the number ("ket-luan"); ``key`` that of number and symbol together;
    ``number``, ``year`` and ``letters`` its parts; ``marks`` what stands behind each ``@``, folded.
    ``iri`` is given where an IRI or a key of the graph was typed.
    """

    name: str
    words: str = ""
    key: str = ""
    number: str = ""
    year: str = ""
    letters: str = ""
    marks: tuple[str, ...] = ()
    iri: str = ""


def parse_typed(text: str) -> TypedNumber:
    """Take apart what was typed; anything can be typed, so nothing is an error.

    >>> parse_typed("Kết luận số 06 KL/TU @Lai Châu").key
    '6-kl-tu'
    >>> parse_typed("25-nq/tw, khóa XI").marks
    ('xi',)
    """
    typed = text.strip()
    if typed.startswith(f"{BASE}id/"):
        return TypedNumber(name="", iri=typed)
    typed, *after = typed.split("@")
    marks = [mark for mark in map(slug, after) if mark]
    if dated := _DATED.search(typed):
        day, month, year = dated.groups()
        marks.append(f"{year}-{int(month):02}-{int(day):02}")
        typed = typed[: dated.start()]
    if term := _TERM.search(typed):
        marks.append(term[1].lower())
        typed = typed[: term.start()]
    whole = TypedNumber(name=slug(typed), marks=tuple(marks), iri=_iri_of_key(typed.strip()))
    digits = _DIGITS.search(typed)
    if digits is None:
        return whole
    words = slug(typed[: digits.start()])
    parts = _KEY.fullmatch(_ZEROS.sub("", slug(typed[digits.start() :])))
    if parts is None:
        return whole
    return replace(
        whole,
        words=words.removesuffix(_NUMBER_WORD).rstrip("-"),
        key=parts[0],
        number=parts["number"],
        year=parts["year"] or "",
        letters=parts["letters"] or "",
    )


def full_number(number: str, symbol: str) -> str:
    """Return number and symbol as they are printed together.

    The Party prints a hyphen behind the number and a slash before the body; the State, whose
    normative symbols begin with a year, the other way round.

    >>> full_number("69", "KL/TU"), full_number("141", "KH-UBND"), full_number("64", "2025/QH15")
    ('69-KL/TU', '141/KH-UBND', '64/2025/QH15')
    """
    if not symbol:
        return number
    marks = re.findall(r"[-/]", symbol)
    party = not symbol[0].isdigit() and marks[:1] != ["-"]
    return f"{number}{'-' if party else '/'}{symbol}"


def number_key(number: str, symbol: str = "") -> str:
    """Return the key that a printed number is found by.

    >>> number_key("06", "QC/TU")
    '6-qc-tu'
    """
    return _ZEROS.sub("", slug(f"{number} {symbol}"))


def blank_keys(blank: str) -> frozenset[str]:
    """Return the keys of a document by what is printed behind a number that is left blank.

    >>> sorted(blank_keys("-KH/HU"))
    ['chua-co-so', 'kh-hu']
    """
    return frozenset({WITHOUT_NUMBER, slug(blank)} - {""}) if blank else frozenset()


def distance(key: str, other: str) -> tuple[int, int] | None:
    """Return how far two keys are from each other, for ordering; None where nothing is alike.

    A number of the same register is the nearer the fewer numbers lie between; the same number in
    another register comes after them.
    """
    parts, others = _KEY.fullmatch(key), _KEY.fullmatch(other)
    if parts is None or others is None:
        return None
    if parts["letters"] and parts["letters"] == others["letters"]:
        return 0, abs(_integer(parts["number"]) - _integer(others["number"]))
    if parts["number"] == others["number"]:
        return 1, 0
    return None


def _integer(number: str) -> int:
    return int("".join(takewhile(str.isdigit, number)))


def _iri_of_key(text: str) -> str:
    try:
        return DocumentId.parse(text).iri
    except ValueError:
        return ""
