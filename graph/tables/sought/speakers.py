"""Which documents say the words that a person asks for, and which of them come first."""

import json
import sqlite3
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from math import inf
from operator import itemgetter
from typing import Final

from graph.tables.columns import FIRST_OF_TEXTS, Columns, Tables
from graph.tables.said.syllables import bare
from graph.tables.sought.wording import Wording

MOST_WEIGHED: Final = 20_000
"""Of how many passages it is weighed which say the words most. What more of them say tells nothing
apart, and the newest come first."""
# One value of JSON is handed over faster than a hundred thousand rows.
_SAYING: Final = """
SELECT json_group_array(rowid) FROM (SELECT rowid FROM words WHERE words MATCH ? LIMIT ?)
"""
_WEIGHED: Final = "SELECT rowid, bm25(words) FROM words WHERE words MATCH ?"
_ALL: Final = -1
_NO_SCORES: Final[Mapping[int, float]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """The documents that say words of a ``wording``.

    ``likely`` are those that say them as they are likelier read, ``called`` those that are called
    so, ``exact`` those whose title is just that. ``scores`` are the less the more a document says
    them, and missing where that was not weighed.
    """

    wording: Wording
    documents: Set[int]
    likely: Set[int]
    called: Set[int]
    exact: Set[int] = frozenset()
    scores: Mapping[int, float] = field(default_factory=dict)

    def ordered(self, chosen: Set[int], columns: Columns) -> Iterator[int]:
        """Yield those of the documents that are chosen, in order.

        What says the likelier words comes first, of that what is called just so, what is called so
        among other words, what was read, what says it most, what is newest.
        """
        for equal in self._equal(chosen, columns.held):
            if self.scores:
                rank, scores = columns.rank, self.scores
                yield from sorted(equal, key=lambda number: (scores[number], rank[number]))
            else:
                yield from columns.newest_of(equal)

    def _equal(self, chosen: Set[int], held: Set[int]) -> Iterator[Set[int]]:
        """Yield documents in groups, of which each comes before the next."""
        for likely in (True, False):
            read_so = chosen & self.likely if likely else chosen - self.likely
            called = read_so & self.called
            exact = called & self.exact
            for group in (exact, called - exact):
                yield group & held
                yield group - held
            said = read_so - called
            yield said & held
            yield said - held


def saying(tables: Tables, wording: Wording) -> Saying:
    """Return the documents that say words, references that are open left out.

    Raises sqlite3.Error.
    """
    words = wording.expression
    scores = _NO_SCORES
    passages = _passages(tables, words, MOST_WEIGHED + 1)
    if len(passages) > MOST_WEIGHED:
        passages = _passages(tables, words)
    elif passages:
        scores = _scores(tables, tables.execute(_WEIGHED, (words,)).fetchall())
    called, said = _documents(tables, passages)
    documents = (called | said) - tables.columns.open
    for term in wording.choices[0] if wording.anywhere else ():
        documents &= set().union(*_documents(tables, _passages(tables, str(term))))
    likely = documents
    if wording.likelier:
        others = set(_passages(tables, f"({words}) NOT ({wording.likelier})"))
        if others:
            likelier = (passage for passage in passages if passage not in others)
            likely = set().union(*_documents(tables, list(likelier)))
    return Saying(
        wording=wording,
        documents=documents,
        likely=likely,
        called=called,
        exact=_titled(tables, wording) if called else frozenset(),
        scores=scores,
    )


def _passages(tables: sqlite3.Connection, words: str, most: int = _ALL) -> list[int]:
    """Return the passages that say what SQLite is to look for, in the order of their ids."""
    (found,) = tables.execute(_SAYING, (words, most)).fetchone()
    return list[int](json.loads(found))


def _documents(tables: Tables, passages: list[int]) -> tuple[set[int], set[int]]:
    """Return the documents that are called so, and those whose texts say so."""
    at = bisect_left(passages, FIRST_OF_TEXTS)
    return set(passages[:at]), set(tables.owners(passages[at:]))


def _scores(tables: Tables, rows: list[tuple[int, float]]) -> Mapping[int, float]:
    """Return the best score of each document."""
    found: dict[int, float] = {}
    at = bisect_left(rows, FIRST_OF_TEXTS, key=itemgetter(0))
    owners = tables.owners(passage for passage, _ in rows[at:])
    numbered = (*(passage for passage, _ in rows[:at]), *owners)
    for number, (_, score) in zip(numbered, rows, strict=True):
        if score < found.get(number, inf):
            found[number] = score
    return found


def _titled(tables: sqlite3.Connection, wording: Wording) -> Set[int]:
    """Return the documents that have just the words for a title."""
    title = "-".join(bare(said) for term in wording.choices[0] for said in term.said)
    rows = tables.execute("SELECT id FROM documents WHERE title_key = ?", (title,))
    return {number for (number,) in rows}
