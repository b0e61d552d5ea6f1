"""What stands right behind a reference: its date, its issuer, its congress term.

The fields follow in any order ("số 43-KL/TW, ngày 07/01/2019 của Ban Bí thư (khóa XII)") and end
where the title or another reference begins; nothing is taken from a neighbour.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from extract.grammar.lexicon import types
from extract.text.view import UPPER
from ontology.dates import NO_DATE, PartialDate
from ontology.documents.document_types import TypeUse
from ontology.institutions.body_heads import all_body_heads
from ontology.institutions.issuers import abbreviations, all_issuers

_DATE = re.compile(
    r"""[ ]*[,;]?[ ]*\(?(?:đã[ ])?(?:được[ ](?:Quốc[ ]hội[ ]|Ủy[ ]ban[ ]Thường[ ]vụ[ ]Quốc[ ]hội[ ]
      |[Hh]ội[ ]đồng[ ]nhân[ ]dân[ ]tỉnh[ ]|HĐND[ ]tỉnh[ ])?)?
    (?:thông[ ]qua[ ]|ban[ ]hành[ ]|ký[ ])?(?:
      (?:cùng[ ])?(?:ngày|NGÀY)[ ]*:?[ ]*
        (?P<day>\d{1,2})[ ]*(?:[/.-]|tháng|THÁNG)[ ]*(?P<month>\d{1,2})[ ]*
        (?:[/.-]|năm|NĂM)[ ]*(?P<year>\d{4})
    | (?:(?:ngày[ .…_]*)?tháng|ngày[ ]*[.…_]+[ ]*/)[ ]*(?P<month2>\d{1,2})[ ]*(?:/|năm)[ ]*
        (?P<year2>\d{4})
    | (?:ngày[ .…_]+tháng[ .…_]+)?năm[ ](?P<year3>(?:19|20)\d\d)\b(?![ ]*-)
    )\b\)?""",
    re.VERBOSE,
)
_TERM = re.compile(r"[ ]*,?[ ]*\(?(?:khóa|Khóa|KHÓA)[ ]*(?P<term>[IVXL]{1,6}|\d{1,2})\b\)?")
_TENURE = re.compile(
    r"[ ]*,?[ ]*\(?nhiệm kỳ[ ]*(?:\d{4}[ ]*[-\u2013][ ]*\d{4}|[IVXL]{1,6})\b\)?", re.IGNORECASE
)
"""The years of a congress's term, which its resolution is named with."""
_OF = re.compile(
    r"[ ]*,?[ ]*\(?(?:của|CỦA)[ ]+"
    r"|[ ](?=(?:Ban Chấp hành Trung ương|Bộ Chính trị|Ban Bí thư)(?![^\W\d_]))"
)
"""What stands before an issuer: nothing where it is one of the Party's centre."""
ISSUER_END = re.compile(
    r"""[,;:()"“”\n/\[] | (?<!\bT[PXTpxt])[.] | [ ](?:
      [Vv]ề | ngày | [Qq]uy[ ]định | [Hh]ướng[ ]dẫn | [Pp]hê[ ]duyệt | [Bb]an[ ]hành
    | [Ss]ửa[ ]đổi | [Bb]ổ[ ]sung | [Bb]ãi[ ]bỏ | [Hh]ủy[ ]bỏ | [Tt]hay[ ]thế | [Vv]/v | đã | được
    | thì | khóa | Khóa(?=[ ][IVXL\d]) | nhiệm[ ]kỳ | số | để | tại | trong | cho | là | có | theo
    | gắn | đối[ ]với
    | [Tt]hành[ ]lập | [Cc]ông[ ]bố | triển[ ]khai | thực[ ]hiện | tổ[ ]chức
    | năm(?=[ ]\d) | từ | trên
    | nhằm | chưa | ở | cũng | bằng | với | vào | này | nêu | ký | thông[ ]qua | bị | hết
    | (?<![Nn]goại[ ])giao
    | kèm | như | mà | khi | nếu | cùng | hoặc | và(?![ ][A-ZĐÂÊÔƠƯĂÁÀÍÓÚÝẢẾỐỦỨỬỰỘỆ])
    | quyết[ ]định | VỀ | NGÀY | KHÓA | ĐẾN | QUY[ ]ĐỊNH | BAN[ ]HÀNH | SỬA[ ]ĐỔI | PHÊ[ ]DUYỆT
    | BÃI[ ]BỎ | HƯỚNG[ ]DẪN | THÔNG[ ]QUA | [Đđ]iều[ ]chỉnh | kiện[ ]toàn | phân[ ]bổ
    | phân[ ]công | chuẩn[ ]y | lãnh[ ]đạo | đôn[ ]đốc | thu[ ]hồi | tăng[ ]cường | cho[ ]phép
    | đạt | thu[ ]được | bước[ ]đầu | còn | thí[ ]điểm | giao[ ]nhiệm[ ]vụ | nộp | cấp | lấy | đến
    | tới | sang | lên | xuống | sẽ | không | mới | qua | vẫn | chỉ[ ]đạo | yêu[ ]cầu | đề[ ]nghị
    | [Ss]ơ[ ]kết | [Tt]ổng[ ]kết | [Kk]ết[ ]quả | [Tt]ình[ ]hình | tiếp[ ]tục
    | Ngày(?=[ ]\d) | chuyển(?=[ ](?:kiến[ ]nghị|ý[ ]kiến|đơn|văn[ ]bản|hồ[ ]sơ))
    )(?![^\W\d_])""",
    re.VERBOSE,
)
_JOINED_TYPE = re.compile(
    rf" và (?=(?:các )?(?:{types(TypeUse.ALONE)}|Công văn|Hiến pháp|Văn bản|Điều|Chương))"
)
_JOINT_HEADS = ("bộ", "chánh", "viện", "tổng", "liên", "tòa", "thống", "sở")
_NEXT_HEAD = re.compile(r" (?:Bộ trưởng|Chánh án|Viện trưởng|Tổng |Chủ nhiệm|Thống đốc|Bộ |Sở )")
_HAZARDS = re.compile(
    r"[Pp]hòng, chống [^,;.]{2,30}(?:, (?:bão|lụt|chữa cháy|cháy)[^,;.]{0,20}?(?= |,|;))*"
)
_AND_SECRETARIAT = re.compile(
    r",[ ](?:Ban Bí thư|BBT)(?:[ ]Trung ương(?:[ ]Đảng)?)?"
    r"(?=[ ]*(?:[,;.:()\n]|và[ ]|về[ ]|khóa[ ]|$))"
)
"""The second body of what the Politburo and the Secretariat resolve; no subject of a sentence."""
_JOINT_BODY = re.compile(r"[Ll]iên (?:[Bb]ộ|[Nn]gành|[Ss]ở)[ :]")
_NEXT_MEMBER = re.compile(
    r" (?:(?=Kế hoạch và Đầu tư)"
    rf"|(?!{types(TypeUse.ALONE)}|Công văn|Hiến pháp|Văn bản|Điều|Chương))[{UPPER}]"
)
"""A further body of a joint one: "liên Bộ Tài chính, Công an, Kế hoạch và Đầu tư"."""
_LONGEST_ISSUER = 110
_OPENERS = frozenset("n,ck(tNCKđbđd;TB")
"""What a field may begin with, so that most references are done with after one look."""
_MORE_HEADS = ("ub", "cp", "trưởng", "đcsvn")
"""First words of bodies that no table has, since they stand for a body only behind "của"."""


class Fields(NamedTuple):
    """What was found behind a reference, and the offset where it ends."""

    date: PartialDate
    issuer: str
    term: str
    end: int


NO_FIELDS = Fields(NO_DATE, "", "", 0)


def fields_after(flow: str, offset: int) -> Fields:
    """Return the fields that follow ``offset`` in ``flow``, right behind a reference."""
    when, issuer, term = NO_DATE, "", ""
    end = offset
    for _ in range(4):
        if flow[end : end + 2].lstrip()[:1] not in _OPENERS:
            break
        before = end
        if not when and (found := _DATE.match(flow, end)):
            if not (when := iso_date(found)) and not found["day"]:
                break
            end = found.end()
        if not issuer and (of := _OF.match(flow, end)):
            issuer, end = _issuer(flow, of.end(), end)
        if not term and (found := _TERM.match(flow, end)):
            term = _roman(found["term"])
            end = found.end()
        if found := _TENURE.match(flow, end):
            end = found.end()
        if end == before:
            break
    return Fields(when, issuer, term, end)


def iso_date(found: re.Match[str]) -> PartialDate:
    """Return the date that ``found`` prints, as much of it as there is; empty for no real day.

    >>> iso_date(_DATE.match(" ngày 7/1/2019"))
    '2019-01-07'
    """
    if found["day"]:
        return PartialDate.of(found["year"], found["month"], found["day"])
    return PartialDate.of(found["year2"] or found["year3"] or "", found["month2"])


def _roman(term: str) -> str:
    if not term.isdigit():
        return term
    tens, ones = divmod(int(term), 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _issuer(flow: str, start: int, otherwise: int) -> tuple[str, int]:
    """Return the issuer printed at ``start`` and where it ends, or nothing and ``otherwise``."""
    head = flow[start : start + 12].split(" ", 1)[0].rstrip(",;.").lower()
    if head not in _heads():
        return "", otherwise
    limit = min(len(flow), start + _LONGEST_ISSUER)
    stop = ISSUER_END.search(flow, start, limit)
    further = _NEXT_MEMBER if _JOINT_BODY.match(flow, start) else _NEXT_HEAD
    while stop and stop.group() == "," and head in _JOINT_HEADS and further.match(flow, stop.end()):
        stop = ISSUER_END.search(flow, stop.end(), stop.end() + _LONGEST_ISSUER)
    if stop and stop.group() == " và" and (beyond := _beyond_and(flow, start, stop.end())):
        stop = ISSUER_END.search(flow, beyond, limit)
    if stop and stop.group() == "," and (beyond := _beyond_comma(flow, start, stop.start())):
        stop = ISSUER_END.search(flow, beyond, limit)
    end = stop.start() if stop else limit
    joined = _JOINED_TYPE.search(flow, start, end + 5) if " và " in flow[start:end] else None
    if joined:
        end = min(end, joined.start())
    if not stop and end < len(flow):
        end = flow.rfind(" ", start, limit)
    name = flow[start:end].strip(" -")
    if not name or (
        name[0].islower()
        and head
        not in ("ubnd", "ủy", "liên", "hđnd", "thủ", "chính", "ban", "bộ", "tỉnh", "huyện", "hội")
    ):
        return "", otherwise
    if name in ("Đảng", "đảng", "tỉnh", "huyện", "bộ", "ban", "hội", "Tỉnh", "Huyện", "Bộ"):
        return "", otherwise
    return written_out(name), start + len(flow[start:end].rstrip(" -"))


def _beyond_and(flow: str, start: int, end: int) -> int:
    """Return where a body's name goes on past an "và" in small letters, 0 where it does not.

    "Ủy ban Khoa học và kỹ thuật Nhà nước" is printed for "… Khoa học và Kỹ thuật …".
    """
    text = flow[start : start + _LONGEST_ISSUER].lower()
    ends = (start + len(name) for name in _names_with_and() if text.startswith(name))
    return max((beyond for beyond in ends if beyond > end), default=0)


def _beyond_comma(flow: str, start: int, comma: int) -> int:
    """Return where a body's name goes on past its first comma, 0 where the name ends there.

    "Bộ Văn hóa, Thể thao và Du lịch"; "Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc".
    """
    if flow[start:comma].lower() == "bộ trưởng":
        return comma + 1
    if flow[start:comma] == "Bộ Chính trị" and (both := _AND_SECRETARIAT.match(flow, comma)):
        return both.end()
    hazards = _HAZARDS.match(flow, comma - len("Phòng"))
    if hazards:
        return hazards.end()
    text = flow[start : comma + 60].lower()
    first = "," not in flow[start:comma]
    if first and not text[: comma - start].endswith(_beginnings_with_commas()):
        return 0
    for name in names_with_commas():
        offset = text.find(name)
        if 0 <= offset < comma - start < offset + len(name):
            return start + offset + len(name)
    return 0


@lru_cache(maxsize=4096)
def written_out(name: str) -> str:
    """Return an issuer's name with the Party's abbreviations written out.

    >>> written_out("BTV Tỉnh ủy")
    'Ban Thường vụ Tỉnh ủy'
    """
    known = abbreviations()
    return " ".join([known.get(word, word) for word in name.split()])


@cache
def _heads() -> frozenset[str]:
    names = [
        *(name for issuer in all_issuers() for name in issuer.names),
        *(head.head for head in all_body_heads()),
        *abbreviations(),
    ]
    return frozenset([*(name.split()[0].lower() for name in names), *_MORE_HEADS])


@cache
def _names_with_and() -> tuple[str, ...]:
    """Return the bodies' names that hold an "và", in small letters."""
    names = (name.lower() for issuer in all_issuers() for name in issuer.names)
    return tuple({name for name in names if " và " in name})


@cache
def names_with_commas() -> tuple[str, ...]:
    """Return the bodies' names that hold a comma, in small letters, the longest first."""
    names = {name.lower() for issuer in all_issuers() for name in issuer.names if "," in name}
    return tuple(sorted(names, key=len, reverse=True))


@cache
def _beginnings_with_commas() -> tuple[str, ...]:
    """Return what stands before the comma in the bodies' names that hold one."""
    return tuple({name.partition(",")[0] for name in names_with_commas()})
