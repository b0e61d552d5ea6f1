"""A report as it is made, whatever it is written as: sections of words, tables and figures."""

from dataclasses import dataclass

from graph.words.sentences import Language


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a cell; ``notes`` stand at the foot of the page, and say where the words are from.

    ``aside`` is said below them, in smaller letters.
    """

    text: str
    notes: tuple[str, ...] = ()
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: headings, rows of cells, and how wide each column is as a share of the page.

    A row of one cell goes through all columns, and heads those below it.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, and the command of luocdo whose answer has so many rows."""

    name: str
    value: int
    command: str


@dataclass(frozen=True, slots=True)
class Section:
    """One numbered part; ``figures`` stand in a table of their own, each beside its command."""

    heading: str
    words: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    grids: tuple[tuple[str, Grid], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report: what it is called, what it is about, where its figures come from, its sections."""

    title: str
    about: tuple[str, ...]
    basis: str
    sections: tuple[Section, ...]
    figure_headings: tuple[str, str, str]
    notes_heading: str
    language: Language
