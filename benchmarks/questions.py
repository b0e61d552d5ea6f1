"""How long questions take inside one process, on a store of an archive that ``archive.py`` wrote.

    python benchmarks/archive.py DIR --texts 5000
    luocdo build DIR/texts --store DIR/store
    python benchmarks/questions.py DIR

Prints the median of several runs in milliseconds of CPU, how many rows there were, and how much of
what ``truth.csv`` knows is found. benchmarks/README.md says how to read the figures.
"""

import argparse
import csv
import statistics
import sys
import time
from collections.abc import Callable, Sized
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from graph import KnowledgeGraph
from graph.ask.competency import all_questions

PATIENCE = 60.0
"""How many seconds a question may take before it is asked just once."""
WORDS = (
    "đối thoại",
    "doi thoai",
    "cong tac dan van",
    "hòa giải",
    "kế hoạch",
    "nha van hoa nhan dan",
)


def median(run: Callable[[], Sized], rounds: int) -> tuple[float, int]:
    """Return how many milliseconds of CPU ``run`` takes, and how many rows it gives."""
    times: list[float] = []
    for _ in range(rounds):
        began = time.process_time()
        rows = len(run())
        times.append(time.process_time() - began)
        if times[0] > PATIENCE:
            break
    return statistics.median(times) * 1000, rows


def tell(name: str, run: Callable[[], Sized], rounds: int) -> None:
    taken, rows = median(run, rounds)
    print(f"{name:<34}{taken:>12.1f} ms{rows:>8} rows", flush=True)


def truth(kg: KnowledgeGraph, folder: Path) -> None:
    """Print how many documents of the truth are known, and how many of its links."""
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    held = kg.sparql(
        "SELECT DISTINCT ?file ?number ?place ?d {"
        " ?d ld:hasText ?t ; ld:fullNumber ?number"
        " . ?t ld:fileName ?file . OPTIONAL { ?d ld:shownPlace ?place } }"
    )
    of = {row.file: (row.number, (row.place or "").rpartition("/")[2], row.d) for row in held}
    named = [of.get(row["file"], ("", "", ""))[:2] == (row["number"], row["place"]) for row in rows]
    links = kg.sparql("SELECT DISTINCT ?a ?b { ?a ld:implements ?b }")
    pairs = {(row.a, row.b) for row in links}
    wanted = [row for row in rows if row["carries_out"]]
    found = [
        (of.get(row["file"], ("", "", ""))[2], of.get(row["carries_out"], ("", "", "-"))[2])
        in pairs
        for row in wanted
    ]
    print(f"identity {sum(named)} of {len(named)}, links {sum(found)} of {len(found)}")


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
        truth(kg, chosen.folder)
    most = max(kg.ask("most-implemented"), key=lambda row: row.plans)
    directive = most.directive_iri
    tell("plans", lambda: kg.plans(directive), chosen.rounds)
    tell("show", lambda: kg.document(directive).incoming, chosen.rounds)
    about = {
        "PLACE": "Lai Châu",
        "COMPARED": "Sơn La",
        "SUBJECT": directive,
        "OBJECT": directive,
    }
    for question in all_questions():
        if question.name in chosen.leave_out:
            continue
        names = [
            parameter.name.upper() for parameter in question.parameters if not parameter.optional
        ]
        arguments = [about.get(name, directive) for name in names]

        def asked(name: str = question.name, arguments: list[str] = arguments) -> Sized:
            return kg.ask(name, *arguments)

        tell(f"ask {question.name}", asked, chosen.rounds)
    if "check" not in chosen.leave_out:
        tell("check", kg.check, 1)
    if hasattr(kg, "search"):
        for words in WORDS:
            tell(f"find {words}", lambda words=words: kg.search(words, limit=20), chosen.rounds)
        tell(
            "find (filters)", lambda: kg.find(level="district", year=2021, limit=20), chosen.rounds
        )


if __name__ == "__main__":
    main()
