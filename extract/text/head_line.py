"""A head that stands on one line: body, number, place and day, type and title one after another.

Texts copied out of a page lose their line breaks; the marks of a head say where they were.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

_WITHIN = 420
_NUMBER = re.compile(
    r"(?<!\S)Số[ ]*:?[ ]*\d{1,5}[a-zđ]?[ ]?[-/][ ]?(?:\d{4}[ ]?/[ ]?)?[A-ZĐ][\wĐđ&]*"
    r"(?:[ ]?[-/.][ ]?[A-ZĐ][\wĐđ&]*)*"
)
_DAY = re.compile(
    r"[^\W\d_][^,\d*]{1,30},[ ]*ngày[ ]*\d{1,2}[ ]*(?:tháng|[/.-])"
    r"[ ]*\d{1,2}[ ]*(?:năm|[/.-])[ ]*\d{4}"
)
_TYPE = re.compile(
    r"(?<!\S)(?:QUYẾT ĐỊNH|NGHỊ QUYẾT|NGHỊ ĐỊNH|CHỈ THỊ|KẾT LUẬN|QUY ĐỊNH|QUY CHẾ|HƯỚNG DẪN"
    r"|THÔNG BÁO|THÔNG TƯ|KẾ HOẠCH|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|ĐỀ ÁN|TỜ TRÌNH|BÁO CÁO|BIÊN BẢN"
    r"|LUẬT|PHÁP LỆNH)(?=[ :]|$):?"
)
_BREAK = re.compile(
    r"""(?<![-+])[ ](?=
      \*[ ] | (?:CỘNG[ ]HÒA[ ]XÃ[ ]HỘI|ĐẢNG[ ]CỘNG[ ]SẢN[ ]VIỆT[ ]NAM|Độc[ ]lập[ ]-[ ]Tự[ ]do)
    | (?:[-+][ ])?(?:Căn[ ]cứ|Xét|Theo[ ]đề[ ]nghị)[ ] | Điều[ ]\d+[a-zđ]?[.:][ ]
    | [IVX]{1,5}[ ]?[.\-/][ ](?=[^\W\d_]) | Nơi[ ]nhận | Kính[ ]gửi
    )""",
    re.VERBOSE,
)


def unfolded(line: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that one line holds with their offsets; nothing where it is no head.

    >>> text = "HUYỆN ỦY A * Số 5-KH/HU Bản A, ngày 1 tháng 2 năm 2022 KẾ HOẠCH về rừng I. Ý"
    >>> [part for _, part in unfolded(text)][2:5]
    ['Bản A, ngày 1 tháng 2 năm 2022', 'KẾ HOẠCH', 'về rừng']
    """
    number = _NUMBER.search(line, 0, _WITHIN)
    day = _DAY.search(line, number.end(), _WITHIN) if number else None
    kind = _TYPE.match(line, day.end() + 1) if day else None
    if number is None or day is None or kind is None:
        return
    cuts = {0, number.start(), number.end(), day.start(), day.end(), len(line)}
    cuts |= {found.start() for found in _BREAK.finditer(line)}
    for found in _TYPE.finditer(line, day.end()):
        resolving = line[found.end() :].lstrip().startswith(("Điều", "1.", "I."))
        if found.start() == kind.start() or resolving:
            cuts |= {found.start(), found.end()}
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        part = line[start:end]
        if part.strip(" *"):
            yield start + len(part) - len(part.lstrip()), part.strip()
