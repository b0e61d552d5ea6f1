"""What lies outside the repository, read and scored: annotated texts, and cases with what is right.

``python -m tests.extract.annotated`` brings the tables of tests/extract/gold up to date: a case
that passes now is listed so, a new one is listed as it is, one that is gone is taken out, and a
floor rises where its figure did. What got worse stays as it is: change such a row by hand, and say
in the commit why.
"""

import csv
import importlib.util
import json
import math
import os
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from extract import SourceText, load, read
from extract.report import as_json

ROOT = Path(__file__).parents[2]
SHARED = (ROOT / os.environ.get("LUOCDO_SHARED", "../shared")).resolve()
TABLES = Path(__file__).parent / "gold"
TEXTS, FLOORS, CASES = (TABLES / f"{name}.csv" for name in ("texts", "floors", "cases"))
PASSES, FAILS = "passes", "fails"

Figures = dict[str, dict[str, float]]


class Floor(NamedTuple):
    """What a figure over the texts of one set must reach."""

    folder: str
    what: str
    figure: str
    least: float


class Scored(NamedTuple):
    """The figures over the texts of one set, and each fault in words."""

    figures: Figures
    faults: list[str]


def rows(table: Path) -> list[dict[str, str]]:
    """Return the rows of a table of tests/extract/gold."""
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def floors() -> list[Floor]:
    """Return the floors that are held."""
    return [
        Floor(row["folder"], row["what"], row["figure"], float(row["least"]))
        for row in rows(FLOORS)
    ]


def texts_of(folder: str) -> list[str]:
    """Return the names of the texts that the floors of ``folder`` are held on."""
    return [row["text"] for row in rows(TEXTS) if row["folder"] == folder]


def texts_there(shared: Path, folder: str) -> set[str]:
    """Return the names of all texts of ``folder`` that are annotated."""
    return {path.stem for path in (shared / folder).glob("*.json")}


def scored(shared: Path, folder: str) -> Scored:
    """Return how well the texts of ``folder`` are read that the table of texts names."""
    scorer = _module(shared / "gold" / "score.py")
    read_beside_right = [
        (name, json.loads((shared / folder / f"{name}.json").read_text("utf-8")), as_json(reading))
        for name in texts_of(folder)
        for reading in [read(load(_text(shared / folder, name)))]
    ]
    tally, faults = scorer.score(read_beside_right)
    return Scored(scorer.report(tally), faults)


def listed_cases() -> dict[str, str]:
    """Return the ids of the cases that are known, each with what became of it last."""
    return {row["id"]: row["today"] for row in rows(CASES)}


def faults_of_cases(shared: Path) -> dict[str, list[str]]:
    """Return what is wrong in the reading of each case, in words; nothing where it passes."""
    judge = _module(shared / "cases" / "try.py")
    lines = (shared / "cases" / "cases.jsonl").read_text("utf-8").split("\n")
    cases: list[dict[str, Any]] = [json.loads(line) for line in lines if line.strip()]
    return {
        case["id"]: list(judge.faults(case, judge.Read(case["text"], _answer(case["text"]))))
        for case in cases
    }


def _answer(text: str) -> dict[str, Any]:
    return as_json(read(SourceText("case.txt", text)))


def _text(folder: Path, name: str) -> Path:
    return next(path for path in (folder / f"{name}.md", folder / f"{name}.txt") if path.exists())


def _module(path: Path) -> ModuleType:
    """Return the program at ``path`` as a module: it lies in no package."""
    spec = importlib.util.spec_from_file_location(f"shared_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def floor_under(value: float, count: float) -> float:
    """Return the floor for a figure over ``count`` things: it lets one slip, and no second."""
    return max(0.0, math.floor((value - 1 / count) * 100) / 100)


def renewed_floors(shared: Path) -> list[Floor]:
    """Return the floors, raised where a figure allows it, never lowered."""
    figures = {
        folder: scored(shared, folder).figures for folder in {one.folder for one in floors()}
    }
    return [
        one._replace(least=max(one.least, floor_under(found[one.figure], found["gold"])))
        for one in floors()
        for found in [figures[one.folder][one.what]]
    ]


def renewed_cases(shared: Path) -> dict[str, str]:
    """Return the cases that are there; one that was listed as passing is still listed so."""
    listed = listed_cases()
    return {
        case: PASSES if not faults or listed.get(case) == PASSES else FAILS
        for case, faults in faults_of_cases(shared).items()
    }


def _write(table: Path, header: Iterable[str], lines: Iterable[Iterable[object]]) -> None:
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


if __name__ == "__main__":
    _write(FLOORS, Floor._fields, renewed_floors(SHARED))
    _write(CASES, ("id", "today"), sorted(renewed_cases(SHARED).items()))
