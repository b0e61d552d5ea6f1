"""What ONE text says: its references, the documents that they mean, and how these are related."""

from pathlib import Path

from extract.reading import Claim, Document, Mention, Reading
from extract.text.files import UnreadableTextError, load
from extract.text.source import SourceText

__all__ = [
    "Claim",
    "Document",
    "Mention",
    "Reading",
    "SourceText",
    "UnreadableTextError",
    "load",
    "read",
]


def read(text_or_path: SourceText | str | Path) -> Reading:
    """Return what a text says: documents, mentions, claims and duties, offsets in the text as read.

    A ``str`` is the text itself, a ``Path`` a file in UTF-8, a SourceText a text with its name.

    >>> reading = read("Kế hoạch này thực hiện Kết luận số 69-KL/TU của Tỉnh ủy Lai Châu.")
    >>> for mention in reading.mentions:
    ...     print(mention.span.of(reading.source), mention.issuer, sep=" | ")
    Kết luận số 69-KL/TU | Tỉnh ủy Lai Châu
    """
    # Every grammar is loaded here, which takes longer than all the rest of a command: whoever
    # asks for one of them only, such as for what was typed, need not wait for the others.
    from extract.pipeline import read as read_with_all

    return read_with_all(text_or_path)
