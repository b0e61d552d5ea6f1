"""The files that a graph is built from: a list of many rows, of which few are ever looked at."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from mmap import mmap
from typing import Final, overload

_START: Final = len(b'{"sha": "')
_BETWEEN: Final = b",\n"
_LIST: Final = b"[\n"


@dataclass(frozen=True, slots=True)
class TextFile:
    """One file of a store: where it lies from the store's directory, its name, its text's hash.

    ``member`` is its name in the archive that ``path`` then is.
    """

    path: str
    name: str
    sha: str
    member: str = ""


def row_of(file: TextFile) -> bytes:
    """Return the row of one file: what is of its text comes first."""
    row = {"sha": file.sha, "name": file.name, "path": file.path, "member": file.member}
    return json.dumps(row).encode()


def unlike_parts(before: Sequence[object], after: Sequence[object]) -> tuple[slice, slice]:
    """Return the parts of two lists that are left without how they begin and end alike.

    Of lists that differ little only that is to be looked at more closely.
    """
    least = min(len(before), len(after))
    first = next((i for i in range(least) if before[i] != after[i]), least)
    rest = least - first
    last = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
    return slice(first, len(before) - last), slice(first, len(after) - last)


class TextFiles(Sequence[TextFile]):
    """Files as their list is written; one is read out of its row when it is asked for.

    Whoever knows ``shas``, the hash of the text of each, may tell them.
    """

    def __init__(self, rows: Sequence[bytes], shas: Sequence[str] | None = None) -> None:
        self.rows = rows
        self._shas = shas

    @classmethod
    def of(cls, files: Iterable[TextFile]) -> "TextFiles":
        """Return the list of these files."""
        return cls([*map(row_of, files)])

    @classmethod
    def read(cls, written: bytes) -> "TextFiles":
        """Return the list that was ``written`` by this class, which is sure of it."""
        return cls(written[2:-2].split(_BETWEEN) if len(written) > len(b"[\n\n]") else ())

    @overload
    def __getitem__(self, index: int) -> TextFile: ...
    @overload
    def __getitem__(self, index: slice) -> "TextFiles": ...
    def __getitem__(self, index: int | slice) -> "TextFile | TextFiles":
        """Return one file, or the list of some."""
        if isinstance(index, slice):
            return TextFiles(self.rows[index])
        return TextFile(**json.loads(self.rows[index]))

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[TextFile]:
        # All at once: each call of the library costs more than a row.
        yield from (TextFile(**row) for row in json.loads(self.written))

    @cached_property
    def written(self) -> bytes:
        """The list as its file has it."""
        return b"[\n%b\n]" % _BETWEEN.join(self.rows)

    @cached_property
    def shas(self) -> Sequence[str]:
        """The hash of the text of each."""
        if self._shas is not None:
            return self._shas
        return [row[_START : row.index(b'"', _START)].decode() for row in self.rows]

    def texts_digest(self) -> str:
        """Return one short text for which texts there are under which names, in any order."""
        said = sorted(row[: row.index(b', "path": "')] for row in self.rows)
        return sha256(b"\n".join(said)).hexdigest()


def opens_as_list(written: mmap) -> bool:
    """Tell whether a list of files is written as it is today."""
    return written[: len(_LIST)] == _LIST


def listed_files(written: mmap, shas: Iterable[str]) -> Iterator[TextFile]:
    """Yield the files of a list that hold some texts, in order; other rows are not read.

    How a row begins stands nowhere within one, for the quotes of words there are escaped.
    """
    begun = (f'{{"sha": {json.dumps(sha)},'.encode() for sha in shas)
    for place in sorted(place for row in begun for place in _places(written, row)):
        end = written.find(b"\n", place)
        yield TextFile(**json.loads(written[place:end].rstrip(b",")))


def _places(written: mmap, wanted: bytes) -> Iterator[int]:
    place = written.find(wanted)
    while place >= 0:
        yield place
        place = written.find(wanted, place + 1)


class Names(Mapping[str, set[str]]):
    """The names of the files that hold each text, by its hash, looked up when asked for."""

    def __init__(self, files: TextFiles) -> None:
        self.files = files
        self._rows = dict(zip(files.shas, files.rows, strict=True))
        self._further: dict[str, list[bytes]] = {}
        if len(self._rows) < len(files):
            for sha, row in zip(files.shas, files.rows, strict=True):
                if self._rows[sha] is not row:
                    self._further.setdefault(sha, []).append(row)

    def __getitem__(self, sha: str) -> set[str]:
        rows = (self._rows[sha], *self._further.get(sha, ()))
        return {json.loads(row)["name"] for row in rows}

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def differing(self, other: "Names") -> set[str]:
        """Return the texts that are in one of two lists alone, or under other names there."""
        lists = self.files, other.files
        unlike = unlike_parts(*(files.rows for files in lists))
        parts = (
            zip(files.rows[part], files.shas[part], strict=True)
            for files, part in zip(lists, unlike, strict=True)
        )
        before, after = map(dict, parts)
        near = {before.get(row) or after[row] for row in before.keys() ^ after.keys()}
        return {sha for sha in near if self.get(sha) != other.get(sha)}
