"""How fast a text is read, beside two packages that find citations, in the same run.

Each reads its own language at the same density of references, in alternation; CPU time is counted,
not time on the clock. ``make bench`` runs this; benchmarks/README.md says how to read the figures.
"""

import argparse
import gc
import importlib.util
import logging
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.prose import english, german, vietnamese
from extract import SourceText, read

Extractor = Callable[[str], int]
MEGABYTE = 1_000_000
SMALL, MIDDLE, LARGE = 10_000, 100_000, 5_000_000
FASTER_THAN_OTHERS = 1.0
SLOWER_WHEN_LARGE = 1.3


@dataclass(frozen=True, slots=True)
class Package:
    """A package that finds citations in a language: its name, its module, a text, how it is run."""

    name: str
    module: str
    text_of: Callable[[int], str]
    extractor: Callable[[], Extractor]


def ours(text: str) -> int:
    """Read ``text`` with everything on; return how many references were found."""
    return len(read(SourceText("bench.txt", text)).mentions)


def refex() -> Extractor:
    """Return what finds references in German texts."""
    extractor = import_module("refex.orchestrator").CitationExtractor()
    return lambda text: len(extractor.extract(text).citations)


def eyecite() -> Extractor:
    """Return what finds citations in American ones; its remarks on overlaps are not shown."""
    logging.getLogger("eyecite").setLevel(logging.ERROR)
    get_citations = import_module("eyecite").get_citations
    get_citations("1 U.S. 1")  # its patterns are made once
    return lambda text: len(get_citations(text))


PACKAGES = (
    Package("legal-reference-extraction", "refex", german.text_of, refex),
    Package("eyecite", "eyecite", english.text_of, eyecite),
)


def rate(extractor: Extractor, texts: list[str]) -> float:
    """Return megabytes of UTF-8 per second of CPU time."""
    gc.collect()
    size = sum(len(text.encode()) for text in texts)
    started = time.process_time()
    for text in texts:
        extractor(text)
    return size / MEGABYTE / (time.process_time() - started)


def shown(name: str, rates: list[float], found: float) -> str:
    """Return one line of figures; ``found`` is how many bytes have one reference."""
    figures = {"min": min(rates), "median": statistics.median(rates), "max": max(rates)}
    told = "  ".join(f"{what} {figure:6.3f}" for what, figure in figures.items())
    return f"{name:27} MB per CPU-second: {told}   one reference in {found:.0f} bytes"


def apart(extractor: Extractor, texts: list[str]) -> float:
    """Return how many bytes have one reference."""
    return sum(len(text.encode()) for text in texts) / max(sum(map(extractor, texts)), 1)


def machine() -> str:
    """Return on what is measured: versions, processor, how many of it, and that CPU time counts."""
    there = [each.name for each in PACKAGES if importlib.util.find_spec(each.module)]
    versions = ", ".join(f"{name} {version(name)}" for name in ("luocdo", *there))
    kind = platform.processor() or platform.machine()
    return (
        f"{versions}; Python {platform.python_version()}, {platform.system()} on {os.cpu_count()} "
        f"processors ({kind}); CPU time of one process"
    )


def compared(rounds: int, size: int) -> list[float]:
    """Print all rates at one size, measured in alternation; return the ratios of the medians."""
    there = [each for each in PACKAGES if importlib.util.find_spec(each.module)]
    runs = [("luocdo", ours, vietnamese.text_of(size))]
    runs += [(each.name, each.extractor(), each.text_of(size)) for each in there]
    repeats = max(1, 200_000 // size)
    # The first time each makes what it needs for all texts.
    distances = [apart(extractor, [text]) for _, extractor, text in runs]
    rates: list[list[float]] = [[] for _ in runs]
    for _ in range(rounds):
        for (_, extractor, text), told in zip(runs, rates, strict=True):
            told.append(rate(extractor, [text] * repeats))
    print(f"\n{size:,} bytes, {rounds} rounds")
    for (name, _, _), told, distance in zip(runs, rates, distances, strict=True):
        print(shown(name, told, distance))
    medians = list(map(statistics.median, rates))
    ratios = [medians[0] / other for other in medians[1:]]
    for package, ratio in zip(there, ratios, strict=True):
        wanted = f"(wanted: {FASTER_THAN_OTHERS} or more)"
        print(f"ratio of the medians to {package.name}: {ratio:.2f} {wanted}")
    for package in PACKAGES:
        if package not in there:
            print(f"{package.name} is not installed: .venv/bin/pip install -e '.[bench]'")
    return ratios


def other_kinds(rounds: int, size: int, folder: Path | None) -> None:
    """Print the rates of a text with few references, and of the texts in ``folder``."""
    kinds = {"sparse": [vietnamese.text_of(size, sparse=True)] * 2}
    if folder:
        files = sorted(path for path in folder.rglob("*") if path.suffix in {".txt", ".md"})
        kinds[f"{len(files)} real texts"] = [path.read_text(encoding="utf-8") for path in files]
    print()
    for name, texts in kinds.items():
        rates = [rate(ours, texts) for _ in range(rounds)]
        print(shown(name, rates, apart(ours, texts)))


def growth(rounds: int) -> float:
    """Print the time per megabyte by size; return that of the largest over that of the middle."""
    small, middle, large = (vietnamese.text_of(size) for size in (SMALL, MIDDLE, LARGE))
    times: dict[int, list[float]] = {SMALL: [], MIDDLE: [], LARGE: []}
    for _ in range(rounds):
        times[SMALL].append(1 / rate(ours, [small] * 50))
        times[MIDDLE].append(1 / rate(ours, [middle] * 5))
        times[LARGE].append(1 / rate(ours, [large]))
    print("\ntime by size")
    for size, seconds in times.items():
        print(f"{size:>9,} bytes: {statistics.median(seconds):6.2f} CPU-seconds per MB")
    factor = statistics.median(times[LARGE]) / statistics.median(times[MIDDLE])
    print(f"largest over {MIDDLE:,} bytes: {factor:.2f} (wanted: {SLOWER_WHEN_LARGE} or less)")
    return factor


def main() -> int:
    """Measure; exit 1 where a figure that is wanted is not reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often each is measured")
    parser.add_argument("--size", type=int, default=MIDDLE, help="bytes of the compared texts")
    parser.add_argument("--real", type=Path, help="a folder of texts to read as well")
    arguments = parser.parse_args()
    print(machine())
    ratios = compared(arguments.rounds, arguments.size)
    other_kinds(arguments.rounds, arguments.size, arguments.real)
    factor = growth(max(3, arguments.rounds // 2))
    slow = any(ratio < FASTER_THAN_OTHERS for ratio in ratios)
    return 1 if slow or factor > SLOWER_WHEN_LARGE else 0


if __name__ == "__main__":
    sys.exit(main())
