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


@pytest.mark.parametrize(
    ("task", "product"),
    [
        pytest.param("Xây dựng Kế hoạch tuyên truyền", "Kế hoạch", id="a task that makes one"),
        pytest.param("Xây dựng Kế hoạch số 12-KH/HU", "", id="one that there is already"),
        pytest.param("Sơ kết 3 năm mô hình", "Báo cáo interim", id="a review"),
        pytest.param("Kế hoạch tuyên truyền", "", id="a name without a verb"),
    ],
)
def test_product_of_a_task(task: str, product: str) -> None:
    assert said(product_in_task(task, named=False)) == product
