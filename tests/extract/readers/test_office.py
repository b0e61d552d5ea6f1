"""Older documents come through LibreOffice with all that a Word document has."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.readers import office
from extract.readers.formats import format_of, reader_of
from extract.readers.office import program, read_office
from extract.readers.protocol import (
    Limits,
    MissingProgramError,
    Reason,
    UnreadableFileError,
)
from tests.extract.readers.documents import Document, as_text
from tests.extract.readers.test_same_text import errors, said_in
from tests.extract.readers.word_files import as_docx
from tests.extract.readers.written import DECISION, REPORT

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture(scope="session")
def libreoffice() -> str:
    """Where LibreOffice is; without it tests skip, and fail in CI."""
    try:
        return program()
    except MissingProgramError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))


Made = Callable[[Document, str], bytes]


@pytest.fixture(scope="module")
def made(libreoffice: str, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Makes a file of a document in another format, as LibreOffice saves it."""

    def make(document: Document, suffix: str) -> bytes:
        folder = tmp_path_factory.mktemp("office")
        source = folder / "a.docx"
        source.write_bytes(as_docx(document))
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        subprocess.run(
            [libreoffice, profile, "--headless", "--convert-to", suffix, str(source)],
            cwd=folder,
            capture_output=True,
            check=True,
        )
        return source.with_suffix(f".{suffix}").read_bytes()

    return make


WHOLE = [
    pytest.param(REPORT, "doc", id="doc-with-notes"),
    pytest.param(REPORT, "rtf", id="rtf-with-notes"),
    pytest.param(REPORT, "odt", id="odt-with-notes"),
    pytest.param(DECISION, "doc", id="doc-with-numbers"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("document", "suffix"), WHOLE)
def test_older_documents_say_the_same(document: Document, suffix: str, made: Made) -> None:
    data = made(document, suffix)
    found = reader_of(format_of(data, "a"))(data, "a", Limits())
    assert found.reader == "office 1, word 1"
    assert errors(found.text.replace("\\|", "|"), as_text(document)) == 0
    assert said_in(found.text) == said_in(as_text(document))


def test_missing_program_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "_USUAL_PLACES", ())
    with pytest.raises(MissingProgramError) as caught:
        read_office(b"{\\rtf1 a}", "a.rtf", Limits())
    assert caught.value.program == "libreoffice-writer"


PROTECTED = OLE2 + b"\x00" * 504 + "EncryptedPackage".encode("utf-16-le")
OLD_PROTECTED = OLE2 + b"\x00" * 504 + b"\xec\xa5" + b"\x00" * 8 + b"\x00\x01" + b"\x00" * 500
REFUSED = [
    pytest.param(b"", Reason.EMPTY, id="empty"),
    pytest.param(PROTECTED, Reason.ENCRYPTED, id="docx-with-a-password"),
    pytest.param(OLD_PROTECTED, Reason.ENCRYPTED, id="doc-with-a-password"),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED)
def test_what_cannot_be_opened_is_refused(data: bytes, reason: Reason) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_office(data, "a.doc", Limits())
    assert caught.value.reason is reason


def fake(folder: Path, script: str) -> str:
    """A program in the place of LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\n{script}")
    path.chmod(0o755)
    return str(path)


@pytest.mark.skipif(os.name == "nt", reason="scripts are no programs there")
def test_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = fake(tmp_path, "import time; time.sleep(60)")
    monkeypatch.setattr(office, "program", lambda: path)
    monkeypatch.setattr(office, "SECONDS", 0.5)
    started = time.monotonic()
    with pytest.raises(UnreadableFileError) as caught:
        read_office(b"{\\rtf1 a}", "a.rtf", Limits())
    assert caught.value.fields["seconds"]
    assert time.monotonic() - started < 20


@pytest.mark.skipif(os.name == "nt", reason="scripts are no programs there")
def test_program_that_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = fake(tmp_path, "raise SystemExit(1)")
    monkeypatch.setattr(office, "program", lambda: path)
    with pytest.raises(UnreadableFileError) as caught:
        read_office(b"{\\rtf1 a}", "a.rtf", Limits())
    assert caught.value.reason is Reason.DAMAGED
