"""The passages that a text is searched in: some lines of it, with their place."""

import re
from collections.abc import Iterator

LONG = 1_200
"""How many code points a passage has, but for the rest of its last line."""
_LONGEST = 2_400
"""Where even a line is cut: lists without line ends come as one."""
_BLANK = re.compile(r"\s")


def passages(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield where each passage of ``text`` begins and ends; blank ones are left out.

    Together they hold every word of the text, each once, and none is cut within a word that is
    not longer than a passage.

    >>> [text[start:end] for text in ["a\nb\n"] for start, end in passages(text)]
    ['a\nb\n']
    """
    start, size = 0, len(text)
    while start < size:
        end = _end(text, start, size)
        if not text[start:end].isspace():
            yield start, end
        start = end


def _end(text: str, start: int, size: int) -> int:
    if size - start <= LONG:
        return size
    line = text.find("\n", start + LONG, start + _LONGEST)
    if line >= 0:
        return line + 1
    blank = _BLANK.search(text, start + LONG, min(size, start + _LONGEST))
    return blank.end() if blank else min(size, start + _LONGEST)
