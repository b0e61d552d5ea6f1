"""Pictures of pages made to hurt: what is looked for beside OCR takes little time on any."""

import time
from collections.abc import Sequence

import pytest
from PIL import Image

from extract.readers.ocr import second_look, unsure_words
from extract.readers.ocr.cleaning import without_fields, without_specks
from extract.readers.ocr.hyphen_rows import dashed_lines
from extract.readers.ocr.numerals import with_whole_numerals
from extract.readers.ocr.pixels import Pixels
from extract.readers.ocr.ruled_pictures import strokes_of
from extract.readers.ocr.tesseract import LONGEST_SIDE, ONE_BLOCK, lines_in
from extract.readers.ocr.unsure_words import with_second_look
from extract.readers.paper.page_order import Sheet, page_of
from extract.readers.paper.ruled_tables import tables_of
from extract.readers.paper.words import Word, run_of
from extract.readers.paper.writing import written
from extract.readers.protocol import Reason, UnreadableFileError

pytestmark = pytest.mark.slow

WIDTH, HEIGHT = 827, 1170
SCALE = 200 / 72
MOST_SECONDS = 3.0
"""Ten times what each takes; numerals on black took seven before their strokes had a bound."""
INK, PAPER = b"\0", b"\xff"


def _of_rows(*rows: bytes) -> Pixels:
    """A page on which these rows of pixels come again and again."""
    whole = [(row * (WIDTH // len(row) + 1))[:WIDTH] for row in rows]
    pixels = b"".join(whole[number % len(rows)] for number in range(HEIGHT))
    return Pixels(WIDTH, HEIGHT, pixels, SCALE)


def _numerals(number: int, wide: float, high: float) -> list[list[Word]]:
    """Words all over the page, one on the other where there is no room."""
    across, down = WIDTH / SCALE - wide, HEIGHT / SCALE - high
    places = [(across * (at * 7 % 97) / 97, down * at / number) for at in range(number)]
    return [[Word(left, top, left + wide, top + high, "III")] for left, top in places]


SMALL, LARGE = _numerals(5000, 20, 8), _numerals(300, 70, 70)
HOSTILE = [
    pytest.param(_of_rows(INK), LARGE, id="all-black"),
    pytest.param(_of_rows(INK), SMALL, id="all-black-many-numerals"),
    pytest.param(_of_rows(INK * 3 + PAPER * 4), LARGE, id="bars"),
    pytest.param(_of_rows(INK + PAPER, PAPER + INK), SMALL, id="a-chessboard"),
    pytest.param(_of_rows(INK, PAPER), LARGE, id="rules-without-end"),
    pytest.param(_of_rows(INK * 65 + PAPER * 2), SMALL, id="pieces-of-rules"),
    pytest.param(
        _of_rows(INK * 9 + PAPER * 5, *[PAPER] * 11), SMALL, id="nothing-but-lines-of-hyphens"
    ),
    pytest.param(_of_rows(INK * 2 + PAPER * 5, *[PAPER] * 4), LARGE, id="nothing-but-specks"),
    pytest.param(_of_rows(PAPER), LARGE, id="words-where-nothing-is-printed"),
]


@pytest.mark.parametrize(("picture", "words"), HOSTILE)
def test_hostile_pictures_take_no_time(picture: Pixels, words: list[list[Word]]) -> None:
    begun = time.process_time()
    without_specks(picture)
    dashed_lines(picture)
    tables_of(strokes_of(picture), [word for line in words for word in line])
    assert len(with_whole_numerals(picture, words)) == len(words)
    assert time.process_time() - begun < MOST_SECONDS


def test_behind_more_numerals_than_a_page_has_they_stay_as_they_were_read() -> None:
    page = Image.new("L", (WIDTH, HEIGHT), 255)
    for left in (20, 30, 40):
        page.paste(0, (left, 20, left + 3, 60))
    picture = Pixels(WIDTH, HEIGHT, page.tobytes(), 1.0)
    word = Word(10, 10, 50, 70, "II.")
    found = [line[0].text for line in with_whole_numerals(picture, [[word]] * 2000)]
    assert found[:100] == ["III."] * 100
    assert found[-1] == "II."


FAR = [
    pytest.param((1e11, 20, 2e11, 30), id="right-of-the-page"),
    pytest.param((-3e38, -3e38, 3e38, 3e38), id="all-over-it-and-more"),
    pytest.param((60, 40, 20, 10), id="ends-before-it-begins"),
]


@pytest.mark.parametrize("box", FAR)
def test_a_field_may_stand_anywhere(box: tuple[float, float, float, float]) -> None:
    """What fuzzing has found: files say of fields and words that they stand beyond any page."""
    picture = Pixels(100, 100, INK * 10_000, 1.0)
    field = Word(*box, "24.04.2026", field=True)
    assert len(without_fields(picture, [field]).pixels) == 10_000
    runs = [run_of([field]), run_of([Word(10, 10, 50, 20, "Số:")])]
    told = written([page_of(Sheet(tuple(runs), (), 100, 100, recognised=True), set())])
    assert sorted(told.text.split()) == ["24.04.2026", "Số:"]


def _large(height: float) -> list[list[Word]]:
    """Lines as high as lines are looked at, across a page of 1200 dots an inch."""
    return [[Word(0, 40 * at, 300, 40 * at + height, "chữ", confidence=0.1)] for at in range(40)]


def test_a_second_look_is_never_larger_than_tesseract_takes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[Pixels] = []

    def looked(picture: Pixels, *, segmentation: int) -> list[list[Word]]:
        assert segmentation == ONE_BLOCK
        seen.append(picture)
        return []

    monkeypatch.setattr(unsure_words, "lines_in", looked)
    monkeypatch.setattr(second_look, "lines_in", looked)
    high = Pixels(500, 27_000, PAPER * (500 * 27_000), 1200 / 72)
    lines = _large(36)
    assert with_second_look(high, lines) == lines
    wide = Pixels(17_000, 200, PAPER * (17_000 * 200), SCALE)
    line = [Word(0, 10, 17_000 / SCALE, 22, "Số69KLTU", confidence=0.1)]
    assert with_second_look(wide, [line]) == [line]
    assert second_look.with_own_number(wide, [run_of(line)], 72) == [run_of(line)]
    assert [max(each.width, each.height) <= LONGEST_SIDE for each in seen] == [True]


@pytest.mark.parametrize("size", [(LONGEST_SIDE + 1, 1), (1, LONGEST_SIDE + 1)])
def test_a_picture_that_tesseract_does_not_take_is_too_large(size: Sequence[int]) -> None:
    width, height = size
    with pytest.raises(UnreadableFileError) as refused:
        lines_in(Pixels(width, height, PAPER * (width * height), 1.0))
    assert refused.value.reason == Reason.TOO_LARGE
