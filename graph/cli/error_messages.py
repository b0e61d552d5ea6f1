"""From whatever ends a command to what the user is told, and to the exit code."""

import os
import traceback
from importlib.metadata import version
from typing import Final

from graph.errors import Exit, GraphError, WrongUse
from graph.words.refusals import cause_of
from graph.words.sentences import Language

DEBUG_VARIABLE: Final = "LUOCDO_DEBUG"
"""The environment variable that asks for the traceback of an error."""
_KIND_WIDTH: Final = 200


def error_message(error: Exception, command: str, language: Language) -> tuple[str, Exit]:
    """Return what to tell the user about an error met in ``command``, and the exit code."""
    if isinstance(error, GraphError):
        return error.told(language), error.exit
    if isinstance(error, OSError):
        return f"{error.filename or 'luocdo'}: {cause_of(error).told(language)}", Exit.UNREADABLE
    kind = f"{type(error).__name__}: {error}"[:_KIND_WIDTH]
    told = WrongUse("unforeseen", kind=kind, version=version("luocdo"), command=command)
    return told.told(language), Exit.UNREADABLE


def details(error: Exception) -> str:
    """Return the traceback of an error where it is asked for, else nothing."""
    if os.environ.get(DEBUG_VARIABLE, "") in {"", "0"}:
        return ""
    return "".join(traceback.format_exception(error))
