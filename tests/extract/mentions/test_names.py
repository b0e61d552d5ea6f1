"""References by name: what is one certain document, and where its name ends."""

import pytest

from tests.extract.texts import cited, decision, quotes, reading_of

NAMES = [
    pytest.param("Xem Luật Đất đai.", ["Luật Đất đai"], id="law"),
    pytest.param("Xem Luật Đất đai ngày 26/11/2003.", ["Luật Đất đai"], id="law-with-date"),
    pytest.param("Xem Luật Đất đai năm 2013 và dự án.", ["Luật Đất đai"], id="law-with-year"),
    pytest.param("Xem Bộ luật Lao động.", ["Bộ luật Lao động"], id="code"),
    pytest.param(
        "Xem Pháp lệnh Tín ngưỡng, tôn giáo.", ["Pháp lệnh Tín ngưỡng, tôn giáo"], id="ordinance"
    ),
    pytest.param("Xem Luật Thủ đô, Luật Nhà ở.", ["Luật Thủ đô", "Luật Nhà ở"], id="two-laws"),
    pytest.param(
        "Xem Luật Tổ chức chính quyền địa phương.",
        ["Luật Tổ chức chính quyền địa phương"],
        id="law-in-mixed-case",
    ),
    pytest.param(
        "Xem Luật Hòa giải ở cơ sở và Luật Trẻ em.",
        ["Luật Hòa giải ở cơ sở", "Luật Trẻ em"],
        id="law-that-holds-a-stop-word",
    ),
    pytest.param("Nay theo luật đất đai hiện hành.", [], id="law-as-common-noun"),
    pytest.param("Các luật sư và Luật sư trưởng dự.", [], id="lawyer"),
    pytest.param("Theo Luật này và Luật đó.", [], id="law-that-is-pointed-at"),
    pytest.param(
        "Xem Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013.",
        ["Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013"],
        id="constitution",
    ),
    pytest.param("Xem Điều lệ Đảng.", ["Điều lệ Đảng"], id="party-statutes"),
    pytest.param(
        'Xem Đề án "Nâng cao năng lực tổ hòa giải" của tỉnh.',
        ['Đề án "Nâng cao năng lực tổ hòa giải"'],
        id="scheme-in-quotation-marks",
    ),
    pytest.param(
        "Xem Đề án “Nâng cao năng lực tổ hòa giải” của tỉnh.",
        ["Đề án “Nâng cao năng lực tổ hòa giải”"],
        id="scheme-in-curly-quotation-marks",
    ),
    pytest.param("Xem Đề án 06 của Chính phủ.", ["Đề án 06"], id="nickname-scheme"),
    pytest.param("Xem Chương trình 135 ở bản.", ["Chương trình 135"], id="nickname-programme"),
    pytest.param(
        "Xem Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021 - 2025 ở bản.",
        ["Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021 - 2025"],
        id="national-target-programme",
    ),
    pytest.param(
        "Xem Chiến lược phát triển gia đình Việt Nam đến năm 2030.",
        ["Chiến lược phát triển gia đình Việt Nam đến năm 2030"],
        id="strategy",
    ),
    pytest.param(
        "Xem Nghị quyết Đại hội Đảng bộ huyện lần thứ XX.",
        ["Nghị quyết Đại hội Đảng bộ huyện lần thứ XX"],
        id="congress-of-a-district",
    ),
    pytest.param(
        "Xem Nghị quyết Đại hội XIII của Đảng.",
        ["Nghị quyết Đại hội XIII của Đảng"],
        id="congress-of-the-party",
    ),
    pytest.param(
        "Xem Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng.",
        ["Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"],
        id="congress-in-full",
    ),
    pytest.param(
        "Theo Quy chế làm việc của Tỉnh ủy khóa XV đã họp.",
        ["Quy chế làm việc của Tỉnh ủy khóa XV"],
        id="working-rules-to-their-term",
    ),
    pytest.param(
        "Theo Quy chế làm việc của Ủy ban nhân dân xã được ban hành năm 2022.",
        ["Quy chế làm việc của Ủy ban nhân dân xã"],
        id="working-rules-before-their-making",
    ),
    pytest.param(
        "Theo Quy chế làm việc của Ủy ban nhân dân xã và các quy ước của bản.",
        ["Quy chế làm việc của Ủy ban nhân dân xã"],
        id="working-rules-before-other-rules",
    ),
    pytest.param(
        "Quyết định số 12/2018/QĐ-UBND ban hành Quy chế họp tổ hòa giải và Điều 2 Quyết định số "
        "14/2019/QĐ-UBND.",
        ["Quy chế họp tổ hòa giải"],
        id="issued-rules-before-an-article-of-another",
    ),
    pytest.param(
        "Quyết định số 12/2018/QĐ-UBND ban hành Quy chế họp tổ hòa giải với 40 đại biểu dự.",
        ["Quy chế họp tổ hòa giải"],
        id="issued-rules-before-a-count-of-people",
    ),
    pytest.param(
        "Quyết định số 12/2018/QĐ-UBND ban hành Bảng định mức chi cho tổ hòa giải.",
        ["Bảng định mức chi cho tổ hòa giải"],
        id="issued-table-of-rates",
    ),
    pytest.param(
        'Xem Chiến lược phát triển phong trào "Bản làng đoàn kết" đến năm 2030 ở bản.',
        ['Chiến lược phát triển phong trào "Bản làng đoàn kết" đến năm 2030'],
        id="strategy-that-quotes-a-movement",
    ),
    pytest.param(
        "Xem Kế hoạch hành động quốc gia về hòa giải giai đoạn 2021 - 2030 ở bản.",
        ["Kế hoạch hành động quốc gia về hòa giải giai đoạn 2021 - 2030"],
        id="national-plan-of-action",
    ),
    pytest.param(
        "Xem Điều lệ Công đoàn Việt Nam, Điều lệ Mặt trận Tổ quốc Việt Nam.",
        ["Điều lệ Công đoàn Việt Nam", "Điều lệ Mặt trận Tổ quốc Việt Nam"],
        id="statutes-of-mass-organisations",
    ),
    pytest.param("Xem Luật Thương lượng của nước Pháp.", [], id="law-of-another-country"),
    pytest.param("Nhờ các chương trình, đề án của tỉnh.", [], id="plurals"),
    pytest.param("Bảo đảm tiến độ theo kế hoạch.", [], id="plan-as-common-noun"),
    pytest.param("Lập đề án phát triển cây chè trình huyện.", [], id="scheme-in-lower-case"),
    pytest.param("Nghị quyết đại hội đảng các cấp đã rõ.", [], id="congresses-of-all-levels"),
    pytest.param("Thực hiện tốt Quy chế dân chủ ở cơ sở.", [], id="regulation-as-common-noun"),
    pytest.param("100% bản làm đúng quy ước của bản.", [], id="village-rules"),
    pytest.param("Chương trình này và Đề án trên đã xong.", [], id="pointed-at"),
    pytest.param(
        "Theo Công ước STCW 2010 cho thuyền viên.", ["Công ước STCW 2010"], id="short-treaty"
    ),
    pytest.param(
        "Theo Công ước STCW 78/95, thuyền viên học.", ["Công ước STCW 78/95"], id="two-years"
    ),
    pytest.param(
        "Theo Công ước Biển đảo quốc tế 1982 tại bản.",
        ["Công ước Biển đảo quốc tế 1982"],
        id="treaty-ends-behind-its-year",
    ),
    pytest.param(
        'Thực hiện Quy định "Về giữ gìn nếp nhà", bản họp.',
        ['Quy định "Về giữ gìn nếp nhà"'],
        id="regulation-by-its-title",
    ),
    pytest.param(
        "Lập Đề án thành lập tổ hòa giải ở bản khi được huyện đồng ý.", [], id="one-to-be-approved"
    ),
    pytest.param(
        'Khoản 3: Quy định "Tổ hòa giải họp khi có hai phần ba số người" được làm rõ như sau.',
        [],
        id="words-of-a-provision",
    ),
    pytest.param(
        'Quy định "Bản họp mỗi tháng một lần" được hiểu như sau.', [], id="provision-made-clear"
    ),
    pytest.param("ĐỀ ÁN NÂNG CAO NĂNG LỰC TỔ HÒA GIẢI", [], id="heading-of-a-form"),
    pytest.param(
        "Điều 9. Chương trình phát triển tổ hòa giải quốc gia\n1. Huyện lo.",
        [],
        id="heading-of-an-article",
    ),
    pytest.param(
        "Theo quy định về cỡ lưới ở sông tại Phụ lục II ban hành kèm theo Quyết định số 3/QĐ-UBND.",
        [],
        id="part-of-what-is-attached",
    ),
    pytest.param(
        "Xem Quy chế quản lý lễ hội ban hành theo Quyết định số 4/QĐ-BVHTTDL.",
        ["Quy chế quản lý lễ hội"],
        id="issued-by-a-decision-without-a-word-for-with",
    ),
    pytest.param(
        "QUY CHẾ\nVận hành Hệ thống loa của bản Bo (Ban hành kèm theo Quyết định số 4/QĐ-UBND).",
        [],
        id="what-the-title-below-a-heading-names",
    ),
    pytest.param(
        "PHỤ LỤC\nDanh mục loa của bản Bo (Ban hành kèm theo Quyết định số 4/QĐ-UBND).",
        ["Danh mục loa của bản Bo"],
        id="what-a-title-begins-with",
    ),
    pytest.param(
        "Xem Bộ tiêu chí bản sạch và Bộ tiêu chí bản đẹp năm 2025 ban hành kèm theo Quyết định số"
        " 4/QĐ-UBND.",
        ["Bộ tiêu chí bản đẹp năm 2025"],
        id="two-of-a-type",
    ),
    pytest.param(
        "Quyết định số 4/QĐ-UBND ban hành Bộ tiêu chí và quy trình chấm điểm bản sạch.",
        ["Bộ tiêu chí và quy trình chấm điểm bản sạch"],
        id="one-title-for-two-things",
    ),
    pytest.param(
        'Xem Đề án về "Nước sạch, đường đẹp" của xã.',
        ['Đề án về "Nước sạch, đường đẹp"'],
        id="on-what-is-in-quotation-marks",
    ),
    pytest.param(
        "Xem Đề án «Nước sạch, đường đẹp» của xã.",
        ["Đề án «Nước sạch, đường đẹp»"],
        id="scheme-in-angle-quotation-marks",
    ),
    pytest.param(
        "Xem Quy chế quản lý lễ hội do Bộ Văn hóa, Thể thao và Du lịch ban hành kèm theo Quyết "
        "định số 4/QĐ-BVHTTDL.",
        ["Quy chế quản lý lễ hội"],
        id="name-ends-before-a-maker-with-a-comma",
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_name_is_read(text: str, expected: list[str]) -> None:
    assert quotes(reading_of(f"Mở đầu buổi họp.\n{text}"), "named") == expected


def test_name_and_citation_inside_it_are_both_kept() -> None:
    text = 'Xem Đề án "Làm theo Kết luận số 69-KL/TU ở bản".'
    reading = reading_of(f"Mở đầu.\n{text}")
    assert quotes(reading, "named") == ['Đề án "Làm theo Kết luận số 69-KL/TU ở bản"']
    assert quotes(reading, "numbered") == ["Kết luận số 69-KL/TU"]


ONE_DOCUMENT = [
    pytest.param("Luật Đất đai", "Luật đất đai", id="letter-case"),
    pytest.param("Luật Hòa giải ở cơ sở", "Luật Hoà giải ở cơ sở", id="place-of-the-tone"),
    pytest.param(
        'Đề án "Nâng cao năng lực tổ hòa giải"',
        "Đề án “Nâng cao năng lực tổ hòa giải”",
        id="quotation-marks",
    ),
    pytest.param(
        'Đề án "Nâng cao năng lực tổ hòa giải"',
        'Đề án về "Nâng cao năng lực tổ hòa giải"',
        id="on-what",
    ),
    pytest.param("Điều lệ Đảng Cộng sản Việt Nam", "Điều lệ Đảng", id="charter-cut-short"),
    pytest.param(
        "Nghị quyết Đại hội XIII của Đảng",
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
        id="short-and-full",
    ),
]


@pytest.mark.parametrize(("first", "second"), ONE_DOCUMENT)
def test_two_spellings_are_one_document(first: str, second: str) -> None:
    reading = reading_of(f"Mở đầu.\nXem {first}.\nLại xem {second}.")
    assert cited(reading, first) == cited(reading, second)


TWO_DOCUMENTS = [
    pytest.param("Luật Nhà ở", "Luật Đất đai", id="other-law"),
    pytest.param(
        "Nghị quyết Đại hội Đảng bộ huyện lần thứ XX",
        "Nghị quyết Đại hội Đảng bộ huyện lần thứ XXI",
        id="other-congress",
    ),
    pytest.param(
        "Nghị quyết Đại hội Đảng bộ huyện lần thứ XX",
        "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX",
        id="other-body",
    ),
    pytest.param("Đề án 06", "Đề án 30", id="other-nickname"),
    pytest.param("Bộ luật Dân sự", "Bộ luật Tố tụng dân sự", id="one-name-holds-the-other"),
    pytest.param(
        "Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2016-2020",
        "Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021-2025",
        id="other-period",
    ),
]


@pytest.mark.parametrize(("first", "second"), TWO_DOCUMENTS)
def test_two_names_are_two_documents(first: str, second: str) -> None:
    reading = reading_of(f"Mở đầu.\nXem {first}.\nLại xem {second}.")
    assert cited(reading, first) != cited(reading, second)


def test_name_of_a_law_has_a_type_and_a_title() -> None:
    law = cited(reading_of("Mở đầu.\nXem Bộ luật Lao động."), "Bộ luật Lao động")
    assert (law.type, law.title, law.level.value) == ("Bộ luật", "Bộ luật Lao động", "central")


ANNOUNCED = [
    pytest.param(
        "Điều 1. Ban hành Quy định về họp tổ hòa giải thay thế Quyết định số 5/2006/QĐ-UBND.",
        ["Quy định về họp tổ hòa giải"],
        id="ends-before-what-it-replaces",
    ),
    pytest.param("Phê duyệt phương án giao vườn cấp bản.", [], id="task-in-a-list"),
    pytest.param(
        "Điều 1. Phê duyệt phương án giao vườn cấp bản.",
        ["phương án giao vườn cấp bản"],
        id="lower-case-in-an-article",
    ),
    pytest.param(
        "Xem Quyết định số 3/QĐ-UBND ban hành Quy định thuê hội trường của bản đến ngày "
        "31/12/2025.",
        ["Quy định thuê hội trường của bản"],
        id="a-day-until-which-it-holds",
    ),
    pytest.param(
        "Xem Quyết định số 3/QĐ-UBND ban hành Kế hoạch trực hội trường từ ngày 01/12/2025 đến ngày "
        "31/12/2025.",
        ["Kế hoạch trực hội trường từ ngày 01/12/2025 đến ngày 31/12/2025"],
        id="days-from-which-to-which",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ANNOUNCED)
def test_what_a_decision_issues_is_named(text: str, expected: list[str]) -> None:
    reading = reading_of(decision("về việc chăm sóc tổ hòa giải", text))
    assert quotes(reading, "named") == expected


def test_forms_of_a_circular_issue_nothing() -> None:
    form = "Quyết định ban hành Kế hoạch thăm tổ hòa giải"
    text = decision("quy định về biểu mẫu", form)
    circular = text.replace("QUYẾT ĐỊNH", "THÔNG TƯ").replace("QĐ-UBND", "TT-BTP")
    assert quotes(reading_of(circular), "named") == []


def test_a_long_name_ends_with_a_whole_word() -> None:
    name = "Quy định về họp tổ hòa giải " + "ở bản làng xa xôi hẻo lánh " * 20
    (quote,) = quotes(reading_of(decision("về tổ", f"Điều 1. Ban hành {name}")), "named")
    assert name.startswith(f"{quote} ")


def test_a_programme_for_a_congress_is_not_the_resolution_of_it() -> None:
    programme = "Chương trình hành động của huyện thực hiện Nghị quyết Đại hội Đảng lần thứ X"
    reading = reading_of(f"Mở đầu.\nQuyết định số 3/QĐ-BTS ban hành {programme}.")
    assert cited(reading, programme) != cited(reading, "Nghị quyết Đại hội Đảng lần thứ X")


def test_a_scheme_of_another_province_has_no_identity_of_its_own() -> None:
    text = decision("về tổ", "Điều 1. Xem Đề án dạy nghề nông thôn của tỉnh Bắc Ninh ở xa.")
    scheme = cited(reading_of(text), "Đề án dạy nghề nông thôn của tỉnh Bắc Ninh ở xa")
    assert scheme.id is None


@pytest.mark.parametrize(
    ("text", "words", "term"),
    [
        pytest.param(
            "Xem Nghị quyết Trung ương 4 khóa XII.",
            "Nghị quyết Trung ương 4 khóa XII",
            "XII",
            id="plenum",
        ),
        pytest.param(
            "Xem Quy chế làm việc của Ban Bí thư khóa XIII.",
            "Quy chế làm việc của Ban Bí thư khóa XIII",
            "XIII",
            id="working-rules",
        ),
        pytest.param(
            "Theo Quy định thi hành Điều lệ Đảng của Ban Chấp hành Trung ương khóa XIII.",
            "Điều lệ Đảng",
            "",
            id="the-committee-has-not-issued-the-charter",
        ),
    ],
)
def test_term_of_a_named_document(text: str, words: str, term: str) -> None:
    assert cited(reading_of(f"Mở đầu buổi họp.\n{text}"), words).term == term
