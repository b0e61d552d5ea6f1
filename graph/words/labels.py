"""The words for relations, levels and fields, in Vietnamese and in English, as tables."""

import re
from collections.abc import Mapping
from typing import Final

from graph.rdf.schema import FIELDS
from graph.values import Found
from graph.words.sentences import Language, say
from graph.words.tables import Pairs
from ontology.bilingual import Bilingual
from ontology.dates import partial_date
from ontology.documents.extraction_rules import rule_meanings
from ontology.institutions.periods import NAMED
from ontology.level import Level
from ontology.spelling import slug


def word(table: Mapping[str, Bilingual], language: Language, key: str) -> str:
    """Return the word that ``table`` has for ``key``, or ``key`` itself where it has none."""
    pair = table.get(key)
    return key if pair is None else language.choose(pair)


def shown_date(language: Language, date: str) -> str:
    """Return an ISO date (or a year, or a year and month) as it is written in ``language``.

    What is no date stays as it is.

    >>> shown_date(Language.VI, "2021-06-18"), shown_date(Language.VI, "2021-06")
    ('18/06/2021', '06/2021')
    >>> shown_date(Language.VI, "2020-2025")
    '2020-2025'
    """
    known = partial_date(date)
    return language.choose(Bilingual("/".join(reversed(known.split("-"))), known)) or date


def name_of(document: Found) -> str:
    """Return what a person types for ``document``, so that it is told from its namesakes.

    >>> name_of(Found(iri="", type="Kết luận", number="69-KL/TU", selector="69-KL/TU@lai-chau"))
    'Kết luận 69-KL/TU@lai-chau'
    """
    name = _typed(document, document.selector if _marks(document) else document.number)
    return _with_decision(name, document)


def open_words(document: Found, language: Language) -> str:
    """Return what is open about which document it is, nothing where that is known.

    >>> open_words(Found(iri="", number="", more={"blank_number": "-KH/HU"}), Language.VI)
    'chưa có số: -KH/HU'
    """
    if blank := document.more.get("blank_number"):
        return f"{word(HEADINGS, language, 'blank_number').lower()}: {blank}"
    return "" if document.resolved else say(language, "unresolved")


def as_typed(selector: str) -> str:
    """Return ``selector`` as a shell takes it: in quotes where there are blanks.

    >>> as_typed("Luật Đất đai"), as_typed("69-KL/TU@lai-chau")
    ('"Luật Đất đai"', '69-KL/TU@lai-chau')
    """
    return f'"{selector}"' if " " in selector else selector


def called(document: Found, places: Mapping[str, str], language: Language) -> str:
    """Return what people call ``document``: told from its namesakes as they do.

    ``places`` are names of places by their paths.

    >>> one = Found(iri="", type="Kết luận", number="69-KL/TU", selector="69-KL/TU@lai-chau")
    >>> called(one, {"lai-chau": "Lai Châu"}, Language.EN)
    'Kết luận 69-KL/TU (Lai Châu)'
    """
    apart = told_apart(document, places, language)
    name = _typed(document, f"{document.number} ({apart})" if apart else document.number)
    return _with_decision(name, document)


def told_apart(document: Found, places: Mapping[str, str], language: Language) -> str:
    """Return the words that tell ``document`` from its namesakes; empty where it has none.

    >>> one = Found(iri="", number="25-NQ/TW", selector="25-NQ/TW@XI")
    >>> told_apart(one, {}, Language.VI), told_apart(one, {}, Language.EN)
    ('khóa XI', 'term XI')
    """
    return ", ".join(filter(None, (_in_words(mark, places, language) for mark in _marks(document))))


def place_words(path: str, places: Mapping[str, str]) -> str:
    """Return what a place is called with what it lies in, for many share a name.

    >>> names = {"lai-chau": "Lai Châu", "lai-chau.tam-duong": "Tam Đường"}
    >>> place_words("lai-chau.tam-duong", names)
    'Tam Đường, Lai Châu'
    """
    parts = path.split(".")
    above = (".".join(parts[:size]) for size in range(len(parts), 0, -1))
    return ", ".join(name for outer in above if (name := places.get(outer, "")))


def _in_words(mark: str, places: Mapping[str, str], language: Language) -> str:
    if re.fullmatch("[IVX]+", mark):
        return say(language, "term", term=mark)
    if mark == NAMED:
        return say(language, "apart by name")
    if f"/{NAMED}/" in mark:
        return say(language, "apart year unknown")
    if "/" in mark:  # a whole key: the same register and year, so that the type tells them apart
        return ""
    if term := re.fullmatch(r"nk(\d{4})", mark):
        return say(language, "apart local term", year=term[1])
    if mark.startswith("ref-"):
        return say(language, "apart unknown")
    return places.get(mark) or places.get(mark.rpartition(".")[0]) or mark


def _marks(document: Found) -> list[str]:
    """Return what stands behind the number in the selector of a document that has namesakes."""
    number = document.number
    if not number or not document.selector.startswith(f"{number}@"):
        return []
    return document.selector.removeprefix(f"{number}@").split("@")


def _typed(document: Found, number: str) -> str:
    if number.casefold().startswith(document.type.casefold()):
        return number
    return f"{document.type} {number}"


def _with_decision(name: str, document: Found) -> str:
    """Return ``name`` with the number of the decision behind which a plan stands."""
    return f"{name} ({document.issued_by})" if document.issued_by else name


def relation_words(
    language: Language,
    relation: str,
    *,
    review: str = "",
    years: float | None = None,
    part: str = "",
) -> str:
    """Return what stands between subject and object when a relation is read out.

    >>> relation_words(Language.VI, "summarizes", review="final", years=10)
    'tổng kết (10 năm)'
    >>> relation_words(Language.VI, "repeals", part="khoản 4 Điều 18")
    'bãi bỏ một phần (khoản 4 Điều 18)'
    """
    words = _special(REVIEW_WORDS, PART_WORDS, language, relation, review, part)
    behind = years_words(language, years) + part_words(part)
    return (words or word(RELATION_WORDS, language, relation)) + behind


def inverse_words(language: Language, relation: str, *, review: str = "", part: str = "") -> str:
    """Return what stands between object and subject when a relation is read out backwards.

    >>> inverse_words(Language.VI, "summarizes", review="final")
    'được tổng kết trong'
    >>> inverse_words(Language.EN, "repeals", part="khoản 4 Điều 18")
    'is repealed in part by'
    """
    words = _special(INVERSE_REVIEW_WORDS, INVERSE_PART_WORDS, language, relation, review, part)
    return words or word(INVERSE_WORDS, language, relation)


def _special(
    reviews: Mapping[str, Bilingual],
    parts: Mapping[str, Bilingual],
    language: Language,
    relation: str,
    review: str,
    part: str,
) -> str:
    """Return the words of a kind of review, or of an end that reaches a part; else nothing."""
    if review:
        return word(reviews, language, review)
    return word(parts, language, relation) if part and relation in parts else ""


def part_words(part: str) -> str:
    """Return which part a change reaches, to be put behind other words; nothing for the whole.

    >>> part_words("khoản 4 Điều 18"), part_words("một phần")
    (' (khoản 4 Điều 18)', '')
    """
    return f" ({part})" if part and part.casefold() != "một phần" else ""


def years_words(language: Language, years: float | None) -> str:
    """Return how many years a review looks back on, to be put behind other words; often nothing.

    >>> years_words(Language.VI, 10.0), years_words(Language.VI, None)
    (' (10 năm)', '')
    """
    return "" if years is None else f" ({say(language, 'years', years=f'{years:g}')})"


def rule_words(language: Language, rule: str) -> str:
    """Return what the rule that found a link looks for; the name of one that no table knows.

    >>> rule_words(Language.EN, "cite"), rule_words(Language.EN, "x")
    ('Mentioned without any other relation', 'x')
    """
    return word(rule_meanings(), language, rule)


def level_named(text: str) -> Level | None:
    """Return the level that a person means by a word in either language; None where unknown.

    >>> level_named("huyện"), level_named("Trung uong"), level_named("bang")
    (<Level.DISTRICT: 'district'>, <Level.CENTRAL: 'central'>, None)
    """
    wanted = slug(text).removeprefix("cap-")
    for level in Level:
        if wanted in (level.value, *map(slug, LEVEL_WORDS[level.value])):
            return level
    return None


RELATION_WORDS: Final = Pairs("labels", "relation")
"""What stands between subject and object when a relation is read out."""

INVERSE_WORDS: Final = Pairs("labels", "inverse relation")
"""The same relations read from the object."""

REVIEW_WORDS: Final = Pairs("labels", "review")

INVERSE_REVIEW_WORDS: Final = Pairs("labels", "inverse review")

PART_WORDS: Final = Pairs("labels", "part")
"""Ends that reach a part of a document alone; whatever amends reaches a part anyway."""

INVERSE_PART_WORDS: Final = Pairs("labels", "inverse part")

LEVEL_WORDS: Final = Pairs("labels", "level")

STATUS_WORDS: Final = Pairs("labels", "status")

OWED_WORDS: Final = Pairs("labels", "owed")
DOUBT_WORDS: Final = Pairs("labels", "doubt")
OWED_SIGNS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("met", "met-late", "met-cited"), "✓"),
    **dict.fromkeys(("not-due", "due-soon"), "…"),
    **{"overdue": "!", "unknown": "?", "lapsed": "x", "open": "○", "excused": "-"},
}
"""What became of a debt, as a sign before its words."""

SEVERITY_WORDS: Final = Pairs("labels", "severity")

MATTER_WORDS: Final = Pairs("labels", "matter")
"""What kind of matter is open."""

HEADINGS: Final = Pairs("labels", "heading", {field.name: field.label for field in FIELDS})

TIER_WORDS: Final = Pairs("labels", "mention")
