"""Reading a SPARQL query from a file or from stdin."""

import sys
from pathlib import Path

from graph.errors import Unreadable
from graph.words.refusals import cause_of
from graph.words.sentences import Cause

STDIN = "-"


def read_query(name: str) -> str:
    """Return the query in the file ``name``, or on stdin for "-"; raises Unreadable."""
    try:
        data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        cause = Cause("query not utf-8", {"byte": str(error.start)})
    except OSError as error:
        cause = Cause("query unread", {"cause": cause_of(error)})
    raise Unreadable(name, cause)
