"""What a clause asks for: the first verb of issuing or reporting with its product."""

import re
from typing import NamedTuple

from extract.duties.products import Product, is_performed, product_of
from extract.duties.quick_look import may_oblige
from extract.grammar.lexicon import any_of, bodies
from extract.reading import Expects
from extract.text.view import UPPER
from ontology.documents.order_words import DutyWord, duty_words
from ontology.institutions.body_heads import BodyUse

_BORDER, _END = r"(?<![^\W\d_])", r"(?![^\W\d_])"
PRODUCT = any_of(duty_words(DutyWord.PRODUCT))
"""A document that may be owed, as a pattern."""
_AS_VERB = any_of(duty_words(DutyWord.PRODUCT_VERB))
ISSUE = "".join(
    rf"(?<!(?<!Kế[ ]hoạch[ ]và[ ]){any_of((word,))}[ ])" for word in duty_words(DutyWord.COMPOUND)
) + any_of(duty_words(DutyWord.ISSUE))
"""Verbs of issuing, where they are no part of a noun: "chương trình", "công lập".

Behind the name "Sở Kế hoạch và Đầu tư" they are.
"""
_GAP = (
    rf"(?:(?!(?<![^\W\d_]){any_of(duty_words(DutyWord.NO_GAP))}(?![^\W\d_]))[^.;:()¤\n]){{0,90}}?"
)
_ALONGSIDE = (
    r"(?:(?:,|[ ]và)[ ](?:ban[ ]hành|tổ[ ]chức|triển[ ]khai|thực[ ]hiện)"
    r"(?:[ ](?:triển[ ]khai|thực[ ]hiện))?)*"
)
_ISSUES = re.compile(
    rf"""{_BORDER}(?P<verb>{ISSUE}){_END}
    (?: {_ALONGSIDE}{_GAP}{_BORDER}(?P<product>{PRODUCT})
      | {_GAP}{_BORDER}(?P<submitted>{any_of(duty_words(DutyWord.SUBMITTED))})
          (?=[^.;:]*?[ ]trình[ ](?:các[ ]|cấp[ ]|[{UPPER}]))
      | [ ](?:(?:và|,)[ ])?(?:{ISSUE}[ ])?(?:các[ ]|dự[ ]thảo[ ]|\d+[ ])?(?P<verbal>{_AS_VERB})
    ){_END}""",
    re.VERBOSE | re.IGNORECASE,
)
_MADE_INTO = re.compile(
    rf"{_BORDER}cụ thể hóa{_END}[^.;:]{{0,120}}? (?:thành|bằng|trong) (?:các )?"
    rf"(?P<product>{PRODUCT}){_END}",
    re.IGNORECASE,
)
_LAID = re.compile(
    rf"{_BORDER}(?:đề xuất|nghiên cứu){_END}{_GAP}{_BORDER}(?P<product>{PRODUCT}){_END}"
    rf"(?=[^.;:]*?[ ]trình[ ](?:các[ ]|cấp[ ]|[{UPPER}]))"
)
"""What is worked out and laid before another: "đề xuất phương án, trình UBND tỉnh"."""
_REPORTS = re.compile(rf"{_BORDER}(?:{any_of(duty_words(DutyWord.REPORT))}){_END}", re.IGNORECASE)
_GUIDES = re.compile(
    rf"(?:{_BORDER}{any_of(duty_words(DutyWord.GUIDE))}|^Hướng dẫn)[ ]"
    rf"(?={any_of((*duty_words(DutyWord.GUIDED), *duty_words(DutyWord.GUIDED_WAY)))}{_END}|¤"
    rf"|(?:(?:các|từng)[ ](?!doanh nghiệp)(?i:{any_of(duty_words(DutyWord.CLASS))})"
    rf"|{any_of(duty_words(DutyWord.BODY))}|{bodies(BodyUse.ORDERED)}){_END}"
    rf"[^.;:]{{0,80}}?(?<!,)(?<![ ]và)[ ]"
    rf"(?:{any_of((*duty_words(DutyWord.ISSUE), *duty_words(DutyWord.GUIDED_DEED)))}"
    rf"|tổ chức(?! chính trị| đảng| kinh tế)){_END})"
)
"""Whom a guide tells what to do: "hướng dẫn các xã lập dự toán"; people are shown, not guided."""
_CHANGES = re.compile(
    rf"{_BORDER}{any_of(duty_words(DutyWord.CHANGE))}{_END}(?:"
    rf"[^.;:¤]{{0,20}}?[ ](?P<product>{PRODUCT})[ ](?:triển khai|tổ chức|thực hiện)[ ]"
    rf"|[^.;:¤]{{0,40}}¤)",
    re.IGNORECASE,
)
"""What is changed is a document, or the plan that carries it out."""
_OF_THE_GUIDED = re.compile(
    rf"(?i:hướng dẫn|đôn đốc|hỗ trợ)[ ](?:các|những|từng|[{UPPER}])[^.;:]*(?<!,)(?<![ ]và)[ ]$"
)
"""Behind whom a body guides stands what those are to issue: "hướng dẫn các xã lập kế hoạch"."""
_CITED_BEFORE = re.compile(r"¤[^,;¤]*$|Quyết định[^,;]*$")
_EVENT = re.compile(r"ngày [^,;]{2,60} được $")
_THERE = re.compile(rf"[ ]?(?:số[ ])?\d+[-/]|[ ]{any_of(duty_words(DutyWord.THERE))}{_END}")
_GUIDE_ONLY = tuple(
    f"{word} " for use in (DutyWord.DEED_NOUN, DutyWord.GUIDE_NOUN) for word in duty_words(use)
)
_CARRYING_OUT = "thực hiện "
_NO_NOUNS = ("định kỳ ", *(f"{word} " for word in duty_words(DutyWord.BEFORE_DEED)))
_NOUN_ONLY = tuple(f"{word} " for word in duty_words(DutyWord.DEED_NOUN))


class Deed(NamedTuple):
    """What is to be done, with its offsets in a clause, and the document that comes of it."""

    start: int
    end: int
    product: Product


def first_deed(words: str) -> Deed | None:
    """Return the first deed of a clause that leaves a document.

    >>> first_deed("các xã xây dựng và ban hành kế hoạch").product.type
    'Kế hoạch'
    """
    found: list[Deed] = []
    if not may_oblige(words):
        return None
    if issued := _issued(words):
        word = issued["product"] or issued["submitted"] or issued["verbal"]
        found.append(Deed(*issued.span(), product_of(word, words[issued.end() :])))
    elif made := _MADE_INTO.search(words) or _LAID.search(words):
        found.append(Deed(*made.span(), product_of(made["product"], words[made.end() :])))
    for reported in _REPORTS.finditer(words):
        if not _is_noun(words[: reported.start()]):
            behind = words[reported.end() :]
            found.append(Deed(*reported.span(), product_of("báo cáo", behind)))
            break
    if "ướng dẫn" in words and (guided := _GUIDES.search(words)):
        lead = words[: guided.start()]
        if not lead.rstrip().endswith((",", "văn bản")) and not _is_noun(lead, _GUIDE_ONLY):
            found.append(Deed(*guided.span(), Product("Hướng dẫn", Expects.ISSUE)))
    if "¤" in words and (changed := _CHANGES.search(words)):
        word = changed["product"] or ""
        product = Product(word[:1].upper() + word[1:].lower(), Expects.CHANGE)
        found.append(Deed(changed.start(), changed.end() - 1, product))
    return min(found, key=lambda deed: deed.start) if found else None


def reported_behind(words: str, deed: Deed) -> Deed | None:
    """Return the report that stands behind ``deed`` in a clause: what is proposed is reported."""
    for reported in _REPORTS.finditer(words, deed.end):
        if not _is_noun(words[: reported.start()]):
            return Deed(*reported.span(), product_of("báo cáo", words[reported.end() :]))
    return None


def _issued(words: str) -> re.Match[str] | None:
    """Return the first verb of issuing with its product; "Xây dựng" within is a name."""
    found = _ISSUES.search(words)
    while found:
        named = found["verb"][0].isupper() and found.start() > 0
        lead = words[: found.start()]
        told = _is_noun(lead) or _CITED_BEFORE.search(lead) or _is_an_event(lead)
        guided = _OF_THE_GUIDED.search(lead)
        if not named and not told and not guided and not _is_no_document(words, found):
            return found
        found = _ISSUES.search(words, found.start() + 1)
    return None


def _is_noun(lead: str, nouns: tuple[str, ...] = _NOUN_ONLY) -> bool:
    """Tell whether the word behind ``lead`` is a noun: "chế độ báo cáo".

    Behind "Phòng Văn hóa và Thông tin" it is a verb.
    """
    small = lead.lower()
    if not small.endswith(nouns) or small.endswith(_NO_NOUNS):
        return False
    noun = next(noun for noun in nouns if small.endswith(noun))
    if small == _CARRYING_OUT:
        return False  # "Thực hiện báo cáo định kỳ" is to report
    return len(lead) == len(noun) or not lead[-len(noun)].isupper()


def _is_an_event(lead: str) -> bool:
    """Tell whether a verb says from when a time runs: "kể từ ngày Nghị quyết này được ban hành"."""
    return lead.endswith(" được ") and _EVENT.search(lead) is not None


def _is_no_document(words: str, issued: re.Match[str]) -> bool:
    """Tell whether the product is to be performed, or exists: its number stands behind it."""
    performed = issued["product"] and is_performed(words, issued.start("product"))
    return bool(performed) or _THERE.match(words, issued.end()) is not None
