"""By when something is owed, in every form in which texts write it."""

import pytest

from extract.duties.deadlines import due_in, due_of_cell

IN_PROSE = [
    ("nộp kế hoạch chậm nhất ngày 15/4/2023", "2023-04-15", "a day with figures"),
    ("gửi về trước 9 giờ ngày 02/5/2023", "2023-05-02", "an hour in front of the day"),
    ("xong trước ngày 20 tháng 6 năm 2023", "2023-06-20", "a day in words"),
    ("hoàn thành trong tháng 7/2023", "2023-07", "a month"),
    ("trong tháng 7 năm 2023 phải xong", "2023-07", "a month in words"),
    ("hoàn thành vào quý II/2023", "2023-Q2", "a quarter"),
    ("trình trong quý IV năm 2023", "2023-Q4", "a quarter with its year in words"),
    ("hoàn thành hết năm 2026", "2026", "the end of a year"),
    ("năm 2026 tổng kết", "2026", "a year that opens the clause"),
    ("hằng năm báo cáo trước ngày 05/12", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5", "a day each year"),
    (
        "báo cáo trước ngày 10/5 và ngày 10/11 hằng năm",
        "FREQ=YEARLY;BYMONTH=5,11;BYMONTHDAY=10",
        "two days each year",
    ),
    ("báo cáo trước ngày 25 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=25", "a day each month"),
    ("mỗi quý một lần tổng hợp", "FREQ=MONTHLY;INTERVAL=3", "each quarter"),
    ("định kỳ 6 tháng báo cáo", "FREQ=MONTHLY;INTERVAL=6", "each half year"),
    (
        "báo cáo định kỳ 6 tháng (trước ngày 10/6), một năm (trước ngày 10/12)",
        "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=10",
        "the days of both halves of a year",
    ),
    ("trong thời hạn 30 ngày kể từ ngày ký", "P30D", "days behind an event"),
    (
        "gửi về Sở chậm nhất ngày 16/8/2023 để tổng hợp, báo cáo UBND tỉnh trước ngày 25/8/2023",
        "2023-08-16",
        "the later day is that of who gathers",
    ),
    ("định kỳ sáu tháng báo cáo", "FREQ=MONTHLY;INTERVAL=6", "how often, in words"),
    ("Các xã hằng quý gửi số liệu", "FREQ=MONTHLY;INTERVAL=3", "straight behind who is to do it"),
    ("gửi báo cáo hằng ngày", "FREQ=DAILY", "each day"),
    ("trình kỳ họp HĐND tỉnh tháng 12/2023", "2023-12", "a session of a council"),
    ("báo cáo tình hình dịch hằng ngày về Sở", "FREQ=DAILY", "each day, and to whom"),
    ("Báo cáo tuần gửi Sở trước 15 giờ thứ Năm hằng tuần", "FREQ=WEEKLY", "each week"),
    (
        "báo cáo định kỳ vào ngày 20 của tháng cuối quý",
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20",
        "how often behind the word for regular",
    ),
    (
        "gửi trước ngày 15 tháng 01 của năm tiếp theo",
        "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15",
        "a day of the year after the one that is told of",
    ),
    (
        "báo cáo Sở trước ngày 05/12 hằng năm để tổng hợp, báo cáo tỉnh trước ngày 15/12",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5",
        "of two days, that of the year's word",
    ),
    ("số liệu từ ngày 01/01 đến ngày 31/10 hằng năm", None, "a span that is told of"),
    ("tổng hợp và báo cáo Huyện ủy hằng tháng", "FREQ=MONTHLY", "how often, at the end"),
    ("trình trong 09 tháng kể từ ngày ký", "P9M", "months behind an event, put shortly"),
    ("chậm nhất đến ngày 31/8/2024 phải xong", "2024-08-31", "up to a day"),
    ("sau 2 tháng kể từ ngày ban hành", "P2M", "months behind an event"),
    ("thực hiện các chỉ tiêu đến năm 2030", None, "the horizon of a plan is no deadline"),
    ("kế hoạch thanh tra năm 2024", None, "the year of a plan is no deadline"),
    ("xây dựng kế hoạch công tác hằng năm", None, "a yearly plan is a kind of plan"),
    ("đến ngày 01/3/2023, mới có ba xã", None, "the day of a count is no deadline"),
    ("gửi trước ngày 25/4", "--04-25", "a day without a year"),
    ("gửi trước ngày 31/13/2023", None, "there is no such month"),
]
IN_CELLS = [
    ("Tháng 3/2024", "2024-03", "a month"),
    ("9/2024", "2024-09", "a month in figures alone"),
    ("Quý III/2024", "2024-Q3", "a quarter"),
    ("2024", "2024", "a year alone"),
    ("2024 - 2026", "2024/2026", "from one year to another"),
    ("2024 và các năm tiếp theo", "2024/..", "from a year on"),
    ("Trước 15/8/2024", "2024-08-15", "before a day"),
    ("Kỳ họp giữa năm 2024", "2024", "a session"),
    ("Hằng năm", "FREQ=YEARLY", "each year"),
    ("Quý IV hằng năm", "FREQ=YEARLY;BYMONTH=12", "a quarter each year"),
    ("Nhiệm vụ thường xuyên", "ongoing", "always"),
    ("Theo tiến độ dự án", None, "no time is printed"),
    ("", None, "an empty cell"),
]


@pytest.mark.parametrize(
    ("words", "value"), [pytest.param(*row[:2], id=row[2]) for row in IN_PROSE]
)
def test_deadline_of_a_clause(words: str, value: str | None) -> None:
    due = due_in(words)
    assert (due.value if due else None) == value


@pytest.mark.parametrize(("cell", "value"), [pytest.param(*row[:2], id=row[2]) for row in IN_CELLS])
def test_deadline_of_a_cell(cell: str, value: str | None) -> None:
    due = due_of_cell(cell)
    assert (due.value if due else None) == value
