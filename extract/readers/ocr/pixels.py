"""A page as grey pixels, and parts of it as OCR is shown them a second time."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from extract.readers.paper.words import Word

_MARGIN = 4.0
"""How much paper around a line is looked at, in points."""
LARGER = 2
"""A line that is looked at again is shown so many times larger."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """A page as grey pixels, one byte each, row by row; ``scale``: its pixels for each point."""

    width: int
    height: int
    pixels: bytes
    scale: float


@dataclass(frozen=True, slots=True)
class Crop:
    """A part of a page, enlarged; ``left`` and ``top``: where it stood on the page, in points."""

    image: Image.Image
    left: float
    top: float


def image_of(picture: Pixels) -> Image.Image:
    """Return a page as an image of Pillow; it shares the pixels of ``picture``."""
    size = (picture.width, picture.height)
    return Image.frombuffer("L", size, picture.pixels, "raw", "L", 0, 1)


def pixels_of(image: Image.Image, scale: float) -> Pixels:
    """Return a grey image of Pillow as the pixels of a page."""
    return Pixels(image.width, image.height, image.tobytes(), scale)


def crop_around(picture: Pixels, words: Sequence[Word]) -> Crop:
    """Return the part of a page that ``words`` stand in, with some paper around it, enlarged."""
    scale = picture.scale
    left = max(0, int((min(word.left for word in words) - _MARGIN) * scale))
    top = max(0, int((min(word.top for word in words) - _MARGIN) * scale))
    right = min(picture.width, int((max(word.right for word in words) + _MARGIN) * scale))
    bottom = min(picture.height, int((max(word.bottom for word in words) + _MARGIN) * scale))
    size = (LARGER * max(1, right - left), LARGER * max(1, bottom - top))
    part = image_of(picture).crop((left, top, max(right, left + 1), max(bottom, top + 1)))
    return Crop(part.resize(size, Image.Resampling.BICUBIC), left / scale, top / scale)


def moved(word: Word, across: float, down: float) -> Word:
    """Return a word that stands so many points farther right and down."""
    return word._replace(
        left=word.left + across,
        top=word.top + down,
        right=word.right + across,
        bottom=word.bottom + down,
    )
