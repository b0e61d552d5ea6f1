"""How much of a text is Vietnamese, told by how its syllables are built.

A text that was read in the wrong encoding has all its letters, but hardly a syllable that the
language allows; in the right one nearly every word is such a syllable.
"""

import re
import unicodedata
from functools import lru_cache

_ONSET = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx]"  # the longest first
_RIMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on
ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych
uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y yêm yên yêng yêt yêu ynh yt
"""
_SYLLABLE = re.compile(
    f"(?:{_ONSET})?(?:{'|'.join(sorted(_RIMES.split(), key=len, reverse=True))})"
)
_CLOSED = re.compile(r"(?:[ptc]|ch)$")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_CLOSED_TONES = "\u0301\u0323"
"""A syllable that ends in a stop is spoken with one of two tones only."""
_WORD = re.compile(r"(?:[^\W\d_]|[\u00a1-\u00bf\u00d7\u00f7\u0300-\u036f])+")
"""Letters, and the signs of Latin-1 that stand for letters in the old encodings."""
_OF_UNICODE = re.compile("[\u1ea0-\u1ef9]")
"""Letters that no text in an older encoding holds, whatever it was read as."""
_FOREIGN = re.compile(
    "[^\\x00-\\x7f\u00a0ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u2010-\u2026]"
)
"""What stands neither in Vietnamese words nor between them."""


def is_in_unicode(text: str) -> bool:
    """Tell at a glance whether ``text`` holds letters of Unicode alone; False leaves it open.

    >>> [is_in_unicode(text) for text in ("Kế hoạch", "KÕ ho¹ch", "Kế ho¹ch", "5-KH/HU")]
    [True, False, False, False]
    """
    return _OF_UNICODE.search(text) is not None and _FOREIGN.search(text) is None


@lru_cache(65536)
def is_syllable(word: str) -> bool:
    """Tell whether ``word`` is built as a Vietnamese syllable, whatever its case.

    >>> [is_syllable(word) for word in ("nghiêng", "Quốc", "hop", "Straße", "Coäng", "HòA")]
    [True, True, False, False, False, True]
    """
    apart = unicodedata.normalize("NFD", word.lower())
    tones = [char for char in apart if char in _TONES]
    bare = unicodedata.normalize("NFC", "".join(char for char in apart if char not in _TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(bare):
        return False
    return not _CLOSED.search(bare) or (bool(tones) and tones[0] in _CLOSED_TONES)


def marked_words(text: str) -> list[str]:
    """Return the words of ``text`` that hold more than ASCII letters, in their order.

    >>> marked_words("Kế hoạch 5-KH/HU cña")
    ['Kế', 'hoạch', 'cña']
    """
    return [word for word in _WORD.findall(text) if not word.isascii()]


def share_of_syllables(words: list[str]) -> float:
    """Return which part of ``words`` are syllables of Vietnamese; 0 where there are none.

    >>> share_of_syllables(["xã", "coäng"])
    0.5
    """
    return sum(map(is_syllable, words)) / len(words) if words else 0.0


def share_of_all(text: str) -> float:
    """Return which part of the words of two letters and more are syllables, marked or not.

    Abbreviations in capitals count neither way.

    >>> share_of_all("các chi bộ, UBND")
    1.0
    """
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    return share_of_syllables([word for word in words if not (word.isascii() and word.isupper())])
