"""Words that OCR has read are put in order, and what it cannot know stays open."""

from collections.abc import Sequence

import pytest
from PIL import Image, ImageDraw

from extract.readers.ocr import scanned_page, second_look
from extract.readers.ocr.handwriting import unconfirmed, without_guesses
from extract.readers.ocr.pixels import Pixels
from extract.readers.ocr.printed_lines import runs_of_lines
from extract.readers.ocr.ruled_pictures import strokes_of
from extract.readers.ocr.tesseract import lines_of_table
from extract.readers.paper.page_order import Sheet, page_of
from extract.readers.paper.words import Run, Word, run_of
from extract.readers.paper.writing import written
from extract.text.source import Span


def _table(words: Sequence[tuple[int, int, int, int, str]]) -> str:
    """The table that tesseract prints of words: number of the line, left, top, right, text."""
    rows = ["level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight"]
    rows += [
        f"5\t1\t1\t1\t{line}\t1\t{left}\t{top}\t{right - left}\t30\t90\t{text}"
        for line, left, top, right, text in words
    ]
    return "\n".join(rows)


TABLES = [
    pytest.param(
        [(1, 100, 50, 160, "THỦ"), (1, 170, 50, 260, "TƯỚNG"), (1, 300, 50, 390, "CỘNG")],
        ["THỦ TƯỚNG", "CỘNG"],
        id="a-gap-wider-than-the-others-parts-columns",
    ),
    pytest.param(
        [(1, 100, 50, 160, "a"), (1, 190, 50, 240, "b"), (1, 270, 50, 330, "c")],
        ["a b c"],
        id="gaps-of-a-line-set-to-both-margins-do-not",
    ),
    pytest.param([(1, 100, 50, 200, "QUYÉT")], ["QUYẾT"], id="no-plain-e-behind-y"),
    pytest.param([(1, 100, 50, 200, "VIÊT")], ["VIÊT"], id="another-accent-stays"),
    pytest.param([(1, 100, 50, 200, "nghé")], ["nghé"], id="e-at-the-end-of-a-word-stays"),
    pytest.param([(1, 100, 50, 200, "QÐ-UBND")], ["QĐ-UBND"], id="eth-is-d-with-stroke"),
    pytest.param([(1, 100, 50, 200, "77/QĐĐ-UBND")], ["77/QĐ-UBND"], id="a-letter-read-twice"),
    pytest.param(
        [(1, 100, 50, 200, "217-QĐĐ/TW")], ["217-QĐ/TW"], id="a-letter-read-twice-before-a-slash"
    ),
    pytest.param([(1, 100, 50, 200, "5/TB-ĐĐBQH")], ["5/TB-ĐĐBQH"], id="two-letters-of-a-body"),
    pytest.param([(1, 100, 50, 200, "Xã|")], ["Xã"], id="the-rule-of-a-table"),
    pytest.param([(1, 100, 50, 200, "~")], [], id="a-spot"),
]


@pytest.mark.parametrize(("words", "expected"), TABLES)
def test_words_of_ocr(words: list[tuple[int, int, int, int, str]], expected: list[str]) -> None:
    runs = runs_of_lines(list(lines_of_table(_table(words), 2.0)))
    assert [run.text for run in runs] == expected


def _run(text: str, sure: Sequence[float] = (), top: float = 100.0) -> Run:
    left = 100.0
    words: list[Word] = []
    for index, part in enumerate(text.split(" ")):
        confidence = sure[index] if index < len(sure) else 0.95
        words.append(Word(left, top, left + 6 * len(part), top + 12, part, confidence=confidence))
        left += 6 * len(part) + 4
    return run_of(words)


GUESSES = [
    pytest.param("Số: 707/QĐ-TTg", (), "Số: 707/QĐ-TTg", id="a-number-surely-read-stays"),
    pytest.param("Số: T01 /QĐ-TTg", (0.9, 0.4), "Số: … /QĐ-TTg", id="handwriting"),
    pytest.param("Số: 7o7/QĐ-TTg", (0.9, 0.9), "Số: …/QĐ-TTg", id="no-number-at-all"),
    pytest.param("Số: 12/QĐ-TTg", (0.9, 0.4), "Số: …/QĐ-TTg", id="unsure-with-its-symbol"),
    pytest.param("Số: 45/2022/QĐ-UBND", (), "Số: 45/2022/QĐ-UBND", id="the-year-is-of-the-number"),
    pytest.param("Số: 1 2 /QĐ-TTg", (0.9, 0.3, 0.3), "Số: … /QĐ-TTg", id="in-two-pieces"),
    pytest.param("Số: /QĐ-TTg", (), "Số: /QĐ-TTg", id="a-blank-stays-blank"),
    pytest.param("Số điện thoại 12", (0.9, 0.9, 0.2), "Số điện thoại 12", id="no-symbol"),
    pytest.param(
        "Hà Nội, ngày82tháng 4 năm 2026",
        (),
        "Hà Nội, ngày … tháng 4 năm 2026",
        id="no-month-has-82-days",
    ),
    pytest.param(
        "Hà Nội, ngày 22 tháng 4 năm 2026",
        (0.9, 0.9, 0.9, 0.5),
        "Hà Nội, ngày … tháng 4 năm 2026",
        id="a-day-by-hand",
    ),
    pytest.param(
        "Hà Nội, ngày22tháng 4 năm 2026",
        (),
        "Hà Nội, ngày 22 tháng 4 năm 2026",
        id="a-day-glued-to-its-words",
    ),
]


@pytest.mark.parametrize(("line", "sure", "expected"), GUESSES)
def test_what_is_guessed_stays_open(line: str, sure: Sequence[float], expected: str) -> None:
    assert [run.text for run in without_guesses([_run(line, sure)], 800)] == [expected]


SPOTS = [
    pytest.param("j QUYẾT ĐỊNH", "QUYẾT ĐỊNH", id="a-small-letter-before-a-title"),
    pytest.param("A QUYẾT ĐỊNH", "A QUYẾT ĐỊNH", id="a-capital-is-a-word"),
    pytest.param("ở Hà Nội", "ở Hà Nội", id="a-word-of-one-letter-in-a-sentence"),
    pytest.param("a KẾ", "a KẾ", id="one-word-is-no-title"),
]


@pytest.mark.parametrize(("line", "expected"), SPOTS)
def test_spots_beside_a_title(line: str, expected: str) -> None:
    assert [run.text for run in runs_of_lines([_run(line).words])] == [expected]


def test_a_number_below_a_star_is_no_stamp() -> None:
    """The box of its first word reaches up to the star; the line is as high as the other one."""
    star = [(1, 100, 20, 130, "Số"), (1, 140, 50, 230, "301-BC/HU"), (2, 100, 99, 300, "Chữ")]
    rows = _table(star).splitlines()
    rows[1] = rows[1].replace("\t20\t30\t30\t", "\t20\t30\t60\t")
    runs = runs_of_lines(list(lines_of_table("\n".join(rows), 2.0)))
    assert [run.text for run in runs] == ["Số 301-BC/HU", "Chữ"]


GLUED = [
    pytest.param("Số69KLTU", ["Số 69-KL/TU"], "Số 69-KL/TU", id="glued-together"),
    pytest.param("_§ố69KLTU.", ["Số 69-KL/TU"], "Số 69-KL/TU", id="with-a-spot"),
    pytest.param("Số69KLTU", ["Số69KLTU"], "Số69KLTU", id="no-better-the-second-time"),
    pytest.param("Số69KLTU", [], "Số69KLTU", id="nothing-the-second-time"),
    pytest.param("Số T01 /QĐ-TTg", ["Số 701/QĐ-TTg"], "Số T01 /QĐ-TTg", id="handwriting-stays"),
]


@pytest.mark.parametrize(("line", "again", "expected"), GLUED)
def test_a_glued_number_is_looked_at_again(
    monkeypatch: pytest.MonkeyPatch, line: str, again: list[str], expected: str
) -> None:
    monkeypatch.setattr(
        second_look, "lines_in", lambda _, segmentation: [_run(text).words for text in again]
    )
    found = second_look.with_own_number(_picture(), [_run(line)], 800)
    assert [run.text for run in found] == [expected]


def test_below_the_head_and_behind_the_first_number_nothing_is_opened() -> None:
    unsure = "Số: 12/QĐ-TTg"
    runs = [_run("Số: 1/QĐ-TTg"), _run(unsure, (0.9, 0.4), top=130), _run(unsure, (0.9, 0.4), 700)]
    assert [run.text for run in without_guesses(runs, 800)] == ["Số: 1/QĐ-TTg", unsure, unsure]


def test_the_text_of_a_field_stands_in_the_line_that_it_fills(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = _run("Hà Nội, ngày 2g tháng 4")
    day = line.words[3]
    monkeypatch.setattr(scanned_page, "lines_in", lambda _: [line.words])
    field = day._replace(text="29", field=True)
    sheet = scanned_page.scanned_sheet(_picture(), [field], first=False)
    assert [run.text for run in sheet.runs] == ["Hà Nội, ngày 29 tháng 4"]


def test_numbers_of_a_scan_are_unconfirmed() -> None:
    text = "Theo Nghị định số 81/2019/NĐ-CP ngày 01.\nTrang hai, số 5."
    spans = unconfirmed(text, [Span(0, text.index("\n"))])
    assert [text[span.start : span.end] for span in spans] == ["81/2019/NĐ-CP", "01."]


IN_FIELDS = [
    pytest.param(("124", "ngày"), ["22", "2026"], id="the-number-alone"),
    pytest.param(("124", "22", "2026"), [], id="number-and-day"),
    pytest.param((), ["124/TB-UBND", "22", "2026"], id="no-field"),
]


@pytest.mark.parametrize(("fields", "left"), IN_FIELDS)
def test_what_stands_in_fields_of_a_scan_was_not_guessed(
    fields: tuple[str, ...], left: list[str]
) -> None:
    lines = (["Số:", "124", "/TB-UBND"], ["ngày", "22", "năm", "2026"])
    runs = [
        run_of(
            [
                Word(9.0 * place, top, 9.0 * place + 8, top + 10, word, word[0] == "/")._replace(
                    field=word in fields
                )
                for place, word in enumerate(line)
            ]
        )
        for top, line in zip((10.0, 40.0), lines, strict=True)
    ]
    sheet = Sheet(tuple(runs), (), 595.0, 842.0, recognised=True)
    told = written([page_of(sheet, set())])
    spans = unconfirmed(told.text, told.recognised)
    assert [told.text[span.start : span.end] for span in spans] == left


def _picture(*lines: tuple[float, float, float, float]) -> Pixels:
    image = Image.new("L", (600, 800), 255)
    for line in lines:
        ImageDraw.Draw(image).line(line, fill=0, width=2)
    return Pixels(600, 800, image.tobytes(), 1.0)


RULES = [
    pytest.param([(50, 100, 550, 100)], [(True, 100)], id="level"),
    pytest.param([(50, 100, 50, 400)], [(False, 50)], id="upright"),
    pytest.param([(50, 100, 550, 104)], [(True, 102)], id="tilted-by-half-a-degree"),
    pytest.param([(50, 100, 66, 100)], [], id="a-dash-is-none"),
]


@pytest.mark.parametrize(("lines", "expected"), RULES)
def test_rules_of_a_picture(
    lines: list[tuple[float, float, float, float]], expected: list[tuple[bool, float]]
) -> None:
    strokes = strokes_of(_picture(*lines))
    assert [stroke.level for stroke in strokes] == [level for level, _ in expected]
    assert [stroke.at for stroke in strokes] == pytest.approx([at for _, at in expected], abs=1.1)
