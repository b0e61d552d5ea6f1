"""A title says that one document carries out another: plans, reviews, inspections, study."""

import pytest

from tests.extract.texts import assert_claims, in_body

CARRYING_OUT = [
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về thực hiện Kết luận số 69-KL/TU.",
        "61-KH/HU",
        "implements",
        "69-KL/TU",
        id="ve-thuc-hien",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU, ngày 18/6/2021 của Huyện ủy về việc triển khai thực hiện "
        "Kết luận số 69-KL/TU.",
        "61-KH/HU",
        "implements",
        "69-KL/TU",
        id="fields-in-between",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU tổ chức thực hiện Chỉ thị số 05-CT/TW.",
        "61-KH/HU",
        "implements",
        "05-CT/TW",
        id="without-ve",
    ),
    pytest.param(
        "Xem Nghị định số 30/2020/NĐ-CP về thi hành Luật Lưu trữ.",
        "30/2020/NĐ-CP",
        "implements",
        "luat-luu-tru",
        id="thi-hanh-a-law",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về cụ thể hóa Kết luận số 69-KL/TU.",
        "61-KH/HU",
        "implements",
        "69-KL/TU",
        id="concretizes",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về cụ thể hoá Kết luận số 69-KL/TU.",
        "61-KH/HU",
        "implements",
        "69-KL/TU",
        id="concretizes-older-spelling",
    ),
    pytest.param(
        "Xem Kết luận số 80-KL/TW về đẩy mạnh thực hiện Nghị quyết số 25-NQ/TW.",
        "80-KL/TW",
        "implements",
        "25-NQ/TW",
        id="intensified",
    ),
    pytest.param(
        "Xem Kết luận số 43-KL/TW về tiếp tục thực hiện Nghị quyết số 25-NQ/TW.",
        "43-KL/TW",
        "continues",
        "25-NQ/TW",
        id="continued",
    ),
    pytest.param(
        "Xem Kết luận số 43-KL/TW về tiếp tục đẩy mạnh thực hiện Nghị quyết số 25-NQ/TW.",
        "43-KL/TW",
        "continues",
        "25-NQ/TW",
        id="continued-with-force",
    ),
    pytest.param(
        'Xem Kết luận số 69-KL/TU về tiếp tục thực hiện Đề án "Bồi dưỡng tổ hòa giải".',
        "69-KL/TU",
        "continues",
        "de-an-boi-duong-to-hoa-giai",
        id="continued-scheme",
    ),
    pytest.param(
        "Xem Báo cáo số 210-BC/HU sơ kết 5 năm thực hiện Kết luận số 43-KL/TW.",
        "210-BC/HU",
        "summarizes",
        "43-KL/TW",
        id="interim-review",
    ),
    pytest.param(
        "Xem Báo cáo số 210-BC/HU tổng kết 10 năm thực hiện Kết luận số 43-KL/TW.",
        "210-BC/HU",
        "summarizes",
        "43-KL/TW",
        id="final-review",
    ),
    pytest.param(
        "Xem Báo cáo số 210-BC/HU về kết quả thực hiện Kết luận số 43-KL/TW.",
        "210-BC/HU",
        "summarizes",
        "43-KL/TW",
        id="results",
    ),
    pytest.param(
        "Xem Báo cáo số 210-BC/HU tình hình triển khai, thực hiện Kết luận số 43-KL/TW.",
        "210-BC/HU",
        "summarizes",
        "43-KL/TW",
        id="state-of-things",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về kiểm tra việc triển khai, thực hiện Kết luận số 69-KL/TU.",
        "61-KH/HU",
        "monitors",
        "69-KL/TU",
        id="inspection",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về giám sát việc thực hiện Kết luận số 69-KL/TU.",
        "61-KH/HU",
        "monitors",
        "69-KL/TU",
        id="supervision",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về kiểm tra, đôn đốc việc thực hiện Kết luận số 69-KL/TU.",
        "61-KH/HU",
        "monitors",
        "69-KL/TU",
        id="inspecting-and-urging",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về quán triệt Kết luận số 69-KL/TU.",
        "61-KH/HU",
        "disseminates",
        "69-KL/TU",
        id="study",
    ),
    pytest.param(
        "Xem Kế hoạch số 61-KH/HU về học tập, quán triệt, tuyên truyền Kết luận số 69-KL/TU.",
        "61-KH/HU",
        "disseminates",
        "69-KL/TU",
        id="study-in-three-verbs",
    ),
]


@pytest.mark.parametrize(("sentence", "subject", "relation", "object_"), CARRYING_OUT)
def test_title_relates_two_cited_documents_and_says_no_more(
    sentence: str, subject: str, relation: str, object_: str
) -> None:
    assert_claims(in_body(sentence), (subject, relation, object_))
