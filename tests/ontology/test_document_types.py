"""Codes and words of document types."""

import pytest

from ontology.documents.document_types import all_types, type_by_code, type_by_word
from ontology.system import System


@pytest.mark.parametrize(
    ("code", "party", "word"),
    [
        pytest.param("QĐ", None, "Quyết định", id="QĐ is Quyết định unless the text says more"),
        pytest.param("QD", None, "Quyết định", id="OCR drops the stroke"),
        pytest.param("QÐ", None, "Quyết định", id="U+00D0 for Đ"),
        pytest.param("qđi", True, "Quy định", id="the register QĐi"),
        pytest.param("QyĐ", False, "Quy định", id="the State's Quy định"),
        pytest.param("QyĐ", True, "Quy định", id="local committees write QyĐ"),
        pytest.param("ND", None, "Nghị định", id="decree without its stroke"),
        pytest.param("NĐ", True, "Nghị định", id="the Party has none"),
        pytest.param("TT", None, "Thông tư", id="TT is the State's by default"),
        pytest.param("TT", True, "Thông tri", id="the Party's TT"),
        pytest.param("Ctr", None, "Chương trình", id="Ctr"),
        pytest.param("CTHĐ", True, "Chương trình", id="programme of action"),
        pytest.param("CT", True, "Chỉ thị", id="CT is no programme"),
        pytest.param("TTr", None, "Tờ trình", id="TTr is not TT"),
        pytest.param("HD", None, "Hướng dẫn", id="HD has no stroke"),
        pytest.param("HĐ", None, "Hợp đồng", id="HĐ has one"),
        pytest.param("DA", None, "Dự án", id="DA"),
        pytest.param("ĐA", None, "Đề án", id="ĐA"),
        pytest.param("LB", None, "Thông tư liên tịch", id="old joint circulars"),
    ],
)
def test_type_of_a_code(code: str, party: bool | None, word: str) -> None:
    found = type_by_code(code, party)
    assert found is not None
    assert found.word == word


@pytest.mark.parametrize("code", ["", "UBND", "XYZ", "69"])
def test_no_type(code: str) -> None:
    assert type_by_code(code) is None


@pytest.mark.parametrize(
    ("word", "party", "code"),
    [
        ("Kết luận", None, "KL"),
        ("QUYẾT ĐỊNH", None, "QĐ"),
        ("quy định", True, "QĐ"),
        ("quy định", False, "QyĐ"),
        ("Thông báo kết luận", True, "TB"),
        ("Chương trình hành động", None, "CTr"),
        ("Giấy uỷ quyền", None, "GUQ"),
        ("Luật", None, ""),
    ],
)
def test_type_of_a_word(word: str, party: bool | None, code: str) -> None:
    found = type_by_word(word, party)
    assert found is not None
    assert found.code == code


def test_words_that_are_no_type() -> None:
    assert type_by_word("Kết quả") is None


@pytest.mark.parametrize(
    ("word", "system", "year"),
    [
        ("Quyết định", System.PARTY, "outside"),
        ("Quyết định", System.STATE, "both"),
        ("Nghị quyết", System.STATE, "both"),
        ("Nghị định", System.STATE, "inside"),
        ("Luật", System.STATE, "inside"),
        ("Kế hoạch", System.STATE, "outside"),
        ("Hiến pháp", System.STATE, "none"),
    ],
)
def test_where_the_year_stands(word: str, system: System, year: str) -> None:
    found = [kind for kind in all_types() if kind.word == word and kind.system is system]
    assert {kind.year.value for kind in found} == {year}


def test_every_type_is_found_by_its_own_code_and_word() -> None:
    for kind in all_types():
        assert type_by_word(kind.word) is not None
        assert not kind.code or type_by_code(kind.code) is not None
