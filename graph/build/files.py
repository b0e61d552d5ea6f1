"""Which files a store is made from: those that are named, and those it knows already."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.build.ledger import Entry, FileState
from graph.errors import NothingToRead
from graph.store.disk import TextFile

_LOCKS = ("~$", ".~lock.")
"""What the names of files begin with that Word and LibreOffice keep beside an open document."""


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read: its absolute path, the name that it is shown by, the path as typed."""

    path: Path
    name: str
    typed: Path


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, in order, and the lines of those that are none."""

    files: tuple[Input, ...]
    passed: tuple[Entry, ...] = field(default=())


def inputs(paths: Iterable[Path], earlier: Iterable[TextFile], directory: Path) -> Found:
    """Return the files under ``paths``, and those of ``earlier`` that still exist, in order.

    A folder is searched whole; hidden files and the store's own ``directory`` are left out, and
    what is no file of the folder (a link out of it, a pipe, a folder without permission) has a
    line that says so. Raises NothingToRead where a path has no files.
    """
    kept = {file.path: file for file in _known(earlier, directory)}
    passed: list[Entry] = []
    inside = directory.resolve()
    for path in paths:
        found = [item for item in _named(path, inside) if _outside(item, inside)]
        files = [item for item in found if isinstance(item, Input)]
        passed += [item for item in found if isinstance(item, Entry)]
        if not files:
            raise NothingToRead(path, exists=path.exists())
        kept |= {file.path: file for file in files}
    return Found(tuple(kept[path] for path in sorted(kept)), tuple(passed))


def from_store(path: Path, directory: Path) -> str:
    """Return where ``path`` lies from the store, so that both can be moved together."""
    try:
        return Path(os.path.relpath(path, directory.resolve())).as_posix()
    except ValueError:  # on another drive
        return path.as_posix()


def _outside(item: Input | Entry, directory: Path) -> bool:
    return isinstance(item, Entry) or directory not in item.path.parents


def _named(path: Path, store: Path) -> Iterator[Input | Entry]:
    if path.is_file():
        yield Input(path.resolve(), path.name, path)
        return
    refused: list[OSError] = []
    root = path.resolve()
    for where, folders, names in os.walk(path, onerror=refused.append):
        folders[:] = [
            name
            for name in sorted(folders)
            if not name.startswith(".") and Path(where, name).resolve() != store
        ]
        for name in sorted(names):
            if not name.startswith("."):
                yield _file(Path(where, name), path, root)
    for error in refused:
        folder = Path(os.fsdecode(error.filename or ""))
        yield _passed(folder, path, FileState.FAILED, "no permission")


def _file(file: Path, path: Path, root: Path) -> Input | Entry:
    """Return a file of a folder, or the line that says why it is none to be read."""
    if file.name.startswith(_LOCKS):
        return _passed(file, path, FileState.SKIPPED, "lock")
    try:
        resolved = file.resolve(strict=True)
        mode = resolved.stat().st_mode
    except (OSError, RuntimeError):
        return _passed(file, path, FileState.SKIPPED, "broken link")
    if not resolved.is_relative_to(root):
        return _passed(file, path, FileState.SKIPPED, "link out")
    if not stat.S_ISREG(mode):
        return _passed(file, path, FileState.SKIPPED, "no file")
    return Input(resolved, shown_name(file.relative_to(path)), file)


def shown_name(path: Path) -> str:
    """Return the name that a file is shown by: bytes that are no UTF-8 are written as they are."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _passed(file: Path, path: Path, state: FileState, code: str) -> Entry:
    name = shown_name(file.relative_to(path) if file.is_relative_to(path) else file)
    return Entry(path=shown_name(file), name=name, state=state, code=code)


def _known(earlier: Iterable[TextFile], directory: Path) -> Iterator[Input]:
    for text in earlier:
        path = (directory / text.path).resolve()
        if path.is_file():
            yield Input(path, text.name.removesuffix(f"/{text.member}"), path)
