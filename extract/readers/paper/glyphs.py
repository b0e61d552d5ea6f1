"""Where the letters of a PDF page stand: what PDFium tells of each, asked as seldom as may be."""

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium

_LOOKED_AT = 40
_LEAST_DESCENT = -0.12
"""Letters reach farther down than this, as a share of the size of the font."""
_ABOVE_LINE, _BELOW_LINE = 0.7, 0.2
"""How far letters reach above and below their line, as a share of the size of the font."""


class Glyphs:
    """The letters of a page by their index in its text; places are those of PDF."""

    def __init__(self, text_page: pypdfium2.PdfTextPage) -> None:
        """Take a page that stays open as long as its letters are asked for."""
        self._raw = text_page.raw
        rectangle = pdfium.FS_RECTF()
        self._pointer = ctypes.byref(rectangle)
        # To read the fields of a structure one by one takes as long as PDFium needs to fill it.
        self._sides = memoryview(rectangle).cast("B").cast("f")
        self._loose = pdfium.FPDFText_GetLooseCharBox
        self._object_of = pdfium.FPDFText_GetTextObject
        self._object = 0
        self._level: tuple[float, float] | None = None

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top of the box of a letter."""
        self._loose(self._raw, index, self._pointer)
        left, top, right, bottom = self._sides
        return left, bottom, right, top

    def height_of_line(self, index: int, bottom: float, top: float) -> tuple[float, float]:
        """Return lower and upper edge of the line of a letter, by the size of its font.

        Those given, of its box, where the letter does not stand on a level line there.
        """
        drawn = self._object_of(self._raw, index)
        known = ctypes.addressof(drawn.contents) if drawn else 0
        # Letters that are drawn at once on a level line stand at one height.
        if not known or known != self._object or self._level is None:
            self._object, self._level = known, None
            matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
            pdfium.FPDFText_GetMatrix(self._raw, index, ctypes.byref(matrix))
            pdfium.FPDFText_GetCharOrigin(self._raw, index, ctypes.byref(x), ctypes.byref(y))
            size = pdfium.FPDFText_GetFontSize(self._raw, index) * abs(matrix.d)
            if abs(matrix.c) > abs(matrix.d):
                return bottom, top
            line = y.value
            if not matrix.b and not matrix.c:
                self._level = line, size
        else:
            line, size = self._level
        if not bottom - size < line < top + size:
            return bottom, top
        return line - _BELOW_LINE * size, line + _ABOVE_LINE * size

    def are_flat(self, text: str) -> bool:
        """Tell whether the fonts of a page do not say how far letters reach below the line.

        A letter's box is its own ink then, as in files of some versions of LibreOffice.
        """
        descent = ctypes.c_float()
        for at in range(0, len(text), max(1, len(text) // _LOOKED_AT)):
            drawn = self._object_of(self._raw, at) if not text[at].isspace() else None
            font = pdfium.FPDFTextObj_GetFont(drawn) if drawn else None
            told = font and pdfium.FPDFFont_GetDescent(font, 1.0, ctypes.byref(descent))
            if told and descent.value > _LEAST_DESCENT:
                return True
        return False
