"""What ONE text says: its references, the documents that they mean, and how these are related."""

from extract.pipeline import read
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
