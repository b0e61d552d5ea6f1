"""The files under a path, each as one text that holds all that is seen of it from outside."""

import os
import stat
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Final

from graph.build.ledger import Entry, FileState
from graph.build.seen.looks import PART, SECOND, look_of, mark_of, shown_name
from graph.build.seen.ways import ways_from_store
from graph.store.text_files import TextFile

_LOCKS = ("~$", ".~lock.")
"""What the names of files begin with that Word and LibreOffice keep beside an open document."""

_NAME: Final = attrgetter("name")
_MAY_BE_JOINED: Final = sys.platform == "win32"
"""Whether a folder may lead elsewhere and not be told from others."""


class Search:
    """What is found under one path."""

    def __init__(self, directory: Path, sure: int) -> None:
        self.looks: dict[str, str] = {}
        self.passed: list[Entry] = []
        self.unsure: set[str] = set()
        self._store = os.path.realpath(directory)
        self._sure = sure
        self._way = ways_from_store(directory)
        self._real = cache(os.path.realpath)

    def look_at(self, path: Path) -> None:
        """Find what is there, in order."""
        root = os.path.realpath(path)
        if path.is_file():
            if not _inside(root, self._store):
                self._take(root, shown_name(str(path)), shown_name(path.name), path.stat())
        elif not _inside(root, self._store) and root != self._store:
            self._look_into(path, root)

    def look_at_known(self, text: TextFile, named: Mapping[str, str]) -> None:
        """Find a file of an earlier build again, unless it is ``named`` or gone."""
        there = os.path.normpath(_joined(self._store, text.path))
        if there in named:
            return
        folder, name = os.path.split(there)
        path = _joined(self._real(folder), name)
        try:
            found = os.lstat(path)
            if not _is_itself(found):
                path = os.path.realpath(there)
                found = os.stat(path)  # noqa: PTH116 - a Path for each of many files is slow
        except OSError:
            return
        if stat.S_ISREG(found.st_mode):
            shown = text.name.removesuffix(f"/{text.member}")
            self._take(path, shown_name(path), shown, found)

    def _look_into(self, path: Path, root: str) -> None:
        """Find what is in a folder, and then in those in it; no link to a folder is followed."""
        refused: list[_Folder] = []
        typed = str(path)
        waiting = [_Folder(root, "" if typed == "." else typed, "")]
        while waiting:
            folder = waiting.pop()
            try:
                files, inner = _listed(folder.typed or ".")
            except OSError:
                refused.append(folder)
                continue
            if files:
                self._look_at_each(files, folder, root)
            found = [folder.inner(name) for name in reversed(inner)]
            waiting += [each for each in found if each.real != self._store]
        for folder in refused:
            told = (folder.typed or ".", folder.below or ".")
            self.passed.append(_passed(*told, FileState.FAILED, "no permission"))

    def _look_at_each(
        self, entries: "list[os.DirEntry[str]]", folder: "_Folder", root: str
    ) -> None:
        """Find files of one folder; for each of many no more is done than has to be."""
        names = [entry.name for entry in entries]
        real, typed, below = map(_before_names, (folder.real, folder.typed, folder.below))
        way = self._way(folder.real)
        before, between, then = shown_name(typed), f"{PART}{shown_name(below)}", f"{PART}{way}"
        sure, looks, all_shown = self._sure, self.looks, _are_shown(names)
        for name, entry in zip(names, entries, strict=True):
            path = real + name
            try:
                found = entry.stat(follow_symlinks=False)
            except OSError:
                found = None
            if found is None or not _is_itself(found) or name.startswith(_LOCKS):
                self._look_closer(name, folder, root)
                continue
            written, changed = found.st_mtime_ns, found.st_ctime_ns
            shown = name if all_shown else shown_name(name)
            looks[path] = (
                f"{before}{shown}{between}{shown}{then}{name}"
                f"{PART}{found.st_size} {written} {changed} {found.st_ino}"
            )
            latest = max(written, changed)
            if latest > sure or not latest % SECOND:
                self.unsure.add(path)

    def _look_closer(self, name: str, folder: "_Folder", root: str) -> None:
        """Find a file that is a link, or say why it is none to be read."""
        typed, shown = _joined(folder.typed, name), _joined(folder.below, name)
        if name.startswith(_LOCKS):
            self.passed.append(_passed(typed, shown, FileState.SKIPPED, "lock"))
            return
        try:
            path = os.path.realpath(_joined(folder.real, name), strict=True)
            found = os.stat(path)  # noqa: PTH116 - a Path for each of many files is slow
        except (OSError, RuntimeError):
            self.passed.append(_passed(typed, shown, FileState.SKIPPED, "broken link"))
            return
        if not _inside(path, root):
            self.passed.append(_passed(typed, shown, FileState.SKIPPED, "link out"))
        elif not stat.S_ISREG(found.st_mode):
            self.passed.append(_passed(typed, shown, FileState.SKIPPED, "no file"))
        elif not _inside(path, self._store):
            self._take(path, shown_name(typed), shown_name(shown), found)

    def _take(self, path: str, typed: str, name: str, found: os.stat_result) -> None:
        folder, last = os.path.split(path)
        mark = mark_of(found)
        self.looks[path] = look_of(typed, name, self._way(folder) + last, mark)
        latest = max(mark[1:3])
        if latest > self._sure or not latest % SECOND:
            self.unsure.add(path)


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder as it really lies, as it was typed, and below the one that was typed."""

    real: str
    typed: str
    below: str

    def inner(self, name: str) -> "_Folder":
        """Return a folder in it; below the root each name leads where it says."""
        return _Folder(
            _joined(self.real, name), _joined(self.typed, name), _joined(self.below, name)
        )


def _listed(folder: str) -> "tuple[list[os.DirEntry[str]], list[str]]":
    """Return what is in a folder, in order: all but folders, and the names of folders."""
    files: list[os.DirEntry[str]] = []
    folders: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if not _is_folder(entry):
                files.append(entry)
            elif not entry.is_symlink():
                folders.append(entry.name)
    files.sort(key=_NAME)
    return files, sorted(folders)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads nowhere
        return False


def _is_itself(found: os.stat_result) -> bool:
    """Tell whether a file is one, and lies where its name says."""
    return stat.S_ISREG(found.st_mode) and not _MAY_BE_JOINED


def _are_shown(names: Iterable[str]) -> bool:
    """Tell whether names are shown as they are."""
    try:
        PART.join(names).encode()
    except UnicodeEncodeError:
        return False
    return True


def _passed(typed: str, shown: str, state: FileState, code: str) -> Entry:
    return Entry(path=shown_name(typed), name=shown_name(shown), state=state, code=code)


def _joined(folder: str, name: str) -> str:
    if not folder or not name or folder.endswith(os.sep):
        return folder + name
    return f"{folder}{os.sep}{name}"


def _inside(path: str, folder: str) -> bool:
    return path.startswith(folder if folder.endswith(os.sep) else folder + os.sep)


def _before_names(folder: str) -> str:
    """Return what stands before the names in a folder."""
    return folder if not folder or folder.endswith(os.sep) else f"{folder}{os.sep}"
