"""Codes, names and registers of issuers, and the level of a body."""

import pytest

from ontology.institutions.issuers import (
    abbreviations,
    all_issuers,
    body_level,
    issuer_by_code,
    issuer_by_name,
    issuers_by_code,
)
from ontology.level import Level


@pytest.mark.parametrize(
    ("code", "name", "series"),
    [
        ("TW", "Ban Chấp hành Trung ương", "tw"),
        ("TTG", "Thủ tướng Chính phủ", "ttg"),
        ("QH15", "Quốc hội", "qh"),
        ("BCĐ389", "Ban Chỉ đạo", "{place}.bcd"),
        ("UBTVQH14", "Ủy ban Thường vụ Quốc hội", "ubtvqh"),
        ("HĐNN8", "Hội đồng Nhà nước", "hdnn"),
        ("BLĐTB&XH", "Bộ Lao động - Thương binh và Xã hội", "bldtbxh"),
        ("BLDTBXH", "Bộ Lao động - Thương binh và Xã hội", "bldtbxh"),
        ("BNN&PTNT", "Bộ Nông nghiệp và Phát triển nông thôn", "bnnptnt"),
        ("VKSTC", "Viện kiểm sát nhân dân tối cao", "vksndtc"),
        ("BCN", "Bộ Công nghiệp", "bcn"),
        ("MTTW-BTT", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "mttw"),
        ("TU", "Tỉnh ủy", "{place}.tu"),
        ("HU", "Huyện ủy", "{place}.hu"),
        ("UB", "Ủy ban nhân dân", "{place}.ubnd"),
        ("UBND", "Ủy ban nhân dân", "{place}.ubnd"),
        ("SNN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn", "{place}.snnptnt"),
    ],
)
def test_body_of_a_code(code: str, name: str, series: str) -> None:
    issuer = issuer_by_code(code)
    assert issuer is not None
    assert (issuer.names[0], issuer.series) == (name, series)


@pytest.mark.parametrize("code", ["", "15", "XYZ", "KGVX"])
def test_no_body(code: str) -> None:
    assert issuer_by_code(code) is None


def test_one_code_at_two_levels() -> None:
    province, district = issuers_by_code("TU")
    assert (province.level, district.level) == (Level.PROVINCE, Level.DISTRICT)
    assert issuer_by_code("TU", Level.DISTRICT) == district
    assert issuer_by_code("TU", Level.COMMUNE) == province


@pytest.mark.parametrize(
    ("code", "place", "series"),
    [
        ("TU", "lai-chau", "lai-chau.tu"),
        ("UBND", "lai-chau.tam-duong", "lai-chau.tam-duong.ubnd"),
        ("TU", "", None),
        ("TW", "", "tw"),
        ("TW", "lai-chau", "tw"),
    ],
)
def test_register_in_a_place(code: str, place: str, series: str | None) -> None:
    issuer = issuer_by_code(code)
    assert issuer is not None
    assert issuer.series_at(place) == series


def test_body_of_a_name() -> None:
    issuer = issuer_by_name("UỶ BAN NHÂN DÂN")
    assert issuer is not None
    assert issuer.code == "UBND"
    assert issuer_by_name("Ủy ban") is None


def test_every_central_body_is_reached_by_its_code() -> None:
    for issuer in all_issuers():
        assert issuer in issuers_by_code(issuer.code)


def test_no_variant_hides_the_code_of_another_body_of_its_level() -> None:
    codes = {(issuer.code.casefold(), issuer.level) for issuer in all_issuers()}
    clashes = [
        (issuer.code, variant)
        for issuer in all_issuers()
        for variant in issuer.code_variants
        if (variant.casefold(), issuer.level) in codes
    ]
    assert not clashes


@pytest.mark.parametrize(
    ("name", "level"),
    [
        pytest.param("Ban Thường vụ Tỉnh ủy", "province", id="Tỉnh ủy"),
        pytest.param("Ban Thường vụ Huyện uỷ Tam Đường", "district", id="old place of the tone"),
        pytest.param("UBND huyện Tam Đường, tỉnh Lai Châu", "district", id="most local word"),
        pytest.param("Quận ủy", "district", id="Quận ủy"),
        pytest.param("Quân ủy Trung ương", "central", id="Quân ủy is not Quận ủy"),
        pytest.param("Bộ Công an", "central", id="a ministry"),
        pytest.param("Bộ Lao động Thương binh và Xã hội", "central", id="xã hội is no commune"),
        pytest.param("Bộ Nông nghiệp và Phát triển nông thôn", "central", id="nông thôn"),
        pytest.param("Bộ Chỉ huy Quân sự tỉnh", "province", id="Bộ Chỉ huy is no ministry"),
        pytest.param("Thủ tướng Chính phủ", "central", id="the Prime Minister"),
        pytest.param("HĐND xã", "commune", id="commune council"),
        pytest.param("UBND thị xã Sơn Tây", "district", id="thị xã is no xã"),
        pytest.param("Liên minh Hợp tác xã tỉnh", "province", id="hợp tác xã is no xã"),
        pytest.param("Đảng ủy", "commune", id="Đảng ủy alone"),
        pytest.param("Đảng ủy Khối các cơ quan tỉnh", "province", id="Đảng ủy of a province"),
        pytest.param("Đảng ủy Công an Trung ương", "central", id="Đảng ủy of the centre"),
        pytest.param("liên sở LĐTBXH - Tài chính", "province", id="joint departments"),
        pytest.param("Giám đốc Sở Tài nguyên và Môi trường", "province", id="head of department"),
        pytest.param("Thành ủy", "province", id="Thành ủy alone"),
        pytest.param("Thành ủy Hà Nội", "province", id="Thành ủy of a centrally run city"),
        pytest.param("Thành ủy Vinh", "district", id="Thành ủy of another city"),
        pytest.param("UBND thành phố Lai Châu", "district", id="a city named as its province"),
        pytest.param("Ủy ban nhân dân thành phố đà nẵng", "province", id="small letters"),
        pytest.param("UBND TP.HCM", "province", id="TP.HCM"),
        pytest.param("UBND và UB MTTQ Thành phố", "province", id="a city without a name"),
        pytest.param("Thành ủy, UBND thành phố", "province", id="an abbreviation is no name"),
        pytest.param("Ban Chỉ đạo CTTG huyện", "district", id="a steering committee"),
        pytest.param("Ủy ban MTTQ Việt Nam huyện", "district", id="Việt Nam says little"),
        pytest.param("Ủy ban MTTQ Việt Nam", "central", id="unless nothing else is said"),
        pytest.param("HĐND Phú Yên", "province", id="the name of a province alone"),
        pytest.param("Đoàn TNCS Hồ Chí Minh", None, id="not the city"),
        pytest.param("UBND", None, id="no level in the words"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_level_of_a_body(name: str, level: str | None) -> None:
    assert body_level(name) == level


def test_abbreviations_are_written_out() -> None:
    assert abbreviations()["BTV"] == "Ban Thường vụ"
    assert abbreviations()["BCT"] == "Bộ Chính trị"
    assert "UBND" not in abbreviations()
    assert "HĐND" not in abbreviations()
