"""Short references to a document met before: "Kết luận", "Nghị định trên", defined short forms.

A short reference is marked only where one document of its kind can be meant in its section; the
document itself ("Quyết định này", "Kế hoạch" in a plan) is not.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.coreference.short_forms import BEHIND_A_NAME, TYPE_WORDS, Known, defined_uses
from extract.grammar.citation import Citation
from extract.head.header import Header
from extract.reading import MentionKind
from extract.text.layout import Layout
from ontology.institutions.bodies import body_level
from ontology.spelling import folded, slug

_LOWER_WORDS = ("nghị quyết", "kết luận", "chỉ thị", "đề án")
_BEHIND = (
    r"(?![^\W\d_])(?P<above>[ ](?:trên|nói trên|nêu trên|đã nêu|này)(?![^\W\d_]))?"
    r"(?:[ ]của[ ](?P<issuer>(?:Ban[ ]|Bộ[ ]|Tỉnh|Thành ủy|Huyện|BTV|Chính phủ|Thủ tướng"
    r"|Trung ương|UBND|Ủy ban|HĐND|Hội đồng|Quốc hội)[^,;.:()\n]{0,40}))?"
)
_SHORT = re.compile(rf"(?P<type>{TYPE_WORDS})" + _BEHIND)
_LOWER_SHORT = re.compile(rf"(?P<type>{'|'.join(_LOWER_WORDS)})" + _BEHIND)
_NOT_AFTER = re.compile(
    r"(?:các|những|mọi|nhiều|một số|\d+|ra|ban hành|xây dựng|bản|dự thảo|theo quy|văn bản|và"
    r"|hoặc|mỗi|từng|có|là|căn cứ|Căn cứ|tên|số)[ ]*$",
    re.IGNORECASE,
)
_ISSUER_STOP = re.compile(
    r"[ ](?:về|đã|được|và|có|là|theo|tại|để|trong|cho|với|khóa|ở|đến|thành|ban hành|nêu|ngày"
    r"|thì|còn|giao)(?![^\W\d_]).*"
)
_NO_BODY = ("Trung ương", "Đảng", "Nhà nước", "Trung ương Đảng")
"""What stands for the centre as a whole, so that no one document is meant."""
_SPEAKING_OF_OTHERS = ("Kế hoạch", "Báo cáo", "Chương trình", "Hướng dẫn", "Công văn")
"""Types in which "Nghị quyết này" is another document's name."""
_VERBS = ("Hướng dẫn", "Thông báo", "Quyết định", "Quy định")
"""Type words that are verbs as well, so that alone they name nothing."""


def short_references(
    layout: Layout,
    header: Header,
    known: Sequence[Known],
    principal: Mapping[str, str],
) -> list[tuple[Citation, str]]:
    """Return short references with the key of the document that each means.

    ``known`` are the references met, in the order of the text; ``principal`` the keys of the
    documents that the text is about, by their folded type word.
    """
    flow = layout.flow
    found: list[tuple[Citation, str]] = []
    busy = sorted((reference.start, reference.end) for reference in known)
    starts = {start for start, _ in busy}
    scene = _Scene(
        layout,
        header,
        known,
        principal,
        _section_starts(layout),
        [reference.start for reference in known],
    )
    for start, end, key, word in defined_uses(flow, known):
        if not _is_taken(busy, start, end):
            found.append((Citation(start, end, end, MentionKind.BACKREF, word), key))
    defined = {citation.start for citation, _ in found}
    for match in (*_SHORT.finditer(flow), *_in_lower_case(flow)):
        start, end = match.start(), match.end("above") if match["above"] else match.end("type")
        issuer = _ISSUER_STOP.sub("", match["issuer"] or "").rstrip(" -")
        if issuer:
            end = match.start("issuer") + len(issuer)
        if start in starts or start in defined or flow[start - 1 : start].isalpha():
            continue
        if _is_taken(busy, start, end):
            continue
        key = _meant(scene, match, issuer)
        if key:
            word = match["type"].capitalize()
            found.append((Citation(start, end, end, MentionKind.BACKREF, word, issuer=issuer), key))
    return found


def _in_lower_case(flow: str) -> Iterator[re.Match[str]]:
    """Yield type words in lower case that an issuer follows ("kết luận của Tỉnh ủy")."""
    offset = flow.find(" của ")
    while offset >= 0:
        before = flow[max(0, offset - 10) : offset]
        for word in _LOWER_WORDS:
            if before.endswith(word) and (match := _LOWER_SHORT.match(flow, offset - len(word))):
                yield match
        offset = flow.find(" của ", offset + 1)


def _section_starts(layout: Layout) -> list[int]:
    return [block.start for block in layout.blocks if block.heading]


def _is_taken(busy: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_right(busy, (end,)) - 1
    return any(start < other for _, other in busy[max(0, index - 3) : index + 1])


def _meant(scene: "_Scene", match: re.Match[str], issuer: str) -> str:
    """Return the key of the one document that a short reference can mean, else nothing."""
    flow, word, start = scene.layout.flow, match["type"], match.start()
    led = flow[max(0, start - 14) : start]
    if (issuer or match["above"]) and led.endswith((" và ", ", ")):
        led = ""
    if folded(word) == folded(scene.header.type) or _NOT_AFTER.search(led):
        return ""
    above = match["above"] or ""
    if above.strip() == "này" and scene.header.type not in _SPEAKING_OF_OTHERS:
        return ""
    if not issuer and not above:
        if word[0].islower() or word in _VERBS:
            return ""
        if not _stands_alone(flow, match.end("type"), start, scene.layout):
            return ""
    if issuer in _NO_BODY:
        return ""
    return _nearest(scene, folded(word), start, issuer, near=bool(above))


def _is_by(reference: Known, issuer: str) -> bool:
    """Tell whether a document can be the one that a short reference says ``issuer`` issued."""
    if not issuer:
        return True
    if body_level(issuer) not in (None, reference.level):
        return False
    said = slug(issuer)
    return not reference.issuers or any(
        said in slug(body) or slug(body) in said for body in reference.issuers
    )


def _nearest(scene: "_Scene", word: str, start: int, issuer: str, *, near: bool) -> str:
    """Return the document of a type that is in mind at ``start``.

    The one last met in the paragraph, if the paragraph names no other; then the document that the
    text is about; then the only one of the section. ``near`` takes the last one met.
    """
    block = scene.layout.block_at(start)
    index = bisect_right(scene.starts, start)
    section = max((offset for offset in scene.sections if offset <= start), default=0)
    local: list[str] = []
    wider: list[str] = []
    for reference in reversed(scene.known[:index]):
        if reference.start < section:
            break
        if folded(reference.type) != word or reference.is_self or not _is_by(reference, issuer):
            continue
        (local if reference.start >= block.start else wider).append(reference.key)
    about = scene.principal.get(word, "")
    if local and (near or (len(set(local)) == 1 and about in ("", local[0]))):
        return local[0]
    if local:
        return local[0] if _in_one_sentence(scene, local[0], start) else ""
    if near and wider:
        return wider[0]
    if about and any(
        reference.key == about and _is_by(reference, issuer) for reference in scene.known
    ):
        return about
    return wider[0] if len(set(wider)) == 1 else ""


def _in_one_sentence(scene: "_Scene", key: str, start: int) -> bool:
    """Tell whether the document ``key`` alone of its type stands in the sentence of ``start``."""
    index = bisect_right(scene.starts, start) - 1
    last = next(
        reference for reference in reversed(scene.known[: index + 1]) if reference.key == key
    )
    return ". " not in scene.layout.flow[last.end : start]


def _stands_alone(flow: str, end: int, start: int, layout: Layout) -> bool:
    """Tell whether a type word is used as a name: not at the start, and nothing behind it."""
    block = layout.block_at(start)
    # What stands right before is enough, and a paragraph may be the whole text.
    opening = flow[max(block.start, start - 60) : start].rstrip()
    if not opening or opening[-1] in '.:!?"“)' or block.heading:
        return False
    return BEHIND_A_NAME.match(flow[end : end + 28]) is not None


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a short reference is read against."""

    layout: Layout
    header: Header
    known: Sequence[Known]
    principal: Mapping[str, str]
    sections: Sequence[int]
    starts: Sequence[int]
    """Where the known references start."""
