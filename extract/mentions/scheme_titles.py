"""Is what stands behind "Đề án", "Chương trình" … the title of one document, and where does it end?

"Đề án Dạy nghề cho lao động nông thôn" is a title; "Đề án đúng mục đích", "Đề án bằng cách …" go on
as prose does.
"""

import re

from extract.text.view import UPPER
from ontology.documents.document_types import TypeUse, words_used

_PREDICATE = re.compile(
    r"""[ ](?:
      này | trên | đó | ấy | trước | sau | nói | nêu | khác | mới(?![ ]nông) | cũ
    | đã | đang | sẽ | được | bị | chưa | không | còn | vẫn | cũng | phải | cần | có | là | nên
    | và | hoặc | hay | lẫn | cùng | với | của | do | bởi | để | nhằm | theo | từ | tại | ở | trong
    | gồm | bao[ ]gồm | bằng | qua | vào | lên | về[ ](?=đích) | đến | tới | như | thì | mà | khi
    | nếu | vì | nhưng | song | tuy | nhất | cho(?![ ](?:thuê|vay))
    | đúng | đạt | hết | kết[ ]thúc | thành[ ](?=công|các|văn|một) | mở[ ]ra | đề[ ]ra | đặt[ ]ra
    | xác[ ]định | yêu[ ]cầu | quy[ ]định | quy[ ]mô | chịu | chi[ ]tiết | chính[ ]thức
    | cụ[ ]thể(?![ ]hóa[ ](?i:nghị|kết|chỉ|quyết|chương|chiến|đề|luật)[ ])
    | trung[ ]hạn | dài[ ]hạn | ngắn[ ]hạn | hằng[ ]năm | hàng[ ]năm | năm | giai[ ]đoạn | đợt | kỳ
    | cấp[ ](?:tỉnh|huyện|xã|cơ[ ]sở|bộ) | trình[ ] | gửi[ ] | kèm | nhiều | một[ ]số | lần | thứ
    | (?:bảo[ ]đảm|đảm[ ]bảo)[ ](?:đúng|chất[ ]lượng|hiệu[ ]quả|tiến[ ]độ|yêu[ ]cầu|thiết[ ]thực
        |đầy[ ]đủ|kịp[ ]thời|trang[ ]trọng|tiết[ ]kiệm|tính|theo|nội[ ]dung|về|các[ ]yêu)
    | thông[ ]qua[ ]việc | hiệu[ ]quả | kịp[ ]thời | thiết[ ]thực | chặt[ ]chẽ | nghiêm[ ]túc
    | trang[ ]trọng | một[ ]cách
    )(?![^\W\d_])""",
    re.VERBOSE,
)
"""Words that go on where "Đề án" and the like are said of a document named before."""
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
_PLANNING = re.compile(
    r"Quy hoạch (?:tỉnh|thành phố|Thủ đô|vùng|tổng thể|mạng lưới|hệ thống|phát triển|ngành|chung"
    r"|không gian|sử dụng đất|bảo (?:tồn|quản|vệ)|tu bổ|thăm dò|xây dựng|điện|phân (?:khu|vùng))"
    r"[^;.:()\n]{0,140}?(?:thời kỳ|giai đoạn|đến năm) \d{4}"
)
"""A planning is known by its area and its period."""
_FIRST = re.compile(r"[ ]([^\W\d_]+)")
_NORMATIVE = words_used(TypeUse.NORMATIVE)
"""Types that speak of kinds of schemes ("Đề án vị trí việc làm"), which every body has one of."""
_CERTAIN = re.compile(rf"\d|[Qq]uốc[ ]gia|(?<![^\W\d_])[{UPPER}][^\W\d_]*[ ][{UPPER}][^\W\d_]")
"""A year, the nation or the name of a place: what only one document's title has."""
_ANY = re.compile(r"một hoặc một số|(?<![^\W\d_])các (?:chỉ thị|[Nn]ghị quyết|kết luận)")
"""What only a kind of schemes is for: "Đề án tổng kết các nghị quyết"."""
_ISSUED = re.compile(r"số[^;.\n]{4,110}(?:phê duyệt|ban hành|thông qua)[ ]*$", re.IGNORECASE)


def is_title(flow: str, start: int, behind: int, kind: str) -> bool:
    """Tell whether what follows a type word, ``start`` to ``behind``, is one document's title."""
    if kind in ("Kế hoạch", "Quy hoạch"):
        return bool(_NATIONAL.match(flow, start) or _PLANNING.match(flow, start))
    if kind not in _COMMON or goes_on(flow, start, behind) or _NAMELESS.match(flow, behind):
        return False
    first = _FIRST.match(flow, behind)
    return first is not None and first[1].lower() not in _COMMON[kind]


def goes_on(flow: str, start: int, behind: int) -> bool:
    """Tell whether prose and no title goes on behind a type word, ``start`` to ``behind``."""
    said = flow[behind : behind + 40]
    return _PREDICATE.match(said.lower() if flow[start:behind].isupper() else said) is not None


def is_certain(flow: str, start: int, end: int, own_type: str) -> bool:
    """Tell whether a title, ``start`` to ``end``, is one document's in a text of ``own_type``."""
    if _ANY.search(flow, start, end) and not _CERTAIN.search(flow, start, end):
        return False
    if own_type not in _NORMATIVE:
        return True
    behind = flow.index(" ", start + 4) + 1
    return (
        flow[behind].isupper()
        or _CERTAIN.search(flow, behind, end) is not None
        or _ISSUED.search(flow, max(0, start - 130), start) is not None
    )


def word_end(flow: str, offset: int, limit: int) -> int:
    """Return where the last whole word before ``limit`` ends."""
    return limit if limit == len(flow) else max(flow.rfind(" ", offset, limit), offset)
