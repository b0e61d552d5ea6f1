"""Characters that look like those of a symbol: other scripts' letters and digits, and OCR's slips.

A key compares what was meant: Cyrillic "ТТ-ВТС" is "TT-BTC", a full-width or Arabic digit is that
digit, and where the grammar of a number or a date asks for a digit, l, I and O are 1, 1 and 0. All
replacements keep the number of code points. "Nghi định sô 15/2020/NĐ-CP" has lost two marks.
"""

import re
import unicodedata

from ontology.documents.document_types import type_words
from ontology.spelling import ascii_digits, slug

_LOOKS = dict(
    zip(
        "АВЕКМНОРСТУХЅІЈԚԜасеорухѕіј" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABEKMHOPCTYXSIJQWaceopyxsij" + "ABEZHIKMNOPTYXo",
        strict=True,
    )
)
_LATIN = str.maketrans(_LOOKS)
_OTHER_SCRIPT = re.compile("[^\x00-\u036f\u1e00-\u1fff\u2000-\u2bff]")
"""What is neither Latin nor punctuation: one class, so that most texts are passed over."""
_LETTER_OF_OTHER = re.compile("[" + "".join(_LOOKS) + "]")
_WIDE = re.compile("[\uff01-\uff5e]")
_TYPE_READ = {slug(word): word for word in type_words() if " " in word}
_LATIN_LETTER = re.compile("[A-Za-zĐđ]")

_MISREAD = str.maketrans("lI|Oo", "11100")
_D = "[0-9lI|Oo]"
_SUSPECT = re.compile(
    r"[lI|Oo](?:[0-9]|/[0-9]|[ ]?[-/][ ]?[A-ZĐ]{2}|(?<=[0-9].))"  # l1, l/1, l-KH, 1l
)
"""What a misread digit has beside it: one look tells that a text has none."""
_NUMBER = re.compile(
    rf"""{_D}(?<![^\W_].)(?<![-/.,].){_D}{{0,4}}
    (?:[ ]?/[ ]?[12lI]{_D}{{3}}(?=[ ]?/))?          # the year of a normative document
    (?=[ ]?[-/][ ]?[A-ZĐ]{{2}})                     # KH/HU: letters of a symbol
    """,
    re.VERBOSE,
)
_NUMBER_WORD = re.compile(r"(?:số|Số|SỐ)[ ]*:?[ ]*$")
_LOST_MARKS = ("sô", "êt ", "đinh s", "Nghi ", "Chi th")
"""What only a slip makes of these words, before a number: one look tells that a text has none."""
_BEFORE_NUMBER = r"(?=:?[ ]?\d{1,5}[ ]?[-/][ ]?(?:\d{4}|[A-ZĐ]))"
_MISREAD_WORD = re.compile(rf"(?<![^\W_])sô{_BEFORE_NUMBER}")
_MISREAD_TYPE = re.compile(
    rf"(?:Ngh[ịi] (?:[đd][ịi]nh|quy[ếê]t)|Quy[ếê]t đ[ịi]nh|Ch[ỉi] th[ịi]|K[ếê]t luận)"
    rf"(?= số{_BEFORE_NUMBER})"
)
_DATE = re.compile(
    rf"""(?:ngày|Ngày|NGÀY|tháng|Tháng|THÁNG)[ ]*
    {_D}{{1,2}}[ ]*(?:[/.-]|tháng|năm|THÁNG|NĂM)[ ]*
    (?:{_D}{{1,2}}[ ]*(?:[/.-]|năm|NĂM)[ ]*)?{_D}{{4}}(?![^\W_])
    """,
    re.VERBOSE,
)


def latin(text: str) -> str:
    """Return ``text`` with the digits of any script and the letters of a symbol as ASCII.

    A letter is changed only in a word that has Latin letters: a Russian name stays Russian.

    >>> latin("１２/2018/NĐ-CP, TT-BTС, Москва")
    '12/2018/NĐ-CP, TT-BTC, Москва'
    """
    if _OTHER_SCRIPT.search(text) is None:
        return text
    text = _WIDE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    text = ascii_digits(text)
    if _LETTER_OF_OTHER.search(text):
        text = re.sub(r"\S+", lambda match: _latin_word(match.group()), text)
    return text


def _latin_word(word: str) -> str:
    if not _LETTER_OF_OTHER.search(word):
        return word
    changed = word.translate(_LATIN)
    symbol_like = changed.isascii() and any(map(str.isdigit, word)) and changed.upper() == changed
    return changed if symbol_like or _LATIN_LETTER.search(word) else word


def words_read(text: str) -> str:
    """Return ``text`` with the marks that OCR lost in "số" and in the type word before it.

    >>> words_read("Nghi định sô 15/2020/NĐ-CP, xã Nghi Sơn, chạy sô 3")
    'Nghị định số 15/2020/NĐ-CP, xã Nghi Sơn, chạy sô 3'
    """
    if not any(slip in text for slip in _LOST_MARKS):
        return text
    text = _MISREAD_WORD.sub("số", text)
    return _MISREAD_TYPE.sub(lambda found: _TYPE_READ[slug(found.group())], text)


def digits_read(text: str) -> str:
    """Return ``text`` with what OCR took for letters in numbers and dates as digits.

    >>> digits_read("Kế hoạch số l8O-KH/HU, ngày O2/1O/2O14; khối I-KH, mẫu O")
    'Kế hoạch số 180-KH/HU, ngày 02/10/2014; khối I-KH, mẫu O'
    """
    if _SUSPECT.search(text) is None:
        return text
    text = _DATE.sub(lambda match: match.group().translate(_MISREAD), text)
    return _NUMBER.sub(lambda match: _number_read(text, match), text)


def _number_read(text: str, match: re.Match[str]) -> str:
    """Return a number in digits where it holds one already, or "số" stands before it."""
    printed = match.group()
    start = match.start()
    meant = any(map(str.isdigit, printed)) or _NUMBER_WORD.search(text, max(0, start - 6), start)
    return printed.translate(_MISREAD) if meant else printed
