"""Who owes: the body, or the class of bodies, that stands before the verb of an order."""

import re
from dataclasses import dataclass, replace

from extract.grammar.lexicon import any_of, bodies, whole
from extract.text.view import UPPER
from ontology.documents.order_words import DutyWord, duty_words
from ontology.institutions.bodies import body_level
from ontology.institutions.body_heads import BodyUse
from ontology.institutions.offices import signing_offices
from ontology.level import Level
from ontology.spelling import folded

_END = r"(?![^\W\d_])"
_CLASS = any_of(duty_words(DutyWord.CLASS))
_COUNT = r"(?:Các|Từng|Mỗi|Những|Toàn[ ]bộ|Hai|Ba|Bốn|\d{1,3})"
_BODY = re.compile(
    rf"""(?:
      {_COUNT}[ ](?:(?:tỉnh|huyện)[ ])?(?i:{_CLASS}|{bodies(BodyUse.ORDERED, BodyUse.ACTS)}){_END}
    | {bodies(BodyUse.ORDERED, BodyUse.ACTS, BodyUse.LETTERHEAD)}{_END}
    )""",
    re.VERBOSE,
)
_SMALL = re.compile(
    rf"(?:các|từng|mỗi|những|hai|ba|bốn|\d{{1,3}})[ ](?i:{_CLASS}){_END}", re.IGNORECASE
)
_KNOWN = re.compile(rf"{any_of(duty_words(DutyWord.BODY))}{_END}(?! viên)")
_OFFICE = re.compile(any_of(signing_offices()) + _END, re.IGNORECASE)
_UNCOUNTED = re.compile(rf"(?i:{_CLASS}){_END}")
_NO_BODY = re.compile(
    rf"(?:{any_of(duty_words(DutyWord.NO_BODY))}"
    rf"|Tổ chức(?! chính trị| cơ sở đảng| đảng| đoàn)){_END}"
)
"""What begins as a body does; "Tổ chức" is a verb unless a kind of organisation follows."""
_BARE = re.compile(rf"(?i:{_CLASS})")
_CAPITAL = re.compile(rf"[{UPPER}]")
_SEVERAL = re.compile(
    r"(?:(?i:các|từng|mỗi|những|toàn bộ|hai|ba|bốn|\d{1,3}) )|.*(?<![^\W\d_])cấp (?:huyện|xã|tỉnh)"
    r"|(?:(?:Đảng|Huyện|Thành) ủy|Ủy ban nhân dân|UBND|HĐND|Thủ trưởng|Giám đốc|Chủ tịch[^,]*) các "
)
_EXCEPT = re.compile(r"[ ,(]*(?:trừ|ngoại trừ|không bao gồm)[ ]([^)]+)\)?", re.IGNORECASE)
_TELLS = whole((*duty_words(DutyWord.NOT), *duty_words(DutyWord.PAST)))
_NO_SUBJECT = re.compile(rf"^(?i:{_TELLS})|{_TELLS}")
"""What makes words no subject; in capitals it is part of a name: "huyện Chợ Mới"."""
_THROUGH = re.compile(r"\([^()]*\)|nông thôn mới")
"""What stands in a name and tells nothing."""
_GIVEN_TO = re.compile(rf"[ ]{any_of(duty_words(DutyWord.GIVEN_TO))}{_END}")
_LONGEST = 260
_TOP = re.compile(any_of(duty_words(DutyWord.TOP)) + _END)
_ABOVE = re.compile(any_of(duty_words(DutyWord.TOP_OF_STATE)) + _END)
_STATE = re.compile(rf"(?:Bộ|các bộ|Ban [^,]*Trung ương){_END}", re.IGNORECASE)
"""What a local text does not order; other central bodies have offices below that share a name."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """A body as printed; ``several`` tells whether it is a class of bodies."""

    printed: str
    several: bool = False
    exceptions: str = ""


def bearer_in(words: str) -> Bearer | None:
    """Return the body that ``words`` are, from their first letter on; None where they are none.

    >>> bearer_in("Các huyện ủy, thành ủy, thị ủy còn lại").several, bearer_in("Việc này")
    (True, None)
    """
    text = words.strip(" ,;:-")
    if not text or len(text) > _LONGEST or _NO_BODY.match(text):
        return None
    if not (_BODY.match(text) or _SMALL.match(text) or _KNOWN.match(text) or _OFFICE.match(text)):
        counted = _UNCOUNTED.match(text)
        if counted is None or not _CAPITAL.match(text):
            return None
    if _BARE.fullmatch(text) or _NO_SUBJECT.search(_THROUGH.sub("", text)):
        return None
    left = _EXCEPT.search(text)
    return Bearer(text, _SEVERAL.match(text) is not None, left[1].strip(" ,") if left else "")


def bearer_with_clause(words: str) -> Bearer | None:
    """Return the body that the whole of ``words`` names, where a clause says which are meant.

    >>> bearer_with_clause("Các sở được giao chủ trì dự án").printed
    'Các sở được giao chủ trì dự án'
    """
    given = _GIVEN_TO.search(words) if "được" in words else None
    bearer = bearer_in(words[: given.start()]) if given else None
    return replace(bearer, printed=words.strip(" ,;:-")) if bearer else None


def stands_above(bearer: str, *, level: Level, binds: bool) -> bool:
    """Tell whether a text cannot order ``bearer``: it is at the top, or above the text's level.

    ``binds`` tells whether the text is one that binds the State by its articles.
    """
    if _TOP.match(bearer) or (not binds and _ABOVE.match(bearer)):
        return True
    stands = body_level(bearer)
    if level is not Level.CENTRAL and _STATE.match(bearer) and stands is Level.CENTRAL:
        return True
    return level in (Level.DISTRICT, Level.COMMUNE) and stands is Level.PROVINCE


def is_author(bearer: str, issuer: str) -> bool:
    """Tell whether ``bearer`` is the body that issues the text: nobody orders himself."""
    author = folded(issuer)
    named = {folded(bearer), folded(bearer.rpartition(", ")[2])}
    return bool(author) and any(
        author == printed or author.startswith(f"{printed} ") for printed in named if printed
    )
