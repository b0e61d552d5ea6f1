"""What tables tell of links is written by a process of its own while the others are written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.build.at_once.processes import Processes
from graph.tables.writing import Linked, write_linked


@contextmanager
def linked_beside(dataset: Path, path: Path) -> Iterator[Linked]:
    """Have ``write_linked`` write to ``path`` what the dataset in a folder tells of links.

    A process that ends costs time alone. What is given waits for it, and raises OSError where the
    file cannot be written.
    """
    processes = Processes(1)
    with processes.running(1) as workers:
        written = workers.submit(write_linked, path, dataset)

        def linked() -> Path | None:
            try:
                written.result()
            except processes.ended:
                return None
            return path

        yield linked
