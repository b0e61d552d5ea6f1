"""Reading a SPARQL query from a file or from stdin."""

import os
import sys
from pathlib import Path

from graph.errors import Unreadable

STDIN = "-"


def read_query(name: str) -> str:
    """Return the query in the file ``name``, or on stdin for "-"; raises Unreadable."""
    try:
        data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"byte {error.start} is not UTF-8; convert the file to UTF-8 first"
    except OSError as error:
        reason = f"{os.strerror(error.errno or 0)}; check the path and its permissions"
    raise Unreadable(name, reason)
