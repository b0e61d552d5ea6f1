"""How fast a text is read, beside the legal-reference-extraction package in the same run.

Both read their own language at the same density of references, in alternation; CPU time is counted,
not time on the clock. ``make bench`` runs this; benchmarks/README.md says how to read the figures.
"""

import argparse
import gc
import importlib.util
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import german, vietnamese
from extract import SourceText, read

Extractor = Callable[[str], int]
MEGABYTE = 1_000_000
SMALL, MIDDLE, LARGE = 10_000, 100_000, 2_000_000
FASTER_THAN_REFEX = 3.0
SLOWER_WHEN_LARGE = 1.3


def ours(text: str) -> int:
    """Read ``text`` with everything on; return how many references were found."""
    return len(read(SourceText("bench.txt", text)).mentions)


def theirs() -> Extractor | None:
    """Return the other package's extractor, None where it is not installed."""
    if importlib.util.find_spec("refex") is None:
        return None
    orchestrator = importlib.import_module("refex.orchestrator")
    extractor = orchestrator.CitationExtractor()

    def extract(text: str) -> int:
        return len(extractor.extract(text).citations)

    return extract


def rate(extractor: Extractor, texts: list[str]) -> float:
    """Return megabytes of UTF-8 per second of CPU time."""
    gc.collect()
    size = sum(len(text.encode()) for text in texts)
    started = time.process_time()
    for text in texts:
        extractor(text)
    return size / MEGABYTE / (time.process_time() - started)


def shown(name: str, rates: list[float], text: str, found: int) -> str:
    """Return one line of figures."""
    return (
        f"{name:8} MB per CPU-second: min {min(rates):6.3f}  median {statistics.median(rates):6.3f}"
        f"  max {max(rates):6.3f}   one reference in {len(text.encode()) / max(found, 1):.0f} bytes"
    )


def compared(rounds: int, size: int) -> float | None:
    """Print both rates at one size, measured in alternation; return the ratio of the medians."""
    vietnamese_text, german_text = vietnamese.text_of(size), german.text_of(size)
    other = theirs()
    repeats = max(1, 200_000 // size)
    found = ours(vietnamese_text)
    found_by_them = other(german_text) if other else 0
    mine: list[float] = []
    others: list[float] = []
    for _ in range(rounds):
        mine.append(rate(ours, [vietnamese_text] * repeats))
        if other:
            others.append(rate(other, [german_text] * repeats))
    print(f"\n{size:,} bytes, {rounds} rounds")
    print(shown("luocdo", mine, vietnamese_text, found))
    if other is None:
        return None
    print(shown("refex", others, german_text, found_by_them))
    ratio = statistics.median(mine) / statistics.median(others)
    print(f"ratio of the medians: {ratio:.2f} (wanted: {FASTER_THAN_REFEX} or more)")
    return ratio


def growth(rounds: int) -> float:
    """Print the time per megabyte by size; return that of the largest over that of the smallest."""
    small, middle, large = (vietnamese.text_of(size) for size in (SMALL, MIDDLE, LARGE))
    times: dict[int, list[float]] = {SMALL: [], MIDDLE: [], LARGE: []}
    for _ in range(rounds):
        times[SMALL].append(1 / rate(ours, [small] * 50))
        times[MIDDLE].append(1 / rate(ours, [middle] * 5))
        times[LARGE].append(1 / rate(ours, [large]))
    print("\ntime by size")
    for size, seconds in times.items():
        print(f"{size:>9,} bytes: {statistics.median(seconds):6.2f} CPU-seconds per MB")
    factor = statistics.median(times[LARGE]) / statistics.median(times[SMALL])
    print(f"largest over smallest: {factor:.2f} (wanted: {SLOWER_WHEN_LARGE} or less)")
    return factor


def main() -> int:
    """Measure; exit 1 where a figure that is wanted is not reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often each is measured")
    parser.add_argument("--size", type=int, default=MIDDLE, help="bytes of the compared texts")
    arguments = parser.parse_args()
    print(f"Python {sys.version.split()[0]}, CPU time of one process")
    ratio = compared(arguments.rounds, arguments.size)
    if ratio is None:
        print("refex is not installed; to compare: .venv/bin/pip install -e '.[bench]'")
    factor = growth(max(3, arguments.rounds // 2))
    slow = ratio is not None and ratio < FASTER_THAN_REFEX
    return 1 if slow or factor > SLOWER_WHEN_LARGE else 0


if __name__ == "__main__":
    sys.exit(main())
