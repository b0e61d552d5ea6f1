"""A bar on stderr while texts are read, where stderr is a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

_WIDTH: Final = 30
_ERASE: Final = "\r\x1b[K"


@contextmanager
def progress_on_stderr(label: str) -> Iterator[Callable[[int, int], None] | None]:
    """Give a function to tell how many of how many are done; None where nobody would see it.

    The bar is gone when the block ends.
    """
    if not sys.stderr.isatty():
        yield None
        return

    def draw(done: int, total: int) -> None:
        filled = _WIDTH * done // total if total else _WIDTH
        bar = "█" * filled + "░" * (_WIDTH - filled)
        sys.stderr.write(f"{_ERASE}{label} {bar} {done}/{total}")
        sys.stderr.flush()

    try:
        yield draw
    finally:
        sys.stderr.write(_ERASE)
        sys.stderr.flush()
