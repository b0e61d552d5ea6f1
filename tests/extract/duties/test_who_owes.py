"""Who owes: where the name ends, which bodies there are, whom an earlier clause spoke of."""

import pytest

from tests.extract.duties.plans import owed, told
from tests.extract.texts import decision, reading_of

WHO = [
    pytest.param(
        "1. Trạm Y tế xã: hằng năm xây dựng kế hoạch.", "Trạm Y tế xã", id="a station of health"
    ),
    pytest.param(
        "1. Trưởng các bản báo cáo trước ngày 20 hằng tháng.",
        "Trưởng các bản",
        id="the heads of villages",
    ),
    pytest.param(
        "1. Hiệu trưởng các trường lập kế hoạch.", "Hiệu trưởng các trường", id="headmasters"
    ),
    pytest.param(
        "1. Các doanh nghiệp nhà nước hằng quý gửi báo cáo về huyện.",
        "Các doanh nghiệp nhà nước",
        id="how often stands behind the name",
    ),
    pytest.param(
        "1. Phòng Y tế vận hành kho thuốc; hằng tháng báo cáo Huyện ủy.",
        "Phòng Y tế",
        id="the clause before tells of other work",
    ),
    pytest.param(
        "1. Các xã duy trì chốt trực; báo cáo Huyện ủy trước 16 giờ hằng ngày.",
        "Các xã",
        id="every day",
    ),
    pytest.param(
        "1. Phòng Kế hoạch và Đầu tư hoàn thiện dự thảo Quy chế.",
        "Phòng Kế hoạch và Đầu tư",
        id="a name that ends as a compound begins",
    ),
    pytest.param(
        "1. Phòng Văn hóa và Thông tin xây dựng kế hoạch.",
        "Phòng Văn hóa và Thông tin",
        id="a name that ends with a noun",
    ),
    pytest.param(
        "1. Các xã trong vòng 30 ngày kể từ ngày ban hành Nghị quyết phải lập kế hoạch.",
        "Các xã",
        id="the time stands behind the name",
    ),
    pytest.param(
        "2- Các huyện, thành ủy chỉ đạo kiểm kê; lập kế hoạch giao đất trong quý IV/2022.",
        "Các huyện, thành ủy",
        id="an item as the Party marks it",
    ),
    pytest.param(
        "1. Phòng Y tế\n\n- Thực hiện báo cáo định kỳ hằng quý, gửi Huyện ủy.",
        "Phòng Y tế",
        id="to carry out a report is to report",
    ),
    pytest.param(
        "2- Phòng Y tế\n\n- Lập kế hoạch.", "Phòng Y tế", id="a heading as the Party marks it"
    ),
    pytest.param(
        "1. Sau khi kết thúc hội thi, các xã báo cáo Huyện ủy trước ngày 30/6/2022.",
        "các xã",
        id="what comes to an end is no condition",
    ),
    pytest.param(
        "1. UBND xã Chợ Mới khẩn trương di dời dân; báo cáo Huyện ủy trước ngày 30/6/2022.",
        "UBND xã Chợ Mới",
        id="the name of a place that is a word of the past",
    ),
    pytest.param(
        "1. Văn phòng Điều phối nông thôn mới huyện lập kế hoạch.",
        "Văn phòng Điều phối nông thôn mới huyện",
        id="the new countryside",
    ),
    pytest.param(
        "1. Phòng Y tế tiếp thu ý kiến của huyện, hoàn thiện đề án.",
        "Phòng Y tế",
        id="other work stands behind the name",
    ),
    pytest.param(
        "1. Hội đồng thẩm định lập báo cáo trong tháng 6/2022.",
        "Hội đồng thẩm định",
        id="a body that is called by its work",
    ),
    pytest.param(
        "1. Ban Kinh tế Huyện ủy giúp Huyện ủy theo dõi; hằng năm sơ kết.",
        "Ban Kinh tế Huyện ủy",
        id="who is helped is not who owes",
    ),
]


@pytest.mark.parametrize(("words", "bearer"), WHO)
def test_who_owes(words: str, bearer: str) -> None:
    assert [duty.bearer for duty in owed(words)] == [bearer]


ARTICLES = [
    pytest.param(
        "Điều 2. Giao Sở Y tế:\n\n1. Xây dựng đề án trạm xá, trình tại kỳ họp cuối năm 2022.",
        [("Sở Y tế", "Đề án", "2022", "task")],
        id="an article that gives the tasks below it",
    ),
    pytest.param(
        "Điều 2. Tổ chức thực hiện:\n\n1. Sở Y tế:\n\n- Lập phương án di dời.",
        [("Sở Y tế", "Phương án", "", "task")],
        id="an article whose title ends with a colon",
    ),
    pytest.param(
        "Điều 2. Tổ công tác có nhiệm vụ:\n\n1. Hằng tuần báo cáo Chủ tịch UBND tỉnh.",
        [("Tổ công tác", "Báo cáo", "FREQ=WEEKLY", "task")],
        id="every week",
    ),
    pytest.param(
        "Điều 1. Tỉnh ghi nhận kết quả. UBND tỉnh yêu cầu các sở, ngành thực hiện các việc sau:"
        "\n\n1. Lập đề án trước ngày 31/12/2022.",
        [("các sở, ngành", "Đề án", "2022-12-31", "task")],
        id="the last sentence of an article gives tasks",
    ),
    pytest.param(
        "Điều 4. UBND các huyện báo cáo HĐND tỉnh tại kỳ họp cuối năm 2022.",
        [("UBND các huyện", "Báo cáo", "2022", "task")],
        id="at a session of the council",
    ),
    pytest.param(
        "Điều 2. Hồ sơ gồm:\n\n1. Sở Y tế:\n\n- Lập phương án di dời.", [], id="any other article"
    ),
    pytest.param(
        "Điều 6. Tự đánh giá\n\n1. Trước ngày 31/12 hằng năm, hội nghề nghiệp có trách nhiệm báo "
        "cáo Sở Y tế.",
        [("hội nghề nghiệp", "Báo cáo", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31", "task")],
        id="a kind of body that is bound, told without a count",
    ),
]


@pytest.mark.parametrize(("articles", "duties"), ARTICLES)
def test_who_owes_by_an_article(articles: str, duties: list[tuple[str, str, str, str]]) -> None:
    read = reading_of(decision("Quy định về quản lý", articles)).duties
    assert [told(duty) for duty in read] == duties


WITHOUT_A_TIME = [
    pytest.param("tổng hợp kết quả, báo cáo Huyện ủy", True, id="gathered for a body"),
    pytest.param("báo cáo Huyện ủy", False, id="nothing gathered"),
    pytest.param("tổng hợp, báo cáo theo quy định", False, id="nobody gets it"),
    pytest.param("tổng hợp khó khăn, báo cáo Huyện ủy xem xét", False, id="on occasion"),
    pytest.param("tổng hợp kết quả thực hiện báo cáo Huyện ủy", True, id="no noun of a report"),
    pytest.param("thực hiện chế độ báo cáo định kỳ hằng quý", False, id="the rules of reports"),
    pytest.param("tổng hợp việc thực hiện báo cáo, báo cáo tháng", False, id="a noun of a report"),
]


@pytest.mark.parametrize(("words", "owes"), WITHOUT_A_TIME)
def test_a_report_without_a_time(words: str, owes: bool) -> None:
    assert bool(owed(f"1. Phòng Y tế {words}.")) is owes


@pytest.mark.parametrize(
    ("words", "product"),
    [
        pytest.param("xây dựng định mức chi, trình UBND huyện ban hành", "Định mức", id="laid"),
        pytest.param("xây dựng định mức chi", "", id="laid before nobody"),
        pytest.param(
            "bổ sung kế hoạch thực hiện Kết luận số 3-KL/TU trong quý III/2022",
            "Kế hoạch",
            id="the plan is changed, not what it carries out",
        ),
        pytest.param("đề xuất phương án di dời, trình Huyện ủy", "Phương án", id="laid before it"),
        pytest.param("đề xuất phương án di dời", "", id="only proposed"),
        pytest.param("hoàn thiện hồ sơ dự án Luật", "Dự án luật", id="a bill"),
        pytest.param("chuẩn bị phương án di dời", "Phương án", id="to prepare is to make"),
        pytest.param("chuẩn bị chương trình hội nghị", "", id="what a meeting follows"),
        pytest.param("xây dựng chương trình, giáo trình", "", id="what is taught"),
        pytest.param("có kế hoạch tuyên truyền", "Kế hoạch", id="what it is to have"),
        pytest.param("tuyên truyền cho xã có kế hoạch tốt", "", id="what others have"),
        pytest.param("tuyên truyền từ ngày ban hành kế hoạch", "", id="since it was issued"),
    ],
)
def test_what_is_owed(words: str, product: str) -> None:
    assert "".join(duty.product for duty in owed(f"1. Phòng Y tế {words}.")) == product


def test_the_conclusions_that_a_notice_tells_ask() -> None:
    text = (
        "Thông báo kết luận của Phó Thủ tướng tại cuộc họp về dạy nghề\n"
        "Sau khi nghe báo cáo, Phó Thủ tướng kết luận như sau:\n"
        "a) Bộ Nội vụ\n- Ban hành văn bản hướng dẫn về biên chế.\n"
    )
    assert [duty.bearer for duty in reading_of(text).duties] == ["Bộ Nội vụ"]
