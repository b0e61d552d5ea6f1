"""Rows of tables of tasks whose product is no document: work, and never a duty."""

import pytest

from extract.report import as_json
from tests.extract.duties.plans import given, owed, reading_in
from tests.extract.duties.test_tables import TABLE, TABLE_WITHOUT_PRODUCT


def test_a_row_is_a_duty_or_a_task_and_never_both() -> None:
    tasks = given(TABLE)
    assert [(task.bearer, task.task, task.outcome, task.due) for task in tasks] == [
        ("Phòng Văn hóa", "Nâng cấp trang thông tin", "Trang thông tin", "2022"),
        ("Phòng Nội vụ", "Khen thưởng", "-", "2022"),
    ]
    assert {task.span for task in tasks}.isdisjoint({duty.span for duty in owed(TABLE, "PHỤ LỤC")})
    assert {task.rule for task in tasks} == {"task-row"}


def test_without_a_column_of_products_what_names_no_document_is_a_task() -> None:
    assert [(task.bearer, task.task) for task in given(TABLE_WITHOUT_PRODUCT)] == [
        ("Phòng Nội vụ", "Xây dựng trụ sở làm việc"),
        ("Phòng Văn hóa", "Thực hiện kế hoạch tuyên truyền"),
    ]


HEAD = """
| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Sản phẩm | Thời hạn |
|---|---|---|---|---|---|
"""
ROWS = [
    pytest.param(
        "| 1 | Nối mạng | Các xã, phường | Sở Nội vụ | Mạng | 6/2025 |",
        ("Các xã, phường", "Nối mạng", "Sở Nội vụ", "2025-06", True),
        id="a class of bodies, with those that take part",
    ),
    pytest.param(
        "| 1 | Nối mạng | Sở Nội vụ | | | |\n| | tới các xã | | Các xã | Mạng | 2025 |",
        ("Sở Nội vụ", "Nối mạng tới các xã", "Các xã", "2025", False),
        id="a row without a number goes on with the one above",
    ),
    pytest.param(
        "| 1 | Nối mạng | Sở Nội vụ | | Thường xuyên | |",
        ("Sở Nội vụ", "Nối mạng", "", "", False),
        id="no time is given",
    ),
]


@pytest.mark.parametrize(("rows", "told"), ROWS)
def test_what_a_row_says(rows: str, told: tuple[str, str, str, str, bool]) -> None:
    (task,) = given(HEAD + rows)
    assert (task.bearer, task.task, task.joins, task.due, task.several) == told


NO_TASKS = [
    pytest.param("| 1 | Nối mạng | | | Mạng | 2025 |", id="nobody leads"),
    pytest.param("| I | Hạ tầng | | | | |", id="a section"),
    pytest.param("| 1 | | Sở Nội vụ | | Mạng | 2025 |", id="nothing is to be done"),
    pytest.param("| 1 | Nối mạng | Sở Nội vụ | | Kế hoạch | 2025 |", id="a document is owed"),
]


@pytest.mark.parametrize("row", NO_TASKS)
def test_a_row_that_is_no_task(row: str) -> None:
    assert given(HEAD + row) == []


def test_json_has_the_words_of_the_text() -> None:
    reading = reading_in(TABLE, "PHỤ LỤC")
    tasks = as_json(reading)["tasks"]
    assert [(each["task"], each["outcome"]) for each in tasks] == [
        ("Nâng cấp trang thông tin", "Trang thông tin"),
        ("Khen thưởng", "-"),
    ]
    for each in tasks:
        assert reading.source.text[each["start"] : each["end"]] == each["text"]
        assert each["task"] in each["text"]
        assert each["set_by"] == reading.document
