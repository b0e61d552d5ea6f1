"""Marks that were not typed, put back as the collection itself writes its syllables."""

import sqlite3
from collections.abc import Mapping, Sequence
from math import log

_TAKEN = 12
"""How many ways to write one syllable are weighed: those that the texts write most often."""
_Path = tuple[float, tuple[str, ...]]
"""How likely some syllables are together, as a logarithm, and how they are written."""


def restored(tables: sqlite3.Connection, typed: Sequence[str]) -> tuple[str, ...]:
    """Return bare syllables with the marks that the texts most likely have in this order.

    Each syllable is weighed by how often it is written so, and how often behind the one before. A
    syllable that the texts do not have stays as it was typed.
    """
    best: dict[str, _Path] = {"": (0.0, ())}
    seen: Mapping[str, int] = {}
    for syllable in typed:
        ways = _ways(tables, syllable) or {syllable: 1}
        total = sum(ways.values())
        reached: dict[str, _Path] = {}
        for written, times in ways.items():
            behind = _behind(tables, written, tuple(best))
            score, path = max(
                # What was never met behind another may be met: as often as it is met at all.
                (score + log((behind.get(last, 0) + times / total) / (seen.get(last, 0) + 1)), path)
                for last, (score, path) in best.items()
            )
            reached[written] = score, (*path, written)
        best, seen = reached, ways
    return max(best.values())[1]


def _ways(tables: sqlite3.Connection, syllable: str) -> dict[str, int]:
    rows = tables.execute(
        "SELECT written, times FROM syllables WHERE bare = ? ORDER BY times DESC, written LIMIT ?",
        (syllable, _TAKEN),
    )
    return dict(rows.fetchall())


def _behind(tables: sqlite3.Connection, written: str, before: Sequence[str]) -> dict[str, int]:
    """Return how often ``written`` stands behind each of ``before``."""
    found = {}
    for last in before:
        row = tables.execute(
            "SELECT times FROM pairs WHERE first = ? AND second = ?", (last, written)
        ).fetchone()
        if row:
            found[last] = row[0]
    return found
