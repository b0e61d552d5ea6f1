"""How long ``import graph`` takes, by Python's own account, and what takes it.

Each run is a process of its own (``-X importtime``); the first, which compiles, is not counted.
"""

import argparse
import re
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
WANTED = 0.3
LINE = re.compile(r"import time:\s*(?P<own>\d+) \|\s*(?P<all>\d+) \|(?P<depth> *)(?P<name>\S+)")


def imported(module: str) -> list[tuple[str, int, int]]:
    """Return each module that ``import module`` loads: own and whole microseconds."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", f"import {module}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = map(LINE.match, done.stderr.splitlines())
    return [(match["name"], int(match["own"]), int(match["all"])) for match in found if match]


def main() -> int:
    """Measure and print; 1 where ``import graph`` takes longer than is wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    reached = True
    for module in ("ontology", "extract", "graph"):
        imported(module)
        runs = [imported(module) for _ in range(rounds)]
        whole = sorted(run[-1][2] / 1e6 for run in runs)
        median = statistics.median(whole)
        print(f"import {module}: median {median:.3f} s ({whole[0]:.3f} to {whole[-1]:.3f})")
        reached = reached and (module != "graph" or median <= WANTED)
    slowest = sorted(runs[-1], key=lambda row: row[1], reverse=True)[:8]
    print("most of it:", ", ".join(f"{name} {own / 1e3:.0f} ms" for name, own, _ in slowest))
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
