"""Files that are there whole or not at all: what is written takes its place when it is finished."""

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copymode
from typing import Final

from graph.errors import Unwritable
from graph.words.refusals import cause_of

_DRAFT: Final = re.compile(r"\.\d+-[0-9a-f]{8}(?:\.\w+)?")


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give the name of a file to write, which takes the place of ``path`` if all goes well.

    It lies beside ``path`` and ends as that does. Whoever stops early leaves ``path`` as it was; a
    file that is replaced hands on its permissions, a link goes on to lead to what it led to. What
    is no file, as ``/dev/stdout``, is written as it is. The folder has to be there.
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
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` as ``replacing`` does."""
    with replacing(path) as draft:
        draft.write_bytes(content)


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
