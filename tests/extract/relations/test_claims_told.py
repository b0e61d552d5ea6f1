"""What a text tells of others: a body issues documents to carry out others, and does not itself."""

import pytest

from tests.extract.texts import PLAN, Triple, assert_claims, decision, in_body, party_plan, report

A, B, C = "16/KH-SCT", "12-KH/TU", "9-CT/TU"
ISSUED = [
    pytest.param(
        "Thực hiện Kế hoạch số 12-KH/TU của Tỉnh ủy về hòa giải, Sở Công Thương đã ban hành "
        "Kế hoạch số 16/KH-SCT.",
        {(A, "implements", B)},
        id="behind-a-title",
    ),
    pytest.param(
        "Thực hiện Kế hoạch số 12-KH/TU và Chỉ thị số 9-CT/TU, Sở Công Thương ban hành Kế hoạch "
        "số 16/KH-SCT.",
        {(A, "implements", B), (A, "implements", C)},
        id="a-list-is-carried-out",
    ),
    pytest.param(
        "Thực hiện Kế hoạch số 12-KH/TU về hòa giải; Chỉ thị số 9-CT/TU về chợ, Sở Văn hóa, Thể "
        "thao và Du lịch ban hành Kế hoạch số 16/KH-SCT.",
        {(A, "implements", B), (A, "implements", C)},
        id="a-list-with-titles-and-a-body-with-a-comma",
    ),
    pytest.param(
        "Huyện ủy đã ban hành 02 văn bản để triển khai thực hiện Chỉ thị số 9-CT/TU, gồm: Kế hoạch "
        "số 64-KH/HU; Công văn số 5-CV/HU.",
        {("64-KH/HU", "implements", C), ("5-CV/HU", "implements", C)},
        id="counted-and-then-listed",
    ),
    pytest.param(
        "Huyện ủy đã ban hành nhiều văn bản lãnh đạo, chỉ đạo thực hiện Chỉ thị số 9-CT/TU, trong "
        "đó có Kế hoạch số 64-KH/HU.",
        {("64-KH/HU", "implements", C)},
        id="one-of-many-is-named",
    ),
    pytest.param(
        "Huyện ủy đã ban hành 02 văn bản thực hiện Chỉ thị số 9-CT/TU, ngày 02/3/2021 (Kế hoạch số "
        "64-KH/HU, ngày 01/3/2020).",
        set(),
        id="what-is-older-carries-nothing-out",
    ),
    pytest.param(
        "Thực hiện Chỉ thị số 9-CT/TU, Huyện ủy cụ thể hóa bằng Kế hoạch số 64-KH/HU.",
        {("64-KH/HU", "implements", C)},
        id="made-concrete-by-a-plan",
    ),
    pytest.param(
        "Thực hiện Chỉ thị số 9-CT/TU, Huyện ủy đã ban hành Kế hoạch số 64-KH/HU và Hướng dẫn số "
        "5-HD/HU.",
        {("64-KH/HU", "implements", C), ("5-HD/HU", "implements", C)},
        id="two-are-issued",
    ),
    pytest.param(
        "Thực hiện Chỉ thị số 9-CT/TU, huyện đã ban hành 02 văn bản chỉ đạo (Kế hoạch số 64-KH/HU; "
        "Công văn số 5-CV/HU).",
        {("64-KH/HU", "implements", C), ("5-CV/HU", "implements", C)},
        id="what-is-issued-is-listed-in-brackets",
    ),
    pytest.param(
        "Quán triệt và triển khai thực hiện Chỉ thị số 9-CT/TU, Huyện ủy đã kịp thời ban hành Kế "
        "hoạch số 64-KH/HU.",
        {("64-KH/HU", "implements", C)},
        id="studied-and-carried-out",
    ),
    pytest.param(
        "Trên cơ sở Chỉ thị số 9-CT/TU, UBND tỉnh ban hành Kế hoạch số 64/KH-UBND.",
        {("64/KH-UBND", "implements", C)},
        id="on-the-ground-of",
    ),
    pytest.param(
        "Thực hiện Chỉ thị số 9-CT/TW, Thành ủy TP. Cần Thơ ban hành Kế hoạch số 64-KH/TU.",
        {("64-KH/TU", "implements", "9-CT/TW")},
        id="abbreviation-ends-no-sentence",
    ),
    pytest.param(
        "Năm 2023, thực hiện Chỉ thị số 9-CT/TU, ngày 12/6/2023 UBND tỉnh ban hành Kế hoạch số "
        "64/KH-UBND.",
        {("64/KH-UBND", "implements", C)},
        id="times-before-both-clauses",
    ),
    pytest.param(
        "Huyện ủy đã tổng kết 10 năm thực hiện Chỉ thị số 9-CT/TU tại Báo cáo số 70-BC/HU.",
        {("70-BC/HU", "summarizes", C)},
        id="review-made-in-another-report",
    ),
    pytest.param(
        "Sơ kết 05 năm thực hiện Chỉ thị số 9-CT/TU (Báo cáo số 70-BC/HU, ngày 02/3/2022).",
        {("70-BC/HU", "summarizes", C)},
        id="review-with-its-report-in-brackets",
    ),
    pytest.param(
        "Thực hiện Chỉ thị số 9-CT/TU, Sở Công Thương đã tham mưu UBND tỉnh ban hành Kế hoạch số "
        "64/KH-UBND.",
        {("64/KH-UBND", "implements", C)},
        id="issued-on-the-advice-of-a-body",
    ),
    pytest.param(
        "Chỉ thị số 9-CT/TU được Huyện ủy cụ thể hóa thành Kế hoạch số 64-KH/HU, được UBND huyện "
        "triển khai bằng Kế hoạch số 5/KH-UBND.",
        {("64-KH/HU", "implements", C), ("5/KH-UBND", "implements", C)},
        id="two-passives-of-one-document",
    ),
    pytest.param(
        "Quyết định số 7/QĐ-UBND và Quyết định số 8/QĐ-UBND được thay thế bởi Quyết định số "
        "9/QĐ-UBND.",
        {("9/QĐ-UBND", "replaces", "7/QĐ-UBND"), ("9/QĐ-UBND", "replaces", "8/QĐ-UBND")},
        id="two-are-replaced",
    ),
    pytest.param(
        "Huyện ủy ban hành Kế hoạch số 64-KH/HU, nhằm cụ thể hóa Chỉ thị số 9-CT/TU.",
        {("64-KH/HU", "implements", C)},
        id="purpose-behind-a-comma",
    ),
    pytest.param(
        "Huyện ủy ban hành Kế hoạch số 64-KH/HU và Hướng dẫn số 5-HD/HU để thực hiện Chỉ thị số "
        "9-CT/TU.",
        {("64-KH/HU", "implements", C), ("5-HD/HU", "implements", C)},
        id="purpose-of-two",
    ),
    pytest.param(
        "Làm theo Quy định số 7-QĐ/TU, ngày 03/3/2021 của Tỉnh ủy, thay thế Quy định số 4-QĐ/TU.",
        {("7-QĐ/TU", "replaces", "4-QĐ/TU")},
        id="replaces-behind-a-comma",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), ISSUED)
def test_what_is_issued_is_the_subject(sentence: str, expected: set[Triple]) -> None:
    assert_claims(in_body(sentence), *expected)
    assert_claims(report("tình hình công tác", sentence), *expected)


LISTED = [
    pytest.param(
        "Xem Kế hoạch số 64-KH/HU thực hiện Nghị quyết số 14-NQ/TU, Chỉ thị số 9-CT/TU và Kết luận "
        "số 3-KL/TU.",
        {("64-KH/HU", "implements", key) for key in ("14-NQ/TU", C, "3-KL/TU")},
        id="three-types-of-one-body",
    ),
    pytest.param(
        "Huyện ủy quán triệt, cụ thể hóa Chỉ thị số 9-CT/TU bằng Kế hoạch số 64-KH/HU.",
        {("64-KH/HU", "implements", C)},
        id="made-known-and-concrete",
    ),
    pytest.param(
        "Ban hành Hướng dẫn số 5-HD/HU thực hiện Kết luận số 3-KL/TU; Kế hoạch số 64-KH/HU thực "
        "hiện Nghị quyết số 14-NQ/TU và Chỉ thị số 9-CT/TU.",
        {
            ("5-HD/HU", "implements", "3-KL/TU"),
            ("64-KH/HU", "implements", "14-NQ/TU"),
            ("64-KH/HU", "implements", C),
        },
        id="a-semicolon-parts-two-lists",
    ),
    pytest.param(
        "Xem Kế hoạch số 64-KH/HU thực hiện Nghị quyết số 14-NQ/TU và Quyết định số 5-QĐ/HU.",
        {("64-KH/HU", "implements", "14-NQ/TU")},
        id="what-the-same-body-issued-stands-beside",
    ),
    pytest.param(
        "Xem Thông tư số 3/2023/TT-BTC hướng dẫn Luật Giá và Nghị định số 30/2020/NĐ-CP.",
        {("3/2023/TT-BTC", "guides", "luat-gia"), ("3/2023/TT-BTC", "guides", "30/2020/NĐ-CP")},
        id="law-and-decree",
    ),
    pytest.param(
        "Xem Luật Giá số 16/2023/QH15 được sửa đổi bởi các Luật số 44/2024/QH15, số 61/2024/QH15 "
        "và số 90/2025/QH15.",
        {
            (law, "amends", "16/2023/QH15")
            for law in ("44/2024/QH15", "61/2024/QH15", "90/2025/QH15")
        },
        id="laws-that-share-their-type-word",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), LISTED)
def test_list_shares_the_verb(sentence: str, expected: set[Triple]) -> None:
    assert_claims(in_body(sentence), *expected)


OPENINGS = [
    pytest.param(
        "Thực hiện Nghị quyết số 14-NQ/TW, Chương trình hành động số 18-CTr/TU của Tỉnh ủy thực "
        "hiện Nghị quyết số 14-NQ/TW, Chỉ thị số 11/CT-UBND, Huyện ủy ban hành Kế hoạch như sau:",
        {
            ("88-KH/HU", "implements", "14-NQ/TW"),
            ("88-KH/HU", "implements", "18-CTr/TU"),
            ("88-KH/HU", "implements", "11/CT-UBND"),
            ("18-CTr/TU", "implements", "14-NQ/TW"),
        },
        id="the-list-goes-on-behind-a-title",
    ),
    pytest.param(
        "Thực hiện Chương trình hành động số 18-CTr/TU thực hiện Nghị quyết số 14-NQ/TW, Kết luận "
        "số 3-KL/TW, Huyện ủy ban hành Kế hoạch như sau:",
        {
            ("88-KH/HU", "implements", "18-CTr/TU"),
            ("18-CTr/TU", "implements", "14-NQ/TW"),
        },
        id="what-could-be-of-both-lists-stays-open",
    ),
    pytest.param(
        "Thực hiện các Nghị quyết của Hội đồng nhân dân tỉnh: số 34/NQ-HĐND về chợ; số 16/NQ-HĐND "
        "về đường và Công văn số 92/BTC-NSNN, Huyện ủy ban hành Kế hoạch như sau:",
        {("88-KH/HU", "implements", key) for key in ("34/NQ-HĐND", "16/NQ-HĐND", "92/BTC-NSNN")},
        id="numbers-behind-one-head",
    ),
    pytest.param(
        "Thực hiện Quyết định số 15/QĐ-TTg của Thủ tướng Chính phủ phê duyệt Chiến lược quốc gia "
        "về hòa giải, Nghị quyết số 5-NQ/TU, Huyện ủy ban hành Kế hoạch như sau:",
        {
            ("88-KH/HU", "implements", "15/QĐ-TTg"),
            ("15/QĐ-TTg", "approves", "chien-luoc-quoc-gia-ve-hoa-giai"),
            ("88-KH/HU", "implements", "5-NQ/TU"),
        },
        id="the-list-goes-on-behind-what-is-approved",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), OPENINGS)
def test_text_carries_out_the_list_of_its_opening(sentence: str, expected: set[Triple]) -> None:
    assert_claims(party_plan("về phát triển chợ", sentence), *expected)


NOT_OWN = [
    pytest.param(
        report(
            "tình hình",
            "Căn cứ Kết luận số 3-KL/TU, UBND huyện đã ban hành Quyết định số 5/QĐ-UBND.",
        ),
        id="ground-of-another-act",
    ),
    pytest.param(
        report("tình hình", "Thực hiện Kết luận số 3-KL/TU, Huyện ủy đã chỉ đạo các xã rà soát."),
        id="opening-that-tells-what-was-done",
    ),
    pytest.param(
        decision(
            "Về chợ",
            "Điều 1. UBND huyện ban hành quyết định về phí; bãi bỏ Quyết định số 15/QĐ-UBND.",
        ),
        id="what-another-body-is-to-repeal",
    ),
    pytest.param(
        report("tình hình", "Nghị định số 30/2020/NĐ-CP đã hết hiệu lực, huyện đã rà soát."),
        id="lapse-that-a-report-tells-of",
    ),
    pytest.param(
        report(
            "tình hình",
            "Thực hiện Kết luận số 3-KL/TU, trong quý III Phòng Tư pháp sẽ ban hành Kế hoạch số "
            "7/KH-TP.",
        ),
        id="what-another-body-is-yet-to-issue",
    ),
    pytest.param(
        report(
            "tình hình tháng 9",
            "Huyện ủy giao Văn phòng soạn Báo cáo tổng kết 10 năm thực hiện Kết luận số 3-KL/TU.",
        ),
        id="a-review-that-others-are-told-to-prepare",
    ),
]


@pytest.mark.parametrize("text", NOT_OWN)
def test_text_does_not_do_what_it_tells_of(text: str) -> None:
    assert_claims(text)


def test_what_a_plan_says_its_body_will_do_is_what_it_is_for() -> None:
    body = "Thực hiện Kết luận số 3-KL/TU, Huyện ủy sẽ xây dựng mô hình điểm ở ba xã, như sau:"
    assert_claims(party_plan("phát triển chợ", body), (PLAN, "implements", "3-KL/TU"))
