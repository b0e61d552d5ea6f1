"""What stands behind "Đề án" and "Chương trình": a title, prose that goes on, or a show."""

import pytest

from tests.extract.texts import cited, decision, in_body, party_plan, quotes, reading_of

PROSE = [
    pytest.param("Vốn chương trình mục tiêu quốc gia của huyện đã có.", id="any-national-one"),
    pytest.param("Bản làm tốt Đề án bằng cách góp công, góp sức.", id="by-means-of"),
    pytest.param("Nguồn chi cho Đề án đúng mục đích, đúng đối tượng.", id="rightly"),
    pytest.param("Bản dựng lại Đề án nói trên, xin thêm nguồn lực mới.", id="above"),
    pytest.param("Vốn của Đề án năm 2024 và các năm tiếp theo đã có.", id="of-a-year"),
    pytest.param("Các bản chạy Chương trình ở các vùng kinh tế mới.", id="where"),
    pytest.param("Bộ phận giữ vốn Chương trình chịu trách nhiệm quyết toán.", id="who-is-liable"),
    pytest.param("Bản dẫn Đề án quy mô lớn, có ý nghĩa với người dân.", id="how-large"),
    pytest.param("Ông Tư học ở Học viện Chiến lược Hòa giải và Dân vận.", id="an-academy"),
    pytest.param("Xã làm Đề án thông qua việc huy động sức dân.", id="through"),
    pytest.param("Các bản làm Chương trình một cách đồng bộ, thực chất.", id="in-a-way"),
]


@pytest.mark.parametrize("sentence", PROSE)
def test_prose_behind_a_type_word_is_no_title(sentence: str) -> None:
    assert quotes(reading_of(in_body(sentence)), "named") == []


SHOWS = [
    pytest.param("Tối có Chương trình văn nghệ quần chúng ba bản.", id="called-a-show"),
    pytest.param("Tối có Chương trình “Đêm hội trăng rằm vùng cao”.", id="a-show-in-marks"),
    pytest.param("Tổ dàn dựng Chương trình sắc màu vùng cao Phong Thổ.", id="staged"),
    pytest.param("Tổ tổng duyệt Chương trình đảm bảo chất lượng, an toàn.", id="rehearsed"),
    pytest.param("Trang trí sân khấu Chương trình trang trọng, gọn.", id="its-stage"),
    pytest.param("2. Chương trình “Thắp nến tri ân” buổi tối.", id="candles"),
]


@pytest.mark.parametrize("sentence", SHOWS)
def test_show_is_no_document(sentence: str) -> None:
    assert quotes(reading_of(in_body(sentence)), "named") == []


FESTIVAL = "tổ chức Ngày hội hòa giải năm 2022"


def test_programme_of_a_festival_is_a_show() -> None:
    text = party_plan(FESTIVAL, "1. Mở đầu là Chương trình sắc màu bản làng vùng biên.")
    assert quotes(reading_of(text), "named") == []


def test_programme_of_policy_in_the_plan_of_a_festival_is_named() -> None:
    name = "Chương trình mục tiêu quốc gia xây dựng nông thôn mới"
    text = party_plan(FESTIVAL, f"1. Gian hàng giới thiệu {name}.")
    assert quotes(reading_of(text), "named") == [name]


ENDS = [
    pytest.param(
        "Xã làm Chương trình mục tiêu quốc gia giảm nghèo bền vững trên địa bàn xã Bản Bo.",
        "Chương trình mục tiêu quốc gia giảm nghèo bền vững",
        id="where-a-national-programme-is-carried-out",
    ),
    pytest.param(
        "Xã làm chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021 - 2025.",
        "chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021 - 2025",
        id="national-programme-in-small-letters",
    ),
    pytest.param(
        "Bản theo Chương trình phát triển tổ hòa giải vùng biên và thực hiện Nghị quyết số "
        "12/2021/QH15.",
        "Chương trình phát triển tổ hòa giải vùng biên",
        id="and-another-to-carry-out",
    ),
    pytest.param(
        "Bản theo Đề án phát triển tổ hòa giải vùng biên, Ủy ban nhân dân xã họp.",
        "Đề án phát triển tổ hòa giải vùng biên",
        id="a-body-that-acts",
    ),
    pytest.param(
        "Bản theo Đề án phát triển tổ hòa giải vùng biên với các mục tiêu rõ ràng.",
        "Đề án phát triển tổ hòa giải vùng biên",
        id="with-aims",
    ),
    pytest.param(
        "Bản xong Đề án phát triển tổ hòa giải đến năm 2025 trước ngày 12 tháng 3 năm 2026.",
        "Đề án phát triển tổ hòa giải đến năm 2025",
        id="a-deadline",
    ),
    pytest.param(
        "Bản theo Đề án phát triển tổ hòa giải giai đoạn 2021 - 2025 và phối hợp với xã bạn.",
        "Đề án phát triển tổ hòa giải giai đoạn 2021 - 2025",
        id="and-behind-a-period",
    ),
    pytest.param(
        "Bản theo Đề án hỗ trợ 1.200 tổ hòa giải vùng biên.",
        "Đề án hỗ trợ 1.200 tổ hòa giải vùng biên",
        id="a-point-in-a-number",
    ),
    pytest.param(
        "Soát Kế hoạch số 12/KH-UBND cho khớp với Bộ tiêu chí bản hòa thuận do Bộ Tư pháp ban hành "
        "kèm theo Quyết định số 34/QĐ-BTP.",
        "Bộ tiêu chí bản hòa thuận",
        id="the-body-that-issues",
    ),
]


@pytest.mark.parametrize(("sentence", "name"), ENDS)
def test_name_ends_where_prose_goes_on(sentence: str, name: str) -> None:
    assert quotes(reading_of(in_body(sentence)), "named") == [name]


CIRCULAR = (
    "BỘ TƯ PHÁP\n-------\nSố: 12/2023/TT-BTP\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nHà Nội, ngày 10 tháng 10 năm 2023\n\nTHÔNG TƯ\n"
    "Quy định về hòa giải\n\nĐiều 1. Hồ sơ gồm: {}.\n"
)


def test_regulation_speaks_of_kinds_of_schemes() -> None:
    kind = "Đề án sắp xếp tổ hòa giải của đơn vị"
    assert quotes(reading_of(CIRCULAR.format(kind)), "named") == []
    certain = "Đề án sắp xếp tổ hòa giải giai đoạn 2021 - 2025"
    assert quotes(reading_of(CIRCULAR.format(certain)), "named") == [certain]


def test_plan_that_a_form_leaves_open_is_none() -> None:
    text = decision("Về hòa giải", "Điều 1. Ban hành Kế hoạch kiểm tra tổ hòa giải của ……")
    assert quotes(reading_of(text), "named") == []


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        pytest.param(
            "Thực hiện Quyết định số 17/QĐ-TTg ban hành Chương trình tổng thể về chống lãng phí, "
            "Thanh tra Chính phủ ban hành Kế hoạch như sau.",
            ["Chương trình tổng thể về chống lãng phí"],
            id="who-issues-what-stands-behind-it",
        ),
        pytest.param(
            "Ban hành Quy chế làm việc của UBND xã thay thế Quy chế ban hành kèm theo Quyết định "
            "số 11/QĐ-UBND.",
            ["Quy chế làm việc của UBND xã"],
            id="what-is-to-be-replaced-has-no-name",
        ),
    ],
)
def test_where_the_name_of_what_is_issued_ends(sentence: str, named: list[str]) -> None:
    assert quotes(reading_of(f"Mở đầu.\n{sentence}"), "named") == named


def test_a_year_behind_a_quoted_title_is_not_that_of_the_scheme() -> None:
    words = 'Đề án "Tăng cường chuyển đổi số"'
    reading = reading_of(f"Mở đầu.\nKế hoạch thực hiện {words} năm 2023.")
    assert not cited(reading, words).dates
