"""The head of a text: which document it is itself."""

from typing import Literal
from unicodedata import normalize

import pytest

from extract import Document
from extract.reading import MentionKind
from ontology.level import Level
from tests.extract.texts import document, in_json, party_plan, quotes, reading_of


def own(text: str) -> Document:
    reading = reading_of(text)
    return document(reading, reading.document)


DISTRICT = (
    "TỈNH ỦY LÀO CAI\nHUYỆN ỦY BẮC HÀ\n*\nSố 52-KH/HU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n"
    "Bắc Hà, ngày 4 tháng 3 năm 2022\n\nKẾ HOẠCH\nvề bồi dưỡng tổ trưởng tổ hòa giải\n-----\n\n"
    "I. Mục đích\nNâng cao kỹ năng.\n"
)
PROVINCE = (
    "TỈNH ỦY HÀ GIANG\n*\nSố 31-KL/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Giang, ngày 9-4-2021\n\n"
    "KẾT LUẬN\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề công tác hòa giải ở cơ sở\n-----\n\n1. Đánh "
    "giá\nTốt.\n"
)
CENTRE = (
    "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 80-KL/TW\n\nĐẢNG CỘNG SẢN VIỆT NAM\n"
    "Hà Nội, ngày 13 tháng 6 năm 2024\n\nKẾT LUẬN\ncủa Ban Bí thư\nvề công tác hòa "
    "giải\n-----\n\n1. Tốt.\n"
)
MINISTRY = (
    "BỘ TƯ PHÁP\n-------\nSố: 09/2019/TT-BTP\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\n---------------\nHà Nội, ngày 30 tháng 12 năm 2019\n\n"
    "THÔNG TƯ\nQUY ĐỊNH VỀ THỐNG KÊ TỔ HÒA GIẢI\n\nCăn cứ Nghị định số 96/2017/NĐ-CP;\n\n"
    "Điều 1. Phạm vi\nThông tư này quy định mẫu.\n"
)
GAZETTE = (
    "CÔNG BÁO/Số 101 + 102/Ngày 15-02-2020\n\nVĂN BẢN QUY PHẠM PHÁP LUẬT\n\nCHÍNH PHỦ\n\n"
    "CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Số: 08/2020/NĐ-CP\nHà Nội, ngày 08 tháng 01 năm 2020\n\nNGHỊ ĐỊNH\n"
    "Về tổ chức và hoạt động của Thừa phát lại\n\nCăn cứ Luật Tổ chức Chính phủ;\n\n"
    "Điều 1. Phạm vi\nNghị định này quy định về Thừa phát lại.\n"
)
LOST_HEAD = (
    "Quyết định về việc ban hành quy chế hoạt động của tổ hòa giải trên địa bàn tỉnh sơn la\n"
    "Ủy ban nhân dân tỉnh sơn la\nCăn cứ Luật Đất đai;\nQuyết định:\nĐiều 1. Ban hành quy chế.\n"
)
UBND_DISTRICT = (
    "ỦY BAN NHÂN DÂN\nHUYỆN MƯỜNG TÈ\n-------\nSố: 141/KH-UBND\n\n"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Mường Tè, ngày 7 tháng 6 năm 2021\n\nKẾ HOẠCH\nTập huấn tổ trưởng tổ hòa giải\n\nI. MỤC "
    "ĐÍCH\nTốt.\n"
)
COMMUNE = (
    "ỦY BAN NHÂN DÂN\nXÃ BẢN BO\n-------\nSố: 17/BC-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nBản Bo, ngày 2 tháng 12 năm 2022\n\nBÁO CÁO\n"
    "Kết quả hòa giải năm 2022\n\nI. TÌNH HÌNH\nTốt.\n"
)
LETTER = (
    "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n-------\nSố: 1095/UBND-NV\nV/v thống kê tổ hòa giải\n\n"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Lai Châu, ngày 16 tháng 8 năm 2021\n\nKính gửi: Các huyện.\n\nĐề nghị gửi số liệu.\n"
)

OWN_FIELDS = [
    pytest.param(
        DISTRICT,
        "Kế hoạch",
        "52 KH/HU",
        "2022-03-04",
        Level.DISTRICT,
        id="party-district-under-province",
    ),
    pytest.param(
        PROVINCE,
        "Kết luận",
        "31 KL/TU",
        "2021-04-09",
        Level.PROVINCE,
        id="party-province-dashed-date",
    ),
    pytest.param(CENTRE, "Kết luận", "80 KL/TW", "2024-06-13", Level.CENTRAL, id="party-centre"),
    pytest.param(
        MINISTRY, "Thông tư", "09 2019/TT-BTP", "2019-12-30", Level.CENTRAL, id="ministry"
    ),
    pytest.param(GAZETTE, "Nghị định", "08 2020/NĐ-CP", "2020-01-08", Level.CENTRAL, id="gazette"),
    pytest.param(LOST_HEAD, "Quyết định", "", "", Level.PROVINCE, id="lost-head"),
    pytest.param(
        UBND_DISTRICT,
        "Kế hoạch",
        "141 KH-UBND",
        "2021-06-07",
        Level.DISTRICT,
        id="people-s-committee-of-a-district",
    ),
    pytest.param(
        COMMUNE,
        "Báo cáo",
        "17 BC-UBND",
        "2022-12-02",
        Level.COMMUNE,
        id="people-s-committee-of-a-commune",
    ),
    pytest.param(
        LETTER,
        "Công văn",
        "1095 UBND-NV",
        "2021-08-16",
        Level.PROVINCE,
        id="letter-without-type",
    ),
    pytest.param(
        "\n".join(
            line if "Số: 09" not in line else "**Số:** 09/2019/TT-BTP"
            for line in MINISTRY.split("\n")
        ),
        "Thông tư",
        "09 2019/TT-BTP",
        "2019-12-30",
        Level.CENTRAL,
        id="number-in-markdown",
    ),
]


@pytest.mark.parametrize(("text", "kind", "printed", "date", "level"), OWN_FIELDS)
def test_own_fields(text: str, kind: str, printed: str, date: str, level: Level) -> None:
    found = own(text)
    assert (found.type, f"{found.number} {found.symbol}".strip()) == (kind, printed)
    assert "".join(found.dates) == date
    assert found.level is level


OWN_ID = [
    pytest.param(PROVINCE, "ha-giang.tu/nk2020/kl-tu/31", id="party-province"),
    pytest.param(DISTRICT, "lao-cai.bac-ha.hu/nk2020/kh-hu/52", id="district-under-province"),
    pytest.param(CENTRE, "tw/k13/kl-tw/80", id="centre"),
    pytest.param(MINISTRY, "btp/2019/tt-btp/9", id="ministry"),
    pytest.param(GAZETTE, "cp/2020/nd-cp/8", id="gazette"),
    pytest.param(LETTER, "lai-chau.ubnd/2021/ubnd-nv/1095", id="letter"),
    pytest.param(UBND_DISTRICT, "lai-chau.muong-te.ubnd/2021/kh-ubnd/141", id="one-of-its-name"),
    pytest.param(
        UBND_DISTRICT.replace("MƯỜNG TÈ", "CHÂU THÀNH").replace("Mường Tè", "Châu Thành"),
        None,
        id="province-not-told",
    ),
    pytest.param(COMMUNE, None, id="district-not-told"),
]


@pytest.mark.parametrize(("text", "key"), OWN_ID)
def test_own_identity(text: str, key: str | None) -> None:
    found = own(text).id
    assert (str(found) if found else None) == key


ISSUERS = [
    pytest.param(DISTRICT, "Huyện ủy Bắc Hà", id="party-district"),
    pytest.param(PROVINCE, "Ban Thường vụ Tỉnh ủy", id="credited-under-the-type"),
    pytest.param(MINISTRY, "Bộ Tư pháp", id="ministry"),
    pytest.param(GAZETTE, "Chính phủ", id="gazette"),
    pytest.param(LOST_HEAD, "Ủy ban nhân dân tỉnh", id="lost-head"),
    pytest.param(UBND_DISTRICT, "Ủy ban nhân dân huyện Mường Tè", id="body-in-two-lines"),
    pytest.param(
        MINISTRY.replace("BỘ TƯ PHÁP", "ỦY BAN THƯỜNG VỤ QUỐC HỘI"),
        "Ủy ban Thường vụ Quốc hội",
        id="standing-committee-of-the-assembly",
    ),
    pytest.param(
        MINISTRY.replace("BỘ TƯ PHÁP", "UỶ BAN THƯỜNG VỤ QUỐC HỘI"),
        "Ủy ban Thường vụ Quốc hội",
        id="standing-committee-in-the-other-spelling",
    ),
    pytest.param(
        MINISTRY.replace("BỘ TƯ PHÁP", "BỘ QUỐC PHÒNG - BỘ Y TẾ"),
        "Bộ Quốc phòng - Bộ Y tế",
        id="joint-head",
    ),
    pytest.param(
        DISTRICT.replace("HUYỆN ỦY BẮC HÀ", "BAN CHỈ ĐẠO DÂN CHỦ Ở CƠ SỞ HUYỆN BẮC HÀ"),
        "Ban Chỉ đạo dân chủ ở cơ sở huyện Bắc Hà",
        id="grass-roots-is-no-department",
    ),
    pytest.param(
        DISTRICT.replace("LÀO CAI\nHUYỆN ỦY", "LÀO CAI HUYỆN ỦY"),
        "Huyện ủy Bắc Hà",
        id="body-behind-the-one-above-it",
    ),
    pytest.param(
        UBND_DISTRICT.replace("HUYỆN MƯỜNG TÈ", "HUYỆN\nMƯỜNG TÈ"),
        "Ủy ban nhân dân huyện Mường Tè",
        id="kind-and-name-of-a-place-on-two-lines",
    ),
    pytest.param(
        DISTRICT.replace("HUYỆN ỦY BẮC HÀ", "HUYỆN ỦY\nBẮC HÀ"),
        "Huyện ủy Bắc Hà",
        id="committee-and-its-place-on-two-lines",
    ),
]


@pytest.mark.parametrize(("text", "issuer"), ISSUERS)
def test_own_issuer(text: str, issuer: str) -> None:
    assert any(name.casefold().startswith(issuer.casefold()) for name in own(text).issuers)


def test_own_number_is_the_one_self_mention() -> None:
    reading = reading_of(DISTRICT)
    selves = [mention for mention in reading.mentions if mention.tier is MentionKind.SELF]
    assert [mention.span.of(reading.source) for mention in selves] == ["52-KH/HU"]
    assert selves[0].document == reading.document


def test_own_number_repeated_later_is_a_reference_to_itself() -> None:
    reading = reading_of(DISTRICT + "\nBan này theo dõi Kế hoạch số 52-KH/HU hằng quý.")
    assert quotes(reading, "numbered") == ["Kế hoạch số 52-KH/HU"]
    assert {mention.document for mention in reading.mentions} == {reading.document}
    assert reading.claims == ()


NO_HEAD = [
    pytest.param("", id="empty"),
    pytest.param("Hôm nay họp bản.", id="one-sentence"),
    pytest.param(
        "TÌNH HÌNH THỰC HIỆN KẾT LUẬN SỐ 69-KL/TU CỦA TỈNH ỦY\nTốt.", id="heading-that-cites"
    ),
    pytest.param("Xem Kết luận số 69-KL/TU.", id="sentence-that-cites"),
    pytest.param(
        "Họp bản.\nNghị quyết số 25-NQ/TW đã được học kỹ.",
        id="sentence-that-begins-with-a-citation",
    ),
]


@pytest.mark.parametrize("text", NO_HEAD)
def test_text_without_a_head_still_has_a_document_without_number(text: str) -> None:
    document = own(text)
    assert document.number == ""
    assert document.symbol == ""


def test_date_of_the_head_is_the_issuing_place_s_and_not_a_citation_s() -> None:
    text = party_plan("về thực hiện Kết luận số 69-KL/TU, ngày 09/4/2021 của Tỉnh ủy")
    assert own(text).dates == ("2022-05-12",)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_signature_names_the_issuer_in_either_form(form: Literal["NFC", "NFD"]) -> None:
    text = (
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 23-QĐ/TW\n\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Hà Nội, ngày 30 tháng 7 năm 2021\n\nQUY ĐỊNH\nvề công tác hòa giải\n\n"
        "Điều 1. Lập tổ hòa giải.\n\nT/M BỘ CHÍNH TRỊ\nTHƯỜNG TRỰC BAN BÍ THƯ\n"
    )
    own = in_json(reading_of(normalize(form, text)))["documents"]["23-QĐ/TW"]
    assert normalize("NFC", own["issuer"]) == "Bộ Chính trị"


HOMES = {"dak-lak": "TỈNH ĐẮK LẮK", "ha-noi": "THÀNH PHỐ HÀ NỘI", "soc-trang": "TỈNH SÓC TRĂNG"}
SEATS = [
    pytest.param("M'ĐRẮK", "M'Đrắk", "dak-lak.m-drak", id="a name that begins with an apostrophe"),
    pytest.param("EA H'LEO", "Ea H'leo", "dak-lak.ea-h-leo", id="an apostrophe in its second word"),
    pytest.param("CHƯƠNG MỸ", "Chương Mỹ", "ha-noi.chuong-my", id="as a chapter begins"),
    pytest.param("KẾ SÁCH", "Kế Sách", "soc-trang.ke-sach", id="as a plan begins"),
    pytest.param("M\u2019ĐRẮK", "M\u2019Đrắk", "dak-lak.m-drak", id="as word processors set it"),
]


@pytest.mark.parametrize(("name", "seat", "place"), SEATS)
def test_seats_that_look_like_something_else(name: str, seat: str, place: str) -> None:
    home = HOMES[place.partition(".")[0]]
    found = own(
        f"ĐẢNG BỘ {home}\nHUYỆN ỦY {name}\n*\nSố 4-KH/HU\nĐẢNG CỘNG SẢN VIỆT NAM\n\n"
        f"{seat}, ngày 16 tháng 10 năm 2021\n\nKẾ HOẠCH\nkiểm tra\n\nI- MỤC ĐÍCH\n\nTốt.\n"
    )
    assert found.dates == ("2021-10-16",)
    assert str(found.id) == f"{place}.hu/nk2020/kh-hu/4"
