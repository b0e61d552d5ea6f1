"""Short references to a document met before: "Kết luận", "Nghị định trên", defined short forms.

A short reference is marked only where one document of its kind can be meant; the document itself
("Quyết định này", "Kế hoạch" in a plan) is not.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from extract.coreference.annexes import attached_documents
from extract.coreference.antecedents import Scene
from extract.coreference.short_forms import (
    BEHIND_A_NAME,
    TYPE_WORDS,
    Known,
    defined_uses,
    kind_of,
)
from extract.coreference.short_names import congresses_again, shortened_names
from extract.grammar.citation import Citation
from extract.grammar.lexicon import any_of, bodies
from extract.grammar.shows import is_festive, is_show
from extract.grammar.type_words import names_a_body
from extract.head.header import Header
from extract.reading import MentionKind
from extract.text.layout import Layout
from ontology.documents.document_types import TypeUse, words_used
from ontology.institutions.body_heads import BodyUse
from ontology.spelling import folded

_LOWER_WORDS = tuple(word.lower() for word in words_used(TypeUse.SMALL))
_ABOVE = (
    r"(?:(?:nói|nêu|kể)[ ]trên|đã[ ]nêu|vừa[ ]nêu|trên[ ]đây|này|đó"
    r"|trên(?![ ](?:địa|cơ|toàn|phạm|tinh|lĩnh|cả|các|mọi|thực|thế|tất|nền|đây|tuyến|không|mặt)))"
    r"(?![^\W\d_])"
)
_BEHIND = rf"""(?![^\W\d_])(?P<above>[ ]{_ABOVE})?
    (?:[ ]của[ ](?=(?P<issuer>(?:{bodies(BodyUse.OWNER, BodyUse.ISSUES)}|Tỉnh|Huyện|Đảng)
        (?![^\W\d_])[^,;.:()|\n]{{0,40}})))?"""
"""What follows a type word; the next may stand in what is looked at for the issuer of the first."""
_SHORT = re.compile(rf"(?P<type>{TYPE_WORDS}){_BEHIND}", re.VERBOSE)
_POINTED_AT = ("Công văn", "Công điện", "Tờ trình", "Báo cáo")
"""Types whose word alone means nothing that is certain, and does with "nêu trên" behind it."""
_POINTED = re.compile(rf"(?P<type>{any_of(_POINTED_AT)})(?=[ ]{_ABOVE}){_BEHIND}", re.VERBOSE)
_LOWER_SHORT = re.compile(rf"(?P<type>{any_of(_LOWER_WORDS)}){_BEHIND}", re.VERBOSE)
_TOGETHER = re.compile(rf"(?:,| và| hoặc) {TYPE_WORDS}[ ]{_ABOVE}")
"""What makes "nêu trên" hold for the type word before as well: "Chỉ thị và Quy định nêu trên"."""
_NOT_AFTER = re.compile(
    r"""(?:các|những|mọi|nhiều|một[ ]số|ra|ban[ ]hành|xây[ ]dựng|bản|dự[ ]thảo|theo[ ]quy|văn[ ]bản
    |và|hoặc|mỗi|từng|có|là|căn[ ]cứ|tên|số
    |(?<![^\W\d_])(?:hai|ba|bốn|sáu|bảy|tám|chín|mười)
    |(?<!\d)(?<!điều[ ])(?<!khoản[ ])(?<!mục[ ])(?<!chương[ ])\d+)[ ]*$""",  # "hai mươi nghị quyết"
    re.VERBOSE | re.IGNORECASE,
)
_DEFINITE_AND = re.compile(
    rf"(?:{TYPE_WORDS}[ ](?:này|trên|nêu trên|nói trên)|\d[/-][\w/&-]*[A-ZĐ]{{2}}) và $"
)
"""A certain document, which a second one is named beside: "Chỉ thị này và Đề án"."""
_NUMBER_OF_A_NOTE = re.compile(r"\n\d{1,3}[ ]$")
"""A raised number at the start of a line counts nothing: "¹ Nghị quyết được gửi tới ..."."""
_SINCE = re.compile(r"(?:khi|từ ngày|từ lúc)[ ][^,.;:]{2,45}[ ](?:ban hành|có|ra|thông qua)[ ]$")
_ENDS_OF_SINCE = ("ành ", "có ", "ra ", "qua ")
"""A document that is there already: "từ khi Trung ương ban hành Nghị quyết, …"."""
_PLURAL = re.compile(rf"(?:các|những|một số) (?:{TYPE_WORDS}(?:, | và ))+$", re.IGNORECASE)
_IN_A_LIST = re.compile(rf"{TYPE_WORDS}, $")
"""A list of kinds, one type word bare behind the other: "theo Thông tư, Thông tư liên tịch"."""
_IN_A_LOWER_LIST = re.compile(
    r"(?:luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư)[^,;.]{0,40}, $", re.IGNORECASE
)
_NEW_TITLE = re.compile(
    r"[ ]về (?!đích|Ban |Tỉnh |Huyện |UBND )"
    r"|[ ](?:nhằm |để )?(?:tổ chức |tiếp tục )?(?:triển khai )?(?:thực hiện|thi hành) "
    rf"(?:các )?{TYPE_WORDS}(?![^\W\d_])"
)
"""What begins a title, so that another document is named: "Kế hoạch của tỉnh thực hiện Luật X"."""
_IN_A_BODY = re.compile(r"(?:Bộ|Sở|Phòng|Ban|Vụ|Cục|Viện|Khoa|Trường|Tổng cục|Chi cục)[ ]$")
_ISSUER_STOP = re.compile(
    r"[ ](?:về|đã|được|và|có|là|theo|tại|để|trong|cho|với|khóa|ở|đến|thành(?! phố)|ban hành|nêu"
    r"|ngày|thì|còn|giao|nhấn mạnh|yêu cầu|xác định|chỉ rõ|khẳng định|đánh giá|quy định|đề ra"
    r"|không|cần|phải|như|do|khi|nhưng|song|bằng|vào|từ|sau|trước|trên|nhằm|gắn|vẫn|cũng|sẽ|chưa"
    r"|bị|nên|sát|phù hợp|thực hiện|triển khai|tiếp tục|hiện|lẫn|hoặc|đang|mở|đặt|đạt|vừa|này|nói"
    r"|phê duyệt)(?![^\W\d_]).*"
)
_NO_BODY = ("Trung ương", "Đảng", "Nhà nước", "Trung ương Đảng", "Ban", "Bộ")
"""What stands for the centre as a whole, or for any body, so that no one document is meant."""
_SPEAKING_OF_OTHERS = ("Kế hoạch", "Báo cáo", "Chương trình", "Hướng dẫn", "Công văn")
"""Types in which "Nghị quyết này" is another document's name."""
_NEVER_ATTACHED = ("Nghị định", "Thông tư", "Luật", "Bộ luật", "Pháp lệnh", "Chỉ thị", "Kết luận")
"""Types that no document brings along, so that "Thông tư này" is never what it attaches."""
_LEGAL = words_used(TypeUse.LAW)
_VERBS = words_used(TypeUse.VERB)
"""Type words that are verbs as well, so that alone they name nothing."""
_A_NOUN = re.compile(r"(?:nội dung|toàn văn)[ ]$", re.IGNORECASE)
"""What only the noun stands behind: "Toàn văn Quyết định như sau"."""
_OF_A_SCHEME = re.compile(r"[ ](?:năm[ ]\d{4}|giai đoạn[ ]\d|đúng[ ])")
"""When and how a scheme is worked on; a plan "năm 2025" is another than the one named before."""
_ITEM = re.compile(r"\W*(?:\d{1,2}|[a-zđ]|[IVX]+)(?:[.]\d{1,2})*[.)]?")
"""The number of a paragraph, behind which no sentence goes on."""


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
    scene = Scene(
        layout=layout,
        header=header,
        known=known,
        principal=principal,
        sections=[block.start for block in layout.blocks if block.heading],
        starts=[reference.start for reference in known],
        by_type=_by_type(known),
        annexes=sorted(attached_documents(layout)),
    )
    festive = is_festive(header.title)
    named_again = (*shortened_names(flow, known), *congresses_again(flow, known))
    for start, end, key, word in (*defined_uses(flow, known), *named_again):
        itself = flow[start:end] == scene.attached_at(start)
        if not (itself or _is_taken(busy, start, end)):
            found.append(
                (
                    Citation(
                        start=start, end=end, fields_end=end, tier=MentionKind.BACKREF, type=word
                    ),
                    key,
                )
            )
    defined = {citation.start for citation, _ in found}
    for match in (*_SHORT.finditer(flow), *_in_lower_case(flow), *_pointed_at(flow)):
        start, end = match.start(), match.end("above") if match["above"] else match.end("type")
        if start in starts or start in defined or flow[start - 1 : start].isalpha():
            continue
        issuer = _ISSUER_STOP.sub("", match["issuer"] or "").rstrip(" -")
        if issuer:
            end = match.start("issuer") + len(issuer)
        if _is_taken(busy, start, end) or (festive and match["type"] == "Chương trình"):
            continue
        key = _meant(scene, match, issuer)
        if key:
            word = kind_of(match["type"].capitalize())
            found.append(
                (
                    Citation(
                        start=start,
                        end=end,
                        fields_end=end,
                        tier=MentionKind.BACKREF,
                        type=word,
                        issuer=issuer,
                    ),
                    key,
                )
            )
    return found


def _by_type(known: Sequence[Known]) -> Mapping[str, Sequence[Known]]:
    by_type: dict[str, list[Known]] = defaultdict(list)
    for reference in known:
        by_type[folded(reference.type)].append(reference)
    return by_type


def _in_lower_case(flow: str) -> Iterator[re.Match[str]]:
    """Yield type words in lower case that an issuer or "nêu trên" follows."""
    for behind in (" của ", " nêu trên", " nói trên"):
        offset = flow.find(behind)
        while offset >= 0:
            window = max(0, offset - 10)
            if flow.endswith(_LOWER_WORDS, window, offset):
                for word in _LOWER_WORDS:
                    if flow.endswith(word, window, offset) and (
                        match := _LOWER_SHORT.match(flow, offset - len(word))
                    ):
                        yield match
            offset = flow.find(behind, offset + 1)


def _pointed_at(flow: str) -> Iterator[re.Match[str]]:
    """Yield the type words that mean a document only where "nêu trên" and the like follow."""
    for word in _POINTED_AT:
        offset = flow.find(word)
        while offset >= 0:
            if match := _POINTED.match(flow, offset):
                yield match
            offset = flow.find(word, offset + 1)


def _is_taken(busy: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_right(busy, (end,)) - 1
    return any(start < other for _, other in busy[max(0, index - 3) : index + 1])


def _meant(scene: Scene, match: re.Match[str], issuer: str) -> str:
    """Return the key of the one document that a short reference can mean, else nothing."""
    flow, word, start = scene.layout.flow, kind_of(match["type"]), match.start()
    above = (match["above"] or "").strip()
    if issuer in _NO_BODY:
        return ""
    if scene.is_own_type(word) and not _of_another(scene, above, issuer):
        return ""
    if not _can_follow(flow, start, pointed=bool(issuer or above)):
        return ""
    attached = word == scene.attached_at(start) and not issuer and above in ("", "này")
    if attached or (above == "này" and not _is_pointed_at(scene, word, start)):
        return ""
    together = not issuer and not above and _TOGETHER.match(flow, match.end("type"))
    if issuer or above or together:
        near = bool(above or together)
        if issuer and _NEW_TITLE.match(flow, match.start("issuer") + len(issuer)):
            return ""
        if _fills_a_cell(scene.layout, start, match.end("issuer") if issuer else match.end()):
            return ""
        return scene.nearest(folded(word), start, issuer, near=near)
    return _alone(scene, match, word)


def _can_follow(flow: str, start: int, *, pointed: bool) -> bool:
    """Tell whether a definite short reference can stand behind what is at ``start``."""
    led = flow[max(0, start - 14) : start]
    before = flow[max(0, start - 70) : start]
    listed = led[-4:].lower().endswith((" và ", ", "))
    if (listed and _PLURAL.search(before)) or _IN_A_BODY.search(led):
        return False
    if flow[start].islower() and _IN_A_LOWER_LIST.search(before):
        return False
    if pointed and led.endswith((" và ", ", ")):
        return True
    if led.endswith(_ENDS_OF_SINCE) and _SINCE.search(before):
        return True
    if led.endswith(" và ") and _DEFINITE_AND.search(before):
        return True
    opens_a_note = flow[start].isupper() and _NUMBER_OF_A_NOTE.search(led)
    return bool(opens_a_note) or _NOT_AFTER.search(led) is None


def _of_another(scene: Scene, above: str, issuer: str) -> bool:
    """Tell whether a word of the text's own type means another document all the same."""
    return above not in ("", "này", "trên đây") or (not above and scene.is_another_body(issuer))


def _is_pointed_at(scene: Scene, word: str, start: int) -> bool:
    """Tell whether "Thông tư này" can be another document: the paragraph has just named it."""
    if scene.header.type in _SPEAKING_OF_OTHERS:
        return True
    block = scene.layout.block_at(start)
    return (
        scene.header.type == "Nghị quyết"
        and word in _NEVER_ATTACHED
        and "“" not in scene.layout.flow[block.start : start]
        and scene.local(folded(word), start) != ""
    )


def _fills_a_cell(layout: Layout, start: int, end: int) -> bool:
    """Tell whether a short reference is all that a cell of a table says: what is to be made."""
    block = layout.block_at(start)
    return block.row > 0 and block.start == start and block.end - end < 24


def _alone(scene: Scene, match: re.Match[str], word: str) -> str:
    """Return what a bare type word means: used as a name, in mid sentence or on from the last."""
    flow, start = scene.layout.flow, match.start()
    verb = word in _VERBS and _A_NOUN.search(flow, max(0, start - 12), start) is None
    if word[0].islower() or verb or names_a_body(flow, start):
        return ""
    if _IN_A_LIST.search(flow, max(0, start - 24), start):
        return ""
    behind = flow[match.end("type") : match.end("type") + 28]
    if not (BEHIND_A_NAME.match(behind) or (word == "Đề án" and _OF_A_SCHEME.match(behind))):
        return ""
    if word == "Chương trình" and is_show(flow, start, match.end("type")):
        return ""
    block = scene.layout.block_at(start)
    # What stands right before is enough, and a paragraph may be the whole text.
    opening = flow[max(block.start, start - 60) : start].rstrip()
    if not opening or block.heading or (not block.note and _ITEM.fullmatch(opening)):
        return ""
    if word in _LEGAL or block.row > 0 or opening[-1] == ".":
        return scene.local(folded(word), start)
    if opening[-1] in ':!?"“)':
        return ""
    return scene.nearest(folded(word), start, "", near=False)
