"""Queries of others in a process of their own: one that takes too long is ended with it.

The engine cannot be told to stop. So a query runs where nothing else does, and what has used up its
time is ended by the system, whatever it was doing.
"""

import multiprocessing
import signal
import sys
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Lock
from typing import Final

import pyoxigraph as ox

from graph.ask.sparql import answering
from graph.errors import GraphError, TooCostly
from graph.store.disk import GraphStore, open_folder

if sys.platform != "win32":
    import resource

SECONDS: Final = 20.0
"""How long one query may take."""
ROWS: Final = 50_000
"""How many rows, or triples, one answer may have."""

RESULTS: Final = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
_NO_TRUTH: Final = (ox.QueryResultsFormat.CSV, ox.QueryResultsFormat.TSV)
"""The formats that have no form for yes and no."""
GRAPHS: Final = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
_MEMORY: Final = 4 << 30
"""How many bytes the process of queries may hold, where the system can limit it."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What a query gave: the bytes, and their media type."""

    body: bytes
    media_type: str


class QueryProcess:
    """The process that answers the queries of others on the store of a folder, one at a time."""

    def __init__(self, directory: Path, seconds: float = SECONDS, rows: int = ROWS) -> None:
        self._directory = directory
        self._seconds = seconds
        self._rows = rows
        self._graph = ""
        self._lock = Lock()
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def answer(self, graph: str, sparql: str, *, results: str, triples: str) -> Answered:
        """Return the answer to ``sparql`` over the store whose valid graph has the name ``graph``.

        ``results`` is the media type for SELECT and ASK, ``triples`` that for CONSTRUCT. Raises
        what ``graph.ask.sparql.run_typed`` raises, and TooCostly.
        """
        if not self._lock.acquire(timeout=self._seconds):
            raise TooCostly("queries wait", seconds=f"{self._seconds:g}")
        try:
            connection = self._opened(graph)
            connection.send((sparql, results, triples))
            if not connection.poll(self._seconds):
                self._end()
                raise TooCostly("query too long", seconds=f"{self._seconds:g}")
            answered = connection.recv()
        except (EOFError, OSError) as error:  # it took all its memory, and is gone
            self._end()
            raise TooCostly("query too large") from error
        finally:
            self._lock.release()
        if isinstance(answered, GraphError):
            raise answered
        assert isinstance(answered, Answered)
        return answered

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _opened(self, graph: str) -> Connection:
        if self._graph != graph:
            self._end()
        if self._connection is None or self._process is None or not self._process.is_alive():
            context = multiprocessing.get_context("spawn")
            self._connection, theirs = context.Pipe()
            work = (self._directory, self._rows, theirs)
            self._process = context.Process(target=_answer_all, args=work, daemon=True)
            self._process.start()
            theirs.close()
            self._graph = graph
        return self._connection

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._connection is not None:
            self._connection.close()
        self._process = self._connection = None


def _answer_all(directory: Path, rows: int, connection: Connection) -> None:
    """Answer query after query until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who began this process ends it
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    store = open_folder(directory)
    while True:
        try:
            sparql, results, triples = connection.recv()
        except EOFError:
            return
        try:
            connection.send(_answered(store, sparql, rows, results, triples))
        except GraphError as error:
            connection.send(error)


def _answered(store: GraphStore, sparql: str, rows: int, results: str, triples: str) -> Answered:
    with answering(store, sparql) as answer:
        if isinstance(answer, ox.QueryBoolean):
            return Answered(_written(answer, results), results)
        found = list(islice(answer, rows + 1))
        if len(found) > rows:
            raise TooCostly("too many rows", rows=str(rows))
        if isinstance(answer, ox.QueryTriples):
            quads = [each for each in found if isinstance(each, ox.Triple)]
            return Answered(ox.serialize(quads, format=GRAPHS[triples]) or b"", triples)
    # The engine writes only an answer that nobody has read from yet.
    with answering(store, sparql) as answer:
        assert isinstance(answer, ox.QuerySolutions)
        return Answered(_written(answer, results), results)


def _written(answer: ox.QueryBoolean | ox.QuerySolutions, results: str) -> bytes:
    kind = RESULTS[results]
    if isinstance(answer, ox.QueryBoolean) and kind in _NO_TRUTH:
        return b"true\n" if answer else b"false\n"
    return answer.serialize(format=kind) or b""
