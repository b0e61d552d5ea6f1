"""Which files a store is made from: those that are named, and those it knows already."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.build.ledger import Entry
from graph.build.seen.looks import PART, Input, input_of
from graph.build.seen.search import Search
from graph.errors import NothingToRead
from graph.store.text_files import TextFile


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, in order, and the lines of those that are none.

    ``looks`` holds for each absolute path one text for all that is seen of the file from outside:
    the path as typed, the name that it is shown by, where it lies from the store, its mark. Of many
    files nothing else is ever needed. ``unsure`` are the paths of those whose time is not over, or
    is told in whole seconds.
    """

    looks: Mapping[str, str]
    passed: tuple[Entry, ...] = ()
    unsure: frozenset[str] = frozenset()

    @property
    def files(self) -> Iterator[Input]:
        """Yield the files."""
        for path, look in self.looks.items():
            yield input_of(path, look)


def named_inputs(paths: Iterable[Path], directory: Path, sure: int) -> Found:
    """Return the files under ``paths``, in order.

    A folder is searched whole; hidden files and the store's own ``directory`` are left out, and
    what is no file of the folder (a link out of it, a pipe, a folder without permission) has a
    line that says so. ``sure`` is the time, in nanoseconds, before which the time of a file has to
    lie. Raises NothingToRead where a path has no files.
    """
    named: dict[str, str] = {}
    passed: list[Entry] = []
    young: set[str] = set()
    for path in paths:
        search = Search(directory, sure)
        search.look_at(path)
        if not search.looks:
            raise NothingToRead(path, exists=path.exists())
        named |= search.looks
        passed += search.passed
        young |= search.unsure
    return Found(_in_order(named), tuple(passed), frozenset(young))


def with_known(named: Found, earlier: Iterable[TextFile], directory: Path, sure: int) -> Found:
    """Return the files of ``named``, and those of ``earlier`` that still exist, in order."""
    search = Search(directory, sure)
    for text in earlier:
        search.look_at_known(text, named.looks)
    if not search.looks:
        return named
    looks = _in_order({**search.looks, **named.looks})
    return Found(looks, named.passed, named.unsure | search.unsure)


def _in_order(looks: Mapping[str, str]) -> Mapping[str, str]:
    """Return what is seen of files by their paths, folder by folder."""
    order = sorted(looks, key=lambda path: path.replace(os.sep, PART))
    return {path: looks[path] for path in order}
