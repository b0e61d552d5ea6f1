"""Texts made to hurt: whatever is repeated, the time stays in proportion to ordinary text."""

import time

import pytest

from extract import Reading
from tests.extract.texts import reading_of

pytestmark = pytest.mark.slow

WHOLE = 1_000_000
PART = 150_000
"""Enough to tell a quadratic from a line, where a megabyte of each would take minutes."""
AT_MOST = 40.0
"""Pieces such as "Luật " hold forty times the words of prose; a bad pattern costs thousands."""

PARAGRAPHS = (
    "Thực hiện Kế hoạch số {0}-KH/HU, ngày 12/5/2022 của Huyện ủy về công tác hòa giải, các chi bộ "
    "đã họp với người dân, nghe ý kiến của tổ trưởng và phân công đảng viên theo dõi từng bản.",
    "Ủy ban nhân dân huyện giao Phòng Tư pháp mở lớp bồi dưỡng theo Quyết định số {0}/QĐ-UBND ngày "
    "02/3/2021; tài liệu do huyện in, mỗi bản được phát hai bộ và một cuốn sổ ghi việc đã hòa "
    "giải.",
    "Mùa mưa năm nay đường vào nhiều bản bị sạt, việc đi lại khó khăn nhưng các buổi họp vẫn đủ "
    "người; bà con góp ngày công sửa đường, dựng lại nhà họp và trồng thêm tre dọc suối.",
    "- Căn cứ Luật Hòa giải ở cơ sở và Nghị định số {0}/2014/NĐ-CP của Chính phủ, các bản bầu "
    "lại tổ "
    "trưởng, lập danh sách gửi xã trước ngày cuối quý.",
)


def ordinary(size: int) -> str:
    """Prose as reports hold it, about one reference in two hundred and fifty letters."""
    rounds = size // sum(map(len, PARAGRAPHS)) + 1
    lines = [
        paragraph.format(number * len(PARAGRAPHS) + index + 1)
        for number in range(rounds)
        for index, paragraph in enumerate(PARAGRAPHS)
    ]
    return "\n".join(lines)[:size]


def seconds_for(text: str) -> tuple[float, Reading]:
    started = time.process_time()
    reading = reading_of(text)
    return time.process_time() - started, reading


@pytest.fixture(scope="module")
def seconds_per_letter() -> float:
    """What ordinary text costs in this run."""
    reading_of(ordinary(20_000))
    return seconds_for(ordinary(PART))[0] / PART


MEGABYTES = [
    pytest.param("1234567890", id="digits"),
    pytest.param("ABCDEFGHIĐ", id="capitals"),
    pytest.param("/", id="slashes"),
    pytest.param('"', id="quotation-marks"),
    pytest.param("()", id="brackets"),
    pytest.param("(", id="opening-brackets"),
    pytest.param("\n", id="line-ends"),
    pytest.param("Quyết định số ", id="type-word-and-so"),
    pytest.param("Điều 1. ", id="articles-in-a-line"),
    pytest.param("- ", id="item-marks"),
]


@pytest.mark.parametrize("piece", MEGABYTES)
def test_a_megabyte_costs_no_more_than_a_multiple_of_ordinary_text(
    seconds_per_letter: float, piece: str
) -> None:
    check_cost(piece, WHOLE, seconds_per_letter)


def check_cost(piece: str, size: int, seconds_per_letter: float) -> None:
    text = (piece * (size // len(piece) + 1))[:size]
    seconds, reading = seconds_for(text)
    assert seconds <= AT_MOST * size * seconds_per_letter
    assert all(mention.span.end <= size for mention in reading.mentions)


REPEATED = [
    pytest.param("-", id="dashes"),
    pytest.param("“", id="opening-quotation-marks"),
    pytest.param("[1]", id="note-marks"),
    pytest.param("\r\n", id="windows-line-ends"),
    pytest.param(" ", id="spaces"),
    pytest.param("\u200b", id="zero-width-spaces"),
    pytest.param("e\u0302\u0301", id="combining-marks-on-letters"),
    pytest.param("\u0301", id="combining-marks-alone"),
    pytest.param(".", id="dots"),
    pytest.param(", ", id="commas"),
    pytest.param("- \n", id="items-without-words"),
    pytest.param("> ", id="quoting-marks"),
    pytest.param("\n> ", id="quoting-marks-on-lines"),
    pytest.param("<sup>", id="open-tags"),
    pytest.param("<sup>1</sup> ", id="anchors"),
    pytest.param("<sup>1</sup> a\n", id="footnotes"),
    pytest.param("**", id="emphasis"),
    pytest.param("| ", id="table-cells"),
    pytest.param("và các Quyết định số ", id="and-the-decisions"),
    pytest.param("Luật ", id="law"),
    pytest.param("Luật A ", id="law-and-a-letter"),
    pytest.param("Luật Đất đai ", id="a-law-s-name"),
    pytest.param("Luật sửa đổi, bổ sung một số điều của ", id="law-that-changes"),
    pytest.param("Đề án ", id="scheme"),
    pytest.param('Đề án "', id="scheme-and-quotation-mark"),
    pytest.param("Đề án phát triển ", id="scheme-without-end"),
    pytest.param("Chương trình 135 ", id="nickname"),
    pytest.param("Nghị quyết Đại hội ", id="congress"),
    pytest.param("Điều 1. \n", id="articles"),
    pytest.param("Căn cứ ", id="basis"),
    pytest.param("sau đây gọi là ", id="definition"),
    pytest.param(" ban hành kèm theo Quyết định số ", id="issued-with"),
    pytest.param("Kết luận, ", id="short-form"),
    pytest.param("Kết luận của Tỉnh ủy, ", id="short-form-with-issuer"),
    pytest.param("Nghị định trên ", id="back-reference"),
    pytest.param(" hết hiệu lực", id="lapse"),
    pytest.param("thay thế cụm từ ", id="phrase-change"),
    pytest.param("thực hiện ", id="verb"),
    pytest.param(
        f"{'x' * 300} thực hiện Kết luận số 48-KL/TU;\n", id="a-word-without-end-before-a-verb"
    ),
    pytest.param("1-A/B", id="glued-symbols"),
    pytest.param("1-A/B ", id="symbols"),
    pytest.param("A-B/", id="letters-and-marks"),
    pytest.param("2018/", id="years-and-slashes"),
    pytest.param("số 1, 2, 3, ", id="numbers-in-a-list"),
    pytest.param("1, ", id="list-without-symbol"),
    pytest.param("số 1 ", id="bare-numbers"),
    pytest.param("Nghị định 1 ", id="number-behind-type-word"),
    pytest.param("25-NQ/TW ", id="one-number-again-and-again"),
    pytest.param("Nghị quyết số 25-NQ/TW\n", id="one-number-on-lines"),
    pytest.param("Quyết định số 12/2018/QĐ-TTg, ", id="list-of-one-decision"),
    pytest.param("bãi bỏ Quyết định số 12/2018/QĐ-TTg;\n", id="repeals"),
    pytest.param("1) Quyết định số 12/QĐ-UBND\n", id="numbered-items"),
    pytest.param("CỘNG HÒA XÃ HỘI ", id="state-head"),
    pytest.param("Số: ", id="number-label"),
    pytest.param("QUYẾT ĐỊNH\n", id="headings"),
    pytest.param("Nơi nhận:\n", id="recipients"),
    pytest.param("CÔNG BÁO/Số 1\n", id="gazette-heads"),
    pytest.param("Số ….. /", id="room-for-numbers"),
]


@pytest.mark.parametrize("piece", REPEATED)
def test_repetition_costs_no_more_than_a_multiple_of_ordinary_text(
    seconds_per_letter: float, piece: str
) -> None:
    check_cost(piece, PART, seconds_per_letter)


GROWING = [
    pytest.param("Kết luận, ", id="short-form"),
    pytest.param("Đề án phát triển ", id="scheme-without-end"),
    pytest.param("Nghị quyết số 25-NQ/TW\n", id="one-number-on-lines"),
    pytest.param("\n> ", id="quoting-marks-on-lines"),
    pytest.param("Điều 1 quy định như sau: ““a”.\n", id="quotations-that-lack-a-mark"),
]


@pytest.mark.parametrize("piece", GROWING)
def test_time_grows_as_the_text_does(piece: str) -> None:
    reading_of(piece * (30_000 // len(piece)))
    # A busy machine may slow the one and not the other: what grows faster does so each time.
    assert any(grows_as_the_text(piece) for _ in range(3))


def grows_as_the_text(piece: str) -> bool:
    small, large = 30_000, 240_000
    base, _ = seconds_for(piece * (small // len(piece)))
    eight, _ = seconds_for(piece * (large // len(piece)))
    return eight <= 16 * max(base, 0.05)


def different(rounds: int) -> str:
    """Citations, names and definitions that are all different, with short forms that fit many."""
    return "\n".join(
        f"Xem Kết luận số {number}-KL/TU (sau đây gọi là Kết luận {number}) và Đề án phát triển tổ "
        f"hòa giải vùng {number % 40} của tỉnh. Bản học Kết luận {number}, rồi đọc Nghị quyết số "
        f"{number}-NQ/TW ngày 0{number % 9 + 1}/5/{1996 + number % 30}."
        for number in range(1, rounds + 1)
    )


def test_many_different_documents_grow_as_the_text_does() -> None:
    reading_of(different(125))
    base, _ = seconds_for(different(125))
    eight, _ = seconds_for(different(1000))
    assert eight <= 20 * max(base, 0.05)
