"""Which document is owed: the type word in what a task prints or orders."""

import re
from dataclasses import dataclass

from extract.grammar.lexicon import any_of
from extract.reading import Expects
from ontology.documents.order_words import DutyWord, duty_words

_NO_LETTER = r"(?![^\W\d_])"
_PRINTED = re.compile(
    r"(?<![^\W\d_])"
    + any_of(
        word
        for use in (DutyWord.PRODUCT, DutyWord.PRODUCT_VERB, DutyWord.PRINTED_PRODUCT)
        for word in duty_words(use)
    )
    + _NO_LETTER,
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[ ]*[-•+]?[ ]*(?:(?:Các|Những|Dự thảo|Ít nhất|Một số|Bản|Hồ sơ trình|Ban hành"
    r"|Xây dựng|Trình ban hành|Dự án|\d+)[ ])*",
    re.IGNORECASE,
)
_MADE = re.compile(any_of(duty_words(DutyWord.MADE)), re.IGNORECASE)
_PERFORMED = re.compile(
    rf"""
    (?<![^\W\d_]) (?: c | ^[ ]*C ) hương[ ]trình ,?[ ]
    (?: {any_of(duty_words(DutyWord.PERFORMED))}
      | [^.;:()|]{{0,120}}? (?<![^\W\d_]) trên[ ] {any_of(duty_words(DutyWord.AIRED))}
    ) {_NO_LETTER}
    """,
    re.VERBOSE,
)
_INTERIM = re.compile(any_of(duty_words(DutyWord.INTERIM)) + _NO_LETTER, re.IGNORECASE)
_FINAL = re.compile(any_of(duty_words(DutyWord.FINAL)) + _NO_LETTER, re.IGNORECASE)
_REPORT = duty_words(DutyWord.REPORT)[0]
_PROGRAMME = "Chương trình"
_ISSUE = any_of(duty_words(DutyWord.ISSUE))
_OPENS = re.compile(
    rf"(?:{_ISSUE}(?:(?:,[ ]|[ ]và[ ]|[ ]){_ISSUE})*[ ](?:UBND tỉnh |HĐND tỉnh )?"
    r"(?:(?:các|dự thảo|ban hành)[ ])?)?",
    re.IGNORECASE,
)
_REVIEWS = re.compile(
    rf"(?:Tổ chức )?(?P<kind>{any_of(duty_words(DutyWord.INTERIM))}"
    rf"|{any_of(duty_words(DutyWord.FINAL))}){_NO_LETTER}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"[ ]*(?:số[ ])?\d+[-/]")
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Product:
    """What is owed: its type word, what is to be done, and which review it is."""

    type: str
    expects: Expects
    review: str = ""


def is_performed(words: str, start: int = 0) -> bool:
    """Tell whether ``words`` are from ``start`` on of a programme that is no document.

    Such a one is watched, heard or taught; a capital within a sentence begins the name of one that
    is written.

    >>> is_performed("chương trình nghệ thuật"), is_performed("chương trình hành động")
    (True, False)
    """
    return _PERFORMED.match(words, start) is not None


def product_of(word: str, behind: str) -> Product:
    """Return the product whose type word is ``word``; ``behind`` is what follows it.

    >>> product_of("báo cáo", " tổng kết về Ban Cán sự đảng").review
    'final'
    """
    kind = word[:1].upper() + word[1:].lower()
    if kind.startswith("Báo cáo"):
        following = behind.lstrip()
        if _FINAL.match(following):
            return Product("Báo cáo", Expects.REVIEW, "final")
        if _INTERIM.match(following):
            return Product("Báo cáo", Expects.REVIEW, "interim")
        return Product("Báo cáo", Expects.REPORT)
    return Product(kind, Expects.ISSUE)


def product_in_task(task: str, *, named: bool) -> Product | None:
    """Return the document that a task opens with: "Xây dựng Kế hoạch …", "Tổng kết 5 năm …".

    ``named`` tells whether the column names documents, so that the bare name is enough.

    >>> product_in_task("Xây dựng trụ sở", named=False), product_in_task("Đề án X", named=False)
    (None, None)
    """
    text = task.strip()[:_LONGEST]
    if reviewed := _REVIEWS.match(text):
        return product_of("báo cáo", reviewed["kind"])
    opened = _OPENS.match(text)
    first = _PRINTED.match(text, opened.end()) if opened else None
    if first is None:
        return None
    reports = first.group().lower() == _REPORT
    if not (named or reports or (opened and opened.group())):
        return None
    if _NUMBERED.match(text, first.end()) or is_performed(text, first.start()):
        return None
    return product_of(first.group(), text[first.end() :])


def product_in_cell(cell: str, task: str = "") -> Product | None:
    """Return the document that the cell of a table names as product; None where it names none.

    ``task`` is what the row would have done, which tells what a bare "Chương trình" is.

    >>> product_in_cell("Các Báo cáo thực hiện").type, product_in_cell("Nền tảng số")
    ('Báo cáo', None)
    """
    text = cell.strip()[:_LONGEST]
    counted = _COUNTED.match(text)
    first = _PRINTED.match(text, counted.end() if counted else 0)
    made = _MADE.search(text) is not None
    if first is None and made:
        first = _PRINTED.search(text)
    if first is None:
        report = re.search(rf"(?<![^\W\d_]){_REPORT}{_NO_LETTER}", text, re.IGNORECASE)
        return Product("Báo cáo", Expects.REPORT) if report else None
    product = product_of(first.group(), text[first.end() :])
    if product.type == _PROGRAMME and not made:
        bare = not text[first.end() :].strip(" .")
        performed = _PERFORMED.search(task) if bare else _PERFORMED.match(text, first.start())
        return None if performed else product
    return product
