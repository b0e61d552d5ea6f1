"""Many machines work at a build: the processes of a Dask scheduler, which all see the same files.

What goes over the network are names of files and what is settled of their texts, and back come
outcomes and lines of N-Quads; texts and readings lie in folders that each machine sees under the
same path. A worker that ends costs its tasks alone: the scheduler gives them to others.
"""

import logging
import re
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from graph.build.at_once.runner import Given, ProcessEndedError, Result, Workers
from graph.errors import ClusterFailed, WrongUse
from graph.store.versions import graph_version, reader_version
from graph.whole_files import unwritable
from graph.words.sentences import Cause

if TYPE_CHECKING:
    from distributed import Client
    from distributed import Future as DaskFuture

_ADDRESS: Final = re.compile(r"(?:tcp|tls)://[^/\s]+:\d+")
_BATCH: Final = 50
_PATIENCE: Final = 15
"""Seconds within which a scheduler answers and has a worker."""
_ONE_AT_A_TIME: Final = Lock()
"""A worker with several threads reads one file after the other: limits are those of a process."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Runs functions on the workers of the scheduler at ``address``.

    ``shared`` is a folder below which files are made that all workers have to see. Raises WrongUse
    where that is no address of a scheduler, or Dask is not installed.
    """

    address: str
    shared: Path

    def __post_init__(self) -> None:
        if not _ADDRESS.fullmatch(self.address):
            raise WrongUse("no scheduler", typed=self.address)
        if not find_spec("distributed"):
            raise WrongUse("no dask")

    @property
    def alone(self) -> bool:
        """Whether there is nobody else to work: never."""
        return False

    @property
    def batch(self) -> int:
        """How many short texts a worker is given at once: each task costs the scheduler time."""
        return _BATCH

    @property
    def ended(self) -> tuple[type[Exception], ...]:
        """What a result raises whose workers ended, this one and those who were to try again."""
        from distributed import KilledWorker

        return (KilledWorker, ProcessEndedError)

    @contextmanager
    def running(self, most: int) -> Iterator[Workers]:
        """Give the workers that there are; whoever leaves early takes back what is not begun.

        Raises ClusterFailed, also where the scheduler is lost on the way, and Unwritable.
        """
        with self._folder() as folder, self._told(), self._client() as client:
            terms = Terms(_version(), folder)
            handed: list[DaskFuture[Any]] = []

            def submit(
                function: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs
            ) -> "Future[Result]":
                told: Future[Result] = Future()
                given = client.submit(_on_worker, terms, function, *args, pure=False, **kwargs)
                given.add_done_callback(partial(_tell, told))
                handed.append(given)
                return told

            try:
                count = min(most, len(client.nthreads()))
                yield Workers(count=count, submit=submit, folder=folder)
            finally:
                client.cancel(handed)

    @contextmanager
    def _client(self) -> "Iterator[Client]":
        """Give a connection to the scheduler when it has a worker."""
        from distributed import Client

        _say_nothing()
        try:
            client = Client(
                self.address, timeout=_PATIENCE, set_as_default=False, direct_to_workers=True
            )
        except (OSError, ValueError) as error:
            raise self._failed("cluster: nothing answers") from error
        with client:
            try:
                client.wait_for_workers(1, timeout=_PATIENCE)
            except TimeoutError as error:
                raise self._failed("cluster: no workers", address=self.address) from error
            yield client

    @contextmanager
    def _folder(self) -> Iterator[Path]:
        with unwritable(self.shared):
            self.shared.mkdir(parents=True, exist_ok=True)
            made = TemporaryDirectory(dir=self.shared, ignore_cleanup_errors=True)
        with made as folder:
            yield Path(folder).absolute()

    @contextmanager
    def _told(self) -> Iterator[None]:
        from distributed.client import ClosedClientError
        from distributed.comm.core import CommClosedError

        try:
            yield
        except UnlikeWorkerError as error:
            raise self._failed(error.code, shared=str(self.shared)) from error
        except (CancelledError, ClosedClientError, CommClosedError) as error:
            raise self._failed("cluster: lost") from error

    def _failed(self, code: str, **fields: str) -> ClusterFailed:
        return ClusterFailed(self.address, Cause(code, fields))


class UnlikeWorkerError(Exception):
    """A worker is not what a build needs; ``code`` is that of the sentence that says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Terms:
    """What has to be so where a worker is: its program, and the ``folder`` that it sees."""

    version: str
    folder: Path

    def hold(self) -> None:
        """Raise UnlikeWorkerError where they do not."""
        if self.version != _version():
            raise UnlikeWorkerError("cluster: another version")
        if not self.folder.is_dir():
            raise UnlikeWorkerError("cluster: other files")


def _on_worker(
    terms: Terms, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs
) -> Result:
    """Do in this process, which is a worker's, what was handed to it."""
    terms.hold()
    with _ONE_AT_A_TIME:
        return function(*args, **kwargs)


def _tell(told: "Future[Any]", given: "DaskFuture[Any]") -> None:
    """Tell what came of work: Dask's own executor errs where a scheduler is lost meanwhile."""
    try:
        told.set_result(given.result())
    except Exception as error:
        told.set_exception(error)


@cache
def _version() -> str:
    return f"{reader_version()}-{graph_version()}"


def _say_nothing() -> None:
    """Let the library keep to itself what it logs: what is wrong is said once, and in words."""
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
