"""Where files lie from a store, so that both can be moved together."""

import os
from collections.abc import Callable
from pathlib import Path


def from_store(path: Path, directory: Path) -> str:
    """Return where ``path`` lies from the store, so that both can be moved together."""
    return _relative(path, directory.resolve())


def ways_from_store(directory: Path) -> Callable[[str], str]:
    """Return what tells for a folder what stands before the names in it, seen from the store.

    With a name of the folder it is what ``from_store`` returns; each folder is worked out once.
    """
    store = directory.resolve()
    around = {str(folder) for folder in (store, *store.parents)}
    folders: dict[str, str] = {}

    def of(folder: str) -> str:
        if folder not in folders:
            outer, name = os.path.split(folder)
            if folder in around or not name:
                there = _relative(Path(folder), store)
                folders[folder] = "" if there == "." else f"{there.removesuffix('/')}/"
            else:
                folders[folder] = f"{of(outer)}{name}/"
        return folders[folder]

    return of


def _relative(path: Path, store: Path) -> str:
    try:
        return Path(os.path.relpath(path, store)).as_posix()
    except ValueError:  # on another drive
        return path.as_posix()
