"""Whether a change leaves it as it is which texts are alike, so that none has to be compared."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from graph.build.renewal.identity import Identified
from graph.build.renewal.index import dates_told
from graph.build.renewal.terms import NotSureError, Texts
from graph.likeness.candidates import asked_shelves, may_be_one, pairs_of
from graph.likeness.heads import Profile, places_around
from graph.likeness.pairs import can_compare, sketches_of

_MOST = 100
"""With how many texts at the most those that changed are compared."""


def refuse_alike(found: Identified, texts: Texts) -> None:
    """Raise NotSureError where a pair of like texts may come, or go, by what is ``found``."""
    if not can_compare():
        return
    changed = [sha for sha in found.texts if found.known[sha] != found.own.get(sha)]
    before = [profile for sha in changed if (profile := found.known[sha])]
    after = [found.own[sha] for sha in changed if sha in found.own]
    _refuse_other_shelves(found, before, after)
    pairs = [
        (profile, other)
        for profiles in (before, after)
        for profile, other in (*combinations(profiles, 2), *_beside(found, changed, profiles))
        if may_be_one(profile, other)
    ]
    if len(pairs) > _MOST:
        raise NotSureError
    shas = {profile.sha for pair in pairs for profile in pair}
    sketches = sketches_of(texts.reading(sha).source for sha in sorted(shas))
    for pair in pairs:
        if all(profile.sha in sketches for profile in pair) and pairs_of([pair], sketches):
            raise NotSureError


def _refuse_other_shelves(
    found: Identified, before: Iterable[Profile], after: Iterable[Profile]
) -> None:
    """Raise NotSureError where other texts are compared because one without a number is there."""
    asked = [
        {key for profile in profiles if not profile.numbered for key in asked_shelves(profile)}
        for profiles in (before, after)
    ]
    differing = asked[0] ^ asked[1]
    if differing:
        for profile in found.index.profiles("numbered = 0"):
            if profile.sha not in found.texts:
                differing.difference_update(asked_shelves(profile))
    if differing:
        raise NotSureError


def _beside(
    found: Identified, changed: Iterable[str], profiles: Iterable[Profile]
) -> Iterator[tuple[Profile, Profile]]:
    """Yield the texts that did not change with which each of ``profiles`` would be compared."""
    others = frozenset(changed)
    for profile in profiles:
        for other in _near(found, profile):
            if other.sha not in others:
                yield profile, other


def _near(found: Identified, profile: Profile) -> Iterator[Profile]:
    index = found.index
    if profile.numbered:
        yield from index.profiles("numbered = 0")
        yield from index.profiles("numbered = 1 AND dates = ?", dates_told(profile))
    elif profile.place:
        for place in ("", *places_around(profile.place)):
            yield from index.profiles("place = ?", place)
        within = (f"{profile.place}.", f"{profile.place}/")
        yield from index.profiles("place > ? AND place < ?", *within)
    else:
        yield from index.profiles("1")
