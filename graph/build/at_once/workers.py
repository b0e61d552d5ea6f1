"""Many files are read at once, in processes of their own that keep limits.

A file that takes too long, or too much memory, ends the process that reads it; which file that was
is found out by reading those that were under way one by one, and all others are read.
"""

import faulthandler
import os
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import as_completed
from contextlib import closing
from pathlib import Path

from extract.readers.formats import Format, format_of
from extract.readers.protocol import UnreadableFileError
from graph.build.allowed import Allowed
from graph.build.at_once.runner import ProcessEndedError, Runner
from graph.build.ledger import FileState
from graph.build.one_file import Outcome, read_file
from graph.build.readings import ReadingCache
from graph.build.seen.looks import Input

_FEW = 64
"""Up to how many plain texts it does not pay to start processes."""
_LARGE = 1_000_000
"""Up to how many bytes a plain text is read without a process of its own."""

Done = Callable[[int], None]
Batch = tuple[int, ...]


def read_files(
    files: Sequence[Input], cache: ReadingCache, allowed: Allowed, runner: Runner, done: Done
) -> list[Outcome]:
    """Read ``files`` and return what became of each; ``done`` is told how many more were read.

    Raises Unwritable where what was read cannot be kept, and what ``runner`` raises.
    """
    found: dict[int, Outcome] = {}
    light = [index for index, file in enumerate(files) if _is_light(file)]
    if len(light) < _FEW:
        for index in light:
            found[index] = read_file(Path(files[index].path), files[index].name, cache, allowed)
            done(1)
        light = []
    heavy = sorted(set(range(len(files))) - {*light, *found})
    waiting = list(_batches(light, heavy, runner.batch))
    while waiting:
        suspects: list[Batch] = []
        # Whoever is stopped here ends the processes, too.
        with closing(_beside(files, waiting, cache, allowed, runner, suspects)) as read:
            for batch, outcomes in read:
                found.update(zip(batch, outcomes, strict=True))
                done(len(batch))
        for index in (index for batch in suspects for index in batch):
            found[index] = _alone(files, index, cache, allowed, runner)
            done(1)
        waiting = [batch for batch in waiting if batch[0] not in found]
    return [found[index] for index in range(len(files))]


def _is_light(file: Input) -> bool:
    """Tell whether a file is a short text, by its content, or is refused at the first look."""
    try:
        path = Path(file.path)
        if path.stat().st_size > _LARGE:
            return False
        return format_of(path.read_bytes(), file.name) is Format.TEXT
    except (OSError, UnreadableFileError):
        return True  # reading it will say why


def _batches(light: Sequence[int], heavy: Sequence[int], size: int) -> Iterator[Batch]:
    """Yield the files in groups: light ones together, every other alone."""
    yield from (tuple(light[start : start + size]) for start in range(0, len(light), size))
    yield from ((index,) for index in heavy)


def _alone(
    files: Sequence[Input], index: int, cache: ReadingCache, allowed: Allowed, runner: Runner
) -> Outcome:
    """Read one file in a process that reads nothing else: if it ends, it is the file."""
    for _, (outcome,) in _beside(files, [(index,)], cache, allowed, runner, []):
        return outcome
    fields = {"seconds": f"{allowed.seconds:g}", "memory": str(allowed.memory // 10**6)}
    return Outcome(state=FileState.FAILED, code="limits", fields=fields)


def _beside(
    files: Sequence[Input],
    batches: Sequence[Batch],
    cache: ReadingCache,
    allowed: Allowed,
    runner: Runner,
    suspects: list[Batch],
) -> Generator[tuple[Batch, list[Outcome]], None, None]:
    """Yield what became of each batch but those that a process ended at; these are ``suspects``.

    Where the end of one process is that of all, some batches are neither: they were not begun.
    """
    with runner.running(len(batches)) as workers:
        marks = {batch: workers.folder / str(batch[0]) for batch in batches}
        begun = {
            workers.submit(
                _read_batch, [files[index] for index in batch], cache, allowed, marks[batch]
            ): batch
            for batch in batches
        }
        ended: set[Batch] = set()
        for future in as_completed(begun):
            try:
                outcomes = future.result()
            except runner.ended:
                ended.add(begun[future])
                continue
            yield begun[future], outcomes
        under_way = [batch for batch in batches if batch in ended and marks[batch].exists()]
        suspects += under_way or [batch for batch in batches if batch in ended][:1]


def _read_batch(
    files: Sequence[Input], cache: ReadingCache, allowed: Allowed, mark: Path
) -> list[Outcome]:
    """Read files in this process, which ends where one of them exceeds what is allowed.

    Raises ProcessEndedError where another process has begun to read them, and not finished.
    """
    try:
        mark.touch(exist_ok=False)
    except FileExistsError as error:
        raise ProcessEndedError from error
    _limit_memory(allowed.memory)
    outcomes = []
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        for file in files:
            faulthandler.dump_traceback_later(allowed.seconds, exit=True, file=nowhere)
            outcomes.append(read_file(Path(file.path), file.name, cache, allowed))
            faulthandler.cancel_dump_traceback_later()
    mark.unlink()
    return outcomes


def _limit_memory(size: int) -> None:
    """Let this process have no more than ``size`` bytes, where the system can hold it to that."""
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (size if most < 0 else min(size, most), most))
