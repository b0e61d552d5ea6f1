"""Plain text and Markdown: UTF-8 exactly as it is, older encodings in the letters they meant."""

from extract.readers.encodings import Decoded, decoded
from extract.readers.protocol import (
    FileText,
    Limits,
    Reason,
    Remark,
    UnreadableFileError,
    Warned,
)

READER = "text 1"


def read_text(data: bytes, name: str, limits: Limits) -> FileText:
    """Return the text of a file of letters.

    UTF-8 keeps its line ends and byte order mark. Raises UnreadableFileError where the file is
    empty, binary, too large, or in no encoding that is known.

    >>> read_text("Kế hoạch số 5-KH/HU".encode(), "a.txt", Limits()).text
    'Kế hoạch số 5-KH/HU'
    """
    if not data.strip():
        raise UnreadableFileError(Reason.EMPTY)
    if len(data) > limits.file_bytes:
        raise UnreadableFileError(
            Reason.TOO_LARGE, bytes=str(len(data)), limit=str(limits.file_bytes)
        )
    found = decoded(data)
    if len(found.text) > limits.text_characters:
        raise UnreadableFileError(
            Reason.TOO_LARGE, characters=str(len(found.text)), limit=str(limits.text_characters)
        )
    return FileText(text=found.text, reader=READER, warnings=remarks(found))


def remarks(found: Decoded) -> tuple[Warned, ...]:
    """Return what to say of the encoding of a text: nothing where it was plain UTF-8."""
    if not found.encoding:
        return ()
    return (Warned(Remark.ENCODING, {"encoding": found.encoding}),)
