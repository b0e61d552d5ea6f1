"""What is no duty: deeds told, work without a document, times that are no deadlines."""

import pytest

from tests.extract.duties.plans import owed
from tests.extract.texts import decision, reading_of

NONE = [
    pytest.param(
        "1. Ban Thường vụ Huyện ủy đã chỉ đạo các xã xây dựng kế hoạch trong tháng 5/2022.",
        id="what has been done",
    ),
    pytest.param(
        "1. Đề nghị Ban Thường vụ Tỉnh ủy sớm ban hành hướng dẫn.", id="a wish to those above"
    ),
    pytest.param("1. Kiến nghị UBND tỉnh ban hành quy chế trước ngày 30/6/2022.", id="a proposal"),
    pytest.param("1. Các xã không ban hành kế hoạch riêng.", id="an order to issue nothing"),
    pytest.param("1. Nếu có vướng mắc, các đơn vị báo cáo Huyện ủy trước ngày 30/6/2022.", id="if"),
    pytest.param(
        "1. Huyện ủy Phong Thổ ban hành kế hoạch trong tháng 6/2022.", id="the author himself"
    ),
    pytest.param(
        "1. Các xã tăng cường tuyên truyền theo kế hoạch.", id="work that leaves no document"
    ),
    pytest.param(
        "1. Các xã thực hiện Kế hoạch số 12-KH/HU, ngày 01/6/2022.", id="a plan that is there"
    ),
    pytest.param(
        "1. Ban Nội chính đôn đốc việc sơ kết Chỉ thị số 12-CT/TU.", id="who urges a review"
    ),
    pytest.param(
        "1. Các xã xây dựng chương trình văn nghệ trong tháng 6/2022.", id="what is performed"
    ),
    pytest.param(
        "1. Các xã kiến nghị ban hành quy chế.",
        id="who wishes",
    ),
    pytest.param(
        "1. Các đảng ủy xã:\n\n- Người đứng đầu có trách nhiệm báo cáo trong tháng 6/2022.",
        id="whoever is in charge is not the body above",
    ),
    pytest.param(
        "1. Các xã có thể ban hành quy chế riêng.",
        id="what is allowed",
    ),
    pytest.param(
        "1. Bộ phận một cửa lập kế hoạch.",
        id="a part of a body",
    ),
    pytest.param(
        "1. Bộ Tài chính ban hành quy chế.",
        id="a ministry, by a district",
    ),
    pytest.param(
        "1. Ban Bí thư ban hành quy chế.",
        id="the centre of the Party",
    ),
    pytest.param(
        "1. Chính phủ ban hành nghị định.",
        id="the government",
    ),
    pytest.param(
        "1. Các xã thực hiện Quyết định ban hành Quy chế trước ngày 30/6/2022.",
        id="a decision that has issued it",
    ),
    pytest.param(
        "1. Các xã xây dựng kế hoạch này.",
        id="the plan itself",
    ),
    pytest.param(
        "1. Theo đề nghị của chi bộ, Phòng Y tế lập kế hoạch.",
        id="what hangs on a request",
    ),
    pytest.param(
        "1. Các xã lập báo cáo khi có yêu cầu trong tháng 6/2022.",
        id="when asked",
    ),
    pytest.param(
        "1. Phòng Y tế ban hành quyết định trong thời hạn 5 ngày kể từ ngày nhận được hồ sơ.",
        id="the time of a case",
    ),
    pytest.param(
        "1. Các xã đề xuất xây dựng đề án, gửi Huyện ủy.",
        id="who only proposes",
    ),
    pytest.param(
        "1. Đảng ủy các xã ban hành quy chế phải báo cáo Huyện ủy trước ngày 30/6/2022.",
        id="a deed that says who is bound to another",
    ),
    pytest.param(
        "1. Các xã rà soát vào cuối tháng 9/2022 và báo cáo theo quy định.",
        id="the time of another deed",
    ),
    pytest.param(
        "1. Trường Chính trị huyện quan tâm xây dựng chương trình.",
        id="what is left to the bearer",
    ),
    pytest.param(
        "1. Công an tỉnh xây dựng kế hoạch trong tháng 7/2022.",
        id="a body of the province, by a district",
    ),
    pytest.param(
        "1. Các xã lập nhiệm vụ quy hoạch.",
        id="the task of a plan is no plan",
    ),
    pytest.param(
        "1. Phòng Y tế chủ trì lễ tổng kết trước ngày 30/6/2022.",
        id="who leads a ceremony",
    ),
    pytest.param(
        "1. Các chi bộ tổ chức họp tổng kết trước ngày 30/12/2022.",
        id="a meeting that reviews",
    ),
    pytest.param(
        "1. Phối hợp với Phòng Y tế, Phòng Tư pháp lập kế hoạch.",
        id="those who join are not those who owe",
    ),
    pytest.param(
        "1. Huyện ủy nghe Phòng Y tế báo cáo trước ngày 30/6/2022.",
        id="what is listened to",
    ),
    pytest.param(
        "1. Phòng Y tế\n\n- Thời gian qua chủ động xây dựng kế hoạch.",
        id="what is told of the time before",
    ),
    pytest.param(
        "1. Biểu dương Phòng Y tế ban hành kế hoạch trước ngày 30/6/2022.",
        id="who is praised for it",
    ),
    pytest.param(
        "1. Đơn vị lập kế hoạch.",
        id="a kind of body without a name or a count",
    ),
]


@pytest.mark.parametrize("words", NONE)
def test_no_duty(words: str) -> None:
    assert owed(words) == []


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            "1. Văn phòng Huyện ủy lập dự toán hằng năm, báo cáo Huyện ủy trước ngày 30/6/2022.",
            id="the budget of each year is no report on a task",
        ),
        pytest.param(
            "1. Các chi bộ họp tổng kết công tác trước ngày 30/12/2022.",
            id="a meeting is no review",
        ),
    ],
)
def test_standing_work_is_no_duty(words: str) -> None:
    assert owed(words) == []


def test_times_of_cases_are_no_deadlines() -> None:
    article = (
        "Điều 5. Trách nhiệm thi hành\n\n1. Sở Nội vụ ban hành quyết định trong thời hạn 05 ngày "
        "kể từ ngày nhận được hồ sơ."
    )
    assert reading_of(decision("Quy định về thủ tục", article)).duties == ()
