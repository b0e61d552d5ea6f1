"""Processes that end with the one that began them, however it ends."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from graph.build.at_once.runner import Workers

_BATCH = 8


@dataclass(frozen=True, slots=True)
class Processes:
    """Runs functions in up to ``jobs`` processes of this machine."""

    jobs: int

    @property
    def alone(self) -> bool:
        """Whether one process is all there may be: this one."""
        return self.jobs < 2

    @property
    def batch(self) -> int:
        """How many short texts a process is given at once."""
        return _BATCH

    @property
    def ended(self) -> tuple[type[Exception], ...]:
        """What the results of all functions raise once one of the processes has ended."""
        return (BrokenProcessPool,)

    @contextmanager
    def running(self, most: int) -> Iterator[Workers]:
        """Give processes to hand work to; whoever leaves early ends them at their work."""
        # Those of the standard library run the caller's script anew, to its calling build() again.
        from loky import ProcessPoolExecutor

        count = min(most, self.jobs)
        end, ours = Pipe(duplex=False)
        with (
            TemporaryDirectory() as folder,
            end,
            ours,
            ProcessPoolExecutor(count, initializer=_end_with, initargs=(end,)) as processes,
        ):
            finished = False
            try:
                yield Workers(count=count, submit=processes.submit, folder=Path(folder))
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
