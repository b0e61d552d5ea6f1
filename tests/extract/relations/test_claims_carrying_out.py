"""A title or an opening says what is carried out: plans, reviews, inspections, study."""

import pytest

from tests.extract.texts import (
    PLAN,
    REPORT,
    assert_claims,
    in_body,
    party_plan,
    reading_of,
    report,
    triples,
)

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


OPENINGS = [
    pytest.param(
        "Quán triệt và thực hiện Kết luận số 69-KL/TU", "implements", id="studied-and-done"
    ),
    pytest.param(
        "Quán triệt, triển khai thực hiện Kết luận số 69-KL/TU",
        "implements",
        id="studied-and-begun",
    ),
    pytest.param(
        "Để triển khai thực hiện có hiệu quả Kết luận số 69-KL/TU", "implements", id="done-well"
    ),
    pytest.param(
        "Thực hiện ý kiến chỉ đạo của Tỉnh ủy tại Kết luận số 69-KL/TU", "implements", id="an-order"
    ),
    pytest.param("Thực hiện yêu cầu tại Kết luận số 69-KL/TU", "implements", id="what-it-asks-for"),
    pytest.param(
        "Căn cứ Chỉ thị số 13-CT/TU của Tỉnh ủy; thực hiện Kết luận số 69-KL/TU",
        "implements",
        id="behind-its-basis",
    ),
    pytest.param("Tiếp tục thực hiện Kết luận số 69-KL/TU", "continues", id="continued"),
    pytest.param(
        "Thực hiện Kế hoạch số 12-KH/TU của Tỉnh ủy, triển khai Kết luận số 69-KL/TU",
        "implements",
        id="second-verb-behind-what-has-no-title",
    ),
    pytest.param(
        "Thực hiện Chỉ thị số 13-CT/TU của Tỉnh ủy về thi đua; Kế hoạch số 12-KH/TU của Tỉnh ủy "
        "thực hiện Chỉ thị trên; Kết luận số 69-KL/TU",
        "implements",
        id="parted-by-semicolons",
    ),
    pytest.param(
        "Thực hiện Chỉ thị số 13-CT/TU, ngày 02/3/2021 của Tỉnh ủy về thi đua theo Nghị quyết Đại "
        "hội Đảng bộ tỉnh lần thứ XIV và Kết luận số 69-KL/TU",
        "implements",
        id="younger-than-the-directive-in-whose-title-it-seems-to-stand",
    ),
]


@pytest.mark.parametrize(("opening", "relation"), OPENINGS)
def test_a_plan_opens_with_what_it_is_for(opening: str, relation: str) -> None:
    body = f"{opening}, ngày 09/4/2021, Huyện ủy xây dựng kế hoạch như sau:"
    claimed = triples(reading_of(party_plan("về công tác hòa giải", body)))
    assert (PLAN, relation, "69-KL/TU") in claimed


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param(
            "Thực hiện Chỉ thị số 13-CT/TU, ngày 02/3/2022 của Tỉnh ủy về thi đua theo Nghị quyết "
            "Đại hội Đảng bộ tỉnh lần thứ XIV và Kết luận số 69-KL/TU",
            id="older-so-that-it-may-stand-in-the-title",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 12-KH/TU về đẩy mạnh hòa giải, triển khai Kết luận số 69-KL/TU",
            id="a-title-with-a-comma",
        ),
    ],
)
def test_what_may_stand_in_a_title_is_not_what_the_plan_is_for(opening: str) -> None:
    body = f"{opening}, ngày 09/4/2021, Huyện ủy xây dựng kế hoạch như sau:"
    claimed = triples(reading_of(party_plan("về công tác hòa giải", body)))
    assert (PLAN, "implements", "69-KL/TU") not in claimed


ISSUED = [
    pytest.param("Huyện ủy ban hành Kế hoạch thực hiện", "implements", id="issues-itself"),
    pytest.param("Huyện ủy lập kế hoạch triển khai thực hiện", "implements", id="draws-itself-up"),
    pytest.param("Huyện ủy ban hành Chương trình thực hiện", "", id="another-type"),
    pytest.param("Huyện ủy đã ban hành Kế hoạch thực hiện", "", id="an-earlier-one"),
]


@pytest.mark.parametrize(("opening", "relation"), ISSUED)
def test_a_plan_says_who_issues_it(opening: str, relation: str) -> None:
    body = f"{opening} Kết luận số 69-KL/TU, ngày 09/4/2021 của Tỉnh ủy như sau:"
    claimed = triples(reading_of(party_plan("về công tác hòa giải", body)))
    assert claimed == ({(PLAN, relation, "69-KL/TU")} if relation else set())


TITLES = [
    pytest.param("về quán triệt, triển khai thực hiện", "implements", id="studied-and-done"),
    pytest.param(
        "về học tập, quán triệt, tuyên truyền và triển khai thực hiện", "implements", id="all-of-it"
    ),
    pytest.param("về quán triệt, tuyên truyền thực hiện", "disseminates", id="studied-alone"),
    pytest.param(
        "tổ chức hội nghị quán triệt, triển khai thực hiện", "disseminates", id="a-conference"
    ),
    pytest.param("kiểm tra việc quán triệt, triển khai thực hiện", "monitors", id="inspected"),
    pytest.param("phục vụ cuộc họp triển khai", "disseminates", id="a-meeting"),
]


@pytest.mark.parametrize(("title", "relation"), TITLES)
def test_title_of_a_plan(title: str, relation: str) -> None:
    claimed = triples(reading_of(party_plan(f"{title} Kết luận số 69-KL/TU")))
    assert claimed == {(PLAN, relation, "69-KL/TU")}


def test_further_years_of_a_review() -> None:
    title = "tổng kết 10 năm thực hiện Chỉ thị số 13-CT/TU khóa XIV và 05 năm thực hiện"
    reading = reading_of(report(f"{title} Kết luận số 69-KL/TU"))
    reviews = {(c.object, c.relation.value, c.review, c.years) for c in reading.claims}
    assert reviews == {
        ("13-CT/TU", "summarizes", "final", 10.0),
        ("69-KL/TU", "summarizes", "final", 5.0),
    }


def test_years_of_a_term_end_no_list() -> None:
    congress = "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIV, nhiệm kỳ 2020 - 2025"
    claimed = triples(reading_of(party_plan(f"thực hiện {congress} và Kết luận số 69-KL/TU")))
    assert (PLAN, "implements", "69-KL/TU") in claimed


REVIEWS = [
    pytest.param("kết quả học tập, quán triệt và triển khai thực hiện", id="of-study-and-work"),
    pytest.param("tình hình thực hiện chỉ đạo của Tỉnh ủy tại", id="of-what-was-ordered"),
    pytest.param("kết quả triển khai thực hiện có hiệu quả", id="of-what-was-done-well"),
    pytest.param("kết quả hòa giải và việc thực hiện", id="of-something-else-as-well"),
    pytest.param("sơ kết 3 tháng thực hiện", id="of-months"),
    pytest.param("kết quả hòa giải; việc thực hiện", id="behind-a-semicolon"),
    pytest.param("tiến độ thực hiện", id="of-how-far-it-is"),
]


@pytest.mark.parametrize("title", REVIEWS)
def test_title_of_a_report(title: str) -> None:
    claimed = triples(reading_of(report(f"{title} Kết luận số 69-KL/TU")))
    assert claimed == {(REPORT, "summarizes", "69-KL/TU")}
