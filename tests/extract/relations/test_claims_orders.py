"""An order, a draft, a wish or a row of a table of tasks is no deed."""

import pytest

from tests.extract.texts import DECISION, decision, reading_of, triples

DEEDS = {"amends", "repeals", "replaces", "promulgates", "approves"}
ORDERS = [
    pytest.param(
        "Điều 1. Giao Sở Tư pháp: Sửa đổi, bổ sung Quyết định số 18/2015/QĐ-UBND.", id="told-to-do"
    ),
    pytest.param("Điều 1. Yêu cầu Sở Tư pháp bãi bỏ Quyết định số 18/2015/QĐ-UBND.", id="demanded"),
    pytest.param("a) Thay thế Quyết định số 18/2015/QĐ-UBND trước ngày 31/12/2023.", id="by-a-day"),
    pytest.param("b) Bãi bỏ Quyết định số 18/2015/QĐ-UBND trong năm 2024.", id="in-a-year"),
    pytest.param(
        "c) Sửa đổi Quyết định số 18/2015/QĐ-UBND; hoàn thành trong quý II.", id="to-be-completed"
    ),
    pytest.param(
        "| TT | Việc | Cơ quan |\n|---|---|---|\n"
        "| 1 | Bãi bỏ Quyết định số 18/2015/QĐ-UBND | Sở Tư pháp |",
        id="a-row-of-tasks",
    ),
    pytest.param("1\tSửa đổi Quyết định số 18/2015/QĐ-UBND\tSở Tư pháp", id="a-row-cut-by-tabs"),
]


@pytest.mark.parametrize("body", ORDERS)
def test_what_is_to_be_done_is_not_done(body: str) -> None:
    found = triples(reading_of(decision("Về việc giao nhiệm vụ", body)))
    assert not [claim for claim in found if claim[1] in DEEDS]


def test_a_deed_is_one() -> None:
    body = "Điều 1. Bãi bỏ Quyết định số 18/2015/QĐ-UBND ngày 02/3/2015 của UBND tỉnh."
    found = triples(reading_of(decision("Về việc bãi bỏ văn bản", body)))
    assert (DECISION, "repeals", "18/2015/QĐ-UBND") in found


def test_a_draft_does_nothing() -> None:
    text = (
        "SỞ TƯ PHÁP\n-------\nSố: 71/TTr-STP\n\nLai Châu, ngày 3 tháng 4 năm 2022\n\nTỜ TRÌNH\n"
        "Về dự thảo Quyết định\n\nKính trình UBND tỉnh xem xét.\n\nDỰ THẢO\n\nQUYẾT ĐỊNH\n\n"
        "Điều 2. Quyết định này thay thế Quyết định số 18/2015/QĐ-UBND.\n"
    )
    assert not [claim for claim in triples(reading_of(text)) if claim[1] in DEEDS]
