"""Processes that end with the one that began them, however it ends."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loky import ProcessPoolExecutor


@contextmanager
def running(count: int) -> "Iterator[ProcessPoolExecutor]":
    """Give ``count`` processes to hand work to; whoever leaves early ends them at their work."""
    # Those of the standard library run the caller's script anew, to its calling build() again.
    from loky import ProcessPoolExecutor

    end, ours = Pipe(duplex=False)
    with (
        end,
        ours,
        ProcessPoolExecutor(count, initializer=_end_with, initargs=(end,)) as processes,
    ):
        finished = False
        try:
            yield processes
            finished = True
        finally:
            processes.shutdown(kill_workers=not finished)


def _end_with(line: Connection) -> None:
    """Let this process end when ``line`` breaks; Ctrl-C is for the one that began it to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_watch, args=(line,), daemon=True).start()


def _watch(line: Connection) -> None:
    with suppress(EOFError, OSError):
        line.recv_bytes()
    os._exit(1)
