"""Older Word documents, rich text and OpenDocument: LibreOffice makes a Word document of them."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final

from extract.readers.protocol import (
    FileText,
    Limits,
    MissingProgramError,
    Reason,
    UnreadableFileError,
)
from extract.readers.word import read_word

READER = "office 1"

_PROGRAMS: Final = ("soffice", "libreoffice")
_USUAL_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_PACKAGE = "libreoffice-writer"
SECONDS = 120.0
"""How long LibreOffice may take for one file; its first start takes some seconds."""
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = re.compile(rb"\xec\xa5[\x00-\xff]{8}(?P<flags>[\x00-\xff]{2})")
_SECTOR = 512
_ENCRYPTED_BIT = 0x01


def read_office(data: bytes, name: str, limits: Limits) -> FileText:
    """Return the text of a document that LibreOffice opens (.doc, .rtf, .odt).

    Macros are not run and nothing is fetched. Raises MissingProgramError where LibreOffice is not
    installed, UnreadableFileError where the document is encrypted, damaged or takes too long.
    """
    if not data.strip():
        raise UnreadableFileError(Reason.EMPTY)
    if len(data) > limits.file_bytes:
        raise UnreadableFileError(
            Reason.TOO_LARGE, bytes=str(len(data)), limit=str(limits.file_bytes)
        )
    if data.startswith(_OLE2) and _is_encrypted(data):
        raise UnreadableFileError(Reason.ENCRYPTED)
    found = read_word(_as_word(data), name, limits)
    return replace(found, reader=f"{READER}, {found.reader}")


def program() -> str:
    """Return where LibreOffice is; raises MissingProgramError where it is not installed."""
    for name in _PROGRAMS:
        if path := shutil.which(name):
            return path
    for place in _USUAL_PLACES:
        if Path(place).is_file():
            return place
    raise MissingProgramError(_PACKAGE)


def _is_encrypted(data: bytes) -> bool:
    if _PROTECTED in data:
        return True
    for start in range(_SECTOR, min(len(data), 200 * _SECTOR), _SECTOR):
        header = _WORD_STREAM.match(data, start)
        if header:
            return bool(header["flags"][1] & _ENCRYPTED_BIT)
    return False


def _suffix(data: bytes) -> str:
    if data.startswith(_OLE2):
        return ".doc"
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml"):
        return ".xml"
    return ".rtf" if data.lstrip()[:5] == b"{\\rtf" else ".odt"


def _as_word(data: bytes) -> bytes:
    """Return what LibreOffice makes of ``data``, in a profile of its own that is thrown away."""
    path = program()
    with tempfile.TemporaryDirectory(prefix="luocdo-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, f"document{_suffix(data)}")
        source.write_bytes(data)
        profile = Path(folder, "profile")
        command = (
            path,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--nodefault",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            folder,
            str(source),
        )
        _run(command, folder)
        made = source.with_suffix(".docx")
        if not made.is_file():
            raise UnreadableFileError(Reason.DAMAGED)
        return made.read_bytes()


def _run(command: tuple[str, ...], folder: str) -> None:
    """Run LibreOffice; where it takes too long it is ended with the programs that it started."""
    environment = {**os.environ, "SAL_USE_VCLPLUGIN": "svp", "HOME": folder}
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=environment,
        start_new_session=True,
    ) as running:
        try:
            running.wait(SECONDS)
        except subprocess.TimeoutExpired as error:
            if hasattr(os, "killpg"):
                os.killpg(running.pid, signal.SIGKILL)
            running.kill()
            raise UnreadableFileError(Reason.TOO_LARGE, seconds=f"{SECONDS:.0f}") from error
