"""Where a title ends by its words: what leads on to a number, and the names over a text."""

import pytest

from tests.extract.texts import decision, document, party_plan, reading_of

OPENING = "Thực hiện Kết luận số 69-KL/TU, Huyện ủy xây dựng kế hoạch như sau:"
TITLES = [
    pytest.param("về chuyển đổi số", "về chuyển đổi số", id="a-word-that-may-lead-to-a-number"),
    pytest.param(
        "về công tác dân vận hằng năm", "về công tác dân vận hằng năm", id="a-year-as-well"
    ),
    pytest.param(
        "thực hiện Kết luận số\n31-KL/TU về dân số",
        "thực hiện Kết luận số 31-KL/TU về dân số",
        id="the-number-follows",
    ),
    pytest.param(
        "KỶ NIỆM NGÀY THÀNH LẬP ĐẢNG CỘNG SẢN VIỆT NAM",
        "KỶ NIỆM NGÀY THÀNH LẬP ĐẢNG CỘNG SẢN VIỆT NAM",
        id="the-party-s-name-within-it",
    ),
    pytest.param(
        "về tổ hòa giải\nCHỦ TỊCH\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "về tổ hòa giải",
        id="who-issues-it-below",
    ),
]


@pytest.mark.parametrize(("lines", "title"), TITLES)
def test_title_ends_with(lines: str, title: str) -> None:
    reading = reading_of(party_plan(lines, OPENING))
    assert document(reading, reading.document).title == title


def test_title_in_capitals_ends_above_the_head_of_a_body() -> None:
    lines = "NẠO VÉT KÊNH MƯƠNG NỘI ĐỒNG\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LAI CHÂU"
    reading = reading_of(decision(lines))
    assert document(reading, reading.document).title == "NẠO VÉT KÊNH MƯƠNG NỘI ĐỒNG"


def test_number_on_the_line_below_its_word() -> None:
    text = party_plan("về công tác hòa giải", OPENING).replace("Số 88-KH/HU", "Số:\n88-KH/HU")
    assert reading_of(text).document == "88-KH/HU"
