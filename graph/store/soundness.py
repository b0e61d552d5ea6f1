"""Whether the files of a dataset are still those that were written.

Opening a dataset reads little of it: a block that a disk has spoilt is met by the question that
needs it. A build therefore sums up the files, and the next one compares: a file that looks as it
did when it was summed up is read again only by a build that is told to look into every file.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final
from zlib import crc32

PIECE: Final = 1 << 20
"""Of how many bytes of a file, one behind the other, one sum is kept."""
_SUMS = "soundness.json"
_Look = tuple[int, int, int]
"""Size of a file, when it was written, its inode; each link to it changes the time of its entry."""
_Sums = Sequence[int]
"""The sum of each piece of a file."""


def write_sums(
    dataset: Path, origin: Path | None = None, written: Mapping[str, Collection[int]] | None = None
) -> None:
    """Write down, beside a dataset that is closed, the sums of its files and of its tables.

    What is also in ``origin``, a dataset that is sound, is known; so are tables that are copies of
    its own, but for the pieces that were ``written`` since, by the name of the file.
    """
    told: dict[str, tuple[_Look, _Sums]] = {}
    if origin:
        with suppress(OSError, ValueError, TypeError):
            told = _told(origin)
    known = dict(told.values())
    sums: dict[str, tuple[_Look, _Sums]] = {}
    for path in sorted(dataset.glob("*.sst")):
        look = _look(path)
        sums[path.name] = look, known.get(look) or _sums(path)
    for path in sorted(dataset.parent.glob("*.sqlite")):
        name = f"../{path.name}"
        _, before = told.get(name, (None, ()))
        since = (written or {}).get(path.name)
        sums[name] = _look(path), _sums(path, before if since is not None else (), since or ())
    dataset.with_name(_SUMS).write_text(json.dumps(sums), encoding="utf-8")


def is_sound(dataset: Path, *, rehash: bool = False) -> bool:
    """Tell whether the files are as they were written; so they are where no sums were kept.

    With ``rehash`` those are read, too, that look as they did.
    """
    try:
        return all(
            (not rehash and _look(dataset / name) == look) or _sums(dataset / name) == known
            for name, (look, known) in _told(dataset).items()
        )
    except FileNotFoundError:
        return not dataset.with_name(_SUMS).exists()
    except (OSError, ValueError, TypeError):
        return False


def _told(dataset: Path) -> dict[str, tuple[_Look, _Sums]]:
    """Return how each file looked and what it summed up to, as written beside a dataset.

    Nothing is told of one of which there is but one sum, as an earlier version has it.
    """
    sums = json.loads(dataset.with_name(_SUMS).read_bytes())
    if not isinstance(sums, dict):
        raise ValueError(_SUMS)
    return {
        name: ((size, written, inode), known)
        for name, ((size, written, inode), known) in sums.items()
        if isinstance(known, list)
    }


def _look(path: Path) -> _Look:
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ino


def _sums(path: Path, known: Sequence[int] = (), written: Collection[int] = ()) -> list[int]:
    """Return the sum of each piece of a file; ``known`` ones hold for what was not ``written``."""
    found: list[int] = []
    chunk = memoryview(bytearray(PIECE))
    with path.open("rb", buffering=0) as file:
        for piece in range(-(-path.stat().st_size // PIECE)):
            if piece < len(known) and piece not in written:
                found.append(known[piece])
            else:
                file.seek(piece * PIECE)
                found.append(crc32(chunk[: file.readinto(chunk)]))
    return found
