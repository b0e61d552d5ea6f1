"""Which syllables stand beside which: learned from texts that are chosen by nothing but chance.

How many texts are learned from depends on how much all of them say, and which ones on their hashes:
so one text more or less changes what that text says, and no more.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

LEARNED = 2_000_000
"""Of about how many syllables the neighbours are learned, at the most."""
_DIGITS = 8


def share_of(syllables: int) -> int:
    """Return of how many texts one is learned from, as a power of two, where all say so much.

    >>> share_of(1_000), share_of(5_000_000)
    (0, 2)
    """
    power = 0
    while syllables > LEARNED << power:
        power += 1
    return power


def rank_of(sha: str) -> int:
    """Return up to which power of two a text with this hash is among those that are learned from.

    >>> rank_of("00000004" + 56 * "0"), rank_of("0000000d" + 56 * "0")
    (2, 0)
    """
    number = int(sha[:_DIGITS], 16) or 1 << (4 * _DIGITS)
    return (number & -number).bit_length() - 1


@dataclass(slots=True)
class Neighbours:
    """How often each syllable, and each pair of two, stands in the texts that are learned from."""

    times: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)

    def learn(self, said: list[str]) -> None:
        """Count the syllables of one passage."""
        self.times.update(said)
        self.pairs.update(pairwise(said))

    def add(self, other: "Neighbours") -> None:
        """Count what is counted in ``other``, too."""
        self.times.update(other.times)
        self.pairs.update(other.pairs)


class Learning:
    """Counts what texts say while they are read one by one, and forgets what is too much."""

    def __init__(self) -> None:
        self.syllables = 0
        self._share = 0
        self._by_rank: defaultdict[int, Neighbours] = defaultdict(Neighbours)

    def read(self, sha: str, said: list[str]) -> None:
        """Learn from a passage of the text with this hash."""
        self.syllables += len(said)
        if rank_of(sha) >= self._share:
            self._by_rank[rank_of(sha)].learn(said)
        share = share_of(self.syllables)
        if share != self._share:
            self._share = share
            for rank in [rank for rank in self._by_rank if rank < share]:
                del self._by_rank[rank]

    def learned(self) -> Neighbours:
        """Return what is counted in all texts that are learned from."""
        return _together(self._by_rank.values())


def _together(parts: Iterable[Neighbours]) -> Neighbours:
    whole = Neighbours()
    for part in parts:
        whole.add(part)
    return whole
