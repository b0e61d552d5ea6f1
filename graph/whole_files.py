"""Files that are there whole or not at all: what is written takes its place when it is finished."""

import os
import re
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copymode
from typing import Final

from graph.errors import Unwritable
from graph.words.refusals import cause_of

_DRAFT: Final = re.compile(r"\.\d+-[0-9a-f]{8}(?:\.\w+)?")


@contextmanager
def replacing(path: Path, *, lasting: bool = True) -> Iterator[Path]:
    """Give the name of a file to write, which takes the place of ``path`` if all goes well.

    It lies beside ``path`` and ends as that does. Whoever stops early leaves ``path`` as it was; a
    file that is replaced hands on its permissions, a link goes on to lead to what it led to. What
    is no file, as ``/dev/stdout``, is written as it is. The folder has to be there. What is not to
    be ``lasting`` may be empty after a failure of power: the disk is not waited for.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file() and not target.is_dir():
        yield target
        return
    draft = target.with_name(f".{os.getpid()}-{secrets.token_hex(4)}{target.suffix}")
    try:
        yield draft
        if target.exists():
            copymode(target, draft)
        if lasting:
            make_lasting(draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes, *, lasting: bool = True) -> None:
    """Write ``content`` to ``path`` as ``replacing`` does."""
    with replacing(path, lasting=lasting) as draft:
        draft.write_bytes(content)


@contextmanager
def unwritable(path: Path) -> Iterator[None]:
    """Raise Unwritable of ``path`` where the system, or a library, refuses what is written."""
    try:
        yield
    except OSError as error:
        raise Unwritable(path, cause_of(error)) from error


def make_lasting(path: Path) -> None:
    """Return when the disk holds what ``path`` is now: what a file says, or whom a folder names.

    A file that took its name is found under it after a failure of power only if its folder was
    made lasting since.
    """
    folder = path.is_dir()
    if folder and sys.platform == "win32":
        return  # there a folder cannot be opened, and the system keeps the order of names itself
    opened = os.open(path, os.O_RDONLY if folder else os.O_RDWR)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def make_all_lasting(folder: Path) -> None:
    """Do for ``folder`` and for all that is in it what ``make_lasting`` does, the folders last."""
    for where, _, names in os.walk(folder, topdown=False):
        for name in names:
            make_lasting(Path(where, name))
        make_lasting(Path(where))


def is_draft(path: Path) -> bool:
    """Tell whether a file is what somebody has left who stopped before it was finished."""
    return bool(_DRAFT.fullmatch(path.name))


@contextmanager
def asked_for(path: Path) -> Iterator[None]:
    """Raise Unwritable where the file that somebody asked for, or one beside it, is not written."""
    beside = os.path.realpath(path.parent)
    try:
        yield
    except OSError as error:
        # Without a number it is no error of the system; of a file elsewhere it tells of that.
        named = error.filename is None or os.path.realpath(error.filename).startswith(beside)
        if error.errno is None or not named:
            raise
        raise Unwritable(path, cause_of(error)) from error
