"""How long starting takes, by Python's own account of imports, and what takes it.

What is started: each of the three rooms as a library, ``luocdo --help``, and ``luocdo plans`` on a
store of the demonstration texts. Each run is a process of its own (``-X importtime``); the first,
which compiles, is not counted.
"""

import argparse
import re
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
WANTED = 0.3
LINE = re.compile(r"import time:\s*(?P<own>\d+) \|\s*(?P<all>\d+) \|(?P<depth> *)(?P<name>\S+)")
COMMAND = (
    "import sys; sys.argv = ['luocdo', *{arguments!r}]; from graph.cli.main import main; main()"
)


def imported(code: str) -> list[tuple[str, int]]:
    """Return each module that running ``code`` loads, with its own microseconds."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = map(LINE.match, done.stderr.splitlines())
    return [(match["name"], int(match["own"])) for match in found if match]


def started(store: Path) -> dict[str, str]:
    """Return what is measured: its name, and the code that starts it."""
    return {
        **{f"import {room}": f"import {room}" for room in ("ontology", "extract", "graph")},
        "luocdo --help": COMMAND.format(arguments=["--help"]),
        "luocdo plans": COMMAND.format(
            arguments=["plans", "69-KL/TU@lai-chau", "--store", str(store)]
        ),
    }


def main() -> int:
    """Measure and print; 1 where ``import graph`` takes longer than is wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    reached = True
    with TemporaryDirectory() as folder:
        store = Path(folder, "store")
        texts = ROOT / "notebooks" / "corpus"
        imported(COMMAND.format(arguments=["build", str(texts), "--store", str(store)]))
        for name, code in started(store).items():
            imported(code)
            runs = [imported(code) for _ in range(rounds)]
            whole = sorted(sum(own for _, own in run) / 1e6 for run in runs)
            median = statistics.median(whole)
            print(
                f"{name}: median {median:.3f} s ({whole[0]:.3f} to {whole[-1]:.3f}), "
                f"{len(runs[-1])} modules"
            )
            reached = reached and (name != "import graph" or median <= WANTED)
            slowest = sorted(runs[-1], key=lambda row: row[1], reverse=True)[:5]
            print("  most of it:", ", ".join(f"{part} {own / 1e3:.0f} ms" for part, own in slowest))
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
