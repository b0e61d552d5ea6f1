"""How long questions take inside one process, on a store of an archive that ``archive.py`` wrote.

    python benchmarks/archive.py DIR --texts 5000
    luocdo build DIR/texts --store DIR/store
    python benchmarks/questions.py DIR

Prints the median of several runs in milliseconds of CPU, how many rows there were, and how much of
what ``truth.csv`` knows is found. benchmarks/README.md says how to read the figures.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Collection, Iterator, Sized
from dataclasses import dataclass
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from truth import truth_in

from graph import KnowledgeGraph
from graph.ask.competency import all_questions

PATIENCE = 60_000.0
"""How many milliseconds a question may take before it is asked just once."""
WORDS = (
    "đối thoại",
    "doi thoai",
    "cong tac dan van",
    "hòa giải",
    "kế hoạch",
    "nha van hoa nhan dan",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked, how many rows there are, and how many milliseconds of CPU each run took."""

    asked: str
    rows: int
    times: tuple[float, ...]

    def __str__(self) -> str:
        return f"{self.asked:<34}{statistics.median(self.times):>12.1f} ms{self.rows:>8} rows"


def answered(asked: str, run: Callable[[], Sized], rounds: int) -> Answer:
    """Run again and again, just once where that takes long."""
    times: list[float] = []
    for _ in range(rounds):
        began = time.process_time()
        rows = len(run())
        times.append((time.process_time() - began) * 1000)
        if times[0] > PATIENCE:
            break
    return Answer(asked, rows, tuple(times))


def answers(kg: KnowledgeGraph, rounds: int, leave_out: Collection[str] = ()) -> Iterator[Answer]:
    """Yield what each question costs, about the directive that most plans carry out."""
    directive = most_implemented(kg)
    yield answered("plans", lambda: kg.plans(directive), rounds)
    yield answered("show", lambda: kg.document(directive).incoming, rounds)
    about = {
        "PLACE": "Lai Châu",
        "COMPARED": "Sơn La",
        "SUBJECT": directive,
        "OBJECT": directive,
    }
    for question in all_questions():
        if question.name in leave_out:
            continue
        names = [
            parameter.name.upper() for parameter in question.parameters if not parameter.optional
        ]
        arguments = [about.get(name, directive) for name in names]
        ask = partial(kg.ask, question.name, *arguments)
        yield answered(f"ask {question.name}", ask, rounds)
    if "check" not in leave_out:
        yield answered("check", kg.check, 1)
    for words in WORDS:
        yield answered(f"find {words}", partial(kg.search, words, limit=20), rounds)
    narrowed = partial(kg.find, level="district", year=2021, limit=20)
    yield answered("find (filters)", narrowed, rounds)


def most_implemented(kg: KnowledgeGraph) -> str:
    """Return the IRI of the directive that most plans carry out."""
    return str(max(kg.ask("most-implemented"), key=lambda row: row.plans).directive_iri)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--truth", action="store_true")
    parser.add_argument("--leave-out", nargs="*", default=[])
    chosen = parser.parse_args()
    kg = KnowledgeGraph.open(chosen.store or chosen.folder / "store")
    print(kg)
    if chosen.truth:
        print(truth_in(kg, chosen.folder))
    for answer in answers(kg, chosen.rounds, chosen.leave_out):
        print(answer, flush=True)


if __name__ == "__main__":
    main()
