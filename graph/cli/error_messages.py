"""From an error to what the user is told, and to the exit code."""

import errno
import os
from collections.abc import Mapping
from enum import IntEnum
from typing import Final

from graph.errors import (
    Ambiguous,
    AmbiguousPlace,
    BadQuery,
    BrokenFile,
    DamagedStore,
    DecisionsUnreadable,
    GraphError,
    ImportedStore,
    NotAStore,
    NotFound,
    NothingImported,
    NothingToRead,
    NotReadOnly,
    NumberUnread,
    OlderVersion,
    OtherVersion,
    StoreBusy,
    StoreInUse,
    UnknownFormat,
    UnknownPlace,
    UnknownQuestion,
    Unreadable,
    Unwritable,
    WordedError,
    WrongArguments,
    WrongUse,
)
from graph.server.errors import (
    BadAddress,
    ForeignGraph,
    NothingPublished,
    OtherPublication,
    ServerFailed,
)
from graph.values import Found
from graph.words.sentences import Language, reason_in, say


class Exit(IntEnum):
    """What the exit code of the command says."""

    FOUND = 0
    NOTHING = 1
    WRONG_USE = 2
    UNREADABLE = 3
    INTERRUPTED = 130
    PIPE_CLOSED = 141


USER_ERRORS: Final = (GraphError, OSError)
"""The errors that ``error_message`` words; any other is a fault of the program."""

_SENTENCES: Final[Mapping[type[GraphError], tuple[str, Exit]]] = {
    NotFound: ("not found", Exit.NOTHING),
    NumberUnread: ("number unread", Exit.NOTHING),
    Ambiguous: ("ambiguous", Exit.WRONG_USE),
    NotReadOnly: ("not read-only", Exit.WRONG_USE),
    BadQuery: ("bad query", Exit.WRONG_USE),
    UnknownFormat: ("unknown format", Exit.WRONG_USE),
    StoreInUse: ("store in use", Exit.WRONG_USE),
    ImportedStore: ("imported store", Exit.WRONG_USE),
    BrokenFile: ("broken file", Exit.UNREADABLE),
    DecisionsUnreadable: ("decisions unreadable", Exit.UNREADABLE),
    NothingImported: ("nothing imported", Exit.UNREADABLE),
    UnknownQuestion: ("unknown question", Exit.WRONG_USE),
    WrongArguments: ("wrong arguments", Exit.WRONG_USE),
    UnknownPlace: ("unknown place", Exit.NOTHING),
    AmbiguousPlace: ("ambiguous place", Exit.WRONG_USE),
    Unwritable: ("unwritable", Exit.WRONG_USE),
    NotAStore: ("not a store", Exit.WRONG_USE),
    OlderVersion: ("older version", Exit.UNREADABLE),
    OtherVersion: ("other version", Exit.UNREADABLE),
    DamagedStore: ("damaged", Exit.UNREADABLE),
    StoreBusy: ("busy", Exit.UNREADABLE),
    NothingToRead: ("no texts", Exit.UNREADABLE),
    Unreadable: ("unreadable", Exit.UNREADABLE),
    BadAddress: ("bad address", Exit.WRONG_USE),
    NothingPublished: ("nothing published", Exit.WRONG_USE),
    OtherPublication: ("other publication", Exit.UNREADABLE),
    ServerFailed: ("server failed", Exit.UNREADABLE),
    ForeignGraph: ("foreign graph", Exit.UNREADABLE),
}
"""The sentence and the exit code of each error; a sentence is filled with the error's fields."""


def error_message(error: Exception, language: Language) -> tuple[str, Exit]:
    """Return what to tell the user about one of COMPLAINTS, and the exit code."""
    if isinstance(error, WordedError):
        code = Exit.WRONG_USE if isinstance(error, WrongUse) else Exit.UNREADABLE
        return say(language, error.key, **error.values), code
    if isinstance(error, OSError):
        # What the system says may be in any language; the number of the error is not.
        reason = reason_in(language, os.strerror(error.errno or errno.EIO))
        return f"{error.filename or 'luocdo'}: {reason}", Exit.UNREADABLE
    if not isinstance(error, GraphError) or type(error) not in _SENTENCES:
        return str(error), Exit.UNREADABLE
    key, code = _SENTENCES[type(error)]
    fields = vars(error)
    if not fields.get("exists", True) or fields.get("line") == 0:
        key = f"{key}: other"
    sentence = say(
        language, key, **{name: _worded(value, language) for name, value in fields.items()}
    )
    if isinstance(error, NotFound) and error.nearest:
        sentence += "\n" + say(language, "nearest", numbers=", ".join(error.nearest))
    return sentence, code


def _worded(value: object, language: Language) -> object:
    """Return the value of a field as a sentence shows it; reasons are known in English alone."""
    if isinstance(value, str):
        return reason_in(language, value)
    if isinstance(value, tuple):
        return len(value) if any(isinstance(each, Found) for each in value) else ", ".join(value)
    return value
