"""The rules of tables in a picture of a page: dark pixels in a row that no letter has."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from extract.readers.ocr.pixels import Pixels
from extract.readers.paper.ruled_tables import Stroke

_SHORTEST = 22.0
"""A run of dark pixels that is longer is a rule, in points: letters are not so wide or high."""
_DARK = 128
_MARKS = bytes(1 if value < _DARK else 0 for value in range(256))
_MOST = 60_000
_NEAR = 1.5
_REACH = 5.0
"""A rule is taken to reach so much farther: of a tilted page its ends are not where they seem."""


def strokes_of(picture: Pixels) -> list[Stroke]:
    """Return the rules of a picture; one that is a little tilted is level at its mean height."""
    marked = picture.pixels.translate(_MARKS)
    width, height, scale = picture.width, picture.height, picture.scale
    run = re.compile(b"\x01{%d,}" % max(3, round(_SHORTEST * scale)))
    across = (marked[row * width : (row + 1) * width] for row in range(height))
    down = (marked[column::width] for column in range(width))
    strokes: list[Stroke] = []
    for level, lines in ((True, across), (False, down)):
        pieces = list(islice(_runs(lines, run), _MOST + 1))
        if len(pieces) > _MOST:
            return []
        for chain in _chains(pieces, round(_NEAR * scale)):
            at = sum(number for number, _, _ in chain) / len(chain)
            start = min(start for _, start, _ in chain) / scale - _REACH
            end = max(end for _, _, end in chain) / scale + _REACH
            strokes.append(Stroke(level, at / scale, start, end))
    return strokes


def _chains(
    pieces: Sequence[tuple[int, int, int]], near: int
) -> Iterator[list[tuple[int, int, int]]]:
    """Yield the pieces of each rule: a tilted rule is a stair, one step beside the other."""
    open_chains: list[list[tuple[int, int, int]]] = []
    for piece in pieces:
        number, start, end = piece
        ended = [chain for chain in open_chains if chain[-1][0] < number - near]
        yield from ended
        open_chains = [chain for chain in open_chains if chain[-1][0] >= number - near]
        for chain in open_chains:
            _, other_start, other_end = chain[-1]
            if start <= other_end + near and other_start <= end + near:
                chain.append(piece)
                break
        else:
            open_chains.append([piece])
    yield from open_chains


def _runs(lines: Iterator[bytes], run: re.Pattern[bytes]) -> Iterator[tuple[int, int, int]]:
    least = run.pattern[: run.pattern.index(b"{")]
    for number, line in enumerate(lines):
        if least in line:
            for found in run.finditer(line):
                yield number, found.start(), found.end()
