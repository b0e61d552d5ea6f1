"""Readings on disk: one file for each text, found by the text's hash and the reader's version.

A file that is there is whole: it is written under another name and then renamed. What another
version of the reader wrote lies in a folder of its own, and is not looked at.
"""

import gzip
import json
import os
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from shutil import rmtree
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from extract.reading import Claim, Document, Duty, Mention, Reading, Task
from extract.text.source import Box, Origin, Signature, SourceText, Span
from graph.facts.provenance import written_at
from graph.whole_files import unwritable, write_whole
from ontology.documents.identity import DocumentId

_COMPRESSION = 1
_ENDS = ".json.gz"

_OF_BOX = tuple(field.name for field in fields(Box))[1:]

Made = TypeVar("Made", Document, Mention, Claim, Duty, Task)
Read = TypeVar("Read")


class DamagedReadingError(Exception):
    """A reading on disk is no longer whole; its text has to be read anew."""


@dataclass(frozen=True, slots=True)
class FileRecord:
    """What is known of a file that is no plain text: the hash of its text, how it was read."""

    text: str
    reader: str
    secrecy: str = ""
    warnings: tuple[tuple[str, Mapping[str, str]], ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingCache:
    """The readings under ``directory`` that the reader of ``version`` made."""

    directory: Path
    version: str

    def has(self, sha: str) -> bool:
        """Tell whether the text with this hash was read."""
        return self._path(sha).is_file()

    def held(self) -> set[str]:
        """Return the hashes of all texts that were read, and the names of what is no reading."""
        names: set[str] = set()
        for folder in (self.directory / self.version).glob("??"):
            names.update([entry.name.removesuffix(_ENDS) for entry in os.scandir(folder)])
        return names

    def load(self, sha: str) -> Reading:
        """Return the reading of the text with this hash.

        Raises FileNotFoundError where there is none, DamagedReadingError where it is no longer
        whole; then it is removed, for the text can be read anew.
        """
        return self._read(sha, decoded)

    def _read(self, sha: str, made: Callable[[dict[str, Any]], Read]) -> Read:
        path = self._path(sha)
        try:
            return made(json.loads(gzip.decompress(path.read_bytes())))
        except FileNotFoundError:
            raise
        except (OSError, EOFError, ValueError, TypeError, KeyError, zlib.error) as error:
            path.unlink(missing_ok=True)
            raise DamagedReadingError(sha) from error

    def source(self, sha: str) -> SourceText:
        """Return the text with this hash as it was read, without what was read in it.

        Raises as ``load`` does.
        """
        return self._read(sha, _source)

    def read_at(self, sha: str) -> datetime:
        """Return when the text was read; FileNotFoundError where it was not."""
        return written_at(self._path(sha))

    def save(self, reading: Reading) -> str:
        """Write ``reading`` and return the hash of its text.

        Of one text in two files that which came out of its file with least doubt is kept, in
        whatever order they are read. Raises Unwritable.
        """
        sha = reading.source.sha256
        path = self._path(sha)
        if path.is_file():
            with suppress(DamagedReadingError, FileNotFoundError):
                reading = min(self.load(sha), reading, key=_doubt)
        content = json.dumps(encoded(reading), ensure_ascii=False, separators=(",", ":"))
        data = content.encode("utf-8", "surrogatepass")
        _keep(path, gzip.compress(data, _COMPRESSION, mtime=0))
        return sha

    def record(self, file_sha: str) -> FileRecord | None:
        """Return what is known of the file whose bytes have this hash, None where nothing is."""
        try:
            value = json.loads(self._record_path(file_sha).read_bytes())
            warnings = tuple((code, fields) for code, fields in value.pop("warnings"))
            return FileRecord(**value, warnings=warnings)
        except (OSError, ValueError, TypeError, KeyError):
            return None  # lost or damaged: the file is read anew

    def keep_record(self, file_sha: str, record: FileRecord) -> None:
        """Remember how the file whose bytes have this hash was read. Raises Unwritable."""
        content = json.dumps(asdict(record), ensure_ascii=False)
        _keep(self._record_path(file_sha), content.encode())

    def keep_only(self, shas: set[str], held: set[str]) -> None:
        """Remove every reading of another text, and those of other versions.

        ``held`` is what was there before those of ``shas`` were read, as ``held`` told it.
        """
        for folder in self.directory.glob("*"):
            if folder.name != self.version:
                rmtree(folder, ignore_errors=True)
        gone, own = held - shas, self.directory / self.version
        for name in gone:
            for path in (self._path(name), *own.glob(f"??/{name}")):
                path.unlink(missing_ok=True)
        for path in (own / "files").glob("*.json") if gone else ():
            record = self.record(path.stem)
            if record is None or record.text not in shas:
                path.unlink(missing_ok=True)

    def remove_damaged(self) -> None:
        """Remove every reading that is no longer whole: where one is not, others may be like it."""
        for path in (self.directory / self.version).glob(f"??/*{_ENDS}"):
            with suppress(DamagedReadingError):
                self.load(path.name.removesuffix(_ENDS))

    def _path(self, sha: str) -> Path:
        return self.directory / self.version / sha[:2] / f"{sha}{_ENDS}"

    def _record_path(self, file_sha: str) -> Path:
        return self.directory / self.version / "files" / f"{file_sha}.json"


def _keep(path: Path, content: bytes) -> None:
    with unwritable(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        # One that a failure of power leaves empty is seen to be damaged, and its text read anew;
        # to wait for the disk after each of many would take longer than to read them.
        write_whole(path, content, lasting=False)


def _doubt(reading: Reading) -> tuple[int, str, str]:
    source = reading.source
    return len(source.origin.unconfirmed), source.origin.reader, source.name


def encoded(reading: Reading) -> dict[str, Any]:
    """Return ``reading`` as plain values that JSON can hold."""
    return {
        "name": reading.source.name,
        "text": reading.source.text,
        "pages": reading.source.pages,
        "origin": _plain_origin(reading.source.origin),
        "document": reading.document,
        "documents": [_plain(item) for item in reading.documents],
        "mentions": [_plain(item) for item in reading.mentions],
        "claims": [_plain(item) for item in reading.claims],
        "duties": [_plain(item) for item in reading.duties],
        "tasks": [_plain(item) for item in reading.tasks],
    }


def decoded(value: dict[str, Any]) -> Reading:
    """Read back what ``encoded`` returned."""
    return Reading(
        source=_source(value),
        document=value["document"],
        documents=tuple(_made(Document, item) for item in value["documents"]),
        mentions=tuple(_made(Mention, item) for item in value["mentions"]),
        claims=tuple(_made(Claim, item) for item in value["claims"]),
        duties=tuple(_made(Duty, item) for item in value["duties"]),
        tasks=tuple(_made(Task, item) for item in value["tasks"]),
    )


def _source(value: dict[str, Any]) -> SourceText:
    return SourceText(value["name"], value["text"], tuple(value["pages"]), _origin(value["origin"]))


def _plain_origin(origin: Origin) -> dict[str, Any]:
    return {
        "reader": origin.reader,
        "boxes": [
            (box.span.start, box.span.end, *(getattr(box, name) for name in _OF_BOX))
            for box in origin.boxes
        ],
        "unconfirmed": [(span.start, span.end) for span in origin.unconfirmed],
        "signatures": [(signature.name, signature.signed_at) for signature in origin.signatures],
    }


def _origin(value: dict[str, Any]) -> Origin:
    return Origin(
        value["reader"],
        tuple(
            Box(span=Span(start, end), **dict(zip(_OF_BOX, where, strict=True)))
            for start, end, *where in value["boxes"]
        ),
        tuple(Span(*ends) for ends in value["unconfirmed"]),
        tuple(Signature(*told) for told in value["signatures"]),
    )


def _plain(item: Document | Mention | Claim | Duty | Task) -> dict[str, Any]:
    return {field.name: _plain_value(getattr(item, field.name)) for field in fields(item)}


def _plain_value(value: object) -> object:
    if isinstance(value, Span):
        return value.start, value.end
    return str(value) if isinstance(value, DocumentId) else value


def _made(kind: type[Made], item: dict[str, Any]) -> Made:
    readers = _READERS[kind.__name__]
    values: dict[str, Any] = {
        name: None if value is None else readers[name](value) for name, value in item.items()
    }
    return kind(**values)


def _readers(kind: type) -> dict[str, Callable[[Any], Any]]:
    """Return for each field of a value how its JSON is read back."""
    hints = get_type_hints(kind)
    return {name: _reader(hint) for name, hint in hints.items()}


def _reader(hint: object) -> Callable[[Any], Any]:
    """Return how JSON becomes a value of this type, None apart."""
    choices = [choice for choice in get_args(hint) if choice is not NoneType]
    if isinstance(hint, UnionType) and len(choices) == 1:
        return _reader(choices[0])
    if hint is Span:
        return lambda ends: Span(*ends)
    if hint is DocumentId:
        return DocumentId.parse
    if get_origin(hint) is tuple:
        made = _reader(choices[0])
        return lambda values: tuple(map(made, values))
    if isinstance(hint, type) and issubclass(hint, StrEnum | str | float | bool):
        return hint
    raise TypeError(f"a reading cannot be kept: no way to read back {hint}")


_READERS = {kind.__name__: _readers(kind) for kind in (Document, Mention, Claim, Duty, Task)}
