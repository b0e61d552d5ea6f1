"""Which documents say the words that a person asks for, and which of them come first."""

import json
import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Set
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
_SAYING: Final = "SELECT json_group_array(rowid) FROM words WHERE words MATCH ?"
_WEIGHED: Final = "SELECT rowid, bm25(words) FROM words WHERE words MATCH ?"
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
        for read_so in self._read_so(chosen):
            called = self.called & read_so
            exact = self.exact & called
            yield from self._held_first(exact, columns)
            yield from self._held_first(called - exact, columns)
            # Of very many a few are asked for: no set is made of all of them.
            yield from self._held_first(read_so, columns, without=called)

    def _read_so(self, chosen: Set[int]) -> Iterator[Set[int]]:
        """Yield those of the documents that are likelier read so, then the others."""
        if chosen is self.likely:
            yield chosen
            return
        yield chosen & self.likely
        yield chosen - self.likely

    def _held_first(
        self, some: Set[int], columns: Columns, *, without: Set[int] = frozenset()
    ) -> Iterator[int]:
        """Yield documents in order, those first whose text was read."""
        for is_held in (True, False):
            for number in self._weighed(some, columns):
                if (number in columns.held) is is_held and number not in without:
                    yield number

    def _weighed(self, some: Set[int], columns: Columns) -> Iterable[int]:
        if not self.scores:
            return columns.newest_of(some)
        scores, rank = self.scores, columns.rank
        return sorted(some, key=lambda number: (scores[number], rank[number]))


def saying(tables: Tables, wording: Wording) -> Saying:
    """Return the documents that say words, references that are open left out.

    Raises sqlite3.Error.
    """
    words = wording.expression
    scores = _NO_SCORES
    passages = _passages(tables, words)
    if 0 < len(passages) <= MOST_WEIGHED:
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


def _passages(tables: sqlite3.Connection, words: str) -> list[int]:
    """Return the passages that say what SQLite is to look for, in the order of their ids."""
    (found,) = tables.execute(_SAYING, (words,)).fetchone()
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
