"""What is drawn on a PDF page beside its words: the rules of tables, and pictures."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from extract.readers.paper.ruled_tables import Stroke
from extract.readers.paper.text_layer import Place, place_of

_THIN = 3.0
"""A figure that is not thicker is a line, in points."""
_SHORTEST = 4.0
_MOST_FIGURES = 20_000
_MOST_SEGMENTS = 200


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: how much of the page it covers, 0 to 1, its pixels, and those for each point."""

    share: float
    pixels: int
    scale: float


def drawing_of(page: pypdfium2.PdfPage) -> tuple[list[Stroke], list[Picture]]:
    """Return the straight lines and the pictures of a page, as the page is seen."""
    strokes: list[Stroke] = []
    pictures: list[Picture] = []
    place = place_of(page)
    raw = page.raw
    width, height = page.get_size()
    box = (ctypes.c_float(), ctypes.c_float(), ctypes.c_float(), ctypes.c_float())
    pointers = tuple(ctypes.byref(value) for value in box)
    kind_of, figure_at = pdfium.FPDFPageObj_GetType, pdfium.FPDFPage_GetObject
    for index in range(min(pdfium.FPDFPage_CountObjects(raw), _MOST_FIGURES)):
        figure = figure_at(raw, index)
        kind = kind_of(figure)
        if kind not in {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE}:
            continue
        if not pdfium.FPDFPageObj_GetBounds(figure, *pointers):
            continue
        left, top, right, bottom = place(*(value.value for value in box))
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            strokes += _strokes(figure, place, (left, top, right, bottom))
            continue
        across = max(0.0, min(right, width) - max(left, 0.0))
        seen = across * max(0.0, min(bottom, height) - max(top, 0.0))
        pixels = ctypes.c_uint(), ctypes.c_uint()
        pdfium.FPDFImageObj_GetImagePixelSize(
            figure, ctypes.byref(pixels[0]), ctypes.byref(pixels[1])
        )
        # A picture may lie on its side.
        scale = max(pixels[0].value, pixels[1].value) / max(right - left, bottom - top, 1.0)
        share = seen / max(width * height, 1.0)
        pictures.append(Picture(share, pixels[0].value * pixels[1].value, scale))
    return strokes, pictures


def _strokes(
    figure: pdfium.FPDF_PAGEOBJECT, place: Place, box: tuple[float, float, float, float]
) -> Iterator[Stroke]:
    left, top, right, bottom = box
    if bottom - top <= _THIN:
        if right - left >= _SHORTEST:
            yield Stroke(True, (top + bottom) / 2, left, right)
        return
    if right - left <= _THIN:
        if bottom - top >= _SHORTEST:
            yield Stroke(False, (left + right) / 2, top, bottom)
        return
    fill, stroked = ctypes.c_int(), pdfium.FPDF_BOOL()
    pdfium.FPDFPath_GetDrawMode(figure, ctypes.byref(fill), ctypes.byref(stroked))
    if stroked.value:
        corners = list(_corners(figure, place))
        for (x, y, _), (to_x, to_y, drawn) in pairwise(corners):
            if drawn and abs(y - to_y) <= 1 and abs(x - to_x) >= _SHORTEST:
                yield Stroke(True, (y + to_y) / 2, min(x, to_x), max(x, to_x))
            elif drawn and abs(x - to_x) <= 1 and abs(y - to_y) >= _SHORTEST:
                yield Stroke(False, (x + to_x) / 2, min(y, to_y), max(y, to_y))


def _corners(figure: pdfium.FPDF_PAGEOBJECT, place: Place) -> Iterator[tuple[float, float, bool]]:
    """Yield the corners of a figure, and whether a line is drawn to each from the one before."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(figure, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    first: tuple[float, float] | None = None
    for index in range(min(pdfium.FPDFPath_CountSegments(figure), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(figure, index)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        at_x = matrix.a * x.value + matrix.c * y.value + matrix.e
        at_y = matrix.b * x.value + matrix.d * y.value + matrix.f
        left, top, _, _ = place(at_x, at_y, at_x, at_y)
        moved = pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO
        if moved or first is None:
            first = (left, top)
        yield left, top, not moved
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield *first, True
