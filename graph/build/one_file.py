"""One file becomes a reading, or the reason why it does not."""

import errno
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import extract
from extract.head.secrecy import secrecy_of
from extract.readers.archive import files_in
from extract.readers.formats import Format, format_of, load_file, reader_of
from extract.readers.plain import READER
from extract.readers.protocol import (
    MissingLibraryError,
    MissingProgramError,
    OcrUse,
    Reason,
    Remark,
    UnreadableFileError,
    Warned,
)
from extract.text.source import SourceText
from graph.build.allowed import Allowed
from graph.build.ledger import FileState, Remarked
from graph.build.readings import FileRecord, ReadingCache
from graph.errors import GraphError, Unreadable
from graph.words.sentences import Cause

_PLAIN = (".txt", ".md")
"""Files of these names are meant to be read: what is no text in them is damaged."""
_HEAD = 8_000
"""In how many bytes the head of a plain text stands."""
_FAULTS = {
    errno.EACCES: "no permission",
    errno.EPERM: "no permission",
    errno.ENOENT: "gone",
    errno.EISDIR: "folder",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file: the hash of its text, or the code of the sentence that says why."""

    sha: str = ""
    reader: str = ""
    citations: int = 0
    state: FileState = FileState.READ
    code: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[Remarked, ...] = ()
    members: "tuple[tuple[str, Outcome], ...]" = ()
    """What became of each file of an archive, by its name in it."""


def known_outcome(path: Path, cache: ReadingCache, allowed: Allowed) -> Outcome | None:
    """Return what became of a file whose bytes were read before, None where they were not."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            if size > allowed.limits.file_bytes:
                return _too_large(size, allowed)
            file.seek(0)
            return _known(file.read(), cache, allowed)
    except OSError as error:
        return failed(error)


def _known(data: bytes, cache: ReadingCache, allowed: Allowed) -> Outcome | None:
    sha = sha256(data).hexdigest()
    if cache.has(sha):
        secrecy = "" if allowed.secret else secrecy_of(data[:_HEAD].decode("utf-8", "replace"))
        if secrecy:
            return _secret(secrecy)
        return Outcome(sha=sha, reader=READER, state=FileState.UNCHANGED)
    record = cache.record(sha)
    if record is None or not cache.has(record.text):
        return None
    if _may_hold_more(record, allowed):
        return None
    if record.secrecy and not allowed.secret:
        return _secret(record.secrecy)
    return Outcome(
        sha=record.text,
        reader=record.reader,
        state=FileState.UNCHANGED,
        warnings=tuple(Remarked(code, fields) for code, fields in record.warnings),
    )


def _may_hold_more(record: FileRecord, allowed: Allowed) -> bool:
    """Tell whether pages were left out that OCR was not asked for, or was not there to read."""
    lasting = {Reason.TOO_LARGE.value, Reason.DAMAGED.value}
    if allowed.limits.ocr is OcrUse.NEVER:
        lasting.add(OcrUse.NEVER.value)
    return any(
        code == Remark.PAGES_LEFT_OUT.value and fields["why"] not in lasting
        for code, fields in record.warnings
    )


def loaded(path: Path) -> SourceText:
    """Return the text of one file; raises Unreadable, which says why."""
    try:
        return load_file(path)
    except MissingProgramError as error:
        outcome = _waits(error)
    except UnreadableFileError as error:
        outcome = _unread(error, path.name)
    except OSError as error:
        outcome = failed(error)
    raise Unreadable(str(path), Cause(outcome.code, outcome.fields))


def read_file(path: Path, name: str, cache: ReadingCache, allowed: Allowed) -> Outcome:
    """Read one file and keep what it says; whatever goes wrong with it is its outcome.

    Raises Unwritable where what it says cannot be kept.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        return failed(error)
    return _guarded(data, name, cache, allowed)


def _guarded(data: bytes, name: str, cache: ReadingCache, allowed: Allowed) -> Outcome:
    try:
        return _read(data, name, cache, allowed)
    except MissingProgramError as error:
        return _waits(error)
    except UnreadableFileError as error:
        return _unread(error, name)
    except OSError as error:
        return failed(error)
    except GraphError:  # what was read cannot be kept: no fault of this file
        raise
    except MemoryError:
        return Outcome(state=FileState.FAILED, code="memory")
    except Exception as error:  # whatever fails on one text must not cost the rest
        told = f"{type(error).__name__}: {error}"[:200]
        return Outcome(state=FileState.FAILED, code="fault", fields={"error": told})


def _read(data: bytes, name: str, cache: ReadingCache, allowed: Allowed) -> Outcome:
    if len(data) > allowed.limits.file_bytes:
        return _too_large(len(data), allowed)
    if not data.strip():
        raise UnreadableFileError(Reason.EMPTY)
    kind = format_of(data, name)
    if kind is Format.ARCHIVE:
        return _members(data, name, cache, allowed)
    said = reader_of(kind)(data, name, allowed.limits)
    if not said.text.strip():
        raise UnreadableFileError(Reason.NO_TEXT)
    secrecy = secrecy_of(said.text)
    if secrecy and not allowed.secret:
        return _secret(secrecy)
    reading = extract.read(said.under(name))
    sha = cache.save(reading)
    file_sha = sha256(data).hexdigest()
    if file_sha != sha:
        cache.keep_record(file_sha, FileRecord(sha, said.reader, secrecy, _plain(said.warnings)))
    return Outcome(
        sha=sha,
        reader=said.reader,
        citations=len(reading.mentions),
        warnings=tuple(Remarked(code, fields) for code, fields in _plain(said.warnings)),
    )


def _members(data: bytes, name: str, cache: ReadingCache, allowed: Allowed) -> Outcome:
    """Read what an archive holds; each of its files has an outcome of its own."""
    found: list[tuple[str, Outcome]] = []
    for member, content in files_in(data, allowed.limits):
        if isinstance(content, UnreadableFileError):
            outcome = _unread(content, member)
        else:
            known = _known(content, cache, allowed)
            outcome = known or _guarded(content, f"{name}/{member}", cache, allowed)
        found.append((member, outcome))
    if not found:
        raise UnreadableFileError(Reason.EMPTY)
    return Outcome(members=tuple(found))


def _waits(error: MissingProgramError) -> Outcome:
    library = isinstance(error, MissingLibraryError)
    code = "missing library" if library else "missing program"
    fields = {"program": error.program, "extra": error.extra}
    return Outcome(state=FileState.WAITS, code=code, fields=fields)


def _unread(error: UnreadableFileError, name: str) -> Outcome:
    """Return the outcome of a file without text; a folder holds tables and programs, too.

    What was left out because the user asked for it is no failure.
    """
    binary = error.reason is Reason.BINARY and not name.lower().endswith(_PLAIN)
    passed_over = error.reason in {Reason.UNKNOWN_FORMAT, Reason.NOT_WANTED} or binary
    state = FileState.SKIPPED if passed_over else FileState.FAILED
    return Outcome(state=state, code=error.reason.value, fields=error.fields)


def failed(error: OSError) -> Outcome:
    """Return the outcome of a file that the system does not give."""
    code = _FAULTS.get(error.errno or 0, "system")
    fields = {} if code != "system" else {"error": error.strerror or str(error)}
    return Outcome(state=FileState.FAILED, code=code, fields=fields)


def _too_large(size: int, allowed: Allowed) -> Outcome:
    fields = {"size": str(size), "limit": str(allowed.limits.file_bytes)}
    return Outcome(state=FileState.FAILED, code=Reason.TOO_LARGE.value, fields=fields)


def _secret(degree: str) -> Outcome:
    return Outcome(state=FileState.SKIPPED, code="secret", fields={"degree": degree})


def _plain(warnings: tuple[Warned, ...]) -> tuple[tuple[str, Mapping[str, str]], ...]:
    return tuple((warned.remark.value, dict(warned.fields)) for warned in warnings)
