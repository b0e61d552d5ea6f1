"""What the columns of answers are called, and their cells as people read them."""

from collections.abc import Mapping
from typing import Final

from graph.rdf import vocabulary as ld
from graph.values import Value
from graph.words.labels import (
    LEVEL_WORDS,
    RELATION_WORDS,
    REVIEW_WORDS,
    STATUS_WORDS,
    shown_date,
    word,
)
from graph.words.sentences import Language

_PLACE_BASE = f"{ld.thing_node('place', '').value}"
_REVIEWS = {node.value: name for name, node in ld.REVIEWS.items()}
_RELATIONS = {node.value: name for node, name in ld.RELATION_NAMES.items()}
_DATES = frozenset({"date", "issued", "read", "since"})

HEADINGS: Final[Mapping[str, tuple[str, str]]] = {
    "plan": ("Văn bản triển khai", "Carried out by"),
    "level": ("Cấp", "Level"),
    "place": ("Nơi", "Place"),
    "where": ("Nơi", "Place"),
    "date": ("Ngày", "Date"),
    "issued": ("Ngày ban hành", "Issued"),
    "days": ("Số ngày", "Days"),
    "issuer": ("Cơ quan ban hành", "Issuer"),
    "relation": ("Quan hệ", "Relation"),
    "carried_out": ("Văn bản được triển khai", "Carried out"),
    "quote": ("Câu dẫn", "Quote"),
    "text": ("Tệp", "File"),
    "page": ("Trang", "Page"),
    "box": ("Khung", "Box"),
    "start": ("Từ", "Start"),
    "end": ("Đến", "End"),
    "rule": ("Quy tắc", "Rule"),
    "confidence": ("Độ tin cậy", "Confidence"),
    "status": ("Trạng thái", "Status"),
    "directive": ("Văn bản chỉ đạo", "Directive"),
    "plans": ("Số văn bản", "Documents"),
    "places": ("Số nơi", "Places"),
    "reviewed": ("Văn bản được sơ kết, tổng kết", "Reviewed"),
    "review": ("Hình thức", "Review"),
    "years": ("Số năm", "Years"),
    "report": ("Báo cáo", "Report"),
    "document": ("Văn bản", "Document"),
    "number": ("Số hiệu", "Number"),
    "texts": ("Số tệp nhắc đến", "Files"),
    "mentions": ("Số lần", "Mentions"),
    "reference": ("Dẫn chiếu", "Reference"),
    "field": ("Thuộc tính", "Field"),
    "value": ("Giá trị", "Value"),
    "by": ("Do văn bản", "By"),
    "other": ("Tệp kia", "Other file"),
    "other_document": ("Văn bản kia", "Other document"),
    "likeness": ("Giống nhau", "Likeness"),
    "source": ("Văn bản nguồn", "Source"),
    "subject": ("Văn bản", "Document"),
    "object": ("Đối với văn bản", "Of document"),
    "cites": ("Số văn bản dẫn", "Cites"),
    "read": ("Đọc ngày", "Read"),
    "state": ("Hiệu lực", "In force"),
    "part": ("Phần", "Part"),
    "since": ("Từ ngày", "Since"),
    "basis": ("Ngày theo", "Day from"),
    "applies": ("Đã đến ngày", "By that day"),
    "contradicts": ("Cho thấy ngược lại", "Tells otherwise"),
    "context": ("Động từ ở", "Verb in"),
    "effect": ("Câu nêu ngày", "Words of the day"),
}
"""What a column of an answer is called; a test holds that every column has a heading."""

_FIELDS: Final[Mapping[str, tuple[str, str]]] = {
    ld.DATE.value: ("ngày ban hành", "date"),
    ld.ISSUED_BY.value: ("cơ quan ban hành", "issuer"),
    ld.DOCUMENT.value: ("ban hành", "issued"),
}


STATE_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "ended": ("hết hiệu lực toàn bộ", "no longer in force"),
    "unclear": (
        "có văn bản nói hết hiệu lực, không rõ từ ngày nào",
        "said to have ended, not known since when",
    ),
    "suspended": ("bị tạm ngưng hiệu lực", "suspended"),
    "ended_in_part": ("hết hiệu lực một phần", "no longer in force in part"),
    "suspended_in_part": ("bị tạm ngưng hiệu lực một phần", "suspended in part"),
    "extended": (
        "được gia hạn; không thấy văn bản nào nói đã hết hiệu lực",
        "extended; no text found that says it has ended",
    ),
    "amended": (
        "được sửa đổi; không thấy văn bản nào nói đã hết hiệu lực",
        "amended; no text found that says it has ended",
    ),
    "no_end_stated": (
        "không thấy văn bản nào nói đã hết hiệu lực",
        "no text found that says it has ended",
    ),
    "not_issued": ("chưa ban hành", "not yet issued"),
}
"""The states of ``graph.ask.validity``; silence is never called force."""
_BASIS_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "printed": ("ngày in trong văn bản", "the day printed"),
    "issued": ("ngày ban hành", "the day of issue"),
}


def cell_words(column: str, value: Value, language: Language) -> str:
    """Return a value as people read it: words for relations, levels and places, dates as written.

    >>> cell_words("level", "https://w3id.org/luocdo/scheme/province", Language.VI)
    'Tỉnh'
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return f"{value:g}" if isinstance(value, float) else str(value)
    if column in _CODES:
        return word(_CODES[column], language, value)
    if column in _DATES:
        return shown_date(language, value)
    if value in _REVIEWS or value in _RELATIONS:
        reviewed = value in _REVIEWS
        names, words = (_REVIEWS, REVIEW_WORDS) if reviewed else (_RELATIONS, RELATION_WORDS)
        return word(words, language, names[value])
    if value in _FIELDS:
        return word(_FIELDS, language, value)
    if value.startswith(_PLACE_BASE):
        return value.removeprefix(_PLACE_BASE)
    name = value.removeprefix(ld.SCHEME)
    return word({**LEVEL_WORDS, **STATUS_WORDS}, language, name) if name != value else value


_CODES: Final = {"state": STATE_WORDS, "basis": _BASIS_WORDS}
