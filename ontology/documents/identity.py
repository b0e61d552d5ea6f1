"""Which document it is: the key behind a number, and its IRI.

A number is not a document. The key is the register that the number was taken from (body and
place), the period in which that register ran (a congress term or a year), the letters of the
symbol, and the number. A document without a number is known by its name.
"""

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from ontology.institutions.periods import NAMED, Period

BASE = "https://w3id.org/luocdo/"
"""The base of every IRI of the graph."""

_KEY = re.compile(r"[a-z0-9]+(?:[-./][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class RegisterNumber:
    """A number in a register of a body, whatever the period; empty parts are not known."""

    series: str
    register: str
    number: str


@dataclass(frozen=True, slots=True)
class DocumentId:
    """The identity of one document; equal ids have equal IRIs, and nothing else does.

    ``series`` names the register: ``tw``, ``lai-chau.tu``, ``lai-chau.tam-duong.ubnd``, ``cp``.
    ``period`` is that of the register, or ``named``. ``symbol`` holds the letters (``kl-tu``), and
    is empty for a name. ``number`` holds the digits without leading zeros, or the name.

    >>> DocumentId.parse("tw/k11/nq-tw/25").iri
    'https://w3id.org/luocdo/id/doc/tw/k11/nq-tw/25'
    """

    series: str
    period: Period
    symbol: str
    number: str

    def __post_init__(self) -> None:
        key = str(self)
        slashes = 3 if self.symbol else 2
        if not _KEY.fullmatch(key) or key.count("/") != slashes:
            raise ValueError(
                f"not a document key: {self}; expected parts like 'tw', 'k11', 'nq-tw'"
            )
        if (self.period == NAMED) != (not self.symbol):
            raise ValueError(f"not a document key: {self}; a name has no symbol, a number has one")

    @classmethod
    def parse(cls, key: str) -> Self:
        """Read back what ``str`` printed; ValueError where ``key`` has another form."""
        parts = key.split("/")
        if len(parts) == 3:
            return cls(parts[0], Period(parts[1]), "", parts[2])
        if len(parts) == 4:
            return cls(parts[0], Period(parts[1]), *parts[2:])
        raise ValueError(f"not a document key: {key!r}; expected series/period/symbol/number")

    def __str__(self) -> str:
        symbol = f"{self.symbol}/" if self.symbol else ""
        return f"{self.series}/{self.period}/{symbol}{self.number}"

    @property
    def register_number(self) -> RegisterNumber:
        """The number that the document has, without its period."""
        return RegisterNumber(self.series, self.symbol, self.number)

    @property
    def iri(self) -> str:
        """The IRI under which the document stands in the graph."""
        return f"{BASE}id/doc/{self}"


def reference_iri(*clues: str) -> str:
    """Return the IRI of a reference that no document could be found for.

    ``clues`` are what is known of it, and where it was read if that is not enough to tell it from
    another; the same clues give the same IRI.
    """
    return f"{BASE}id/ref/{sha256('|'.join(clues).encode()).hexdigest()[:16]}"
