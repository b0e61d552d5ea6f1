"""Where the work of a build is run: in processes of this machine, or on those of a scheduler.

The work is the same functions on plain files, wherever they are run: what a shard of files says
(``graph.build.at_once.workers``), what identity and likeness need of texts that were read
(``graph.build.at_once.hearing``), and the lines of N-Quads of texts whose references are settled
(``graph.build.at_once.parts``).
"""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec, Protocol, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


class ProcessEndedError(Exception):
    """A process that was at the same work before has ended at it, and another may, too."""


class Submit(Protocol):
    """How workers get work."""

    def __call__(
        self, function: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs
    ) -> "Future[Result]":
        """Hand a function of a module to a worker, and return what will hold its result."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workers:
    """Processes that wait for work: how many, how they get it, and a folder that all of them see.

    The folder is empty at first, and gone afterwards.
    """

    count: int
    submit: Submit
    folder: Path


class Runner(Protocol):
    """Runs functions of this program beside the process that builds."""

    @property
    def alone(self) -> bool:
        """Whether there is nothing that is worth handing work to."""

    @property
    def batch(self) -> int:
        """How many short texts it pays to hand over at once."""

    @property
    def ended(self) -> tuple[type[Exception], ...]:
        """What the result of a function raises whose process ended before the function did."""

    def running(self, most: int) -> AbstractContextManager[Workers]:
        """Give the workers, at most as many as there are pieces of work, until it is left.

        Whoever leaves early ends what they are at.
        """
