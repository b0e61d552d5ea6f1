"""Whether the files of a dataset are still those that were written.

Opening a dataset reads little of it: a block that a disk has spoilt is met by the question that
needs it. A build therefore sums up the files, and the next one compares: a file that looks as it
did when it was summed up is read again only by a build that is told to look into every file.
"""

import json
from contextlib import suppress
from pathlib import Path
from zlib import crc32

_SUMS = "soundness.json"
_CHUNK = 1 << 17
"""So many bytes stay near the processor from being read until they are summed up."""

_Look = tuple[int, int, int]
"""Size of a file, when it was written, its inode; each link to it changes the time of its entry."""


def write_sums(dataset: Path, origin: Path | None = None) -> None:
    """Write down, beside a dataset that is closed, the sums of its files and of its tables.

    Those that are also in ``origin``, a dataset that is sound, are known.
    """
    known: dict[_Look, int] = {}
    if origin:
        with suppress(OSError, ValueError, TypeError):
            known = dict(_told(origin).values())
    paths = [*sorted(dataset.glob("*.sst")), *sorted(dataset.parent.glob("*.sqlite"))]
    looks = ((path, _look(path)) for path in paths)
    sums = {
        path.name if path.parent == dataset else f"../{path.name}": (
            look,
            known[look] if look in known else _sum(path),
        )
        for path, look in looks
    }
    dataset.with_name(_SUMS).write_text(json.dumps(sums), encoding="utf-8")


def is_sound(dataset: Path, *, rehash: bool = False) -> bool:
    """Tell whether the files are as they were written; so they are where no sums were kept.

    With ``rehash`` those are read, too, that look as they did.
    """
    try:
        return all(
            (not rehash and _look(dataset / name) == look) or _sum(dataset / name) == known
            for name, (look, known) in _told(dataset).items()
        )
    except FileNotFoundError:
        return not dataset.with_name(_SUMS).exists()
    except (OSError, ValueError, TypeError):
        return False


def _told(dataset: Path) -> dict[str, tuple[_Look, int]]:
    """Return how each file looked and what it summed up to, as written beside a dataset."""
    sums = json.loads(dataset.with_name(_SUMS).read_bytes())
    if not isinstance(sums, dict):
        raise ValueError(_SUMS)
    return {
        name: ((size, written, inode), known)
        for name, ((size, written, inode), known) in sums.items()
    }


def _look(path: Path) -> _Look:
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ino


def _sum(path: Path) -> int:
    value, chunk = 0, memoryview(bytearray(_CHUNK))
    with path.open("rb", buffering=0) as file:
        while count := file.readinto(chunk):
            value = crc32(chunk[:count], value)
    return value
