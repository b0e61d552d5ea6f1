"""Names in capitals as prose prints them."""

from collections.abc import Iterator, Sequence
from functools import cache

from ontology.institutions.body_heads import all_body_heads
from ontology.institutions.issuers import abbreviations

_KINDS = frozenset(("và", "ủy", "nhân", "dân"))
"""Words that prose prints in small letters in the name of a body."""
_PLACE_KINDS = frozenset(("tỉnh", "huyện", "xã", "quận", "phường"))
_PLACE_PAIRS = frozenset((("thành", "phố"), ("thị", "trấn"), ("thị", "xã"), ("đặc", "khu")))
"""What a place is called before its name: one word or two."""
_MORE_INITIALS = ("HĐQT", "TP.", "TP")


def begins_place(name: str) -> bool:
    """Tell whether what stands behind a name is that of a place: "Huyện ủy", "Đảng ủy xã"."""
    words = name.lower().split()
    return words[-1] == "ủy" or words[-1] in _PLACE_KINDS or tuple(words[-2:]) in _PLACE_PAIRS


def cased(words: Sequence[str], *, proper: bool = False) -> Iterator[str]:
    """Yield the words of a name in capitals as prose prints them: a place's name begins large.

    ``proper`` tells that they begin with the name of a place.

    >>> list(cased("ĐẢNG ỦY XÃ TÂN THÀNH".split()))
    ['Đảng', 'ủy', 'xã', 'Tân', 'Thành']
    >>> list(cased("LÝ NHÂN".split(), proper=True))
    ['Lý', 'Nhân']
    """
    for index, word in enumerate(words):
        small = word.lower()
        pair = (small, words[index + 1].lower() if index + 1 < len(words) else "")
        back = (words[index - 1].lower() if index else "", small)
        kind = small in _PLACE_KINDS or pair in _PLACE_PAIRS or back in _PLACE_PAIRS
        if kind and not (proper and index + 1 == len(words)):
            yield small
            # "Xã Tân Thành": behind the kind of a place stands its name, but not in "Huyện ủy".
            proper = pair[1] != "ủy"
        elif proper or small not in _KINDS:
            yield word if word in _initials() else word.capitalize()
        else:
            yield small


@cache
def _initials() -> frozenset[str]:
    """Return the abbreviations that stand in a letterhead, and keep their capitals."""
    heads = (head.head for head in all_body_heads() if head.head.isupper())
    return frozenset((*heads, *abbreviations(), *_MORE_INITIALS))
