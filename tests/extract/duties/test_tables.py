"""Tables of tasks: which rows are duties, with their bearer, product and time."""

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
