"""Short references to a document met before, and what only looks like one."""

import pytest

from tests.extract.texts import decision, mention_of, party_plan, quotes, reading_of

OPENING = (
    "Thực hiện Kết luận số 69-KL/TU, ngày 09/4/2021 của Ban Thường vụ Tỉnh ủy về hòa giải, "
    "Huyện ủy xây dựng kế hoạch như sau:\n"
)

SHORT = [
    pytest.param(
        "Chi bộ học tập Kết luận của Ban Thường vụ Tỉnh ủy tại bản.",
        "Kết luận của Ban Thường vụ Tỉnh ủy",
        id="type-and-issuer",
    ),
    pytest.param(
        "Chi bộ học tập kết luận của Tỉnh ủy tại bản.",
        "kết luận của Tỉnh ủy",
        id="lower-case-with-issuer",
    ),
    pytest.param("Chi bộ học tập Kết luận, sau đó báo cáo.", "Kết luận", id="type-alone"),
    pytest.param("Chi bộ học tập Kết luận trên tại bản.", "Kết luận trên", id="above"),
    pytest.param(
        "Chi bộ học tập Kết luận nêu trên tại bản.", "Kết luận nêu trên", id="stated-above"
    ),
    pytest.param(
        "Chi bộ học tập Luật Đất đai và Kết luận trên tại bản.",
        "Kết luận trên",
        id="above-behind-and",
    ),
]


@pytest.mark.parametrize(("sentence", "words"), SHORT)
def test_short_reference_means_the_document_met_before(sentence: str, words: str) -> None:
    reading = reading_of(party_plan("về hòa giải", OPENING + f"1. {sentence}"))
    assert quotes(reading, "backref") == [words]
    assert mention_of(reading, words).document == "69-KL/TU"


NOT_SHORT = [
    pytest.param("Các Kết luận của Tỉnh ủy rất rõ.", id="plural"),
    pytest.param("Kế hoạch này có hiệu lực ngay.", id="the-document-itself"),
    pytest.param("Chi bộ làm đúng Kế hoạch.", id="own-type-in-capitals"),
    pytest.param("Bảo đảm đúng kết luận của đoàn kiểm tra.", id="common-noun"),
    pytest.param("Xem Chỉ thị của Ban Bí thư.", id="nothing-of-the-type-met-before"),
    pytest.param("Huyện ủy ban hành Kết luận của Thường trực Huyện ủy.", id="another-issuer"),
]


@pytest.mark.parametrize("sentence", NOT_SHORT)
def test_no_short_reference(sentence: str) -> None:
    reading = reading_of(party_plan("về hòa giải", OPENING + f"1. {sentence}"))
    assert quotes(reading, "backref") == []


def test_two_of_a_type_leave_the_type_alone_open() -> None:
    body = OPENING + "1. Xem Kết luận số 31-KL/TU của Tỉnh ủy. Chi bộ học tập Kết luận, rồi họp."
    assert quotes(reading_of(party_plan("về hòa giải", body)), "backref") == []


def test_above_means_the_nearest_of_its_type() -> None:
    text = decision(
        "Về hòa giải",
        "Điều 1. Xem Nghị định số 15/2014/NĐ-CP và Nghị định số 30/2020/NĐ-CP của Chính phủ. "
        "Các bản làm đúng Nghị định trên.",
    )
    assert mention_of(reading_of(text), "Nghị định trên").document == "30/2020/NĐ-CP"


def test_joint_circular_above_is_not_the_circular() -> None:
    text = decision(
        "Về hòa giải",
        "Điều 1. Xem Thông tư liên tịch số 12/2014/TTLT-BTP-BNV và Thông tư số 8/2020/TT-BTP của "
        "Bộ Tư pháp. Các bản làm đúng Thông tư liên tịch nêu trên.",
    )
    found = mention_of(reading_of(text), "Thông tư liên tịch nêu trên")
    assert found.document == "12/2014/TTLT-BTP-BNV"


DEFINED = [
    pytest.param("(sau đây gọi là Kết luận 69)", "Kết luận 69", id="in-brackets"),
    pytest.param(
        '(sau đây gọi tắt là "Kết luận dân vận")', "Kết luận dân vận", id="in-quotation-marks"
    ),
    pytest.param("(dưới đây viết tắt là Kết luận chung)", "Kết luận chung", id="written-short"),
]


@pytest.mark.parametrize(("definition", "form"), DEFINED)
def test_defined_form_means_what_it_was_defined_for(definition: str, form: str) -> None:
    body = (
        f"Thực hiện Kết luận số 69-KL/TU của Tỉnh ủy {definition}, Huyện ủy xây dựng kế hoạch:\n"
        f"1. Mỗi bản đều học {form} trong tháng này."
    )
    reading = reading_of(party_plan("về hòa giải", body))
    last = max(
        (mention for mention in reading.mentions if mention.span.of(reading.source) == form),
        key=lambda mention: mention.span,
    )
    assert last.document == "69-KL/TU"


def test_form_defined_for_the_text_itself_is_no_reference() -> None:
    text = decision(
        "Ban hành Quy chế hòa giải",
        "Điều 1. Quyết định này (sau đây gọi là Quyết định hòa giải) áp dụng cho bản.\n"
        "Điều 2. Mọi bản làm theo Quyết định hòa giải.",
    )
    assert quotes(reading_of(text), "backref") == []
