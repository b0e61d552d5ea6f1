"""What ONE text says: its references, the documents that they mean, and how these are related."""

from extract.files import UnreadableTextError, load
from extract.mention import Mention
from extract.pipeline import read
from extract.reading import Claim, Document, Reading
from extract.source import SourceText

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
