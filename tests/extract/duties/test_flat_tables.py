"""Tables of tasks that a converter left as one cell a line."""

import pytest

from tests.extract.duties.plans import given, owed, told

HEADS = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"]
ROW = ["1", "Xây dựng Kế hoạch trồng rừng", "Phòng Kinh tế", "Các xã", "Quý III/2022"]
NEXT = ["2", "Báo cáo sơ kết 3 năm", "Phòng Nội vụ", "Các xã", "2025"]
DUTY = ("Phòng Kinh tế", "Kế hoạch", "2022-Q3", "task-row")
REVIEW = ("Phòng Nội vụ", "Báo cáo interim", "2025", "task-row")
BELOW = ["Tài liệu này được lưu tại Văn phòng Huyện ủy."]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\t\n"])
@pytest.mark.parametrize(
    ("cells", "duties"),
    [
        pytest.param([*HEADS, *ROW, *NEXT], [DUTY, REVIEW], id="row by row"),
        pytest.param([*HEADS, "(1)", "(2)", "(3)", *ROW], [DUTY], id="numbers of columns"),
        pytest.param(
            [*HEADS, "I", "Nông nghiệp", *ROW, "II", "Tổ chức", "1", *NEXT[1:]],
            [DUTY, REVIEW],
            id="sections, each with numbers of its own",
        ),
        pytest.param([*HEADS, *ROW, *NEXT[:3], NEXT[4]], [DUTY], id="a row that lacks a cell"),
        pytest.param([*HEADS, *ROW, *NEXT, *BELOW], [DUTY], id="text right behind the last row"),
        pytest.param([*HEADS[:4], "Số, ký hiệu", *ROW], [], id="a table of deeds"),
        pytest.param([*HEADS[:3], *ROW], [], id="too few heads"),
        pytest.param(
            [*HEADS, *ROW[:2], "Làm ngay", *ROW[3:]], [], id="where a body should stand is none"
        ),
        pytest.param([*HEADS, *ROW[:4], "chưa rõ"], [], id="no time where one should stand"),
    ],
)
def test_cells_in_turns(
    cells: list[str], duties: list[tuple[str, str, str, str]], between: str
) -> None:
    found = owed(between.join(cells), "PHỤ LỤC")
    assert [told(duty) for duty in found] == duties


def test_a_line_end_within_a_cell() -> None:
    cells = [*HEADS, ROW[0], "Trồng rừng trên\nđất dốc", *ROW[2:]]
    assert [task.task for task in given("\n\n".join(cells))] == ["Trồng rừng trên đất dốc"]
