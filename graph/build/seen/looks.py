"""How a file looks from outside, in one text: of many files nothing else is ever needed."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

Mark = tuple[int, int, int, int]
"""What a file looks like from outside: size, times of its content and of its entry, inode."""
PART: Final = "\0"
"""What stands between the parts of a look, as it can in no name."""
_UNSURE: Final = "-"
"""What a look ends with of which the mark cannot be relied on."""
SECOND: Final = 10**9


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read: its absolute path, the name that it is shown by, the path as typed."""

    path: str
    name: str
    typed: str


def look_of(typed: str, name: str, lying: str, mark: Mark | None) -> str:
    """Return what is seen of a file from outside, None of its mark where that is not sure."""
    told = " ".join(map(str, mark)) if mark else _UNSURE
    return PART.join((typed, name, lying, told))


def input_of(path: str, look: str) -> Input:
    """Return the file at ``path`` that looks so."""
    typed, name, _, _ = look.split(PART)
    return Input(path, name, typed)


def lying_of(look: str) -> str:
    """Return where a file lies from the store."""
    return look.split(PART)[2]


def place_and_mark(look: str) -> str:
    """Return what is seen of a file but for how it was typed and is named."""
    return look.split(PART, 2)[2]


def unsure_of(looks: Iterable[str]) -> set[int]:
    """Return which of some looks, by their indexes, are not told from what comes after them."""
    end = f"{PART}{_UNSURE}"
    return {index for index, look in enumerate(looks) if look.endswith(end)}


def unsure(look: str) -> str:
    """Return a look without its mark."""
    return f"{look.rpartition(PART)[0]}{PART}{_UNSURE}"


def marked(look: str, mark: Mark) -> str:
    """Return a look with another mark."""
    typed, name, lying, _ = look.split(PART)
    return look_of(typed, name, lying, mark)


def mark_in(look: str) -> Mark:
    """Return the mark of a look that is sure of it."""
    size, written, changed, inode = map(int, look.rpartition(PART)[2].split())
    return size, written, changed, inode


def mark_of(found: os.stat_result) -> Mark:
    """Return what a file looks like, of what the system tells of it."""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def shown_name(path: str) -> str:
    """Return the name that a file is shown by: bytes that are no UTF-8 are written as they are."""
    shown = path if os.sep == "/" else path.replace(os.sep, "/")
    try:
        shown.encode()
    except UnicodeEncodeError:
        return os.fsencode(shown).decode("utf-8", "backslashreplace")
    return shown
