"""Readings on disk: one file for each text, found by the text's hash and the reader's version.

A file that is there is whole: it is written under another name and then renamed. What another
version of the reader wrote lies in a folder of its own, and is not looked at.
"""

import gzip
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from shutil import rmtree
from typing import Any

from extract.mention import Mention, Tier
from extract.reading import Claim, Document, Reading
from extract.source import SourceText, Span
from ontology.identity import DocumentId
from ontology.level import Level
from ontology.relation import Relation

_READ_BY = ("extract", "ontology")
_CODE_SUFFIXES = (".py", ".csv")
_COMPRESSION = 1


@cache
def reader_version() -> str:
    """Return the hash of the rules and tables that a reading depends on.

    A changed rule makes every reading stale, whether or not somebody thought of a version number.
    """
    return code_version(*_READ_BY)


def code_version(*packages: str) -> str:
    """Return one hash of the code and tables of ``packages``."""
    digest = sha256()
    for package in packages:
        for name, content in sorted(_code(files(package), package)):
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()[:16]


def _code(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from _code(entry, path)
        elif entry.name.endswith(_CODE_SUFFIXES):
            yield path, entry.read_bytes()


@dataclass(frozen=True, slots=True)
class ReadingCache:
    """The readings under ``directory`` that the reader of ``version`` made."""

    directory: Path
    version: str

    def has(self, sha: str) -> bool:
        """Tell whether the text with this hash was read."""
        return self._path(sha).is_file()

    def load(self, sha: str) -> Reading:
        """Return the reading of the text with this hash; FileNotFoundError where there is none."""
        return decoded(json.loads(gzip.decompress(self._path(sha).read_bytes())))

    def save(self, reading: Reading) -> str:
        """Write ``reading`` and return the hash of its text."""
        sha = reading.source.sha256
        path = self._path(sha)
        path.parent.mkdir(parents=True, exist_ok=True)
        content = json.dumps(encoded(reading), ensure_ascii=False, separators=(",", ":"))
        # The process id keeps two writers of one text apart; the last of them wins.
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(
            gzip.compress(content.encode("utf-8", "surrogatepass"), _COMPRESSION, mtime=0)
        )
        draft.replace(path)
        return sha

    def keep_only(self, shas: set[str]) -> None:
        """Remove every reading of another text, and those of other versions."""
        if not self.directory.is_dir():
            return
        for folder in self.directory.iterdir():
            if folder.name != self.version:
                rmtree(folder, ignore_errors=True)
        for path in (self.directory / self.version).glob("*/*"):
            if path.name.removesuffix(".json.gz") not in shas:
                path.unlink(missing_ok=True)

    def _path(self, sha: str) -> Path:
        return self.directory / self.version / sha[:2] / f"{sha}.json.gz"


def encoded(reading: Reading) -> dict[str, Any]:
    """Return ``reading`` as plain values that JSON can hold."""
    return {
        "name": reading.source.name,
        "text": reading.source.text,
        "document": reading.document,
        "documents": [_values(item) | {"id": _key(item.id)} for item in reading.documents],
        "mentions": [_values(item) | {"span": _ends(item.span)} for item in reading.mentions],
        "claims": [_values(item) | {"span": _ends(item.span)} for item in reading.claims],
    }


def decoded(value: dict[str, Any]) -> Reading:
    """Read back what ``encoded`` returned."""
    return Reading(
        source=SourceText(value["name"], value["text"]),
        document=value["document"],
        documents=tuple(_document(item) for item in value["documents"]),
        mentions=tuple(
            Mention(**item | {"span": Span(*item["span"]), "tier": Tier(item["tier"])})
            for item in value["mentions"]
        ),
        claims=tuple(
            Claim(**item | {"span": Span(*item["span"]), "relation": Relation(item["relation"])})
            for item in value["claims"]
        ),
    )


def _values(item: Document | Mention | Claim) -> dict[str, Any]:
    return {field.name: getattr(item, field.name) for field in fields(item)}


def _key(identity: DocumentId | None) -> str | None:
    return str(identity) if identity else None


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _document(item: dict[str, Any]) -> Document:
    typed = {
        "id": DocumentId.parse(item["id"]) if item["id"] else None,
        "level": Level(item["level"]),
        "dates": tuple(item["dates"]),
        "issuers": tuple(item["issuers"]),
    }
    return Document(**item | typed)
