"""What is looked for when words are typed: the strictest reading of them first.

Nothing that was typed reaches SQLite but syllables, which consist of letters and digits, in quotes.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.tables.said.restoring import restored
from graph.tables.said.syllables import bare, said_in

_PIECE = re.compile(r'"([^"]*)"|“([^”]*)”|([^"“]+|["“])')
_LONGEST_SPLIT = 9
"""Up to how many syllables a run of words is taken for words of two; longer ones are sentences."""


@dataclass(frozen=True, slots=True)
class Term:
    """Syllables that stand one behind the other; ``marked`` tells whether their marks count."""

    said: tuple[str, ...]
    marked: bool

    def __str__(self) -> str:
        column = "written" if self.marked else "folded"
        return f'{column} : "{" ".join(self.said)}"'


Choice = tuple[Term, ...]
"""Terms that all have to be there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One way to understand what was typed: any of ``choices``, each of whose terms is there.

    ``likely`` are the same words with the marks that were not typed, ``anywhere`` tells that the
    terms may stand in different passages of a document, ``apart`` that they are not the words as
    they were typed, one behind the other.
    """

    choices: tuple[Choice, ...]
    likely: tuple[Choice, ...] = ()
    anywhere: bool = False
    apart: bool = False

    @property
    def expression(self) -> str:
        """What SQLite looks for in one passage."""
        return _expression(self.choices, " OR " if self.anywhere else " AND ")

    @property
    def likelier(self) -> str:
        """What SQLite looks for to tell the likelier passages; empty where all are alike."""
        return _expression(self.likely, " AND ") if self.likely else ""


def wordings(tables: sqlite3.Connection, typed: str, *, whole: bool = False) -> Iterator[Wording]:
    """Yield the ways to understand ``typed``, the strictest first; none where it has no words.

    What stands in quotes is one phrase; with ``whole`` all of it is. Marks that are typed count;
    words that are typed without any are looked for without, the likelier first.
    """
    pieces = [(said, quoted or whole) for said, quoted in _pieces(typed)]
    if not pieces:
        return
    if any(bare(one) != one for said, _ in pieces for one in said):
        yield from _ways(pieces, _exactly)
        yield from _ways(pieces, _as_typed)
        return
    likely = [(restored(tables, said), quoted) for said, quoted in pieces]
    for way, likelier in zip(_ways(pieces, _folded), _ways(likely, _exactly), strict=True):
        yield replace(way, likely=likelier.choices)


def _exactly(said: tuple[str, ...]) -> Term:
    return Term(said, marked=True)


def _folded(said: tuple[str, ...]) -> Term:
    return Term(said, marked=False)


def _as_typed(said: tuple[str, ...]) -> Term:
    """Return a term whose marks count if it has any: what has none may lack them."""
    return Term(said, marked=any(bare(one) != one for one in said))


def _ways(
    pieces: Sequence[tuple[tuple[str, ...], bool]], term: Callable[[tuple[str, ...]], Term]
) -> Iterator[Wording]:
    """Yield what pieces mean as phrases, as words of two syllables, and syllable by syllable."""
    phrases = tuple(term(said) for said, _ in pieces)
    yield Wording(choices=(phrases,))
    fixed = tuple(term(said) for said, quoted in pieces if quoted)
    loose = [said for said, quoted in pieces if not quoted]
    splits = tuple((*fixed, *map(term, split)) for split in _splits(loose) if len(split) > 1)
    if splits and splits != (phrases,):
        yield Wording(choices=splits, apart=True)
    if splits:
        yield Wording(choices=splits[:1], anywhere=True, apart=True)
    singles = tuple(term((one,)) for said in loose for one in said)
    if len(singles) > len(loose):
        yield Wording(choices=((*fixed, *singles),), apart=True)


def _expression(choices: Sequence[Choice], joint: str) -> str:
    return " OR ".join(f"({joint.join(map(str, choice))})" for choice in choices)


def _pieces(typed: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    for straight, curly, loose in _PIECE.findall(typed):
        said = tuple(said_in(straight or curly or loose))
        if said:
            yield said, not loose


def _splits(runs: Sequence[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Yield the ways in which runs of syllables are words of two, and one of one if need be."""
    if not runs:
        yield ()
        return
    first, *others = runs
    if len(first) > _LONGEST_SPLIT:
        return
    odd = len(first) % 2
    for tail in list(_splits(others)):
        for alone in range(0, len(first), 2) if odd else (0,):
            words = (
                *_twos(first[:alone]),
                first[alone : alone + odd],
                *_twos(first[alone + odd :]),
            )
            yield (*filter(None, words), *tail)


def _twos(said: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [said[at : at + 2] for at in range(0, len(said), 2)]
