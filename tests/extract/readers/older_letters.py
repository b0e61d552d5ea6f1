"""Texts in the encodings of before Unicode."""

import unicodedata

from extract.readers.encodings import letters_of


def in_letters_of(encoding: str, text: str) -> str:
    """The text as ``encoding`` writes it; TCVN3 has small letters where capitals have a tone."""
    letters = letters_of(encoding).items()
    if encoding == "tcvn3":
        written = {letter.upper(): code for code, letter in letters}
        written |= {letter: code for code, letter in letters}
    else:
        # A letter before its mark has the case; the table holds the mark in both.
        written = {
            letter: code for code, letter in letters if code[-1].isupper() == letter.isupper()
        }
    return "".join(written.get(char, char) for char in unicodedata.normalize("NFC", text))


def as_bytes(written: str) -> bytes:
    """The bytes of such a text: windows-1252, with its five holes."""
    return b"".join(
        bytes([ord(char)]) if 0x80 <= ord(char) < 0xA0 else char.encode("cp1252")
        for char in written
    )
