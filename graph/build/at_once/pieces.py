"""Pieces of work that several processes do, and whose results are wanted one after the other."""

from collections import deque
from collections.abc import Callable, Generator, Sequence
from typing import TypeVar

from graph.build.at_once.runner import Runner

_AHEAD = 3
"""How many results each process may be ahead of what is taken: so many are in memory."""

Piece = TypeVar("Piece")
Done = TypeVar("Done")


def in_order(
    function: Callable[[Piece], Done], pieces: Sequence[Piece], runner: Runner
) -> Generator[Done, None, None]:
    """Yield what ``function`` makes of each piece, in order; a process that ends costs time alone.

    What is left then is done in this process. Raises what ``function`` and ``runner`` raise.
    """
    done = 0
    try:
        with runner.running(len(pieces)) as workers:
            most = workers.count * _AHEAD
            ahead = deque(workers.submit(function, piece) for piece in pieces[:most])
            for following in range(most, len(pieces) + most):
                if not ahead:
                    break
                result = ahead.popleft().result()
                if following < len(pieces):
                    ahead.append(workers.submit(function, pieces[following]))
                done += 1
                yield result
    except runner.ended:
        yield from map(function, pieces[done:])
