"""Why the system refuses to read or to write a file."""

import errno
import os
from collections.abc import Mapping
from typing import Final

from graph.words.sentences import Cause

_CAUSES: Final[Mapping[int, str]] = {
    errno.ENOENT: "os: no such file",
    errno.EISDIR: "os: is a folder",
    errno.ENOTDIR: "os: not a folder",
    errno.EACCES: "os: not allowed",
    errno.EPERM: "os: not allowed",
    errno.EEXIST: "os: exists",
    errno.ENOSPC: "os: no space",
    errno.EDQUOT: "os: no space",
    errno.EFBIG: "os: too large",
    errno.EROFS: "os: read-only",
}


def cause_of(error: OSError) -> Cause:
    """Return why the system refuses; what is seldom met stands as the system says it.

    >>> cause_of(FileNotFoundError(errno.ENOENT, ""))
    Cause(code='os: no such file', fields={})
    """
    number = error.errno or _number_in(str(error))
    # What the system says may be in any language; the number of the error is not.
    code = _CAUSES.get(number, "said")
    return Cause(code, {"said": os.strerror(number)} if code == "said" else {})


def _number_in(said: str) -> int:
    """Return the number of what the system said to a library, which hands on its words alone."""
    return next((number for number in _CAUSES if os.strerror(number) in said), errno.EIO)
