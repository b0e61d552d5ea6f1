"""The part of a document that is cited: "điểm a khoản 2 Điều 5 Nghị định số …"."""

import re

_PIN = re.compile(
    r"""(?<![^\W\d_])(?P<pin>(?:(?:
        [Tt]iết\s[a-zđ\d]{1,3} | [Đđ]iểm\s[a-zđ]{1,2}\d? | [Kk]hoản\s\d+[a-zđ]? | Điều\s\d+[a-zđ]?
      | [Mm]ục\s[IVX\d]+[a-z]? | Chương\s[IVX\d]+ | Phần\s(?:thứ\s[^\W\d_]+|[IVX\d]+)
      | Phụ\slục\s[IVX\d]+
      )(?:,?\s(?:và\s)?)?)+?)[ ,]*(?:của[ ]|trong[ ])?$""",
    re.VERBOSE,
)
_LABELS = ("Điều", "hoản", "iểm", "iết", "ục ", "hương", "hần")
_WINDOW = 70


def pin_before(flow: str, start: int) -> str:
    """Return the part named right before a reference at ``start``, empty where none is.

    >>> pin_before("theo khoản 2 Điều 5 của Nghị định", 24)
    'khoản 2 Điều 5'
    """
    before = flow[max(0, start - _WINDOW) : start]
    for label in _LABELS:
        if label in before:
            found = _PIN.search(before)
            return found["pin"].strip(" ,") if found else ""
    return ""
