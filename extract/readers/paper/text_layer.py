"""The words of a PDF page with their boxes, those in the appearance of form fields included.

In a document that is signed electronically its number and day stand in such fields, and the text
of the page has a blank there.
"""

import ctypes
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from extract.readers.paper.filled_gaps import in_place
from extract.readers.paper.words import Word

BROKEN = "\ufffe"
"""PDFium's sign for the hyphen at the end of a line."""
_TOKEN = re.compile(rf"[^\s\0{BROKEN}]+{BROKEN}?|{BROKEN}")
_LETTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")
_COMBINING = re.compile("[\u0300-\u036f](?=.)")
_NOTE_MARK = re.compile(
    r"(?:(?<=[^\W\d])|(?<=[\u0300-\u036f]))\d{1,3}(?=[.,;:)\]]*$)|(?<=[.,;:)\]\"”])\d{1,3}$"
)
"""Digits at the end of a word, as the mark of a note stands."""
_DRAWN = {pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP}
"""Kinds of annotations that people see as text of the page."""
_MOST_ANNOTATIONS = 2_000
_SMALLER = 0.8
_SPACE = 0.15
"""A gap so wide, in heights of the letters, is a space."""
_NO_SPACE = 0.12
_LOOKED_AT = 40
_LEAST_DESCENT = -0.12
"""Letters reach farther down than this, as a share of the size of the font."""
_ABOVE_LINE, _BELOW_LINE = 0.7, 0.2
"""How far letters reach above and below their line, as a share of the size of the font."""
_CLOSING = ".,;:!?)"

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
        place = place_of(page)
        text = _text(text_page)
        words, spans = _words(text_page, text, place, printed)
        raw = text_page.raw

        def letters(at: int) -> list[Word]:
            return list(_letters(raw, text, words[at], spans[at], place).values())

        return TextLayer(tuple(in_place(words, letters)), _is_hidden(text_page))
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


def _letters(raw: object, text: str, word: Word, span: range, place: Place) -> dict[range, Word]:
    """Return the letters of the word that ``span`` is in ``text``, each as high as the word."""
    found: dict[range, Word] = {}
    for letter in _LETTER.finditer(text, span.start, span.stop):
        left, bottom, right, top = _box(raw, letter.start())
        left, _, right, _ = place(left, bottom, right, top)
        found[range(*letter.span())] = word._replace(
            left=left, right=right, text=_spelled(letter[0]), joined=False
        )
    return found


def _words(
    text_page: pypdfium2.PdfTextPage, text: str, place: Place, printed: int
) -> tuple[list[Word], list[range]]:
    """Return the words of a page, and where each of them stands in its ``text``."""
    plain = unicodedata.is_normalized("NFC", text)
    raw, rectangle = text_page.raw, pdfium.FS_RECTF()
    pointer = ctypes.byref(rectangle)
    sides = (ctypes.c_float * 4).from_buffer(rectangle)
    loose = pdfium.FPDFText_GetLooseCharBox
    before = -1
    flat = _is_flat(raw, text)
    words: list[Word] = []
    spans: list[range] = []
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        written = token[0]
        broken = written[-1] == BROKEN
        joined = start == before
        before = -1 if broken else end
        loose(raw, start, pointer)
        left, top, right, bottom = sides
        if flat:
            top, bottom = _height_of_line(raw, start, top, bottom)
        last = end - 1 - broken
        back = False
        if last > start:
            # A word is as high as the lower of two letters: some with two marks are higher.
            loose(raw, last, pointer)
            also_left, upper, right, lower = sides
            left, back = min(left, also_left), also_left < left
            if not broken and (not plain or not written[-1].isalpha()):
                cuts = _cuts(raw, written, start, top - bottom)
                if len(cuts) > 2:
                    words += _parts(raw, text, cuts, place, joined, printed)
                    spans += map(range, cuts, cuts[1:])
                    continue
            is_mark = not plain and unicodedata.combining(text[last])
            if not flat and not is_mark and upper - lower < top - bottom:
                top, bottom = upper, lower
        if broken or not plain:
            written = _spelled(written)
        left, top, right, bottom = place(left, bottom, right, top)
        if written[0] in _CLOSING and words and not joined:
            # Behind the raised mark of a note PDFium sees a space that is none.
            joined = -1 < left - words[-1].right < _NO_SPACE * (bottom - top)
        field = 0 <= printed <= start
        box = left, top, right, bottom
        word = Word(*box, written, joined=joined, breaks=broken, field=field)
        letters = _letters(raw, text, word, range(start, end), place) if back else {}
        if any(after.left < before.left for before, after in pairwise(letters.values())):
            words += letters.values()
            spans += letters
        else:
            words.append(word)
            spans.append(range(start, end))
    return words, spans


def _is_flat(raw: object, text: str) -> bool:
    """Tell whether fonts of a page do not say how far letters reach below the line.

    A letter's box is its own ink then, as in files of some versions of LibreOffice.
    """
    descent = ctypes.c_float()
    for at in range(0, len(text), max(1, len(text) // _LOOKED_AT)):
        drawn = pdfium.FPDFText_GetTextObject(raw, at) if not text[at].isspace() else None
        font = pdfium.FPDFTextObj_GetFont(drawn) if drawn else None
        told = font and pdfium.FPDFFont_GetDescent(font, 1.0, ctypes.byref(descent))
        if told and descent.value > _LEAST_DESCENT:
            return True
    return False


def _height_of_line(raw: object, index: int, top: float, bottom: float) -> tuple[float, float]:
    """Return upper and lower edge of the line of a letter, by the size of its font."""
    matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetMatrix(raw, index, ctypes.byref(matrix))
    pdfium.FPDFText_GetCharOrigin(raw, index, ctypes.byref(x), ctypes.byref(y))
    size = pdfium.FPDFText_GetFontSize(raw, index) * abs(matrix.d)
    if abs(matrix.c) > abs(matrix.d) or not bottom - size < y.value < top + size:
        return top, bottom
    return y.value + _ABOVE_LINE * size, y.value - _BELOW_LINE * size


def _spelled(token: str) -> str:
    """Return a token in composed letters, with a hyphen where a line end has broken it."""
    return unicodedata.normalize("NFC", token).replace(BROKEN, "-")


def _cuts(raw: object, token: str, start: int, height: float) -> list[int]:
    """Return where a token is to be cut: at a gap that PDFium leaves out, around a note's mark.

    It leaves out the space behind an accent that is a letter of its own.
    """
    cuts = [start]
    end = start + len(token)
    for found in _COMBINING.finditer(token):
        here, behind = _box(raw, start + found.start()), _box(raw, start + found.end())
        if behind[0] - here[2] > _SPACE * (behind[3] - behind[1]):
            cuts.append(start + found.end())
    mark = _NOTE_MARK.search(token)
    if mark and mark.start() and _is_small(raw, start + mark.start(), height):
        around = (start + mark.start(), start + mark.end())
        cuts += [cut for cut in around if cuts[-1] < cut < end]
    return [*cuts, end]


def _is_small(raw: object, index: int, height: float) -> bool:
    box = _box(raw, index)
    return box[3] - box[1] < _SMALLER * height


def _box(raw: object, index: int) -> tuple[float, float, float, float]:
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(raw, index, rectangle)
    return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top


def _parts(
    raw: object, text: str, cuts: Sequence[int], place: Place, joined: bool, printed: int
) -> Iterator[Word]:
    """Yield the parts of a token; one that no gap parts from the one before is joined to it."""
    far: float | None = None
    for start, end in pairwise(cuts):
        first, last = _box(raw, start), _box(raw, end - 1)
        box = place(first[0], first[1], last[2], first[3])
        written = unicodedata.normalize("NFC", text[start:end])
        near = joined if far is None else first[0] - far < _SPACE * (first[3] - first[1])
        yield Word(*box, written, near, False, 0 <= printed <= start)
        far = last[2]
