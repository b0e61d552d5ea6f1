"""The day of a head, in every form in which offices print it, and what is another day."""

import pytest

from tests.extract.head.test_header import COMMUNE, own

PRINTED = "Bản Bo, ngày 2 tháng 12 năm 2022"
DAYS = [
    pytest.param(PRINTED, ("2022-12-02",), id="in-words"),
    pytest.param("Bản Bo ngày 2 tháng 12 năm 2022", ("2022-12-02",), id="no-comma"),
    pytest.param("Bản Bo, ngày 02.12.2022", ("2022-12-02",), id="stops"),
    pytest.param("Bản Bo, ngày 02/12/2022", ("2022-12-02",), id="strokes"),
    pytest.param("Bản Bo, ngày ... tháng 12 năm 2022", ("2022-12",), id="no-day"),
    pytest.param("Về phiên họp ngày 2 tháng 12 năm 2022", (), id="of-a-meeting"),
]


@pytest.mark.parametrize(("printed", "days"), DAYS)
def test_day_of_the_head(printed: str, days: tuple[str, ...]) -> None:
    assert own(COMMUNE.replace(PRINTED, printed)).dates == days


@pytest.mark.parametrize("day", ["3 tháng 2 năm 2020", "03/02/2020"])
def test_day_of_a_head_on_one_line(day: str) -> None:
    text = f"ĐẢNG ỦY XÃ BẢN BO * Số 9-NQ/ĐU Bản Bo, ngày {day} NGHỊ QUYẾT về kênh mương I. Tốt."
    assert own(text).dates == ("2020-02-03",)


@pytest.mark.parametrize("day", ["11 tháng 12 năm 2008", "11/12/2008"])
def test_day_on_which_an_assembly_passed_it(day: str) -> None:
    text = (
        "Nghị quyết về mức thưởng cho tổ hòa giải\nHội đồng nhân dân tỉnh lai châu\n"
        "Căn cứ Luật Hòa giải ở cơ sở;\nQuyết nghị:\nĐiều 1. Thông qua mức thưởng.\n"
        f"Nghị quyết này đã được HĐND tỉnh Lai Châu khóa XII thông qua ngày {day}."
    )
    assert own(text).dates == ("2008-12-11",)


def test_number_behind_the_day_of_a_head() -> None:
    """A line of two columns leaves the day before the number that stands below it."""
    text = (
        "TỈNH ỦY LÀO CAI\nĐẢNG CỘNG SẢN VIỆT NAM\nLào Cai, ngày 4 tháng 3 năm 2022 Số 52-KH/TU\n"
        "KẾ HOẠCH\nvề bồi dưỡng tổ hòa giải\n\nI. Mục đích\nNâng cao kỹ năng.\n"
    )
    assert (own(text).number, own(text).dates) == ("52", ("2022-03-04",))


CONSOLIDATED = (
    "VĂN BẢN HỢP NHẤT - BỘ Y TẾ\n\n"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
    "{number}THÔNG TƯ\nQuy định về kho thuốc\n\n"
    "Thông tư số 5/2019/TT-BYT ngày 05 tháng 6 năm 2019 của Bộ trưởng Bộ Y tế quy định về kho "
    "thuốc.\n\nĐiều 1. Kho thuốc phải khô.\n\nXÁC THỰC VĂN BẢN HỢP NHẤT\n\n"
    "Hà Nội, ngày 18 tháng 5 năm 2023\nBỘ TRƯỞNG\n"
)


@pytest.mark.parametrize(
    ("number", "days"),
    [
        pytest.param("", ("2023-05-18",), id="the day of the attestation"),
        pytest.param("Số: 5/2019/TT-BYT\n\n", ("2019-06-05",), id="under the act's number"),
    ],
)
def test_day_of_a_consolidated_text(number: str, days: tuple[str, ...]) -> None:
    text = own(CONSOLIDATED.format(number=number))
    assert text.dates == days
    assert text.title == "Quy định về kho thuốc"
