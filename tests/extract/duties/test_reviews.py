"""Reviews that a text announces, and by when."""

import pytest

from tests.extract.duties.plans import owed, told

REVIEWS = [
    pytest.param(
        "1. Ban Nội chính Huyện ủy giúp Huyện ủy sơ kết sau một năm thực hiện.",
        [("Ban Nội chính Huyện ủy", "Báo cáo interim", "P1Y", "announced-review")],
        id="so many years after it began, in words",
    ),
    pytest.param(
        "1. Tổng kết 10 năm thực hiện.",
        [("", "Báo cáo final", "P10Y", "announced-review")],
        id="when it has been carried out for so long",
    ),
    pytest.param(
        "1. Tổ chức tổng kết 10 năm đổi mới trường học.",
        [],
        id="so many years of something else, by nobody",
    ),
    pytest.param(
        "1. Sau 3 năm thực hiện, Huyện ủy Phong Thổ được khen.", [], id="nothing is reviewed"
    ),
    pytest.param(
        "1. Phòng Y tế thực hiện tốt việc sơ kết sau một năm thực hiện.",
        [],
        id="a review that others hold",
    ),
]


@pytest.mark.parametrize(("words", "duties"), REVIEWS)
def test_review(words: str, duties: list[tuple[str, str, str, str]]) -> None:
    assert [told(duty) for duty in owed(words)] == duties
