"""How much of what ``archive.py`` wrote down a graph of its texts holds."""

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from graph import KnowledgeGraph

LEVELS = {"TW": "central", "TU": "province", "HU": "district", "ĐU": "commune"}
"""Whose a document is, by the end of its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """Of an archive's documents and links so many, and so many of them in the graph.

    ``links`` tells both for the level of what carries out; ``merged`` counts documents that are one
    with another in the graph and are not.
    """

    documents: int
    identified: int
    merged: int
    links: dict[str, tuple[int, int]]

    @property
    def linked(self) -> tuple[int, int]:
        """How many links there are, and how many of them are found."""
        there, found = zip(*self.links.values(), strict=True)
        return sum(there), sum(found)


def truth_in(kg: KnowledgeGraph, folder: Path) -> Truth:
    """Compare ``kg`` with ``truth.csv`` in ``folder``."""
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    held = kg.sparql(
        "SELECT DISTINCT ?file ?number ?place ?d {"
        " ?d ld:hasText ?t ; ld:fullNumber ?number"
        " . ?t ld:fileName ?file . OPTIONAL { ?d ld:shownPlace ?place } }"
    )
    of = {row.file: (row.number, (row.place or "").rpartition("/")[2], row.d) for row in held}
    pairs = {(row.a, row.b) for row in kg.sparql("SELECT DISTINCT ?a ?b { ?a ld:implements ?b }")}
    there: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for row in rows:
        if not row["carries_out"]:
            continue
        level = LEVELS[row["number"].rpartition("/")[2]]
        there[level] += 1
        ends = [of.get(row[end], ("", "", end))[2] for end in ("file", "carries_out")]
        found[level] += tuple(ends) in pairs
    texts = Counter(document for _, _, document in of.values())
    return Truth(
        documents=len(rows),
        identified=sum(
            of.get(row["file"], ("", "", ""))[:2] == (row["number"], row["place"]) for row in rows
        ),
        merged=sum(count for count in texts.values() if count > 1),
        links={level: (there[level], found[level]) for level in LEVELS.values() if there[level]},
    )
