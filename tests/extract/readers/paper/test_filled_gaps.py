"""Lines whose Vietnamese letters are printed afterwards, into gaps, as programs do it that have to
take them from another font."""

import re
from itertools import groupby

import pytest
from reportlab.pdfbase import pdfmetrics

from extract.readers.paper.filled_gaps import in_place
from extract.readers.paper.words import Word
from extract.readers.pdf import read_pdf
from extract.readers.protocol import Limits, OcrUse
from tests.extract.readers.paper.printed import LEFT, SIZE, Printer, printed

LINES = [
    pytest.param("HUYỆN ỦY PHONG THỔ", id="a letter within a word, before it, behind it"),
    pytest.param("Phong Thổ, ngày 20 tháng 8 năm 2023", id="a comma behind the gap"),
    pytest.param("Xong 12 bản", id="the last letter is printed first of all that were left out"),
    pytest.param("được ở mọi chi bộ", id="two letters in one gap, and a word of nothing else"),
    pytest.param("Lưu: VT, 3 bản gửi Sở Nội vụ tỉnh Lai Châu", id="a line that goes on"),
    pytest.param("Ban Dân vận và xã Thèn Sin", id="letters that every font has"),
]


def _afterwards(printer: Printer, line: str) -> None:
    """Print the letters that Latin fonts have, then all the others, each in its place."""
    left, places = LEFT, []
    for letter in line:
        places.append((letter, left))
        left += float(pdfmetrics.stringWidth(letter, "Viet", SIZE))
    for late in (False, True):
        chosen = groupby(places, key=lambda place: (place[0] > "\u00ff") is late)
        for wanted, run in chosen:
            letters = list(run)
            if wanted:
                printer.put("".join(letter for letter, _ in letters), letters[0][1])
    printer.down()


@pytest.mark.parametrize("line", LINES)
def test_letters_stand_in_their_gaps(line: str) -> None:
    def print_all(printer: Printer) -> None:
        printer.put("Dòng trên.", LEFT)
        printer.down()
        _afterwards(printer, line)
        printer.put("Dòng dưới.", LEFT)

    found = read_pdf(printed(print_all), "x.pdf", Limits(ocr=OcrUse.NEVER)).text
    assert re.findall(r"\S.*", found) == ["Dòng trên.", line, "Dòng dưới."]


WORDS = [
    pytest.param(
        [Word(300, 5, 340, 15, "phải"), Word(10, 5, 40, 15, "trái")],
        ["phải", "trái"],
        id="the right column first: nothing is near",
    ),
    pytest.param(
        [Word(10, 5, 40, 15, "trên"), Word(10, 25, 40, 35, "dưới")],
        ["trên", "dưới"],
        id="another line",
    ),
    pytest.param(
        [Word(10, 5, 40, 15, "b"), Word(55, 4, 58, 9, "3"), Word(40, 5, 55, 15, "ản")],
        ["bản", "3"],
        id="the mark of a note stays a word of its own",
    ),
]


@pytest.mark.parametrize(("words", "expected"), WORDS)
def test_words_of_a_line(words: list[Word], expected: list[str]) -> None:
    assert [word.text for word in in_place(words, lambda at: [words[at]])] == expected


def test_a_line_of_very_many_words_is_put_in_order() -> None:
    """What is looked for is found by place: word against word this would take minutes."""
    many = 40_000
    gaps = [Word(20 * at, 5, 20 * at + 9, 15, "a") for at in range(many)]
    late = [Word(20 * at + 9, 5, 20 * at + 19, 15, "b") for at in range(many)]
    (word,) = in_place([*gaps, *late], lambda at: [gaps[at]])
    assert word.text == "ab" * many
