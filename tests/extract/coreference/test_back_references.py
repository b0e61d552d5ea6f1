"""Short references of every form, in every type of text, and what only looks like one."""

import pytest

from tests.extract.texts import decision, in_body, mention_of, party_plan, quotes, reading_of


def resolution(body: str) -> str:
    """A resolution of a district committee, 21-NQ/HU."""
    return (
        "HUYỆN ỦY PHONG THỔ\n*\nSố 21-NQ/HU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Phong Thổ, ngày 12 tháng 5 năm 2022\n\nNGHỊ QUYẾT\nvề hòa giải\n-----\n\n"
        f"I- TÌNH HÌNH\n\n{body}\n"
    )


OF_ITS_TYPE = [
    pytest.param(
        "Nghị quyết số 03-NQ/HU, ngày 05/02/2017 đã cũ. Nghị quyết trên thiếu chỉ tiêu.",
        "Nghị quyết trên",
        "03-NQ/HU",
        id="above",
    ),
    pytest.param(
        "Nghị quyết số 03-NQ/HU, ngày 05/02/2017 đã cũ. Chỉ tiêu của nghị quyết nêu trên thấp.",
        "nghị quyết nêu trên",
        "03-NQ/HU",
        id="above-in-lower-case",
    ),
    pytest.param(
        "Đã có Nghị quyết số 07-NQ/TU, ngày 03/3/2021. Nghị quyết của Tỉnh ủy đặt mục tiêu cao.",
        "Nghị quyết của Tỉnh ủy",
        "07-NQ/TU",
        id="of-a-higher-body",
    ),
    pytest.param(
        "Bản theo Nghị định số 12/2020/NĐ-CP, ngày 03/4/2020. Nghị định này mở đường cho dân.",
        "Nghị định này",
        "12/2020/NĐ-CP",
        id="this-decree-in-a-resolution",
    ),
    pytest.param(
        "HĐND tỉnh ban hành Nghị quyết số 7/2021/NQ-HĐND. Mức chi theo Nghị quyết của Hội đồng"
        " nhân dân tỉnh.",
        "Nghị quyết của Hội đồng nhân dân tỉnh",
        "7/2021/NQ-HĐND",
        id="of-a-body-once-in-short-and-once-in-full",
    ),
    pytest.param(
        "Phòng Tư pháp gửi Công văn số 7/CV-TP. Huyện ủy đã trả lời Công văn nêu trên.",
        "Công văn nêu trên",
        "7/CV-TP",
        id="above-behind-a-letter",
    ),
    pytest.param(
        "UBND tỉnh ra Quyết định số 7/QĐ-UBND về thư viện. Toàn văn Quyết định như sau.",
        "Quyết định",
        "7/QĐ-UBND",
        id="the-text-of-a-decision-is-no-verb",
    ),
]


@pytest.mark.parametrize(("body", "words", "document"), OF_ITS_TYPE)
def test_resolution_refers_back_to_another(body: str, words: str, document: str) -> None:
    reading = reading_of(resolution(body))
    assert quotes(reading, "backref") == [words]
    assert mention_of(reading, words).document == document


ITSELF = [
    pytest.param("Chi bộ học tập Nghị quyết này.", id="this"),
    pytest.param(
        "Đã có Nghị quyết số 03-NQ/HU. Chi bộ học Nghị quyết của Huyện ủy.", id="of-its-own-body"
    ),
    pytest.param("Đã có Nghị quyết số 03-NQ/HU. Chi bộ học Nghị quyết, rồi họp.", id="bare"),
    pytest.param(
        "Đã có Nghị quyết số 03-NQ/HU. Chi bộ làm Nghị quyết trên địa bàn.", id="in-its-area"
    ),
]


@pytest.mark.parametrize("body", ITSELF)
def test_resolution_that_means_itself_is_not_marked(body: str) -> None:
    assert quotes(reading_of(resolution(body)), "backref") == []


SHORT = [
    pytest.param(
        'Đề án "Bản hòa thuận" đã trình tỉnh. Đề án do Ban Dân vận chủ trì.',
        "Đề án",
        "de-an-ban-hoa-thuan",
        id="opens-the-next-sentence",
    ),
    pytest.param(
        'Xã có Dự án "Nhà họp bản Sin" từ năm 2020. Dự án nói trên chậm.',
        "Dự án nói trên",
        "du-an-nha-hop-ban-sin",
        id="project-above",
    ),
    pytest.param(
        "Chương trình hành động số 09-CTr/HU đã cũ. Cả Chương trình hành động lẫn quy ước đều cũ.",
        "Chương trình hành động",
        "09-CTr/HU",
        id="programme-of-action",
    ),
    pytest.param(
        "Bản nắm Chỉ thị số 14-CT/TU về hòa giải. Nội dung Chỉ thị như sau: mỗi bản một tổ.",
        "Chỉ thị",
        "14-CT/TU",
        id="as-follows",
    ),
    pytest.param(
        "Xem Nghị định số 12/2013/NĐ-CP. Bản cũ theo Điều 20 Nghị định nêu trên.",
        "Nghị định nêu trên",
        "12/2013/NĐ-CP",
        id="behind-an-article",
    ),
    pytest.param(
        'Xã làm Đề án "Chống khói bếp trong nhà sàn vùng biên". Đề án chống khói bếp đạt kết quả.',
        "Đề án chống khói bếp",
        "de-an-chong-khoi-bep-trong-nha-san-vung-bien",
        id="beginning-of-a-title",
    ),
    pytest.param(
        'Xã có Đề án "Bản hòa thuận". Dự toán của Đề án năm 2023 đã duyệt.',
        "Đề án",
        "de-an-ban-hoa-thuan",
        id="a-year-of-its-work",
    ),
    pytest.param(
        'Xã có Đề án "Bản hòa thuận". Vốn cho Đề án đúng mục đích.',
        "Đề án",
        "de-an-ban-hoa-thuan",
        id="the-money-of-a-scheme",
    ),
    pytest.param(
        "Bản nắm Chỉ thị số 14-CT/TU về hòa giải. Phổ biến Chỉ thị tới từng nhà.",
        "Chỉ thị",
        "14-CT/TU",
        id="to-whom-it-is-made-known",
    ),
    pytest.param(
        "Thanh tra tỉnh ra Kết luận thanh tra số 7/KL-TTr. Xã báo cáo việc thực hiện Kết luận"
        " thanh tra về Thanh tra tỉnh.",
        "Kết luận thanh tra",
        "7/KL-TTr",
        id="what-an-inspection-found",
    ),
    pytest.param(
        "Xem Nghị quyết số 3-NQ/ĐU của Ban Chấp hành Đảng bộ xã. Bản làm theo Nghị quyết của Đảng"
        " ủy xã sát với dân.",
        "Nghị quyết của Đảng ủy xã",
        "3-NQ/ĐU",
        id="a-committee-is-its-board",
    ),
    pytest.param(
        "Xem Thông tư số 6/2020/TT-VPCP của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ. Mẫu theo"
        " Thông tư của Văn phòng Chính phủ.",
        "Thông tư của Văn phòng Chính phủ",
        "6/2020/TT-VPCP",
        id="of-an-office",
    ),
    pytest.param(
        "Xem Nghị quyết Đại hội Đảng bộ xã lần thứ XX. Chỉ tiêu Nghị quyết Đại hội Đảng bộ xã đề"
        " ra đã đạt.",
        "Nghị quyết Đại hội Đảng bộ xã",
        "nghi-quyet-dai-hoi-dang-bo-xa-lan-thu-xx",
        id="a-congress-without-its-ordinal",
    ),
    pytest.param(
        'Xã có Đề án "Bản hòa thuận". Vốn làm theo Kế hoạch này và Đề án, rồi báo cáo.',
        "Đề án",
        "de-an-ban-hoa-thuan",
        id="beside-a-certain-document",
    ),
    pytest.param(
        "Xem Kế hoạch số 12/KH-UBND. Từ khi tỉnh ban hành Kế hoạch, các bản đều họp.",
        "Kế hoạch",
        "12/KH-UBND",
        id="since-it-came-out",
    ),
]


@pytest.mark.parametrize(("body", "words", "document"), SHORT)
def test_short_reference(body: str, words: str, document: str) -> None:
    reading = reading_of(in_body(body))
    assert quotes(reading, "backref") == [words]
    assert mention_of(reading, words).document == document


def test_above_holds_for_both_of_a_pair() -> None:
    body = "Xem Chỉ thị số 14-CT/TU và Quy định số 9-QĐ/TU. Chỉ thị và Quy định nêu trên rất rõ."
    reading = reading_of(in_body(body))
    assert quotes(reading, "backref") == ["Chỉ thị", "Quy định nêu trên"]


def test_above_reaches_over_sections_where_one_can_be_meant() -> None:
    body = "Xem Kết luận số 31-KL/TU.\n\nII. Kiến nghị\n\nXã làm tiếp Kết luận nêu trên."
    reading = reading_of(in_body(body))
    assert mention_of(reading, "Kết luận nêu trên").document == "31-KL/TU"


NOT_SHORT = [
    pytest.param(
        "Xem Kế hoạch số 12/KH-UBND. Bộ Kế hoạch và Đầu tư đã họp.", id="name-of-a-ministry"
    ),
    pytest.param(
        "Xem Chương trình số 09-CTr/HU. Xã duyệt kịch bản Chương trình trước giờ diễn.", id="show"
    ),
    pytest.param(
        "Xem Chương trình số 09-CTr/HU. Tiền cho Chương trình đúng mục đích.", id="plain-work"
    ),
    pytest.param(
        "Xem Thông tư liên tịch số 12/2014/TTLT-BTP-BNV. Làm theo Thông tư, Thông tư liên tịch.",
        id="list-of-kinds",
    ),
    pytest.param("Xem Luật Hòa giải ở cơ sở. Làm theo quy định của Luật ……", id="blank-of-a-form"),
    pytest.param(
        "Xem Nghị quyết số 05-NQ/TU về du lịch. Có Nghị quyết của Tỉnh ủy về lễ hội.",
        id="title-of-its-own",
    ),
    pytest.param(
        'Đã có Đề án "Bản hòa thuận" và Đề án "Bản sạch". Đề án được khen.', id="two-of-a-type"
    ),
    pytest.param(
        "Xem Nghị quyết số 3-NQ/TU và Nghị quyết số 4-NQ/TU. Xã học hai nghị quyết nói trên.",
        id="a-number-of-them-in-words",
    ),
    pytest.param(
        "Xem Nghị quyết Đại hội Đảng bộ xã lần thứ XX. Xã học Nghị quyết Đại hội Đảng bộ xã lần"
        " thứ XXI và Nghị quyết Đại hội Đảng các cấp.",
        id="another-congress",
    ),
    pytest.param(
        "Xem Hướng dẫn số 5-HD/TW. Xã làm theo Hướng dẫn của Ban Tổ chức Trung ương.",
        id="of-a-body-with-other-letters",
    ),
    pytest.param(
        "Xem Chương trình số 09-CTr/HU. Đã giao xong Chương trình năm 2023.", id="plan-of-a-year"
    ),
    pytest.param(
        "Xem Quyết định số 7/QĐ-UBND về thư viện. Xã mua sách theo Quyết định của Giám đốc Sở.",
        id="of-a-body-that-no-document-names",
    ),
    pytest.param(
        "Xem Nghị quyết số 3-NQ/TU của Ban Chấp hành Đảng bộ tỉnh. Xã học Nghị quyết của Ban"
        " Thường vụ Tỉnh ủy.",
        id="a-bureau-is-not-the-board",
    ),
    pytest.param(
        "Xem Nghị quyết số 30/2022/QH15. Trừ khi luật, nghị quyết của Quốc hội nói khác.",
        id="kinds-in-lower-case",
    ),
]


@pytest.mark.parametrize("body", NOT_SHORT)
def test_no_short_reference(body: str) -> None:
    assert quotes(reading_of(in_body(body)), "backref") == []


def test_what_a_table_asks_for_is_no_reference() -> None:
    table = (
        "| TT | Việc | Chủ trì | Văn bản |\n|---|---|---|---|\n"
        "| 1 | Sửa Quyết định số 15/2022/QĐ-UBND | Sở Tư pháp | Quyết định của UBND tỉnh |\n"
    )
    assert quotes(reading_of(party_plan("về hòa giải", table)), "backref") == []


def test_definition_means_the_document_that_was_amended() -> None:
    body = (
        "Theo Nghị định số 12/2014/NĐ-CP đã được sửa đổi bởi Nghị định số 69/2025/NĐ-CP (sau đây "
        "gọi tắt là Nghị định). Các bản theo Điều 7 Nghị định."
    )
    assert mention_of(reading_of(in_body(body)), "Nghị định").document == "12/2014/NĐ-CP"


def test_definition_of_the_text_itself_is_no_other_document() -> None:
    body = "Báo cáo về thi hành Luật Hòa giải ở cơ sở (sau đây gọi chung là Báo cáo) nêu rõ."
    assert quotes(reading_of(in_body(body)), "backref") == []


def test_a_scheme_is_spoken_of_in_every_section() -> None:
    body = 'Xã có Đề án "Bản hòa thuận".\n\nII. KIẾN NGHỊ\n\nĐề nghị rà soát Đề án cho phù hợp.'
    assert mention_of(reading_of(in_body(body)), "Đề án").document == "de-an-ban-hoa-thuan"


def test_a_resolution_is_not() -> None:
    body = "Xem Nghị quyết số 3-NQ/TU.\n\nII. KIẾN NGHỊ\n\nĐề nghị rà soát Nghị quyết cho phù hợp."
    assert quotes(reading_of(in_body(body)), "backref") == []


def test_each_of_two_types_with_bodies_behind() -> None:
    body = (
        "Xem Nghị quyết số 3-NQ/TU của Tỉnh ủy và Chỉ thị số 5/CT-UBND của UBND tỉnh.\n\n"
        "Làm theo Nghị quyết của Tỉnh ủy và Chỉ thị của UBND tỉnh."
    )
    assert quotes(reading_of(in_body(body)), "backref") == [
        "Nghị quyết của Tỉnh ủy",
        "Chỉ thị của UBND tỉnh",
    ]


def test_within_what_is_attached_its_type_word_means_itself() -> None:
    text = decision(
        "Ban hành Quy chế họp tổ hòa giải ở bản",
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế họp tổ hòa giải ở bản.\n\n"
        "Điều 2. Các xã thực hiện Quy chế, rồi báo cáo.\n\nCHỦ TỊCH\n\n"
        "QUY CHẾ\nHọp tổ hòa giải ở bản\n"
        "(Ban hành kèm theo Quyết định số 45/2022/QĐ-UBND ngày 10 tháng 10 năm 2022)\n\n"
        "Điều 1. Bản nào không theo Quy chế thì xã nhắc. Xem Nghị định số 15/2014/NĐ-CP.\n\n"
        "Điều 2. Các bản thực hiện Quy chế, Nghị định nêu trên.",
    )
    reading = reading_of(text)
    attached = text.index("QUY CHẾ")
    backward = [mention for mention in reading.mentions if mention.tier.value == "backref"]
    assert [mention.span.of(reading.source) for mention in backward] == [
        "Quy chế",
        "Nghị định nêu trên",
    ]
    assert backward[0].span.start < attached


@pytest.mark.parametrize(
    ("issuer", "found"),
    [
        pytest.param("Huyện ủy", ["Kế hoạch của Huyện ủy"], id="the-body-above-it"),
        pytest.param("Ủy ban Kiểm tra", [], id="its-own"),
    ],
)
def test_the_plan_of_another_body_of_its_level(issuer: str, found: list[str]) -> None:
    text = party_plan(
        "về kiểm tra", f"Xem Kế hoạch số 70-KH/HU của Huyện ủy. Chi bộ gửi Kế hoạch của {issuer}."
    )
    text = text.replace("HUYỆN ỦY PHONG THỔ", "HUYỆN ỦY PHONG THỔ\nỦY BAN KIỂM TRA").replace(
        "88-KH/HU", "88-KH/UBKTHU"
    )
    assert quotes(reading_of(text), "backref") == found


def test_a_text_is_about_what_its_title_names() -> None:
    text = party_plan(
        'về kinh phí của Đề án "Bản hòa thuận"',
        "1. Xã còn Đề án 06.\n\n2. Thời hạn của Đề án là năm 2025.",
    )
    assert mention_of(reading_of(text), "Đề án").document == "de-an-ban-hoa-thuan"


@pytest.mark.parametrize(
    ("between", "found"),
    [
        pytest.param("", ["Kết luận nêu trên"], id="what-the-text-is-about"),
        pytest.param("Xem Kết luận số 31-KL/TU.\n\n", [], id="or-what-it-named-last"),
    ],
)
def test_above_in_another_paragraph(between: str, found: list[str]) -> None:
    text = party_plan(
        "thực hiện Kết luận số 69-KL/TU",
        f"Xã học Kết luận số 69-KL/TU.\n\n{between}Bản làm tiếp Kết luận nêu trên.",
    )
    assert quotes(reading_of(text), "backref") == found
