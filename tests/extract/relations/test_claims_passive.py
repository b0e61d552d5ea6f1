"""The document acted on stands first: amended by, replaced by, approved in, issued with."""

import pytest

from tests.extract.texts import DECISION, Triple, assert_claims, decision, in_body

PASSIVE = [
    pytest.param(
        "Xem Quy chế số 14-QC/HU ban hành kèm theo Quyết định số 45-QĐ/HU.",
        "45-QĐ/HU",
        "promulgates",
        "14-QC/HU",
        id="attached-with-a-number-of-its-own",
    ),
    pytest.param(
        "Xem Nghị định số 30/2020/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 31/2021/NĐ-CP.",
        "31/2021/NĐ-CP",
        "amends",
        "30/2020/NĐ-CP",
        id="passive-amended",
    ),
    pytest.param(
        "Xem Nghị định số 30/2020/NĐ-CP đã bị thay thế bởi Nghị định số 31/2021/NĐ-CP.",
        "31/2021/NĐ-CP",
        "replaces",
        "30/2020/NĐ-CP",
        id="passive-replaced",
    ),
    pytest.param(
        "Xem Đề án tăng cường bồi dưỡng tổ hòa giải được phê duyệt tại Quyết định số 700/QĐ-TTg.",
        "700/QĐ-TTg",
        "approves",
        "de-an-tang-cuong-boi-duong-to-hoa-giai",
        id="passive-approved",
    ),
    pytest.param(
        "Xem Quy chế về hoạt động của tổ hòa giải ban hành kèm theo Quyết định số 12/2018/QĐ-UBND.",
        "12/2018/QĐ-UBND",
        "promulgates",
        "quy-che-ve-hoat-dong-cua-to-hoa-giai",
        id="issued-with",
    ),
]


@pytest.mark.parametrize(("sentence", "subject", "relation", "object_"), PASSIVE)
def test_title_relates_two_cited_documents_and_says_no_more(
    sentence: str, subject: str, relation: str, object_: str
) -> None:
    assert_claims(in_body(sentence), (subject, relation, object_))


HISTORY = [
    pytest.param(
        decision(
            "Về nhà ở",
            basis="Căn cứ Luật số 50/2005/QH11 (được sửa đổi, bổ sung bởi Luật số 36/2009/QH12);",
        ),
        {(DECISION, "based_on", "50/2005/QH11"), ("36/2009/QH12", "amends", "50/2005/QH11")},
        id="history-in-brackets",
    ),
    pytest.param(
        decision(
            "Về nhà ở",
            basis="Căn cứ Nghị định số 30/2020/NĐ-CP đã được sửa đổi, bổ sung một số điều "
            "theo Nghị định số 31/2021/NĐ-CP;",
        ),
        {(DECISION, "based_on", "30/2020/NĐ-CP"), ("31/2021/NĐ-CP", "amends", "30/2020/NĐ-CP")},
        id="history-in-the-basis",
    ),
]


@pytest.mark.parametrize(("text", "expected"), HISTORY)
def test_history_is_between_the_two_it_names(text: str, expected: set[Triple]) -> None:
    assert_claims(text, *expected)
