"""When a graph may be brought in line, and which of its texts are others then."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from extract.reading import Reading
from graph.build.readings import ReadingCache
from graph.store.disk import TextFile


class NotSureError(Exception):
    """What changed may reach too far: the graph has to be made anew."""


@dataclass(frozen=True)
class Texts:
    """The texts of a graph before a change and after it: the names of their files by their hashes.

    ``anew`` are those that were read again.
    """

    before: Mapping[str, set[str]]
    after: Mapping[str, set[str]]
    anew: frozenset[str]
    cache: ReadingCache

    @cached_property
    def changed(self) -> frozenset[str]:
        """The texts that are new, or gone, or whose files are named otherwise, or read again."""
        known = self.before.keys() | self.after.keys()
        others = {sha for sha in known if self.before.get(sha) != self.after.get(sha)}
        return frozenset(others | (self.anew & known))

    def reading(self, sha: str) -> Reading:
        """Return what a text says; raises NotSureError where that is not kept any more."""
        if sha not in self._read:
            try:
                self._read[sha] = self.cache.load(sha)
            except FileNotFoundError as error:
                raise NotSureError from error
        return self._read[sha]

    @cached_property
    def _read(self) -> dict[str, Reading]:
        return {}


def names_of(texts: Iterable[TextFile]) -> dict[str, set[str]]:
    """Return the names of the files that hold each text, by its hash."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        names[text.sha].add(text.name)
    return dict(names)
