"""The rows of which syllables there are, and which stand beside which."""

import sqlite3
from collections.abc import Mapping

from graph.tables.said.neighbours import Learning, Neighbours, rank_of, share_of
from graph.tables.said.syllables import bare

Said = Mapping[str, list[list[str]]]
"""The syllables of each passage of some texts, by the hashes of these."""


class OtherShareError(Exception):
    """The syllables have to be learned from more of the texts than before, or from fewer."""


def write_learned(tables: sqlite3.Connection, learning: Learning) -> None:
    """Write what was learned from all texts."""
    tables.execute("INSERT INTO learned VALUES (?)", (learning.syllables,))
    learned = learning.learned()
    written = ((bare(said), said, count) for said, count in sorted(learned.times.items()))
    tables.executemany("INSERT INTO syllables VALUES (?, ?, ?)", written)
    pairs = ((*pair, count) for pair, count in sorted(learned.pairs.items()))
    tables.executemany("INSERT INTO pairs VALUES (?, ?, ?)", pairs)


def relearn(tables: sqlite3.Connection, gone: Said, come: Said) -> None:
    """Take what texts ``gone`` said out of what is learned, and add what texts ``come`` say.

    Raises OtherShareError.
    """
    (before,) = tables.execute("SELECT syllables FROM learned").fetchone()
    share, after = share_of(before), before - _size(gone) + _size(come)
    if share_of(after) != share:
        raise OtherShareError
    less, more = _learned(gone, share), _learned(come, share)
    for said in less.times.keys() | more.times.keys():
        change = more.times[said] - less.times[said]
        _count(tables, ("syllables", "bare", "written"), (bare(said), said), change)
    for pair in less.pairs.keys() | more.pairs.keys():
        _count(tables, ("pairs", "first", "second"), pair, more.pairs[pair] - less.pairs[pair])
    tables.execute("UPDATE learned SET syllables = ?", (after,))


def _size(texts: Said) -> int:
    return sum(len(said) for passages in texts.values() for said in passages)


def _learned(texts: Said, share: int) -> Neighbours:
    neighbours = Neighbours()
    for sha, passages in texts.items():
        for said in passages if rank_of(sha) >= share else ():
            neighbours.learn(said)
    return neighbours


def _count(
    tables: sqlite3.Connection, names: tuple[str, str, str], key: tuple[str, str], change: int
) -> None:
    """Let the row with a key be counted so much more often, or be there no more."""
    table, first, second = names
    if change:
        query = f"INSERT INTO {table} VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET times = times + ?"
        tables.execute(query, (*key, change, change))
        query = f"DELETE FROM {table} WHERE {first} = ? AND {second} = ? AND times = 0"
        tables.execute(query, key)
