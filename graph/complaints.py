"""From an error to what the user is told, and to the exit code."""

import errno
import os
from enum import IntEnum
from pathlib import Path

from graph.errors import (
    Ambiguous,
    BadQuery,
    DamagedStore,
    GraphError,
    NotAStore,
    NotFound,
    NothingToRead,
    NotReadOnly,
    OtherVersion,
    StoreBusy,
    UnknownFormat,
)
from graph.messages import Language, reason_in, say


class Exit(IntEnum):
    """What the exit code of the command says."""

    FOUND = 0
    NOTHING = 1
    WRONG_USE = 2
    UNREADABLE = 3
    INTERRUPTED = 130
    PIPE_CLOSED = 141


class WrongUse(GraphError):
    """Something was typed that the command does not take; ``key`` is the sentence that says so."""

    def __init__(self, key: str, **values: str) -> None:
        self.key = key
        self.values = values
        super().__init__(say(Language.EN, key, **values))


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


COMPLAINTS = (GraphError, OSError)
"""The errors that ``complaint`` words; any other is a fault of the program."""


def complaint(error: Exception, language: Language) -> tuple[str, Exit]:
    """Return what to tell the user about one of COMPLAINTS, and the exit code."""
    match error:
        case NotFound():
            sentence = say(language, "not found", number=error.number)
            if error.nearest:
                sentence += "\n" + say(language, "nearest", numbers=", ".join(error.nearest))
            return sentence, Exit.NOTHING
        case Ambiguous():
            count = len(error.candidates)
            return say(language, "ambiguous", number=error.number, count=count), Exit.WRONG_USE
        case WrongUse():
            return say(language, error.key, **error.values), Exit.WRONG_USE
        case NotReadOnly():
            return say(language, "not read-only", form=error.form), Exit.WRONG_USE
        case BadQuery():
            key = "bad query at" if error.line else "bad query"
            place = {"line": error.line, "column": error.column} if error.line else {}
            return say(language, key, reason=error.reason, **place), Exit.WRONG_USE
        case UnknownFormat():
            known = ", ".join(error.known)
            return say(language, "unknown format", path=error.path, known=known), Exit.WRONG_USE
        case Unwritable():
            reason = reason_in(language, error.reason)
            return say(language, "unwritable", path=error.path, reason=reason), Exit.WRONG_USE
        case NotAStore():
            key = "not a store" if error.exists else "no store"
            return say(language, key, path=error.directory), Exit.WRONG_USE
        case _:
            return _unreadable(error, language), Exit.UNREADABLE


def _unreadable(error: Exception, language: Language) -> str:
    match error:
        case OtherVersion():
            versions = {"found": error.found, "expected": error.expected}
            return say(language, "other version", path=error.directory, **versions)
        case DamagedStore():
            return say(language, "damaged", path=error.directory, reason=error.reason)
        case StoreBusy():
            return say(language, "busy", path=error.directory)
        case NothingToRead():
            key = "no texts" if error.exists else "no path"
            return say(language, key, path=error.path, suffixes=", ".join(error.suffixes))
        case Unreadable():
            reason = reason_in(language, error.reason)
            return say(language, "unreadable", path=error.path, reason=reason)
        case OSError():
            # strerror speaks the language of the system; the table of reasons knows English alone.
            reason = reason_in(language, os.strerror(error.errno or errno.EIO))
            return say(language, "system", path=error.filename or "luocdo", reason=reason)
        case _:
            return str(error)

