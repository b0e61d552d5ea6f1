"""What the articles of an act oblige to without an order word: by a day, or again and again."""

import pytest

from tests.extract.duties.plans import told
from tests.extract.texts import decision, reading_of

ARTICLES = [
    pytest.param(
        "Điều 3. Ban Quản lý dự án đầu tư xây dựng huyện hoàn chỉnh hồ sơ, báo cáo tiến độ định kỳ "
        "hằng quý gửi Sở Xây dựng.",
        [
            (
                "Ban Quản lý dự án đầu tư xây dựng huyện",
                "Báo cáo",
                "FREQ=MONTHLY;INTERVAL=3",
                "task",
            )
        ],
        id="again and again, by a body whose name holds a verb",
    ),
    pytest.param(
        "Điều 6. Tự đánh giá\n\na) Các hộ dân gửi báo cáo về Sở Y tế trước ngày 15 tháng 12 "
        "hằng năm.",
        [],
        id="who is named is no body that is known",
    ),
    pytest.param(
        "Điều 6. Tự đánh giá\n\na) Các xã gửi báo cáo về Sở Y tế trước ngày 15 tháng 12 hằng năm.",
        [("Các xã", "Báo cáo", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", "task")],
        id="a class of bodies, by a day of each year",
    ),
    pytest.param(
        "Điều 6. Hồ sơ\n\n1. Trong thời hạn 15 ngày kể từ ngày nhận được hồ sơ, Sở Y tế báo cáo "
        "UBND tỉnh.",
        [],
        id="a time that runs anew for each case",
    ),
    pytest.param(
        "Điều 6. Báo cáo\n\n1. Báo cáo tài chính được lập trước ngày 31 tháng 3 hằng năm.",
        [],
        id="nobody is named",
    ),
    pytest.param(
        "Điều 6. Khen thưởng\n\n1. Sở Y tế đã báo cáo UBND tỉnh trước ngày 15 tháng 12 hằng năm.",
        [],
        id="what was done",
    ),
    pytest.param(
        "Chương III\nTRÁCH NHIỆM CỦA CÁC CƠ QUAN\n\nĐiều 7. Binh chủng Hóa học\n\n1. Tổng hợp, báo "
        "cáo Bộ Quốc phòng trước 30 tháng 01 hằng năm.\n\nĐiều 8. Kinh phí\n\n1. Lập kế hoạch.",
        [("Binh chủng Hóa học", "Báo cáo", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=30", "task")],
        id="an article is titled by the body, in a chapter of tasks",
    ),
    pytest.param(
        "Điều 2. Tổ công tác có nhiệm vụ:\n\n1. Xây dựng kế hoạch công tác trước ngày 15/12/2022.",
        [("Tổ công tác", "Kế hoạch", "2022-12-15", "task")],
        id="a task force",
    ),
    pytest.param(
        "Điều 5. Trách nhiệm của các sở được giao chủ trì dự án: Lập kế hoạch thực hiện trước ngày "
        "31 tháng 12 năm 2022.",
        [("các sở được giao chủ trì dự án", "Kế hoạch", "2022-12-31", "task")],
        id="whom it names first, with a clause that says which",
    ),
    pytest.param(
        "Điều 5. Trách nhiệm của Sở Y tế\n\n1. Sở Y tế thực hiện quản lý nhà nước và có các nhiệm "
        "vụ sau đây:\n\na) Định kỳ sáu tháng tổng kết việc thực hiện Quyết định này.",
        [("Sở Y tế", "Báo cáo final", "FREQ=MONTHLY;INTERVAL=6", "announced-review")],
        id="what the body does anyhow stands behind its name; a number in words",
    ),
    pytest.param(
        "Điều 3. Giám đốc Sở Y tế ban hành kế hoạch thực hiện trong quý IV năm 2022.",
        [("Giám đốc Sở Y tế", "Kế hoạch", "2022-Q4", "task")],
        id="a quarter",
    ),
    pytest.param(
        "Điều 3. Trong thời hạn 60 ngày kể từ ngày Quyết định này được ban hành, các sở, ngành ban "
        "hành kế hoạch thực hiện.",
        [("các sở, ngành", "Kế hoạch", "P60D", "task")],
        id="a time that runs once, from the day of the act",
    ),
]


@pytest.mark.parametrize(("articles", "duties"), ARTICLES)
def test_what_articles_oblige_to(articles: str, duties: list[tuple[str, str, str, str]]) -> None:
    read = reading_of(decision("Quy định về quản lý", articles)).duties
    assert [told(duty) for duty in read] == duties
