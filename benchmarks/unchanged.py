"""What a build costs in which nothing changed, or one text did, in CPU seconds of user and system.

Each archive is written and built once; then the command is run again and again as its users do:
with all files known from outside, with ``--rehash``, with a sentence added to a text, with a text
that is new, with that text gone, and with one decision more of a person, in turn. In a fresh clone
the first command compiles what all later ones load. ``python benchmarks/unchanged.py --texts 1000
5000`` prints a row for each size, and how much memory the first build took at most.
"""

import argparse
import statistics
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from archive import NO_DECISIONS, carried_out, reject, write_archive
from measured import cost

WANTED = {"nothing": 5.0, "changed": 3.0}
"""CPU seconds, at 100,000 texts."""


def main() -> int:
    """Print a row for each size; return 1 where 100,000 texts or more take too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, nargs="+", default=[1_000, 5_000])
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    late = False
    for count in asked.texts:
        with TemporaryDirectory() as folder:
            texts, store = Path(folder, "in", "texts"), Path(folder, "store")
            write_archive(texts, count)
            command = ("build", str(texts), "--store", str(store))
            first = cost(*command, "--jobs", "1")
            print(f"{count} texts: {first.cpu:.1f} s, {first.memory:.0f} MB at most", flush=True)
            found = built_again(texts, command, asked.rounds)
        for name, seconds in found.items():
            median = statistics.median(seconds)
            spread = f"{min(seconds):.2f}-{max(seconds):.2f}"
            print(f"{name:>10} {median:.2f} s ({spread})", flush=True)
            late |= count >= 100_000 and median > WANTED.get(name, median)
    return int(late)


def built_again(texts: Path, command: Sequence[str], rounds: int) -> dict[str, list[float]]:
    """Return for each kind of change how long each build took by ``command``, which built before.

    A file of decisions lies in the end beside the folder of ``texts``.
    """
    decisions = texts.with_name("decisions.csv")
    decisions.write_text(NO_DECISIONS, "utf-8")
    command = (*command, "--decisions", str(decisions))
    cost(*command)  # settles the marks of files that were just written
    files = sorted(texts.rglob("*.txt"))
    carrying = carried_out(texts)
    found: defaultdict[str, list[float]] = defaultdict(list)
    for number in range(rounds):
        file = files[len(files) * (number + 1) // (rounds + 1)]
        other = file.with_name("moi.txt")
        link = carrying[len(carrying) * number // rounds]
        steps: tuple[tuple[str, Callable[[], object]], ...] = (
            ("nothing", lambda: None),
            ("rehashed", lambda: None),
            ("changed", lambda file=file: _append(file, file)),
            ("new", lambda file=file, other=other: _append(file, other)),
            ("gone", other.unlink),
            ("decided", partial(reject, decisions, *link)),
        )
        for name, change in steps:
            change()
            more = ("--rehash",) if name == "rehashed" else ()
            found[name].append(cost(*command, *more).cpu)
    return found


def _append(file: Path, other: Path) -> None:
    """Write a text with another number and one sentence more."""
    text = file.read_text("utf-8")
    if other != file:
        text = text.replace("Số ", "Số 9", 1)
    other.write_text(f"{text}\nBáo cáo kết quả trước ngày 15 hằng tháng.\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
