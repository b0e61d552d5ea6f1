"""What is found by words and by what documents are."""

from dataclasses import dataclass, field

from graph.values import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of a text around what was looked for.

    ``start`` and ``end`` are code points of the text as read, ``page`` is that of its file, 0 where
    it has no pages. ``marks`` are the places of what was looked for, counted from ``start``.
    """

    quote: str
    text: str
    start: int
    end: int
    page: int
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found, and where its texts say the words, the best passage first."""

    document: Found
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """How many of the documents that were found have one value; empty where it is not known."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """All that was found, counted by what the documents are, the most frequent first.

    A document counts for its place and for each that this lies in, as a narrower search has it.
    """

    type: tuple[Facet, ...] = ()
    level: tuple[Facet, ...] = ()
    place: tuple[Facet, ...] = ()
    year: tuple[Facet, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """The documents that were found, in order, and how many there are in all.

    ``read_as`` are the words with the marks that they were taken to have, empty where marks were
    typed; ``apart`` tells that no text has the words as typed, one behind the other.
    """

    count: int
    hits: tuple[Hit, ...]
    facets: Facets = field(default_factory=Facets)
    read_as: str = ""
    apart: bool = False
