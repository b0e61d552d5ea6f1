"""Which files a store is made from: those that are named, and those it knows already."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import NothingToRead
from graph.store.disk import TextFile

SUFFIXES = (".txt", ".md")
"""What the files of a folder end in that are read as texts."""


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read: its absolute path, the name that it is shown by, the path as typed."""

    path: Path
    name: str
    typed: Path


def inputs(
    paths: Iterable[Path], earlier: Iterable[TextFile], directory: Path
) -> tuple[Input, ...]:
    """Return the files under ``paths``, and those of ``earlier`` that still exist, in order.

    A folder is searched for texts, hidden files and the store's own ``directory`` left out; a file
    is taken whatever its name ends in. Raises NothingToRead where a path has no texts.
    """
    kept = {file.path: file for file in _known(earlier, directory)}
    for path in paths:
        inside = directory.resolve()
        found = [file for file in _named(path) if inside not in file.path.parents]
        if not found:
            raise NothingToRead(path, SUFFIXES, exists=path.exists())
        kept |= {file.path: file for file in found}
    return tuple(kept[path] for path in sorted(kept))


def from_store(path: Path, directory: Path) -> str:
    """Return where ``path`` lies from the store, so that both can be moved together."""
    try:
        return Path(os.path.relpath(path, directory.resolve())).as_posix()
    except ValueError:  # on another drive
        return path.as_posix()


def _named(path: Path) -> Iterator[Input]:
    if path.is_file():
        yield Input(path.resolve(), path.name, path)
        return
    for root, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = Path(root, name)
            if file.suffix.lower() in SUFFIXES and not name.startswith(".") and file.is_file():
                yield Input(file.resolve(), file.relative_to(path).as_posix(), file)


def _known(earlier: Iterable[TextFile], directory: Path) -> Iterator[Input]:
    for text in earlier:
        path = (directory / text.path).resolve()
        if path.is_file():
            yield Input(path, text.name, path)
