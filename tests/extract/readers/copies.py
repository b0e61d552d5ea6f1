"""Copies of one document on paper: printed by an office program, by a browser, and scanned.

Here stand the programs that make files, not those that read them.
"""

import io
import random
import shutil
import subprocess
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pypdfium2
from PIL import Image

from extract.readers.office import program
from extract.readers.protocol import MissingProgramError
from tests.extract.readers.documents import Beside, Changed, Document, Framed, Paragraph, Part, Rows
from tests.extract.readers.paper.printed import Form, missing
from tests.extract.readers.web_pages import as_html
from tests.extract.readers.word_files import as_docx

DOTS = 200
BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome")
_STYLE = (
    "<style>@page { size: A4; margin: 20mm } td { width: 1%; vertical-align: top }"
    " body { font: 13pt 'Times New Roman', 'Liberation Serif' }"
    " .MsoFootnoteText { font-size: 10pt }</style>"
)


def on_paper(document: Document, form: Form = "NFC") -> Document:
    """The document as it is printed: changes accepted, all notes at the foot of the page."""

    def spelled(text: str) -> str:
        return unicodedata.normalize(form, text)

    def columns(given: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(map(spelled, column)) for column in given)

    parts: list[Part] = []
    for part in document.parts:
        match part:
            case Paragraph():
                parts.append(replace(part, text=spelled(part.text)))
            case Changed():
                parts.append(Paragraph(spelled(part.before + part.inserted + part.behind)))
            case Beside():
                parts.append(Beside(columns(part.columns)))
            case Rows():
                parts.append(Rows(columns(part.cells)))
            case Framed():
                # A box beside other words would be read before or behind them.
                parts += [Paragraph(""), Framed(spelled(part.text))]
    notes = tuple(map(spelled, (*document.footnotes, *document.endnotes)))
    return replace(document, parts=tuple(parts), footnotes=notes, endnotes=())


def saved_by_office(files: Mapping[str, bytes], suffix: str, folder: Path) -> dict[str, bytes]:
    """Word documents as LibreOffice saves them in another format, by their names."""
    try:
        office = program()
    except MissingProgramError as error:
        missing(str(error))
    made = folder / "made"
    made.mkdir(parents=True)
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    sources = [str(folder / f"{name}.docx") for name in files]
    subprocess.run(
        [office, profile, "--headless", "--convert-to", suffix, "--outdir", made, *sources],
        capture_output=True,
        check=True,
    )
    return {name: (made / f"{name}.{suffix}").read_bytes() for name in files}


def printed_by_office(
    documents: Mapping[str, Document], folder: Path, form: Form = "NFC"
) -> dict[str, bytes]:
    """PDF files of documents as LibreOffice prints them."""
    files = {name: as_docx(on_paper(document, form)) for name, document in documents.items()}
    return saved_by_office(files, "pdf", folder)


def printed_by_browser(
    documents: Mapping[str, Document], folder: Path, form: Form = "NFC"
) -> dict[str, bytes]:
    """PDF files of documents as a browser prints them."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        missing("no browser that prints")
    folder.mkdir(parents=True)
    made: dict[str, bytes] = {}
    for name, document in documents.items():
        page, pdf = folder / f"{name}.html", folder / f"{name}.pdf"
        page.write_bytes(as_html(on_paper(document, form)).replace(b"<body>", _STYLE.encode(), 1))
        subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                f"--user-data-dir={folder / 'profile'}",
                f"--print-to-pdf={pdf}",
                "--no-pdf-header-footer",
                page.as_uri(),
            ],
            capture_output=True,
            check=True,
        )
        made[name] = pdf.read_bytes()
    return made


def scanned(data: bytes, *, bad: bool = False) -> bytes:
    """The pages of a PDF as pictures; ``bad``: tilted by a degree, with specks of dirt."""
    pdf = pypdfium2.PdfDocument(data)
    pages = [pdf[index].render(scale=DOTS / 72).to_pil().convert("L") for index in range(len(pdf))]
    pdf.close()
    if bad:
        pages = [_spoilt(page) for page in pages]
    file = io.BytesIO()
    pages[0].save(file, "PDF", save_all=True, append_images=pages[1:], resolution=DOTS)
    return file.getvalue()


def _spoilt(page: Image.Image) -> Image.Image:
    dice = random.Random(5)
    page = page.rotate(1.0, Image.Resampling.BICUBIC, fillcolor=255)
    for _ in range(page.width * page.height // 1500):
        left, top = dice.randrange(page.width - 2), dice.randrange(page.height - 2)
        size = dice.choice((1, 1, 1, 2))
        page.paste(dice.choice((0, 90, 255)), (left, top, left + size, top + size))
    return page
