"""Tables of tasks: which rows are duties, with their bearer, product and time."""

import pytest

from tests.extract.duties.plans import owed, told

TABLE_WITHOUT_PRODUCT = """
| TT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành |
|---|---|---|---|---|
| 1 | Xây dựng Kế hoạch phát triển chợ | Phòng Kinh tế | Các xã | Tháng 9/2022 |
| 2 | Xây dựng trụ sở làm việc | Phòng Nội vụ | | 2023 |
| 3 | Tổng kết 5 năm thực hiện mô hình | Hội Nông dân | | 2022 |
| 4 | Thực hiện kế hoạch tuyên truyền | Phòng Văn hóa | | 2022 |
"""


def test_a_task_that_names_its_document_needs_no_column_for_it() -> None:
    assert [told(duty) for duty in owed(TABLE_WITHOUT_PRODUCT, "PHỤ LỤC")] == [
        ("Phòng Kinh tế", "Kế hoạch", "2022-09", "task-row"),
        ("Hội Nông dân", "Báo cáo final", "2022", "task-row"),
    ]


TABLE = """
| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Sản phẩm | Thời hạn |
|---|---|---|---|---|---|
| **I** | Công tác tuyên truyền | | | | |
| 1 | Học Kết luận số 21-KL/TU | Phòng Văn hóa | Các xã | Kế hoạch tuyên truyền | Quý II/2022 |
| 2 | Nâng cấp trang thông tin | Phòng Văn hóa | | Trang thông tin | 2022 |
| 3 | Tổng kết mô hình | | Hội Nông dân | Báo cáo tổng kết | 12/2022 |
| | điểm về dân vận khéo | | | | |
| 4 | Khen thưởng | Phòng Nội vụ | | - | 2022 |
"""


def test_rows_of_a_table_of_tasks() -> None:
    duties = owed(TABLE, "PHỤ LỤC")
    assert [told(duty) for duty in duties] == [
        ("Phòng Văn hóa", "Kế hoạch", "2022-Q2", "task-row"),
        ("Phòng Văn hóa", "Báo cáo final", "2022-12", "task-row"),
    ]
    assert duties[0].about == ("21-KL/TU",)
    assert duties[0].joins == "Các xã"


def test_a_table_of_deeds_gives_no_tasks() -> None:
    table = TABLE.replace("Sản phẩm", "Số, ký hiệu")
    assert owed(table, "PHỤ LỤC") == []


SECTIONS = [
    pytest.param(
        "| TT | Nhiệm vụ | Sản phẩm | Thời hạn |\n|---|---|---|---|\n| I | Phòng Y tế | | |\n"
        "| 1 | Phòng dịch | Kế hoạch | 6/2022 |\n| II | PHÒNG NỘI VỤ | | |\n"
        "| 1 | Tinh gọn bộ máy | Đề án | 7/2022 |\n| III | Việc khác | | |\n"
        "| 1 | Trồng cây | Kế hoạch | 8/2022 |",
        [("Phòng Y tế", "Kế hoạch", "2022-06"), ("PHÒNG NỘI VỤ", "Đề án", "2022-07")],
        id="the row above names who leads, no column does",
    ),
    pytest.param(
        "| STT | Nội dung | Thời gian |\n|---|---|---|\n"
        "| **1. Các xã** | **1. Các xã** | **1. Các xã** |\n"
        "| 1.1 | Xây dựng Kế hoạch làm đường | Tháng 9/2022 |",
        [("Các xã", "Kế hoạch", "2022-09")],
        id="the merged cell is printed in each column",
    ),
    pytest.param(
        "| TT | Nhiệm vụ | Chủ trì | Sản phẩm | Thời hạn |\n|---|---|---|---|---|\n"
        "| A | Nhiệm vụ của Phòng Y tế | | | |\n| 1 | Phòng dịch | | Kế hoạch | 6/2022 |\n"
        "| 2 | Khám bệnh | Phòng Giáo dục | Báo cáo | 7/2022 |\n| 3 | Tiêm | | Báo cáo | 8/2022 |",
        [("Phòng Y tế", "Kế hoạch", "2022-06"), ("Phòng Giáo dục", "Báo cáo", "2022-07")],
        id="behind a row of another body nobody is certain",
    ),
    pytest.param(
        "| TT | Nội dung | Thời gian |\n|---|---|---|\n| 1 | Báo cáo kết quả | 9/2022 |",
        [],
        id="an agenda names nobody",
    ),
]


@pytest.mark.parametrize(("table", "duties"), SECTIONS)
def test_who_leads_a_section(table: str, duties: list[tuple[str, str, str]]) -> None:
    assert [told(duty)[:3] for duty in owed(table, "PHỤ LỤC")] == duties
