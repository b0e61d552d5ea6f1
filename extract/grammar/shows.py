"""Is a "Chương trình" seen or heard, a show or a ceremony, and no document?"""

import re

_SHOW = re.compile(
    r"""[ ]*["“]?[ ]*(?i:
      ca[ ](?:nhạc|múa|kịch) | nghệ[ ]thuật | văn[ ]nghệ | biểu[ ]diễn | giao[ ]lưu | khai[ ]mạc
    | bế[ ]mạc | lễ[ ] | hội[ ](?:nghị|thảo|chợ|thi|diễn|trại|ngộ|báo) | tọa[ ]đàm | toạ[ ]đàm
    | gặp[ ]mặt | gala | đêm[ ] | dạ[ ]hội | liên[ ]hoan | âm[ ]nhạc | hòa[ ]nhạc | hoà[ ]nhạc
    | xiếc | múa[ ] | thời[ ]trang | ẩm[ ]thực | tham[ ]quan | du[ ]khảo | về[ ]nguồn | diễu[ ]hành
    | trò[ ]chơi | thi[ ](?!đua|hành) | chiếu[ ]phim
    | truyền[ ]hình | phát[ ]thanh | sân[ ]khấu | thực[ ]cảnh
    | chào[ ]mừng | kỷ[ ]niệm | đón[ ] | tri[ ]ân | thắp[ ](?:nến|hương)
    | trao[ ] | tiếng[ ]hát | trải[ ]nghiệm
    | chính[ ]luận | phim | kịch | thơ | khách[ ]mời | phục[ ]vụ[ ](?:khách|lễ|hội)
    )""",
    re.VERBOSE,
)
"""What a show, a ceremony or a meeting is called by."""
_STAGE = re.compile(
    r"(?:kịch bản|dàn dựng|(?<!phê )duyệt|biểu diễn|sân khấu|thưởng thức|phát sóng|tường thuật"
    r"|truyền hình trực tiếp|tổ chức)[ ]*$",
    re.IGNORECASE,
)
"""What is done to a show and to no document."""
_FESTIVE = re.compile(
    r"tổ chức (?:các hoạt động )?(?:chào mừng|kỷ niệm|hội (?:sách|chợ|thi|xuân|trại|diễn|làng)"
    r"|lễ |ngày hội|đêm |tuần |liên hoan|festival|giải |cuộc thi|triển lãm|chương trình|gặp mặt"
    r"|giao lưu)",
    re.IGNORECASE,
)
"""What the title of a plan of an event says."""
_BEFORE = 24


def is_show(flow: str, start: int, behind: int) -> bool:
    """Tell whether a "Chương trình" from ``start`` to ``behind`` is seen or heard, not carried out.

    >>> is_show("Duyệt Chương trình ca nhạc", 6, 18)
    True
    """
    if _SHOW.match(flow, behind):
        return True
    return _STAGE.search(flow, max(0, start - _BEFORE), start) is not None


def is_festive(title: str) -> bool:
    """Tell whether a text with this title is the plan of an event, whose programme is a show."""
    return _FESTIVE.search(title) is not None
