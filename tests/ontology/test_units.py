"""Districts and communes: names, paths, what became of each."""

import subprocess
import sys
from collections import Counter

import pytest

import ontology.institutions.reform
import ontology.institutions.units
from ontology.dates import PartialDate
from ontology.institutions.reform import all_successions, units_after
from ontology.institutions.units import (
    UnitKind,
    communes,
    districts,
    old_communes,
    rows_of_communes,
    unit_at,
    units_named,
)
from ontology.level import Level
from ontology.tables import TableError, parse_table

D, C = Level.DISTRICT, Level.COMMUNE
BEFORE, SINCE = "2021-05-04", "2025-09-03"
DISTRICT_COLUMNS = ("province", "kind", "name", "communes", "source")
COMMUNE_COLUMNS = ("province", "kind", "name", "code", "made_of", "source")


def test_all_units_are_there_and_no_two_share_a_path() -> None:
    # Five districts are islands that had no communes.
    assert (len(districts()), len(old_communes()), len(communes())) == (696, 10_035, 3_321)
    paths = Counter(unit.path for unit in (*districts(), *old_communes(), *communes()))
    assert [path for path, count in paths.items() if count > 1] == []


def test_every_unit_that_ended_was_followed_and_every_new_one_follows() -> None:
    assert [
        unit.path for unit in (*districts(), *old_communes()) if not units_after(unit.path)
    ] == []
    reached = {after.path for parts in all_successions().values() for after, _ in parts}
    assert reached == {unit.path for unit in communes()}


NAMED = [
    ("huyện: AN LÃO", D, BEFORE, "", "hai-phong.an-lao binh-dinh.an-lao", "two"),
    ("huyện: An Lão", D, BEFORE, "binh-dinh", "binh-dinh.an-lao", "of one province"),
    ("huyện: Mường Tè", D, BEFORE, "", "lai-chau.muong-te", "one alone"),
    ("huyện: Cao Lãnh", D, BEFORE, "dong-thap", "dong-thap.huyen-cao-lanh", "kind, as printed"),
    ("thành phố: Cao Lãnh", D, BEFORE, "", "dong-thap.cao-lanh", "the one beside it"),
    ("thị xã: Cao Lãnh", D, BEFORE, "", "dong-thap.cao-lanh", "it grew to a city"),
    ("huyện: Từ Sơn", D, BEFORE, "", "bac-ninh.tu-son", "a rural district grows to a city"),
    ("quận: Tân Phú", D, BEFORE, "", "ho-chi-minh.tan-phu", "none was a rural one before"),
    ("thành phố: Mường Tè", D, BEFORE, "", "", "a rural district was never a city"),
    ("quận: 01", D, BEFORE, "", "ho-chi-minh.1", "a number with a nought before it"),
    ("huyện: Đắk R\u2019Lấp", D, BEFORE, "", "dak-nong.dak-r-lap", "an apostrophe"),
    ("xã: Tân Thành", C, BEFORE, "dong-thap.lai-vung", "dong-thap.lai-vung.tan-thanh", "old"),
    ("xã: Tân Thành", C, SINCE, "dong-thap", "dong-thap.tan-thanh", "new"),
    ("xã: Tân Thạnh", C, SINCE, "dong-thap", "dong-thap.xa-tan-thanh", "the same letters"),
    ("xã: Phong Thổ", C, SINCE, "", "lai-chau.xa-phong-tho", "a district has the bare path"),
    ("xã: Hồ Thầu", C, SINCE, "lai-chau", "", "ended"),
    ("xã: Bình Lư", C, SINCE, "", "lai-chau.binh-lu", "lasts"),
    ("đặc khu: Phú Quốc", C, SINCE, "", "an-giang.phu-quoc", "a zone"),
    ("xã: Không Có", C, BEFORE, "", "", "unknown"),
]


@pytest.mark.parametrize(("named", "level", "day", "within", "paths", "why"), NAMED)
def test_units_of_a_name(
    named: str, level: Level, day: str, within: str, paths: str, why: str
) -> None:
    kind, name = named.split(": ")
    found = units_named(UnitKind(kind), name, level, PartialDate(day), within)
    assert [unit.path for unit in found] == paths.split(), why


AFTER = [
    ("quang-ninh.co-to", ["đặc khu Cô Tô"], "a district of islands"),
    ("hai-phong.bach-long-vi", ["đặc khu Bạch Long Vĩ"], "a district without communes"),
    ("lai-chau.tam-duong.ho-thau", ["xã Tả Lèng"], "a commune that was merged"),
    ("lai-chau.binh-lu", [], "lasts"),
    ("lai-chau", [], "a province is not of these tables"),
    ("lai-chau.tam-duong.khong-co", [], "unknown"),
]


@pytest.mark.parametrize(("path", "labels", "why"), AFTER)
def test_what_became_of_a_unit(path: str, labels: list[str], why: str) -> None:
    assert [unit.label for unit in units_after(path)] == labels, why


def test_a_unit_that_was_divided_leads_first_to_what_took_most_of_it() -> None:
    divided = next(
        code
        for code, parts in all_successions().items()
        if [extent.value for _, extent in parts][:2] == ["part", "most"]
    )
    unit = next(unit for unit in old_communes() if unit.code == divided)
    parts = {after.path: extent.value for after, extent in all_successions()[divided]}
    assert parts[units_after(unit.path)[0].path] == "most"


def test_a_path_finds_its_unit() -> None:
    for path in ("lai-chau.tam-duong", "lai-chau.binh-lu", "lai-chau.tam-duong.binh-lu"):
        unit = unit_at(path)
        assert unit is not None
        assert unit.path == path
    assert unit_at("lai-chau") is None


BAD = [
    ("lai-chua,huyện,Mới,00001 xã A", "slug of places.csv", "a province that there is not"),
    ("lai-chau,làng,Mới,00001 xã A", "one of", "a kind that there is not"),
    ("lai-chau,huyện,Mới,", "its communes", "nothing in it"),
    ("lai-chau,huyện,Mới,1 xã A", "has the code '1'", "no code"),
    ("lai-chau,huyện,Mới,00001 xã A;00001 xã B", "has the code '00001'", "a code twice"),
    ("lai-chau,huyện,Mới,00001 làng A", "before it", "a commune of an unknown kind"),
    ("lai-chau,huyện,Mới,00001;00002 xã B", "behind the code", "a commune without a name"),
]


@pytest.mark.parametrize(("row", "reason", "why"), BAD)
def test_a_district_that_cannot_be_is_named(
    row: str, reason: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = parse_table(
        "districts.csv", f"{','.join(DISTRICT_COLUMNS)}\n{row},made\n", DISTRICT_COLUMNS
    )
    units = ontology.institutions.units
    monkeypatch.setattr(units, "read_table", lambda *_, **__: rows)
    monkeypatch.setattr(units, "rows_of_districts", units.rows_of_districts.__wrapped__)
    with pytest.raises(TableError, match=f"line 2.*{reason}"):
        old_communes.__wrapped__()


BAD_NEW = [
    ("ha-giang,xã,Mới,00001,00001", "one of today", "a province that ended"),
    ("lai-chau,xã,Mới,00001,00001 half", "'most' or 'part'", "an unknown extent"),
    ("lai-chau,xã,Mới,00001,99999", "code of districts.csv", "made of what there was not"),
    ("lai-chau,xã,Mới,00001,00001", "no row of communes.csv", "all others are lost"),
]


@pytest.mark.parametrize(("row", "reason", "why"), BAD_NEW)
def test_a_commune_that_cannot_be_is_named(
    row: str, reason: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    districts()
    rows = parse_table(
        "communes.csv", f"{','.join(COMMUNE_COLUMNS)}\n{row},made\n", COMMUNE_COLUMNS
    )
    units, reform = ontology.institutions.units, ontology.institutions.reform
    monkeypatch.setattr(units, "read_table", lambda *_, **__: rows)
    monkeypatch.setattr(reform, "rows_of_communes", rows_of_communes.__wrapped__)
    with pytest.raises(TableError, match=f"line .*{reason}"):
        all_successions.__wrapped__()


def test_the_tables_are_read_only_when_needed() -> None:
    script = (
        "import graph, graph.cli.main, extract.pipeline\n"
        "from ontology.institutions import units\n"
        "print(units.rows_of_districts.cache_info().currsize, "
        "units.rows_of_communes.cache_info().currsize)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["0", "0"]
