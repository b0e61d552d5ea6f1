"""Reading a picture of a page with tesseract: its words, how sure it is of each, and where."""

import csv
import io
import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.readers.paper.words import Run, Word, run_of
from extract.readers.protocol import MissingProgramError, Reason, UnreadableFileError

PROGRAM = "tesseract-ocr-vie"
EXTRA = "ocr"
_COMMAND = ("tesseract", "-", "-", "-l", "vie")
_WHOLE_PAGE = 3
_SECONDS = 180
"""A page that takes longer is given up; most take two."""
_WORD_LEVEL = "5"
_LEAST_CONFIDENCE = 5.0
_WIDE = 0.8
_WIDER = 2.2
"""A gap of a line that may part two columns: in heights of its letters, in its usual gaps."""
_NEARLY = 0.35
_SPOT = 0.35
_SPOT_OF_SIGNS = 0.7
_SAYS = re.compile(r"[^\W_]")
_STAMP = 1.9
_SHORT = 16
_LETTER = re.compile(r"[^\W_]|[-\u2013+•*/&;:.,()\"“”…%]")
_CIRCUMFLEX = str.maketrans("eéèẻẽẹEÉÈẺẼẸ", "êếềểễệÊẾỀỂỄỆ")
_ALWAYS_CIRCUMFLEX = re.compile(
    r"(?<=[iyIY])[eéèẻẽẹEÉÈẺẼẸ](?=(?:ng|NG|[cmnptuCMNPTU])(?![^\W\d_]))"
)
"""Behind i and y there is no plain e before a consonant: "QUYÉT" is "QUYẾT"."""
_TWICE = re.compile(r"(?<=[QN])ĐĐ(?=[-/])")
"""One letter that was read twice: no type of document is "QĐĐ"."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """A page as grey pixels, one byte each, row by row; ``scale``: its pixels for each point."""

    width: int
    height: int
    pixels: bytes
    scale: float


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


def recognised(picture: Pixels, *, segmentation: int = _WHOLE_PAGE) -> list[Run]:
    """Return the words of a picture as runs; raises where tesseract is missing or fails.

    ``segmentation`` is tesseract's number for what the picture holds: a page as a whole.
    """
    program = _program()
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
    return _without_noise(
        list(runs_of_table(done.stdout.decode("utf-8", "replace"), picture.scale))
    )


def _without_noise(runs: Sequence[Run]) -> list[Run]:
    """Return runs with one height where they nearly have it, without spots of ink and stamps.

    Accents make a line higher; what is twice as high and short is no line of text, and a word at
    the edge of a line that tesseract itself hardly believes in is a spot beside it.
    """
    heights = sorted(run.height for run in runs for _ in run.words)
    if not heights:
        return []
    usual = heights[len(heights) // 2]
    kept: list[Run] = []
    for run in runs:
        words = list(run.words)
        while words and _is_spot(words[-1]):
            words.pop()
        while words and (_is_spot(words[0]) or _is_spot_before_title(words)):
            words.pop(0)
        if not words or (run.height > _STAMP * usual and len(run.text) < _SHORT):
            continue
        near = abs(run.height - usual) < _NEARLY * usual
        kept.append(_even(words, usual if near else run.height))
    return kept


def _is_spot(word: Word) -> bool:
    return word.confidence < (_SPOT if _SAYS.search(word.text) else _SPOT_OF_SIGNS)


def _is_spot_before_title(words: Sequence[Word]) -> bool:
    """Tell whether a small letter stands alone before words in capitals: "j QUYẾT ĐỊNH"."""
    first, behind = words[0].text, " ".join(word.text for word in words[1:])
    return len(first) == 1 and first.islower() and len(words) > 2 and behind.isupper()


def runs_of_table(table: str, scale: float) -> Iterator[Run]:
    """Yield the runs that tesseract's table of words holds; places are divided by ``scale``."""
    line: list[Word] = []
    known = ""
    for row in csv.reader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if len(row) < 12 or row[0] != _WORD_LEVEL or not row[11].strip():
            continue
        left, top, width, height = (int(value) / scale for value in row[6:10])
        confidence = float(row[10])
        text = _spelling(row[11].strip())
        if confidence < _LEAST_CONFIDENCE or not _LETTER.search(text):
            continue
        key = "-".join(row[2:5])
        if line and key != known:
            yield from _level(line)
            line = []
        known = key
        line.append(Word(left, top, left + width, top + height, text, confidence=confidence / 100))
    if line:
        yield from _level(line)


def _level(line: Sequence[Word]) -> Iterator[Run]:
    """Yield one line, cut where a gap parts columns; its letters are given one height.

    The box of a word is as high as its own letters and marks; that of a line is what counts.
    """
    letters = [word for word in line if _SAYS.search(word.text)] or line
    heights = sorted(word.bottom - word.top for word in letters)
    # Of two the lower: the box of one may reach up to a sign in the line above.
    height = heights[(len(heights) - 1) // 2]
    gaps = sorted(word.left - before.right for before, word in pairwise(line))
    wide = max(_WIDE * height, _WIDER * gaps[(len(gaps) - 1) // 2]) if gaps else 0.0
    part: list[Word] = []
    for word in line:
        if part and word.left - part[-1].right > wide:
            yield _even(part, height)
            part = []
        part.append(word)
    yield _even(part, height)


def _even(words: Sequence[Word], height: float) -> Run:
    letters = [word for word in words if _SAYS.search(word.text)] or words
    bottoms = sorted(word.bottom for word in letters)
    bottom = bottoms[len(bottoms) // 2]
    return run_of([word._replace(top=bottom - height, bottom=bottom) for word in words])


def _spelling(word: str) -> str:
    # The rule of a table is no part of the word beside it.
    word = unicodedata.normalize("NFC", word).replace("Ð", "Đ").strip("|¬")
    word = _TWICE.sub("Đ", word)
    return _ALWAYS_CIRCUMFLEX.sub(lambda found: found[0].translate(_CIRCUMFLEX), word)
