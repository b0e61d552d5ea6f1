"""One spelling for words that Vietnamese texts print in several ways.

Nothing here changes what is stored: these forms are keys for comparing and for IRIs.
"""

import re
import unicodedata
from functools import lru_cache

_TONE_PLACES = str.maketrans({"Ð": "Đ", "ð": "đ"})
_D_WITH_STROKE = str.maketrans({"đ": "d", "Đ": "D"})


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """Return ``text`` in lower-case ASCII letters and digits joined by hyphens.

    >>> slug("Kết luận số 69-KL/TU")
    'ket-luan-so-69-kl-tu'
    >>> slug("BLĐTB&XH")
    'bldtb-xh'
    """
    bare = unicodedata.normalize("NFD", text.translate(_TONE_PLACES).translate(_D_WITH_STROKE))
    letters = "".join(char for char in bare if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", letters.casefold()).strip("-")


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


_OLD_TO_NEW = {
    old: new
    for olds, news in (
        ("óa òa ỏa õa ọa", "oá oà oả oã oạ"),
        ("óe òe ỏe õe ọe", "oé oè oẻ oẽ oẹ"),
        ("úy ùy ủy ũy ụy", "uý uỳ uỷ uỹ uỵ"),
    )
    for old, new in zip(olds.split(), news.split(), strict=True)
}


def spellings(phrase: str) -> tuple[str, ...]:
    """Return ``phrase`` with its tones in the old and in the new places, for a pattern to hold.

    >>> spellings("hủy bỏ")
    ('hủy bỏ', 'huỷ bỏ')
    >>> spellings("thay thế")
    ('thay thế',)
    """
    old = new = unicodedata.normalize("NFC", phrase)
    for in_old, in_new in _OLD_TO_NEW.items():
        old = re.sub(rf"(?<![qQ]){in_new}(?!\w)", in_old, old)
        new = re.sub(rf"{in_old}(?!\w)", in_new, new)
    return tuple(dict.fromkeys((old, new)))
