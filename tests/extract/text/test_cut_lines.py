"""Lines of a short text that end within a name, a number or a list, and those that do not."""

import pytest

from tests.extract.text.test_layout import flow_of

FULL_LINES = "Các xã nạo vét kênh mương và\nbảo vệ rừng đầu nguồn theo\nkế hoạch của huyện.\n" * 5

CUT = [
    pytest.param(
        "KẾ HOẠCH\nNẠO VÉT KÊNH MƯƠNG GIAI ĐOẠN 2026 -\n2030\n\nHuyện họp.",
        "GIAI ĐOẠN 2026 - 2030",
        id="second-year-of-a-period-alone-on-its-line",
    ),
    pytest.param(
        "Xem Chỉ thị số 9-CT/TU của Ban Thường vụ\nTỉnh ủy Lai Châu.",
        "Ban Thường vụ Tỉnh ủy Lai Châu",
        id="line-that-ends-within-the-name-of-a-body",
    ),
    pytest.param(
        "Huyện thực hiện Chương trình phát triển kinh tế\n- xã hội vùng biên.",
        "kinh tế - xã hội vùng",
        id="dash-of-two-words-that-belong-together",
    ),
    pytest.param("Xem Chỉ thị số9-CT/TU.", "Chỉ thị số 9-CT/TU", id="no-space-before-a-number"),
    pytest.param(
        "Nạo vét kênh theo Kế hoạch số 9/KH-UBND ngày 02/3/2022 của UBND huyện Bắc\nHà.",
        "UBND huyện Bắc Hà",
        id="last-word-of-a-name-alone-on-its-line",
    ),
    pytest.param(
        "Theo Kế hoạch của UBND huyện\nBắc Hà về chợ.", "UBND huyện Bắc Hà", id="place-of-a-body"
    ),
    pytest.param(
        "Theo Kế hoạch số 9/KH-UBND\n(được sửa đổi năm 2021).",
        "KH-UBND (được sửa đổi",
        id="remark-in-brackets",
    ),
    pytest.param(
        "Theo các Nghị quyết của HĐND tỉnh:\nsố 9/NQ-HĐND và số 10/NQ-HĐND.",
        "tỉnh: số 9/NQ-HĐND",
        id="numbers-behind-a-colon",
    ),
    pytest.param(
        "Theo Kế hoạch số 9/KH-UBND của huyện,\ncác xã nạo vét kênh theo hướng dẫn của\nSở Nông "
        "nghiệp.",
        "hướng dẫn của Sở",
        id="line-of-a-short-text-that-had-no-room",
    ),
    pytest.param(
        "Thực hiện Chỉ thị số 9-CT/TU về kênh, UBND TX.\nMường Lay họp.",
        "TX. Mường Lay",
        id="stop-of-a-short-form",
    ),
    pytest.param(
        "Nay bãi bỏ Quyết định số 9/QĐ-UBND và khoản 2\nQuyết định số 8/QĐ-UBND.",
        "khoản 2 Quyết định",
        id="part-and-its-document",
    ),
    pytest.param(
        "Ngày 12 tháng 4 năm 2021, HĐND huyện thông qua\nNghị quyết số 9/NQ-HĐND.",
        "thông qua Nghị quyết",
        id="verb-and-its-document",
    ),
    pytest.param(
        "Nay bãi bỏ cụm từ “chợ tạm” nêu trong Phụ lục\nII Quyết định số 8/QĐ-UBND.",
        "Phụ lục II Quyết định",
        id="part-and-its-number",
    ),
]


def test_the_subject_of_a_letter_stands_apart_from_its_day() -> None:
    day = "Lai Châu, ngày 12 tháng 6 năm 2023"
    flow = flow_of(f"SỞ Y TẾ\n\nSố: 15/SYT\n{day}\nV/v chống hạn\n\n{FULL_LINES}")
    assert f"{day}\nV/v chống hạn" in flow


def test_a_short_item_is_a_title_in_a_text_of_full_lines() -> None:
    flow = flow_of(f"{FULL_LINES}\n2. Ứng dụng khoa học\nSở Y tế xây dựng đề án kho thuốc.")
    assert "\nSở Y tế xây dựng" in flow


def test_a_short_item_may_be_cut() -> None:
    flow = flow_of(f"{FULL_LINES}\n2. Ứng dụng khoa học của\nSở Y tế và các xã.")
    assert "khoa học của Sở Y tế" in flow


def test_an_item_as_the_party_marks_it_begins_anew() -> None:
    flow = flow_of("1- Các cấp ủy nêu cao trách nhiệm của người đứng đầu\n2- Các xã kiểm kê đất.")
    assert "\n2- Các xã" in flow


@pytest.mark.parametrize(("text", "whole"), CUT)
def test_a_cut_line_goes_on(text: str, whole: str) -> None:
    assert whole in flow_of(text)


WHOLE = [
    pytest.param(
        "Kênh được nạo vét năm 2026 -\n\n2030\n\nHuyện họp.", "2030", id="number-of-a-page"
    ),
    pytest.param(
        "Nhiệm vụ của Ban Chấp hành\nBan Chấp hành họp ba tháng một lần.",
        "hành Ban",
        id="heading-about-the-body-that-acts-below",
    ),
    pytest.param(
        "Điều 5. Trách nhiệm của UBND huyện\nChủ tịch giao việc.",
        "huyện Chủ",
        id="heading-of-an-article",
    ),
    pytest.param(
        "Nạo vét kênh mương nội đồng và bờ vùng, bờ thửa\nTriển khai Chỉ thị số 9-CT/TU, huyện\n"
        "lập kế hoạch.",
        "thửa Triển",
        id="longest-line-that-a-sentence-begins-behind",
    ),
]


@pytest.mark.parametrize(("text", "joined"), WHOLE)
def test_a_whole_line_does_not(text: str, joined: str) -> None:
    assert joined not in flow_of(text)
