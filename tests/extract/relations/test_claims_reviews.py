"""A review says whether it is the final one, and of how many years."""

import pytest

from ontology.documents.relation import Relation
from tests.extract.texts import (
    REPORT,
    Triple,
    assert_claims,
    claim_of,
    in_body,
    reading_of,
    report,
)

REVIEWS = [
    pytest.param("tổng kết 10 năm thực hiện", "final", 10.0, id="final"),
    pytest.param("sơ kết 05 năm thực hiện", "interim", 5.0, id="interim-with-zero"),
    pytest.param("sơ kết 2,5 năm thực hiện", "interim", 2.5, id="decimal-comma"),
    pytest.param("sơ kết giữa nhiệm kỳ thực hiện", "interim", None, id="mid-term"),
    pytest.param("tổng kết việc thực hiện", "final", None, id="no-years"),
    pytest.param("kết quả thực hiện", "", None, id="plain-report"),
    pytest.param("sơ kết hai năm thực hiện", "interim", 2.0, id="years-in-words"),
    pytest.param("tổng kết năm năm thực hiện", "final", 5.0, id="five-and-year-are-one-word"),
]


@pytest.mark.parametrize(("words", "review", "years"), REVIEWS)
def test_review_is_qualified(words: str, review: str, years: float | None) -> None:
    reading = reading_of(report(f"{words} Kết luận số 69-KL/TU"))
    claim = claim_of(reading, REPORT, Relation.SUMMARIZES, "69-KL/TU")
    assert (claim.review, claim.years) == (review, years)


def test_review_is_shared_by_a_list() -> None:
    reading = reading_of(report("tổng kết 10 năm thực hiện Quyết định số 217, 218-QĐ/TW"))
    for number in ("217-QĐ/TW", "218-QĐ/TW"):
        claim = claim_of(reading, REPORT, Relation.SUMMARIZES, number)
        assert (claim.review, claim.years) == ("final", 10.0)


TOLD = [
    pytest.param(
        "Kế hoạch số 31-KH/TU, ngày 04/5/2021 của Tỉnh ủy về sơ kết 5 năm thực hiện Nghị quyết "
        "số 25-NQ/TW.",
        set(),
        id="a-plan-orders-a-review",
    ),
    pytest.param(
        "Hướng dẫn số 12-HD/BTGTU của Ban Tuyên giáo Tỉnh ủy tổng kết 10 năm thực hiện Chỉ thị "
        "số 22-CT/TW.",
        set(),
        id="so-does-guidance",
    ),
    pytest.param(
        "Báo cáo số 90-BC/TU của Tỉnh ủy sơ kết 5 năm thực hiện Nghị quyết số 25-NQ/TW.",
        {("90-BC/TU", "summarizes", "25-NQ/TW")},
        id="the-issuer-ends-before-the-verb",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD)
def test_review_is_that_of_the_report(sentence: str, expected: set[Triple]) -> None:
    assert_claims(in_body(sentence), *expected)


@pytest.mark.parametrize(
    "lead",
    [
        pytest.param("Theo nhiệm vụ được giao, Huyện ủy", id="the-report-s-own-task"),
        pytest.param("Thực hiện yêu cầu của Tỉnh ủy về", id="what-others-asked-of-it"),
        pytest.param("Tại hội nghị giao ban, Huyện ủy", id="a-word-with-the-same-letters"),
    ],
)
def test_who_was_told_to_review_tells_of_it(lead: str) -> None:
    body = f"{lead} tổng kết 10 năm thực hiện Kết luận số 3-KL/TU."
    assert_claims(report("tình hình năm 2023", body), (REPORT, "summarizes", "3-KL/TU"))


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("đôn đốc", id="urged"),
        pytest.param("đề nghị gửi", id="asked-to-send"),
        pytest.param("chấn chỉnh việc", id="called-to-order"),
    ],
)
def test_a_letter_that_asks_for_a_report_is_none(asked: str) -> None:
    letter = (
        "UBND TỈNH LAI CHÂU\nSỞ NỘI VỤ\nSố: 142/SNV-CCHC\nLai Châu, ngày 09 tháng 8 năm 2023\n"
        f"V/v {asked} báo cáo kết quả thực hiện Chỉ thị số 12/CT-UBND\n\nKính gửi: Các sở.\n"
    )
    assert_claims(letter)


def test_a_letter_that_asks_below_its_title_for_the_report_is_none() -> None:
    letter = (
        "HUYỆN ỦY PHONG THỔ\n*\nSố 58-CV/HU\nV/v báo cáo kết quả thực hiện Kết luận số 3-KL/TU\n"
        "Phong Thổ, ngày 06 tháng 10 năm 2022\n\nKính gửi: Các đảng ủy xã.\n\n"
        "Huyện ủy yêu cầu các đảng ủy xã rà soát và báo cáo kết quả thực hiện trong tháng 10.\n"
    )
    assert [claim.relation.value for claim in reading_of(letter).claims] == ["cites"]


@pytest.mark.parametrize(
    ("subject", "relation"),
    [
        pytest.param("tổng kết 10 năm thực hiện", "cites", id="it-is-to-be-held"),
        pytest.param("sơ kết việc thực hiện", "cites", id="so-is-an-interim-one"),
        pytest.param("báo cáo tổng kết 10 năm thực hiện", "summarizes", id="the-letter-reports"),
        pytest.param("báo cáo kết quả thực hiện", "summarizes", id="on-results"),
    ],
)
def test_letter_on_a_review(subject: str, relation: str) -> None:
    head = "TỈNH ỦY LAI CHÂU\n*\nSố 58-CV/TU\n"
    day = "Lai Châu, ngày 06 tháng 10 năm 2022\n\nKính gửi: Các huyện ủy.\n"
    reading = reading_of(f"{head}V/v {subject} Kết luận số 54-KL/TW\n{day}")
    assert [claim.relation.value for claim in reading.claims] == [relation]
