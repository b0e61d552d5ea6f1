"""Where a text is from: its head, the tables of units, and the text's own words."""

import pytest

from tests.extract.texts import document, reading_of

BEFORE, SINCE = "14 tháng 9 năm 2021", "14 tháng 9 năm 2025"


def place_of(head: str, seat: str, day: str = BEFORE, body: str = "", number: str = "5") -> str:
    """The place of a text with these lines above its number."""
    party = any(word in head for word in ("ĐẢNG", "TỈNH ỦY", "HUYỆN ỦY", "THÀNH ỦY", "THỊ ỦY"))
    code = "-KH/HU" if party and "ĐẢNG ỦY" not in head else "-KH/ĐU" if party else "/KH-UBND"
    reading = reading_of(
        f"{head}\n-------\nSố {number}{code}\n\n{seat}, ngày {day}\n\n"
        f"KẾ HOẠCH\nTrồng cây phân tán\n\nI. MỤC ĐÍCH\nTrồng cây. {body}\n"
    )
    return document(reading, reading.document).place


HEADS = [
    ("UBND HUYỆN MƯỜNG TÈ", "Mường Tè", "lai-chau.muong-te", "one of its name"),
    ("UBND HUYỆN CHÂU THÀNH", "Châu Thành", "", "ten of its name"),
    ("UBND HUYỆN CHÂU THÀNH\nTỈNH LONG AN", "Châu Thành", "long-an.chau-thanh", "two lines"),
    (
        "ỦY BAN NHÂN DÂN\nHUYỆN CHÂU THÀNH, TỈNH TIỀN GIANG",
        "Châu Thành",
        "tien-giang.chau-thanh",
        "one line",
    ),
    ("ĐẢNG BỘ TỈNH BẾN TRE\nHUYỆN ỦY CHÂU THÀNH", "Châu Thành", "ben-tre.chau-thanh", "above it"),
    ("ĐẢNG BỘ TỈNH SÓC TRĂNG\nHUYỆN ỦY", "Châu Thành", "soc-trang.chau-thanh", "its seat"),
    ("ĐẢNG BỘ TỈNH HÀ NAM\nHUYỆN ỦY LÝ NHÂN", "Lý Nhân", "ha-nam.ly-nhan", "a word of bodies"),
    ("UBND HUYỆN SÌN HỒ\nUBND XÃ NẬM BAN", "Nậm Ban", "lai-chau.sin-ho.nam-ban", "another"),
    ("ỦY BAN NHÂN DÂN\nHUYỆN QUẢNG NINH", "Quảng Ninh", "quang-binh.quang-ninh", "no province"),
    ("TỈNH ỦY BẠC LIÊU\nHUYỆN ỦY HÒA BÌNH", "Hòa Bình", "bac-lieu.hoa-binh", "called like one"),
    ("UBND HUYỆN HÒA BÌNH", "Hòa Bình", "", "a city may have been a district before"),
    ("UBND THÀNH PHỐ HÒA BÌNH", "Hòa Bình", "hoa-binh.hoa-binh", "a city of its province"),
    ("UBND THÀNH PHỐ VINH", "Vinh", "nghe-an.vinh", "a city below a province"),
    ("THÀNH ỦY VINH", "Vinh", "nghe-an.vinh", "its committee"),
    ("UBND HUYỆN CAO LÃNH", "Cao Lãnh", "dong-thap.huyen-cao-lanh", "the district"),
    ("UBND THÀNH PHỐ CAO LÃNH", "Cao Lãnh", "dong-thap.cao-lanh", "the city beside it"),
    ("UBND QUẬN 1", "Quận 1", "ho-chi-minh.1", "a number"),
    ("UBND HUYỆN ĐẮK R'LẤP", "Đắk R'Lấp", "dak-nong.dak-r-lap", "an apostrophe"),
    ("UBND HUYỆN LAI VUNG\nUBND XÃ TÂN THÀNH", "Tân Thành", "dong-thap.lai-vung.tan-thanh", "two"),
    (
        "ỦY BAN NHÂN DÂN\nXÃ TÂN BÌNH\nHUYỆN CHÂU THÀNH\nTỈNH ĐỒNG THÁP",
        "Tân Bình",
        "dong-thap.chau-thanh.tan-binh",
        "three lines",
    ),
    ("UBND XÃ TÂN THÀNH", "Tân Thành", "", "many of its name"),
    ("UBND XÃ BẢN BO", "Bản Bo", "", "others of its name may have ended before the table"),
    (
        "HUYỆN ỦY CHÂU THÀNH\nĐẢNG ỦY XÃ THÁI BÌNH",
        "Thái Bình",
        "tay-ninh.chau-thanh.thai-binh",
        "one of ten districts has a commune of this name; none is the province",
    ),
    (
        "ĐẢNG BỘ HUYỆN THẠNH PHÚ\nĐẢNG ỦY XÃ PHÚ KHÁNH",
        "Phú Khánh",
        "ben-tre.thanh-phu.phu-khanh",
        "called like a province that was dissolved",
    ),
    (
        "UBND THÀNH PHỐ VŨNG TÀU\nUBND PHƯỜNG THẮNG NHÌ",
        "Vũng Tàu",
        "ba-ria-vung-tau.vung-tau.thang-nhi",
        "below a city",
    ),
    ("UBND QUẬN GÒ VẤP\nPHƯỜNG 12", "Gò Vấp", "ho-chi-minh.go-vap.12", "a numbered ward"),
    (
        "ĐẢNG BỘ HUYỆN THÔNG NÔNG\nĐẢNG ỦY XÃ LƯƠNG THÔNG",
        "Lương Thông",
        "",
        "a district that had ended: its province is not told",
    ),
    (
        "TỈNH ỦY LAI CHÂU\nBAN CHẤP HÀNH ĐẢNG BỘ HUYỆN LẦN THỨ XX\nHUYỆN ỦY",
        "Tam Đường",
        "lai-chau.tam-duong",
        "a count is no name",
    ),
]


@pytest.mark.parametrize(("head", "seat", "place", "why"), HEADS)
def test_place_by_the_head(head: str, seat: str, place: str, why: str) -> None:
    assert place_of(head, seat) == place, why


SINCE_THE_REFORM = [
    ("UBND PHƯỜNG BẮC GIANG", "Bắc Giang", "bac-ninh.bac-giang", "called like a merged province"),
    ("UBND PHƯỜNG HÀ GIANG 1", "Hà Giang", "tuyen-quang.ha-giang-1", "a number behind a name"),
    ("UBND ĐẶC KHU PHÚ QUỐC", "Phú Quốc", "an-giang.phu-quoc", "a zone"),
    ("UBND XÃ TÂN THÀNH\nTỈNH ĐỒNG THÁP", "Tân Thành", "dong-thap.tan-thanh", "one of many"),
    ("UBND XÃ TÂN THÀNH", "Tân Thành", "", "several"),
    ("UBND PHƯỜNG HÒA BÌNH", "Hòa Bình", "", "two wards"),
    ("TỈNH ỦY LAI CHÂU\nĐẢNG ỦY XÃ PHONG THỔ", "Phong Thổ", "lai-chau.xa-phong-tho", "no district"),
    ("UBND XÃ BẢN BO", "Bản Bo", "lai-chau.ban-bo", "the table of today is whole"),
]


@pytest.mark.parametrize(("head", "seat", "place", "why"), SINCE_THE_REFORM)
def test_place_of_a_commune_since_the_reform(head: str, seat: str, place: str, why: str) -> None:
    assert place_of(head, seat, SINCE) == place, why


WORDS = [
    ("UBND HUYỆN CHÂU THÀNH", "Theo UBND tỉnh Trà Vinh.", "tra-vinh.chau-thanh", "names one"),
    ("UBND HUYỆN CHÂU THÀNH", "Tỉnh Trà Vinh và tỉnh Long An.", "", "names two"),
    ("UBND HUYỆN CHÂU THÀNH", "Theo UBND tỉnh Lai Châu.", "", "none of those that have one"),
    ("UBND HUYỆN MƯỜNG TÈ", "Cùng tỉnh Điện Biên.", "lai-chau.muong-te", "it lies in another"),
    ("UBND XÃ BẢN BO", "Theo huyện Tam Đường.", "lai-chau.tam-duong.ban-bo", "its district"),
    ("UBND XÃ TÂN THÀNH", "Theo UBND tỉnh Ninh Thuận.", "", "no commune of the name there"),
    (
        "UBND XÃ TÂN THÀNH",
        "Tân Thành là xã của huyện Cái Nước, tỉnh Cà Mau.",
        "ca-mau.cai-nuoc.tan-thanh",
        "the text says so, whatever the table knows",
    ),
]


@pytest.mark.parametrize(("head", "body", "place", "why"), WORDS)
def test_place_by_the_words_of_the_text(head: str, body: str, place: str, why: str) -> None:
    seat = head.rpartition("HUYỆN ")[2].rpartition("XÃ ")[2].title()
    assert place_of(head, seat, BEFORE, body) == place, why


EARLIER = [
    ("UBND TỈNH HOÀNG LIÊN SƠN", "Yên Bái", "14 tháng 9 năm 1985", "hoang-lien-son", "dissolved"),
    ("UBND TỈNH CỬU LONG", "Vĩnh Long", "14 tháng 9 năm 1985", "cuu-long", "dissolved"),
    (
        "UBND TỈNH BÌNH TRỊ THIÊN\nUBND HUYỆN QUẢNG TRẠCH",
        "Quảng Trạch",
        "14 tháng 9 năm 1985",
        "binh-tri-thien.quang-trach",
        "in a dissolved province",
    ),
    ("UBND HUYỆN HOÀI ĐỨC", "Hoài Đức", "14 tháng 9 năm 2005", "", "in Hà Tây until 2008"),
    ("UBND HUYỆN HOÀI ĐỨC", "Hoài Đức", BEFORE, "ha-noi.hoai-duc", "in Hà Nội since"),
]


DRAFTS = [
    ("UBND XÃ BẢN BO", "Bản Bo", "…  tháng 7 năm 2025", "lai-chau.ban-bo", "all of it is since"),
    ("UBND XÃ BẢN BO", "Bản Bo", "… tháng … năm 2025", "", "it may be before and since"),
]


@pytest.mark.parametrize(("head", "seat", "day", "place", "why"), EARLIER + DRAFTS)
def test_place_of_an_earlier_text(head: str, seat: str, day: str, place: str, why: str) -> None:
    assert place_of(head, seat, day) == place, why


def test_place_in_small_letters() -> None:
    reading = reading_of(
        "Quyết định về việc chăm sóc cây xanh\nChủ tịch ủy ban nhân dân thành phố hồ chí minh\n"
        "Căn cứ Nghị định số 5/2004/NĐ-CP;\nQuyết định:\nĐiều 1. Giao các phường trồng cây.\n"
    )
    assert document(reading, reading.document).place == "ho-chi-minh"


def test_commune_of_a_letterhead_above_a_body_without_its_place() -> None:
    reading = reading_of(
        "ĐẢNG ỦY PHƯỜNG SÔNG TRÍ\n*\nSố 14-NQ/ĐU\nSông Trí, ngày 28 tháng 11 năm 2025\n\n"
        "NGHỊ QUYẾT\nCỦA BAN CHẤP HÀNH ĐẢNG BỘ PHƯỜNG\nvề chăm sóc cây xanh\n\n"
        "Thực hiện Nghị quyết Đại hội Đảng bộ phường lần thứ nhất, tổ trồng cây.\n"
    )
    own = document(reading, reading.document)
    assert (str(own.id), own.issuers) == (
        "ha-tinh.song-tri.du/nk2025/nq-du/14",
        ("Ban Chấp hành Đảng bộ phường",),
    )
    congress = [str(d.id) for d in reading.documents if d.title.startswith("Nghị quyết Đại hội")]
    assert congress == ["ha-tinh.song-tri/named/nghi-quyet-dai-hoi-dang-bo-i"]
