"""What is ordered, drafted, planned or wished for is no deed of the text that says so."""

import pytest

from tests.extract.texts import (
    DECISION,
    PLAN,
    Triple,
    assert_claims,
    decision,
    party_plan,
    reading_of,
    triples,
)


def submission(body: str) -> str:
    return (
        decision("Về việc quản lý bến thủy", body)
        .replace("\nQUYẾT ĐỊNH\n", "\nTỜ TRÌNH\n")
        .replace("\nQUYẾT ĐỊNH:\n", "\n")
        .replace("45/2022/QĐ-UBND", "45/TTr-UBND")
    )


AMENDS: set[Triple] = {(DECISION, "amends", "7/2019/QĐ-UBND")}
ORDERS = [
    pytest.param(
        decision(
            "Về nhiệm vụ năm 2023",
            "Điều 1. Nhiệm vụ kèm theo.\n\nPHỤ LỤC\n\n| TT | Việc | Chủ trì |\n|---|---|---|\n"
            "| 1 | Thay thế Quyết định số 7/2019/QĐ-UBND | Sở Tư pháp |",
        ),
        set(),
        id="row-of-a-table-of-tasks",
    ),
    pytest.param(
        decision(
            "Về nhiệm vụ năm 2023",
            "Điều 2. Giao Sở Tư pháp:\n\n1. Công tác văn bản:\n\n"
            "a) Bãi bỏ Quyết định số 7/2019/QĐ-UBND.",
        ),
        set(),
        id="item-below-an-article-that-orders",
    ),
    pytest.param(
        decision(
            "Về nhiệm vụ năm 2023",
            "Điều 2. Các cơ quan.\n\n3. Sở Tư pháp có trách nhiệm:\n\n"
            "- Sửa đổi Quyết định số 7/2019/QĐ-UBND;",
        ),
        set(),
        id="item-below-a-body-that-is-responsible",
    ),
    pytest.param(
        decision(
            "Về nhiệm vụ năm 2023",
            "II. NHIỆM VỤ, GIẢI PHÁP\n\n1. Bãi bỏ Quyết định số 7/2019/QĐ-UBND.",
        ),
        set(),
        id="item-of-a-section-of-tasks",
    ),
    pytest.param(
        decision(
            "Về nhiệm vụ năm 2023",
            "Điều 1. Sửa đổi Quyết định số 7/2019/QĐ-UBND về bến thủy trước ngày 30/6/2023.",
        ),
        set(),
        id="a-day-by-which-it-is-to-be-done",
    ),
    pytest.param(
        decision(
            "Ban hành Kế hoạch cải cách hành chính",
            "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính.\n\n"
            "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH\n\n(Kèm theo Quyết định của UBND tỉnh)\n\n"
            "Điều 1. Bãi bỏ Quyết định số 7/2019/QĐ-UBND.",
        ),
        {(DECISION, "promulgates", "ke-hoach-cai-cach-hanh-chinh")},
        id="the-attached-plan",
    ),
    pytest.param(
        submission(
            "Kính trình xem xét.\n\nDỰ THẢO\n\nQUYẾT ĐỊNH\n\n"
            "Điều 1. Quyết định này thay thế Quyết định số 7/2019/QĐ-UBND."
        ),
        set(),
        id="the-draft-below-a-submission",
    ),
    pytest.param(
        party_plan(
            "về rà soát văn bản",
            "1. Quý II, Ban Thường vụ sẽ thay thế Quy định số 4-QĐ/HU.",
        ),
        set(),
        id="will-replace",
    ),
    pytest.param(
        party_plan("về rà soát văn bản", "1. Kế hoạch này thay thế Kế hoạch số 4-KH/HU."),
        {(PLAN, "replaces", "4-KH/HU")},
        id="what-a-plan-says-of-itself-is-a-deed",
    ),
    pytest.param(
        decision(
            "Về bến thủy",
            "Điều 3. Giao Sở Tư pháp theo dõi. Quyết định này thay thế Quyết định số "
            "7/2019/QĐ-UBND.",
        ),
        {(DECISION, "replaces", "7/2019/QĐ-UBND")},
        id="the-sentence-behind-an-order",
    ),
    pytest.param(
        decision(
            "Về bến thủy", "Điều 3. Tổ chức thực hiện\n\n2. Sửa đổi Quyết định số 7/2019/QĐ-UBND."
        ),
        AMENDS,
        id="an-item-of-an-article-is-a-deed",
    ),
    pytest.param(
        decision(
            "Về bến thủy",
            "Chương II\n\nCHƯƠNG TRÌNH VÀ KẾ HOẠCH\n\nĐiều 3. Kế hoạch\n\nLập hằng năm.\n\n"
            "Điều 9. Sửa đổi Điều 2 Quyết định số 7/2019/QĐ-UBND.",
        ),
        AMENDS,
        id="the-caption-of-a-chapter-heads-no-plan",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ORDERS)
def test_only_deeds_are_claimed(text: str, expected: set[Triple]) -> None:
    assert_claims(text, *expected)


DEEDS = {"amends", "repeals", "replaces", "promulgates", "approves"}
TO_BE_DONE = [
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


@pytest.mark.parametrize("body", TO_BE_DONE)
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


@pytest.mark.parametrize(
    ("title", "amends"),
    [
        pytest.param("quy định trình tự, thủ tục cấp phép", True, id="no-submission-but-an-order"),
        pytest.param("về quản lý công trình cấp nước", True, id="works-with-the-same-letters"),
        pytest.param("quy định việc hoàn thành nghĩa vụ", True, id="what-is-completed"),
        pytest.param(", trình Ủy ban nhân dân tỉnh", False, id="a-submission"),
        pytest.param(", trình cấp có thẩm quyền", False, id="a-submission-to-whom-it-may-concern"),
        pytest.param(", hoàn thành trong tháng 12", False, id="by-a-month"),
    ],
)
def test_what_stands_behind_makes_an_order_or_is_a_title(title: str, *, amends: bool) -> None:
    space = "" if title.startswith(",") else " "
    body = f"Điều 1. Sửa đổi một số điều của Quyết định số 7/2019/QĐ-UBND{space}{title}."
    assert triples(reading_of(decision("Về bến thủy", body))) == (
        {(DECISION, "amends", "7/2019/QĐ-UBND")} if amends else set()
    )
