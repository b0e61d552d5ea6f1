"""Where a clause ends, how an item is marked, and which paragraphs of a text act by their words."""

import re

MARK = r"(?:Điều[ ]\d+[a-zđ]?[.:]?|\d+(?:\.\d+)*[.)]|[a-zđ]{1,2}\)|[-+•])"
CLAUSE_END = re.compile(
    r"(?:(?<!\bTP)(?<!\bTp)(?<!\bTX)(?<!\bTx)(?<!\bTT)(?<!\bTt)\.|[;:!?])[ ]|\n"
)
"""A stop with a space behind it, but not that of "TP. Hồ Chí Minh" or "TX. Gò Công"."""
ITEM = re.compile(r"[ ]*(?:\d+(?:\.\d+)*[.)]|[a-zđ]{1,2}\)|[-+•])")
THIS = re.compile(r"[^\W\d_]+(?:[ ][^\W\d_]+){0,2}[ ]này[ ]")
OPERATIVE = re.compile(
    rf"[ ]*(?:{MARK}|Quyết định|Nghị|Thông tư|Nay|Bãi bỏ|Hủy bỏ|Phê duyệt|Ban hành|Sửa đổi"
    rf"|Thay thế|{THIS.pattern})",
    re.IGNORECASE,
)
