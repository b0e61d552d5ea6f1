"""Roman numerals, whose strokes are counted on the page: tesseract reads "III" as "II".

Its model of the language gives one letter for several that are the same. The picture knows: an I
is a narrow stroke as high as a capital, V and X are wide.
"""

import re
from collections.abc import Iterator, Sequence

from extract.readers.ocr.pixels import Pixels, image_of
from extract.readers.paper.words import Word

_NUMERAL = re.compile(r"(?P<before>\(?)(?P<letters>[IVXHLl|]{1,5})(?P<behind>[-.,:;)]{0,2})")
_PART = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
"""Numbers of parts and of congresses: up to 39."""
_DARK = 140
_NARROW = 0.62
_HIGH = 0.75
_MOST_PIXELS = 40_000


def with_whole_numerals(picture: Pixels, lines: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """Return the lines of a page, its Roman numerals with as many strokes as are printed."""
    return [[_counted(picture, word) for word in line] for line in lines]


def _counted(picture: Pixels, word: Word) -> Word:
    numeral = _NUMERAL.fullmatch(word.text)
    if numeral is None:
        return word
    signs = numeral["before"] + "".join(sign for sign in numeral["behind"] if sign == ")")
    widths = list(_widths(picture, word))
    before, end = len(numeral["before"]), len(widths) - (len(signs) - len(numeral["before"]))
    wide = iter(letter for letter in numeral["letters"] if letter in "VX")
    said = "".join("I" if narrow else next(wide, "?") for narrow in widths[before:end])
    if not said or next(wide, "") or not _PART.fullmatch(said):
        return word
    return word._replace(text=numeral["before"] + said + numeral["behind"])


def _widths(picture: Pixels, word: Word) -> Iterator[bool]:
    """Yield for each piece of print as high as a capital, from the left, whether it is narrow."""
    scale = picture.scale
    box = (
        max(0, round(word.left * scale) - 1),
        max(0, round(word.top * scale) - 1),
        min(picture.width, round(word.right * scale) + 1),
        min(picture.height, round(word.bottom * scale) + 1),
    )
    width, height = box[2] - box[0], box[3] - box[1]
    if width < 1 or height < 1 or width * height > _MOST_PIXELS:
        return
    part = image_of(picture).crop(box).tobytes()
    dark = {at for at, value in enumerate(part) if value < _DARK}
    pieces = sorted(_pieces(dark, width))
    highest = max((bottom - top for _, _, top, bottom in pieces), default=0)
    for left, right, top, bottom in pieces:
        if bottom - top >= _HIGH * highest:
            yield right - left < _NARROW * (bottom - top)


def _pieces(dark: set[int], width: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield left, right, top and bottom of what hangs together among ``dark`` pixels."""
    while dark:
        waiting = [dark.pop()]
        piece = []
        while waiting:
            at = waiting.pop()
            piece.append(at)
            for step in (-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1):
                if at + step in dark:
                    dark.remove(at + step)
                    waiting.append(at + step)
        across = [at % width for at in piece]
        down = [at // width for at in piece]
        yield min(across), max(across) + 1, min(down), max(down) + 1
