"""What a build costs in which nothing changed, in CPU seconds of user and system.

Each archive is written and built once; then the command is run again and again as its users do,
with all files known from outside, and with ``--rehash``, in alternation.
``python benchmarks/unchanged.py --texts 1000 5000`` prints a row for each size.
"""

import argparse
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from archive import write_archive

WANTED = 5.0
"""CPU seconds, at 100,000 texts."""
_COMMAND = "from graph.cli.main import main; main()"
_ROOT = Path(__file__).parents[1]


def main() -> int:
    """Print a row for each size; return 1 where 100,000 texts or more take too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, nargs="+", default=[1_000, 5_000])
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    print(f"{'texts':>8} {'build':>9} {'unchanged':>20} {'--rehash':>20} {'ratio':>6}")
    late = False
    for count in asked.texts:
        with TemporaryDirectory() as folder:
            texts, store = Path(folder, "in", "texts"), Path(folder, "store")
            write_archive(texts, count)
            command = ("build", str(texts), "--store", str(store))
            first = _cpu(command)
            _cpu(command)  # settles the marks of files that were just written
            found: tuple[list[float], list[float]] = ([], [])
            for _ in range(asked.rounds):
                found[0].append(_cpu(command))
                found[1].append(_cpu((*command, "--rehash")))
        known, rehashed = map(statistics.median, found)
        late |= count >= 100_000 and known > WANTED
        told = " ".join(f"{_told(each):>20}" for each in found)
        print(f"{count:>8} {first:>7.1f} s {told} {rehashed / known:>6.2f}", flush=True)
    return int(late)


def _told(found: Sequence[float]) -> str:
    return f"{statistics.median(found):.2f} s ({min(found):.2f}-{max(found):.2f})"


def _cpu(arguments: Sequence[str]) -> float:
    before = os.times()
    subprocess.run(
        [sys.executable, "-c", _COMMAND, *arguments],
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
        capture_output=True,
        check=True,
    )
    after = os.times()
    return (
        after.children_user - before.children_user + after.children_system - before.children_system
    )


if __name__ == "__main__":
    sys.exit(main())
