"""What identity and likeness need of each text, told by several processes that read readings."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from graph.build.at_once.pieces import in_order
from graph.build.at_once.runner import Runner
from graph.build.readings import ReadingCache
from graph.identity.resolution import Testimony, testimony_of
from graph.likeness.pairs import Sketches, sketches_of

_BATCH = 100
"""How many texts are handed over at once."""


def testimonies(shas: Sequence[str], cache: ReadingCache, runner: Runner) -> Iterator[Testimony]:
    """Yield what identity needs of each text, in order; their readings are in ``cache``.

    Raises DamagedReadingError, and what ``runner`` raises.
    """
    if runner.alone:
        return map(testimony_of, map(cache.load, shas))
    told = in_order(partial(_testimonies, cache), _shares(shas), runner)
    return (testimony for share in told for testimony in share)


def sketches(shas: Sequence[str], cache: ReadingCache, runner: Runner) -> Sketches:
    """Return the sketches of texts by which they are compared, as ``sketches_of`` does.

    Raises DamagedReadingError, and what ``runner`` raises.
    """
    if runner.alone:
        return _sketches(cache, shas)
    return dict(
        chain.from_iterable(
            share.items() for share in in_order(partial(_sketches, cache), _shares(shas), runner)
        )
    )


def _shares(shas: Sequence[str]) -> list[Sequence[str]]:
    return [shas[start : start + _BATCH] for start in range(0, len(shas), _BATCH)]


def _testimonies(cache: ReadingCache, shas: Sequence[str]) -> list[Testimony]:
    return [testimony_of(cache.load(sha)) for sha in shas]


def _sketches(cache: ReadingCache, shas: Sequence[str]) -> Sketches:
    return sketches_of(map(cache.source, shas))
