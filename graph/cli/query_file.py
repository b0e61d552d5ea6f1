"""The command ``luocdo query``: a SPARQL query from a file or from stdin."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from graph.ask.bounds import QueryBounds
from graph.ask.sparql import run_typed
from graph.cli.command import STORE, Lang, Output, Store, answers
from graph.cli.output import print_result
from graph.cli.printing import Format, tell
from graph.errors import Exit, Unreadable
from graph.opening import open_store
from graph.words.refusals import cause_of
from graph.words.sentences import Cause, Language, say

STDIN = "-"
USUAL = QueryBounds()


@answers
def query(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE.rq", help="Tệp SPARQL; - là stdin. / A SPARQL file; - stdin."),
    ],
    store: Store = STORE,
    seconds: Annotated[
        float,
        typer.Option(min=0.1, metavar="SỐ", help="Nhiều nhất bao nhiêu giây. / Most seconds."),
    ] = USUAL.seconds,
    rows: Annotated[
        int, typer.Option(min=1, metavar="SỐ", help="Nhiều nhất bao nhiêu dòng. / Most rows.")
    ] = USUAL.rows,
    output: Output = Format.TABLE,
    lang: Lang = Language.VI,
) -> Exit:
    """Answer a query in SPARQL."""
    sparql = _read_query(file)
    graph = open_store(store)
    answer = run_typed(graph, sparql, bounds=QueryBounds(seconds, rows))
    found = print_result(answer, output, lang, graph)
    if not isinstance(answer, bool) and answer.cut:
        tell(say(lang, "rows cut", rows=rows))
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
        cause = Cause("query not utf-8", {"byte": str(error.start)})
    except OSError as error:
        cause = Cause("query unread", {"cause": cause_of(error)})
    raise Unreadable(name, cause)
