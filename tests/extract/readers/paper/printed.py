"""PDF files for tests, printed line by line with a font that has Vietnamese letters."""

import io
import os
import struct
import unicodedata
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal, NoReturn

import pypdfium2
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
Form = Literal["NFC", "NFD"]
SIZE = 11.0
WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT = 85.0, 540.0
LEADING = 16.0


def missing(what: str) -> NoReturn:
    """Skip a test for want of something, or fail where everything has to be there."""
    if os.environ.get("LUOCDO_SHARED_REQUIRED"):
        pytest.fail(what)
    pytest.skip(what)


def empty_pages(pages: int, password: str = "") -> bytes:
    """Return a file of pages without a word, locked where there is a password."""
    file = io.BytesIO()
    if not password:
        pdf = pypdfium2.PdfDocument.new()
        for _ in range(pages):
            pdf.new_page(WIDTH, HEIGHT)
        pdf.save(file)
        pdf.close()
        return file.getvalue()
    lock = StandardEncryption(password, ownerPassword="owner", strength=128)
    canvas = Canvas(file, encrypt=lock)
    for _ in range(pages):
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def wide_picture(side: int) -> bytes:
    """Return a PNG of as many black pixels a side: few bytes, whatever it is unpacked to."""
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((1 + (side + 7) // 8) * side), 1)
    chunks = ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


class Printer:
    """Prints lines on pages from top to bottom; ``form`` is the Unicode form of the letters."""

    def __init__(self, form: Form = "NFC") -> None:
        if not FONT.is_file():
            missing(f"no font with Vietnamese letters at {FONT}")
        if "Viet" not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont("Viet", FONT))
        self._file = io.BytesIO()
        self.canvas = Canvas(self._file, pagesize=(WIDTH, HEIGHT))
        self.form = form
        self.top = 60.0

    def put(self, text: str, left: float, *, top: float | None = None, size: float = SIZE) -> float:
        """Print words at a place; return where they end."""
        written = unicodedata.normalize(self.form, text)
        self.canvas.setFont("Viet", size)
        self.canvas.drawString(left, HEIGHT - (self.top if top is None else top), written)
        return left + float(pdfmetrics.stringWidth(written, "Viet", size))

    def centred(self, text: str, middle: float = (LEFT + RIGHT) / 2, size: float = SIZE) -> None:
        """Print words around a place, without going to the next line."""
        wide = pdfmetrics.stringWidth(unicodedata.normalize(self.form, text), "Viet", size)
        self.put(text, middle - wide / 2, size=size)

    def down(self, lines: float = 1.0) -> None:
        """Go down by so many lines."""
        self.top += lines * LEADING

    def paragraph(self, text: str, *, indent: float = 35.0, size: float = SIZE) -> None:
        """Print a paragraph between the margins, both edges even; "^1" is the mark of a note."""
        lines = list(self._wrapped(text.split(" "), indent, size))
        for number, words in enumerate(lines):
            left = LEFT + (indent if number == 0 else 0.0)
            wide = [self._width(word, size) for word in words]
            last = number == len(lines) - 1
            gap = self._width(" ", size)
            if not last and len(words) > 1:
                gap = (RIGHT - left - sum(wide)) / (len(words) - 1)
            for word, width in zip(words, wide, strict=True):
                self._word(word, left, size)
                left += width + gap
            self.down()
        self.down(0.5)

    def _wrapped(self, words: Sequence[str], indent: float, size: float) -> Iterator[list[str]]:
        line: list[str] = []
        room = RIGHT - LEFT - indent
        for word in words:
            if line and self._width(" ".join([*line, word]), size) > room:
                yield line
                line, room = [], RIGHT - LEFT
            line.append(word)
        yield line

    def _width(self, word: str, size: float) -> float:
        plain, _, mark = unicodedata.normalize(self.form, word).partition("^")
        behind = mark.lstrip("0123456789")
        return float(
            pdfmetrics.stringWidth(plain + behind, "Viet", size)
            + pdfmetrics.stringWidth(mark.removesuffix(behind), "Viet", size * 0.6)
        )

    def _word(self, word: str, left: float, size: float) -> None:
        plain, _, mark = word.partition("^")
        behind = mark.lstrip("0123456789")
        end = self.put(plain, left, size=size)
        if mark:
            digits = mark.removesuffix(behind)
            end = self.put(digits, end, top=self.top - size * 0.35, size=size * 0.6)
            self.put(behind, end, size=size)

    def table(self, rows: Sequence[Sequence[str]], columns: Sequence[float]) -> None:
        """Print rows of cells with lines around each; a cell of several lines has "/" in it."""
        first = self.top
        tops = [first]
        for row in rows:
            lines = [cell.split("/ ") for cell in row]
            for column, cell in enumerate(lines):
                for number, line in enumerate(cell):
                    self.put(line, columns[column] + 4, top=self.top + 13 + number * LEADING)
            self.down(max(map(len, lines)) + 0.25)
            tops.append(self.top)
        for top in tops:
            self.canvas.line(columns[0], HEIGHT - top, columns[-1], HEIGHT - top)
        for edge in columns:
            self.canvas.line(edge, HEIGHT - first, edge, HEIGHT - self.top)
        self.down(1.5)

    def page(self) -> None:
        """Begin another page."""
        self.canvas.showPage()
        self.top = 60.0

    def done(self) -> bytes:
        """Return the file."""
        self.canvas.save()
        return self._file.getvalue()


def printed(print_all: Callable[[Printer], None], form: Form = "NFC") -> bytes:
    """Return the PDF that a function prints."""
    printer = Printer(form)
    print_all(printer)
    return printer.done()


def head(printer: Printer, number: str = "118", day: str = "14") -> None:
    """Print the two columns of a head, which do not stand on the same lines."""
    left, right = 165.0, 400.0
    printer.centred("ỦY BAN NHÂN DÂN", left)
    printer.centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", right)
    printer.down(0.9)
    printer.centred("TỈNH QUẢNG NINH", left)
    printer.down(0.2)
    printer.centred("Độc lập - Tự do - Hạnh phúc", right)
    printer.down(1.6)
    printer.centred(f"Số: {number}/KH-UBND", left)
    printer.centred(f"Quảng Ninh, ngày {day} tháng 3 năm 2024", right)
    printer.down(2.5)


HEAD = """\
ỦY BAN NHÂN DÂN
TỈNH QUẢNG NINH

Số: 118/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Quảng Ninh, ngày 14 tháng 3 năm 2024
"""


def with_fields(printer: Printer) -> None:
    """Print a page whose number and day stand in fields, as in signed documents."""
    head(printer, number="         ", day="      ")
    form = printer.canvas.acroForm
    for value, left, wide in (("118", LEFT + 42, 34), ("14", 402, 16)):
        form.textfield(
            value=value, x=left, y=HEIGHT - 107, width=wide, height=14, fontSize=10, borderWidth=0
        )
    form.textfield(value="Email: vanthu@tinh.vn", x=LEFT, y=800, width=200, height=14, fontSize=8)
