"""What can go wrong for a user: each error holds what was given, and says what to do about it."""

from dataclasses import dataclass, field
from pathlib import Path

from graph.values import Found
from graph.worded import Exit, GraphError, Incomplete, TooCostly, WrongUse, sentence
from graph.words.sentences import Cause, Language

__all__ = [
    "Ambiguous",
    "AmbiguousPlace",
    "BadQuery",
    "BrokenFile",
    "ClusterFailed",
    "DamagedStore",
    "DecisionsUnreadable",
    "Exit",
    "GraphError",
    "ImportedStore",
    "Incomplete",
    "NoWordSearch",
    "NotAStore",
    "NotBindable",
    "NotFound",
    "NotReadOnly",
    "NothingImported",
    "NothingToRead",
    "NumberUnread",
    "OlderVersion",
    "OtherVersion",
    "StoreBusy",
    "StoreInUse",
    "TextElsewhere",
    "TooCostly",
    "TookTooLong",
    "UnknownFormat",
    "UnknownPlace",
    "UnknownQuestion",
    "Unreadable",
    "Unwritable",
    "WrongArguments",
    "WrongUse",
]


@dataclass(eq=False)
class NotAStore(GraphError, key="not a store", code=Exit.WRONG_USE, unless="exists"):
    """The directory holds no graph; ``exists`` tells whether there is such a directory at all."""

    directory: Path
    exists: bool = field(kw_only=True)


@dataclass(eq=False)
class OtherVersion(GraphError, key="other version"):
    """The store was written in the format of another version."""

    directory: Path
    found: object
    expected: int


class OlderVersion(OtherVersion, key="older version"):
    """The store was written in an older format; a build makes it anew from its files."""


@dataclass(eq=False)
class DamagedStore(GraphError, key="damaged"):
    """The files of the store cannot be read; the texts that it was built from can be read again."""

    directory: Path
    reason: str


@dataclass(eq=False)
class StoreBusy(GraphError, key="busy"):
    """Another process is building the same store."""

    directory: Path


@dataclass(eq=False)
class NothingToRead(GraphError, key="no texts", unless="exists"):
    """A path was given that holds no files; ``exists`` tells whether there is such a path."""

    path: Path
    exists: bool = field(kw_only=True)


@dataclass(eq=False)
class NotFound(GraphError, key="not found", code=Exit.NOTHING):
    """No document has that number; ``nearest`` are numbers that the graph does know."""

    number: str
    nearest: tuple[str, ...] = ()

    def told(self, language: Language) -> str:
        """Return what to tell the user, the nearest on a line of their own."""
        said = super().told(language)
        if not self.nearest:
            return said
        return f"{said}\n{sentence(language, 'nearest', {'numbers': self.nearest})}"


class NumberUnread(NotFound, key="number unread"):
    """What was typed is no number and no name of a document."""


@dataclass(eq=False)
class Ambiguous(GraphError, key="ambiguous", code=Exit.WRONG_USE):
    """The number belongs to several documents; each of ``candidates`` has its own selector."""

    number: str
    candidates: tuple[Found, ...]

    def __str__(self) -> str:
        selectors = (candidate.selector for candidate in self.candidates)
        return f"{self.told(Language.EN)} {', '.join(selectors)}"


@dataclass(eq=False)
class NotReadOnly(GraphError, key="not read-only", code=Exit.WRONG_USE):
    """A query wants more than to read: ``form`` is the word that is not allowed."""

    form: str


@dataclass(eq=False)
class BadQuery(GraphError, key="bad query", code=Exit.WRONG_USE, unless="line"):
    """A query cannot be read; ``line`` and ``column`` count from one, zero where not known.

    ``reason`` is a Cause, or what the engine or the server says, as said.
    """

    reason: Cause | str
    line: int
    column: int


@dataclass(eq=False)
class TookTooLong(GraphError, key="took too long", code=Exit.WRONG_USE):
    """A query has not been answered within ``seconds``."""

    seconds: float


@dataclass(eq=False)
class UnknownFormat(GraphError, key="unknown format", code=Exit.WRONG_USE):
    """The name of a file to write has a suffix that no format goes by."""

    path: Path
    known: tuple[str, ...]


@dataclass(eq=False)
class UnknownQuestion(GraphError, key="unknown question", code=Exit.WRONG_USE):
    """There is no competency question of that name; ``known`` are those there are."""

    name: str
    known: tuple[str, ...]


@dataclass(eq=False)
class WrongArguments(GraphError, key="wrong arguments", code=Exit.WRONG_USE):
    """A question was asked about too few or too many things; ``expected`` names its parameters."""

    name: str
    expected: tuple[str, ...]
    given: int


@dataclass(eq=False)
class UnknownPlace(GraphError, key="unknown place", code=Exit.NOTHING):
    """No document of the store is of that place; ``known`` are the paths of the places there."""

    place: str
    known: tuple[str, ...]


@dataclass(eq=False)
class AmbiguousPlace(GraphError, key="ambiguous place", code=Exit.WRONG_USE):
    """Several places have that name; ``candidates`` are their paths."""

    place: str
    candidates: tuple[str, ...]


@dataclass(eq=False)
class StoreInUse(GraphError, key="store in use", code=Exit.WRONG_USE):
    """A store is to be made in a folder that holds one, or something else."""

    directory: Path


@dataclass(eq=False)
class ImportedStore(GraphError, key="imported store", code=Exit.WRONG_USE):
    """Texts are to be read into a store that was imported, and would replace what it holds."""

    directory: Path


@dataclass(eq=False)
class ClusterFailed(GraphError, key="cluster failed"):
    """The workers of a scheduler did not do a build's work; the store is as it was."""

    address: str
    reason: Cause


@dataclass(eq=False)
class DecisionsUnreadable(GraphError, key="decisions unreadable"):
    """A file of decisions cannot be read as one; nothing was changed. ``reason`` tells why."""

    path: Path
    reason: Cause


@dataclass(eq=False)
class BrokenFile(GraphError, key="broken file"):
    """A file of quads is not what its suffix says; ``reason`` tells where, as its reader said."""

    path: Path
    reason: str


@dataclass(eq=False)
class WrongGraph(GraphError, key="wrong graph"):
    """A graph in a file does not hold together; ``node`` says where, ``reason`` why."""

    path: Path
    node: str
    reason: Cause


@dataclass(eq=False)
class NothingImported(GraphError, key="nothing imported"):
    """A file of quads holds no graph of documents."""

    path: Path


@dataclass(eq=False)
class NoWordSearch(GraphError, key="no word search"):
    """The SQLite of this Python, of ``version``, cannot search words: it has no FTS5."""

    version: str


@dataclass(eq=False)
class TextElsewhere(GraphError, key="text elsewhere"):
    """A document was read, but its text is not in the store: it was imported, or is on a server."""

    document: str
    store: str


@dataclass(eq=False)
class NotBindable(GraphError, key="not bindable", code=Exit.WRONG_USE):
    """A value that no variable of a query can have; ``kind`` is its type."""

    name: str
    kind: str


@dataclass(eq=False)
class Unreadable(GraphError, key="unreadable"):
    """A file that was named could not be read; ``reason`` says why, and what to do."""

    path: str
    reason: Cause


@dataclass(eq=False)
class Unwritable(GraphError, key="unwritable", code=Exit.WRONG_USE):
    """A file that was asked for could not be written; ``path`` and ``reason`` say which and why."""

    path: Path
    reason: Cause
