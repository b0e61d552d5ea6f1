"""What a query may cost: seconds and rows, and how deep and how long it may be.

The engine takes a query apart by calling itself, and a process whose stack is used up is ended by
the system without a word: what is too deep or too long is refused before the engine sees it.
"""

import re
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from threading import Thread
from typing import Final, TypeVar

from graph.errors import BadQuery, TookTooLong
from graph.words.sentences import Cause

T = TypeVar("T")

DEEPEST: Final = 100
"""How many brackets may be open at once."""
MOST_PARTS: Final = 2000
"""How many brackets, operators, steps of paths and patterns a query may have in all."""

_UNREAD: Final = re.compile(
    r"""
      \# [^\n\r]*                          # a comment
    | < [^<>"{}|^`\\\s]{0,500} >           # an IRI; a longer one may be a comparison to the engine
    | " (?: [^"\\\n\r] | \\. )* "
    | ' (?: [^'\\\n\r] | \\. )* '
    """,
    re.VERBOSE,
)
_PART: Final = re.compile(r"[({\[.;/!+*=<>|&^-]")
_BRACKET: Final = re.compile(r"[({\[]|[)}\]]")


@dataclass(frozen=True, slots=True)
class QueryBounds:
    """How many seconds a query may take, and how many rows or triples of its answer are wanted."""

    seconds: float = 60.0
    rows: int = 100_000


def check_size(sparql: str) -> None:
    """Raise BadQuery where a query is deeper or longer than the engine survives."""
    words = _UNREAD.sub(" ", sparql)
    parts = sum(1 for _ in _PART.finditer(words))
    if parts > MOST_PARTS:
        raise BadQuery(
            Cause("query too long", {"parts": str(parts), "most": str(MOST_PARTS)}), 0, 0
        )
    depth = 0
    for found in _BRACKET.finditer(words):
        depth = depth + 1 if found[0] in "({[" else max(depth - 1, 0)
        if depth > DEEPEST:
            raise BadQuery(Cause("query too deep", {"most": str(DEEPEST)}), 0, 0)


def within(seconds: float, work: Callable[[], T]) -> T:
    """Return what ``work`` returns; raises what it raises, TookTooLong if it needs more time.

    The engine cannot be stopped: ``work`` goes on in a thread of its own that ends with the
    process, while here one may be interrupted (Ctrl-C), or do without the answer.
    """
    done: Future[T] = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except Exception as error:  # it is raised where the answer is waited for
            done.set_exception(error)

    Thread(target=run, name="luocdo-query", daemon=True).start()
    try:
        return done.result(timeout=seconds)
    except TimeoutError:
        if done.done():
            raise
        raise TookTooLong(seconds) from None
