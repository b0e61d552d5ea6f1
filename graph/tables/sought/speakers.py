"""Which documents say the words that a person asks for, and which of them come first."""

import json
import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final

from graph.tables.columns import FIRST_OF_TEXTS, Columns, Tables
from graph.tables.said.syllables import bare
from graph.tables.sought.wording import Wording

MOST_WEIGHED: Final = 20_000
"""Of how many passages it is weighed which say the words most. What more of them say tells nothing
apart, and the newest come first."""
# One value of JSON is handed over faster than a hundred thousand rows.
_CALLED: Final = f"""
SELECT json_group_array(rowid) FROM words WHERE words MATCH ? AND rowid < {FIRST_OF_TEXTS}
"""
_SAYING: Final = f"""
SELECT json_group_array(rowid - {FIRST_OF_TEXTS}) FROM words
WHERE words MATCH ? AND rowid >= {FIRST_OF_TEXTS}
"""
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
        # The order of what is newest stays among those that say it equally.
        return sorted(columns.newest_of(some), key=self.scores.__getitem__)


def saying(tables: Tables, wording: Wording) -> Saying:
    """Return the documents that say words, references that are open left out.

    Raises sqlite3.Error.
    """
    words = wording.expression
    scores = _NO_SCORES
    passages = _passages(tables, words)
    if 0 < passages.count <= MOST_WEIGHED:
        scores = _scores(tables, tables.execute(_WEIGHED, (words,)).fetchall())
    called = set(passages.called)
    documents = called.union(tables.owners(passages.said)) - tables.columns.open
    for term in wording.choices[0] if wording.anywhere else ():
        documents &= _documents(tables, _passages(tables, str(term)))
    likely = documents
    if wording.likelier:
        likelier = _passages(tables, wording.likelier)
        # What is said in the likelier words is said in the others, too.
        if likelier.count < passages.count:
            likely = _documents(tables, likelier)
    return Saying(
        wording=wording,
        documents=documents,
        likely=likely,
        called=called,
        exact=_titled(tables, wording) if called else frozenset(),
        scores=scores,
    )


@dataclass(frozen=True, slots=True)
class _Passages:
    """Passages that say words: the documents that are called so, and places in texts.

    These are counted from ``FIRST_OF_TEXTS``.
    """

    called: list[int]
    said: list[int]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.called) + len(self.said)


def _passages(tables: sqlite3.Connection, words: str) -> _Passages:
    """Return the passages that say what SQLite is to look for."""
    called, said = (tables.execute(sql, (words,)).fetchone()[0] for sql in (_CALLED, _SAYING))
    return _Passages(json.loads(called), json.loads(said))


def _documents(tables: Tables, passages: _Passages) -> set[int]:
    return {*passages.called, *tables.owners(passages.said)}


def _scores(tables: Tables, rows: list[tuple[int, float]]) -> Mapping[int, float]:
    """Return the best score of each document."""
    at = bisect_left(rows, FIRST_OF_TEXTS, key=itemgetter(0))
    owners = tables.owners([passage - FIRST_OF_TEXTS for passage, _ in rows[at:]])
    numbered = (*(passage for passage, _ in rows[:at]), *owners)
    found = dict(zip(numbered, map(itemgetter(1), rows), strict=True))
    if len(found) < len(rows):
        for number, (_, score) in zip(numbered, rows, strict=True):
            found[number] = min(found[number], score)
    return found


def _titled(tables: sqlite3.Connection, wording: Wording) -> Set[int]:
    """Return the documents that have just the words for a title."""
    title = "-".join(bare(said) for term in wording.choices[0] for said in term.said)
    rows = tables.execute("SELECT id FROM documents WHERE title_key = ?", (title,))
    return {number for (number,) in rows}
