"""A format is told by the content; a false name misleads nobody."""

import subprocess
import sys
from pathlib import Path

import pytest

from extract.readers.formats import Format, format_of, reader_of
from extract.readers.protocol import MissingProgramError, Reason, UnreadableFileError
from tests.extract.readers.word_files import docx, packed, paragraph, run

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
ODT = packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""})

CONTENT = [
    pytest.param("Kế hoạch số 5-KH/HU".encode(), "a.txt", Format.TEXT, id="text"),
    pytest.param(b"# Ke hoach", "a.md", Format.TEXT, id="markdown"),
    pytest.param(b"", "a.txt", Format.TEXT, id="empty"),
    pytest.param(b"BM, MZ, ID3 va nhung chu khac", "a.txt", Format.TEXT, id="letters-like-a-sign"),
    pytest.param("Kế hoạch".encode("utf-16"), "a.txt", Format.TEXT, id="utf-16"),
    pytest.param(b"mot <b>hai</b> <p>ba", "a.txt", Format.TEXT, id="text-with-tags"),
    pytest.param(b"mot <b>hai</b> <p>ba", "a.HTM", Format.HTML, id="page-by-its-name"),
    pytest.param(b"<!DOCTYPE html><p>a", "a.txt", Format.HTML, id="page"),
    pytest.param(b"\xef\xbb\xbf\r\n<html><p>a", "a", Format.HTML, id="page-with-a-mark"),
    pytest.param(b"<?xml version='1.0'?><!-- a --><html>", "a", Format.HTML, id="xhtml"),
    pytest.param("<html><p>a".encode("utf-16"), "a", Format.HTML, id="page-in-utf-16"),
    pytest.param(b"<html xmlns:w='x'><body>", "a.doc", Format.HTML, id="page-called-doc"),
    pytest.param(
        b"From: Word\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n",
        "a.doc",
        Format.HTML,
        id="archive-of-a-page-called-doc",
    ),
    pytest.param(b"<?xml version='1.0'?><w:wordDocument>", "a.doc", Format.OFFICE, id="word-2003"),
    pytest.param(docx(paragraph(run("a"))), "a.doc", Format.WORD, id="word-called-doc"),
    pytest.param(b"{\\rtf1 a}", "a.doc", Format.OFFICE, id="rich-text-called-doc"),
    pytest.param(OLE2, "a.doc", Format.OFFICE, id="old-word"),
    pytest.param(ODT, "a.odt", Format.OFFICE, id="open-document"),
    pytest.param(packed({"a.txt": "a"}), "a.docx", Format.ARCHIVE, id="archive-called-docx"),
    pytest.param(b"%PDF-1.7\n", "a.txt", Format.PDF, id="pdf"),
    pytest.param(b"\x00\x00junk\n%PDF-1.4", "a.pdf", Format.PDF, id="pdf-behind-junk"),
    pytest.param(b"\x89PNG\r\n\x1a\n\x00", "a.pdf", Format.IMAGE, id="png"),
    pytest.param(b"\xff\xd8\xff\xe0\x00", "a.jpg", Format.IMAGE, id="jpeg"),
    pytest.param(b"II*\x00\x08", "a.tif", Format.IMAGE, id="tiff"),
    pytest.param(b"RIFF\x00\x00\x00\x00WEBP", "a", Format.IMAGE, id="webp"),
]


@pytest.mark.parametrize(("data", "name", "expected"), CONTENT)
def test_format_by_content(data: bytes, name: str, expected: Format) -> None:
    assert format_of(data, name) is expected


SHEET = packed({"[Content_Types].xml": "", "xl/workbook.xml": ""})
OTHER = [
    pytest.param(b"Rar!\x1a\x07\x00", "rar", id="rar"),
    pytest.param(b"7z\xbc\xaf\x27\x1c", "7z", id="7z"),
    pytest.param(SHEET, "xlsx", id="sheet"),
    pytest.param(b"<?xml version='1.0'?><hoadon/>", "xml", id="data"),
    pytest.param(OLE2 + "Workbook".encode("utf-16-le"), "xls", id="old-sheet"),
    pytest.param(b"MZ\x90\x00", "exe", id="program"),
]


@pytest.mark.parametrize(("data", "named"), OTHER)
def test_other_formats_are_named(data: bytes, named: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        format_of(data, "a")
    assert caught.value.reason is Reason.UNKNOWN_FORMAT
    assert caught.value.fields["format"] == named


@pytest.mark.parametrize("name", ["quyết-định.csv", "A.JSON", "cau-hoi.rq"])
def test_data_is_no_document(name: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        format_of(b"decision,subject\nmerge,69-KL/TU\n", name)
    assert caught.value.reason is Reason.UNKNOWN_FORMAT


def test_broken_archive_is_damaged() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        format_of(b"PK\x03\x04abc", "a.docx")
    assert caught.value.reason is Reason.DAMAGED


HEAVY = ("PIL", "asn1crypto", "lxml", "mammoth", "pypdfium2")


def test_choosing_imports_no_library() -> None:
    script = (
        "import sys; from extract.readers.formats import *; reader_of(format_of(b'abc', 'a'));"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_missing_library_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("extract.readers.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mammoth", None)
    with pytest.raises(MissingProgramError) as caught:
        reader_of(Format.WORD)
    assert (caught.value.program, caught.value.extra) == ("mammoth", "office")
