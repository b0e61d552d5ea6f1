"""Pictures of pages: what cannot be read and why, and what a scan says."""

import io
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from rapidfuzz.distance import Levenshtein

from extract import SourceText, read
from extract.readers.ocr.scan import read_image
from extract.readers.pdf import read_pdf
from extract.readers.protocol import (
    Limits,
    MissingProgramError,
    OcrUse,
    Reason,
    Remark,
    UnreadableFileError,
)
from tests.extract.readers.paper.compared import left_over, letters_alone
from tests.extract.readers.paper.printed import (
    LEFT,
    RIGHT,
    Printer,
    head,
    missing,
    printed,
    wide_picture,
)

LIMITS = Limits()


@pytest.fixture(scope="session", name="tesseract")
def _tesseract() -> None:
    """Skips where tesseract is missing, fails where everything has to be there."""
    if shutil.which("tesseract") is None:
        missing("tesseract is not installed")


def _image(size: tuple[int, int], kind: str) -> bytes:
    file = io.BytesIO()
    Image.new("L", size, 1).save(file, kind)
    return file.getvalue()


UNREADABLE = [
    pytest.param(lambda: b"", LIMITS, Reason.DAMAGED, id="nothing"),
    pytest.param(
        lambda: b"\x89PNG\r\n\x1a\n" + bytes(90), LIMITS, Reason.DAMAGED, id="no-png-behind"
    ),
    pytest.param(
        lambda: b"\xff\xd8\xff\xe0" + bytes(90), LIMITS, Reason.DAMAGED, id="no-jpeg-behind"
    ),
    pytest.param(lambda: b"II*\x00" + bytes(90), LIMITS, Reason.DAMAGED, id="no-tiff-behind"),
    pytest.param(lambda: _image((300, 300), "PNG")[:120], LIMITS, Reason.DAMAGED, id="truncated"),
    pytest.param(lambda: wide_picture(30_000), LIMITS, Reason.TOO_LARGE, id="bomb"),
    pytest.param(
        lambda: _image((900, 900), "TIFF"),
        replace(LIMITS, pixels=1000),
        Reason.TOO_LARGE,
        id="limit",
    ),
    pytest.param(
        lambda: _image((90, 90), "PNG"),
        replace(LIMITS, ocr=OcrUse.NEVER),
        Reason.NOT_WANTED,
        id="not-wanted",
    ),
]


@pytest.mark.parametrize(("made", "limits", "reason"), UNREADABLE)
def test_what_cannot_be_read_says_why(
    made: Callable[[], bytes], limits: Limits, reason: Reason
) -> None:
    data = made()
    with pytest.raises(UnreadableFileError) as told:
        read_image(data, "x", limits)
    assert told.value.reason == reason
    assert ("limit" in told.value.fields) is (reason is Reason.TOO_LARGE)


def _scanned(data: bytes, kind: str, **how: object) -> bytes:
    """The pages of a PDF as pictures of 200 dots an inch."""
    pdf = pypdfium2.PdfDocument(data)
    pages = [pdf[index].render(scale=200 / 72).to_pil().convert("L") for index in range(len(pdf))]
    file = io.BytesIO()
    pages[0].save(file, kind, save_all=True, append_images=pages[1:], **how)
    return file.getvalue()


def _plan(printer: Printer) -> None:
    head(printer)
    printer.centred("KẾ HOẠCH")
    printer.down()
    printer.centred("Trồng cây chắn sóng ven biển giai đoạn 2024 - 2026")
    printer.down(2)
    printer.paragraph(
        "Thực hiện Chỉ thị số 08/CT-TTg ngày 05 tháng 02 năm 2024 của Thủ tướng Chính phủ, Ủy ban "
        "nhân dân tỉnh ban hành Kế hoạch trồng cây chắn sóng ven biển như sau:"
    )
    printer.table(
        [["TT", "Xã", "Số mét"], ["1", "Hải Lạng/ và Tiên Lãng", "1.200"]], [LEFT, 120, 330, RIGHT]
    )
    printer.paragraph("Kinh phí theo Quyết định số 77/QĐ-UBND ngày 20 tháng 01 năm 2024.")


def _pages_of_both_kinds() -> bytes:
    """A page of text, and one that is a picture."""
    pdf = pypdfium2.PdfDocument(printed(_plan))
    pdf.import_pages(pypdfium2.PdfDocument(_scanned(printed(_plan), "PDF", resolution=200)))
    file = io.BytesIO()
    pdf.save(file)
    return file.getvalue()


@pytest.mark.slow
@pytest.mark.usefixtures("tesseract")
def test_a_scan_says_what_the_page_says() -> None:
    plain = read_pdf(printed(_plan), "x.pdf", LIMITS)
    file = read_pdf(_scanned(printed(_plan), "PDF", resolution=200), "x.pdf", LIMITS)
    assert Levenshtein.distance(letters_alone(plain.text), letters_alone(file.text)) < 0.01 * len(
        letters_alone(plain.text)
    )
    assert "| 1 | Hải Lạng và Tiên Lãng | 1.200 |\n" in file.text
    one, other = (read(SourceText("x", text)) for text in (plain.text, file.text))
    assert [document.key for document in one.documents] == [doc.key for doc in other.documents]
    assert [claim.relation for claim in one.claims] == [claim.relation for claim in other.claims]
    assert [warned.remark for warned in file.warnings] == [Remark.SCANNED_PAGES]
    shown = [file.text[span.start : span.end] for span in file.unconfirmed]
    assert shown[:4] == ["118/KH-UBND", "14", "3", "2024"]
    assert 0 < min(box.confidence for box in file.boxes if box.confidence) <= 1
    picture = read_image(_scanned(printed(_plan), "TIFF"), "x.tif", LIMITS)
    assert re.sub(r"\s+", " ", picture.text) == re.sub(r"\s+", " ", file.text)


def test_without_tesseract_a_scan_waits_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    for data, reader in (
        (_scanned(printed(_plan), "PDF", resolution=200), read_pdf),
        (_scanned(printed(_plan), "PNG"), read_image),
    ):
        with pytest.raises(MissingProgramError) as told:
            reader(data, "x", LIMITS)
        assert (told.value.program, told.value.extra) == ("tesseract-ocr-vie", "ocr")


@pytest.mark.parametrize(
    ("ocr", "why"),
    [
        pytest.param(OcrUse.AUTO, "tesseract-ocr-vie", id="it-is-missing"),
        pytest.param(OcrUse.NEVER, "never", id="it-is-not-wanted"),
    ],
)
def test_of_a_mixed_file_the_pages_with_text_are_read(
    monkeypatch: pytest.MonkeyPatch, ocr: OcrUse, why: str
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    file = read_pdf(_pages_of_both_kinds(), "x.pdf", replace(LIMITS, ocr=ocr))
    assert file.text == read_pdf(printed(_plan), "x.pdf", LIMITS).text
    assert [(warned.remark, dict(warned.fields)) for warned in file.warnings] == [
        (Remark.PAGES_LEFT_OUT, {"pages": "1", "why": why})
    ]


def test_a_page_that_is_a_picture_is_not_wanted() -> None:
    with pytest.raises(UnreadableFileError) as told:
        read_pdf(
            _scanned(printed(_plan), "PDF", resolution=200), "x", replace(LIMITS, ocr=OcrUse.NEVER)
        )
    assert (told.value.reason, told.value.fields) == (Reason.NOT_WANTED, {"pages": "1"})


@pytest.mark.slow
@pytest.mark.usefixtures("tesseract")
def test_a_real_scan(shared: Path) -> None:
    """Number and day are written by hand, and the page's only text is a stamp."""
    pdf = pypdfium2.PdfDocument(shared / "files" / "qd_707_ttg.pdf")
    first = pypdfium2.PdfDocument.new()
    first.import_pages(pdf, [0])
    data = io.BytesIO()
    first.save(data)
    file = read_pdf(data.getvalue(), "x.pdf", LIMITS)
    wanted = (shared / "files" / "qd_707_ttg.page1.txt").read_text()
    # What is written by hand is no printed word.
    printed_words = wanted.replace("707/", "…/", 1).replace("22", "…", 1)
    wrong = Levenshtein.distance(*left_over(printed_words, file.text))
    assert wrong < 0.025 * len(letters_alone(printed_words))
    own = read(SourceText("x", file.text)).documents[0]
    assert own.type == "Quyết định"
    assert own.issuers == ("Thủ tướng Chính phủ",)
    assert own.dates in {("2026-04",), ("2026-04-22",)}
    assert own.number in {"", "707"}
    # A stamp lies over half of it.
    title = (
        "việc ban hành Kế hoạch hành động quốc gia về phòng, chống rửa tiền, tài trợ khủng bố và "
        "tài trợ phổ biến vũ khí hủy diệt hàng loạt giai đoạn 2026 - 2030, chuẩn bị cho"
    )
    assert title in own.title
