"""The words of a PDF page with their boxes, those in the appearance of form fields included.

In a document that is signed electronically its number and day stand in such fields, and the text
of the page has a blank there.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from extract.readers.paper.filled_gaps import in_place
from extract.readers.paper.glyphs import Glyphs
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
        glyphs = Glyphs(text_page)
        words, spans = _words(glyphs, text, place, printed)

        def letters(at: int) -> list[Word]:
            return list(_letters(glyphs, text, words[at], spans[at], place).values())

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


def _letters(
    glyphs: Glyphs, text: str, word: Word, span: tuple[int, int], place: Place
) -> dict[tuple[int, int], Word]:
    """Return the letters of the word that ``span`` is in ``text``, each as high as the word."""
    found: dict[tuple[int, int], Word] = {}
    for letter in _LETTER.finditer(text, *span):
        left, _, right, _ = place(*glyphs.box(letter.start()))
        found[letter.span()] = word._replace(
            left=left, right=right, text=_spelled(letter[0]), joined=False
        )
    return found


def _words(
    glyphs: Glyphs, text: str, place: Place, printed: int
) -> tuple[list[Word], list[tuple[int, int]]]:
    """Return the words of a page, and where each of them stands in its ``text``."""
    plain = unicodedata.is_normalized("NFC", text)
    flat = glyphs.are_flat(text)
    before = -1
    words: list[Word] = []
    spans: list[tuple[int, int]] = []
    for token in _TOKEN.finditer(text):
        start, end = span = token.span()
        written = token[0]
        broken = written[-1] == BROKEN
        joined = start == before
        before = -1 if broken else end
        left, bottom, right, top = glyphs.box(start)
        if flat:
            bottom, top = glyphs.height_of_line(start, bottom, top)
        last = end - 1 - broken
        back = False
        if last > start:
            # A word is as high as the lower of two letters: some with two marks are higher.
            also_left, lower, right, upper = glyphs.box(last)
            left, back = min(left, also_left), also_left < left
            if not broken and (not plain or not written[-1].isalpha()):
                cuts = _cuts(glyphs, written, start, top - bottom)
                if len(cuts) > 2:
                    words += _parts(glyphs, text, cuts, place, joined, printed)
                    spans += pairwise(cuts)
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
        letters = _letters(glyphs, text, word, span, place) if back else {}
        if letters and any(one.left > other.left for one, other in pairwise(letters.values())):
            words += letters.values()
            spans += letters
        else:
            words.append(word)
            spans.append(span)
    return words, spans


def _spelled(token: str) -> str:
    """Return a token in composed letters, with a hyphen where a line end has broken it."""
    return unicodedata.normalize("NFC", token).replace(BROKEN, "-")


def _cuts(glyphs: Glyphs, token: str, start: int, height: float) -> list[int]:
    """Return where a token is to be cut: at a gap that PDFium leaves out, around a note's mark.

    It leaves out the space behind an accent that is a letter of its own.
    """
    cuts = [start]
    end = start + len(token)
    for found in _COMBINING.finditer(token):
        here, behind = glyphs.box(start + found.start()), glyphs.box(start + found.end())
        if behind[0] - here[2] > _SPACE * (behind[3] - behind[1]):
            cuts.append(start + found.end())
    mark = _NOTE_MARK.search(token)
    if mark and mark.start() and _is_small(glyphs, start + mark.start(), height):
        around = (start + mark.start(), start + mark.end())
        cuts += [cut for cut in around if cuts[-1] < cut < end]
    return [*cuts, end]


def _is_small(glyphs: Glyphs, index: int, height: float) -> bool:
    box = glyphs.box(index)
    return box[3] - box[1] < _SMALLER * height


def _parts(
    glyphs: Glyphs, text: str, cuts: Sequence[int], place: Place, joined: bool, printed: int
) -> Iterator[Word]:
    """Yield the parts of a token; one that no gap parts from the one before is joined to it."""
    far: float | None = None
    for start, end in pairwise(cuts):
        first, last = glyphs.box(start), glyphs.box(end - 1)
        box = place(first[0], first[1], last[2], first[3])
        written = unicodedata.normalize("NFC", text[start:end])
        near = joined if far is None else first[0] - far < _SPACE * (first[3] - first[1])
        yield Word(*box, written, near, False, 0 <= printed <= start)
        far = last[2]
