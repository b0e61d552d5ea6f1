"""What is related in the words that another office would choose, and what only sounds like it."""

import pytest

from tests.extract.texts import DECISION, Triple, assert_claims, in_article, in_body, party_plan

A, B, C = "61-KH/HU", "45/KH-UBND", "22-KL/TU"
RELATED = [
    pytest.param(
        "Kết luận số 22-KL/TU được các cấp, các ngành cụ thể hóa bằng Kế hoạch số 61-KH/HU.",
        {(A, "implements", C)},
        id="no-single-body-acts-in-a-passive",
    ),
    pytest.param(
        "Quyết định số 8-QĐ/HU [được bổ sung, sửa đổi tại Quyết định số 90-QĐ/HU] còn hiệu lực.",
        {("90-QĐ/HU", "amends", "8-QĐ/HU")},
        id="a-passive-in-square-brackets",
    ),
    pytest.param(
        "Thông tư số 11/2014/TT-BTP đã được Thông tư số 6/2021/TT-BTP thay thế.",
        {("6/2021/TT-BTP", "replaces", "11/2014/TT-BTP")},
        id="the-agent-stands-before-the-verb-of-a-passive",
    ),
    pytest.param(
        "Báo cáo số 70-BC/HU của Huyện ủy tình hình thực hiện Chỉ thị số 9-CT/TU.",
        {("70-BC/HU", "summarizes", "9-CT/TU")},
        id="a-title-without-about-behind-the-issuer",
    ),
    pytest.param(
        "Báo cáo số 70-BC/HU sơ kết hai năm thực hiện Chỉ thị số 9-CT/TU.",
        {("70-BC/HU", "summarizes", "9-CT/TU")},
        id="years-in-words",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), RELATED)
def test_related(sentence: str, expected: set[Triple]) -> None:
    assert_claims(in_body(sentence), *expected)


NOT_RELATED = [
    pytest.param(
        "Thực hiện Kết luận số 22-KL/TU, các xã đã mở tổ hòa giải.", id="what-communes-have-done"
    ),
    pytest.param(
        "Thông tư số 11/2014/TT-BTP chưa được Thông tư số 6/2021/TT-BTP thay thế.",
        id="a-passive-that-is-denied",
    ),
]


@pytest.mark.parametrize("sentence", NOT_RELATED)
def test_not_related(sentence: str) -> None:
    assert_claims(in_body(sentence))


OPENINGS = [
    pytest.param(
        "Thực hiện Kế hoạch số 45/KH-UBND cùng Kết luận số 22-KL/TU, Huyện ủy ban hành Kế hoạch "
        "như sau:",
        {("88-KH/HU", "implements", B), ("88-KH/HU", "implements", C)},
        id="a-list-joined-by-together-with",
    ),
    pytest.param(
        "Thực hiện Quyết định số 7/QĐ-TTg về Chương trình phát triển tổ hòa giải cơ sở; số 9/QĐ-TTg"
        " về tập huấn, Huyện ủy ban hành Kế hoạch như sau:",
        {("88-KH/HU", "implements", "7/QĐ-TTg"), ("88-KH/HU", "implements", "9/QĐ-TTg")},
        id="a-list-goes-on-behind-a-title-that-names-a-programme",
    ),
]


@pytest.mark.parametrize(("opening", "expected"), OPENINGS)
def test_opening_is_carried_out(opening: str, expected: set[Triple]) -> None:
    assert_claims(party_plan("về hòa giải", opening), *expected)


def test_a_changed_plan_carries_out_and_not_who_changes_it() -> None:
    plan = "ke-hoach-thuc-hien-ket-luan-so-22-kl-tu"
    assert_claims(
        in_body("Quyết định số 7/QĐ-UBND sửa đổi Kế hoạch thực hiện Kết luận số 22-KL/TU."),
        ("7/QĐ-UBND", "amends", plan),
        (plan, "implements", C),
    )


def test_forms_and_annexes_of_a_decision_are_struck_out() -> None:
    assert_claims(
        in_article("Bãi bỏ Phụ lục I và Mẫu số 3 ban hành kèm theo Quyết định số 7/QĐ-UBND."),
        (DECISION, "repeals", "7/QĐ-UBND"),
    )
