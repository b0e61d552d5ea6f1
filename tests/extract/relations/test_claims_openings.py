"""What a text opens with, and what its title says it is for: to carry out, to study, to review."""

import pytest

from tests.extract.texts import PLAN, REPORT, party_plan, reading_of, report, triples

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
]


@pytest.mark.parametrize(("opening", "relation"), OPENINGS)
def test_a_plan_opens_with_what_it_is_for(opening: str, relation: str) -> None:
    body = f"{opening}, ngày 09/4/2021, Huyện ủy xây dựng kế hoạch như sau:"
    claimed = triples(reading_of(party_plan("về công tác hòa giải", body)))
    assert (PLAN, relation, "69-KL/TU") in claimed


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
]


@pytest.mark.parametrize(("title", "relation"), TITLES)
def test_title_of_a_plan(title: str, relation: str) -> None:
    claimed = triples(reading_of(party_plan(f"{title} Kết luận số 69-KL/TU")))
    assert claimed == {(PLAN, relation, "69-KL/TU")}


REVIEWS = [
    pytest.param("kết quả học tập, quán triệt và triển khai thực hiện", id="of-study-and-work"),
    pytest.param("tình hình thực hiện chỉ đạo của Tỉnh ủy tại", id="of-what-was-ordered"),
    pytest.param("kết quả triển khai thực hiện có hiệu quả", id="of-what-was-done-well"),
]


@pytest.mark.parametrize("title", REVIEWS)
def test_title_of_a_report(title: str) -> None:
    claimed = triples(reading_of(report(f"{title} Kết luận số 69-KL/TU")))
    assert claimed == {(REPORT, "summarizes", "69-KL/TU")}
