"""The words of a collection are written by a process of their own while other things are done.

Those of texts need nothing but the numbers of documents; what documents are called is known last.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from graph.build.at_once.processes import Processes
from graph.tables.said.word_rows import (
    Naming,
    Saying,
    hand_over,
    write_names_handed_over,
    write_words_handed_over,
)
from graph.values import SourceOf

_STEPS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """The file of the ``tables``, and those in which texts and names are handed over to it."""

    tables: Path
    texts: Path
    names: Path


@dataclass(frozen=True, slots=True)
class Words:
    """How words are written: ``begin`` with those of texts, ``finish`` with those of names."""

    begin: Callable[[Iterable[Saying]], None]
    finish: Callable[[Iterable[Naming]], Callable[[], None]]


@contextmanager
def words_beside(files: HandedOver, source_of: SourceOf) -> Iterator[Words]:
    """Give a process to write words in; one that ends at its work costs time alone."""
    processes = Processes(1)
    pending: list[Future[None]] = []
    with processes.running(1) as workers:

        def begin(sayings: Iterable[Saying]) -> None:
            hand_over(files.texts, sayings)
            pending.append(
                workers.submit(write_words_handed_over, files.tables, files.texts, source_of)
            )

        def finish(namings: Iterable[Naming]) -> Callable[[], None]:
            hand_over(files.names, namings)
            with suppress(*processes.ended):
                pending.append(workers.submit(write_names_handed_over, files.tables, files.names))

            def wait() -> None:
                try:
                    written = [work.result() for work in pending]
                except processes.ended:
                    written = []
                if len(written) < _STEPS:
                    write_words_handed_over(files.tables, files.texts, source_of)
                    write_names_handed_over(files.tables, files.names)

            return wait

        yield Words(begin, finish)
