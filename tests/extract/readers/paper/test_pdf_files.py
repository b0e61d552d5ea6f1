"""PDF files: what cannot be read and why, what is large, and real ones where they are."""

import io
import random
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rapidfuzz.distance import Levenshtein
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from extract import SourceText, read
from extract.readers.pdf import read_pdf
from extract.readers.protocol import (
    Limits,
    OcrUse,
    Reason,
    Remark,
    UnreadableFileError,
)
from tests.extract.readers.paper.compared import left_over, letters_alone
from tests.extract.readers.paper.printed import (
    empty_pages,
    printed,
    with_fields,
)

LIMITS = Limits(ocr=OcrUse.NEVER)


def _of_words() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(100, 700, "12/QD-UB " * 3)
    canvas.save()
    return file.getvalue()


SMALL = replace(LIMITS, file_bytes=100)
UNREADABLE = [
    pytest.param(bytes, LIMITS, Reason.DAMAGED, id="nothing"),
    pytest.param(
        lambda: random.Random(1).randbytes(4000), LIMITS, Reason.DAMAGED, id="random-bytes"
    ),
    pytest.param(lambda: _of_words()[:300], LIMITS, Reason.DAMAGED, id="truncated"),
    pytest.param(lambda: empty_pages(1, "secret"), LIMITS, Reason.ENCRYPTED, id="encrypted"),
    pytest.param(
        lambda: empty_pages(10_000), LIMITS, Reason.TOO_MANY_PAGES, id="ten-thousand-pages"
    ),
    pytest.param(lambda: empty_pages(2), LIMITS, Reason.NO_TEXT, id="empty-pages"),
    pytest.param(_of_words, SMALL, Reason.TOO_LARGE, id="more-bytes-than-allowed"),
    pytest.param(
        _of_words,
        replace(LIMITS, text_characters=5),
        Reason.TOO_LARGE,
        id="more-characters-than-allowed",
    ),
]


@pytest.mark.parametrize(("made", "limits", "reason"), UNREADABLE)
def test_what_cannot_be_read_says_why(
    made: Callable[[], bytes], limits: Limits, reason: Reason
) -> None:
    data = made()
    with pytest.raises(UnreadableFileError) as told:
        read_pdf(data, "x.pdf", limits)
    assert told.value.reason == reason
    assert ("limit" in told.value.fields) is reason.value.startswith("too-")


def test_a_file_with_a_lock_for_writers_is_read() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("", ownerPassword="owner", strength=128))
    canvas.drawString(100, 700, "Open to all")
    canvas.save()
    assert read_pdf(file.getvalue(), "x.pdf", LIMITS).text == "Open to all\n"


def test_bytes_that_are_changed_at_random_raise_nothing_else() -> None:
    dice = random.Random(7)
    good = printed(with_fields)
    unreadable = 0
    for _ in range(150):
        data = bytearray(good)
        for _ in range(dice.choice([1, 10, 200])):
            data[dice.randrange(len(data))] = dice.randrange(256)
        try:
            read_pdf(bytes(data), "x.pdf", LIMITS)
        except UnreadableFileError:
            unreadable += 1
    assert 0 < unreadable < 150


def test_lines_without_number_are_no_hang() -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    for number in range(20_000):
        x, y = number % 500, (number * 7) % 800
        canvas.line(x, y, x + 9, y)
        canvas.line(x, y, x, y + 9)
    canvas.drawString(100, 700, "drawn over")
    canvas.save()
    assert read_pdf(file.getvalue(), "x.pdf", LIMITS).text == "drawn over\n"


SIGNED = [
    pytest.param("hanoi_tb_453_flag", ("453", "TB-UBND", "2026-04-29"), id="notice"),
    pytest.param("hanoi_qd_2280_water", ("2280", "QĐ-UBND", "2026-04-29"), id="decision"),
]


@pytest.mark.parametrize(("name", "own"), SIGNED)
def test_signed_files(shared: Path, name: str, own: tuple[str, str, str]) -> None:
    file = read_pdf((shared / "files" / f"{name}.pdf").read_bytes(), name, LIMITS)
    wanted = (shared / "files" / f"{name}.page1.txt").read_text()
    first = file.text[: file.pages[1]] if len(file.pages) > 1 else file.text
    assert Levenshtein.distance(*left_over(wanted, first)) < 0.005 * len(letters_alone(wanted))
    document = read(SourceText(name, file.text)).documents[0]
    assert (document.number, document.symbol, *document.dates) == own
    assert document.issuers == ("Ủy ban nhân dân thành phố Hà Nội",)
    assert {signature.name for signature in file.signatures} > {"ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI"}
    assert all(signature.signed_at.startswith("2026-04-2") for signature in file.signatures)
    assert {warned.remark for warned in file.warnings} == {Remark.SIGNED}
    assert not file.unconfirmed


@pytest.mark.slow
def test_a_list_that_is_longer_than_any_page_is_read_in_time() -> None:
    file = io.BytesIO()
    lines = 3_000
    canvas = Canvas(file, pagesize=(600, 14 * lines))
    for number in range(lines):
        canvas.drawString(50, 14 * number, "a)")
        canvas.drawString(120, 14 * number, "Text behind a mark")
    canvas.save()
    begun = time.process_time()
    text = read_pdf(file.getvalue(), "x.pdf", LIMITS).text
    assert text.startswith("a) Text behind a mark\na) Text")
    assert time.process_time() - begun < 5, "a second for each 100 kB, and some for a slow machine"
