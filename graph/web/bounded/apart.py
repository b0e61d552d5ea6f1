"""Work in a process of its own: what takes too long, or fails there, is ended and costs no more.

Neither the engine of queries nor the one that draws pages can be told to stop.
"""

import multiprocessing
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Lock
from typing import Any, Final

from graph.errors import TooCostly

if sys.platform != "win32":
    import resource

_MEMORY: Final = 4 << 30
"""How many bytes such a process may hold, where the system can limit it."""

Worker = Callable[..., Callable[..., object]]
"""Called once in the process, with what it was begun for; what it returns does the work."""


class Apart:
    """One process that does one piece of work after the other."""

    def __init__(self, worker: Worker, seconds: float) -> None:
        self.seconds = seconds
        self._worker = worker
        self._begun: tuple[object, ...] = ()
        self._lock = Lock()
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def done(self, begun: tuple[object, ...], *work: object) -> object:
        """Return what the worker makes of ``work``; a process begun for else is begun anew.

        Raises TooCostly where it takes more than its seconds, or all its memory.
        """
        if not self._lock.acquire(timeout=self.seconds):
            raise TooCostly("work waits", seconds=f"{self.seconds:g}")
        try:
            connection = self._opened(begun)
            connection.send(work)
            if not connection.poll(self.seconds):
                self._end()
                raise TooCostly("work too long", seconds=f"{self.seconds:g}")
            made: object = connection.recv()
        except (EOFError, OSError) as error:  # it took all its memory, and is gone
            self._end()
            raise TooCostly("work too large") from error
        finally:
            self._lock.release()
        return made

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _opened(self, begun: tuple[object, ...]) -> Connection:
        if self._begun != begun:
            self._end()
        if self._connection is None or self._process is None or not self._process.is_alive():
            context = multiprocessing.get_context("spawn")
            self._connection, theirs = context.Pipe()
            work = (self._worker, begun, theirs)
            self._process = context.Process(target=_work_on, args=work, daemon=True)
            self._process.start()
            theirs.close()
            self._begun = begun
        return self._connection

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._connection is not None:
            self._connection.close()
        self._process = self._connection = None


def _work_on(worker: Worker, begun: tuple[Any, ...], connection: Connection) -> None:
    """Do what is asked until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who began this process ends it
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    done = worker(*begun)
    while True:
        try:
            work = connection.recv()
        except EOFError:
            return
        connection.send(done(*work))
