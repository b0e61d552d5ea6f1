"""What a reader of one format takes and gives back.

A reader is a function of the bytes of a file, its name and the limits that it keeps; it opens
nothing else. What it returns says where each page begins in the text, so that a quote can be
found again on paper.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Protocol

from extract.text.source import Box, Origin, Signature, SourceText, Span

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


class Remark(StrEnum):
    """What a user should know of a file that was read."""

    ENCODING = "encoding"
    """The letters were in another encoding than UTF-8 (field ``encoding``)."""
    TRACKED_CHANGES = "tracked-changes"
    """Tracked changes were taken as accepted (field ``changes``: how many)."""
    SCANNED_PAGES = "scanned-pages"
    """Pages were read by OCR (field ``pages``: how many)."""
    PAGES_LEFT_OUT = "pages-left-out"
    """Pages hold a picture, and OCR was not asked for or is missing (fields ``pages``, ``why``)."""
    SIGNED = "signed"
    """The file is signed electronically (field ``name``)."""


@dataclass(frozen=True, slots=True)
class Warned:
    """One remark on a file, with the fields that its sentence needs."""

    remark: Remark
    fields: Mapping[str, str] = field(default_factory=lambda: _NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileText:
    """What a file says.

    ``reader`` names the reader and its version ("pdf 1"), ``pages`` the offset of the first code
    point of each page (empty where the format has no pages), ``boxes`` where lines stand on paper
    in the order of the text, ``unconfirmed`` what OCR read and nothing else confirms.
    """

    text: str
    reader: str
    pages: tuple[int, ...] = ()
    boxes: tuple[Box, ...] = ()
    warnings: tuple[Warned, ...] = ()
    signatures: tuple[Signature, ...] = ()
    unconfirmed: tuple[Span, ...] = ()

    def under(self, name: str) -> SourceText:
        """Return the text under the name that it is shown by, with how it came out of its file."""
        origin = Origin(self.reader, self.boxes, self.unconfirmed, self.signatures)
        return SourceText(name, self.text, self.pages, origin)


class OcrUse(StrEnum):
    """When pages are read by OCR."""

    AUTO = "auto"
    NEVER = "never"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may cost; where it costs more it is refused, and the rest goes on.

    Bytes, pages, pixels; ``nesting`` counts archives within archives, ``ratio`` is how many times
    larger than itself an archive may unpack.
    """

    file_bytes: int = 200_000_000
    text_characters: int = 20_000_000
    pages: int = 3_000
    pixels: int = 60_000_000
    nesting: int = 3
    members: int = 10_000
    unpacked_bytes: int = 1_000_000_000
    ratio: int = 200
    ocr: OcrUse = OcrUse.AUTO


class Reader(Protocol):
    """Reads files of one format."""

    def __call__(self, data: bytes, name: str, limits: Limits) -> FileText:
        """Return what the file says; raises UnreadableFileError or MissingProgramError."""
        ...


class Reason(StrEnum):
    """Why a file cannot be read."""

    EMPTY = "empty"
    BINARY = "binary"
    NOT_TEXT = "not-text"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too-large"
    TOO_MANY_PAGES = "too-many-pages"
    UNKNOWN_FORMAT = "unknown-format"
    NO_TEXT = "no-text"
    NOT_WANTED = "not-wanted"
    """Its pages are pictures (field ``pages``), and OCR is not to be used."""


class UnreadableFileError(Exception):
    """A file that holds no text that can be read: why, with the fields that its sentence needs."""

    def __init__(self, reason: Reason, **fields: str) -> None:
        told = ", ".join(f"{name}: {value}" for name, value in fields.items())
        super().__init__(f"{reason.value}{f' ({told})' if told else ''}")
        self.reason = reason
        self.fields: Mapping[str, str] = fields


class MissingProgramError(Exception):
    """A file that waits for a program or a library that is not installed.

    ``program`` is what to install ("tesseract-ocr-vie", "libreoffice-writer"), ``extra`` the extra
    of this distribution that holds it, empty where it is none.
    """

    def __init__(self, program: str, extra: str = "") -> None:
        super().__init__(f"{program} is not installed")
        self.program = program
        self.extra = extra


class MissingLibraryError(MissingProgramError):
    """A file that waits for a library of Python, ``program``, that the extra ``extra`` holds."""
