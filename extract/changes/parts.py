"""The part of a document that a change reaches: "Bãi bỏ khoản 4 Điều 18 của Luật số …".

Unlike a pin, which is read right before a reference, a part may be a list, a phrase or some
provisions that are not told: whoever repeals "một số điều" leaves the document in force.
"""

import re

_NUMBER = r"(?:(?:số[ ])?(?:\d+[a-zđ]?(?:\.\d+)*|[IVXLC]+|[a-zđ]{1,2}\d?)|thứ[ ][^\W\d_]+)(?!\w)"
_NUMBERED = rf"""
    (?:các[ ]|những[ ]|toàn[ ]bộ[ ]|từ[ ])?
    (?:(?:tiết|điểm|khoản|điều|tiểu[ ]mục|mục|chương|phần|phụ[ ]lục|mẫu|biểu(?:[ ]mẫu)?|đoạn
      |gạch[ ]đầu[ ]dòng|dòng|số[ ]thứ[ ]tự|STT)
      [ ]{_NUMBER}(?:[ ]?(?:,[ ](?:và[ ])?|-|và[ ]|đến[ ]){_NUMBER})*
    | (?:các[ ])?phụ[ ]lục(?=[ ](?:của|ban|kèm|tại)))
"""
_LABELS = (
    *("điều", "khoản", "điểm", "tiết", "mục", "chương", "phần", "phụ lục", "mẫu", "biểu", "đoạn"),
    *("dòng", "số thứ tự", "stt"),
)
"""What a numbered part is called by: most references have none before them."""
_LINK = r"[ ]?(?:,|;|(?<=[ ])(?:và|của|trong|tại|đến|thuộc)(?=[ ]))?[ ]*"
_INTO = r"""[ ,]*(?:của|trong|tại|thuộc|ở)?[ ]*
    (?:(?:bản[ ])?
       (?:(?!(?:của|một|số|điều|nội|phần|phụ[ ]lục|mẫu|biểu)[ ])
          [^\W\d_]+(?:[ ](?!của[ ])[^\W\d_]+){0,3}[ ])?
       (?:được[ ])?ban[ ]hành[ ](?:kèm[ ])?theo[ ]*|bản[ ])?"""
"""What stands between a part and its document: "của bản", "của Quy chế ban hành kèm theo"."""
_BEFORE = re.compile(
    rf"(?<!\w)(?P<part>{_NUMBERED}(?:{_LINK}{_NUMBERED})*){_INTO}$", re.VERBOSE | re.IGNORECASE
)
_CHANGE = re.compile(
    r"(?:[ ]*(?:sửa đổi|bổ sung|cập nhật|thay thế|bãi bỏ|hủy bỏ|thay|bỏ|đính chính"
    r"|(?:công bố )?hết hiệu lực|ngưng hiệu lực(?: thi hành)?(?: của)?|[,]|và)(?!\w))+[ ]*",
    re.IGNORECASE,
)
_VERB = re.compile(r"(?<!\w)(?:sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ)(?!\w)", re.IGNORECASE)
_UNTOLD = r"""
    (?:các[ ]|những[ ])?(?:một[ ]số|một[ ]phần|cụm[ ]từ|các[ ]cụm[ ]từ|từ|nội[ ]dung|quy[ ]định
    |tên|đoạn|dòng|câu|danh[ ]mục|phần|phạm[ ]vi[ ]điều[ ]chỉnh|đối[ ]tượng[ ]áp[ ]dụng)(?!\w)
"""
_ANY_OF_IT = re.compile(r"(?:các |những )?(?:một (?:số|phần)(?!\w)|(?:cụm )?từ$)", re.IGNORECASE)
"""What says how much is changed, and not which: "một số điều", or the heading "cụm từ"."""
_PHRASES = re.compile(r"(?:các |những |một số )*(?:cụm )?từ(?!\w)", re.IGNORECASE)
_OPENED = re.compile(rf"(?:{_UNTOLD}|{_NUMBERED})", re.VERBOSE | re.IGNORECASE)
# What leads on to the document begins with a word, and never within one.
_END = re.compile(rf"(?!(?<=\w)\w){_INTO}$", re.VERBOSE | re.IGNORECASE)
_SOME = r"(?P<part>một[ ](?:phần|số[ ](?:điều|nội[ ]dung)))(?!\w)"
_ENDED_IN_PART = re.compile(
    rf"(?:được|bị|hết|ngưng|chấm[ ]dứt)[ ](?:bãi[ ]bỏ|h[ủu][ỷy][ ]bỏ|hiệu[ ]lực)"
    rf"(?:[ ](?:hiệu[ ]lực|thi[ ]hành))*[ ]{_SOME}",
    re.VERBOSE | re.IGNORECASE,
)
_CHANGED_IN_PART = re.compile(
    rf"(?:được|bị)[ ](?:,?[ ]?(?:sửa[ ]đổi|bổ[ ]sung|đính[ ]chính))+[ ]{_SOME}",
    re.VERBOSE | re.IGNORECASE,
)
_NAMES_PART = re.compile(
    r"(?:các[ ])?(?:quy[ ]định|nội[ ]dung|danh[ ]mục|phần)?[ ,]*", re.IGNORECASE
)
_EXCEPT = re.compile(
    r"""(?:[ ]thi[ ]hành)?(?:[ ](?:kể[ ])?từ[^.;:,\n]{0,90})?[ ]*,[ ]*
    (?P<part>(?:ngoại[ ])?trừ[ ][^.;:\n]{2,160})""",
    re.VERBOSE | re.IGNORECASE,
)
_WINDOW = 160
_LONGEST, _LONGEST_PHRASES = 300, 1000


def part_before(flow: str, start: int) -> str:
    """Return the numbered parts named right before a reference at ``start``, empty if none.

    >>> flow = "Bãi bỏ các điểm a, b khoản 2 Điều 5 và Điều 7 của Nghị định"
    >>> part_before(flow, flow.index("Nghị định"))
    'các điểm a, b khoản 2 Điều 5 và Điều 7'
    """
    window = flow[max(0, start - _WINDOW) : start]
    if not any(map(window.lower().__contains__, _LABELS)):
        return ""
    found = _BEFORE.search(window)
    return found["part"].strip(" ,;") if found else ""


def part_changed(flow: str, verb: int, start: int) -> str:
    """Return what a change whose words begin at ``verb`` reaches of the reference at ``start``.

    >>> flow = "Bãi bỏ một số điều của Nghị định"
    >>> part_changed(flow, 0, flow.index("Nghị định"))
    'một số điều'
    """
    change = _CHANGE.match(flow, verb, start) if verb < start else None
    if change and start <= verb + _longest(flow, change.end()):
        words = flow[change.end() : start]
        if _OPENED.match(words):
            part = _END.sub("", words, count=1).strip(" ,;")
            if part and not _NAMES_PART.fullmatch(part):
                whole = part_before(flow, start)
                return whole if whole.startswith(part) else part
    return part_before(flow, start)


def says_which(part: str) -> bool:
    """Tell whether a part says which provisions or words are changed.

    >>> says_which("khoản 2 Điều 4"), says_which("một số điều"), says_which("cụm từ")
    (True, False, False)
    """
    return bool(part) and _ANY_OF_IT.match(part) is None


def _longest(flow: str, offset: int) -> int:
    """Return how far before its document what is changed may begin: phrases are quoted at length.

    >>> _longest("Bãi bỏ các cụm từ “một” tại Điều 1; cụm từ “hai” tại Điều 2 Thông tư", 7)
    1000
    """
    return _LONGEST_PHRASES if _PHRASES.match(flow, offset) else _LONGEST


def part_of_title(flow: str, behind: int, start: int) -> str:
    """Return what a title between ``behind`` and ``start`` says to change of the reference there.

    >>> flow = "Luật số 5 của Quốc hội sửa đổi, bổ sung một số điều của Luật"
    >>> part_of_title(flow, len("Luật số 5"), len(flow) - len("Luật"))
    'một số điều'
    """
    verb = _VERB.search(flow, max(behind, start - _LONGEST), start)
    return part_changed(flow, verb.start(), start) if verb else part_before(flow, start)


def left_standing(flow: str, *ends: int) -> str:
    """Return what stays in force, where that stands right behind one of ``ends``: "trừ Điều 5".

    Who repeals a document but for some of it repeals a part.

    >>> flow = "Luật số 5 hết hiệu lực kể từ ngày Luật này có hiệu lực, trừ khoản 2 Điều 7."
    >>> left_standing(flow, flow.index(" kể"))
    'trừ khoản 2 Điều 7'
    """
    for end in ends:
        if found := _EXCEPT.match(flow, end):
            return found["part"].strip(" ,")
    return ""


def said_in_part(words: str, *, ended: bool) -> str:
    """Return how much is changed where the words behind a document say it: "một số điều".

    Only the verb that changes it counts: a law "đã được sửa đổi, bổ sung một số điều theo …" that
    lapses does so as a whole, and so does a decree whose title tells of "một số điều".

    >>> said_in_part(" hết hiệu lực một phần", ended=True)
    'một phần'
    >>> said_in_part(" đã được sửa đổi một số điều theo Luật số 5 hết hiệu lực", ended=True)
    ''
    """
    found = (_ENDED_IN_PART if ended else _CHANGED_IN_PART).search(words)
    return found["part"] if found else ""
