"""Whether the files of a dataset are still those that were written.

Opening a dataset reads little of it: a block that a disk has spoilt is met by the question that
needs it. A build therefore sums up the files, and the next one compares.
"""

import json
from pathlib import Path
from zlib import crc32

_SUMS = "sums.json"
_CHUNK = 1 << 20


def write_sums(dataset: Path, origin: Path | None = None) -> None:
    """Write down, beside a dataset that is closed, the sums of its files and of its tables.

    Those that are also in ``origin``, a dataset that is sound, are known.
    """
    known = _known(origin) if origin else {}
    sums = {
        path.name: known.get((path.name, path.stat().st_ino)) or _sum(path)
        for path in sorted(dataset.glob("*.sst"))
    }
    tables = sorted(dataset.parent.glob("*.sqlite"))
    sums |= {f"../{path.name}": _sum(path) for path in tables}
    dataset.with_name(_SUMS).write_text(json.dumps(sums), encoding="utf-8")


def _known(dataset: Path) -> dict[tuple[str, int], int]:
    """Return the sums of the files of a dataset, by name and by what the file itself is."""
    try:
        sums = json.loads(dataset.with_name(_SUMS).read_bytes())
        files = [dataset / name for name in sums if "/" not in name]
        return {(file.name, file.stat().st_ino): sums[file.name] for file in files}
    except (OSError, ValueError, AttributeError):
        return {}


def is_sound(dataset: Path) -> bool:
    """Tell whether the files are as they were written; so they are where no sums were kept."""
    try:
        sums = json.loads(dataset.with_name(_SUMS).read_bytes())
        return all(_sum(dataset / name) == known for name, known in sums.items())
    except FileNotFoundError:
        return not dataset.with_name(_SUMS).exists()
    except (OSError, ValueError, AttributeError):
        return False


def _sum(path: Path) -> int:
    value = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            value = crc32(chunk, value)
    return value
