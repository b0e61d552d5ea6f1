"""References by number: which words are one, in every form that texts print."""

import pytest

from tests.extract.texts import cited, mention_of, quotes, reading_of

FORMS = [
    pytest.param("Xem Kết luận số 69-KL/TU.", ["Kết luận số 69-KL/TU"], id="party-form"),
    pytest.param("Xem Kết luận 69-KL/TU.", ["Kết luận 69-KL/TU"], id="no-so"),
    pytest.param("Xem 69-KL/TU.", ["69-KL/TU"], id="no-type-word"),
    pytest.param("Xem Kế hoạch số 29 -KH/HU.", ["Kế hoạch số 29 -KH/HU"], id="space-before-mark"),
    pytest.param("Xem Quyết định 310- QĐ/TU.", ["Quyết định 310- QĐ/TU"], id="space-behind-mark"),
    pytest.param("Xem Nghị quyết số 29/NQ-TW.", ["Nghị quyết số 29/NQ-TW"], id="marks-swapped"),
    pytest.param(
        "Xem Quyết định số 12/2018/QĐ-TTg.", ["Quyết định số 12/2018/QĐ-TTg"], id="state-with-year"
    ),
    pytest.param(
        "Xem Quyết định số 700/QĐ-TTg.", ["Quyết định số 700/QĐ-TTg"], id="state-without-year"
    ),
    pytest.param("Xem Luật số 45/2019/QH14.", ["Luật số 45/2019/QH14"], id="national-assembly"),
    pytest.param(
        "Xem Luật Việc làm số 38/2013/QH13.",
        ["Luật Việc làm số 38/2013/QH13"],
        id="law-with-name-and-number",
    ),
    pytest.param(
        "Xem Nghị quyết số 1211/2016/UBTVQH13.",
        ["Nghị quyết số 1211/2016/UBTVQH13"],
        id="standing-committee",
    ),
    pytest.param(
        "Xem Thông tư liên tịch số 14/2008/TTLT/BTC-BTNMT.",
        ["Thông tư liên tịch số 14/2008/TTLT/BTC-BTNMT"],
        id="joint-circular-slash",
    ),
    pytest.param(
        "Xem Thông tư liên tịch số 05/2014/TTLT-BKHĐT-BTC.",
        ["Thông tư liên tịch số 05/2014/TTLT-BKHĐT-BTC"],
        id="joint-circular-dash",
    ),
    pytest.param("Xem Hướng dẫn số 25/HD-MTTW-BTT.", ["Hướng dẫn số 25/HD-MTTW-BTT"], id="front"),
    pytest.param(
        "Xem Kế hoạch số 33/KH-MTTQ-BTT.", ["Kế hoạch số 33/KH-MTTQ-BTT"], id="front-local"
    ),
    pytest.param(
        "Xem Kế hoạch số 112-KH/TWĐTN-BTG.",
        ["Kế hoạch số 112-KH/TWĐTN-BTG"],
        id="mass-organisation",
    ),
    pytest.param("Xem Nghị định số 59-CP.", ["Nghị định số 59-CP"], id="old-government"),
    pytest.param("Xem Nghị định số 27/CP.", ["Nghị định số 27/CP"], id="old-government-slash"),
    pytest.param("Xem Quyết định số 217-HĐBT.", ["Quyết định số 217-HĐBT"], id="council-of-1986"),
    pytest.param("Xem Công văn số 1095/UBND-NV.", ["Công văn số 1095/UBND-NV"], id="letter"),
    pytest.param("Xem Nghị định 162/2017.", ["Nghị định 162/2017"], id="number-and-year-only"),
    pytest.param(
        "Xem Nghị quyết số 57 của Bộ Chính trị.", ["Nghị quyết số 57"], id="number-alone-with-body"
    ),
    pytest.param(
        "Xem Nghị quyết 57 Bộ Chính trị khóa XIII.", ["Nghị quyết 57"], id="body-without-a-word"
    ),
    pytest.param(
        "Xem Nghị quyết số 57-NQ/TW. Nay theo Nghị quyết 57 thì khác.",
        ["Nghị quyết số 57-NQ/TW", "Nghị quyết 57"],
        id="number-alone-after-the-whole",
    ),
    pytest.param(
        "Xem Quyết định số 217, 218-QĐ/TW.", ["Quyết định số 217", "218-QĐ/TW"], id="list-comma"
    ),
    pytest.param("Xem Quyết định 217/218-QĐ/TW.", ["Quyết định 217", "218-QĐ/TW"], id="list-slash"),
    pytest.param(
        "Xem Quyết định số 217 và 218-QĐ/TW.", ["Quyết định số 217", "218-QĐ/TW"], id="list-and"
    ),
    pytest.param(
        "Xem các Nghị định số 36, 39 và 40/2009/NĐ-CP.",
        ["Nghị định số 36", "39", "40/2009/NĐ-CP"],
        id="list-of-three",
    ),
    pytest.param(
        "Xem Quyết định số 217-QĐ/TW, 218-QĐ/TW.",
        ["Quyết định số 217-QĐ/TW", "218-QĐ/TW"],
        id="list-sharing-the-type-word",
    ),
    pytest.param(
        "Xem Kế hoạch liên tịch số 77/KH-LT.", ["Kế hoạch liên tịch số 77/KH-LT"], id="joint-plan"
    ),
    pytest.param(
        "Xem Nghị quyết số 30a/2008/NQ-CP.",
        ["Nghị quyết số 30a/2008/NQ-CP"],
        id="number-with-letter",
    ),
    pytest.param(
        "Xem Nghị quyết số 66.1/2025/NQ-CP.",
        ["Nghị quyết số 66.1/2025/NQ-CP"],
        id="number-with-point",
    ),
    pytest.param(
        "Xem Thông tư số 07/2015/TT-BLĐTB&XH.",
        ["Thông tư số 07/2015/TT-BLĐTB&XH"],
        id="ampersand",
    ),
    pytest.param(
        "XEM KẾT LUẬN SỐ 69-KL/TU CỦA TỈNH ỦY", ["KẾT LUẬN SỐ 69-KL/TU"], id="heading-in-capitals"
    ),
    pytest.param(
        "Kế hoạch làm thêm nhà ngoài kế hoạch 77/kh-lt",
        ["kế hoạch 77/kh-lt"],
        id="title-set-in-lower-case",
    ),
    pytest.param(
        "Xem Quyết định số: 45/QĐ-UBND.", ["Quyết định số: 45/QĐ-UBND"], id="colon-behind-so"
    ),
    pytest.param(
        "Xem Nghị quyết của Chính phủ số 88/2023/NQ-CP.",
        ["Nghị quyết của Chính phủ số 88/2023/NQ-CP"],
        id="issuer-between-type-and-number",
    ),
    pytest.param(
        "Xem Văn bản hợp nhất số 11/VBHN-BTC.",
        ["Văn bản hợp nhất số 11/VBHN-BTC"],
        id="consolidated",
    ),
    pytest.param(
        "Xem Quyết định số 3024/CV-UBND.", ["Quyết định số 3024/CV-UBND"], id="type-denies-symbol"
    ),
    pytest.param("Xem QĐ 45/QĐ-UBND.", ["QĐ 45/QĐ-UBND"], id="type-word-abbreviated"),
    pytest.param(
        "Xem Kết luận số 21 KL/TW.", ["Kết luận số 21 KL/TW"], id="ocr-lost-the-first-mark"
    ),
    pytest.param(
        "Xem Quy định số 11-QĐi/TW.", ["Quy định số 11-QĐi/TW"], id="third-series-of-the-centre"
    ),
    pytest.param(
        "Xem Quyết định số 12/2018/QÐ-TTg.", ["Quyết định số 12/2018/QÐ-TTg"], id="icelandic-eth"
    ),
    pytest.param(
        "Xem khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP.",
        ["Nghị định số 30/2020/NĐ-CP"],
        id="pin-is-no-part-of-the-span",
    ),
    pytest.param(
        "Xem Tờ trình số 45/TTr. UBND ngày 05/3/2019.",
        ["Tờ trình số 45/TTr. UBND"],
        id="stop-inside-a-symbol",
    ),
    pytest.param(
        "Xem Tờ trình số 45/TTr. UBND tỉnh đã có ý kiến.",
        ["Tờ trình số 45/TTr"],
        id="stop-behind-a-symbol",
    ),
    pytest.param(
        "Xem Quyết định số 12/QĐ-UBND - QĐ số 14/QĐ-UBND.",
        ["Quyết định số 12/QĐ-UBND", "QĐ số 14/QĐ-UBND"],
        id="dash-before-the-next",
    ),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_form_is_read(text: str, expected: list[str]) -> None:
    assert quotes(reading_of(text), "numbered") == expected


NOT_REFERENCES = [
    pytest.param("Mức phạt là 12/2018 lần.", id="fraction"),
    pytest.param("Đạt 98,5/100 điểm, 13/13 xã.", id="counts"),
    pytest.param("Ngày 12/3/2018 huyện tổ chức họp.", id="date"),
    pytest.param("Giai đoạn 2016-2020 và 2021 - 2025.", id="period"),
    pytest.param("Theo TCVN 5574:2018 và QCVN 06:2022/BXD.", id="technical-standards"),
    pytest.param("Xe biển số 25A-123.45 chạy trên Quốc lộ 4D.", id="number-plate"),
    pytest.param("Gửi theo mẫu số 01/TNCN kèm theo.", id="form-number"),
    pytest.param("Ban hành 08 kế hoạch, 15 quyết định.", id="counts-of-documents"),
    pytest.param("Thu nhập 42 triệu đồng/người/năm.", id="per-head"),
    pytest.param("Điện thoại 0213-387-6543, fax 0213/387.", id="telephone"),
    pytest.param("Vận tốc 60 km/h, 5 kg/ha, 220 V/50 Hz.", id="units"),
]


@pytest.mark.parametrize("text", NOT_REFERENCES)
def test_no_reference(text: str) -> None:
    assert quotes(reading_of(text), "numbered") == []


HALVES = [
    pytest.param("69-KL/TU", "69", "KL/TU", id="party"),
    pytest.param("162/2017/NĐ-CP", "162", "2017/NĐ-CP", id="state"),
    pytest.param("141/KH-UBND", "141", "KH-UBND", id="people-s-committee"),
    pytest.param("64/2025/QH15", "64", "2025/QH15", id="national-assembly"),
]


@pytest.mark.parametrize(("printed", "number", "symbol"), HALVES)
def test_halves_of_what_is_printed(printed: str, number: str, symbol: str) -> None:
    found = mention_of(reading_of(f"Xem {printed}."), printed)
    assert (found.number, found.symbol) == (number, symbol)


def test_list_members_are_documents_of_their_own() -> None:
    reading = reading_of("Xem các Nghị định số 36, 39 và 40/2009/NĐ-CP.")
    assert {document.key for document in reading.documents} >= {
        "36/2009/NĐ-CP",
        "39/2009/NĐ-CP",
        "40/2009/NĐ-CP",
    }


@pytest.mark.parametrize(
    ("text", "words", "type_word", "issuer"),
    [
        pytest.param(
            "Xem các Nghị quyết của Hội đồng nhân dân tỉnh: số 31/NQ-HĐND về chợ; số 17/NQ-HĐND.",
            "17/NQ-HĐND",
            "Nghị quyết",
            "Hội đồng nhân dân tỉnh",
            id="issuer-at-the-head-of-the-list",
        ),
        pytest.param(
            "Xem các Luật số 44/2024/QH15, số 61/2024/QH15 và số 90/2025/QH15.",
            "90/2025/QH15",
            "Luật",
            "",
            id="type-word-at-the-head-of-the-list",
        ),
        pytest.param(
            "Xem Quyết định số 31/QĐ-UBND ngày 02/3/2020 của UBND huyện và 17/QĐ-UBND.",
            "17/QĐ-UBND",
            "Quyết định",
            "UBND huyện",
            id="a-member-without-any-word",
        ),
        pytest.param(
            "Xem Nghị quyết số 31/NQ-HĐND; Báo cáo số 17/BC-HĐND của Ban Pháp chế.",
            "Nghị quyết số 31/NQ-HĐND",
            "Nghị quyết",
            "",
            id="a-committee-issues-no-resolution",
        ),
        pytest.param(
            "Xem Nghị quyết của Hội đồng nhân dân tỉnh: số 31/NQ-HĐND; số 17/QĐ-UBND.",
            "17/QĐ-UBND",
            "Quyết định",
            "",
            id="not-that-of-another-type",
        ),
    ],
)
def test_list_prints_once_what_its_members_share(
    text: str, words: str, type_word: str, issuer: str
) -> None:
    reading = reading_of(text)
    assert cited(reading, words).type == type_word
    assert mention_of(reading, words).issuer == issuer


PINS = [
    pytest.param("khoản 2 Điều 5", id="clause-and-article"),
    pytest.param("điểm a khoản 1 Điều 12", id="point-clause-article"),
    pytest.param("Mục III", id="section"),
    pytest.param("Chương II", id="chapter"),
    pytest.param("Phần thứ hai", id="part"),
]


@pytest.mark.parametrize("pin", PINS)
def test_pin_is_kept_with_the_mention(pin: str) -> None:
    reading = reading_of(f"Theo quy định tại {pin} Nghị định số 30/2020/NĐ-CP thì khác.")
    assert mention_of(reading, "Nghị định số 30/2020/NĐ-CP").pin == pin


ISSUED_BY_WHO_ACTED = [
    pytest.param("Huyện ủy đã tổng kết tại Báo cáo số 7-BC/HU.", "Huyện ủy", id="who-reviewed"),
    pytest.param(
        "Chỉ thị đã được Ban Thường vụ Huyện ủy cụ thể hóa bằng Báo cáo số 7-BC/HU.",
        "Ban Thường vụ Huyện ủy",
        id="who-detailed",
    ),
    pytest.param(
        "Đây là đề án mà UBND huyện phê duyệt tại Báo cáo số 7-BC/HU.", "UBND huyện", id="relative"
    ),
    pytest.param(
        "Huyện ủy nghe Sở Tư pháp trình bày tại Báo cáo số 7-BC/HU.", "", id="who-only-listened"
    ),
    pytest.param("Công tác dân vận được tổng kết tại Báo cáo số 7-BC/HU.", "", id="nobody"),
    pytest.param(
        "Bản đã được UBND huyện Phong Thổ (trước đây) công nhận tại Báo cáo số 7-BC/HU.",
        "UBND huyện Phong Thổ",
        id="who-is-no-more",
    ),
    pytest.param("UBND huyện phân bổ vốn tại Báo cáo số 7-BC/HU.", "UBND huyện", id="who-gave"),
    pytest.param(
        "Huyện ủy Phong Thổ (cũ) đã ban hành Báo cáo số 7-BC/HU.",
        "Huyện ủy Phong Thổ",
        id="who-issued-and-is-no-more",
    ),
    pytest.param(
        "UBND huyện phân bổ vốn theo Báo cáo số 7-BC/HU.", "", id="who-gave-by-what-another-may-say"
    ),
]


ASKED_TO_CHANGE = [
    pytest.param("Đề nghị UBND tỉnh sớm sửa đổi", "UBND tỉnh", id="asked"),
    pytest.param("Kiến nghị UBND tỉnh xem xét, bãi bỏ một phần", "UBND tỉnh", id="a-part-of-it"),
    pytest.param(
        "Yêu cầu Chủ tịch UBND tỉnh thu hồi", "Chủ tịch UBND tỉnh", id="the-head-of-the-body"
    ),
    pytest.param("Đề nghị Sở Tư pháp sửa đổi", "", id="who-only-drafts"),
    pytest.param("Đề nghị UBND tỉnh thực hiện", "", id="asked-for-something-else"),
]


@pytest.mark.parametrize(("asked", "issuer"), ASKED_TO_CHANGE)
def test_who_is_asked_to_change_a_document_has_issued_it(asked: str, issuer: str) -> None:
    reading = reading_of(f"Mở đầu buổi họp.\n{asked} Quyết định số 7/QĐ-UBND về giá nước.")
    assert mention_of(reading, "Quyết định số 7/QĐ-UBND").issuer == issuer


@pytest.mark.parametrize(("sentence", "issuer"), ISSUED_BY_WHO_ACTED)
def test_who_acts_in_a_document_has_issued_it(sentence: str, issuer: str) -> None:
    reading = reading_of(f"Mở đầu buổi họp.\n{sentence}")
    assert mention_of(reading, "Báo cáo số 7-BC/HU").issuer == issuer
