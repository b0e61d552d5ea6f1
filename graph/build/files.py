"""Which files a store is made from: those that are named, and those it knows already."""

import os
import stat
import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from graph.build.ledger import Entry, FileState
from graph.errors import NothingToRead
from graph.store.disk import TextFile

_LOCKS = ("~$", ".~lock.")
"""What the names of files begin with that Word and LibreOffice keep beside an open document."""

_MAY_BE_JOINED: Final = sys.platform == "win32"
"""Whether a folder may lead elsewhere and not be told from others."""

Mark = tuple[int, int, int, int]
"""What a file looks like from outside: size, times of its content and of its entry, inode."""


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read: its absolute path, the name that it is shown by, the path as typed.

    ``mark`` is how the file looked before it was read; None where that cannot be relied on.
    """

    path: str
    name: str
    typed: str
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, in order, and the lines of those that are none."""

    files: tuple[Input, ...]
    passed: tuple[Entry, ...] = field(default=())


def named_inputs(paths: Iterable[Path], directory: Path) -> Found:
    """Return the files under ``paths``.

    A folder is searched whole; hidden files and the store's own ``directory`` are left out, and
    what is no file of the folder (a link out of it, a pipe, a folder without permission) has a
    line that says so. Raises NothingToRead where a path has no files.
    """
    named: dict[str, Input] = {}
    passed: list[Entry] = []
    store = os.path.realpath(directory)
    for path in paths:
        found = list(_named(path, store))
        files = {item.path: item for item in found if isinstance(item, Input)}
        passed += [item for item in found if isinstance(item, Entry)]
        if not files:
            raise NothingToRead(path, exists=path.exists())
        named |= files
    return Found(tuple(named.values()), tuple(passed))


def with_known(named: Found, earlier: Iterable[TextFile], directory: Path) -> Found:
    """Return the files of ``named``, and those of ``earlier`` that still exist, in order."""
    kept = {file.path: file for file in named.files}
    known = {file.path: file for file in _known(earlier, directory, kept.keys())}
    order = sorted(known | kept, key=lambda path: path.replace(os.sep, "\0"))
    return Found(tuple(kept.get(path) or known[path] for path in order), named.passed)


def mark_of(found: os.stat_result) -> Mark:
    """Return what a file looks like, of what the system tells of it."""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def from_store(path: Path, directory: Path) -> str:
    """Return where ``path`` lies from the store, so that both can be moved together."""
    return _relative(path, directory.resolve())


def all_from_store(files: Iterable[Input], directory: Path) -> Iterator[str]:
    """Yield for each file what ``from_store`` returns; each folder is worked out once."""
    store = directory.resolve()
    around = {str(folder) for folder in (store, *store.parents)}
    folders: dict[str, str] = {}

    def of(folder: str) -> str:
        """Return what stands before a name in a folder, by what stands before the folder's."""
        if folder not in folders:
            outer, name = os.path.split(folder)
            if folder in around or not name:
                there = _relative(Path(folder), store)
                folders[folder] = "" if there == "." else f"{there.removesuffix('/')}/"
            else:
                folders[folder] = f"{of(outer)}{name}/"
        return folders[folder]

    for file in files:
        folder, name = os.path.split(file.path)
        yield of(folder) + name


def _relative(path: Path, store: Path) -> str:
    try:
        return Path(os.path.relpath(path, store)).as_posix()
    except ValueError:  # on another drive
        return path.as_posix()


def shown_name(path: str) -> str:
    """Return the name that a file is shown by: bytes that are no UTF-8 are written as they are."""
    shown = path if os.sep == "/" else path.replace(os.sep, "/")
    try:
        shown.encode()
    except UnicodeEncodeError:
        return os.fsencode(shown).decode("utf-8", "backslashreplace")
    return shown


def _named(path: Path, store: str) -> Iterator[Input | Entry]:
    root = os.path.realpath(path)
    if path.is_file():
        if not _inside(root, store):
            yield Input(root, path.name, shown_name(str(path)), mark_of(path.stat()))
        return
    if _inside(root, store) or root == store:
        return
    refused: list[OSError] = []
    typed = str(path)
    for where, folders, names in os.walk(typed, onerror=refused.append):
        # No link is followed on the way, so that below the root each name leads where it says.
        below = where[len(typed) :].lstrip(os.sep)
        real, as_typed = _joined(root, below), _joined("" if typed == "." else typed, below)
        folders[:] = [
            name
            for name in sorted(folders)
            if not name.startswith(".") and _joined(real, name) != store
        ]
        for name in sorted(names):
            if not name.startswith("."):
                item = _file(_joined(as_typed, name), _joined(below, name), real, root)
                if isinstance(item, Entry) or not _inside(item.path, store):
                    yield item
    for error in refused:
        folder = Path(os.fsdecode(error.filename or ""))
        shown = folder.relative_to(path) if folder.is_relative_to(path) else folder
        yield _passed(str(folder), str(shown), FileState.FAILED, "no permission")


def _file(typed: str, shown: str, folder: str, root: str) -> Input | Entry:
    """Return a file of a real ``folder``, or the line that says why it is none to be read."""
    name = os.path.basename(typed)  # noqa: PTH119 - a Path for each of many files is slow
    if name.startswith(_LOCKS):
        return _passed(typed, shown, FileState.SKIPPED, "lock")
    resolved = _joined(folder, name)
    try:
        found = os.lstat(resolved)
        if _MAY_BE_JOINED or not stat.S_ISREG(found.st_mode):
            resolved = os.path.realpath(resolved, strict=True)
            found = os.stat(resolved)  # noqa: PTH116
    except (OSError, RuntimeError):
        return _passed(typed, shown, FileState.SKIPPED, "broken link")
    if not _inside(resolved, root):
        return _passed(typed, shown, FileState.SKIPPED, "link out")
    if not stat.S_ISREG(found.st_mode):
        return _passed(typed, shown, FileState.SKIPPED, "no file")
    return Input(resolved, shown_name(shown), shown_name(typed), mark_of(found))


def _passed(typed: str, shown: str, state: FileState, code: str) -> Entry:
    return Entry(path=shown_name(typed), name=shown_name(shown), state=state, code=code)


def _known(earlier: Iterable[TextFile], directory: Path, named: Collection[str]) -> Iterator[Input]:
    """Yield the files of ``earlier`` that are not ``named`` and exist."""
    real = os.path.realpath(directory)
    for text in earlier:
        there = os.path.normpath(_joined(real, text.path))
        if there in named:
            continue
        path = (directory / text.path).resolve()
        if path.is_file():
            name = text.name.removesuffix(f"/{text.member}")
            yield Input(str(path), name, shown_name(str(path)), mark_of(path.stat()))


def _joined(folder: str, name: str) -> str:
    if not folder or not name or folder.endswith(os.sep):
        return folder + name
    return f"{folder}{os.sep}{name}"


def _inside(path: str, folder: str) -> bool:
    return path.startswith(folder if folder.endswith(os.sep) else folder + os.sep)
