"""A text as it was read, and places in it."""

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a text: code points of the text as read, ``start`` included, ``end`` not."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}; expected 0 <= start < end")

    def of(self, source: "SourceText") -> str:
        """Return the quote: exactly what the text as read holds there."""
        return source.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class SourceText:
    """One text as read, under the name that it is shown by; nothing in it is changed.

    ``pages`` are the offsets at which the pages of its file begin, none where it has no pages.

    >>> text = SourceText("ke-hoach.txt", "Thực hiện Kết luận số 69-KL/TU.")
    >>> Span(10, 30).of(text)
    'Kết luận số 69-KL/TU'
    """

    name: str
    text: str
    pages: tuple[int, ...] = ()

    def page_at(self, offset: int) -> int:
        """Return the page that ``offset`` stands on, counted from 1; 0 where there are no pages.

        >>> SourceText("a.pdf", "mot\\nhai", (0, 4)).page_at(5)
        2
        """
        return bisect_right(self.pages, offset)

    @property
    def sha256(self) -> str:
        """The hash of the text in UTF-8: the same text has the same hash under any name."""
        return _hash(self.text)


@lru_cache(maxsize=4)
def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def composed(text: str) -> tuple[str, Sequence[int]]:
    r"""Return ``text`` in NFC, and the offset in ``text`` of each code point and of the end.

    >>> composed("e\u0302a")
    ('êa', [0, 2, 3])
    """
    if unicodedata.is_normalized("NFC", text):
        return text, range(len(text) + 1)
    pieces: list[str] = []
    offsets: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and not _starts_anew(text[end]):
            continue
        piece = unicodedata.normalize("NFC", text[start:end])
        pieces.append(piece)
        # A piece of one length stays as it was; in a composed one no place is between its parts.
        offsets.extend(range(start, end) if len(piece) == end - start else [start] * len(piece))
        start = end
    offsets.append(len(text))
    return "".join(pieces), offsets


def _starts_anew(char: str) -> bool:
    """Tell whether nothing before ``char`` can be composed with it."""
    return unicodedata.combining(char) == 0 and not "\u1160" <= char <= "\u11ff"
