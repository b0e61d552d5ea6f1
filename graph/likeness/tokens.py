"""The words of a text as they are compared with those of another."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from extract.text.source import composed
from ontology.spelling import folded

_WORD = re.compile(r"\w+")
_ENDS = frozenset(".!?:;\n\r•-\u2013—+*/\"“”'")
_ROMAN = re.compile(r"[IVXLC]+")
_UNITS = frozenset(
    map(folded, ("xã", "phường", "trấn", "huyện", "quận", "thị", "phố", "tỉnh", "khu", "bản"))
)
"""The last word before the name of a place; what follows in capitals is a name wherever it is."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text in their order.

    ``keys`` are the words as they are compared; ``names`` and ``figures`` are the places of those
    that tell one document from another of the same model.
    """

    words: tuple[str, ...]
    keys: tuple[str, ...]
    names: frozenset[int]
    figures: frozenset[int]


def tokens_of(text: str) -> Tokens:
    """Return the words of ``text``.

    >>> tokens = tokens_of("1. Giao xã Bản Bo trồng 12 ha.")
    >>> [tokens.words[index] for index in sorted(tokens.names | tokens.figures)]
    ['Bản', 'Bo', '12']
    """
    flow, _ = composed(text)
    words: list[str] = []
    keys: list[str] = []
    names: set[int] = set()
    figures: set[int] = set()
    for index, (word, first, numbering) in enumerate(_words(flow)):
        words.append(word)
        keys.append(folded(word))
        if word[0].isdigit() or _ROMAN.fullmatch(word):
            if not numbering:
                figures.add(index)
        elif word[0].isupper() and (not first or (index and keys[index - 1] in _UNITS)):
            names.add(index)
    return Tokens(tuple(words), tuple(keys), frozenset(names), frozenset(figures))


def pieces_of(text: str) -> list[str]:
    """Return every run of three words of ``text``; longer ones do not survive OCR.

    >>> pieces_of("Giao xã Bản Bo.")
    ['giao xã bản', 'xã bản bo']
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text).casefold())
    return [" ".join(piece) for piece in zip(words, words[1:], words[2:], strict=False)]


def _words(flow: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield each word, whether a sentence begins with it, and whether it only counts lines."""
    end = 0
    for match in _WORD.finditer(flow):
        between = flow[end : match.start()]
        first = not end or not _ENDS.isdisjoint(between)
        opens = not end or "\n" in between
        yield match[0], first, opens and flow[match.end() : match.end() + 1] in {".", ")", "/"}
        end = match.end()


def is_year(word: str) -> bool:
    """Tell whether a figure can be a year.

    >>> is_year("2021"), is_year("7021")
    (True, False)
    """
    return len(word) == len("2021") and word.isdigit() and word[:2] in ("19", "20")
