"""Archives: the files in them, one after another, under names that are safe to show."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from lzma import LZMAError
from typing import NoReturn
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from extract.readers.encodings import restored
from extract.readers.formats import Format, format_of
from extract.readers.protocol import Limits, Reason, UnreadableFileError

_FAULTS = (
    BadZipFile, EOFError, LargeZipFile, LookupError, LZMAError, NotImplementedError, OSError,
    OverflowError, ValueError, zlib.error,
)  # fmt: skip
"""What zipfile raises for bytes that no program packed so."""
_UTF_8_NAME = 0x800
_ENCRYPTED = 0x1
_SAFE_RATIO_BELOW = 10_000_000
"""A small archive may unpack to this many bytes whatever its ratio: blank tables pack well."""
_OLD_PAGES = ("cp1258", "cp437")
"""What programs wrote before names were UTF-8: that of Vietnamese Windows, and the format's own."""


def opened(data: bytes, limits: Limits) -> ZipFile:
    """Return the archive ``data``, whose directory keeps the limits.

    Raises UnreadableFileError: damaged, more members or bytes than allowed, or a bomb.
    """
    try:
        archive = ZipFile(BytesIO(data))
        members = archive.infolist()
    except (
        BadZipFile,
        LargeZipFile,
        NotImplementedError,
        OSError,
        ValueError,
        IndexError,
    ) as error:
        raise UnreadableFileError(Reason.DAMAGED) from error
    unpacked = sum(member.file_size for member in members)
    if len(members) > limits.members:
        _too_large(members=len(members), limit=limits.members)
    if unpacked > limits.unpacked_bytes:
        _too_large(bytes=unpacked, limit=limits.unpacked_bytes)
    if unpacked > max(limits.ratio * len(data), _SAFE_RATIO_BELOW):
        _too_large(bytes=unpacked, limit=limits.ratio * len(data))
    return archive


def _too_large(**fields: int) -> NoReturn:
    told = {name: str(value) for name, value in fields.items()}
    raise UnreadableFileError(Reason.TOO_LARGE, **told)


def bytes_of(archive: ZipFile, member: ZipInfo | str) -> bytes:
    """Return what a member holds.

    Raises UnreadableFileError where it is encrypted, damaged or packed in an unknown way, and
    KeyError where there is none of this name.
    """
    info = archive.getinfo(member) if isinstance(member, str) else member
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableFileError(Reason.ENCRYPTED, member=name_of(info))
    try:
        return archive.read(info)
    except _FAULTS as error:
        raise UnreadableFileError(Reason.DAMAGED, member=name_of(info)) from error
    except RuntimeError as error:  # what zipfile raises for a password it was not told of
        raise UnreadableFileError(Reason.ENCRYPTED, member=name_of(info)) from error


Member = tuple[str, bytes | UnreadableFileError]


def files_in(data: bytes, limits: Limits) -> Iterator[Member]:
    """Yield each file of an archive and of the archives in it, named by the way to it.

    What cannot be unpacked is yielded as its error. The limits of members and bytes hold for all
    of them together. Raises UnreadableFileError where the archive itself is damaged or too large.

    >>> packed = BytesIO()
    >>> with ZipFile(packed, "w") as archive:
    ...     archive.writestr("../a/kế hoạch.txt", "Kế hoạch")
    >>> [(name, len(data)) for name, data in files_in(packed.getvalue(), Limits())]
    [('a/kế hoạch.txt', 12)]
    """
    unpacked = 0
    for members, (name, content) in enumerate(_within(data, limits, "", limits.nesting), 1):
        unpacked += len(content) if isinstance(content, bytes) else 0
        if members > limits.members or unpacked > limits.unpacked_bytes:
            limit = str(limits.unpacked_bytes)
            yield name, UnreadableFileError(Reason.TOO_LARGE, bytes=str(unpacked), limit=limit)
            return
        yield name, content


def _within(data: bytes, limits: Limits, folder: str, depth: int) -> Iterator[Member]:
    for name, content in members_of(data, limits):
        if isinstance(content, UnreadableFileError) or not _is_archive(content, name):
            yield folder + name, content
        elif depth <= 1:
            limit = str(limits.nesting)
            yield folder + name, UnreadableFileError(Reason.TOO_LARGE, nesting=limit)
        else:
            try:
                yield from _within(content, limits, f"{folder}{name}/", depth - 1)
            except UnreadableFileError as error:
                yield folder + name, error


def _is_archive(data: bytes, name: str) -> bool:
    try:
        return format_of(data, name) is Format.ARCHIVE
    except UnreadableFileError:
        return False  # whoever reads it says why


def members_of(data: bytes, limits: Limits) -> Iterator[Member]:
    """Yield each file of one archive; an archive in it is a member like others.

    Folders and what programs put beside the files are left out. Names have no drive, no root and
    no ``..``. What cannot be unpacked is yielded as its error. Raises UnreadableFileError where
    the archive itself is damaged or too large.
    """
    archive = opened(data, limits)
    for member in archive.infolist():
        name = name_of(member)
        if member.filename.endswith("/") or not name or _is_beside(name):
            continue
        try:
            content = bytes_of(archive, member)
        except UnreadableFileError as error:
            yield name, error
            continue
        yield name, content


def name_of(member: ZipInfo) -> str:
    """Return the name of a member: its letters as they were meant, its path without a way out."""
    parts = [part for part in _letters(member).replace("\\", "/").split("/") if part.strip(" .")]
    if parts and len(parts[0]) == 2 and parts[0].endswith(":"):
        parts = parts[1:]
    return "/".join("".join(char if char.isprintable() else "_" for char in part) for part in parts)


def _letters(member: ZipInfo) -> str:
    name = member.orig_filename
    if member.flag_bits & _UTF_8_NAME:
        return name
    # zipfile takes such names for those of the IBM PC; the bytes come back exactly.
    code = name.encode("cp437", "replace")
    try:
        return code.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for page in _OLD_PAGES:
        try:
            return restored(code.decode(page)).text
        except UnicodeDecodeError:
            continue
    return name


def _is_beside(name: str) -> bool:
    """Tell whether a system put the file there: resource forks, thumbnails, hidden files."""
    last = name.rpartition("/")[2]
    return name.startswith("__MACOSX/") or last.startswith(".") or last.lower() == "thumbs.db"
