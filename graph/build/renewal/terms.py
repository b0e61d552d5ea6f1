"""When a graph may be brought in line, and which of its texts are others then."""

from dataclasses import dataclass
from functools import cached_property

from extract.reading import Reading
from graph.build.readings import ReadingCache
from graph.store.text_files import Names


class NotSureError(Exception):
    """What changed may reach too far: the graph has to be made anew."""


@dataclass(frozen=True)
class Texts:
    """The texts of a graph before a change and after it: the names of their files by their hashes.

    ``anew`` are those that were read again.
    """

    before: Names
    after: Names
    anew: frozenset[str]
    cache: ReadingCache

    @cached_property
    def changed(self) -> frozenset[str]:
        """The texts that are new, or gone, or whose files are named otherwise, or read again."""
        known = {sha for sha in self.anew if sha in self.before or sha in self.after}
        return frozenset(self.before.differing(self.after) | known)

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
