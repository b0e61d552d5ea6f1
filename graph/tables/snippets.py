"""The words around what was found, with their place in the text as read."""

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Iterator

from graph.tables.hits import Passage
from graph.tables.syllables import bare, syllables_in
from graph.tables.wording import Choice, Term, Wording

_BEFORE, _LENGTH = 80, 280
"""How many code points are shown before the first of the words, and in all."""

_Mark = tuple[int, int]


def passages_of(
    tables: sqlite3.Connection, document: int, wording: Wording, most: int
) -> tuple[Passage, ...]:
    """Return up to ``most`` passages of a document's texts that say the words, the best first."""
    first, last = tables.execute(
        "SELECT min(id), max(id) FROM passages WHERE document = ?", (document,)
    ).fetchone()
    found = tables.execute(
        "SELECT rowid, bm25(words) AS score FROM words WHERE words MATCH ?"
        " AND rowid > ? AND rowid <= ? ORDER BY score, rowid",
        # The first is what the document is called.
        (wording.expression, first, last),
    )
    likely = set()
    if wording.likelier:
        likelier = tables.execute(
            "SELECT rowid FROM words WHERE words MATCH ? AND rowid > ? AND rowid <= ?",
            (wording.likelier, first, last),
        )
        likely = {row[0] for row in likelier}
    ranked = sorted(found.fetchall(), key=lambda row: row[0] not in likely)
    return tuple(_passage(tables, passage, wording) for passage, _ in ranked[:most])


def _passage(tables: sqlite3.Connection, passage: int, wording: Wording) -> Passage:
    start, content, name, pages = tables.execute(
        "SELECT start, content, name, pages FROM passages JOIN contents ON passage = passages.id"
        " JOIN texts ON texts.id = passages.text WHERE passages.id = ?",
        (passage,),
    ).fetchone()
    marks = sorted(set(_marks(content, wording)))
    begin, end = _window(content, marks)
    inside = tuple((at - begin, to - begin) for at, to in marks if begin <= at and to <= end)
    return Passage(
        quote=content[begin:end],
        text=name,
        start=start + begin,
        end=start + end,
        page=bisect_right(json.loads(pages), start + (inside[0][0] + begin if inside else begin)),
        marks=inside,
    )


def _marks(content: str, wording: Wording) -> Iterator[_Mark]:
    """Yield where ``content`` says the words: those of the likelier reading, else of any."""
    said = list(syllables_in(content))
    likely = [mark for choice in wording.likely for mark in _places(said, choice)]
    yield from likely or (mark for choice in wording.choices for mark in _places(said, choice))


def _places(said: list[tuple[str, int, int]], choice: Choice) -> Iterator[_Mark]:
    folded = [bare(syllable) for syllable, _, _ in said]
    written = [syllable for syllable, _, _ in said]
    for term in choice:
        for at in _found(written if term.marked else folded, term):
            yield said[at][1], said[at + len(term.said) - 1][2]


def _found(said: list[str], term: Term) -> Iterator[int]:
    size, wanted = len(term.said), list(term.said)
    for at in range(len(said) - size + 1):
        if said[at] == wanted[0] and said[at : at + size] == wanted:
            yield at


def _window(content: str, marks: list[_Mark]) -> tuple[int, int]:
    """Return the part of ``content`` to show: where most of the words are, cut between words."""
    size = len(content)

    def covered(at: int) -> int:
        return sum(at <= start and end <= at + _LENGTH for start, end in marks)

    begins = [max(0, start - _BEFORE) for start, _ in marks] or [0]
    begin = max(begins, key=lambda at: (covered(at), -at))
    # A phrase may be longer than what is shown else.
    end = min(size, max([begin + _LENGTH, *(end for _, end in marks[:1] if not covered(begin))]))
    while begin > 0 and not content[begin - 1].isspace():
        begin -= 1
    while end < size and not content[end].isspace():
        end += 1
    while begin < end and content[begin].isspace():
        begin += 1
    while begin < end and content[end - 1].isspace():
        end -= 1
    return begin, end
