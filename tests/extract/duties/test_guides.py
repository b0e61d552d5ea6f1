"""When "hướng dẫn" owes a guide in writing, and whose is what the guided are to make."""

import pytest

from tests.extract.duties.plans import owed, told
from tests.extract.texts import decision, reading_of

GUIDES = [
    pytest.param(
        "1. Phòng Tài chính hướng dẫn các trường lập dự toán.",
        [("Phòng Tài chính", "Hướng dẫn", "", "task")],
        id="bodies are told what to do",
    ),
    pytest.param(
        "1. Các đảng ủy xã hướng dẫn chi bộ kiểm điểm.",
        [("Các đảng ủy xã", "Hướng dẫn", "", "task")],
        id="cells are told, without a count",
    ),
    pytest.param(
        "1. Phòng Tài chính hướng dẫn UBND các xã quyết toán.",
        [("Phòng Tài chính", "Hướng dẫn", "", "task")],
        id="bodies are told by name",
    ),
    pytest.param(
        "1. Phòng Tài chính hướng dẫn trình tự thanh toán trong tháng 6/2022.",
        [("Phòng Tài chính", "Hướng dẫn", "2022-06", "task")],
        id="how it is done",
    ),
    pytest.param(
        "1. Phòng Y tế hướng dẫn các doanh nghiệp khai báo.", [], id="people are shown, not guided"
    ),
    pytest.param(
        "1. Phòng Y tế hướng dẫn các hộ dân phun thuốc.", [], id="those guided are no bodies"
    ),
    pytest.param(
        "1. Phòng Y tế hướng dẫn các xã xây dựng kế hoạch.",
        [("Phòng Y tế", "Hướng dẫn", "", "task")],
        id="the plan is that of the guided",
    ),
    pytest.param(
        "1. Phòng Y tế đôn đốc các xã xây dựng kế hoạch.", [], id="the plan of those who are urged"
    ),
    pytest.param(
        "1. Phòng Y tế hướng dẫn các xã, xây dựng kế hoạch kiểm tra.",
        [("Phòng Y tế", "Kế hoạch", "", "task")],
        id="a plan of its own behind a comma",
    ),
]


@pytest.mark.parametrize(("words", "duties"), GUIDES)
def test_who_owes_a_guide(words: str, duties: list[tuple[str, str, str, str]]) -> None:
    assert [told(duty) for duty in owed(words)] == duties


@pytest.mark.parametrize("others", ["các sở", "UBND cấp xã", "thủ tục và việc"])
def test_by_an_act_a_body_guides_others_for_good(others: str) -> None:
    article = f"Điều 5. Trách nhiệm thi hành\n\n1. Sở Y tế hướng dẫn {others} thực hiện rà soát."
    assert reading_of(decision("Quy định về thủ tục", article)).duties == ()
