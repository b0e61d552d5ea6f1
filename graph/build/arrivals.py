"""Files as they arrive in a folder: told when what has changed there is whole.

Notices of the system only wake; what counts are sizes and times, for on a network drive no notice
comes, and one that comes while a build runs would be missed.
"""

import os
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from graph.errors import WrongUse

QUIET: Final = 1.0
"""How long, in seconds, sizes and times must stay as they are before files count as whole."""
_LOOK: Final = 2000
"""After how many milliseconds the folder is looked at where no notice came."""

Seen = dict[str, tuple[int, int]]


def need_watcher() -> None:
    """Raise WrongUse where the library that watches folders is not installed."""
    if find_spec("watchfiles") is None:
        raise WrongUse("no watchfiles")


def seen_in(folder: Path, store: Path) -> Seen:
    """Return size and time of each file under ``folder``; hidden ones and the store left out."""
    seen: Seen = {}
    inside = store.resolve()
    for where, folders, names in os.walk(folder):
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and Path(where, name).resolve() != inside
        ]
        for name in names:
            if not name.startswith("."):
                path = os.path.join(where, name)  # noqa: PTH118 - names may be no text
                try:
                    stat = os.lstat(path)
                except OSError:  # it has just gone
                    continue
                seen[path] = (stat.st_size, stat.st_mtime_ns)
    return seen


def arriving(folder: Path, store: Path, known: Seen) -> Iterator[Seen]:
    """Yield what lies in ``folder`` whenever it is another than before, and whole; never ends.

    ``known`` is what was there before the first look. Raises KeyboardInterrupt where the process
    is to end.
    """
    from watchfiles import watch

    def wakes() -> Iterator[object]:
        yield None
        yield from watch(
            folder, watch_filter=None, step=200, rust_timeout=_LOOK, yield_on_timeout=True
        )

    for _ in wakes():
        now = seen_in(folder, store)
        if now != known:
            known = _settled(folder, store, now)
            yield known


def _settled(folder: Path, store: Path, now: Seen) -> Seen:
    """Wait until nothing changes any more, and return what then lies there."""
    while True:
        time.sleep(QUIET)
        later = seen_in(folder, store)
        if later == now:
            return now
        now = later
