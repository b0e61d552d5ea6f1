"""Where a paragraph ends: which line goes on with the sentence of the line above it.

A line goes on where the next word had no room on the line before, and no indent or gap says
otherwise; so a text loses the line ends that only the width of the page has made.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise, takewhile

from extract.readers.paper.words import Run

_ITEM = re.compile(
    r"(?:[-+•●*\u2013]|\(?[ivxIVX]{1,5}\)|[a-zđ]{1,2}\)|\(?\d{1,3}(?:\.\d{1,3})*[.)/]"
    r"|[IVXL]{1,6}[.\-/)])\s"
)
_HANGS = re.compile(rf"{_ITEM.pattern}|\d{{1,3}}\s")
"""What a line begins with that stands farther left than those below it."""
_OPENS = re.compile(r"(?:Điều\s+\d+[a-zđ]?\.|Chương\s+[IVXL\d]+|Căn\scứ\s|Nơi\snhận)")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.|[IVXL]{1,6}\.|[a-zđ]\))\s+[^\W\d_a-zđ]")
"""The number of a part, and a capital behind it."""
_CONTINUES = re.compile(r"(?:- )?\(?[a-zà-ỹđ]")
"""A small letter, with or without a dash or a bracket before it: the middle of a sentence."""
_ENDS = (".", ";", ":", "!", "?", "./")
_FULL = 0.75
"""A full line ends at least so far right, as a share of the width of the page."""
_INDENT = 8.0
_SLACK = 3.0
_CLOSE = 2.3
"""Lines of one paragraph stand so near to each other, in heights of a line."""
_SINGLE = 1.45
_SAME_SIZE = 0.3
"""Capitals and digits make a line higher, but not by more than this."""
_UNTIL_NUMBER = re.compile(r"ngày.*\b(?:ngày|tháng|năm)$|\bngày$")
_HYPHEN = re.compile(r"[A-ZĐƯ0-9]-$")
_BEHIND_HYPHEN = re.compile(r"[A-ZĐƯ0-9]")


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the full lines of a page begin and end."""

    left: float
    right: float


def margins_of(lines: Iterable[Run], width: float) -> Margins:
    """Return the margins of lines in one column on a page of ``width``.

    The longest line ends at the right one, if it is long enough to be a full line.
    """
    known = list(lines)
    if not known:
        return Margins(0.0, width)
    right = max(line.right for line in known)
    full = [line.left for line in known if line.right > right - 4 * line.height]
    # So far off the page as a damaged file puts words, nothing is near anything.
    return Margins(min(full, default=0.0), max(right, _FULL * width))


def joint(before: Run, line: Run, margins: Margins, *, first: bool, same_page: bool) -> str:
    """Return what is written between two lines of one column.

    Nothing where a hyphen has parted a number, a space within a paragraph, a line end behind it,
    and two where a gap shows on the page. ``first``: ``before`` is the first of its paragraph.
    """
    apart = line.bottom - before.bottom
    if not _goes_on(before, line, margins, first=first, apart=apart if same_page else 0.0):
        return "\n\n" if not same_page or apart > _SINGLE * line.height else "\n"
    return "" if is_parted(before, line) else " "


def is_parted(before: Run, line: Run) -> bool:
    """Tell whether the end of a line has parted a number at its hyphen ("31-", "KH/HU")."""
    last = before.words[-1]
    hyphen = last.breaks or _HYPHEN.search(last.text) is not None
    return hyphen and _BEHIND_HYPHEN.match(line.words[0].text) is not None


def is_date_parted(before: Run, line: Run) -> bool:
    """Tell whether the end of a line has parted a date, as narrow columns of a head do."""
    return bool(_UNTIL_NUMBER.search(before.text) and line.text[:1].isdecimal())


def _goes_on(before: Run, line: Run, margins: Margins, *, first: bool, apart: float) -> bool:
    if apart > _CLOSE * line.height or apart < 0:
        return False
    if abs(before.height - line.height) > _SAME_SIZE * max(before.height, line.height):
        return False
    if not _is_full(before, line, margins) or _begins_anew(before, line):
        return False
    ending = before.text.endswith(_ENDS)
    indented = line.left > before.left + _INDENT
    centred = _is_centred(line, margins)
    if _is_centred(before, margins) and not centred:
        return False
    if indented and not ending and centred:
        return before.text.isupper() == line.text.isupper()
    if indented:
        return first and not ending and _HANGS.match(before.text) is not None
    both_indented = before.left > margins.left + _INDENT and line.left > margins.left + _INDENT
    return not (both_indented and ending)


def _is_full(before: Run, line: Run, margins: Margins) -> bool:
    """Tell whether the first word of ``line`` had no room on the line before it.

    A sentence that goes on is trusted where the two are nearly equal.
    """
    needed = before.right + _space(before) + _width_of_first(line)
    goes_on = _CONTINUES.match(line.text) and not before.text.endswith(_ENDS)
    return needed > margins.right + (0.0 if goes_on else _SLACK)


def _begins_anew(before: Run, line: Run) -> bool:
    """Tell whether a line begins as an article, a part or an item does."""
    if _OPENS.match(line.text) or _NUMBERED.match(line.text):
        return True
    apart = before.text.endswith(_ENDS) or line.left > before.left + _INDENT
    return _ITEM.match(line.text) is not None and apart


def _space(line: Run) -> float:
    """Return how wide a space is in a line, as far as its last words show it."""
    least, most = 0.25 * line.height, line.height
    for behind, word in pairwise(reversed(line.words)):
        if not behind.joined:
            return max(least, min(behind.left - word.right, most))
    return least


def _width_of_first(line: Run) -> float:
    """Return how wide the first word of a line is, with what is joined to it."""
    words = takewhile(lambda word: word is line.words[0] or word.joined, line.words)
    return max(word.right for word in words) - line.words[0].left


def _is_centred(line: Run, margins: Margins) -> bool:
    left, right = line.left - margins.left, margins.right - line.right
    return left > 3 * _INDENT and abs(left - right) < 2 * _INDENT
