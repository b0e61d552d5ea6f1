"""Where is the right margin of a text, and which lines end there?

A text of few lines is seldom seen to be wrapped; a line that had no room for the next word is.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.text.lines import Line

_WIDEST_PAGE = 120
_TITLED = re.compile(r"(?:Điều|Chương|Mục|Phần)[ ]|.*(?<![^\W\d_])Số[ ]*:?[ ]*\d")
"""A title that needs no stop at its end, and a line of a head."""
_BEGINS = re.compile(
    r"(?:Thực hiện|Triển khai|Tiếp tục|Cụ thể hóa|Căn cứ|Để|Nhằm|Theo|Trên|Trong|Sau|Qua|Ngày|Năm"
    r"|Từ|Đến|Đối với|Các|Những|Việc|Khi|Nếu|Hiện|Thời gian)[ ]"
)
"""What is written large only at the beginning of a sentence."""


def margin_of(lines: Sequence[Line]) -> int:
    """Return how long the lines are at most, 0 where nothing shows that they end at a margin."""
    cut = any(
        not line.blanks
        and before.text[-1] not in ".;:"
        and (line.text[0].islower() or line.text[0].isdigit() or before.text[-1] == ",")
        for before, line in pairwise(lines)
        if not (before.column or line.column or before.heading or line.heading)
    )
    longest = max((len(line.text) for line in lines if not line.column), default=0)
    return longest if cut and longest <= _WIDEST_PAGE else 0


def is_full(line: Line, following: Line, margin: int) -> bool:
    """Tell whether ``line`` had no room for the first word of the one behind it."""
    first = len(following.text.partition(" ")[0])
    if not len(line.text) + 1 + first > margin:
        return False
    return not (_TITLED.match(line.text) or _BEGINS.match(following.text))
