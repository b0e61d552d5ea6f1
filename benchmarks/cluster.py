"""What a Dask scheduler with two workers costs beside the pool of two processes, on the same texts.

Both run the same functions on the same files: reading a shard, telling what identity needs of what
was read, and working out the facts of texts whose references are settled, which this process loads.
Workers are started, and have loaded the program, before the clock runs; the two runners take turns.
Told are seconds of the clock and of CPU (of this process and of all workers), their medians, and
Dask's share of the pool's; then what each text takes and leaves, for ``docs/scale.md``. ``python
benchmarks/cluster.py --texts 2000`` needs the extra ``dask``; ``--folder DIR`` takes texts of one's
own.
"""

import argparse
import os
import statistics
import time
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
from archive import write_archive
from distributed import LocalCluster
from pyoxigraph import Store

from graph.build.allowed import Allowed
from graph.build.at_once.cluster import Cluster
from graph.build.at_once.hearing import testimonies
from graph.build.at_once.kept_workers import Started
from graph.build.at_once.parts import Settled, load_facts
from graph.build.at_once.processes import Processes
from graph.build.at_once.runner import Runner
from graph.build.at_once.workers import read_files
from graph.build.files import named_inputs
from graph.build.readings import ReadingCache
from graph.build.run import build
from graph.build.seen.looks import Input
from graph.identity.resolution import resolve
from graph.store.versions import reader_version
from ontology.institutions.units import communes

WORKERS = 2


def warm(seconds: float) -> int:
    """Load in a worker what all texts need; the pause lets the other worker take the next one."""
    found = len(communes()) + len(reader_version())
    time.sleep(seconds)
    return found


def waiting(runner: Runner, stack: ExitStack) -> Started:
    """Start the workers of a runner, and let each of them read something."""
    workers = stack.enter_context(runner.running(10**6))
    for future in [workers.submit(warm, 0.5) for _ in range(4 * WORKERS)]:
        future.result()
    return Started(runner, workers)


class Clock:
    """Seconds of the clock, of CPU in this process and all that it began, and in this one alone."""

    def __init__(self) -> None:
        self.begun = _now()

    def read(self) -> tuple[float, ...]:
        return tuple(now - then for now, then in zip(_now(), self.begun, strict=True))


def _now() -> tuple[float, float, float]:
    return time.monotonic(), _cpu(), time.process_time()


def _cpu() -> float:
    here = psutil.Process()
    total = 0.0
    for process in (here, *here.children(recursive=True)):
        used = process.cpu_times()
        total += used.user + used.system
    return total


@dataclass(frozen=True, slots=True)
class Round:
    """What one runner took to read the texts and to load their facts, and what came of it."""

    reading: tuple[float, ...]
    loading: tuple[float, ...]
    identity: float
    quads: int
    on_disk: int


def one_round(files: tuple[Input, ...], runner: Runner, folder: Path) -> Round:
    cache = ReadingCache(folder / "readings", reader_version())
    clock = Clock()
    outcomes = read_files(files, cache, Allowed(), runner, lambda _: None)
    reading = clock.read()
    names: defaultdict[str, set[str]] = defaultdict(set)
    for file, outcome in zip(files, outcomes, strict=True):
        names[outcome.sha].add(file.name)
    clock = Clock()
    resolutions = resolve(testimonies(sorted(names), cache, runner))
    identity = clock.read()[1]
    dataset = Store(str(folder / "dataset"))
    clock = Clock()
    load_facts(
        dataset,
        Settled(cache=cache, names=names, resolutions=resolutions, link_judgements={}),
        runner,
    )
    dataset.flush()
    loading = clock.read()
    on_disk = sum(path.stat().st_size for path in (folder / "dataset").rglob("*"))
    return Round(reading, loading, identity, len(dataset), on_disk)


def compare(texts: Path, rounds: int) -> None:
    files = list(named_inputs([texts], texts / "store", 0).files)
    size = sum(Path(file.path).stat().st_size for file in files)
    found: defaultdict[str, list[Round]] = defaultdict(list)
    with ExitStack() as stack:
        shared = Path(stack.enter_context(TemporaryDirectory()))
        scheduler = stack.enter_context(
            LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address="127.0.0.1:0")
        )
        cluster: Runner = Cluster(scheduler.scheduler_address, shared)
        runners = {
            "processes": waiting(Processes(WORKERS), stack),
            "Dask": waiting(cluster, stack),
        }
        for number in range(rounds):
            for name, runner in sorted(runners.items(), reverse=number % 2 == 1):
                with TemporaryDirectory() as folder:
                    found[name].append(one_round(files, runner, Path(folder)))
        print(f"{len(files)} texts, {size / 1e6:.1f} MB, load {os.getloadavg()[0]:.1f}")
        for step in ("reading", "loading"):
            for column, unit in enumerate(("of the clock", "of CPU", "of CPU here")):
                told(step, unit, found, column)
    with TemporaryDirectory() as folder:
        clock = Clock()
        build([texts], Path(folder, "store"), allowed=Allowed(jobs=WORKERS))
        *_, here = clock.read()
    last = found["processes"]
    count = len(files)
    print(f"a text: {size / count / 1e3:.1f} kB, {last[-1].quads / count:.0f} quads,", end=" ")
    print(f"{last[-1].on_disk / count / 1e3:.1f} kB of dataset,", end=" ")
    for step in ("reading", "loading"):
        cpu = statistics.median(getattr(each, step)[1] for each in last)
        print(f"{cpu / count * 1e3:.2f} ms of CPU {step},", end=" ")
    print(
        f"{statistics.median(each.identity for each in last) / count * 1e3:.2f} ms identity,",
        end=" ",
    )
    print(f"{here / count * 1e3:.2f} ms of a whole build in this process")


def told(step: str, unit: str, found: dict[str, list[Round]], column: int) -> None:
    """Print a row: seconds of both runners, lowest and highest, and the ratio of medians."""
    medians = {}
    for name, rounds in found.items():
        seconds = [getattr(each, step)[column] for each in rounds]
        medians[name] = statistics.median(seconds)
        spread = f"{min(seconds):.2f}-{max(seconds):.2f}"
        print(f"{step:>8} {name:>10} {medians[name]:6.2f} s {unit} ({spread})")
    print(f"{step:>8} Dask takes {medians['Dask'] / medians['processes']:.2f} times {unit}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    if asked.folder:
        compare(asked.folder, asked.rounds)
        return
    with TemporaryDirectory() as folder:
        write_archive(Path(folder, "texts"), asked.texts)
        compare(Path(folder, "texts"), asked.rounds)


if __name__ == "__main__":
    main()
