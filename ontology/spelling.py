"""One spelling for words that Vietnamese texts print in several ways.

Nothing here changes what is stored: these forms are keys for comparing and for IRIs.
"""

import re
import unicodedata
from functools import lru_cache

_TONE_PLACES = str.maketrans({"Ð": "Đ", "ð": "đ"})
_D_WITH_STROKE = str.maketrans({"đ": "d", "Đ": "D"})


_MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")


def ascii_digits(text: str) -> str:
    """Return ``text`` with the decimal digits of every script as 0 to 9.

    >>> ascii_digits("１２/٢٠١٨")
    '12/2018'
    """
    return _OTHER_DIGIT.sub(lambda match: str(unicodedata.decimal(match.group())), text)


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """Return ``text`` in lower-case ASCII letters and digits joined by hyphens.

    >>> slug("Kết luận số 69-KL/TU")
    'ket-luan-so-69-kl-tu'
    >>> slug("BLĐTB&XH")
    'bldtb-xh'
    """
    bare = unicodedata.normalize("NFD", text.translate(_TONE_PLACES).translate(_D_WITH_STROKE))
    letters = _MARKS.sub("", bare)
    if not letters.isascii():
        letters = "".join(char for char in letters if not unicodedata.combining(char))
    return _NO_SLUG.sub("-", letters.casefold()).strip("-")


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Return the key by which two printed words are one: letter case, NFC, place of the tone.

    Diacritics are kept: what differs in more than the place of its tone stays different.

    >>> folded("Uỷ ban  HOÀ giải") == folded("ủy ban hòa giải")
    True
    >>> folded("quân ủy") == folded("quận ủy")
    False
    """
    return " ".join(_folded_word(word) for word in text.split())


@lru_cache(8192)
def _folded_word(word: str) -> str:
    apart = unicodedata.normalize("NFD", word.translate(_TONE_PLACES).casefold())
    return unicodedata.normalize("NFC", _TONED_RUN.sub(_tone_last, apart))


_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONED_RUN = re.compile(rf"[^\W\d_{_TONES}](?:[^\W\d_]|[\u0300-\u036f])*")


def _tone_last(run: re.Match[str]) -> str:
    letters = "".join(char for char in run[0] if char not in _TONES)
    return letters + "".join(char for char in run[0] if char in _TONES)
