"""Which districts and communes do words name: "UBND xã Tân Thành, huyện Lai Vung"?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.text.view import UPPER
from ontology.dates import NO_DATE, PartialDate
from ontology.institutions.places import REFORM
from ontology.institutions.units import Unit, UnitKind, units_named
from ontology.level import Level
from ontology.spelling import slug

_WORD = rf"(?:[{UPPER}][^\W\d_]*(?:['\u2019][^\W\d_]+)?|\d{{1,2}}(?![\d./-]))"
_NO_NAME = (
    r"(?!(?:LẦN|Lần|KHÓA|Khóa|KHOÁ|Khoá|NĂM(?! CĂN)|Năm(?! Căn)|NHIỆM|Nhiệm|VỀ|ĐẾN"
    r"|GIAI (?=ĐOẠN)|TRONG|VÀ)\b)"
)
"""What stands behind the word alone: "ĐẢNG BỘ HUYỆN LẦN THỨ XX"."""
_NAME = rf"[ ]{_NO_NAME}(?P<name>{_WORD}(?:[ ](?:- )?{_WORD}){{0,5}})"
_DISTRICT = re.compile(
    r"(?P<kind>[Hh]uyện(?: ủy)?|HUYỆN(?: ỦY)?|[Qq]uận(?: ủy)?|QUẬN(?: ỦY)?|[Tt]hị (?:xã|ủy)"
    r"|THỊ (?:XÃ|ỦY)|[Tt]hành (?:phố|ủy)|THÀNH (?:PHỐ|ỦY)|(?:TP|Tp)\.?)" + _NAME
)
_COMMUNE = re.compile(
    r"(?P<kind>(?<![Tt]hị )xã|(?<!THỊ )XÃ|Xã|[Pp]hường|PHƯỜNG|[Tt]hị trấn|THỊ TRẤN|[Đđ]ặc khu"
    r"|ĐẶC KHU)" + _NAME
)
_BEHIND = re.compile(
    r" (?:T(?:ỈNH|ỉnh)|H(?:UYỆN|uyện)|Q(?:UẬN|uận)|T(?:HÀNH PHỐ|hành phố)|T(?:HỊ XÃ|hị xã)|TP"
    r"|T(?:HỊ TRẤN|hị trấn)|PHƯỜNG|Phường|XÃ|Xã|Đ(?:ẢNG|ảng) (?:ỦY|ủy|BỘ|bộ)|(?:ỦY|Ủy) (?:BAN|ban)"
    r"|(?:HUYỆN|QUẬN|THỊ|THÀNH) ỦY|UBND|HĐND|H(?:ỘI|ội) (?:ĐỒNG|đồng)|BCH|S(?:Ố|ố)\b"
    r"|B(?:AN|an) (?!HUYỆN|[Hh]uyện|TỈNH|[Tt]ỉnh|$)"  # "xã Nậm Ban" ends in that word
    r"|P(?:HÒNG|hòng) |(?:NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|KẾT LUẬN|CHƯƠNG TRÌNH|KẾ HOẠCH|CỦA)\b)"
)
"""What may stand right behind a name in a letterhead, where all is in capitals."""
_KINDS = {
    "huyen": UnitKind.RURAL_DISTRICT,
    "huyen-uy": UnitKind.RURAL_DISTRICT,
    "quan": UnitKind.URBAN_DISTRICT,
    "quan-uy": UnitKind.URBAN_DISTRICT,
    "thi-xa": UnitKind.TOWN,
    "thi-uy": UnitKind.TOWN,
    "thanh-pho": UnitKind.CITY,
    "thanh-uy": UnitKind.CITY,
    "tp": UnitKind.CITY,
    "xa": UnitKind.COMMUNE,
    "phuong": UnitKind.WARD,
    "thi-tran": UnitKind.TOWNSHIP,
    "dac-khu": UnitKind.ZONE,
}


@dataclass(frozen=True, slots=True)
class UnitName:
    """A district or a commune as words name it, which may be none of the tables."""

    kind: UnitKind
    name: str
    level: Level

    @property
    def slug(self) -> str:
        """Its name as the last part of a path, where no namesake lies beside it."""
        return slug(self.name)

    def units(self, day: PartialDate, within: str = "") -> tuple[Unit, ...]:
        """Return the units of the tables that it may mean on ``day``, in the place ``within``."""
        return units_named(self.kind, self.name, self.level, day, within)


def named_units(text: str, level: Level) -> Iterator[UnitName]:
    """Yield the districts or the communes that ``text`` names, as ``level`` asks.

    "Thành phố" and "thành ủy" are said of provinces, too: only a name of the table is a district's.
    """
    for found in (_DISTRICT if level is Level.DISTRICT else _COMMUNE).finditer(text):
        name = _whole(_KINDS[slug(found["kind"])], found["name"], level)
        if name.kind is not UnitKind.CITY or name.units(NO_DATE):
            yield name


def _whole(kind: UnitKind, words: str, level: Level) -> UnitName:
    """Return the name that begins ``words``: the longest that the tables have, where they have one.

    "Nam Ban Lâm Hà" and "Văn Miếu - Quốc Tử Giám" hold what else ends a name.
    """
    short = UnitName(kind, _BEHIND.split(words.partition(" - ")[0] + " ")[0].strip(), level)
    parts = words.split(" ")
    for count in range(len(parts), 0, -1):
        longer = UnitName(kind, " ".join(parts[:count]), level)
        if len(longer.name) <= len(short.name):
            break
        if longer.units(NO_DATE) or longer.units(REFORM):
            return longer
    return short


def first_unit_name(text: str, level: Level) -> UnitName | None:
    """Return the first district or commune that ``text`` names, None where it names none."""
    return next(named_units(text, level), None)


def kind_of_committee(issuer: str) -> UnitKind:
    """Return the kind of district whose committee is named without its place: "Quận ủy"."""
    return _KINDS.get("-".join(slug(issuer).split("-")[:2]), UnitKind.RURAL_DISTRICT)
