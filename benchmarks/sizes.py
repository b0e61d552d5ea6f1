"""What building, asking and writing cost by the number of texts: one table, in Markdown.

    python benchmarks/sizes.py --texts 1000 20000 100000

For each number of texts an archive with known truth is written and built, with one process and with
as many as there are processors; built again where little changed; commands run; and every question
asked inside one process. Seconds are of CPU, user and system, of all processes where nothing else
is said; a spread stands behind a median, what misses what is wanted is bold. Exits with 1 where
that is a figure of the largest archive.
"""

import argparse
import os
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from archive import write_archive
from measured import cost
from questions import answers, most_implemented
from speed import machine
from truth import truth_in
from unchanged import built_again

from graph import KnowledgeGraph

PLACE = "lai-chau"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of one archive: what it is of, what was measured in which unit, what is wanted.

    ``rows`` tells how many rows were answered.
    """

    of: str
    unit: str = "s"
    measured: tuple[float, ...]
    rows: int | None = None
    wanted: Callable[[float], bool] | None = None
    bound: str = ""

    @property
    def median(self) -> float:
        return statistics.median(self.measured)

    @property
    def reached(self) -> bool:
        return self.wanted is None or self.wanted(self.median)

    def __str__(self) -> str:
        told = f"{short(self.median)} {self.unit}"
        if len(self.measured) > 1:
            told += f" ({short(min(self.measured))} to {short(max(self.measured))})"
        if self.rows is not None:
            told += f", {self.rows:,} rows"
        return told if self.reached else f"**{told}**"


def short(number: float) -> str:
    """Return a number with three figures that count, and no fewer than its whole ones."""
    return f"{number:,.0f}" if number >= 100 or number == int(number) else f"{number:.3g}"


def most(
    of: str,
    bound: float,
    measured: Sequence[float],
    unit: str = "s",
    rows: int | None = None,
) -> Figure:
    """Return a figure that is to be at most ``bound``."""
    return Figure(
        of=of,
        unit=unit,
        measured=tuple(measured),
        rows=rows,
        wanted=lambda median: median <= bound,
        bound=f"≤ {short(bound)} {unit}",
    )


def least(of: str, bound: float, found: int, there: int) -> Figure:
    """Return which share of what is there was found; it is to be at least ``bound``."""
    return Figure(
        of=of,
        unit=f"of {there:,}",
        measured=(found,),
        wanted=lambda median: median >= bound * there,
        bound=f"≥ {bound:.0%}",
    )


def first_builds(texts: Path, store: Path, count: int) -> Iterator[Figure]:
    """Build with one process beside ``store``, and with all in it."""
    command = ("build", str(texts), "--store")
    one = cost(*command, str(store.with_name("one")), "--jobs", "1")
    jobs = os.cpu_count() or 1
    many = cost(*command, str(store), "--jobs", str(jobs))
    yield Figure(of="first build, 1 process", measured=(one.cpu,))
    yield Figure(of="first build, 1 process, clock", measured=(one.clock,))
    yield Figure(of=f"first build, {jobs} processes", measured=(many.cpu,))
    yield Figure(of=f"first build, {jobs} processes, clock", measured=(many.clock,))
    yield most("clock to that of 1 process", 0.6, (many.clock / one.clock,), unit="times")
    yield most("a text", 7, (many.cpu / count * 1000,), unit="ms")
    yield most("memory of all processes", 2_000, (many.memory,), unit="MB")


def later_builds(texts: Path, store: Path, rounds: int) -> Iterator[Figure]:
    """Build ``store`` again and again, each time after a small change."""
    wanted = {"nothing": 5.0, "changed": 3.0}
    found = built_again(texts, ("build", str(texts), "--store", str(store)), rounds)
    for name, seconds in found.items():
        of = f"build again: {name}"
        if name in wanted:
            yield most(of, wanted[name], seconds)
        else:
            yield Figure(of=of, measured=tuple(seconds))


def commands(store: Path, directive: str, rounds: int) -> Iterator[Figure]:
    """Run each command as a user does, from start to end."""
    page, site = store.with_name("page.html"), store.with_name("site")
    runs = {
        "plans": ("plans", directive),
        "show": ("show", directive),
        "ask coverage": ("ask", "coverage"),
        "check": ("check",),
        "explore NUMBER": ("explore", directive, "-o", str(page)),
        f"explore --place {PLACE}": ("explore", "--place", PLACE, "-o", str(page)),
        f"site --place {PLACE}": ("site", "--place", PLACE, "-o", str(site)),
    }
    for name, arguments in runs.items():
        costs = []
        for _ in range(rounds):
            rmtree(site, ignore_errors=True)
            costs.append(cost(*arguments, "--store", str(store)))
        yield Figure(of=f"`luocdo {name}`", measured=tuple(each.cpu for each in costs))
        memory = max(each.memory for each in costs)
        yield Figure(of=f"`luocdo {name}`, memory", unit="MB", measured=(memory,))


def asked(kg: KnowledgeGraph, rounds: int) -> Iterator[Figure]:
    """Ask everything inside this process."""
    bounds = {"plans": 60.0, "show": 60.0, "check": 60_000.0}
    for answer in answers(kg, rounds):
        bound = bounds.get(answer.asked, 2_000.0)
        yield most(answer.asked, bound, answer.times, unit="ms", rows=answer.rows)


def true(kg: KnowledgeGraph, folder: Path) -> Iterator[Figure]:
    """Compare with what is known of the archive."""
    truth = truth_in(kg, folder)
    yield least("documents identified", 0.99, truth.identified, truth.documents)
    yield most("documents that are one with another", 0, (truth.merged,), unit="documents")
    for level, (there, found) in truth.links.items():
        yield least(f"links of plans: {level}", 0.99, found, there)


def compile_all() -> None:
    """Build and ask a little, so that no command that is measured compiles what it loads."""
    with TemporaryDirectory() as folder:
        texts, store = Path(folder, "in", "texts"), Path(folder, "store")
        write_archive(texts, 20)
        built_again(texts, ("build", str(texts), "--store", str(store)), rounds=1)
        for command in ("check", "explore", "site"):
            out = () if command == "check" else ("-o", str(store.with_name(command)))
            cost(command, *out, "--store", str(store))


def figures(count: int, rounds: int) -> Iterator[Figure]:
    """Measure everything with an archive of ``count`` texts."""
    with TemporaryDirectory() as folder:
        texts, store = Path(folder, "in", "texts"), Path(folder, "store")
        write_archive(texts, count)
        yield from first_builds(texts, store, count)
        kg = KnowledgeGraph.open(store)
        yield from true(kg, texts.parent)
        yield from asked(kg, rounds)
        directive = most_implemented(kg)
        del kg
        yield from commands(store, directive, rounds)
        yield from later_builds(texts, store, rounds)


def table(told: dict[int, list[Figure]]) -> Iterator[str]:
    """Yield the lines of a table with a column for each number of texts."""
    yield "| | " + " | ".join(f"{count:,} texts" for count in told) + " | wanted of 100,000 |"
    yield "|---" * (len(told) + 2) + "|"
    for row in zip(*told.values(), strict=True):
        yield f"| {row[0].of} | " + " | ".join(map(str, row)) + f" | {row[0].bound} |"


def main() -> int:
    """Print the table, and each figure when it is measured; 1 where the largest misses one."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--texts", type=int, nargs="+", default=[1_000, 20_000])
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    compile_all()
    told: dict[int, list[Figure]] = {}
    for count in sorted(chosen.texts):
        told[count] = []
        for figure in figures(count, chosen.rounds):
            told[count].append(figure)
            print(f"{count:,} texts: {figure.of}: {figure}", file=sys.stderr, flush=True)
    print(machine(), *table(told), sep="\n")
    return int(not all(figure.reached for figure in told[max(told)]))


if __name__ == "__main__":
    sys.exit(main())
