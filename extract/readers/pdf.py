"""PDF files: the text layer of a page, or OCR where a page is a picture.

What stands in form and signature fields is text of the page. Hard line ends within a paragraph
are taken out, footnotes are tied to their marks, tables that are drawn are rows of cells.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2

from extract.readers.ocr.handwriting import unconfirmed
from extract.readers.ocr.rendering import rendered
from extract.readers.ocr.scanned_page import scanned_sheet
from extract.readers.paper.drawing import Picture, drawing_of
from extract.readers.paper.furniture import running_heads
from extract.readers.paper.page_order import Sheet, page_of
from extract.readers.paper.ruled_tables import tables_of
from extract.readers.paper.signatures import signatures_of
from extract.readers.paper.text_layer import TextLayer, layer_of, opened
from extract.readers.paper.words import runs_of
from extract.readers.paper.writing import written
from extract.readers.protocol import (
    FileText,
    Limits,
    MissingProgramError,
    OcrUse,
    Reason,
    Remark,
    UnreadableFileError,
    Warned,
)

READER = "pdf 4"
_ENCRYPTED = {4, 5}
"""PDFium's numbers for a password that is wanted and a protection that is not known."""
_OF_A_PAGE = 0.5
"""A picture that covers so much of a page is a scan of it."""
_FEW_WORDS = 15
_FEW_LETTERS = 0.4
"""Where fewer of the characters are letters or digits, the text layer is no text."""
_DEFAULT_SCALE = 200 / 72
_SCALES = (100 / 72, 400 / 72)


@dataclass(frozen=True, slots=True)
class _Read:
    """What came of one page: the page, or why it was left out."""

    sheet: Sheet
    by_ocr: bool = False
    left_out: str = ""


def read_pdf(data: bytes, name: str, limits: Limits) -> FileText:
    """Return the text of a PDF with its pages, the place of each line, and who signed it.

    Raises UnreadableFileError where the file is damaged, encrypted, too large or without text,
    MissingProgramError where all of its pages are pictures and no OCR is installed.
    """
    if len(data) > limits.file_bytes:
        raise UnreadableFileError(
            Reason.TOO_LARGE, bytes=str(len(data)), limit=str(limits.file_bytes)
        )
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = Reason.ENCRYPTED if error.err_code in _ENCRYPTED else Reason.DAMAGED
        raise UnreadableFileError(reason) from error
    try:
        return _read(pdf, limits)
    except pypdfium2.PdfiumError as error:
        raise UnreadableFileError(Reason.DAMAGED) from error
    finally:
        pdf.close()


def _read(pdf: pypdfium2.PdfDocument, limits: Limits) -> FileText:
    pdf.init_forms()
    count = len(pdf)
    if count > limits.pages:
        raise UnreadableFileError(Reason.TOO_MANY_PAGES, pages=str(count), limit=str(limits.pages))
    # Before any page is flattened: its fields are gone then.
    signatures = signatures_of(pdf)
    pages = list(_pages(pdf, count, limits))
    sheets = [page.sheet for page in pages]
    heads = running_heads([(sheet.runs, sheet.height) for sheet in sheets])
    told = written([page_of(sheet, heads) for sheet in sheets])
    left_out = Counter(page.left_out for page in pages if page.left_out)
    if not told.text:
        raise _nothing_read(left_out)
    by_ocr = sum(page.by_ocr for page in pages)
    warnings = [
        *([Warned(Remark.SCANNED_PAGES, {"pages": str(by_ocr)})] if by_ocr else []),
        *(
            Warned(Remark.PAGES_LEFT_OUT, {"pages": str(number), "why": why.partition(" ")[0]})
            for why, number in sorted(left_out.items())
        ),
        *(
            Warned(Remark.SIGNED, {"name": name})
            for name in dict.fromkeys(signature.name for signature in signatures)
        ),
    ]
    return FileText(
        text=told.text,
        reader=READER,
        pages=told.pages,
        boxes=told.boxes,
        warnings=tuple(warnings),
        signatures=signatures,
        unconfirmed=tuple(unconfirmed(told.text, told.recognised)),
    )


def _nothing_read(left_out: Counter[str]) -> UnreadableFileError | MissingProgramError:
    """Return why a file has no text at all."""
    for why in left_out:
        if why not in {Reason.TOO_LARGE, Reason.DAMAGED, OcrUse.NEVER}:
            program, _, extra = why.partition(" ")
            return MissingProgramError(program, extra)
    for reason in (Reason.TOO_LARGE, Reason.DAMAGED):
        if reason in left_out:
            return UnreadableFileError(reason, pages=str(left_out[reason]))
    if not_wanted := left_out[OcrUse.NEVER]:
        return UnreadableFileError(Reason.NOT_WANTED, pages=str(not_wanted))
    return UnreadableFileError(Reason.NO_TEXT)


def _pages(pdf: pypdfium2.PdfDocument, count: int, limits: Limits) -> Iterator[_Read]:
    missing = ""
    letters = 0
    for index in range(count):
        try:
            page = _page(pdf, index, limits, missing)
        except pypdfium2.PdfiumError:
            page = _Read(Sheet(), left_out=Reason.DAMAGED)
        except MissingProgramError as error:
            missing = f"{error.program} {error.extra}"
            page = _page(pdf, index, limits, missing)
        except UnreadableFileError as error:
            page = _Read(Sheet(), left_out=error.reason)
        letters += sum(len(word.text) for run in page.sheet.runs for word in run.words)
        if letters > limits.text_characters:
            raise UnreadableFileError(
                Reason.TOO_LARGE, characters=str(letters), limit=str(limits.text_characters)
            )
        yield page


def _page(pdf: pypdfium2.PdfDocument, index: int, limits: Limits, missing: str) -> _Read:
    page, printed = opened(pdf, index)
    try:
        width, height = page.get_size()
        layer = layer_of(page, printed)
        strokes, pictures = drawing_of(page)
        picture = max(pictures, key=lambda picture: picture.share, default=None)
        scanned = picture is not None and picture.share >= _OF_A_PAGE
        is_picture = (scanned and _is_thin(layer)) or (bool(layer.words) and not _is_text(layer))
        sheet = Sheet(width=width, height=height)
        if limits.ocr is OcrUse.ALWAYS or is_picture:
            if limits.ocr is OcrUse.NEVER:
                return _Read(sheet, left_out=OcrUse.NEVER)
            if missing:
                return _Read(sheet, left_out=missing)
            largest = max((picture.pixels for picture in pictures), default=0)
            if largest > limits.pixels:
                return _Read(sheet, left_out=Reason.TOO_LARGE)
            scale = _scale(picture if scanned else None, width, height, limits)
            fields = [word for word in layer.words if word.field]
            found = scanned_sheet(rendered(page, scale), fields, first=index == 0)
            return _Read(found, by_ocr=True)
        rows, words = tables_of(strokes, layer.words)
        recognised_before = layer.hidden and scanned
        return _Read(
            replace(
                sheet,
                runs=tuple(runs_of(words)),
                rows=tuple(rows),
                recognised=recognised_before,
            )
        )
    finally:
        page.close()


def _is_thin(layer: TextLayer) -> bool:
    """Tell whether a page with a picture has no more text than a stamp."""
    return sum(not word.field for word in layer.words) < _FEW_WORDS


def _is_text(layer: TextLayer) -> bool:
    """Tell whether the text layer holds letters: fonts without a table of letters give none."""
    said = "".join(word.text for word in layer.words)
    return sum(map(str.isalnum, said)) >= _FEW_LETTERS * len(said)


def _scale(picture: Picture | None, width: float, height: float, limits: Limits) -> float:
    """Return with how many pixels a point is drawn: those of the scan itself, within limits."""
    least, most = _SCALES
    scale = min(max(picture.scale, least), most) if picture else _DEFAULT_SCALE
    bearable: float = (limits.pixels / max(width * height, 1.0)) ** 0.5
    return min(scale, bearable)
