"""A decision issues or approves a plan that carries something out: two documents, two claims."""

import pytest

from tests.extract.texts import DECISION, cited, decision, in_body, reading_of, triples

CONCLUSION = "Kết luận số 52-KL/TW ngày 30/5/2020 của Ban Bí thư"
ISSUED = [
    pytest.param(
        decision(
            f"Ban hành Kế hoạch thực hiện {CONCLUSION}",
            f"Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện {CONCLUSION}.",
        ),
        (DECISION, "promulgates"),
        "52-KL/TW",
        id="article-and-title",
    ),
    pytest.param(
        decision(
            "BAN HÀNH CHƯƠNG TRÌNH HÀNH ĐỘNG TRIỂN KHAI THỰC HIỆN CHỈ THỊ SỐ 17-CT/TU",
            "Điều 1. Ban hành kèm theo Quyết định này Chương trình hành động triển khai thực hiện"
            " Chỉ thị số 17-CT/TU.",
        ),
        (DECISION, "promulgates"),
        "17-CT/TU",
        id="in-capitals",
    ),
    pytest.param(
        decision(
            "Về việc phê duyệt Đề án tổ chức thực hiện Nghị quyết số 09-NQ/TU",
            "Điều 1. Phê duyệt Đề án tổ chức thực hiện Nghị quyết số 09-NQ/TU.",
        ),
        (DECISION, "approves"),
        "09-NQ/TU",
        id="approved",
    ),
    pytest.param(
        decision(
            f"Ban hành Kế hoạch cụ thể hóa {CONCLUSION}",
            f"Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cụ thể hóa {CONCLUSION}.",
        ),
        (DECISION, "promulgates"),
        "52-KL/TW",
        id="makes-concrete",
    ),
    pytest.param(
        in_body(
            "Tỉnh có Quyết định số 77/QĐ-UBND ngày 02/3/2021 của UBND tỉnh ban hành Kế hoạch"
            " triển khai thực hiện Nghị quyết số 09-NQ/TU."
        ),
        ("77/QĐ-UBND", "promulgates"),
        "09-NQ/TU",
        id="told-by-another-text",
    ),
    pytest.param(
        decision(
            f"Ban hành Kế hoạch của Ủy ban nhân dân tỉnh thực hiện {CONCLUSION}",
            "Điều 1. Giao các sở.",
        ),
        (DECISION, "promulgates"),
        "52-KL/TW",
        id="its-body-stands-before-what-it-carries-out",
    ),
    pytest.param(
        decision(
            "Ban hành Kế hoạch thực hiện Nghị quyết số 9-NQ/TW và Nghị quyết số 5/NQ-CP",
            "Điều 1. Giao các sở.",
        ),
        (DECISION, "promulgates"),
        "5/NQ-CP",
        id="two-resolutions",
    ),
]


@pytest.mark.parametrize(("text", "issue", "directive"), ISSUED)
def test_the_plan_carries_out_and_the_decision_issues_it(
    text: str, issue: tuple[str, str], directive: str
) -> None:
    found = triples(reading_of(text))
    plans = {plan for subject, relation, plan in found if (subject, relation) == issue}
    assert len(plans) == 1
    assert (*plans, "implements", directive) in found
    assert (issue[0], "implements", directive) not in found


def test_a_plan_for_two_directives_carries_out_both() -> None:
    found = triples(
        reading_of(
            decision(
                "Ban hành Kế hoạch thực hiện Nghị quyết số 09-NQ/TU và Kết luận số 31-KL/TU",
                "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện Nghị quyết số 09-NQ/TU"
                " và Kết luận số 31-KL/TU.",
            )
        )
    )
    assert {item for _, relation, item in found if relation == "implements"} == {
        "09-NQ/TU",
        "31-KL/TU",
    }


def test_a_regulation_carries_out_nothing() -> None:
    title = "Ban hành Quy chế thực hiện dân chủ theo Nghị quyết số 09-NQ/TU"
    found = triples(reading_of(decision(title, f"Điều 1. {title}.")))
    assert not [claim for claim in found if claim[1] == "implements"]


def test_what_the_attached_plan_says_is_no_deed_of_the_decision() -> None:
    body = (
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch rà soát văn bản.\n\n"
        "Điều 2. Quyết định này thay thế Quyết định số 18/2015/QĐ-UBND.\n\n"
        "KẾ HOẠCH RÀ SOÁT VĂN BẢN\n\nI. Nhiệm vụ\n\n"
        "a) Sửa đổi Quyết định số 19/2016/QĐ-UBND.\n\n- Bãi bỏ Quyết định số 20/2017/QĐ-UBND.\n"
    )
    found = triples(reading_of(decision("Ban hành Kế hoạch rà soát văn bản", body)))
    assert (DECISION, "replaces", "18/2015/QĐ-UBND") in found
    assert not [claim for claim in found if claim[1] in ("amends", "repeals")]


def test_what_is_issued_is_one_document_with_and_without_its_preposition() -> None:
    title = "Ban hành Quy định quản lý, chăm sóc vườn hoa và cây xanh của bản"
    body = "Điều 1. Ban hành Quy định về quản lý, chăm sóc vườn hoa và cây xanh của bản."
    found = triples(reading_of(decision(title, body)))
    assert len([claim for claim in found if claim[1] == "promulgates"]) == 1


def test_what_a_province_issues_for_a_district_is_the_province_s() -> None:
    name = "Bảng giá thuê hội trường của huyện Tam Đường"
    issued = decision("Về hội trường", f"Điều 1. Ban hành kèm theo Quyết định này {name}.")
    assert cited(reading_of(issued), name).level == "province"
