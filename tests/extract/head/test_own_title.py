"""The title of a text: where it begins and ends."""

import pytest

from tests.extract.head.test_header import DISTRICT, UBND_DISTRICT, own
from tests.extract.texts import decision, party_plan


def test_title_begins_behind_the_name_of_the_meeting() -> None:
    meeting = "HỘI NGHỊ LẦN THỨ NĂM BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN"
    text = DISTRICT.replace("KẾ HOẠCH\n", f"NGHỊ QUYẾT\n{meeting}\n")
    assert own(text).title == "về bồi dưỡng tổ trưởng tổ hòa giải"


def test_title_ends_where_the_preamble_begins() -> None:
    text = decision("Về việc kiện toàn tổ hòa giải ở bản")
    assert own(text).title == "Về việc kiện toàn tổ hòa giải ở bản"


BELOW_THE_TITLE = [
    pytest.param("\n-----\n\nHuyện ủy xin báo cáo.", id="rule"),
    pytest.param("\n\nHuyện ủy xin báo cáo tình hình như sau:", id="sentence-after-a-blank-line"),
    pytest.param("\n\nI. Tình hình\nTốt.", id="section"),
]


@pytest.mark.parametrize("below", BELOW_THE_TITLE)
def test_title_does_not_take_in_the_text_below(below: str) -> None:
    head = DISTRICT.split("\n-----", maxsplit=1)[0]
    assert own(head + below).title == "về bồi dưỡng tổ trưởng tổ hòa giải"


TITLES = [
    pytest.param(
        UBND_DISTRICT.replace("I. MỤC ĐÍCH", "| STT | Việc |\n|---|---|\n| 1 | Đào mương |"),
        "Tập huấn tổ trưởng tổ hòa giải",
        id="a-table-ends-it",
    ),
    pytest.param(
        party_plan("về nạo vét kênh mương", "Trong năm qua, kênh mương được chăm lo."),
        "về nạo vét kênh mương",
        id="a-rule-ends-it",
    ),
    pytest.param(
        "ỦY BAN NHÂN DÂN\nHUYỆN MƯỜNG TÈ\nSố: 141/KH-UBND\nMường Tè, ngày 7 tháng 6 năm 2021\n"
        "KẾ HOẠCH\nNạo vét kênh mương\n\nNăm 2021, kênh mương được chăm lo\n",
        "Nạo vét kênh mương",
        id="a-blank-line-ends-it",
    ),
    pytest.param(
        "ỦY BAN NHÂN DÂN\nHUYỆN MƯỜNG TÈ\nSố: 141/KH-UBND\nMường Tè, ngày 7 tháng 6 năm 2021\n"
        "KẾ HOẠCH\nNạo vét kênh mương\nTriển khai Kết luận số 12-KL/HU, UBND huyện lập kế hoạch:\n",
        "Nạo vét kênh mương",
        id="running-text-ends-it",
    ),
    pytest.param(
        "ỦY BAN NHÂN DÂN\nHUYỆN MƯỜNG TÈ\nSố: 141/KH-UBND\nMường Tè, ngày 7 tháng 6 năm 2021\n"
        "KẾ HOẠCH\nNạo vét kênh mương nội đồng và\nchỉnh trang bờ vùng\n\nI. MỤC ĐÍCH\n",
        "Nạo vét kênh mương nội đồng và chỉnh trang bờ vùng",
        id="its-second-line-belongs-to-it",
    ),
    pytest.param(
        "ĐẢNG ỦY XÃ BẢN BO * Số 9-NQ/ĐU Bản Bo, ngày 3 tháng 2 năm 2020 NGHỊ QUYẾT về nạo vét "
        "kênh mương - Căn cứ Điều lệ Đảng; I. MỤC TIÊU Tốt.",
        "về nạo vét kênh mương",
        id="a-head-on-one-line",
    ),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_title_ends(text: str, title: str) -> None:
    assert own(text).title == title


def test_head_on_one_line() -> None:
    document = own(str(TITLES[-1].values[0]))
    assert (document.number, document.symbol, document.dates, document.issuers) == (
        "9",
        "NQ/ĐU",
        ("2020-02-03",),
        ("Đảng ủy xã Bản Bo",),
    )
