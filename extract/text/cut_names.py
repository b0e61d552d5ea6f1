"""Where a line ends within a name or a list: "UBND huyện" and "Bắc Hà", "TỈNH ỦY" and "LÀO CAI".

A text of few lines does not show where its margin is; what its lines end and begin with does.
"""

import re

from extract.text.cut_numbers import leads_on
from extract.text.view import UPPER

_MID_NAME = re.compile(
    r"(?:^|[ ])(?:Ban Thường vụ|Thường trực|Ban Chấp hành|Chủ tịch|Thủ tướng|Bộ trưởng|Văn phòng"
    r"|(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Đảng ủy|Công an)"
    r"(?: (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu))?"
    r"|(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) ủy|Ủy|Bộ|Sở|Ban)$"
)
"""A line end within the name of a body, whose place stands on the next line."""
_REST_OF_NAME = re.compile(r"[^\W\d_]+(?:[ ][^\W\d_]+)?[.;]")
"""One or two words that end a sentence: what a line end has cut off."""
_REMARK = re.compile(r"\((?:(?:đã |nay )?được (?!ban hành)|nay |sau đây |gọi tắt |viết tắt )")
_KIND_OF_PLACE = re.compile(r"TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU")
"""What a place is, alone on its line: its name stands on the next one."""
_COMMITTEE = re.compile(r"(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ) ỦY")
_OFFICE = re.compile(r"(?:VĂN PHÒNG|BAN|ỦY BAN|ĐẢNG|TRƯỜNG|TRUNG TÂM|BÁO|CƠ QUAN)\b")
"""What stands below a committee and is no place: an office of it."""
_PAIR = re.compile(
    r"(?:(?i:kinh tế|văn hóa|văn hoá|chính trị) . (?i:xã hội)|(?i:quốc phòng) . an ninh"
    r"|(?i:lao động) . Thương binh|(?i:khoa học) . kỹ thuật)(?![^\W\d_])"
)
"""Words that a dash joins: "kinh tế - xã hội", "Bộ Lao động - Thương binh và Xã hội"."""
_LONGEST_PART = 10
_LONG = 40
"""How long a line is that may have been broken at the right margin."""
_SHORT_FORMS = (" TP.", " TX.", " TT.", " Tp.", " Tx.", " Tt.")
_PART_OF = re.compile(
    r"(?<![^\W\d_])(?:(?:Điều|khoản|điểm)[ ][\da-zđ]{1,3}|Điều|khoản|điểm|Phụ lục|Mục|Chương)$"
)
"""A part whose number or document stands on the next line."""
_DAY = re.compile(r", ngày [\d.…_ ]+ tháng [\d.…_ ]+ năm \d{4}$")
_GOVERNS = re.compile(r"[ ](?:thông qua|phê duyệt|thay thế|bãi bỏ|bổ sung)$")
_CITED = re.compile(rf"[{UPPER}][^\W\d_]+(?:[ ][^\W\d_]+){{0,3}} số:? ?\d")
"""What is done by a verb at the end of a line to a document on the next."""
_NUMBER_IN_A_LIST = re.compile(r"số[ ]\d")


def is_cut(before: str, after: str, *, item: bool) -> bool:
    """Tell whether a line without a stop at its end goes on: within a name, or with a remark.

    ``item`` tells that it begins as an item or an article does, whose heading needs no stop.

    >>> is_cut("theo Kế hoạch của UBND huyện", "Bắc Hà về chợ.", item=False)
    True
    """
    long = len(before) >= _LONG
    rest = (
        long
        and (_REST_OF_NAME.fullmatch(after) or _PART_OF.search(before, len(before) - _LONGEST_PART))
        is not None
    )
    name = None if item and not long else _MID_NAME.search(before, max(0, len(before) - _LONG))
    within = name is not None and not after.startswith(name.group().strip())
    cites = long and _GOVERNS.search(before) and _CITED.match(after)
    return rest or within or bool(cites) or _REMARK.match(after) is not None


def goes_on_behind_a_stop(before: str, after: str, *, full: bool) -> bool:
    """Tell whether a line goes on with a list, or behind the stop of a short form.

    ``full`` tells that the line before it ends at the margin.

    >>> goes_on_behind_a_stop("các Nghị quyết:", "số 34/NQ-HĐND ngày 12/12/2021", full=False)
    True
    """
    if before[-1] == ":":
        return _NUMBER_IN_A_LIST.match(after) is not None
    return before.endswith(_SHORT_FORMS) or (full and before[-1] == ";")


def breaks_a_pair(before: str, after: str) -> bool:
    """Tell whether the dash that a line begins with joins two words, and marks no item.

    >>> breaks_a_pair("phát triển kinh tế", "- xã hội vùng biên"), breaks_a_pair("Tốt", "- xã hội")
    (True, False)
    """
    return (
        after[0] in "-\u2013"
        and _PAIR.search(f"{before[-_LONGEST_PART:]} {after[:14]}") is not None
    )


def ends(before: str, after: str, *, stopped: bool, full: bool) -> bool:
    """Tell whether a line ends what it says: by its stop, or as the day of a head does.

    >>> ends("Lai Châu, ngày 12 tháng 6 năm 2023", "V/v chống hạn", stopped=False, full=False)
    True
    """
    if stopped:
        return not goes_on_behind_a_stop(before, after, full=full)
    return after.startswith(("V/v ", "Về việc ")) and _DAY.search(before) is not None


def is_short_title(before: str, after: str) -> bool:
    """Tell whether an item in a text of full lines is a title: its line is short, the next new.

    >>> is_short_title("2. Ứng dụng khoa học", "Sở Khoa học xây dựng đề án.")
    True
    """
    return len(before) < _LONG and after[:1].isupper() and not leads_on(before, after)


def lacks_its_place(before: str, after: str) -> bool:
    """Tell whether a line of a head is what the place below it is, or whose committee.

    >>> lacks_its_place("TỈNH ỦY", "LÀO CAI"), lacks_its_place("TỈNH ỦY", "BAN TỔ CHỨC")
    (True, False)
    """
    if _KIND_OF_PLACE.fullmatch(before):
        return True
    return _COMMITTEE.fullmatch(before) is not None and _OFFICE.match(after) is None
