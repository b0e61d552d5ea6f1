"""Where a line ends within a number, or before the word that its last one wants."""

import re

_UNFINISHED = re.compile(
    r"(?:^|[ ])(?:ngày|của|về|và|theo|tại|điều|khoản|điểm|Điều|Luật|Nghị|Quyết|Thông"
    r"|khóa|Khóa|KHÓA|thứ|thực hiện|triển khai|hướng dẫn|ban hành|sửa đổi"
    r"|bằng|bởi|các|những|với|do|trong|từ|là)$"
)
_LONGEST_END = 14
"""How many letters the last words of ``_UNFINISHED`` have at the most, and a blank."""
_WANTS_A_NUMBER = re.compile(r"(?:^|[ ])(?:số|năm|tháng)$", re.IGNORECASE)
"""What leads on to a number only: titles end with "chuyển đổi số" and "hằng năm"."""
_NUMBER_AHEAD = re.compile(r"Số[ ]?:")
"""The line above a number of the head: "Số:" and "79/KH-UBND"."""
_STROKE_BEFORE = re.compile(r"[-/]\s?(?:[A-ZĐ]{2}|(?:19|20)\d\d)")
_STROKE_BEHIND = re.compile(r"(?:\d|[-/][A-ZĐƯ&]*[A-ZĐƯ])$")
"""A symbol broken before a stroke: "79" and "/QĐ-UBND", "79/QĐ" and "-UBND"."""
_STROKE_LAST = re.compile(
    r"(?<![^\W_])\d{1,5}[-/](?:(?:19|20)\d\d[-/])?(?:[A-ZĐƯ][A-Za-zĐƯđư&]*[-/])?$"
)
"""A symbol broken behind a stroke: "79/QĐ-" and "UBND"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_AHEAD = re.compile(
    r"(?:(?<![^\W\d_])(?:năm|giai đoạn|thời kỳ)|(?<!\d)(?:19|20)\d\d ?[-\u2013])$", re.IGNORECASE
)
"""What wants a year, so that one alone on its line is none of a page."""


def is_year_of(before: str, after: str) -> bool:
    """Tell whether a number alone on its line is the year that the line before wants.

    >>> is_year_of("KẾ HOẠCH GIAI ĐOẠN 2026 -", "2030"), is_year_of("KẾ HOẠCH CHUYỂN ĐỔI SỐ", "2")
    (True, False)
    """
    return _YEAR.fullmatch(after) is not None and _YEAR_AHEAD.search(before) is not None


def breaks_a_number(before: str, after: str) -> bool:
    """Tell whether a line ends within a number, or within the years of a period.

    >>> breaks_a_number("79", "/QĐ-UBND"), breaks_a_number("Số:", "79/QĐ-UBND")
    (True, True)
    >>> breaks_a_number("Số: 79/QĐ-", "UBND"), breaks_a_number("Số: 79/QĐ-", "Căn cứ")
    (True, False)
    """
    if after[0] in "-/" and _STROKE_BEFORE.match(after) and _STROKE_BEHIND.search(before):
        return True
    if before[-1] in "-/" and after[:2].isupper() and _STROKE_LAST.search(before):
        return True
    if not after[0].isdigit():
        return False
    return _NUMBER_AHEAD.fullmatch(before) is not None or is_year_of(before, after)


def wants_the_number(before: str, after: str) -> bool:
    """Tell whether the last word of ``before`` wants the number that ``after`` begins with.

    >>> wants_the_number("Kế hoạch chuyển đổi số", "Thực hiện"), wants_the_number("NĂM", "2024")
    (False, True)
    """
    return after[:1].isdigit() and _WANTS_A_NUMBER.search(before) is not None


def leads_on(before: str, after: str) -> bool:
    """Tell whether the last word of a line wants what ``after`` begins with.

    >>> leads_on("theo Kế hoạch số", "79/KH-UBND"), leads_on("CHUYỂN ĐỔI SỐ", "TẠI HUYỆN")
    (True, False)
    """
    unfinished = _UNFINISHED.search(before, len(before) - _LONGEST_END) is not None
    return unfinished or wants_the_number(before, after)
