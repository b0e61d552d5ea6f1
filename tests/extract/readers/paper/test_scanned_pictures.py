"""What the picture of a page says beside what OCR reads: dirt, strokes, hyphens, a second look."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from extract.readers.ocr import unsure_words
from extract.readers.ocr.cleaning import without_fields, without_specks
from extract.readers.ocr.hyphen_rows import dashed_lines, without_what_stands_there
from extract.readers.ocr.numerals import with_whole_numerals
from extract.readers.ocr.pixels import Pixels, image_of, pixels_of
from extract.readers.ocr.unsure_words import with_second_look
from extract.readers.paper.words import Word, run_of

SCALE = 200 / 72


def _paper(width: int = 600, height: int = 400) -> Image.Image:
    return Image.new("L", (width, height), 255)


def _specked(number: int, size: int = 2) -> Pixels:
    page = _paper()
    dice = random.Random(7)
    for _ in range(number):
        left, top = dice.randrange(20, 580), dice.randrange(60, 380)
        page.paste(0, (left, top, left + size, top + size))
    page.paste(0, (20, 20, 24, 24))
    return pixels_of(page, SCALE)


@pytest.mark.parametrize(
    ("picture", "clean"),
    [
        pytest.param(_specked(120), True, id="dirt-of-two-pixels"),
        pytest.param(_specked(120, size=4), False, id="as-large-as-the-point-of-an-i"),
        pytest.param(_specked(2), False, id="a-few-are-no-dirt"),
        pytest.param(Pixels(9, 9, bytes(81), 1.0), False, id="coarse-pixels"),
    ],
)
def test_specks_are_taken_from_a_dirty_page_alone(picture: Pixels, *, clean: bool) -> None:
    found = without_specks(picture)
    assert (found is not picture) is clean
    if clean:
        left = image_of(found)
        assert left.crop((0, 60, 600, 400)).histogram()[0] < 60  # those that touch another
        assert left.crop((20, 20, 24, 24)).histogram()[0] == 16


def test_what_stands_in_fields_is_not_shown() -> None:
    picture = pixels_of(Image.new("L", (100, 100), 0), 2.0)
    left = image_of(without_fields(picture, [Word(10, 20, 30, 25, "24.04.2026", field=True)]))
    assert left.crop((20, 40, 60, 50)).getextrema() == (255, 255)
    assert left.histogram()[0] > 9000
    assert without_fields(picture, ()) is picture


def _printed(shapes: str) -> Pixels:
    """Strokes of letters: "I" narrow, "X" and "V" wide, "-" low, ")" narrow."""
    page = _paper(400, 60)
    draw = ImageDraw.Draw(page)
    left = 10
    for shape in shapes:
        if shape == "-":
            draw.line((left, 28, left + 8, 28), fill=0, width=3)
        elif shape in "I)":
            draw.line((left + 4, 16, left + 4, 40), fill=0, width=4)
        else:
            draw.line((left, 16, left + 24, 40), fill=0, width=3)
            draw.line((left + 24, 16, left, 40), fill=0, width=3)
        left += 14 if shape in "I)-" else 30
    return pixels_of(page, 1.0)


NUMERALS = [
    pytest.param("II-", "III-", "III-", id="one-stroke-was-lost"),
    pytest.param("I", "I", "I", id="all-there"),
    pytest.param("XI)", "XII)", "XII)", id="a-bracket-is-no-stroke"),
    pytest.param("XH)", "XII)", "XII)", id="two-strokes-read-as-one-letter"),
    pytest.param("L.", "I", "I.", id="a-stroke-read-as-l"),
    pytest.param("L.", "X", "L.", id="a-wide-letter-stays"),
    pytest.param("IL", "IX", "IL", id="no-numeral-comes-out"),
    pytest.param("V-", "XX-", "V-", id="a-wide-letter-was-lost"),
    pytest.param("1.", "II", "1.", id="digits-are-none"),
    pytest.param("II", "IIII", "II", id="four-strokes-are-no-numeral"),
    pytest.param("VI", "", "VI", id="nothing-to-be-seen"),
]


@pytest.mark.parametrize(("read", "printed", "expected"), NUMERALS)
def test_strokes_of_a_numeral_are_counted(read: str, printed: str, expected: str) -> None:
    word = Word(5, 10, 390, 50, read)
    assert [
        [each.text for each in line] for line in with_whole_numerals(_printed(printed), [[word]])
    ] == [[expected]]


def _dashes(number: int, length: int = 9, gap: int = 5, *, beside: bool = False) -> Pixels:
    page = _paper()
    for index in range(number):
        left = 50 + index * (length + gap)
        page.paste(0, (left, 100, left + length, 103))
        if beside:
            page.paste(0, (left, 106, left + length, 114))
    return pixels_of(page, SCALE)


DASHES = [
    pytest.param(_dashes(7), ["-------"], id="a-line"),
    pytest.param(_dashes(4), [], id="too-few"),
    pytest.param(_dashes(1, length=200), [], id="a-rule"),
    pytest.param(_dashes(9, length=3), [], id="points"),
    pytest.param(_dashes(9, length=4, gap=4), [], id="larger-points-of-a-dotted-line"),
    pytest.param(_dashes(9, beside=True), [], id="more-print-below"),
]


@pytest.mark.parametrize(("picture", "expected"), DASHES)
def test_lines_of_hyphens(picture: Pixels, expected: list[str]) -> None:
    assert [run.text for run in dashed_lines(picture)] == expected


def test_what_ocr_made_of_hyphens_goes_and_words_stay() -> None:
    lines = dashed_lines(_dashes(7))
    signs, words = (run_of([Word(20, 33, 50, 41, text)]) for text in ("—-", "Số"))
    assert list(without_what_stands_there([signs, words], lines)) == [words]


SECOND = [
    pytest.param(("ĐĂNG", 0.0), [("ĐẢNG", 0.95)], ("ĐẢNG", 0.95), id="surer"),
    pytest.param(("ĐĂNG", 0.9), [("ĐẢNG", 0.95)], ("ĐĂNG", 0.9), id="was-sure-before"),
    pytest.param(("ĐĂNG", 0.6), [("ĐẢNG", 0.65)], ("ĐĂNG", 0.6), id="hardly-surer"),
    pytest.param(("ĐĂNG", 0.1), [("ĐẢ", 0.9), ("NG", 0.9)], ("ĐĂNG", 0.1), id="two-words"),
    pytest.param(("ĐĂNG", 0.1), [], ("ĐĂNG", 0.1), id="nothing"),
    pytest.param(("22-QĐÐ/TW", 0.1), [("29-QĐ/TW", 0.9)], ("22-QĐÐ/TW", 0.1), id="another-digit"),
    pytest.param(("22-QĐÐ/TW", 0.1), [("22-QĐ/TW", 0.9)], ("22-QĐ/TW", 0.1), id="the-same-digits"),
    pytest.param(("TOI", 0.1), [("701", 0.9)], ("TOI", 0.1), id="a-digit-for-a-letter"),
]


@pytest.mark.parametrize(("first", "again", "expected"), SECOND)
def test_the_surer_of_two_looks_is_taken(
    monkeypatch: pytest.MonkeyPatch,
    first: tuple[str, float],
    again: Sequence[tuple[str, float]],
    expected: tuple[str, float],
) -> None:
    border = 30 / (2 * SCALE)
    wide = 40 / max(1, len(again))
    seen = [
        Word(
            border + 4 + wide * at,
            border + 4,
            border + 4 + wide * (at + 1),
            border + 14,
            text,
            confidence=sure,
        )
        for at, (text, sure) in enumerate(again)
    ]
    monkeypatch.setattr(unsure_words, "lines_in", lambda _, segmentation: [seen])
    word = Word(50, 50, 90, 60, first[0], confidence=first[1])
    beside = Word(100, 50, 130, 60, "và")
    (line,) = with_second_look(pixels_of(_paper(), SCALE), [[word, beside]])
    assert [(each.text, each.confidence) for each in line] == [expected, ("và", 1.0)]
    assert line[0][:4] == word[:4]


@given(
    st.lists(
        st.tuples(*[st.floats(-50, 700)] * 4, st.text("IVXHL-.)1a/", min_size=1), st.floats(0, 1)),
        min_size=1,
        max_size=6,
    ),
    st.binary(min_size=1200, max_size=1200),
)
def test_whatever_ocr_says_of_places_nothing_breaks(
    said: list[tuple[float, float, float, float, str, float]], pixels: bytes
) -> None:
    picture = Pixels(40, 30, pixels, SCALE)
    words = [
        Word(left, top, right, bottom, text, confidence=sure)
        for left, top, right, bottom, text, sure in said
    ]
    cleaned = without_specks(picture)
    assert len(cleaned.pixels) == 1200
    assert len(with_whole_numerals(cleaned, [words])[0]) == len(words)
    assert all(run.text.strip("-") == "" for run in dashed_lines(cleaned))
