"""How long reading PDF files takes beside the library alone: python benchmarks/pdf.py FILE..."""

import ctypes
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from extract.readers.pdf import read_pdf
from extract.readers.protocol import Limits, OcrUse, UnreadableFileError

ROUNDS = 7


def of_library(data: bytes, *, places: bool) -> None:
    """Have the library alone give the text of all pages, and where words and figures stand."""
    pdf = pypdfium2.PdfDocument(data)
    box = pdfium.FS_RECTF()
    for index in range(len(pdf)):
        page = pdf[index]
        text_page = page.get_textpage()
        text = text_page.get_text_range()
        if places:
            for word in re.finditer(r"\S+", text):
                for at in (word.start(), word.end() - 1):
                    pdfium.FPDFText_GetLooseCharBox(text_page.raw, at, ctypes.byref(box))
            for figure in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1):
                figure.get_bounds()
    pdf.close()


def shortest(act: Callable[[], object]) -> float:
    """Return the CPU seconds of the quickest round."""
    times = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        act()
        times.append(time.process_time() - begun)
    return min(times)


def main(paths: list[str]) -> int:
    """Print a row for each file."""
    print("ms: text alone | text and places | reader | ratios")
    for path in paths:
        data = Path(path).read_bytes()
        text = shortest(lambda data=data: of_library(data, places=False))
        places = shortest(lambda data=data: of_library(data, places=True))
        try:
            whole = shortest(lambda data=data: read_pdf(data, "", Limits(ocr=OcrUse.NEVER)))
        except UnreadableFileError:
            print(f"{Path(path).name}: holds no text, only pictures of it")
            continue
        taken = " | ".join(f"{seconds * 1000:.0f}" for seconds in (text, places, whole))
        print(f"{Path(path).name}: {taken} | {whole / text:.2f} {whole / places:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
