"""Lines of hyphens that a typist drew, which tesseract takes for drawing and leaves out.

They are found as what they are: five or more equal dashes at equal distances, nothing above or
below them.
"""

import re
from collections.abc import Iterator, Sequence

from extract.readers.ocr.pixels import Pixels
from extract.readers.paper.words import Run, Word, run_of

_DARK = 128
_MARKS = bytes(1 if value < _DARK else 0 for value in range(256))
_FEWEST = 5
_LEAST, _MOST = 1.5, 6.0
"""How long a dash is, in points; the gap behind it is no longer."""
_LEEWAY = 2
"""By so many pixels dashes and gaps of one line may differ."""
_FLAT = 1.5
_MOST_ROWS = 1000
"""A page with more rows of pixels that look so is a pattern."""
_HIGH = 3.0
"""A dash is lower than this, in points; so far above and below it is paper."""
_SAYS = re.compile(r"[^\W_]")
_LETTERS = 9.0
"""How high the letters are that hyphens belong to, in points; a hyphen stands in the middle."""


def dashed_lines(picture: Pixels) -> list[Run]:
    """Return a run for each line of hyphens on a page, with as many of them as are printed."""
    marked = picture.pixels.translate(_MARKS)
    least, most = round(_LEAST * picture.scale), round(_MOST * picture.scale)
    dash = b"\x01{%d,%d}" % (max(2, least), max(3, most))
    # Only from the left end of a dash: a black page would be looked at from every pixel.
    line = re.compile(b"(?<!\x01)(?:%s\x00{1,%d}){%d,}%s" % (dash, max(2, most), _FEWEST - 1, dash))
    far = max(2, round(_HIGH * picture.scale))
    found: list[Run] = []
    for row in range(far, picture.height - far):
        start = row * picture.width
        for piece in line.finditer(marked, start, start + picture.width):
            edges = piece.start() - start, piece.end() - start
            if (
                _is_even(piece[0])
                and _is_flat(marked, picture.width, piece.start(), piece[0])
                and _is_alone(marked, picture.width, row, edges, far)
            ):
                found.append(_run(picture.scale, row, edges, piece[0]))
    return list(_longest(found)) if len(found) <= _MOST_ROWS else []


def _longest(found: Sequence[Run]) -> Iterator[Run]:
    """Yield of the rows of pixels that cut the same dashes the one that cuts most of them."""
    for run in found:
        rivals = [other for other in found if _overlap(run, other)]
        if max(rivals, key=lambda other: len(other.text)) is run:
            yield run


def _overlap(one: Run, other: Run) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


def without_what_stands_there(runs: Sequence[Run], lines: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs that are not signs that OCR made of lines of hyphens."""
    for run in runs:
        if _SAYS.search(run.text) or not any(_overlap(run, line) for line in lines):
            yield run


def _is_even(piece: bytes) -> bool:
    dashes = [len(each) for each in piece.split(b"\x00") if each]
    gaps = [len(each) for each in piece.split(b"\x01") if each]
    # What ends at a border of the page or in a speck is shorter.
    return max(dashes) - min(dashes) <= _LEEWAY and max(gaps) - min(gaps) <= _LEEWAY


def _is_flat(marked: bytes, width: int, at: int, piece: bytes) -> bool:
    """Tell whether the dash that begins at pixel ``at`` is longer than high, as no point is."""
    length = piece.index(b"\x00")
    middle = at + length // 2
    far = length * width
    column = marked[max(middle % width, middle - far) : middle + far : width]
    here = min(middle // width, length)
    above = column[:here].rpartition(b"\x00")[2]
    below = column[here:].partition(b"\x00")[0]
    return _FLAT * (len(above) + len(below)) <= length


def _is_alone(marked: bytes, width: int, row: int, across: tuple[int, int], far: int) -> bool:
    left, right = across
    return not any(
        any(marked[other * width + left : other * width + right])
        for other in (row - far, row + far)
    )


def _run(scale: float, row: int, across: tuple[int, int], piece: bytes) -> Run:
    number = sum(1 for each in piece.split(b"\x00") if each)
    left, right = (edge / scale for edge in across)
    middle = row / scale
    top, bottom = middle - _LETTERS / 2, middle + _LETTERS / 2
    return run_of([Word(left, top, right, bottom, "-" * number)])
