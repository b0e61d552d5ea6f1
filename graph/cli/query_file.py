"""The command ``luocdo query``: a SPARQL query from a file or from stdin."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from graph.ask.sparql import run_typed
from graph.cli.command import STORE, Lang, Output, Store, answers
from graph.cli.error_messages import Exit
from graph.cli.output import print_result
from graph.cli.printing import Format, tell
from graph.errors import Unreadable
from graph.opening import open_store
from graph.words.sentences import Language, say

STDIN = "-"


@answers
def query(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE.rq", help="Tệp SPARQL; - là stdin. / A SPARQL file; - stdin."),
    ],
    store: Store = STORE,
    output: Output = Format.TABLE,
    lang: Lang = Language.VI,
) -> Exit:
    """Answer a query in SPARQL."""
    sparql = _read_query(file)
    found = print_result(run_typed(open_store(store), sparql), output)
    if found:
        return Exit.FOUND
    tell(say(lang, "no rows"))
    return Exit.NOTHING


def _read_query(name: str) -> str:
    """Return the query in the file ``name``, or on stdin for "-"; raises Unreadable."""
    try:
        data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"byte {error.start} is not UTF-8; convert the file to UTF-8 first"
    except OSError as error:
        reason = f"{os.strerror(error.errno or 0)}; check the path and its permissions"
    raise Unreadable(name, reason)
