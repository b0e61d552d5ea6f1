"""What identity over texts needs of each text, told by several processes that read readings."""

from collections.abc import Iterator, Sequence
from functools import partial

from graph.build.at_once.pieces import in_order
from graph.build.at_once.runner import Runner
from graph.build.readings import ReadingCache
from graph.identity.resolution import Testimony, testimony_of

_BATCH = 100
"""How many texts are handed over at once."""


def testimonies(shas: Sequence[str], cache: ReadingCache, runner: Runner) -> Iterator[Testimony]:
    """Yield what identity needs of each text, in order; their readings are in ``cache``.

    Raises DamagedReadingError, and what ``runner`` raises.
    """
    if runner.alone:
        return map(testimony_of, map(cache.load, shas))
    shares = [shas[start : start + _BATCH] for start in range(0, len(shas), _BATCH)]
    told = in_order(partial(_testimonies, cache), shares, runner)
    return (testimony for share in told for testimony in share)


def _testimonies(cache: ReadingCache, shas: Sequence[str]) -> list[Testimony]:
    return [testimony_of(cache.load(sha)) for sha in shas]
