"""The words of a PDF page with their boxes, those in the appearance of form fields included.

In a document that is signed electronically its number and day stand in such fields, and the text
of the page has a blank there.
"""

import ctypes
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from extract.readers.paper.words import Word

BROKEN = "\ufffe"
"""PDFium's sign for the hyphen at the end of a line."""
_TOKEN = re.compile(rf"[^\s\0{BROKEN}]+{BROKEN}?|{BROKEN}")
_NOTE_MARK = re.compile(r"(?<=[^\W\d])\d{1,3}(?=[.,;:)\]]*$)|(?<=[.,;:)\]\"”])\d{1,3}$")
"""Digits at the end of a word, as the mark of a note stands."""
_DRAWN = {pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP}
"""Kinds of annotations that people see as text of the page."""
_MOST_ANNOTATIONS = 2_000
_SMALLER = 0.88

Place = Callable[[float, float, float, float], tuple[float, float, float, float]]
"""Takes left, bottom, right, top of PDF to left, top, right, bottom of the page as seen."""


@dataclass(frozen=True, slots=True)
class TextLayer:
    """The words of a page in the order of the file; ``hidden``: OCR of another program."""

    words: tuple[Word, ...]
    hidden: bool


def place_of(page: pypdfium2.PdfPage) -> Place:
    """Return how boxes of PDF are turned to those of the page as it is seen."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    x, y, far, high = box.left, box.bottom, box.right, box.top
    turned = page.get_rotation()
    if turned == 90:
        return lambda left, bottom, right, top: (bottom - y, left - x, top - y, right - x)
    if turned == 180:
        return lambda left, bottom, right, top: (far - right, bottom - y, far - left, top - y)
    if turned == 270:
        return lambda left, bottom, right, top: (high - top, far - right, high - bottom, far - left)
    return lambda left, bottom, right, top: (left - x, high - top, right - x, high - bottom)


def has_fields(page: pypdfium2.PdfPage) -> bool:
    """Tell whether a page has fields or notes that are seen as text."""
    count = min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)
    for index in range(count):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if annotation:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            pdfium.FPDFPage_CloseAnnot(annotation)
            if kind in _DRAWN:
                return True
    return False


def opened(pdf: pypdfium2.PdfDocument, index: int) -> tuple[pypdfium2.PdfPage, int]:
    """Return page ``index`` with its fields made part of it.

    Beside it, how many of its characters are no field's; -1 where it has no fields.
    """
    page = pdf[index]
    if not page.formenv or not has_fields(page):
        return page, -1
    text_page = page.get_textpage()
    printed = text_page.count_chars()
    text_page.close()
    page.flatten()
    page.close()
    return pdf[index], printed


def layer_of(page: pypdfium2.PdfPage, printed: int = -1) -> TextLayer:
    """Return the words of a page; those behind the first ``printed`` characters are of fields."""
    text_page = page.get_textpage()
    try:
        return TextLayer(tuple(_words(text_page, place_of(page), printed)), _is_hidden(text_page))
    finally:
        text_page.close()


def _is_hidden(text_page: pypdfium2.PdfTextPage) -> bool:
    """Tell whether the first letter is drawn without ink, as programs lay text over a scan."""
    if not text_page.count_chars():
        return False
    drawn = pdfium.FPDFText_GetTextObject(text_page, 0)
    if not drawn:
        return False
    return bool(pdfium.FPDFTextObj_GetTextRenderMode(drawn) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


def _text(text_page: pypdfium2.PdfTextPage) -> str:
    """Return the text of a page, one code point for each character that has a box."""
    count = text_page.count_chars()
    text: str = text_page.get_text_range()
    if len(text) == count:
        return text
    codes = (pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count))
    return "".join(
        chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " " for code in codes
    )


def _words(text_page: pypdfium2.PdfTextPage, place: Place, printed: int) -> Iterator[Word]:
    text = _text(text_page)
    raw, rectangle = text_page.raw, pdfium.FS_RECTF()
    pointer = ctypes.byref(rectangle)
    loose = pdfium.FPDFText_GetLooseCharBox

    def box(index: int) -> tuple[float, float, float, float]:
        loose(raw, index, pointer)
        return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top

    end = -1
    broken = False
    for token in _TOKEN.finditer(text):
        start, joined = token.start(), token.start() == end and not broken
        end = token.end()
        written = token.group()
        broken = written[-1] == BROKEN
        first, last = box(start), box(end - 1 - (broken and len(written) > 1))
        field = 0 <= printed <= start
        mark = _NOTE_MARK.search(written) if first[3] > first[1] else None
        if mark and mark.start():
            low = box(start + mark.start())
            if low[3] - low[1] < _SMALLER * (first[3] - first[1]):
                cut = start + mark.start()
                yield _word(place, (first, box(cut - 1)), written[: mark.start()], joined, field)
                yield _word(place, (low, box(start + mark.end() - 1)), mark.group(), True, field)
                if written[mark.end() :]:
                    rest = (box(start + mark.end()), last)
                    yield _word(place, rest, written[mark.end() :], True, field)
                continue
        yield _word(place, (first, last), written, joined, field)


def _word(
    place: Place,
    ends: tuple[tuple[float, float, float, float], tuple[float, float, float, float]],
    written: str,
    joined: bool,
    field: bool,
) -> Word:
    first, last = ends
    breaks = written[-1] == BROKEN
    if breaks:
        written = written[:-1] + "-"
    if not written.isascii():
        written = unicodedata.normalize("NFC", written)
    left, top, right, bottom = place(
        min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3])
    )
    return Word(left, top, right, bottom, written, joined, breaks, field)
