"""One page that is a picture: read by OCR, its tables put together by their rules."""

from collections.abc import Sequence

from extract.readers.ocr.cleaning import without_fields, without_specks
from extract.readers.ocr.handwriting import without_guesses
from extract.readers.ocr.hyphen_rows import dashed_lines, without_what_stands_there
from extract.readers.ocr.numerals import with_whole_numerals
from extract.readers.ocr.pixels import Pixels
from extract.readers.ocr.printed_lines import runs_of_lines
from extract.readers.ocr.ruled_pictures import strokes_of
from extract.readers.ocr.said_again import with_title_said_again
from extract.readers.ocr.second_look import with_own_number
from extract.readers.ocr.tesseract import lines_in
from extract.readers.ocr.unsure_words import with_second_look
from extract.readers.paper.page_order import Sheet
from extract.readers.paper.ruled_tables import runs_outside, tables_of
from extract.readers.paper.words import Run, Word, run_of, runs_of, same_line

_BESIDE = 4.0
"""A field that begins so near to a line, in heights of it, stands on it."""


def scanned_sheet(picture: Pixels, fields: Sequence[Word] = (), *, first: bool) -> Sheet:
    """Return what a picture says; ``fields`` are words that are known without reading it.

    On the ``first`` page the document's own number and day stay open where they are guessed, and
    its title is mended by what the page says again.
    Raises what reading by OCR raises.
    """
    width, height = picture.width / picture.scale, picture.height / picture.scale
    picture = without_specks(without_fields(picture, fields))
    lines = with_second_look(picture, lines_in(picture))
    if first:
        lines = with_title_said_again(lines, height)
    hyphens = dashed_lines(picture)
    runs = runs_of_lines(with_whole_numerals(picture, lines))
    runs = [*without_what_stands_there(runs, hyphens), *hyphens]
    if first:
        runs = without_guesses(with_own_number(picture, runs, height), height)
    runs = _with_fields(runs, fields)
    rows, left = tables_of(strokes_of(picture), [word for run in runs for word in run.words])
    if rows:
        runs = list(runs_outside(runs, left))
    return Sheet(tuple(runs), tuple(rows), width, height, recognised=True)


def _with_fields(runs: Sequence[Run], fields: Sequence[Word]) -> list[Run]:
    """Return what OCR read, and instead of what it read in fields the text of these."""
    if not fields:
        return list(runs)
    kept: list[Run] = []
    left = list(fields)
    for run in runs:
        far = _BESIDE * run.height
        here = [
            field
            for field in left
            if same_line(field, run) and run.left - far <= field.left <= run.right + far
        ]
        left = [field for field in left if field not in here]
        words = [word for word in run.words if not any(_covers(field, word) for field in fields)]
        if words or here:
            kept.append(run_of(sorted([*words, *here], key=lambda word: word.left)))
    return kept + runs_of(left)


def _covers(field: Word, word: Word) -> bool:
    across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return field.left - 1 <= across <= field.right + 1 and field.top - 1 <= down <= field.bottom + 1
