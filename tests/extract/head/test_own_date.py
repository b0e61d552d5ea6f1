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
