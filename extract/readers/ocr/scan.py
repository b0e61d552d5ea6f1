"""Files that are pictures of pages (PNG, JPEG, TIFF and others), read by OCR."""

import io
import struct
import warnings
import zlib
from collections.abc import Iterator

from PIL import Image, ImageOps

from extract.readers.ocr.handwriting import unconfirmed
from extract.readers.ocr.pixels import Pixels
from extract.readers.ocr.scanned_page import scanned_sheet
from extract.readers.paper.page_order import page_of
from extract.readers.paper.writing import written
from extract.readers.protocol import (
    FileText,
    Limits,
    OcrUse,
    Reason,
    Remark,
    UnreadableFileError,
    Warned,
)

READER = "image 4"
_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "GIF")
_POINTS_ACROSS = 595.0
"""The shorter side of A4, for a picture that does not say how many dots an inch has."""
_FEWEST_DOTS = 50
_SCALES = (70 / 72, 1200 / 72)
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    EOFError,
    OverflowError,
    AttributeError,
    struct.error,
    zlib.error,
)
"""What a picture raises that is damaged."""


def read_image(data: bytes, name: str, limits: Limits) -> FileText:
    """Return the text of a picture, one page for each picture that the file holds.

    Raises MissingProgramError where OCR is not installed, UnreadableFileError where the file is
    damaged or too large, where nothing can be read on it, or where OCR is not wanted.
    """
    if limits.ocr is OcrUse.NEVER:
        raise UnreadableFileError(Reason.NOT_WANTED, pages="1")
    if len(data) > limits.file_bytes:
        raise UnreadableFileError(
            Reason.TOO_LARGE, bytes=str(len(data)), limit=str(limits.file_bytes)
        )
    sheets = [
        scanned_sheet(picture, first=index == 0)
        for index, picture in enumerate(_pictures(data, limits))
    ]
    told = written([page_of(sheet, set()) for sheet in sheets])
    if not told.text:
        raise UnreadableFileError(Reason.NO_TEXT, pictures=str(len(sheets)))
    return FileText(
        text=told.text,
        reader=READER,
        pages=told.pages,
        boxes=told.boxes,
        warnings=(Warned(Remark.SCANNED_PAGES, {"pages": str(len(sheets))}),),
        unconfirmed=tuple(unconfirmed(told.text, told.recognised)),
    )


def _pictures(data: bytes, limits: Limits) -> Iterator[Pixels]:
    """Yield the pictures of a file; their sizes are looked at before a pixel is unpacked."""
    with warnings.catch_warnings():
        # What is too large is told by the limits; what is odd in a file is no user's matter.
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=_FORMATS) as file:
                for index in range(_count(file, limits)):
                    file.seek(index)
                    yield _pixels(file, limits)
        except Image.DecompressionBombError as error:
            raise UnreadableFileError(Reason.TOO_LARGE, limit=str(limits.pixels)) from error
        except MemoryError as error:
            raise UnreadableFileError(Reason.TOO_LARGE) from error
        except _BROKEN as error:
            raise UnreadableFileError(Reason.DAMAGED) from error


def _count(file: Image.Image, limits: Limits) -> int:
    """Return how many pages a picture has, counted no farther than allowed."""
    count = 1
    if file.format == "TIFF":
        try:
            while count <= limits.pages:
                file.seek(count)
                count += 1
        except EOFError:
            pass
    if count > limits.pages:
        raise UnreadableFileError(Reason.TOO_MANY_PAGES, pages=str(count), limit=str(limits.pages))
    return count


def _pixels(file: Image.Image, limits: Limits) -> Pixels:
    if file.width * file.height > limits.pixels:
        raise UnreadableFileError(
            Reason.TOO_LARGE, pixels=str(file.width * file.height), limit=str(limits.pixels)
        )
    dots = file.info.get("dpi", (0, 0))[0]
    page = ImageOps.exif_transpose(file)
    if page.mode in {"RGBA", "LA", "PA", "P"}:
        page = page.convert("RGBA")
        page = Image.alpha_composite(Image.new("RGBA", page.size, "white"), page).convert("RGB")
    # Only the red part of each colour: a red stamp over the text is nearly gone.
    page = page.getchannel("R") if page.mode == "RGB" else page.convert("L")
    least, most = _SCALES
    scale = float(dots) / 72 if dots >= _FEWEST_DOTS else min(page.size) / _POINTS_ACROSS
    return Pixels(page.width, page.height, page.tobytes(), min(max(scale, least), most))
