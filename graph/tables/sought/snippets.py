"""The words around what was found, with their place in the text as read."""

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial

from graph.store.dataset import Facts
from graph.tables.said.contents import content_of
from graph.tables.said.syllables import bare, syllables_in
from graph.tables.sought.hits import Passage
from graph.tables.sought.wording import Term, Wording

_BEFORE, _LENGTH = 80, 280
"""How many code points are shown before the first of the words, and in all."""
_LOOKED_AT = 12
"""How many passages of one document are weighed against each other."""

_Mark = tuple[int, int]


def passages_of(
    facts: Facts, tables: sqlite3.Connection, document: int, wording: Wording, most: int
) -> tuple[Passage, ...]:
    """Return up to ``most`` passages of a document's texts that say the words, the best first.

    ``facts`` are those of the dataset beside the tables, which holds what the texts say.
    What is read as is likelier comes first, then what says most of the words, then what says them
    most often. In a long document the first of many passages are looked at.
    """
    first, last = tables.execute(
        "SELECT min(id), max(id) FROM passages WHERE document = ? AND text IS NOT NULL", (document,)
    ).fetchone()
    found = tables.execute(
        "SELECT sha, stop, start, name, pages FROM words"
        " JOIN passages ON passages.id = words.rowid JOIN texts ON texts.id = passages.text"
        # A document with several texts may have those of others between its passages.
        " WHERE words MATCH ? AND words.rowid BETWEEN ? AND ? AND passages.document = ? LIMIT ?",
        (wording.expression, first, last, document, _LOOKED_AT),
    )
    text_of = cache(partial(content_of, facts))
    said = ((text_of(sha)[where[0] : end], *where) for sha, end, *where in found)
    ranked = sorted(
        ((_best_marks(content, wording), content, *where) for content, *where in said),
        key=lambda row: row[0].rank,
    )
    return tuple(_passage(marks.places, *row) for marks, *row in ranked[:most])


@dataclass(frozen=True, slots=True)
class _Marks:
    """Where a passage says the words; the less of ``rank`` the better."""

    places: list[_Mark]
    rank: tuple[bool, int, int]


def _best_marks(content: str, wording: Wording) -> _Marks:
    """Return where ``content`` says the words: those of the likelier reading, else of any."""
    said = list(syllables_in(content))
    for unlikely, choices in enumerate((wording.likely, wording.choices)):
        found = {
            term: places
            for choice in choices
            for term in choice
            if (places := list(_places(said, term)))
        }
        if found:
            places = sorted({mark for marks in found.values() for mark in marks})
            return _Marks(places, (bool(unlikely), -len(found), -len(places)))
    return _Marks([], (True, 0, 0))


def _passage(marks: list[_Mark], content: str, start: int, name: str, pages: str) -> Passage:
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


def _places(said: list[tuple[str, int, int]], term: Term) -> Iterator[_Mark]:
    """Yield where the syllables of a term stand, one behind the other."""
    size, first = len(term.said), term.said[0]
    for at in range(len(said) - size + 1):
        if _is(said[at][0], first, term) and all(
            _is(found, wanted, term)
            for (found, _, _), wanted in zip(said[at : at + size], term.said, strict=True)
        ):
            yield said[at][1], said[at + size - 1][2]


def _is(found: str, wanted: str, term: Term) -> bool:
    return found == wanted if term.marked else bare(found) == wanted


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
