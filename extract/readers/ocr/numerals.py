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
_MARKS = bytes(1 if value < _DARK else 0 for value in range(256))
_CUT = re.compile(b"\x01+")
_NARROW = 0.62
_HIGH = 0.75
_MOST_PIXELS = 40_000
_MOST_BESIDE = 30
"""What cuts a row of pixels more often is no numeral."""
_MOST_OF_PAGE = 100_000
"""So many rows of pixels, and cuts of them, are looked at on a page: some 200 long numerals."""

_Rows = list[list[tuple[int, int]]]
"""For each row of pixels where print begins and ends that cuts it."""


def with_whole_numerals(picture: Pixels, lines: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """Return the lines of a page, its Roman numerals with as many strokes as are printed.

    What stands behind more numerals than a page of print has stays as it was read.
    """
    whole = [[*line] for line in lines]
    left = _MOST_OF_PAGE
    for line in whole:
        for index, word in enumerate(line):
            numeral = _NUMERAL.fullmatch(word.text)
            if numeral is not None and left > 0:
                rows = _rows(picture, word)
                left -= sum(len(row) + 1 for row in rows)
                line[index] = _counted(word, numeral, rows)
    return whole


def _counted(word: Word, numeral: re.Match[str], rows: _Rows) -> Word:
    signs = numeral["before"] + "".join(sign for sign in numeral["behind"] if sign == ")")
    widths = list(_widths(rows))
    before, end = len(numeral["before"]), len(widths) - (len(signs) - len(numeral["before"]))
    wide = iter(letter for letter in numeral["letters"] if letter in "VX")
    said = "".join("I" if narrow else next(wide, "?") for narrow in widths[before:end])
    if not said or next(wide, "") or not _PART.fullmatch(said):
        return word
    return word._replace(text=numeral["before"] + said + numeral["behind"])


def _rows(picture: Pixels, word: Word) -> _Rows:
    """Return the rows of pixels that a word stands in, none where it can be no numeral."""
    scale = picture.scale
    box = (
        max(0, round(word.left * scale) - 1),
        max(0, round(word.top * scale) - 1),
        min(picture.width, round(word.right * scale) + 1),
        min(picture.height, round(word.bottom * scale) + 1),
    )
    width, height = box[2] - box[0], box[3] - box[1]
    if width < 1 or height < 1 or width * height > _MOST_PIXELS:
        return []
    marked = image_of(picture).crop(box).tobytes().translate(_MARKS)
    rows: _Rows = []
    for start in range(0, len(marked), width):
        cuts = _CUT.finditer(marked, start, start + width)
        rows.append([(cut.start() - start, cut.end() - start) for cut in cuts])
        if len(rows[-1]) > _MOST_BESIDE:
            return []
    return rows


def _widths(rows: _Rows) -> Iterator[bool]:
    """Yield for each piece of print as high as a capital, from the left, whether it is narrow."""
    pieces = sorted(_pieces(rows))
    highest = max((bottom - top for _, _, top, bottom in pieces), default=0)
    for left, right, top, bottom in pieces:
        if bottom - top >= _HIGH * highest:
            yield right - left < _NARROW * (bottom - top)


def _pieces(rows: _Rows) -> Iterator[tuple[int, int, int, int]]:
    """Yield left, right, top and bottom of what hangs together, be it by corners."""
    left = [*rows]
    for number in range(len(left)):
        while left[number]:
            (first, *left[number]) = left[number]
            piece = [(number, first)]
            for at, (start, end) in piece:
                for beside in (at - 1, at + 1):
                    near = left[beside] if 0 <= beside < len(left) else []
                    touching = [cut for cut in near if cut[0] <= end and start <= cut[1]]
                    if touching:
                        left[beside] = [cut for cut in near if cut not in touching]
                        piece += [(beside, cut) for cut in touching]
            down = [at for at, _ in piece]
            yield (
                min(start for _, (start, _) in piece),
                max(end for _, (_, end) in piece),
                min(down),
                max(down) + 1,
            )
