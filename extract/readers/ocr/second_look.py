"""The line of a document's own number, read once more where its letters came glued together.

Of a page as a whole tesseract sometimes reads "Số69KLTU" where "Số 69-KL/TU" is printed; of the
line alone, twice as large, it reads what is there. What is written by hand comes with gaps, and
is never read twice: a second guess is no better than the first.
"""

import re
from collections.abc import Sequence

from PIL import Image

from extract.readers.ocr.tesseract import Pixels, recognised
from extract.readers.paper.words import Run, run_of

_HEAD = 0.5
_GLUED = re.compile(r"\W?_?[S§][oôốóồòổỏõỗ][^\s\d]{0,2}\d+\W?[A-ZĐ]\S*")
_WHOLE = re.compile(r"Số:?\s\d+(?:/\d{4})?[-/][A-ZĐ]\S*[-/][A-ZĐ]\S*")
_MARGIN = 4.0
"""How much paper around a line is looked at, in points."""
_LARGER = 2
_ONE_BLOCK = 6
"""tesseract's way of taking a picture for one block of text."""


def with_own_number(picture: Pixels, runs: Sequence[Run], height: float) -> list[Run]:
    """Return the runs of a first page of ``height``, its number in the words of a second look.

    The run stays as it was where that finds no whole number either. Raises what ``recognised``
    raises.
    """
    result = list(runs)
    for index, run in enumerate(result):
        if run.middle < _HEAD * height and _GLUED.fullmatch(run.text):
            again = _again(picture, run)
            result[index] = again or run
            break
    return result


def _again(picture: Pixels, run: Run) -> Run | None:
    scale = picture.scale
    left, top = (max(0, int((edge - _MARGIN) * scale)) for edge in (run.left, run.top))
    right = min(picture.width, int((run.right + _MARGIN) * scale))
    bottom = min(picture.height, int((run.bottom + _MARGIN) * scale))
    page = Image.frombuffer("L", (picture.width, picture.height), picture.pixels)
    size = (_LARGER * (right - left), _LARGER * (bottom - top))
    line = page.crop((left, top, right, bottom)).resize(size, Image.Resampling.BICUBIC)
    larger = Pixels(*size, line.tobytes(), _LARGER * scale)
    for found in recognised(larger, segmentation=_ONE_BLOCK):
        if whole := _WHOLE.match(found.text):
            words = found.words[: len(whole[0].split())]
            across, down = left / scale, top / scale
            return run_of(
                [
                    word._replace(
                        left=word.left + across,
                        top=word.top + down,
                        right=word.right + across,
                        bottom=word.bottom + down,
                    )
                    for word in words
                ]
            )
    return None
