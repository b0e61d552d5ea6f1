"""What only disturbs OCR on a page: specks smaller than any sign, and words that are known.

tesseract reads specks as points and accents ("Lai" as ".Lai", "sau" as "sâu"); they are taken
away where a page is full of them, and a clean page is shown as it is. A tilt stays: turning the
page costs more letters of symbols than a tilt of some degrees does (measured).
"""

from collections.abc import Sequence

from PIL import Image, ImageChops, ImageFilter

from extract.readers.ocr.pixels import Pixels, image_of, pixels_of
from extract.readers.paper.words import Word

_LIGHT = 200
_DARK = 150
_REACH = 2
"""A speck lies in a square of 3 by 3 pixels with light ones all around: 2 from its middle."""
_MANY = 1.0
"""Dark pixels of specks on each square centimetre of a dirty page; clean scans have a quarter."""
_POINTS = 72 / 2.54
_LEAST_SCALE = 150 / 72
"""Below so many pixels for a point the point of an i is as small as a speck."""


def without_specks(picture: Pixels) -> Pixels:
    """Return a page without specks, if it has many; the very picture, if not."""
    if picture.scale < _LEAST_SCALE:
        return picture
    image = image_of(picture)
    specks = _specks(image)
    square = picture.width * picture.height / (picture.scale * _POINTS) ** 2
    if specks.histogram()[255] < _MANY * square:
        return picture
    cleaned = image.copy()
    cleaned.paste(255, mask=specks.filter(ImageFilter.MaxFilter(2 * _REACH - 1)))
    return pixels_of(cleaned, picture.scale)


def without_fields(picture: Pixels, fields: Sequence[Word]) -> Pixels:
    """Return a page with paper where ``fields`` stand: what is known need not be read.

    The lines of a signature beside the head make tesseract lose the letters below them.
    """
    if not fields:
        return picture
    blank = image_of(picture).copy()
    scale = picture.scale
    for field in fields:
        left, right = _edges(field.left * scale, field.right * scale, picture.width)
        top, bottom = _edges(field.top * scale, field.bottom * scale, picture.height)
        blank.paste(255, (left, top, right, bottom))
    return pixels_of(blank, scale)


def _edges(first: float, last: float, most: int) -> tuple[int, int]:
    """Return two edges as pixels of the page, some paper around; what a file says may be no place.

    >>> _edges(10.2, 20.0, 100), _edges(float("nan"), float("inf"), 100), _edges(-9, -5, 100)
    ((8, 22), (0, 100), (0, 0))
    """
    start, end = max(0.0, first - _REACH), max(0.0, last + _REACH)
    start, end = (round(min(edge, float(most))) for edge in (start, end))
    return start, max(start, end)


def _specks(image: Image.Image) -> Image.Image:
    """Return white where a dark pixel has none but light ones two pixels away from it."""
    around = image
    first = True
    for across in range(-_REACH, _REACH + 1):
        for down in range(-_REACH, _REACH + 1):
            if max(abs(across), abs(down)) == _REACH:
                shifted = ImageChops.offset(image, across, down)
                around = shifted if first else ImageChops.darker(around, shifted)
                first = False
    alone = around.point([255 if value > _LIGHT else 0 for value in range(256)])
    dark = image.point([255 if value < _DARK else 0 for value in range(256)])
    return ImageChops.darker(alone, dark)
