"""The words of a collection are written by a process of their own while other rows are written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.build.at_once.processes import Processes
from graph.tables.said.word_rows import write_words_handed_over
from graph.tables.writing import Beside
from graph.values import SourceOf


@contextmanager
def words_beside(rows: Path, handed: Path) -> Iterator[Beside]:
    """Give a process to write words in; one that ends at its work costs time alone.

    ``rows`` and ``handed`` are files for what is handed over.
    """
    processes = Processes(1)
    with processes.running(1) as workers:

        def begin(path: Path, handed: Path, source_of: SourceOf) -> Callable[[], bool]:
            written = workers.submit(write_words_handed_over, path, handed, source_of)

            def are_written() -> bool:
                try:
                    written.result()
                except processes.ended:
                    return False
                return True

            return are_written

        yield Beside(rows, handed, begin)
