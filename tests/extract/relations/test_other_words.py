"""What is related in the words that another office would choose, and what only sounds like it."""

import pytest

from tests.extract.texts import (
    DECISION,
    PLAN,
    Triple,
    assert_claims,
    in_article,
    in_body,
    party_plan,
    reading_of,
    triples,
)

A, B, C = "61-KH/HU", "45/KH-UBND", "22-KL/TU"
RELATED = [
    pytest.param(
        f"Kế hoạch số {A} là văn bản cụ thể hóa Kết luận số {C}.",
        {(A, "implements", C)},
        id="is-the-document-that",
    ),
    pytest.param(
        f"Kế hoạch số {A} và Kế hoạch số 62-KH/HU là những văn bản cụ thể hóa Kết luận số {C}.",
        {(A, "implements", C), ("62-KH/HU", "implements", C)},
        id="are-the-documents-that",
    ),
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
    pytest.param(
        "Nghị quyết số 8-NQ/TW đã được Quốc hội thể chế hóa bằng Luật Hòa giải số 9/2024/QH15.",
        {("9/2024/QH15", "implements", "8-NQ/TW")},
        id="the-assembly-acts-in-a-passive",
    ),
    pytest.param(
        "Đề án “Tổ hòa giải mẫu” do UBND huyện phê duyệt tại Quyết định số 7/QĐ-UBND.",
        {("7/QĐ-UBND", "approves", "de-an-to-hoa-giai-mau")},
        id="done-by-a-body-without-an-auxiliary",
    ),
    pytest.param(
        "Quy định số 37-QĐ/TW được ban hành thay thế Quy định số 47-QĐ/TW.",
        {("37-QĐ/TW", "replaces", "47-QĐ/TW")},
        id="issued-in-place-of",
    ),
    pytest.param(
        "Kế hoạch số 61-KH/HU được ban hành để thực hiện Kết luận số 22-KL/TU.",
        {(A, "implements", C)},
        id="issued-in-order-to",
    ),
    pytest.param(
        "Huyện ủy đã cụ thể hóa Kết luận số 22-KL/TU bằng Kế hoạch số 61-KH/HU.",
        {(A, "implements", C)},
        id="made-concrete-by-another-document",
    ),
    pytest.param(
        "Thực hiện Kết luận số 22-KL/TU, Huyện ủy Tủa Chùa có Kế hoạch số 61-KH/HU.",
        {(A, "implements", C)},
        id="who-has-a-plan-has-issued-it",
    ),
    pytest.param(
        "Thực hiện Kết luận số 22-KL/TU, đến nay Huyện ủy đã ban hành 02 kế hoạch, gồm: Kế hoạch số"
        " 61-KH/HU và Kế hoạch số 62-KH/HU.",
        {(A, "implements", C), ("62-KH/HU", "implements", C)},
        id="plans-that-are-counted-and-then-listed",
    ),
    pytest.param(
        "Thực hiện Chỉ thị số 9-CT/TW, Thành ủy Tp. Cần Thơ ban hành Kế hoạch số 64-KH/TU.",
        {("64-KH/TU", "implements", "9-CT/TW")},
        id="the-stop-of-a-short-form-in-other-letters",
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
    pytest.param(
        "Huyện ủy sẽ cụ thể hóa Kết luận số 22-KL/TU bằng Kế hoạch số 61-KH/HU.",
        id="what-will-be-made-concrete",
    ),
    pytest.param(
        "Thông tri số 5-TT/HU của Huyện ủy về tổng kết 10 năm thực hiện Nghị quyết số 28-NQ/TU.",
        id="a-circular-letter-that-asks-for-a-review",
    ),
    pytest.param(
        "Thông tư số 11/2013/TT-BCT không còn hiệu lực, cần thay mới.",
        id="a-report-tells-of-what-lapsed",
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
    pytest.param(
        "Thực hiện các văn bản sau: Kế hoạch số 45/KH-UBND; Kết luận số 22-KL/TU, Huyện ủy ban hành"
        " Kế hoạch như sau:",
        {("88-KH/HU", "implements", B), ("88-KH/HU", "implements", C)},
        id="a-list-that-is-announced",
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


OWN_CHANGES = [
    pytest.param(
        "Quyết định này có hiệu lực từ ngày ký, thay thế Quyết định số 7/QĐ-UBND.",
        {(DECISION, "replaces", "7/QĐ-UBND")},
        id="a-comma-behind-the-day-of-signing",
    ),
    pytest.param(
        "Quyết định này có hiệu lực từ ngày 01/7/2023 thay thế Quyết định số 7/QĐ-UBND.",
        {(DECISION, "replaces", "7/QĐ-UBND")},
        id="nothing-behind-the-day",
    ),
    pytest.param(
        "Quyết định này có hiệu lực đến khi UBND tỉnh thay thế Quyết định số 7/QĐ-UBND.",
        set(),
        id="a-day-that-another-act-brings",
    ),
    pytest.param(
        "Quyết định số 7/QĐ-UBND không còn hiệu lực.",
        {(DECISION, "repeals", "7/QĐ-UBND")},
        id="no-longer-in-force",
    ),
    pytest.param(
        "Bãi bỏ các Quyết định: số 7/QĐ-UBND ngày 05/5/2020 và số 9/QĐ-UBND ngày 06/6/2021.",
        {(DECISION, "repeals", "7/QĐ-UBND"), (DECISION, "repeals", "9/QĐ-UBND")},
        id="numbers-behind-a-colon",
    ),
    pytest.param(
        "Gia hạn thời gian thực hiện Quyết định số 7/QĐ-UBND đến hết năm 2023.",
        {(DECISION, "extends", "7/QĐ-UBND")},
        id="time-is-prolonged",
    ),
    pytest.param(
        "Công bố hết hiệu lực toàn bộ Quyết định số 7/QĐ-UBND.",
        {(DECISION, "repeals", "7/QĐ-UBND")},
        id="proclaimed-to-have-lapsed",
    ),
    pytest.param(
        "Thu hồi và hủy bỏ Quyết định số 7/QĐ-UBND.",
        {(DECISION, "repeals", "7/QĐ-UBND")},
        id="withdrawn-and-annulled",
    ),
    pytest.param(
        "Chấm dứt việc thực hiện Quyết định số 7/QĐ-UBND.",
        {(DECISION, "repeals", "7/QĐ-UBND")},
        id="no-longer-carried-out",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), OWN_CHANGES)
def test_article_changes(sentence: str, expected: set[Triple]) -> None:
    assert_claims(in_article(sentence), *expected)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("để cụ thể hóa Chương trình công tác số 69-CTr/TU", id="in-order-to"),
        pytest.param("thực hiện Chương trình kiểm tra, giám sát số 69-CTr/TU", id="of-inspection"),
        pytest.param("thực hiện Chương trình giám sát chuyên đề số 69-CTr/TU", id="on-a-topic"),
    ],
)
def test_second_clause_of_an_opening(words: str) -> None:
    body = f"Căn cứ Quyết định kiểm tra số 5-QĐ/TU; {words}, Huyện ủy xây dựng kế hoạch như sau:"
    claimed = triples(reading_of(party_plan("về công tác hòa giải", body)))
    assert claimed == {(PLAN, "based_on", "5-QĐ/TU"), (PLAN, "implements", "69-CTr/TU")}


def test_what_is_replaced_may_be_of_before_a_merger() -> None:
    former = "Kế hoạch số 7-KH/HU (trước sáp nhập), Kế hoạch số 8-KH/HU"
    claimed = triples(reading_of(party_plan("về rừng", f"Kế hoạch này thay thế {former}.")))
    assert claimed == {(PLAN, "replaces", "7-KH/HU"), (PLAN, "replaces", "8-KH/HU")}


def test_working_rules_with_their_decision_in_brackets() -> None:
    rules = "Quy chế làm việc của Đảng ủy (ban hành kèm theo Quyết định số 30-QĐ/HU)"
    claimed = triples(reading_of(party_plan("về rừng", f"Căn cứ {rules}, Huyện ủy quyết định:")))
    name = "quy-che-lam-viec-cua-dang-uy"
    assert claimed == {(PLAN, "based_on", name), ("30-QĐ/HU", "promulgates", name)}


def test_list_goes_on_behind_the_politburo_and_the_secretariat() -> None:
    both = "của Bộ Chính trị, Ban Bí thư"
    title = f"thực hiện Kết luận số 176-KL/TW {both} và Công văn số 2-CV/TU"
    reading = reading_of(party_plan(title))
    assert triples(reading) == {(PLAN, "implements", "176-KL/TW"), (PLAN, "implements", "2-CV/TU")}
    assert ("Bộ Chính trị, Ban Bí thư",) in [each.issuers for each in reading.documents]


def test_the_secretariat_may_be_who_acts_next() -> None:
    body = "Xem Kết luận số 176-KL/TW của Bộ Chính trị, Ban Bí thư yêu cầu các cấp ủy họp."
    reading = reading_of(party_plan("về rừng", body))
    assert ("Bộ Chính trị",) in [each.issuers for each in reading.documents]
