"""Which format a file is in: its content says so, its name where the content leaves it open."""

import re
import zlib
from enum import StrEnum
from importlib import import_module
from io import BytesIO
from lzma import LZMAError
from pathlib import Path
from typing import Final, cast
from zipfile import BadZipFile, ZipFile

from extract.readers.protocol import (
    Limits,
    MissingLibraryError,
    Reader,
    Reason,
    UnreadableFileError,
)
from extract.text.source import SourceText


class Format(StrEnum):
    """A format that is read."""

    TEXT = "text"
    HTML = "html"
    WORD = "word"
    OFFICE = "office"
    """Read through LibreOffice."""
    PDF = "pdf"
    IMAGE = "image"
    ARCHIVE = "archive"
    """Holds files; it has no reader of its own (``archive.files_in``)."""


_READERS: Final = {
    Format.TEXT: ("extract.readers.plain", "read_text"),
    Format.HTML: ("extract.readers.html", "read_html"),
    Format.WORD: ("extract.readers.word", "read_word"),
    Format.OFFICE: ("extract.readers.office", "read_office"),
    Format.PDF: ("extract.readers.pdf", "read_pdf"),
    Format.IMAGE: ("extract.readers.ocr.scan", "read_image"),
}
_EXTRA: Final = {
    Format.HTML: "office",
    Format.WORD: "office",
    Format.OFFICE: "office",
    Format.PDF: "pdf",
    Format.IMAGE: "ocr",
}
_MAGIC: Final = (
    (b"{\\rtf", Format.OFFICE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.OFFICE),
    (b"\x89PNG\r\n\x1a\n", Format.IMAGE),
    (b"\xff\xd8\xff", Format.IMAGE),
    (b"II*\x00", Format.IMAGE),
    (b"MM\x00*", Format.IMAGE),
    (b"BM", Format.IMAGE),
    (b"GIF8", Format.IMAGE),
)
_OTHER: Final = (
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"MZ", "exe"),
    (b"\x7fELF", "elf"),
    (b"SQLite format 3", "sqlite"),
    (b"\x00\x00\x00\x0cjP", "jpeg2000"),
    (b"ID3", "mp3"),
)
_OF_OTHER_OFFICE: Final = {
    "xl/": "xlsx",
    "ppt/": "pptx",
    "visio/": "vsdx",
}
_WORKBOOK: Final = "Workbook".encode("utf-16-le")
_SLIDES: Final = "PowerPoint Document".encode("utf-16-le")
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>|<!--[\x00-\xff]{0,4000}?-->|\s)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_ARCHIVE_OF_A_PAGE = re.compile(
    rb"\s*[a-z-]+:[\x00-\xff]{0,1500}\bmultipart/related\b", re.IGNORECASE
)
"""A page and its pictures in one file (.mht), which Word calls .doc as well."""
_WORD_IN_XML = re.compile(rb"<w:wordDocument\b|<pkg:package\b|<office:document\b")
_TAGS = re.compile(rb"<(?:p|div|table|br|span|td|meta)\b[^<>]{0,200}>", re.IGNORECASE)
_HTML_SUFFIXES: Final = (".html", ".htm", ".xhtml")
_DATA: Final = re.compile(
    r"""\.(?: csv | tsv | jsonl? | geojson | ipynb | ya?ml | toml | ini | cfg | log | sql | py | js
      | css | sh | bat | ps1 | ttl | nt | nq | trig | rq | jsonld | graphml | gexf | svg | ics | eml
      | vcf )\Z""",
    re.VERBOSE | re.IGNORECASE,
)
"""The ends of names of what is text to a program, and no document to a reader."""
_FAULTS: Final = (
    BadZipFile, EOFError, LookupError, LZMAError, NotImplementedError, OSError, OverflowError,
    RuntimeError, ValueError, zlib.error,
)  # fmt: skip
"""What zipfile raises for bytes that no program packed so."""
_PROBE = 65_536
_WITHIN = 1024
"""Where a PDF may begin: the standard lets a few bytes stand before it."""


def format_of(data: bytes, name: str) -> Format:
    """Return the format of a file; the end of its name decides only between text, HTML and data.

    Raises UnreadableFileError where it is none that is read, which it names where it knows it.

    >>> format_of(b"<!DOCTYPE html><p>x", "a.doc")
    <Format.HTML: 'html'>
    >>> format_of("Kế hoạch".encode(), "a.pdf")
    <Format.TEXT: 'text'>
    """
    start = data[:_PROBE].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_zip(data)
    if b"%PDF-" in data[:_WITHIN]:
        return Format.PDF
    for magic, kind in _MAGIC:
        if (start if magic == b"{\\rtf" else data).startswith(magic) and _is_whole(data, magic):
            return _of_ole2(data) if magic[0] == 0xD0 else kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Format.IMAGE
    for magic, known in _OTHER:
        if data.startswith(magic) and _is_whole(data, magic):
            raise UnreadableFileError(Reason.UNKNOWN_FORMAT, format=known)
    if _is_page(data, name):
        return Format.HTML
    return _of_xml(start) if start.startswith(b"<?xml") else _of_text(name)


def _of_text(name: str) -> Format:
    data = _DATA.search(name)
    if data:
        raise UnreadableFileError(Reason.UNKNOWN_FORMAT, format=data[0][1:].lower())
    return Format.TEXT


def _of_xml(start: bytes) -> Format:
    if not _WORD_IN_XML.search(start):
        raise UnreadableFileError(Reason.UNKNOWN_FORMAT, format="xml")
    return Format.OFFICE


def _is_whole(data: bytes, magic: bytes) -> bool:
    """Tell whether a short sign is no text that happens to begin so ("BM", "MZ", "ID3")."""
    return len(magic) > 3 or not magic.isalnum() or b"\x00" in data[:512]


def _is_page(data: bytes, name: str) -> bool:
    start = data[:_PROBE]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.replace(b"\x00", b"")[2:]
    start = start.removeprefix(b"\xef\xbb\xbf")
    if _PAGE.match(start):
        return True
    if b"MIME-Version:" in start[:2048] and _ARCHIVE_OF_A_PAGE.match(start):
        return True
    return name.lower().endswith(_HTML_SUFFIXES) and _TAGS.search(start) is not None


def _in_zip(data: bytes) -> Format:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            first = names[0] if names else ""
            declared = first == "mimetype" and archive.getinfo(first).file_size <= 200
            kind = archive.read(first) if declared else b""
    except _FAULTS as error:
        raise UnreadableFileError(Reason.DAMAGED) from error
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return Format.OFFICE
    if kind.startswith(b"application/"):
        raise UnreadableFileError(Reason.UNKNOWN_FORMAT, format=kind.decode("ascii", "replace"))
    if "[Content_Types].xml" in names:
        for folder, known in _OF_OTHER_OFFICE.items():
            if any(name.startswith(folder) for name in names):
                raise UnreadableFileError(Reason.UNKNOWN_FORMAT, format=known)
        return Format.WORD
    return Format.ARCHIVE


def _of_ole2(data: bytes) -> Format:
    if _WORKBOOK in data and "WordDocument".encode("utf-16-le") not in data:
        raise UnreadableFileError(Reason.UNKNOWN_FORMAT, format="xls")
    if _SLIDES in data:
        raise UnreadableFileError(Reason.UNKNOWN_FORMAT, format="ppt")
    return Format.OFFICE


def reader_of(kind: Format) -> Reader:
    """Return the reader of a format; its libraries are imported now, and not before.

    Raises MissingLibraryError where one of them is not installed, KeyError for an archive.

    >>> reader_of(Format.TEXT).__name__
    'read_text'
    """
    module, function = _READERS[kind]
    try:
        return cast("Reader", getattr(import_module(module), function))
    except ModuleNotFoundError as error:
        missing = (error.name or module).partition(".")[0]
        raise MissingLibraryError(missing, _EXTRA.get(kind, "")) from error


def load_file(path: Path, limits: Limits | None = None) -> SourceText:
    """Return the text of a file in any format, with its pages; an archive holds several.

    Raises OSError, UnreadableFileError, MissingProgramError and MissingLibraryError.

    >>> load_file(Path("notebooks/corpus/tw_43-kl-tw_2019.txt")).name
    'tw_43-kl-tw_2019.txt'
    """
    data = path.read_bytes()
    if not data.strip():
        raise UnreadableFileError(Reason.EMPTY)
    kind = format_of(data, path.name)
    if kind is Format.ARCHIVE:
        raise UnreadableFileError(Reason.UNKNOWN_FORMAT, format="zip")
    return reader_of(kind)(data, path.name, limits or Limits()).under(path.name)
