"""What can go wrong for a user: each error holds what was given, and says what to do about it.

The fields serve whoever words the message in another language; ``str`` of an error is English.
"""

from collections.abc import Sequence
from pathlib import Path

from graph.values import Found
from graph.words.sentences import Language, say


class GraphError(Exception):
    """Any error below; catch it to show the message without a traceback.

    >>> try:
    ...     kg.plans("43-KL/TV")
    ... except GraphError as error:
    ...     print(error)
    no text of the store mentions '43-KL/TV'; the nearest are 43-KL/TW
    """


class NotAStore(GraphError):
    """The directory holds no graph; ``exists`` tells whether there is such a directory at all."""

    def __init__(self, directory: Path, *, exists: bool) -> None:
        self.directory = directory
        self.exists = exists
        found = "is not a Luocdo store" if exists else "does not exist"
        super().__init__(
            f"{directory} {found}; expected a directory made by 'luocdo build': "
            f"build one first, or name another with --store"
        )


class OtherVersion(GraphError):
    """The store was written in the format of another version."""

    def __init__(self, directory: Path, found: object, expected: int) -> None:
        self.directory = directory
        self.found = found
        self.expected = expected
        super().__init__(
            f"{directory} was made by another version (format {found!r}, expected {expected}); "
            f"nothing was changed: build into a new directory with --store"
        )


class OlderVersion(OtherVersion):
    """The store was written in an older format; a build makes it anew from its files."""

    def __init__(self, directory: Path, found: int, expected: int) -> None:
        super().__init__(directory, found, expected)
        self.args = (
            f"{directory} was made by an older version (format {found}, expected {expected}); "
            f"nothing was changed: run 'luocdo build', which builds it again from its files",
        )


class DamagedStore(GraphError):
    """The files of the store cannot be read; the texts that it was built from can be read again."""

    def __init__(self, directory: Path, reason: str) -> None:
        self.directory = directory
        self.reason = reason
        super().__init__(
            f"cannot open the store {directory}: {reason}; run 'luocdo build' again, "
            f"which writes the graph anew; if it cannot, delete the folder first"
        )


class StoreBusy(GraphError):
    """Another process is building the same store."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        super().__init__(f"{directory} is being built by another process; wait until it has ended")


class NothingToRead(GraphError):
    """A path was given that holds no files; ``exists`` tells whether there is such a path."""

    def __init__(self, path: Path, *, exists: bool) -> None:
        self.path = path
        self.exists = exists
        found = "holds no files" if exists else "does not exist"
        super().__init__(
            f"{path} {found}; expected a document, or a folder of documents; nothing was changed"
        )


class NotFound(GraphError):
    """No document has that number; ``nearest`` are numbers that the graph does know."""

    def __init__(self, number: str, nearest: tuple[str, ...]) -> None:
        self.number = number
        self.nearest = nearest
        hint = f"; the nearest are {', '.join(nearest)}" if nearest else ""
        super().__init__(f"no text of the store mentions {number!r}{hint}")


class NumberUnread(NotFound):
    """What was typed is no number and no name of a document."""

    def __init__(self, number: str) -> None:
        super().__init__(number, ())
        self.args = (
            f"cannot read {number!r} as the number or the name of a document; expected one such as "
            f"69-KL/TU, 'Kết luận 69-KL/TU của Tỉnh ủy Lai Châu' or 'Luật Đất đai'",
        )


class Ambiguous(GraphError):
    """The number belongs to several documents; each of ``candidates`` has its own selector."""

    def __init__(self, number: str, candidates: tuple[Found, ...]) -> None:
        self.number = number
        self.candidates = candidates
        choices = ", ".join(candidate.selector for candidate in candidates)
        super().__init__(
            f"{number!r} is the number of {len(candidates)} documents; ask for one of {choices}"
        )


class NotReadOnly(GraphError):
    """A query wants more than to read: ``form`` is the word that is not allowed."""

    def __init__(self, form: str) -> None:
        self.form = form
        super().__init__(f"{form} is not allowed; expected a query SELECT, ASK or CONSTRUCT")


class BadQuery(GraphError):
    """A query cannot be read; ``line`` and ``column`` count from one, zero where not known."""

    def __init__(self, reason: str, line: int, column: int) -> None:
        self.reason = reason
        self.line = line
        self.column = column
        position = f"line {line}, column {column}: " if line else ""
        super().__init__(f"cannot read the query: {position}{reason}")


class UnknownFormat(GraphError):
    """The name of a file to write has a suffix that no format goes by."""

    def __init__(self, path: Path, known: Sequence[str]) -> None:
        self.path = path
        self.known = tuple(known)
        super().__init__(f"cannot tell the format of {path}; expected one of {', '.join(known)}")


class UnknownQuestion(GraphError):
    """There is no competency question of that name; ``known`` are those there are."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        self.name = name
        self.known = tuple(known)
        super().__init__(f"no question is called {name!r}; expected one of {', '.join(known)}")


class WrongArguments(GraphError):
    """A question was asked about too few or too many things; ``expected`` names its parameters."""

    def __init__(self, name: str, expected: Sequence[str], given: int) -> None:
        self.name = name
        self.expected = tuple(expected)
        self.given = given
        wanted = " ".join(f"{word.upper()}" for word in expected) or "nothing"
        super().__init__(f"{name!r} is asked about {wanted}; {given} arguments were given")


class UnknownPlace(GraphError):
    """No document of the store is of that place; ``known`` are the paths of the places there."""

    def __init__(self, place: str, known: Sequence[str]) -> None:
        self.place = place
        self.known = tuple(known)
        super().__init__(f"the texts name no place {place!r}; expected one of {', '.join(known)}")


class AmbiguousPlace(GraphError):
    """Several places have that name; ``candidates`` are their paths."""

    def __init__(self, place: str, candidates: Sequence[str]) -> None:
        self.place = place
        self.candidates = tuple(candidates)
        super().__init__(f"{place!r} names {len(candidates)} places: {', '.join(candidates)}")


class StoreInUse(GraphError):
    """A store is to be made in a folder that holds one, or something else."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        super().__init__(f"{directory} is not empty; name a new folder with --store")


class ImportedStore(GraphError):
    """Texts are to be read into a store that was imported, and would replace what it holds."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        super().__init__(
            f"{directory} was imported and has no texts to build from; "
            f"nothing was changed: build into another folder with --store"
        )


class DecisionsUnreadable(GraphError):
    """A file of decisions cannot be read as one; nothing was changed. ``reason`` tells why."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(
            f"cannot read the decisions in {path}: {reason}; nothing was changed: put the file "
            f"right, name another with --decisions, or none with --no-decisions"
        )


class BrokenFile(GraphError):
    """A file of quads is not what its suffix says; ``reason`` tells where."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"cannot read {path}: {reason}; export it again")


class NothingImported(GraphError):
    """A file of quads holds no graph of documents."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"{path} holds no graph that luocdo exported; expected .nq or .trig of one"
        )


class NotBindable(GraphError):
    """A value that no variable of a query can have."""

    def __init__(self, name: str, value: object) -> None:
        self.name = name
        self.value = value
        super().__init__(
            f"?{name} cannot be bound to a {type(value).__name__}; expected a text, a number, a "
            f"date, an IRI (rdflib.URIRef) or something with an iri"
        )


class WordedError(GraphError):
    """An error of the command line itself; ``key`` is the sentence that says what to do."""

    def __init__(self, key: str, **values: str) -> None:
        self.key = key
        self.values = values
        super().__init__(say(Language.EN, key, **values))


class WrongUse(WordedError):
    """Something was typed that the command does not take."""


class Incomplete(WordedError):
    """The installation lacks a file that the program comes with."""


class Unreadable(GraphError):
    """A file that was named could not be read; ``reason`` says why, and what to do, in English."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"cannot read {path}: {reason}")


class Unwritable(GraphError):
    """A file that was asked for could not be written; ``path`` and ``reason`` say which and why."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"cannot write {path}: {reason}")
