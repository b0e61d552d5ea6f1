"""The words for relations, levels and fields, in Vietnamese and in English, as tables."""

import re
from collections.abc import Mapping
from typing import Final

from graph.rdf.schema import FIELDS
from graph.values import Found
from graph.words.sentences import Language, say
from ontology.level import Level
from ontology.spelling import slug


def word(table: Mapping[str, tuple[str, str]], language: Language, key: str) -> str:
    """Return the word that ``table`` has for ``key``, or ``key`` itself where it has none."""
    pair = table.get(key)
    return key if pair is None else pair[0 if language is Language.VI else 1]


def shown_date(language: Language, date: str) -> str:
    """Return an ISO date (or a year, or a year and month) as it is written in ``language``.

    >>> shown_date(Language.VI, "2021-06-18"), shown_date(Language.VI, "2021-06")
    ('18/06/2021', '06/2021')
    """
    return "/".join(reversed(date.split("-"))) if language is Language.VI else date


def name_of(document: Found) -> str:
    """Return what a person types for ``document``, so that it is told from its namesakes.

    >>> name_of(Found(iri="", type="Kết luận", number="69-KL/TU", selector="69-KL/TU@lai-chau"))
    'Kết luận 69-KL/TU@lai-chau'
    """
    name = _typed(document, document.selector if _marks(document) else document.number)
    return _with_decision(name, document)


def called(document: Found, places: Mapping[str, str]) -> str:
    """Return what people call ``document``: told from its namesakes as they do in Vietnamese.

    ``places`` are names of places by their paths.

    >>> one = Found(iri="", type="Kết luận", number="69-KL/TU", selector="69-KL/TU@lai-chau")
    >>> called(one, {"lai-chau": "Lai Châu"})
    'Kết luận 69-KL/TU (Lai Châu)'
    """
    apart = told_apart(document, places)
    name = _typed(document, f"{document.number} ({apart})" if apart else document.number)
    return _with_decision(name, document)


def told_apart(document: Found, places: Mapping[str, str]) -> str:
    """Return the words that tell ``document`` from its namesakes; empty where it has none.

    >>> told_apart(Found(iri="", number="25-NQ/TW", selector="25-NQ/TW@XI"), {})
    'khóa XI'
    """
    return ", ".join(_in_words(mark, places) for mark in _marks(document))


def place_words(path: str, places: Mapping[str, str]) -> str:
    """Return what a place is called with what it lies in, for many share a name.

    >>> names = {"lai-chau": "Lai Châu", "lai-chau.tam-duong": "Tam Đường"}
    >>> place_words("lai-chau.tam-duong", names)
    'Tam Đường, Lai Châu'
    """
    parts = path.split(".")
    above = (".".join(parts[:size]) for size in range(len(parts), 0, -1))
    return ", ".join(name for outer in above if (name := places.get(outer, "")))


def _in_words(mark: str, places: Mapping[str, str]) -> str:
    if re.fullmatch("[IVX]+", mark):
        return f"khóa {mark}"
    return "chưa xác định" if mark.startswith("ref-") else places.get(mark, mark)


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
    reviews: Mapping[str, tuple[str, str]],
    parts: Mapping[str, tuple[str, str]],
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


RELATION_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "cites": ("dẫn chiếu", "cites"),
    "based_on": ("căn cứ", "is based on"),
    "promulgates": ("ban hành", "promulgates"),
    "approves": ("phê duyệt", "approves"),
    "monitors": ("kiểm tra, giám sát", "monitors"),
    "disseminates": ("quán triệt, phổ biến", "disseminates"),
    "corrects": ("đính chính", "corrects"),
    "consolidates": ("hợp nhất", "consolidates"),
    "suspends": ("ngưng hiệu lực", "suspends"),
    "extends": ("kéo dài", "extends"),
    "implements": ("thực hiện", "implements"),
    "continues": ("tiếp tục thực hiện", "continues"),
    "details": ("quy định chi tiết", "details"),
    "guides": ("hướng dẫn", "guides"),
    "summarizes": ("sơ kết, tổng kết", "reviews"),
    "amends": ("sửa đổi, bổ sung", "amends"),
    "repeals": ("bãi bỏ", "repeals"),
    "replaces": ("thay thế", "replaces"),
    "carries_out": ("triển khai", "carries out"),
}
"""What stands between subject and object when a relation is read out."""

INVERSE_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "cites": ("được dẫn chiếu trong", "is cited by"),
    "based_on": ("là căn cứ của", "is a basis of"),
    "promulgates": ("được ban hành bởi", "is promulgated by"),
    "approves": ("được phê duyệt bởi", "is approved by"),
    "monitors": ("được kiểm tra, giám sát theo", "is monitored by"),
    "disseminates": ("được quán triệt, phổ biến theo", "is disseminated by"),
    "corrects": ("được đính chính bởi", "is corrected by"),
    "consolidates": ("được hợp nhất trong", "is consolidated by"),
    "suspends": ("bị ngưng hiệu lực bởi", "is suspended by"),
    "extends": ("được kéo dài bởi", "is extended by"),
    "implements": ("được thực hiện bởi", "is implemented by"),
    "continues": ("được tiếp tục thực hiện bởi", "is continued by"),
    "details": ("được quy định chi tiết bởi", "is detailed by"),
    "guides": ("được hướng dẫn bởi", "is guided by"),
    "summarizes": ("được sơ kết, tổng kết trong", "is reviewed by"),
    "amends": ("được sửa đổi, bổ sung bởi", "is amended by"),
    "repeals": ("bị bãi bỏ bởi", "is repealed by"),
    "replaces": ("được thay thế bởi", "is replaced by"),
    "carries_out": ("được triển khai bởi", "is carried out by"),
}
"""The same relations read from the object."""

REVIEW_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "interim": ("sơ kết", "interim review of"),
    "final": ("tổng kết", "final review of"),
}

INVERSE_REVIEW_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "interim": ("được sơ kết trong", "has an interim review in"),
    "final": ("được tổng kết trong", "has its final review in"),
}

PART_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "repeals": ("bãi bỏ một phần", "repeals in part"),
    "replaces": ("thay thế một phần", "replaces in part"),
    "suspends": ("ngưng hiệu lực một phần", "suspends in part"),
}
"""Ends that reach a part of a document alone; whatever amends reaches a part anyway."""

INVERSE_PART_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "repeals": ("bị bãi bỏ một phần bởi", "is repealed in part by"),
    "replaces": ("được thay thế một phần bởi", "is replaced in part by"),
    "suspends": ("bị ngưng hiệu lực một phần bởi", "is suspended in part by"),
}

LEVEL_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "central": ("Trung ương", "Central"),
    "province": ("Tỉnh", "Province"),
    "district": ("Huyện", "District"),
    "commune": ("Xã", "Commune"),
}

STATUS_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "accepted": ("đã nhận", "accepted"),
    "proposed": ("chờ xem lại", "proposed"),
    "inferred": ("suy luận", "inferred"),
    "confirmed": ("người đã xác nhận", "confirmed"),
    "rejected": ("người đã bác bỏ", "rejected"),
}

SEVERITY_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "violation": ("vi phạm", "violation"),
    "warning": ("cảnh báo", "warning"),
    "info": ("lưu ý", "note"),
}

HEADINGS: Final[Mapping[str, tuple[str, str]]] = {
    "document": ("Văn bản", "Document"),
    **{field.name: (field.vietnamese, field.english) for field in FIELDS},
    "symbol": ("Ký hiệu", "Symbol"),
    "iri": ("IRI", "IRI"),
    "selector": ("Cách gọi", "Ask for"),
    "chain": ("Quan hệ và câu dẫn", "Chain, with quotes"),
    "relation": ("Quan hệ", "Relation"),
    "quote": ("Câu dẫn", "Quote"),
    "where": ("Ở đâu", "Where"),
    "field": ("Thuộc tính", "Field"),
    "value": ("Giá trị", "Value"),
    "sources": ("Theo", "According to"),
    "rule": ("Quy tắc", "Rule"),
    "severity": ("Mức", "Severity"),
    "message": ("Nội dung", "Message"),
    "tier": ("Kiểu", "Tier"),
    "count": ("Số lần", "Times"),
    "id": ("Mã", "Id"),
    "line": ("Dòng quyết định", "Line of decisions"),
}

TIER_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "self": ("chính nó", "itself"),
    "numbered": ("số hiệu", "numbered"),
    "named": ("tên gọi", "named"),
    "backref": ("nhắc lại", "back reference"),
}
