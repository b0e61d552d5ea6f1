"""Workers that are kept for several steps of a build, each of which finds them waiting."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.build.at_once.processes import Processes
from graph.build.at_once.runner import Runner, Workers

_FEW = 200
"""Up to how many texts it does not pay to have others work."""


@dataclass(frozen=True, slots=True)
class Started:
    """A runner whose workers wait already; whoever started them ends them."""

    runner: Runner
    workers: Workers

    @property
    def alone(self) -> bool:
        """Whether there is nobody else to work: never."""
        return False

    @property
    def batch(self) -> int:
        """How many short texts a worker is given at once."""
        return self.runner.batch

    @property
    def ended(self) -> tuple[type[Exception], ...]:
        """What a result raises whose worker ended."""
        return self.runner.ended

    @contextmanager
    def running(self, most: int) -> Iterator[Workers]:
        """Give the workers, as many of them as there is work for, and a new folder in theirs."""
        with TemporaryDirectory(dir=self.workers.folder) as folder:
            count = min(most, self.workers.count)
            yield Workers(count=count, submit=self.workers.submit, folder=Path(folder))


@contextmanager
def started(runner: Runner, texts: int) -> Iterator[Runner]:
    """Keep the workers of ``runner`` for all that is done with so many texts, if that pays."""
    if runner.alone or texts <= _FEW:
        yield Processes(1)
        return
    with runner.running(texts) as workers:
        yield Started(runner, workers)
