"""What looks like a number and is none, and numbers of rare forms."""

import pytest

from tests.extract.texts import in_body, mention_of, party_plan, quotes, reading_of

NONE = [
    pytest.param('Ghi ở dòng "1.7 - Thu phí chợ phiên".', id="line-of-a-budget"),
    pytest.param('Ghi ở dòng "17 - Thu phí chợ phiên".', id="line-of-a-budget-without-a-point"),
    pytest.param("Ban Chỉ đạo Nghị quyết 35 tỉnh Hà Giang họp tại xã.", id="steering-board"),
    pytest.param("Tổ giúp việc Chỉ thị 16 của tỉnh Hà Giang họp.", id="working-group"),
    pytest.param("Gọi số 0213.3876-501 hoặc gặp xe biển số 25A-123.45.", id="telephone-and-plate"),
    pytest.param("Theo Thông tư số ñ2/2026/TT-BCA.", id="year-behind-a-number-that-was-not-read"),
    pytest.param("Theo Thông tư số 2026/TT-BCA.", id="year-whose-number-is-lost"),
    pytest.param("Theo Quyết định số ñ2/2026/QĐ-UBND.", id="year-behind-a-number-of-any-type"),
    pytest.param("Theo nghị định số 389/ubnd-0426/nđ-cp.", id="digits-in-a-symbol-in-lower-case"),
    pytest.param("Ghi theo Mẫu số 03-TSCĐ và TCVN 1234:2015.", id="form-and-standard"),
]


@pytest.mark.parametrize("sentence", NONE)
def test_no_number(sentence: str) -> None:
    assert quotes(reading_of(in_body(sentence)), "numbered") == []


SOME = [
    pytest.param(
        "Xem Quyết định số 2026/QĐ-UBND.", "Quyết định số 2026/QĐ-UBND", id="as-great-as-a-year"
    ),
    pytest.param("Xem Nghị quyết số 66.7/2025/NQ-CP.", "Nghị quyết số 66.7/2025/NQ-CP", id="point"),
    pytest.param(
        "Xem Báo cáo thẩm tra số 12/BCTT-PC.", "Báo cáo thẩm tra số 12/BCTT-PC", id="committee"
    ),
    pytest.param("Xem 12/BCTT-PC ngày 03/4/2023.", "12/BCTT-PC", id="committee-without-a-type"),
    pytest.param(
        "Ban Chỉ đạo họp về Nghị quyết số 35-NQ/TW.",
        "Nghị quyết số 35-NQ/TW",
        id="what-a-board-speaks-of",
    ),
]


@pytest.mark.parametrize(("sentence", "words"), SOME)
def test_number_of_a_rare_form(sentence: str, words: str) -> None:
    assert quotes(reading_of(in_body(sentence)), "numbered") == [words]


def test_own_number_with_a_point_is_whole() -> None:
    text = (
        "CHÍNH PHỦ\n-------\nSố: 66.12/2025/NQ-CP\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nHà Nội, ngày 03 tháng 12 năm 2025\n\nNGHỊ QUYẾT\n"
        "Về hòa giải\n\nĐiều 1. Lập tổ hòa giải.\n"
    )
    assert quotes(reading_of(text), "self") == ["66.12/2025/NQ-CP"]


def test_number_of_any_text_is_that_of_who_asks_by_it() -> None:
    """What is called "Văn bản" has no type, and its body stands before that word."""
    reading = reading_of(in_body("Theo yêu cầu của UBND tỉnh tại Văn bản số 33/UBND-TH, tổ họp."))
    assert mention_of(reading, "33/UBND-TH").issuer == "UBND tỉnh"


def test_year_of_a_plan_is_none_of_the_scheme_that_it_carries_out() -> None:
    reading = reading_of(party_plan("thực hiện Đề án 06 năm 2025"))
    assert [d.dates for d in reading.documents if d.type == "Đề án"] == [()]
