"""A text as it was read, and places in it."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import accumulate, chain, islice, pairwise, repeat, takewhile

_UNSETTLED = re.compile(r"([^\0-\u02ff\u1e00-\u1eff\u2002-\u206f]+)")
"""What NFC may change, or compose with the letter before it."""
_SHORT = 16
"""Letters with their marks come again and again; what is longer is not kept in mind."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Where words of the text stand on paper: points (1/72 inch) from the page's upper left corner.

    ``page`` counts from 1; ``confidence`` is how sure OCR was of the word it was least sure of.
    """

    span: Span
    page: int
    left: float
    top: float
    right: float
    bottom: float
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Signature:
    """An electronic signature: who signed, as the file says, and when (ISO, empty if unsaid)."""

    name: str
    signed_at: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """How a text came out of its file.

    ``reader`` names the reader and its version ("pdf 1"); ``boxes`` are the lines on paper in the
    order of the text, ``unconfirmed`` the words with digits that OCR alone has read, in order.
    """

    reader: str = ""
    boxes: tuple[Box, ...] = ()
    unconfirmed: tuple[Span, ...] = ()
    signatures: tuple[Signature, ...] = ()


_TYPED = Origin()


@dataclass(frozen=True, slots=True)
class SourceText:
    """One text as read, under the name that it is shown by; nothing in it is changed.

    ``pages`` are the offsets at which the pages of its file begin, none where it has no pages;
    ``origin`` says how it came out of its file.

    >>> text = SourceText("ke-hoach.txt", "Thực hiện Kết luận số 69-KL/TU.")
    >>> Span(10, 30).of(text)
    'Kết luận số 69-KL/TU'
    """

    name: str
    text: str
    pages: tuple[int, ...] = ()
    origin: Origin = _TYPED

    def page_at(self, offset: int) -> int:
        r"""Return the page that ``offset`` stands on, counted from 1; 0 where there are no pages.

        >>> SourceText("a.pdf", "mot\nhai", (0, 4)).page_at(5)
        2
        """
        return bisect_right(self.pages, offset)

    def is_unconfirmed(self, start: int, end: int) -> bool:
        """Tell whether OCR alone has read digits between two offsets.

        >>> scan = SourceText("a.png", "so 22", origin=Origin(unconfirmed=(Span(3, 5),)))
        >>> scan.is_unconfirmed(0, 3), scan.is_unconfirmed(0, 4)
        (False, True)
        """
        spans = self.origin.unconfirmed
        if not spans:
            return False
        first = bisect_right(spans, start, key=_end)
        return first < len(spans) and spans[first].start < end

    def box_of(self, start: int, end: int) -> str:
        """Return where words stand on the page of the first of them, empty where nobody knows.

        It is what stands behind the # in an address of the file, by RFC 8118: the page, then left,
        top, width and height in points from the upper left corner.

        >>> line = Box(span=Span(0, 5), page=2, left=72.0, top=100.0, right=200.0, bottom=112.5)
        >>> SourceText("a.pdf", "so 22", origin=Origin(boxes=(line,))).box_of(3, 5)
        'page=2&viewrect=72,100,128,12.5'
        """
        boxes = self.origin.boxes
        first = bisect_right(boxes, start, key=_end_of_box)
        lines = list(takewhile(lambda box: box.span.start < end, islice(boxes, first, None)))
        here = [box for box in lines if box.page == lines[0].page]
        if not here:
            return ""
        left, top = min(box.left for box in here), min(box.top for box in here)
        right, bottom = max(box.right for box in here), max(box.bottom for box in here)
        sides = ",".join(f"{round(side, 1):g}" for side in (left, top, right - left, bottom - top))
        return f"page={here[0].page}&viewrect={sides}"

    @property
    def sha256(self) -> str:
        """The hash of the text in UTF-8: the same text has the same hash under any name."""
        return _hash(self.text)


def _end(span: Span) -> int:
    return span.end


def _end_of_box(box: Box) -> int:
    return box.span.end


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
    # In NFD each word has such a run: it is looked up, and the rest is left to functions in C.
    *kept, last = (parts := _UNSETTLED.split(text))[::2]
    letters: list[str] = []
    steps: list[Iterable[int]] = []
    for before, marks in zip(kept, parts[1::2], strict=True):
        run = before[-1:] + marks
        composed_letters, run_steps = (_short_run if len(run) <= _SHORT else _composed_run)(run)
        letters += before[:-1], composed_letters
        steps += repeat(1, len(before) - 1), run_steps
    letters.append(last)
    steps.append(repeat(1, len(last)))
    return "".join(letters), list(accumulate(chain.from_iterable(steps), initial=0))


def _composed_run(run: str) -> tuple[str, tuple[int, ...]]:
    """Return ``run`` in NFC, and how far each letter of that stands from the next one in ``run``.

    It is composed part by part, as far as letters may be composed with each other.
    """
    starts = [0, *(at for at in range(1, len(run)) if _starts_anew(run[at])), len(run)]
    letters = ""
    steps: list[int] = []
    for start, end in pairwise(starts):
        part = unicodedata.normalize("NFC", run[start:end])
        letters += part
        # A part of one length stays as it was; a composed one has no place between its letters.
        kept = len(part) == end - start
        steps += [1] * len(part) if kept else [0] * (len(part) - 1) + [end - start]
    return letters, tuple(steps)


@lru_cache(maxsize=4096)
def _short_run(run: str) -> tuple[str, tuple[int, ...]]:
    return _composed_run(run)


def _starts_anew(char: str) -> bool:
    """Tell whether nothing before ``char`` can be composed with it."""
    return unicodedata.combining(char) == 0 and not "\u1160" <= char <= "\u11ff"
