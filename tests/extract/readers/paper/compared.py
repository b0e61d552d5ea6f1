"""Two readings of one page compared, letter by letter."""

import re
import unicodedata

from extract.text.view import one_tone_place


def letters_alone(text: str) -> str:
    """Return the letters of a text: white space, the place of tones and kinds of dashes aside."""
    composed = one_tone_place(unicodedata.normalize("NFC", text))
    return re.sub(r"\s", "", re.sub("[\u2010-\u2015\u2212]", "-", composed))


def left_over(wanted: str, got: str) -> tuple[str, str]:
    """Return what is left of both where the lines of one are taken out of the other: no columns."""
    bare, other = letters_alone(wanted), letters_alone(got)
    for line in sorted(map(letters_alone, wanted.splitlines()), key=len, reverse=True):
        if len(line) > 5 and line in bare and line in other:
            bare, other = bare.replace(line, "", 1), other.replace(line, "", 1)
    return bare, other
