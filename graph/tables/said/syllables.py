"""Words as they are searched: the syllables of a text, as written and without their marks."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_SYLLABLE = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_MARKS = re.compile("[\u0300-\u036f]+")
_TONE_BEHIND = re.compile("(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])$")
"""Where a tone stands on the second of two vowels as it was set once: hoà for hòa."""
_ETH = str.maketrans("ð", "đ")
_D_WITH_STROKE = str.maketrans("đ", "d")


def syllables_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each syllable or number of ``text`` as it is searched, and where it stands in it.

    Letter case and the place of the tone do not matter; offsets are code points of ``text``.

    >>> list(syllables_in("Hoà, 69"))
    [('hòa', 0, 3), ('69', 5, 7)]
    """
    for found in _SYLLABLE.finditer(text):
        yield spelled(found[0]), *found.span()


def said_in(text: str) -> list[str]:
    """Return the syllables and numbers of ``text`` as they are searched.

    >>> said_in("Hoà, 69")
    ['hòa', '69']
    """
    return list(map(spelled, _SYLLABLE.findall(text)))


@lru_cache(maxsize=65536)
def spelled(syllable: str) -> str:
    """Return a syllable in small letters, in NFC, with its tone where it is set today.

    >>> spelled("Hoà"), spelled("UỶ"), spelled("quý")
    ('hòa', 'ủy', 'quý')
    """
    small = unicodedata.normalize("NFC", syllable.casefold().translate(_ETH))
    if not _TONE_BEHIND.search(small):
        return small
    vowel = unicodedata.normalize("NFD", small[-1])
    return f"{small[:-2]}{unicodedata.normalize('NFC', small[-2] + vowel[1:])}{vowel[0]}"


@lru_cache(maxsize=65536)
def bare(syllable: str) -> str:
    """Return a syllable, as ``spelled`` gives it, without its marks.

    >>> bare("đối"), bare("thoại")
    ('doi', 'thoai')
    """
    apart = unicodedata.normalize("NFD", syllable)
    return _MARKS.sub("", apart).translate(_D_WITH_STROKE)
