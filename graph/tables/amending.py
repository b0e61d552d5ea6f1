"""A file of tables that is brought in line with few changes, and which parts of it these reach.

SQLite writes what a transaction changes to a log first, where each page stands with its number
(https://www.sqlite.org/fileformat2.html#the_write_ahead_log).
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from graph.store.soundness import PIECE
from graph.tables.columns import Tables
from graph.tables.database import for_writing

_HEAD: Final = 32
_HEAD_OF_PAGE: Final = 24


def amended(path: Path) -> Tables:
    """Open a file that nobody else reads to bring it in line; a stop leaves it useless."""
    log = ("journal_mode = WAL", "wal_autocheckpoint = 0")
    return for_writing(path, "locking_mode = EXCLUSIVE", *log)


def finish_amending(tables: Tables, path: Path) -> frozenset[int]:
    """Close the file when the disk holds what was committed; return which pieces were written."""
    pieces = frozenset(_pieces(path.with_name(f"{path.name}-wal")))
    tables.execute("PRAGMA journal_mode = DELETE")
    tables.close()
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    return pieces


def _pieces(log: Path) -> Iterator[int]:
    yield 0  # where the file tells that it has a log
    if not log.exists():
        return  # nothing was changed
    with log.open("rb") as file:
        size = int.from_bytes(file.read(_HEAD)[8:12])
        for start in range(_HEAD, os.fstat(file.fileno()).st_size, _HEAD_OF_PAGE + size):
            file.seek(start)
            yield (int.from_bytes(file.read(4)) - 1) * size // PIECE
