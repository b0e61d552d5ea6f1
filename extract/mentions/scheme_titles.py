"""Is what stands behind "Đề án", "Chương trình" … the title of one document, and where does it end?

"Đề án Dạy nghề cho lao động nông thôn" is a title; "Đề án đúng mục đích", "Đề án bằng cách …" go on
as prose does, and "Chương trình ca nhạc" is a show.
"""

import re

from extract.text.view import UPPER

_PREDICATE = re.compile(
    r"""[ ](?:
      này | trên | đó | ấy | trước | sau | nói | nêu | khác | mới(?![ ]nông) | cũ
    | đã | đang | sẽ | được | bị | chưa | không | còn | vẫn | cũng | phải | cần | có | là | nên
    | và | hoặc | hay | lẫn | cùng | với | của | do | bởi | để | nhằm | theo | từ | tại | ở | trong
    | gồm | bao[ ]gồm | bằng | qua | vào | lên | về[ ](?=đích) | đến | tới | như | thì | mà | khi
    | nếu | vì | nhưng | song | tuy | nhất | cho(?![ ](?:thuê|vay))
    | đúng | đạt | hết | kết[ ]thúc | thành[ ](?=công|các|văn|một) | mở[ ]ra | đề[ ]ra | đặt[ ]ra
    | xác[ ]định | yêu[ ]cầu | quy[ ]định | quy[ ]mô | chịu | chi[ ]tiết | cụ[ ]thể | chính[ ]thức
    | trung[ ]hạn | dài[ ]hạn | ngắn[ ]hạn | hằng[ ]năm | hàng[ ]năm | năm | giai[ ]đoạn | đợt | kỳ
    | cấp[ ](?:tỉnh|huyện|xã|cơ[ ]sở|bộ) | trình[ ] | gửi[ ] | kèm | nhiều | một[ ]số | lần | thứ
    | (?:bảo[ ]đảm|đảm[ ]bảo)[ ](?:đúng|chất[ ]lượng|hiệu[ ]quả|tiến[ ]độ|yêu[ ]cầu|thiết[ ]thực
        |đầy[ ]đủ|kịp[ ]thời|trang[ ]trọng|tiết[ ]kiệm|tính|theo|nội[ ]dung|về|các[ ]yêu)
    | hiệu[ ]quả | kịp[ ]thời | thiết[ ]thực | chặt[ ]chẽ | nghiêm[ ]túc
    )(?![^\W\d_])""",
    re.VERBOSE,
)
"""Words that go on where "Đề án" and the like are said of a document named before."""
_SHOW = re.compile(
    r"""[ ]*["“]?[ ]*(?i:
      ca[ ](?:nhạc|múa|kịch) | nghệ[ ]thuật | văn[ ]nghệ | biểu[ ]diễn | giao[ ]lưu | khai[ ]mạc
    | bế[ ]mạc | lễ[ ] | hội[ ](?:nghị|thảo|chợ|thi|diễn|trại|ngộ|báo) | tọa[ ]đàm | toạ[ ]đàm
    | gặp[ ]mặt | gala | đêm[ ] | dạ[ ]hội | liên[ ]hoan | âm[ ]nhạc | hòa[ ]nhạc | hoà[ ]nhạc
    | xiếc | múa[ ] | thời[ ]trang | ẩm[ ]thực | tham[ ]quan | du[ ]khảo | về[ ]nguồn | diễu[ ]hành
    | trò[ ]chơi | thi[ ](?!đua|hành) | chiếu[ ]phim
    | truyền[ ]hình | phát[ ]thanh | sân[ ]khấu | thực[ ]cảnh
    | chào[ ]mừng | kỷ[ ]niệm | đón[ ] | tri[ ]ân | trao[ ] | tiếng[ ]hát | trải[ ]nghiệm
    | chính[ ]luận | phim | kịch | thơ | khách[ ]mời | phục[ ]vụ[ ](?:khách|lễ|hội)
    )""",
    re.VERBOSE,
)
"""What a show, a ceremony or a meeting is called by."""
_STAGE = re.compile(
    r"(?:kịch bản|dàn dựng|(?<!phê )duyệt|biểu diễn|thưởng thức|phát sóng|tường thuật"
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
_STUDIES = """
    công phối họp đào giáo khung kỳ số nghị giảng bồi môn học buổi hội phiên dạy tổng hành làm kế
    thực truyền chứng quản
"""
"""What makes a common noun of "Chương trình": courses, agendas, work programmes."""
_TREATIES = "quốc song đa hoặc liên tương ngày các"
_STRATEGIES = "trung dạy học"
_COMMON = {
    "Chương trình": frozenset(_STUDIES.split()),
    "Chiến lược": frozenset(_STRATEGIES.split()),
    "Hiệp định": frozenset(_TREATIES.split()),
    "Công ước": frozenset(_TREATIES.split()),
    "Nghị định thư": frozenset(_TREATIES.split()),
    "Hiệp ước": frozenset(_TREATIES.split()),
    "Đề án": frozenset[str](),
}
"""What behind a type word in capitals shows that it is a common noun there and no title."""
_NAMELESS = re.compile(
    r"[ ]mục tiêu quốc gia "
    r"(?:còn|chưa|đạt|đã|được|gặp|vẫn|do|bị|là|giai đoạn|năm|trên địa bàn)(?![^\W\d_])"
    r"|[ ]mục tiêu(?: quốc gia)?(?=[ ]*(?:[,;.)]|$|\n|và[ ]))|[ ]mục tiêu[ ]dự án"
    r"|[ ]quốc gia(?=[ ]*(?:[,;.)]|$|\n))"
)
_NATIONAL = re.compile(r"Kế hoạch hành động quốc gia|Quy hoạch tổng thể quốc gia|Kế hoạch tổng thể")
_FIRST = re.compile(r"[ ]([^\W\d_]+)")
_BEFORE = 24
_NORMATIVE = ("Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch")
"""Types that speak of kinds of schemes ("Đề án vị trí việc làm"), which every body has one of."""
_CERTAIN = re.compile(rf"\d|[Qq]uốc[ ]gia|(?<![^\W\d_])[{UPPER}][^\W\d_]*[ ][{UPPER}][^\W\d_]")
"""A year, the nation or the name of a place: what only one document's title has."""
_ISSUED = re.compile(r"số[^;.\n]{4,110}(?:phê duyệt|ban hành|thông qua)[ ]*$", re.IGNORECASE)


def is_title(flow: str, start: int, behind: int, kind: str) -> bool:
    """Tell whether what follows a type word, ``start`` to ``behind``, is one document's title."""
    if kind in ("Kế hoạch", "Quy hoạch"):
        return _NATIONAL.match(flow, start) is not None
    if kind not in _COMMON or goes_on(flow, start, behind) or _NAMELESS.match(flow, behind):
        return False
    first = _FIRST.match(flow, behind)
    return first is not None and first[1].lower() not in _COMMON[kind]


def goes_on(flow: str, start: int, behind: int) -> bool:
    """Tell whether prose and no title goes on behind a type word, ``start`` to ``behind``."""
    said = flow[behind : behind + 40]
    return _PREDICATE.match(said.lower() if flow[start:behind].isupper() else said) is not None


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


def is_certain(flow: str, start: int, end: int, own_type: str) -> bool:
    """Tell whether a title, ``start`` to ``end``, is one document's in a text of ``own_type``."""
    if own_type not in _NORMATIVE:
        return True
    behind = flow.index(" ", start + 4) + 1
    return (
        flow[behind].isupper()
        or _CERTAIN.search(flow, behind, end) is not None
        or _ISSUED.search(flow, max(0, start - 130), start) is not None
    )
