"""Short forms that a text defines ("sau đây gọi là Đề án 06"), and where it uses them."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from extract.grammar.lexicon import FURTHER, whole_types
from ontology.documents.document_types import TypeUse, type_by_code
from ontology.level import Level
from ontology.spelling import folded

TYPE_WORDS = whole_types(TypeUse.ALONE)
"""Type words that alone may stand for a document, longer ones before their beginnings."""
BEHIND_A_NAME = re.compile(
    r"[ ]*(?:[,;:)]|[.](?![.…])|$|\n)|[ ](?:sát|với|trong|để|tại|đã|được|theo|và|cho|đến|bằng|có"
    r"|là|trên (?:địa bàn|cơ sở|phạm vi|toàn|cả)|thành(?! phố)|ở|vào|đề ra|do|như|thì|chưa|không"
    r"|sẽ|còn|vẫn|bị|lẫn|khi|sau|nhằm|nhưng|song|mở ra|xác định|chỉ rõ|yêu cầu|đang|cũng|giao"
    r"|đạt|phải|nêu|cần|mới|gồm|bao gồm|gắn với|từ|hiệu quả|tới|qua|một cách"
    r"|(?:bảo đảm|đảm bảo) (?:đúng|chất|hiệu|tiến|yêu)|chịu trách nhiệm|thực hiện theo"
    r"|về[ ](?:Ban|Tỉnh|Huyện|UBND|HĐND|Ủy|Sở|Cục|Phòng|Thanh tra|Văn phòng|Đảng ủy))(?![^\W\d_])"
    r"|[ ]\((?:không )?(?:bao )?gồm[ ]"
)
_DEFINED = re.compile(
    r"(?:(?:sau đây|dưới đây)[ ](?:được[ ])?(?:gọi|viết)[ ](?:tắt[ ]|chung[ ])*"
    r"|(?:gọi|viết)[ ]tắt[ ])là[ ]*:?[ ]*"
    r"[\"“]?(?P<form>[^\"”);.\n]{2,60}?)[\"”]?[ ]*[);.,\n]"
)
_DEFINING = ("sau đây ", "dưới đây ", "gọi tắt ", "viết tắt ")
"""What a definition begins with: literals are found much sooner than a pattern."""
_ITSELF = re.compile(r"này[ ]*[,(]*[ ]*$")
_FARTHEST = 800
_NO_LETTER_BEFORE = re.compile(r"(?<![^\W\d_])")
_NOTHING_BEHIND = re.compile(r"(?!\w)")
_GOES_ON = re.compile(r"[^\W\d_]|[ ](?:này|số|\d)")


class Known(NamedTuple):
    """A document met in the text: where, its type, its level, and the key of the document."""

    start: int
    end: int
    type: str
    level: Level
    key: str
    issuers: tuple[str, ...]
    is_self: bool
    name: str = ""


def defined_uses(flow: str, known: Sequence[Known]) -> Iterator[tuple[int, int, str, str]]:
    """Yield where the forms that the text defines are used: start, end, key of the document, type.

    ``known`` are the references met, in the order of the text.
    """
    yield from _uses(flow, dict(_definitions(flow, known)))


def _definitions(flow: str, known: Sequence[Known]) -> Iterator[tuple[str, str]]:
    """Yield the short forms that the text defines, each with the document named right before it."""
    starts = [reference.start for reference in known]
    for match in _defining(flow):
        form = match["form"].strip()
        if _ITSELF.search(flow, max(0, match.start() - 8), match.start()):
            continue
        last = bisect_left(starts, match.start())
        first = bisect_left(starts, match.start() - _FARTHEST)
        before = [
            reference
            for reference in known[first:last]
            if reference.end <= match.start() and match.start() - reference.end < 400
        ]
        word = re.match(TYPE_WORDS, form)
        code = form.split(" ")[0]
        if not before or not (word or (code.isupper() and type_by_code(code))):
            continue
        fitting = [
            reference
            for reference in before
            if not word or folded(reference.type) == folded(kind_of(word.group()))
        ]
        meant = _amended(flow, fitting)
        if meant and not meant.is_self:
            yield form, meant.key


def _defining(flow: str) -> Iterator[re.Match[str]]:
    """Yield where the text defines a short form; none begins within another."""
    done = 0
    for at in sorted(at for opening in _DEFINING for at in _places_of(opening, flow)):
        if at >= done and (match := _DEFINED.match(flow, at)):
            yield match
            done = match.end()


def _amended(flow: str, before: Sequence[Known]) -> Known | None:
    """Return the last document met, or the one that it is said to have amended."""
    for earlier, later in zip(reversed(before[:-1]), reversed(before), strict=False):
        between = flow[earlier.end : later.start]
        if not ("sửa đổi" in between and "được" in between and ". " not in between):
            return later
    return before[0] if before else None


def kind_of(word: str) -> str:
    """Return the type that a type word says: "Chương trình hành động" is a Chương trình."""
    for further in FURTHER:
        word = word.removesuffix(further)
    return word


def _uses(flow: str, defined: Mapping[str, str]) -> Iterator[tuple[int, int, str, str]]:
    """Yield the offsets of the defined forms, each first word of them being sought once."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for form in defined:
        lengths[form.split(" ")[0]].add(len(form))
    done = 0
    found = sorted(((at, word) for word in lengths for at in _words_at(flow, word)), key=_longest)
    for start, word in found:
        if start < done:
            continue
        done = start + len(word)
        for length in sorted(lengths[word], reverse=True):
            end = start + length
            form = flow[start:end]
            if form not in defined or _GOES_ON.match(flow, end):
                continue
            if re.fullmatch(TYPE_WORDS, form) and not BEHIND_A_NAME.match(flow[end : end + 28]):
                continue
            kind = re.match(TYPE_WORDS, form)
            yield start, end, defined[form], kind.group() if kind else ""
            break


def _words_at(flow: str, word: str) -> Iterator[int]:
    """Yield where ``word`` stands as a whole word."""
    for at in _places_of(word, flow):
        if _NO_LETTER_BEFORE.match(flow, at) and _NOTHING_BEHIND.match(flow, at + len(word)):
            yield at


def _places_of(words: str, flow: str) -> Iterator[int]:
    """Yield each offset in ``flow`` at which ``words`` stand, in order."""
    at = flow.find(words)
    while at >= 0:
        yield at
        at = flow.find(words, at + 1)


def _longest(found: tuple[int, str]) -> tuple[int, int]:
    return found[0], -len(found[1])
