"""The type word that stands before a number, with what may stand in between.

"Nghị quyết liên tịch số", "Luật Tổ chức Chính phủ số", "Quyết định của Bộ trưởng số".
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import product

from extract.grammar.lexicon import types, types_in_capitals
from ontology.documents.document_types import (
    DocumentType,
    TypeUse,
    all_types,
    type_by_code,
    type_by_word,
    type_words,
)
from ontology.documents.laws import last_year_of_laws, years_of_law
from ontology.documents.symbol import Symbol
from ontology.spelling import folded

_NARROWING = (" liên tịch", " hành động", " kết luận")
"""What may stand behind a type word and narrows it, each taken off in this order."""
_MOST_WORDS = 4
_NUMBER_WORDS = ("số", "SỐ", "Số")
_OPENING_MARKS = '(["“'
_BEFORE_WORDS = frozenset(" " + _OPENING_MARKS)
_OWNED = re.compile(
    r"(?P<type>[^\W\d_]+(?:[ ][^\W\d_]+){0,3}?)[ ]"
    r"(?P<owner>(?:của|liên|do|Trung ương)[ ](?:(?![ ](?:tại|theo)[ ])[^;,.\n()\d]){2,60}"
    r"|(?:kết luận )?(?:kiểm tra(?:,| và) giám sát|kiểm tra|giám sát)(?: chuyên đề)?"
    r"|công tác|làm việc|phối hợp)"
    r"[ ]số:?[ ]*$"
)
_NUMBERED = r" số:? ?(\d{1,3}/\d{4}/[\w-]{2,12})"
_ANOTHER_NUMBER = re.compile(r"số:? ?\d+/")
"""What stands behind "Luật" where that word is the type of an earlier member of a list."""
_LONGEST_LIST = 420
"""How far before its number "Luật sửa đổi, bổ sung một số điều của" many laws may begin."""
_LAW = re.compile(rf"(?:{types(TypeUse.LAW)}|Nghị quyết|{types_in_capitals(TypeUse.LAW)})[ ]")

_BODY = re.compile(
    r"(?:Ban [Cc]hỉ đạo|BCĐ|Ban [Qq]uản lý|Ban [Đđ]iều hành|Ban [Ss]oạn thảo|Tiểu ban|Văn phòng"
    r"|Tổ (?:[Cc]ông tác|[Gg]iúp việc|[Cc]huyên viên|[Bb]iên tập|[Ss]oạn thảo))"
    r"(?: (?:thực hiện|triển khai|tổng kết|sơ kết|xây dựng))?[ ]$"
)


def names_a_body(flow: str, offset: int) -> bool:
    """Tell whether a type word at ``offset`` is part of a body's name.

    >>> names_a_body("Ban Chỉ đạo Nghị quyết 42 họp", 12)
    True
    """
    return _BODY.search(flow, max(0, offset - 40), offset) is not None


def type_word_before(flow: str, offset: int) -> tuple[int, DocumentType | None]:
    """Return where the type word right before ``offset`` starts, and the type; else it and None.

    "số", a colon and words that narrow the type ("liên tịch", "kết luận") may stand in between.
    """
    window_start = max(0, offset - 48)
    stripped = without_number_word(flow[window_start:offset])
    line = stripped.rfind("\n") + 1
    words = stripped[line:].split(" ")
    for count in _sizes_by_last_word(words[-1].lstrip(_OPENING_MARKS)):
        said = " ".join(words[-count:]).lstrip(_OPENING_MARKS)
        kind = _type_of(said) if count <= len(words) else None
        if kind is not None:
            start = (
                window_start
                + line
                + len(" ".join(words[:-count]))
                + (1 if len(words) > count else 0)
            )
            while flow[start] in _BEFORE_WORDS:
                start += 1
            return start, kind
    code = type_by_code(words[-1]) if len(words[-1]) > 1 and words[-1].isupper() else None
    return (window_start + len(stripped) - len(words[-1]), code) if code else (offset, None)


def without_number_word(text: str) -> str:
    """Return ``text`` without the "số:" at its end."""
    bare = text.rstrip(" :")
    return bare[:-2].rstrip(" (:") if bare.endswith(_NUMBER_WORDS) else bare


@cache
def type_endings() -> frozenset[str]:
    """Return the last two letters of what may stand right before a number."""
    words = {word for kind in all_types() if kind.code for word in (kind.word, *kind.aliases)}
    endings = {word[-2:] for word in words} | {*_NUMBER_WORDS}
    return frozenset(endings | {ending.upper() for ending in endings})


@lru_cache(maxsize=65536)
def _type_of(words: str) -> DocumentType | None:
    bare = words
    for narrowing in _NARROWING:
        bare = bare.removesuffix(narrowing)
    return type_by_word(words) or type_by_word(bare)


@lru_cache(maxsize=65536)
def _sizes_by_last_word(word: str) -> tuple[int, ...]:
    """Return how many words may be a type of which ``word`` is the last, the most first."""
    return _sizes().get(folded(word), ())


@cache
def _sizes() -> Mapping[str, tuple[int, ...]]:
    sizes: dict[str, set[int]] = {}
    endings = ("", *map("".join, product(*(("", narrowing) for narrowing in reversed(_NARROWING)))))
    for word, ending in product(type_words(), endings):
        words = f"{word}{ending}".split()
        sizes.setdefault(folded(words[-1]), set()).add(len(words))
    return {
        word: tuple(sorted((size for size in found if size <= _MOST_WORDS), reverse=True))
        for word, found in sizes.items()
    }


def owner_before(flow: str, start: int, symbol: Symbol) -> tuple[int, DocumentType | None]:
    """Return the start and type of a reference whose issuer or name stands before its number."""
    before = flow[max(0, start - 160) : start]
    if not before.rstrip(" :").endswith(("số", "SỐ")):
        return start, None
    if symbol.organ.startswith(("QH", "UBTVQH")):
        return _law_before(flow, flow[max(0, start - _LONGEST_LIST) : start], start, symbol.year)
    owned = _OWNED.search(before[-100:])
    if owned:
        for skip in range(owned["type"].count(" ") + 1):
            words = owned["type"].split(" ")[skip:]
            kind = type_by_word(" ".join(words))
            if kind is not None:
                begin = owned.end("type") - len(" ".join(words))
                return start - len(before[-100:]) + begin, kind
    return start, None


def _law_before(
    flow: str, before: str, start: int, year: int | None
) -> tuple[int, DocumentType | None]:
    """Return the start of "Luật Tổ chức Chính phủ số" and its type.

    Behind "Luật sửa đổi, bổ sung một số điều của Luật X" a number is that of X, unless the text
    gives X another number, or no law of X's name was adopted in its ``year``. Where the laws before
    X have numbers of their own, X has, too.
    """
    clause = re.split(r"[;\n]|\. |: ", before)[-1]
    heads = list(_LAW.finditer(clause))
    if not heads:
        return start, None
    changing = [head for head in heads if clause.startswith("sửa đổi", head.end())]
    head = heads[-1]
    if _ANOTHER_NUMBER.match(clause, head.end()):
        return start, None
    if changing and head is not changing[-1]:
        inner = clause[head.start() :].rstrip(" :").removesuffix("số").strip()
        numbers = {found[1] for found in re.finditer(re.escape(inner) + _NUMBERED, flow)}
        each = _ANOTHER_NUMBER.search(clause, changing[-1].end(), head.start())
        another = year is not None and _is_of_another_year(inner, year)
        if re.search(r"số \d", inner) or (not each and (len(numbers) > 1 or another)):
            head = changing[-1]
    return start - len(clause) + head.start(), type_by_word(head.group().strip())


@lru_cache(maxsize=4096)
def _is_of_another_year(name: str, year: int) -> bool:
    """Tell whether laws of a name were adopted in other years than ``year``, for certain."""
    adopted = years_of_law(name)
    return bool(adopted) and year not in adopted and year <= last_year_of_laws()
