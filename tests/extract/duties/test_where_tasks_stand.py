"""Where an order counts: under which headings, behind which words, in which kinds of text."""

import pytest

from tests.extract.duties.plans import owed
from tests.extract.texts import decision, reading_of, report

PLACES = [
    pytest.param("4. Tổ chức thực hiện", True, id="a part that is numbered as items are"),
    pytest.param("4. Tổ chức thực hiện Kế hoạch", True, id="with what is carried out"),
    pytest.param("Ban Thường vụ Huyện ủy yêu cầu:", True, id="who orders, and nobody else"),
    pytest.param(
        "Nhiều nơi còn chậm. Ban Thường vụ Huyện ủy đề nghị:", True, id="at the end of a paragraph"
    ),
    pytest.param("Để có cơ sở báo cáo cấp trên, Huyện ủy giao:", True, id="who gives tasks"),
    pytest.param("Huyện ủy có ý kiến chỉ đạo như sau:", True, id="what is told to do"),
    pytest.param("Huyện ủy có ý kiến như sau:", False, id="what is thought"),
    pytest.param("Bí thư Huyện ủy kết luận:", True, id="who concludes"),
    pytest.param("4. Phân công nhiệm vụ", True, id="who is given which task"),
    pytest.param("4. Kết quả thực hiện", False, id="a part that tells"),
    pytest.param("1. Mục đích, yêu cầu:", False, id="the noun"),
    pytest.param("Các chỉ tiêu đạt yêu cầu:", False, id="the noun behind a verb"),
]


@pytest.mark.parametrize(("section", "gives"), PLACES)
def test_where_tasks_stand(section: str, gives: bool) -> None:
    words = "- Các đảng ủy xã xây dựng kế hoạch thực hiện, hoàn thành trước ngày 30/6/2022."
    assert bool(owed(words, section)) is gives


@pytest.mark.parametrize(
    ("line", "orders"),
    [
        pytest.param("1. Yêu cầu thực hiện tốt các việc:", True, id="an order word opens the line"),
        pytest.param("1. Tỉnh ủy yêu cầu các cấp ủy:", True, id="a body is told"),
        pytest.param("1. Hồ sơ đề nghị gồm:", False, id="the word is a noun"),
        pytest.param("1. Việc kiểm điểm bảo đảm yêu cầu sau:", False, id="a noun, nobody told"),
    ],
)
def test_a_line_that_leads_tasks(line: str, orders: bool) -> None:
    words = f"{line}\n\n- Đảng ủy xã Dào San xây dựng kế hoạch."
    assert bool(owed(words, "I. TÌNH HÌNH")) is orders


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        pytest.param("Giao Phòng Y tế lập kế hoạch.", "order", id="an ordering word"),
        pytest.param("Phòng Y tế phải lập kế hoạch.", "task", id="a word of duty"),
    ],
)
def test_an_order_holds_wherever_it_stands(words: str, rule: str) -> None:
    assert [duty.rule for duty in owed(words, "I. TÌNH HÌNH")] == [rule]


@pytest.mark.parametrize(
    ("words", "owes"),
    [
        pytest.param("theo dõi, tổng hợp kết quả để báo cáo Huyện ủy", True, id="what is gathered"),
        pytest.param("đôn đốc việc thực hiện, báo cáo Huyện ủy", True, id="what is seen to"),
        pytest.param("kiểm tra để báo cáo Huyện ủy", False, id="a purpose alone"),
        pytest.param("đôn đốc việc lập, ban hành kế hoạch", False, id="the deed of others"),
    ],
)
def test_what_is_done_to_report(words: str, owes: bool) -> None:
    assert bool(owed(f"1. Phòng Y tế {words} trước ngày 30/6/2022.")) is owes


def test_who_acts_behind_the_heading_of_a_time() -> None:
    (duty,) = owed("1. Thời gian hoàn thành: Phòng Y tế trình đề án trước ngày 30/9/2022.")
    assert (duty.bearer, duty.due) == ("Phòng Y tế", "2022-09-30")


def test_a_committee_in_small_letters_behind_a_time() -> None:
    (duty,) = owed("1. Hằng năm (đầu năm) chi ủy rà soát việc phân công, báo cáo chi bộ.")
    assert (duty.bearer, duty.due) == ("chi ủy", "FREQ=YEARLY")


def test_who_proposes_a_change_and_reports_owes_the_report() -> None:
    words = "Phòng Y tế đề xuất sửa đổi Quyết định số 12/QĐ-UBND, báo cáo huyện trong quý III/2022."
    assert [(duty.product, duty.due) for duty in owed(f"1. {words}")] == [("Báo cáo", "2022-Q3")]


def test_who_joins_is_told() -> None:
    (duty,) = owed("1. Phòng Y tế chủ trì, phối hợp với Phòng Tư pháp lập kế hoạch.")
    assert duty.joins == "Phòng Tư pháp"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        pytest.param("xây dựng, thực hiện kế hoạch", 0, id="what the body is for"),
        pytest.param("xây dựng kế hoạch", 1, id="what the act asks of it"),
        pytest.param(
            "ban hành quy chế trong thời hạn 30 ngày kể từ ngày Quyết định này có hiệu lực",
            1,
            id="a time that runs once",
        ),
    ],
)
def test_what_an_act_asks(words: str, count: int) -> None:
    article = f"Điều 5. Trách nhiệm thi hành\n\n1. Sở Nội vụ {words}."
    assert len(reading_of(decision("Quy định về thủ tục", article)).duties) == count


@pytest.mark.parametrize(
    ("title", "count"),
    [
        pytest.param("Kết luận của Chủ tịch UBND huyện tại cuộc họp", 1, id="conclusions"),
        pytest.param("Về lịch tiếp công dân", 0, id="news"),
    ],
)
def test_conclusions_of_a_meeting_ask_without_an_order_word(title: str, count: int) -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nHUYỆN PHONG THỔ\n-------\nSố: 21/TB-UBND\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"Phong Thổ, ngày 12 tháng 5 năm 2022\n\nTHÔNG BÁO\n{title}\n-----\n\n"
        "1. Phòng Y tế lập kế hoạch trước ngày 30/6/2022.\n"
    )
    assert len(reading_of(text).duties) == count


def test_the_line_that_leads_to_tasks_tells_of_what_was() -> None:
    told = "Ngày 02/6/2022, Huyện ủy họp, Phòng Y tế báo cáo đề án và thống nhất kết luận:"
    assert owed(told, "I. TÌNH HÌNH") == []


def test_a_report_asks_for_nothing() -> None:
    words = "IV. KIẾN NGHỊ\n\n1. Đề nghị các xã ban hành kế hoạch trước ngày 30/9/2023."
    assert reading_of(report("kết quả công tác", words)).duties == ()
