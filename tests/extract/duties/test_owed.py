"""Who owes which document: orders, tasks, reviews, tables of tasks; and what is no duty."""

import pytest

from extract.report import as_json
from tests.extract.duties.plans import OWN, TITLE, owed, told
from tests.extract.texts import party_plan, reading_of

ORDERS = [
    pytest.param(
        "1. Các ban xây dựng Đảng, Văn phòng Huyện ủy ban hành hướng dẫn trong quý II/2022.",
        [("Các ban xây dựng Đảng, Văn phòng Huyện ủy", "Hướng dẫn", "2022-Q2", "task")],
        id="a verb of issuing that is part of a name",
    ),
    pytest.param(
        "1. Văn phòng Huyện ủy báo cáo kết quả trước ngày 20 của tháng cuối quý.",
        [
            (
                "Văn phòng Huyện ủy",
                "Báo cáo",
                "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20",
                "task",
            )
        ],
        id="a day of the last month of each quarter",
    ),
    pytest.param(
        "1. Ban Dân vận Huyện ủy tham mưu tổ chức sơ kết vào năm 2024, tổng kết vào năm 2026.",
        [
            ("Ban Dân vận Huyện ủy", "Báo cáo interim", "2024", "announced-review"),
            ("Ban Dân vận Huyện ủy", "Báo cáo final", "2026", "announced-review"),
        ],
        id="two reviews, each with its own year",
    ),
    pytest.param(
        "1. Ban Dân vận Huyện ủy là cơ quan đầu mối, tổ chức sơ kết vào năm 2024 và tổng kết vào "
        "năm 2026.",
        [
            ("Ban Dân vận Huyện ủy", "Báo cáo interim", "2024", "announced-review"),
            ("Ban Dân vận Huyện ủy", "Báo cáo final", "2026", "announced-review"),
        ],
        id="two reviews joined by a word, whose body is said to be in charge",
    ),
    pytest.param(
        "1. Sau 03 năm thực hiện, Ban Thường vụ Huyện ủy tổ chức sơ kết.",
        [("Ban Thường vụ Huyện ủy", "Báo cáo interim", "P3Y", "announced-review")],
        id="who reviews stands behind the time",
    ),
    pytest.param(
        "1. Các chi, đảng bộ trực thuộc xây dựng kế hoạch thực hiện, xong trước ngày 30/6/2022.",
        [("Các chi, đảng bộ trực thuộc", "Kế hoạch", "2022-06-30", "task")],
        id="a class of bodies in the part on carrying out",
    ),
    pytest.param(
        "1. Giao Đảng ủy Công an huyện chủ trì, phối hợp với Phòng Tư pháp tham mưu ban hành Quy "
        "chế phối hợp trong quý III năm 2022.",
        [("Đảng ủy Công an huyện", "Quy chế", "2022-Q3", "order")],
        id="an ordering word, the body that joins in between",
    ),
    pytest.param(
        "1. Huyện ủy giao Ban Tổ chức Huyện ủy tham mưu hướng dẫn thực hiện trong tháng 8/2022.",
        [("Ban Tổ chức Huyện ủy", "Hướng dẫn", "2022-08", "order")],
        id="who orders stands in front of whom he orders",
    ),
    pytest.param(
        "1. UBND huyện:\n\n- Xây dựng kế hoạch thực hiện trong tháng 6/2022.",
        [("UBND huyện", "Kế hoạch", "2022-06", "task")],
        id="the body is named above its tasks",
    ),
    pytest.param(
        "1. Đảng ủy Quân sự huyện xây dựng kế hoạch thực hiện; hằng năm báo cáo Huyện ủy trước "
        "ngày 01/12.",
        [
            ("Đảng ủy Quân sự huyện", "Kế hoạch", "", "task"),
            (
                "Đảng ủy Quân sự huyện",
                "Báo cáo",
                "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1",
                "task",
            ),
        ],
        id="two deeds of one body, each with its own time",
    ),
    pytest.param(
        "1. Các đảng ủy xã ban hành chương trình hành động và báo cáo về Văn phòng Huyện ủy.",
        [("Các đảng ủy xã", "Chương trình hành động", "", "task")],
        id="to send in what was issued is no second document",
    ),
    pytest.param(
        "1. Đảng ủy các xã chưa tổng kết Chỉ thị số 12-CT/TU phải hoàn thành trước ngày 31/8/2022.",
        [("Đảng ủy các xã", "Báo cáo final", "2022-08-31", "order")],
        id="what is not yet done and has to be",
    ),
    pytest.param(
        "1. Báo cáo sơ kết gửi về Ban Tuyên giáo Huyện ủy trước ngày 05/9/2022.",
        [("", "Báo cáo interim", "2022-09-05", "task")],
        id="the report is the subject, nobody is named",
    ),
    pytest.param(
        "1. Công an huyện xây dựng Phương án phòng cháy; thời gian hoàn thành: Quý IV/2022.",
        [("Công an huyện", "Phương án", "2022-Q4", "task")],
        id="the time stands in a clause of its own",
    ),
    pytest.param(
        "1. Các phòng, cấp ủy, chi bộ xã lập đề án. Hoàn thành trước ngày 30/9/2022.",
        [("Các phòng, cấp ủy, chi bộ xã", "Đề án", "2022-09-30", "task")],
        id="the time stands in a sentence of its own",
    ),
    pytest.param(
        "1. Căn cứ Kế hoạch này, cấp ủy, chi bộ các cơ quan xây dựng kế hoạch của mình.",
        [("cấp ủy, chi bộ các cơ quan", "Kế hoạch", "", "task")],
        id="a body in small letters without a count",
    ),
    pytest.param(
        "1. Định kỳ sơ kết 2 năm, 4 năm.",
        [
            (
                "",
                "Báo cáo interim",
                "FREQ=YEARLY;INTERVAL=2 FREQ=YEARLY;INTERVAL=4",
                "announced-review",
            )
        ],
        id="reviews that come back",
    ),
    pytest.param(
        "1. Sau 03 năm tổ chức sơ kết, sau 5 năm tổng kết việc thực hiện Kế hoạch này.",
        [
            ("", "Báo cáo interim", "P3Y", "announced-review"),
            ("", "Báo cáo final", "P5Y", "announced-review"),
        ],
        id="two reviews in one sentence",
    ),
    pytest.param(
        "1. UBND các xã, thị trấn theo chức năng, nhiệm vụ xây dựng kế hoạch của mình.",
        [("UBND các xã, thị trấn", "Kế hoạch", "", "task")],
        id="the name of a body ends where it is told how to act",
    ),
    pytest.param(
        "1. Trưởng phòng Nội vụ huyện lập danh mục trước ngày 30/6/2022.",
        [("Trưởng phòng Nội vụ huyện", "Danh mục", "2022-06-30", "task")],
        id="an office is told",
    ),
    pytest.param(
        "1. Các xã định kỳ báo cáo Huyện ủy trước ngày 20 hằng tháng.",
        [("Các xã", "Báo cáo", "FREQ=MONTHLY;BYMONTHDAY=20", "task")],
        id="a report from time to time",
    ),
    pytest.param(
        "1. Các xã tổ chức rà soát, hoàn thành trước ngày 30/6/2022 và báo cáo Huyện ủy.",
        [("Các xã", "Báo cáo", "2022-06-30", "task")],
        id="a limit in front of the deed",
    ),
    pytest.param(
        "1. Phòng Nội vụ tham mưu, đề xuất ban hành quy chế.",
        [("Phòng Nội vụ", "Quy chế", "", "task")],
        id="who drafts what he proposes",
    ),
    pytest.param(
        "1. Các xã xây dựng kế hoạch, kế hoạch phải sát thực tế.",
        [("Các xã", "Kế hoạch", "", "task")],
        id="how the document has to be",
    ),
    pytest.param(
        "1. Phường Đông xây dựng kế hoạch.",
        [("Phường Đông", "Kế hoạch", "", "task")],
        id="a unit by its kind and name",
    ),
    pytest.param(
        "1. Căn cứ tình hình, các đơn vị xây dựng kế hoạch.",
        [("các đơn vị", "Kế hoạch", "", "task")],
        id="a class in small letters with a count",
    ),
    pytest.param(
        "1. Trách nhiệm của chi bộ (nơi không có đảng ủy)\n\n- Lập kế hoạch.",
        [("chi bộ (nơi không có đảng ủy)", "Kế hoạch", "", "task")],
        id="what is said within brackets takes no order away",
    ),
    pytest.param(
        "1. Các xã cụ thể hóa nội dung trên thành chương trình.",
        [("Các xã", "Chương trình", "", "task")],
        id="a text made into another",
    ),
    pytest.param(
        "1. Phòng Nội vụ sửa đổi Quyết định số 12/QĐ-UBND trong tháng 7/2022.",
        [("Phòng Nội vụ", "", "2022-07", "task")],
        id="a document that is to be changed",
    ),
    pytest.param(
        "1. Phòng Nội vụ hướng dẫn thực hiện Kế hoạch này.",
        [("Phòng Nội vụ", "Hướng dẫn", "", "task")],
        id="guidance is a verb",
    ),
    pytest.param(
        "1. Các xã tiến hành sơ kết Kế hoạch này.",
        [("Các xã", "Báo cáo interim", "", "announced-review")],
        id="a review without a time that somebody is to hold",
    ),
    pytest.param(
        "1. Trong năm 2022 phải có kế hoạch của Phòng Y tế.",
        [("Phòng Y tế", "Kế hoạch", "2022", "order")],
        id="the document has to be there",
    ),
    pytest.param(
        "1. Kế hoạch của các xã gửi về Huyện ủy trước ngày 30/6/2022.",
        [("", "Kế hoạch", "2022-06-30", "task")],
        id="the document is to be sent",
    ),
    pytest.param(
        "1. Phòng Y tế phải bổ sung Kế hoạch số 12-KH/HU.",
        [("Phòng Y tế", "", "", "task")],
        id="a change without a time that has to be",
    ),
    pytest.param(
        "1. Phòng Y tế có trách nhiệm báo cáo Huyện ủy.",
        [("Phòng Y tế", "Báo cáo", "", "task")],
        id="a report without a time that has to be",
    ),
    pytest.param(
        "1. Đối với các xã:\n\n- Lập kế hoạch.",
        [("các xã", "Kế hoạch", "", "task")],
        id="a class is named above its tasks",
    ),
    pytest.param(
        "1. Phòng Y tế chủ trì, phối hợp với các xã:\n\n- Lập kế hoạch.",
        [("Phòng Y tế", "Kế hoạch", "", "task")],
        id="who joins stands beside the body above",
    ),
    pytest.param(
        "1. Phòng Y tế có trách nhiệm:\n\n- Lập kế hoạch.",
        [("Phòng Y tế", "Kế hoạch", "", "task")],
        id="a duty word stands beside the body above",
    ),
    pytest.param(
        "1. Phòng Y tế\n\n- Lập kế hoạch.",
        [("Phòng Y tế", "Kế hoạch", "", "task")],
        id="a heading names the body",
    ),
    pytest.param(
        "1. Các xã lập đề án và gửi kế hoạch về Huyện ủy trước ngày 30/6/2022.",
        [("Các xã", "Đề án", "", "task"), ("Các xã", "Kế hoạch", "2022-06-30", "task")],
        id="to send another document is a deed of its own",
    ),
    pytest.param(
        "1. Các xã lập kế hoạch, báo cáo kết quả hằng năm trước ngày 10/12.",
        [
            ("Các xã", "Kế hoạch", "", "task"),
            ("Các xã", "Báo cáo", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10", "task"),
        ],
        id="a report of each year behind a plan",
    ),
    pytest.param(
        "1. Trước ngày 10/12 hằng năm các chi bộ báo cáo kết quả về Huyện ủy.",
        [("các chi bộ", "Báo cáo", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10", "task")],
        id="the time straight before the body",
    ),
]


@pytest.mark.parametrize(("words", "duties"), ORDERS)
def test_duty_in_prose(words: str, duties: list[tuple[str, str, str, str]]) -> None:
    assert [told(duty) for duty in owed(words)] == duties


def test_a_task_is_none_where_the_text_describes() -> None:
    words = "1. Đảng ủy xã Dào San xây dựng kế hoạch."
    assert owed(words)
    assert not owed(words, "I. TÌNH HÌNH")


@pytest.mark.parametrize(
    ("words", "about"),
    [
        pytest.param("thực hiện Kế hoạch này", (OWN,), id="the text itself"),
        pytest.param("của cấp mình", (OWN,), id="nothing named is the text itself"),
        pytest.param("thực hiện Kết luận số 21-KL/TU", ("21-KL/TU",), id="a citation in the order"),
        pytest.param("theo Quyết định số 99-QĐ/TU", (OWN,), id="the way to do it is not the aim"),
    ],
)
def test_what_a_duty_is_about(words: str, about: tuple[str, ...]) -> None:
    (duty,) = owed(f"1. Các đảng ủy xã xây dựng kế hoạch {words}.")
    assert duty.about == about
    assert duty.set_by == OWN


def test_json_has_the_words_where_they_stand() -> None:
    reading = reading_of(
        party_plan(TITLE, "III. TỔ CHỨC THỰC HIỆN\n\n1. Giao Phòng Y tế lập đề án.")
    )
    (duty,) = as_json(reading)["duties"]
    assert reading.source.text[duty["start"] : duty["end"]] == duty["text"]
    assert duty["text"] == "Giao Phòng Y tế lập đề án"


def test_who_of_a_class_is_left_out() -> None:
    (duty,) = owed("1. Đảng ủy các xã (trừ xã Bản Lang) xây dựng kế hoạch của cấp mình.")
    assert duty.several
    assert duty.exceptions == "xã Bản Lang"
