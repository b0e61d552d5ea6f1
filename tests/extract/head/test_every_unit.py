"""Units of the tables as letterheads print them: words of some names mean something else, too."""

import re

import pytest

from extract import read
from ontology.institutions.places import place_by_slug
from ontology.institutions.units import Unit, UnitKind, communes, districts

_OTHERWISE = re.compile(
    r"(?:^|[ ])(?:Nhân|Dân|Sở|Ban|Năm|Chương|Kế|Thông|Quyết|Phòng|Hội|Đảng|Quan|Thành|Giai)"
    r"(?:[ ]|$)|[-'\u2019]"
)
"""Words that name bodies, parts and types as well, and marks within a name."""


def letterhead(unit: Unit, above: str, committee: str, code: str, year: int) -> str:
    return (
        f"ĐẢNG BỘ {above.upper()}\n{committee} {unit.name.upper()}\n*\nSố 4-KH/{code}\n"
        f"ĐẢNG CỘNG SẢN VIỆT NAM\n\n{unit.name}, ngày 16 tháng 10 năm {year}\n\nKẾ HOẠCH\n"
        "kiểm tra\n\nI- MỤC ĐÍCH\n\nTốt.\n"
    )


def above(unit: Unit) -> str:
    province = place_by_slug(unit.outer.partition(".")[0])
    assert province
    return f"{province.kind.value} {province.name}"


NEW = [unit for at, unit in enumerate(communes()) if at % 40 == 0 or _OTHERWISE.search(unit.name)]
RURAL = [unit for unit in districts() if unit.kind is UnitKind.RURAL_DISTRICT]
RURAL = [unit for at, unit in enumerate(RURAL) if at % 10 == 0 or _OTHERWISE.search(unit.name)]


@pytest.mark.parametrize(
    ("units", "code", "period", "year"),
    [(NEW, "ĐU", "nk2025", 2025), (RURAL, "HU", "nk2020", 2021)],
)
def test_a_letterhead_tells_which_unit_it_is_of(
    units: list[Unit], code: str, period: str, year: int
) -> None:
    assert len(units) > 70
    wrong: dict[str, str] = {}
    for unit in units:
        committee = f"ĐẢNG ỦY {unit.kind.value.upper()}" if code == "ĐU" else "HUYỆN ỦY"
        reading = read(letterhead(unit, above(unit), committee, code, year))
        (own,) = (each for each in reading.documents if each.key == reading.document)
        suffix = "du" if code == "ĐU" else "hu"
        if str(own.id) != f"{unit.path}.{suffix}/{period}/kh-{suffix}/4":
            wrong[unit.path] = str(own.id)
    assert wrong == {}


def test_no_name_begins_with_the_kind_of_its_place() -> None:
    kinds = tuple(f"{kind.value} " for kind in UnitKind)
    units = (*communes(), *districts())
    assert len(units) > 4000
    assert [unit.path for unit in units if unit.name.lower().startswith(kinds)] == []
