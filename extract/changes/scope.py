"""Provisions that a change reaches by what they are about: "các quy định về học phí tại …".

Who repeals what a document says about one thing leaves the rest of it in force, and where an
article stands behind, the rest of the article.
"""

import re

NOUNS = (
    r"(?:cụm[ ]từ|nội[ ]dung|quy[ ]định|điều[ ]khoản|danh[ ]mục|mức|mẫu|biểu[ ]mẫu|đoạn|câu"
    r"|từ(?![ ]ngày)"
    r"|phạm[ ]vi[ ]điều[ ]chỉnh|đối[ ]tượng[ ]áp[ ]dụng)"
)
"""What a document consists of besides its numbered parts; for verbose patterns."""
_SOME = r"một[ ](?:phần(?:[ ]nội[ ]dung)?|số[ ](?:điều|khoản|điểm|nội[ ]dung|quy[ ]định|cụm[ ]từ))"
_ABOUT = rf"""
    (?:(?:toàn[ ]bộ|một[ ]số|các|những)[ ])*{NOUNS}
    (?=[ ](?!sau|dưới|tại|trong|của|nêu|này|trên|trước|theo)|:)
"""
_PLACE = r"(?:[ ](?:được[ ])?quy[ ]định)?[ ](?:tại|trong|của|thuộc)"
_HEADING = re.compile(
    rf"""(?:bãi[ ]bỏ|hủy[ ]bỏ|thay[ ]thế|ngưng[ ]hiệu[ ]lực|sửa[ ]đổi|,?[ ](?:và[ ])?bổ[ ]sung|[ ])+
    (?P<part>{_SOME}|{_ABOUT}[^.;\n]{{1,240}}?)(?![^\W\d_])
    (?:{_PLACE})?[ ](?:các|những|một[ ]số)[ ][^.;:“”]{{0,120}}:?[ ]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"""(?:^|\n|[.,;:][ ]|[ ](?:và|thì)[ ])[ ]*(?:\d+[.)][ ]*|[a-zđ]\)[ ]*|[-+][ ]*)?
    (?P<part>{_ABOUT}[^.;:\n]{{1,200}}?){_PLACE}[ ]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_QUOTED = re.compile(rf".*[”\"»](?={_PLACE}[ ])", re.VERBOSE | re.IGNORECASE | re.DOTALL)
"""Words that are changed, quoted, up to where the first member's places are named."""
_LED_IN = re.compile(rf"(?:{_PLACE}|[ ](?:ở|theo))$", re.VERBOSE | re.IGNORECASE)
_WINDOW = 260


def scope_of_heading(heading: str) -> str:
    """Return what the items of a list lose by its heading, empty where that is all of each.

    >>> scope_of_heading("Bãi bỏ các quy định về học phí tại các văn bản sau đây:")
    'các quy định về học phí'
    >>> scope_of_heading("Bãi bỏ các quy định sau đây:")
    ''
    """
    found = _HEADING.search(heading)
    return found["part"].strip() if found else ""


def scope_before(flow: str, start: int) -> str:
    """Return the provisions that end at ``start`` by what they are about, empty for none.

    ``start`` is that of the reference, or of the numbered part before it.

    >>> flow = "Các quy định về học phí tại Quyết định"
    >>> scope_before(flow, flow.index("Quyết"))
    'Các quy định về học phí'
    """
    found = _SUBJECT.search(flow[max(0, start - _WINDOW) : start])
    return found["part"].strip() if found else ""


def shared_scope(part: str, numbered: str) -> str:
    """Return of the ``part`` that one member of a list loses what goes for the others as well.

    ``numbered`` is what of it stands right before that member, and is that member's alone.

    >>> shared_scope("cụm từ “chợ đêm” tại Điều 3, tên Chương II", "Chương II")
    'cụm từ “chợ đêm”'
    """
    if quoted := _QUOTED.match(part):
        return quoted.group()
    words = part.removesuffix(numbered).rstrip(" ,;") if numbered else part
    return _LED_IN.sub("", words)


def within(scope: str, part: str) -> str:
    """Return the numbered ``part`` with the ``scope`` of what a change reaches in it.

    >>> within("các quy định về học phí", "khoản 2 Điều 4")
    'các quy định về học phí tại khoản 2 Điều 4'
    """
    return f"{scope} tại {part}" if scope and part else scope or part
