"""Heads that name two bodies, stamps, or their number and date in an uncommon way."""

import pytest

from extract import Document
from tests.extract.texts import document, reading_of

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n-------\n"
BELOW = "\n\nKẾ HOẠCH\nCông tác năm 2023\n\nKế hoạch được thực hiện từ quý I.\n"


def own(
    body: str, day: str = "Vinh, ngày 12 tháng 5 năm 2023", number: str = "Số: 12/KH-BCH"
) -> Document:
    reading = reading_of(f"{body}\n{STATE}{number}\n{day}{BELOW}")
    assert reading.document
    return document(reading, reading.document)


BODIES = [
    ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG", "Ủy ban nhân dân thành phố Hải Phòng"),
    (
        "BỘ TƯ LỆNH BỘ ĐỘI BIÊN PHÒNG\nBỘ CHỈ HUY BỘ ĐỘI BIÊN PHÒNG TỈNH LẠNG SƠN",
        "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Lạng Sơn",
    ),
    ("UBND HUYỆN CỦ CHI\nPHÒNG NỘI VỤ", "Phòng Nội vụ huyện Củ Chi"),
    ("ĐẢNG ỦY XÃ CẨM THỊNH\nCHI BỘ THÔN NAM", "Chi bộ Thôn Nam"),
    ("TỔNG CỤC THUẾ\nCỤC THUẾ TỈNH NGHỆ AN", "Cục Thuế tỉnh Nghệ An"),
    ("CÔNG AN TỈNH THANH HÓA\nCÔNG AN HUYỆN NGA SƠN", "Công an huyện Nga Sơn"),
    ("BỘ QUỐC PHÒNG\nQUÂN KHU 4", "Quân khu 4"),
    ("ĐẢNG BỘ SỞ TÀI CHÍNH\nCHI BỘ VĂN PHÒNG", "Chi bộ Văn phòng"),
    ("THƯỜNG TRỰC\nHỘI ĐỒNG NHÂN DÂN\nTỈNH BẮC KẠN", "Thường trực Hội đồng nhân dân tỉnh Bắc Kạn"),
    ("HĐND TỈNH CÀ MAU\nTHƯỜNG TRỰC HĐND", "Thường trực HĐND"),
    (
        "BAN CHỈ ĐẠO\nPHÒNG, CHỐNG THIÊN TAI\nTỈNH HÒA BÌNH",
        "Ban Chỉ đạo phòng, chống thiên tai tỉnh Hòa Bình",
    ),
    ("UBND TỈNH ĐẮK NÔNG\nSỞ Y TẾ\nKHẨN", "Sở Y tế"),
    ("MẶT TRẬN TỔ QUỐC VIỆT NAM\nHUYỆN ĐẦM HÀ\nBAN THƯỜNG TRỰC", "Mặt trận Tổ quốc Việt Nam huyện"),
    ("ĐẢNG ỦY CÔNG AN TỈNH LAI CHÂU", "Đảng ủy Công an tỉnh Lai Châu"),
    (
        "TỈNH ỦY HẢI DƯƠNG\nBAN CÁN SỰ ĐẢNG ỦY BAN NHÂN DÂN TỈNH",
        "Ban Cán sự đảng Ủy ban nhân dân tỉnh",
    ),
    ("ĐẢNG BỘ TỈNH LAI CHÂU\nĐẢNG ỦY BỆNH VIỆN ĐA KHOA", "Đảng ủy Bệnh viện đa khoa"),
    ("KHO BẠC NHÀ NƯỚC\nKHO BẠC NHÀ NƯỚC HÀ TĨNH", "Kho bạc Nhà nước Hà Tĩnh"),
    ("ĐẢNG ỦY PHƯỜNG HỘI AN", "Đảng ủy phường Hội An"),
]


@pytest.mark.parametrize(("body", "issuer"), BODIES, ids=[issuer for _, issuer in BODIES])
def test_who_issued_it(body: str, issuer: str) -> None:
    (found,) = own(body).issuers
    assert found.casefold().startswith(issuer.casefold())


def test_lines_of_both_columns_by_turns() -> None:
    state, motto, rest = STATE.split("\n", 2)
    text = f"ỦY BAN NHÂN DÂN\n{state}\nTỈNH THÁI BÌNH\n{motto}\n{rest}Số: 12/KH-UBND{BELOW}"
    reading = reading_of(text)
    assert document(reading, str(reading.document)).issuers == ("Ủy ban nhân dân tỉnh Thái Bình",)


@pytest.mark.parametrize(
    ("body", "level"),
    [
        ("QUÂN KHU 9\nBỘ CHỈ HUY QUÂN SỰ TỈNH KIÊN GIANG", "province"),
        ("BỘ CHỈ HUY QUÂN SỰ TỈNH KIÊN GIANG\nBAN CHỈ HUY QUÂN SỰ HUYỆN HÒN ĐẤT", "district"),
    ],
)
def test_the_place_in_its_name_tells_the_level_before_its_letters(body: str, level: str) -> None:
    assert own(body).level == level


def test_a_stamp_is_no_type() -> None:
    assert own("BẢN SAO\nHỎA TỐC\n\nUBND HUYỆN CỦ CHI").type == "Kế hoạch"


@pytest.mark.parametrize(
    "day",
    ["Vinh, ngày    12    tháng    5    năm    2023", "Vinh, ngày 12\ntháng 5 năm 2023"],
    ids=["wide blanks", "cut by a line end"],
)
def test_a_day_set_widely(day: str) -> None:
    assert own("UBND HUYỆN CỦ CHI", day).dates == ("2023-05-12",)


def test_a_number_cut_behind_a_stroke() -> None:
    found = own("UBND HUYỆN CỦ CHI", number="Số: 12/QĐ-\nUBND")
    assert (found.number, found.symbol) == ("12", "QĐ-UBND")


@pytest.mark.parametrize("number", ["So: 1O4/KH-UBND", "Sô: 104/KH-UBND"])
def test_the_word_before_the_number_misread(number: str) -> None:
    assert own("UBND HUYỆN CỦ CHI", number=number).number == "104"


@pytest.mark.parametrize(
    ("above", "day", "series"),
    [
        ("HUYỆN ỦY QUAN SƠN", "Quan Sơn, ngày 20 tháng 3 năm 2020", "thanh-hoa.quan-son.ubkt"),
        ("ĐẢNG ỦY XÃ TIÊN PHƯỚC", "Tiên Phước, ngày 20/11/2025", "da-nang.tien-phuoc.ubkt"),
    ],
)
def test_a_board_named_without_its_committee_is_of_the_one_above(
    above: str, day: str, series: str
) -> None:
    head = f"{above}\nỦY BAN KIỂM TRA\n*\nSố 12-KH/UBKT\n{day}"
    province = "Tỉnh ủy Thanh Hóa" if "HUYỆN" in above else "Thành ủy Đà Nẵng"
    reading = reading_of(f"{head}{BELOW}\nTheo kết luận của {province}.\n")
    assert str(reading.documents[0].id).startswith(f"{series}/")


def test_a_number_parted_by_a_blank_as_the_youth_union_does() -> None:
    found = own("TỈNH ĐOÀN NGHỆ AN", number="Số: 310 CTr/TĐTN-BXD")
    assert (found.number, found.symbol) == ("310", "CTr/TĐTN-BXD")


@pytest.mark.parametrize(
    ("body", "place"),
    [
        pytest.param("HĐND HUYỆN BA TRI\nBAN PHÁP CHẾ", "ben-tre.ba-tri", id="of-a-council"),
        pytest.param(
            "HỘI ĐỒNG NHÂN DÂN\nHUYỆN BA TRI\nBAN KINH TẾ - XÃ HỘI",
            "ben-tre.ba-tri",
            id="on-two-lines",
        ),
        pytest.param("UBND HUYỆN BA TRI\nBAN QUẢN LÝ CHỢ", "ben-tre.ba-tri", id="of-a-committee"),
        pytest.param("HỘI ĐỒNG NHÂN DÂN TỈNH BẾN TRE\nBAN PHÁP CHẾ", "ben-tre", id="of-a-province"),
    ],
)
def test_board_or_office_is_of_the_place_above_it(body: str, place: str) -> None:
    found = own(body, "Ba Tri, ngày 12 tháng 5 năm 2021", "Số: 34/BC-BPC")
    level = "district" if "." in place else "province"
    assert (found.place, found.level.value) == (place, level)


def test_board_of_a_commune_of_today() -> None:
    day = "Bình Lư, ngày 12 tháng 11 năm 2025"
    found = own("HĐND XÃ BÌNH LƯ\nBAN PHÁP CHẾ", day, "Số: 4/BC-BPC")
    assert (found.place, found.level.value) == ("lai-chau.binh-lu", "commune")
