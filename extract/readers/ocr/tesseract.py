"""Reading a picture of a page with tesseract: its words, how sure it is of each, and where."""

import csv
import io
import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator

from extract.readers.ocr.pixels import Pixels
from extract.readers.paper.words import Word
from extract.readers.protocol import MissingProgramError, Reason, UnreadableFileError

PROGRAM = "tesseract-ocr-vie"
EXTRA = "ocr"
_COMMAND = ("tesseract", "-", "-", "-l", "vie")
WHOLE_PAGE = 3
ONE_BLOCK = 6
"""tesseract's numbers for what a picture holds: a page, one block of text."""
LONGEST_SIDE = 32_767
"""tesseract takes no picture with more pixels in a row or a column."""
_SECONDS = 180
"""A page that takes longer is given up; most take two."""
_WORD_LEVEL = "5"
_LETTER = re.compile(r"[^\W_]|[-\u2013+•*/&;:.,()\"“”…%]")
_CIRCUMFLEX = str.maketrans("eéèẻẽẹEÉÈẺẼẸ", "êếềểễệÊẾỀỂỄỆ")
_ALWAYS_CIRCUMFLEX = re.compile(
    r"(?<=[iyIY])[eéèẻẽẹEÉÈẺẼẸ](?=(?:ng|NG|[cmnptuCMNPTU])(?![^\W\d_]))"
)
"""Behind i and y there is no plain e before a consonant: "QUYÉT" is "QUYẾT"."""
_TWICE = re.compile(r"(?<=[QN])ĐĐ(?=[-/])")
"""One letter that was read twice: no type of document is "QĐĐ"."""


def vietnamese_program() -> str:
    """Return where tesseract is; raises MissingProgramError where it is not, or has no letters."""
    program = _program()
    listed = subprocess.run([program, "--list-langs"], capture_output=True, check=False)
    if b"vie" not in listed.stdout.split():
        raise MissingProgramError(PROGRAM, EXTRA)
    return program


def _program() -> str:
    program = shutil.which(_COMMAND[0])
    if program is None:
        raise MissingProgramError(PROGRAM, EXTRA)
    return program


def lines_in(picture: Pixels, *, segmentation: int = WHOLE_PAGE) -> list[list[Word]]:
    """Return the words of a picture, line by line.

    ``segmentation``: what the picture holds, a page as a whole or one block of text. Raises
    MissingProgramError without tesseract, UnreadableFileError where it fails or the picture is
    too large for it.
    """
    program = _program()
    if max(picture.width, picture.height) > LONGEST_SIDE:
        raise UnreadableFileError(Reason.TOO_LARGE, limit=str(LONGEST_SIDE))
    header = f"P5 {picture.width} {picture.height} 255\n".encode()
    dots = max(70, min(round(picture.scale * 72), 1200))
    try:
        done = subprocess.run(
            [program, *_COMMAND[1:], "--psm", str(segmentation), "--dpi", str(dots), "tsv"],
            input=header + picture.pixels,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFileError(Reason.TOO_LARGE, seconds=str(_SECONDS)) from error
    if done.returncode:
        if b"vie" in done.stderr:
            raise MissingProgramError(PROGRAM, EXTRA)
        raise UnreadableFileError(Reason.DAMAGED, program=_COMMAND[0])
    return list(lines_of_table(done.stdout.decode("utf-8", "replace"), picture.scale))


def lines_of_table(table: str, scale: float) -> Iterator[list[Word]]:
    """Yield the lines that tesseract's table of words holds; places are divided by ``scale``."""
    line: list[Word] = []
    known = ""
    for row in csv.reader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if len(row) < 12 or row[0] != _WORD_LEVEL or not row[11].strip():
            continue
        left, top, width, height = (int(value) / scale for value in row[6:10])
        confidence = max(float(row[10]), 0.0)
        text = _spelling(row[11].strip())
        if not _LETTER.search(text):
            continue
        key = "-".join(row[2:5])
        if line and key != known:
            yield line
            line = []
        known = key
        line.append(Word(left, top, left + width, top + height, text, confidence=confidence / 100))
    if line:
        yield line


def _spelling(word: str) -> str:
    # The rule of a table is no part of the word beside it.
    word = unicodedata.normalize("NFC", word).replace("Ð", "Đ").strip("|¬")
    word = _TWICE.sub("Đ", word)
    return _ALWAYS_CIRCUMFLEX.sub(lambda found: found[0].translate(_CIRCUMFLEX), word)
