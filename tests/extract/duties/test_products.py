"""Which document a cell of a table of tasks owes."""

import pytest

from extract.duties.products import Product, product_in_cell, product_in_task


def said(product: Product | None) -> str:
    return f"{product.type} {product.review}".strip() if product else ""


@pytest.mark.parametrize(
    ("cell", "product"),
    [
        pytest.param("Kế hoạch của huyện", "Kế hoạch", id="the document alone"),
        pytest.param("02 Dự thảo Nghị quyết", "Nghị quyết", id="a count and a draft"),
        pytest.param("Mức chi và Quy chế được ban hành", "Quy chế", id="a document that is made"),
        pytest.param("Mức chi và Quy chế", "", id="a document beside something else"),
        pytest.param("Số liệu báo cáo", "Báo cáo", id="what is reported"),
        pytest.param("Trang thông tin", "", id="no document"),
    ],
)
def test_product_of_a_cell(cell: str, product: str) -> None:
    assert said(product_in_cell(cell)) == product


PROGRAMMES = [
    pytest.param(
        "Chương trình", "Xây dựng chương trình chuyên biệt trên truyền hình", "", id="aired"
    ),
    pytest.param(
        "Chương trình", "Xây dựng Chương trình năng lượng xanh", "Chương trình", id="written"
    ),
    pytest.param("Các chương trình nghệ thuật", "Tuyên truyền", "", id="performed"),
    pytest.param("Chương trình đào tạo", "Đào tạo", "", id="taught"),
    pytest.param(
        "Chương trình đào tạo được ban hành", "Đào tạo", "Chương trình", id="one that is issued"
    ),
    pytest.param(
        "Chương trình",
        "Xây dựng Chương trình đào tạo kỹ sư",
        "Chương trình",
        id="a name in capitals",
    ),
    pytest.param("Kế hoạch", "Xây dựng chương trình nghệ thuật", "Kế hoạch", id="a plan for one"),
]


@pytest.mark.parametrize(("cell", "task", "product"), PROGRAMMES)
def test_a_programme_is_a_document_only_where_it_is_written(
    cell: str, task: str, product: str
) -> None:
    assert said(product_in_cell(cell, task)) == product


@pytest.mark.parametrize(
    ("task", "product"),
    [
        pytest.param("Xây dựng chương trình phát sóng", "", id="a programme that is aired"),
        pytest.param("Xây dựng Kế hoạch tuyên truyền", "Kế hoạch", id="a task that makes one"),
        pytest.param("Xây dựng Kế hoạch số 12-KH/HU", "", id="one that there is already"),
        pytest.param("Sơ kết 3 năm mô hình", "Báo cáo interim", id="a review"),
        pytest.param("Kế hoạch tuyên truyền", "", id="a name without a verb"),
    ],
)
def test_product_of_a_task(task: str, product: str) -> None:
    assert said(product_in_task(task, named=False)) == product
