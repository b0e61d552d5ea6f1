"""Words that tesseract is not sure of, read once more with their line, twice as large.

What the second look is clearly surer of is taken; digits never are: a second guess at a number
is no better than the first. All lines of a page are shown at once, for starting tesseract costs
more than reading them.
"""

import re
from collections.abc import Mapping, Sequence

from PIL import Image

from extract.readers.ocr.pixels import LARGER, Crop, Pixels, crop_around, moved, pixels_of
from extract.readers.ocr.tesseract import LONGEST_SIDE, ONE_BLOCK, lines_in
from extract.readers.paper.words import Word

_UNSURE = 0.7
_SURER = 0.1
_MOST = 40
"""So many lines of a page at most: where more are unsure, it is not print."""
_HIGHEST = 40.0
"""A line that is higher, in points, is none of text."""
_BETWEEN = 30
"""Pixels of paper between two lines."""
_MOST_PIXELS = 100_000_000
"""No more is looked at a second time: 25 lines of a page of 600 dots an inch."""
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")


def with_second_look(picture: Pixels, lines: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """Return the lines of a page with what a second look is surer of.

    Raises what ``lines_in`` raises.
    """
    unsure = [number for number, line in enumerate(lines) if _is_worth_it(line)][:_MOST]
    found = _read_again(picture, {number: lines[number] for number in unsure}) if unsure else {}
    return [
        [_surer(word, line, found[number]) for word in line] if number in found else [*line]
        for number, line in enumerate(lines)
    ]


def _is_worth_it(line: Sequence[Word]) -> bool:
    height = max(word.bottom for word in line) - min(word.top for word in line)
    return height <= _HIGHEST and any(map(_is_unsure, line))


def _is_unsure(word: Word) -> bool:
    return word.confidence < _UNSURE and _LETTER.search(word.text) is not None


def _read_again(picture: Pixels, lines: Mapping[int, Sequence[Word]]) -> dict[int, list[Word]]:
    """Return for each line, by its number, the words of the second look, placed as on the page."""
    crops = _crops(picture, lines)
    if not crops:
        return {}
    width = max(crop.image.width for crop in crops.values()) + 2 * _BETWEEN
    height = sum(crop.image.height + _BETWEEN for crop in crops.values()) + _BETWEEN
    sheet = Image.new("L", (width, height), 255)
    places: dict[int, tuple[float, float]] = {}
    scale = LARGER * picture.scale
    down = _BETWEEN
    for number, crop in crops.items():
        sheet.paste(crop.image, (_BETWEEN, down))
        places[number] = (down / scale, (down + crop.image.height) / scale)
        down += crop.image.height + _BETWEEN
    found: dict[int, list[Word]] = {number: [] for number in crops}
    for line in lines_in(pixels_of(sheet, scale), segmentation=ONE_BLOCK):
        for word in line:
            for number, (top, bottom) in places.items():
                if top <= (word.top + word.bottom) / 2 <= bottom:
                    crop = crops[number]
                    found[number].append(moved(word, crop.left - _BETWEEN / scale, crop.top - top))
    return found


def _crops(picture: Pixels, lines: Mapping[int, Sequence[Word]]) -> dict[int, Crop]:
    """Return what is seen of lines, by number, as many as tesseract takes one below the other."""
    crops: dict[int, Crop] = {}
    left = min(LONGEST_SIDE, _MOST_PIXELS // (LARGER * picture.width)) - _BETWEEN
    for number, line in lines.items():
        crop = crop_around(picture, line)
        left -= crop.image.height + _BETWEEN
        if left < 0:
            break
        if crop.image.width <= LONGEST_SIDE - 2 * _BETWEEN:
            crops[number] = crop
    return crops


def _surer(word: Word, line: Sequence[Word], again: Sequence[Word]) -> Word:
    """Return ``word`` as the second look read it, where that is one word and surer of it."""
    if not _is_unsure(word):
        return word
    others = [other for other in again if _same_place(word, other)]
    if len(others) != 1 or sum(_same_place(each, others[0]) for each in line) != 1:
        return word
    other = others[0]
    if other.confidence < word.confidence + _SURER or not _LETTER.search(other.text):
        return word
    digits = _DIGIT.findall(word.text)
    if digits != _DIGIT.findall(other.text):
        return word
    # How sure a number is, is told by the first look: handwriting is known by that.
    sure = word.confidence if digits else other.confidence
    return word._replace(text=other.text, confidence=sure)


def _same_place(one: Word, other: Word) -> bool:
    shared = min(one.right, other.right) - max(one.left, other.left)
    return shared > 0.5 * min(one.right - one.left, other.right - other.left)
