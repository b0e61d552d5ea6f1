"""Which spellings are one, and which are not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.spelling import folded, slug

VIETNAMESE = (
    "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđbcdghklmnpqrstvx "
)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        pytest.param("Uỷ ban", "Ủy ban", id="uỷ and ủy"),
        pytest.param("hoà giải", "hòa giải", id="hoà and hòa"),
        pytest.param("cụ thể hoá", "cụ thể hóa", id="hoá and hóa"),
        pytest.param("KHOẺ", "khỏe", id="khoẻ and KHỎE"),
        pytest.param("Ðảng", "Đảng", id="Icelandic eth"),
        pytest.param("Tỉnh  ủy\n", "tỉnh ủy", id="blanks and letter case"),
        pytest.param(unicodedata.normalize("NFD", "Huyện ủy"), "Huyện uỷ", id="NFD"),
    ],
)
def test_spellings_of_one_word(word: str, other: str) -> None:
    assert folded(word) == folded(other)


@pytest.mark.parametrize(
    ("word", "other"),
    [("quân ủy", "quận ủy"), ("HD", "HĐ"), ("phường", "phương"), ("Tỉnh ủy", "Tinh uy")],
)
def test_different_words(word: str, other: str) -> None:
    assert folded(word) != folded(other)


@given(st.text(alphabet=VIETNAMESE + VIETNAMESE.upper() + "-/;.&0123456789"))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert folded(unicodedata.normalize("NFD", text)) == folded(text)


@given(st.text())
def test_a_slug_is_safe_in_an_iri(text: str) -> None:
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(slug(text)) == slug(text)
