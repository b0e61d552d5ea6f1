"""The line of a document's own number, read once more where its letters came glued together.

Of a page as a whole tesseract sometimes reads "Số69KLTU" where "Số 69-KL/TU" is printed; of the
line alone, twice as large, it reads what is there. What is written by hand comes with gaps, and
is never read twice: a second guess is no better than the first.
"""

import re
from collections.abc import Sequence

from extract.readers.ocr.pixels import LARGER, Pixels, crop_around, moved, pixels_of
from extract.readers.ocr.printed_lines import runs_of_lines
from extract.readers.ocr.tesseract import LONGEST_SIDE, ONE_BLOCK, lines_in
from extract.readers.paper.words import Run, run_of

_HEAD = 0.5
_GLUED = re.compile(r"\W?_?[S§][oôốóồòổỏõỗ][^\s\d]{0,2}\d+\W?[A-ZĐ]\S*")
_WHOLE = re.compile(r"Số:?\s\d+(?:/\d{4})?[-/][A-ZĐ]\S*[-/][A-ZĐ]\S*")


def with_own_number(picture: Pixels, runs: Sequence[Run], height: float) -> list[Run]:
    """Return the runs of a first page of ``height``, its number in the words of a second look.

    The run stays as it was where that finds no whole number either. Raises what ``lines_in``
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
    crop = crop_around(picture, run.words)
    if max(crop.image.size) > LONGEST_SIDE:
        return None
    larger = pixels_of(crop.image, LARGER * picture.scale)
    for found in runs_of_lines(lines_in(larger, segmentation=ONE_BLOCK)):
        if whole := _WHOLE.match(found.text):
            words = found.words[: len(whole[0].split())]
            return run_of([moved(word, crop.left, crop.top) for word in words])
    return None
