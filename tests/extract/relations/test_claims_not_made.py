"""What only looks like a relation, or like a relation of the text itself."""

import pytest

from tests.extract.texts import (
    assert_claims,
    decision,
    in_article,
    in_body,
    party_plan,
    reading_of,
    report,
    triples,
)


def test_a_report_tells_in_an_item_on_what_another_was_based() -> None:
    told = "Căn cứ Nghị quyết số 9-NQ/TU, UBND huyện đã ban hành Kế hoạch số 20/KH-UBND về chợ."
    assert_claims(report("kết quả năm 2023", f"a) {told}"))


NOTHING_BETWEEN_CITED = [
    pytest.param(
        "Làm theo Thông tư số 03/2023/TT-BTC (sau đây viết tắt là Thông tư số 03/2023/TT-BTC được "
        "sửa đổi, bổ sung bởi Thông tư số 65/2024/TT-BTC) và Thông tư số 02/2023/TT-BKHCN.",
        id="verb-inside-a-short-form",
    ),
    pytest.param(
        "Xem Nghị định số 31/2021/NĐ-CP sửa đổi các Nghị định quy định chi tiết Luật Đất đai.",
        id="verb-of-unnamed-decrees",
    ),
    pytest.param(
        "Xem Quyết định số 46/QĐ-UBND ngày 02/3/2020 thay thế Quyết định số 12/QĐ-UBND ngày "
        "05/4/2021.",
        id="replaces-what-is-younger-by-date",
    ),
    pytest.param(
        "Xem Nghị định số 30/2020/NĐ-CP thay thế Nghị định số 31/2021/NĐ-CP.",
        id="replaces-what-is-younger-by-year",
    ),
    pytest.param(
        "Xem Nghị định số 30/2020/NĐ-CP sửa đổi theo Nghị định số 31/2021/NĐ-CP.",
        id="changed-according-to",
    ),
    pytest.param(
        "Xem Luật Đất đai quy định về giá đất được sửa đổi bởi Nghị định số 31/2021/NĐ-CP.",
        id="decree-amends-no-law",
    ),
    pytest.param(
        "Xem Tờ trình số 21/TTr-UBND về việc bãi bỏ Quyết định số 12/2018/QĐ-UBND.",
        id="proposal",
    ),
    pytest.param(
        'Xem Đề án "Tổ chức thực hiện hòa giải theo Kết luận số 69-KL/TU".',
        id="verb-inside-a-quoted-title",
    ),
    pytest.param(
        "Huyện ủy ban hành Kế hoạch số 61-KH/HU trong tháng sáu.", id="body-issues-a-plan"
    ),
    pytest.param(
        "Huyện ủy ban hành Quy chế số 14-QC/HU và gửi các chi bộ.", id="body-issues-a-regulation"
    ),
    pytest.param("Công an huyện thực hiện Kết luận số 31-KL/TU rất tốt.", id="body-carries-out"),
    pytest.param(
        "Kiến nghị cấp trên sửa đổi, bổ sung Nghị định số 30/2020/NĐ-CP.", id="wish-to-amend"
    ),
    pytest.param(
        "Đề nghị Chính phủ nghiên cứu thay thế Nghị định số 30/2020/NĐ-CP.", id="wish-to-replace"
    ),
    pytest.param("Huyện chưa bãi bỏ Quyết định số 12/2018/QĐ-UBND.", id="not-yet-repealed"),
    pytest.param("Tỉnh sẽ hợp nhất xã Bản Bo theo Nghị quyết số 12/NQ-HĐND.", id="merger-of-units"),
    pytest.param("Thành lập đoàn kiểm tra theo Quyết định số 45/QĐ-UBND.", id="founding-a-team"),
    pytest.param("Các bản làm theo Nghị định số 15/2014/NĐ-CP.", id="plain-reference"),
    pytest.param("Như quy định tại khoản 2 Điều 5 Nghị định số 15/2014/NĐ-CP.", id="provided-in"),
    pytest.param(
        "Xem Luật Đất đai gắn với việc triển khai thực hiện Kết luận số 21-KL/TW.", id="linked-with"
    ),
    pytest.param(
        "Quyết định số 45/QĐ-UBND để lãnh đạo, chỉ đạo tổ chức thực hiện.",
        id="purpose-without-object",
    ),
    pytest.param(
        "Đính chính thông tin trên giấy chứng nhận cấp theo Nghị định số 43/2014/NĐ-CP.",
        id="correcting-a-certificate",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về thực hiện các chỉ thị, nghị quyết của Trung ương.",
        id="generic-plural",
    ),
    pytest.param("Các quy định trước đây trái với Nghị định này đều bị bãi bỏ.", id="vague-repeal"),
    pytest.param(
        "Nghị quyết số 14-NQ/TU được triển khai tại các xã theo Kế hoạch số 64-KH/HU.",
        id="carried-out-at-a-place",
    ),
    pytest.param(
        "Xem Nghị quyết số 14-NQ/TU. Nội dung này được cụ thể hóa tại Kế hoạch số 64-KH/HU.",
        id="passive-of-another-sentence",
    ),
    pytest.param(
        "Thực hiện Kết luận số 31-KL/TU, Huyện ủy đã chỉ đạo các chi bộ rà soát.",
        id="body-carries-out-by-no-document",
    ),
    pytest.param(
        "Sau 05 năm thực hiện Kết luận số 31-KL/TU, Huyện ủy đã ban hành Kế hoạch số 64-KH/HU.",
        id="years-after-a-document",
    ),
    pytest.param(
        "Bộ rà soát Nghị định số 30/2020/NĐ-CP, ban hành nghị định mới về văn thư thay thế Nghị "
        "định số 31/2021/NĐ-CP.",
        id="an-act-without-a-name",
    ),
    pytest.param(
        "Huyện ủy ban hành Kế hoạch số 64-KH/HU. Thực hiện Kết luận số 31-KL/TU là việc chung.",
        id="carrying-out-in-another-sentence",
    ),
    pytest.param(
        "Huyện ủy ban hành Kế hoạch số 64-KH/HU và họp chi bộ để thực hiện Kết luận số 31-KL/TU.",
        id="purpose-of-another-deed",
    ),
]


@pytest.mark.parametrize("sentence", NOTHING_BETWEEN_CITED)
def test_no_relation_is_claimed(sentence: str) -> None:
    assert_claims(in_body(sentence))


NOT_IMPLEMENTED = [
    pytest.param(
        party_plan("kiểm tra việc triển khai, thực hiện Kết luận số 69-KL/TU"),
        id="inspection-monitors",
    ),
    pytest.param(
        party_plan(
            "về hòa giải", "II. NHIỆM VỤ\n1. Chi bộ tiếp tục thực hiện Kết luận số 69-KL/TU."
        ),
        id="task-of-a-body",
    ),
    pytest.param(
        report(
            "tình hình hòa giải",
            "I. Nhiệm vụ\nTiếp tục triển khai thực hiện Kết luận số 69-KL/TU trong năm tới.",
        ),
        id="planned-not-done",
    ),
    pytest.param(party_plan("về hội nghị triển khai Kết luận số 69-KL/TU"), id="conference"),
    pytest.param(
        decision("Về tổ hòa giải", basis="Căn cứ Kết luận số 69-KL/TU của Tỉnh ủy;"),
        id="basis-alone",
    ),
    pytest.param(
        in_article("Các bản thực hiện theo Kết luận số 69-KL/TU."), id="article-addressed-to-bodies"
    ),
    pytest.param(
        decision("Phân bổ vốn ngân sách trung ương thực hiện Nghị quyết số 25-NQ/TW"),
        id="money-for-carrying-it-out",
    ),
    pytest.param(
        decision("Quy định mức vốn đối ứng để thực hiện Nghị quyết số 25-NQ/TW"),
        id="money-that-is-added-for-it",
    ),
]


@pytest.mark.parametrize("text", NOT_IMPLEMENTED)
def test_document_does_not_implement(text: str) -> None:
    relations = {relation for _, relation, _ in triples(reading_of(text))}
    assert not relations & {"implements", "continues"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            decision("về việc đề nghị sửa đổi Nghị định số 30/2020/NĐ-CP ngày 05/3/2020"),
            id="title-that-asks",
        ),
        pytest.param(
            decision("Không thay thế Nghị định số 30/2020/NĐ-CP ngày 05/3/2020"),
            id="title-that-denies",
        ),
        pytest.param(
            decision("về việc sửa đổi Nghị định số 30/2020/NĐ-CP ngày 05/3/2020").replace(
                "QUYẾT ĐỊNH\n", "TỜ TRÌNH\n", 1
            ),
            id="title-of-a-proposal",
        ),
    ],
)
def test_a_title_that_asks_for_a_deed_is_none(text: str) -> None:
    assert triples(reading_of(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            in_body("Kiến nghị bãi bỏ các quy định về chợ đêm tại Quyết định số 7/2016/QĐ-UBND."),
            id="wished-for-in-a-report",
        ),
        pytest.param(
            in_article("Giao Sở Tư pháp bãi bỏ quy định về chợ tại Quyết định số 7/2016/QĐ-UBND."),
            id="ordered",
        ),
        pytest.param(
            in_article("Hủy bỏ kết quả theo quy định tại Điều 5 Quyết định số 7/2016/QĐ-UBND."),
            id="done-by-what-a-provision-says",
        ),
        pytest.param(
            in_article("Thực hiện Điều 3 Luật Đất đai và Điều 5 Quyết định số 7/2016/QĐ-UBND."),
            id="parts-that-no-verb-changes",
        ),
    ],
)
def test_provisions_that_nobody_changes(text: str) -> None:
    assert {"repeals", "amends"}.isdisjoint(
        {relation for _, relation, _ in triples(reading_of(text))}
    )


def test_a_title_that_does_it_is_one() -> None:
    text = decision("về việc sửa đổi Nghị định số 30/2020/NĐ-CP ngày 05/3/2020")
    assert "amends" in {relation for _, relation, _ in triples(reading_of(text))}


@pytest.mark.parametrize(
    ("changed_by", "then", "repealed"),
    [
        pytest.param(
            "", ", Điều 5", {"7/2016/QĐ-UBND", "9/2018/QĐ-UBND"}, id="one-after-the-other"
        ),
        pytest.param(
            " đã được sửa đổi theo Quyết định số 8/2017/QĐ-UBND",
            ", Điều 5",
            {"7/2016/QĐ-UBND", "9/2018/QĐ-UBND"},
            id="the-first-was-changed-before",
        ),
        pytest.param(
            " đã được sửa đổi tại Điều 1 Quyết định số 8/2017/QĐ-UBND",
            " và Điều 1",
            {"7/2016/QĐ-UBND"},
            id="the-second-may-have-changed-it-too",
        ),
    ],
)
def test_what_a_list_of_provisions_repeals(changed_by: str, then: str, repealed: set[str]) -> None:
    body = f"Bãi bỏ Điều 3 Quyết định số 7/2016/QĐ-UBND{changed_by}{then} Quyết định số"
    found = triples(reading_of(in_article(f"{body} 9/2018/QĐ-UBND.")))
    assert {target for _, relation, target in found if relation == "repeals"} == repealed
