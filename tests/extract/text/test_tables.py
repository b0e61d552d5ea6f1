"""Tables are rows of cells: nothing crosses a border, and columns say whose fields cells hold."""

import pytest

from extract import Document
from extract.text.tables import RowCounter, cells_of
from tests.extract.texts import in_body, reading_of, triples


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        pytest.param("| 1 | 64-KH/HU | |", ["1", "64-KH/HU", ""], id="Markdown, an empty cell"),
        pytest.param("1 | 64-KH/HU | x", ["1", "64-KH/HU", "x"], id="pipes between alone"),
        pytest.param("1\t64-KH/HU\tx", ["1", "64-KH/HU", "x"], id="tabs"),
        pytest.param("<tr><td>1</td><td>x</td></tr>", ["1", "x"], id="HTML"),
        pytest.param(
            '<tr><td colspan="2">1</td><TD>x</TD></tr>',
            ["1", "", "x"],
            id="a cell over two columns",
        ),
        pytest.param("HUYỆN ỦY\tĐẢNG CỘNG SẢN", [], id="two columns of a head are no row"),
        pytest.param("a | b", [], id="one stroke in prose"),
        pytest.param("Kế hoạch số 64-KH/HU", [], id="prose"),
    ],
)
def test_cells(line: str, cells: list[str]) -> None:
    assert [line[start:end].strip() for start, end in cells_of(line)] == cells


REGISTER = (
    "| TT | Số, ký hiệu | Ngày ban hành | Trích yếu | Cơ quan ban hành |\n|---|---|---|---|---|\n"
    "| 1 | 64-KH/HU | 04/5/2021 | Kế hoạch thực hiện Chỉ thị số 17-CT/TU | Huyện ủy Phong Thổ |\n"
    "| 2 | 65-KH/HU | 14/5/2021 | -nt- | như trên |\n"
    "| 3 | 81/QĐ-UBND | 20/6/2021 | Quyết định bãi bỏ Quyết định số 18/2015/QĐ-UBND | UBND tỉnh |\n"
)


def documents(text: str) -> dict[str, Document]:
    return {document.key: document for document in reading_of(text).documents}


def test_a_row_gives_its_document_date_issuer_and_type() -> None:
    found = documents(in_body(REGISTER))
    assert (found["64-KH/HU"].dates, found["64-KH/HU"].issuers, found["64-KH/HU"].type) == (
        ("2021-05-04",),
        ("Huyện ủy Phong Thổ",),
        "Kế hoạch",
    )
    assert found["65-KH/HU"].issuers == ("Huyện ủy Phong Thổ",)
    assert found["81/QĐ-UBND"].dates == ("2021-06-20",)


def test_the_title_of_a_row_speaks_of_its_document_alone() -> None:
    found = {claim for claim in triples(reading_of(in_body(REGISTER))) if claim[1] != "cites"}
    assert found == {
        ("64-KH/HU", "implements", "17-CT/TU"),
        ("65-KH/HU", "implements", "17-CT/TU"),
        ("81/QĐ-UBND", "repeals", "18/2015/QĐ-UBND"),
    }


def test_columns_of_tasks_are_no_fields() -> None:
    tasks = (
        "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n|---|---|---|---|\n"
        "| 1 | Thực hiện Kế hoạch số 64-KH/HU | Huyện đoàn | 04/5/2024 |\n"
    )
    found = documents(in_body(tasks))["64-KH/HU"]
    assert (found.dates, found.issuers) == ((), ())


def test_no_field_is_read_across_a_border() -> None:
    row = "| Kế hoạch số 64-KH/HU | của Huyện ủy | ngày 04/5/2021 |"
    found = documents(in_body(row))["64-KH/HU"]
    assert (found.dates, found.issuers) == ((), ())


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        pytest.param(
            ["<tr>", "<td>1</td>", "<td></td>", "</tr>", "<tr>", "<td>2</td>", "</tr>"],
            [(1, 0), (1, 1), (2, 0)],
            id="a line for each cell: a row goes from tag to tag",
        ),
        pytest.param(["<tr><td>1</td><td>x</td></tr>"] * 2, [(1, 0), (2, 0)], id="a line a row"),
        pytest.param(["| 1 | x |", "| 2 | y |"], [(1, 0), (2, 0)], id="Markdown"),
        pytest.param(["<td>1</td>", "Chữ.", "<td>2</td>"], [(1, 0), (2, 0)], id="prose between"),
    ],
)
def test_rows_of_lines(lines: list[str], cells: list[tuple[int, int]]) -> None:
    counter = RowCounter()
    read = [(cells_of(line), counter.read(line, len(cells_of(line)))) for line in lines]
    assert [place for found, place in read if found] == cells
