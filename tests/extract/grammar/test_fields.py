"""Date, issuer, term and title of a reference, with nothing taken from a neighbour."""

import pytest

from tests.extract.texts import cited, mention_of, reading_of

FIELDS = [
    pytest.param(
        "Xem Kết luận số 43-KL/TW, ngày 07/01/2019 của Ban Bí thư (khóa XII).",
        "Kết luận số 43-KL/TW",
        "2019-01-07",
        "Ban Bí thư",
        "XII",
        id="date-issuer-term",
    ),
    pytest.param(
        "Xem Nghị quyết số 25-NQ/TW của Ban Chấp hành Trung ương Đảng khóa XI ngày 3/6/2013.",
        "Nghị quyết số 25-NQ/TW",
        "2013-06-03",
        "Ban Chấp hành Trung ương Đảng",
        "XI",
        id="issuer-term-date",
    ),
    pytest.param(
        "Xem Nghị định số 30/2020/NĐ-CP ngày 5 tháng 3 năm 2020 của Chính phủ về công tác văn thư.",
        "Nghị định số 30/2020/NĐ-CP",
        "2020-03-05",
        "Chính phủ",
        "",
        id="date-in-words",
    ),
    pytest.param(
        "Xem Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư tiếp tục thực hiện Chỉ thị A.",
        "Kết luận số 43-KL/TW",
        "2019-01-07",
        "Ban Bí thư",
        "",
        id="a-title-without-its-about",
    ),
    pytest.param(
        "Xem Công văn số 48/BDN ngày 14/5/2024 của Ban Dân nguyện chuyển kiến nghị của cử tri.",
        "Công văn số 48/BDN",
        "2024-05-14",
        "Ban Dân nguyện",
        "",
        id="what-the-body-passes-on",
    ),
    pytest.param(
        "Xem Quyết định số 310-QĐ/TU ngày 03.12.2021 của BTV Tỉnh ủy.",
        "Quyết định số 310-QĐ/TU",
        "2021-12-03",
        "Ban Thường vụ Tỉnh ủy",
        "",
        id="abbreviation-written-out",
    ),
    pytest.param(
        "Xem Luật Đất đai 2024 và Luật Nhà ở.",
        "Luật Đất đai",
        "2024",
        "",
        "",
        id="bare-year-of-a-law",
    ),
    pytest.param(
        "Xem Luật sửa đổi, bổ sung một số điều của Luật Đất đai 2013.",
        "Luật sửa đổi, bổ sung một số điều của Luật Đất đai",
        "",
        "",
        "",
        id="bare-year-behind-an-amending-law-is-nobody-s",
    ),
    pytest.param(
        "Xem Luật Đất đai 2024/2025.",
        "Luật Đất đai",
        "",
        "",
        "",
        id="years-that-are-no-date-of-a-law",
    ),
    pytest.param(
        "Xem Kết luận số 69-KL/TU của Tỉnh ủy Lai Châu",
        "Kết luận số 69-KL/TU",
        "",
        "Tỉnh ủy Lai Châu",
        "",
        id="issuer-that-ends-the-text",
    ),
    pytest.param(
        "Xem Chỉ thị số 05-CT/TW năm 2016.",
        "Chỉ thị số 05-CT/TW",
        "2016",
        "",
        "",
        id="year-alone",
    ),
    pytest.param(
        "Xem Chỉ thị số 05-CT/TW tháng 5/2016.",
        "Chỉ thị số 05-CT/TW",
        "2016-05",
        "",
        "",
        id="month-alone",
    ),
    pytest.param(
        "Xem Chỉ thị số 05-CT/TW, ngày 31/02/2016.",
        "Chỉ thị số 05-CT/TW",
        "",
        "",
        "",
        id="no-such-day",
    ),
    pytest.param(
        "Xem Thông tư số 12/2017/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch về thi đua.",
        "Thông tư số 12/2017/TT-BVHTTDL",
        "",
        "Bộ Văn hóa, Thể thao và Du lịch",
        "",
        id="comma-inside-a-body",
    ),
    pytest.param(
        "XEM NGHỊ QUYẾT SỐ 25-NQ/TW NGÀY 03/6/2013 CỦA BAN CHẤP HÀNH TRUNG ƯƠNG KHÓA XI",
        "NGHỊ QUYẾT SỐ 25-NQ/TW",
        "2013-06-03",
        "BAN CHẤP HÀNH TRUNG ƯƠNG",
        "XI",
        id="capitals",
    ),
    pytest.param(
        "Theo Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư Trung ương Đảng khóa 12 thì "
        "khác.",
        "Kết luận số 43-KL/TW",
        "2019-01-07",
        "Ban Bí thư Trung ương Đảng",
        "XII",
        id="term-in-figures",
    ),
    pytest.param(
        "Nay Huyện ủy ban hành Kế hoạch số 61-KH/HU để làm.",
        "Kế hoạch số 61-KH/HU",
        "",
        "Huyện ủy",
        "",
        id="issuer-before-its-verb",
    ),
    pytest.param(
        "Gửi Quyết định số 45/QĐ-TTg của Thủ tướng Chính phủ tới các bản.",
        "Quyết định số 45/QĐ-TTg",
        "",
        "Thủ tướng Chính phủ",
        "",
        id="issuer-before-whom-it-is-sent-to",
    ),
    pytest.param(
        "Xem Quy định số 4-QĐ/TW cùng ngày 02/3/2020 của Bộ Chính trị.",
        "Quy định số 4-QĐ/TW",
        "2020-03-02",
        "Bộ Chính trị",
        "",
        id="of-the-same-day-as-the-one-before",
    ),
    pytest.param(
        "Vào ngày 12-7-2022, HĐND tỉnh thông qua Nghị quyết số 20/NQ-HĐND.",
        "Nghị quyết số 20/NQ-HĐND",
        "2022-07-12",
        "HĐND tỉnh",
        "",
        id="date-in-front-behind-on",
    ),
    pytest.param(
        "Thực hiện Chỉ thị số 9-CT/TU, UBND TX. Mường Lay ban hành Kế hoạch số 5/KH-UBND.",
        "Kế hoạch số 5/KH-UBND",
        "",
        "UBND TX. Mường Lay",
        "",
        id="the-stop-of-a-town-s-short-form-in-front",
    ),
    pytest.param(
        "Ngày 10/01/2022, Huyện ủy ban hành Nghị quyết số 12-NQ/HU; ngày 25/02/2022, UBND huyện"
        " ban hành Kế hoạch số 30/KH-UBND.",
        "Nghị quyết số 12-NQ/HU",
        "2022-01-10",
        "Huyện ủy",
        "",
        id="the-date-behind-is-the-next-one-s-and-its-own-stands-in-front",
    ),
    pytest.param(
        "Sáng ngày 05/6/2022, Huyện ủy chính thức ban hành Thông báo số 31-TB/HU.",
        "Thông báo số 31-TB/HU",
        "2022-06-05",
        "Huyện ủy",
        "",
        id="a-morning-in-front-and-an-adverb",
    ),
    pytest.param(
        "Xem Tờ trình số 45/TTr-UBND của Ủy ban nhân dân tỉnh đề nghị lập tổ hòa giải.",
        "Tờ trình số 45/TTr-UBND",
        "",
        "Ủy ban nhân dân tỉnh",
        "",
        id="issuer-before-what-it-asks-for",
    ),
    pytest.param(
        "Xem Thông tư liên tịch số 5/2014/TTLT-BTC-BCA-BKHĐT của liên Bộ Tài chính, Công an, Kế "
        "hoạch và Đầu tư về hòa giải.",
        "Thông tư liên tịch số 5/2014/TTLT-BTC-BCA-BKHĐT",
        "",
        "liên Bộ Tài chính, Công an, Kế hoạch và Đầu tư",
        "",
        id="ministries-together",
    ),
    pytest.param(
        "Xem Thông tư liên tịch số 5/2014/TTLT-BTC-BCA của liên Bộ Tài chính, Công an, Chỉ thị số "
        "05-CT/TW.",
        "Thông tư liên tịch số 5/2014/TTLT-BTC-BCA",
        "",
        "liên Bộ Tài chính, Công an",
        "",
        id="ministries-before-the-next-reference",
    ),
    pytest.param(
        "Theo đề nghị của Giám đốc Sở Tư pháp, tại Tờ trình số 45/TTr-STP, nay lập tổ.",
        "Tờ trình số 45/TTr-STP",
        "",
        "Giám đốc Sở Tư pháp",
        "",
        id="comma-behind-who-asks",
    ),
]


@pytest.mark.parametrize(("text", "words", "date", "issuer", "term"), FIELDS)
def test_fields_of_a_reference(text: str, words: str, date: str, issuer: str, term: str) -> None:
    found = mention_of(reading_of(f"Mở đầu.\n{text}"), words)
    assert (found.date, found.issuer, found.term) == (date, issuer, term)


NEIGHBOURS = [
    pytest.param(
        "Xem Kết luận số 43-KL/TW, Nghị quyết số 25-NQ/TW ngày 03/6/2013.",
        "Kết luận số 43-KL/TW",
        "",
        "",
        id="date-of-the-next",
    ),
    pytest.param(
        "Xem Kết luận số 43-KL/TW. Ngày 03/6/2013 huyện họp.",
        "Kết luận số 43-KL/TW",
        "",
        "",
        id="date-of-the-next-sentence",
    ),
    pytest.param(
        "Xem Kết luận số 43-KL/TW về tiếp tục thực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013 "
        "của Trung ương.",
        "Kết luận số 43-KL/TW",
        "",
        "",
        id="date-and-issuer-of-what-the-title-names",
    ),
    pytest.param(
        "Ngày 07/01/2019, tỉnh gửi Nghị định số 30/2020/NĐ-CP.",
        "Nghị định số 30/2020/NĐ-CP",
        "",
        "",
        id="date-of-an-event",
    ),
    pytest.param(
        "Xem Luật Đất đai và Nghị định số 43/2014/NĐ-CP ngày 15/5/2014 của Chính phủ.",
        "Luật Đất đai",
        "",
        "",
        id="law-before-a-decree",
    ),
    pytest.param(
        "Xem Kết luận số 69-KL/TU (Nghị quyết số 25-NQ/TW khóa XI).",
        "Kết luận số 69-KL/TU",
        "",
        "",
        id="term-in-brackets-of-another",
    ),
    pytest.param(
        "Xem Quyết định số 45/QĐ-UBND; Chính phủ đã họp ngày 01/02/2020.",
        "Quyết định số 45/QĐ-UBND",
        "",
        "",
        id="semicolon",
    ),
]


@pytest.mark.parametrize(("text", "words", "date", "issuer"), NEIGHBOURS)
def test_nothing_is_taken_from_a_neighbour(text: str, words: str, date: str, issuer: str) -> None:
    found = mention_of(reading_of(f"Mở đầu.\n{text}"), words)
    assert (found.date, found.issuer, found.term) == (date, issuer, "")


SHARED = [
    pytest.param(
        "Xem Quyết định số 217-QĐ/TW, 218-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị.",
        id="symbol-each",
    ),
    pytest.param(
        "Xem Quyết định số 217, 218-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị.", id="symbol-shared"
    ),
    pytest.param(
        "Xem Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị.",
        id="type-word-each",
    ),
]


@pytest.mark.parametrize("text", SHARED)
def test_a_list_shares_the_fields_behind_its_last_member(text: str) -> None:
    reading = reading_of(f"Mở đầu.\n{text}")
    found = [document for document in reading.documents if document.number in ("217", "218")]
    assert [(document.dates, document.issuers) for document in found] == [
        (("2013-12-12",), ("Bộ Chính trị",))
    ] * 2


def test_contradicting_issuers_are_both_kept() -> None:
    reading = reading_of(
        "Mở đầu.\nXem Quyết định số 124-QĐ/TW, ngày 02/02/2018 của Ban Bí thư. Sau đó, Quyết định "
        "số 124-QĐ/TW, ngày 02/02/2018 của Bộ Chính trị được nhắc lại."
    )
    assert set(cited(reading, "Quyết định số 124-QĐ/TW").issuers) == {"Ban Bí thư", "Bộ Chính trị"}


LEVELS = [
    pytest.param("Nghị quyết số 25-NQ/TW", "central", id="party-centre"),
    pytest.param("Kết luận số 69-KL/TU", "province", id="province"),
    pytest.param("Kế hoạch số 61-KH/HU", "district", id="district"),
    pytest.param("Nghị định số 30/2020/NĐ-CP", "central", id="government"),
    pytest.param("Thông tư số 09/2019/TT-BTP", "central", id="ministry"),
    pytest.param("Luật số 45/2019/QH14", "central", id="national-assembly"),
    pytest.param(
        "Quyết định số 12/QĐ-UBND của UBND tỉnh", "province", id="committee-of-a-province"
    ),
    pytest.param(
        "Quyết định số 12/QĐ-UBND của UBND huyện", "district", id="committee-of-a-district"
    ),
    pytest.param("Quyết định số 12/QĐ-UBND của UBND xã", "commune", id="committee-of-a-commune"),
    pytest.param("Nghị quyết số 05-NQ/ĐU của Đảng ủy xã", "commune", id="party-commune"),
]


@pytest.mark.parametrize(("text", "level"), LEVELS)
def test_level_is_the_issuer_s(text: str, level: str) -> None:
    reading = reading_of(f"Mở đầu.\nXem {text}.")
    assert cited(reading, text.split(" của ", maxsplit=1)[0]).level.value == level
