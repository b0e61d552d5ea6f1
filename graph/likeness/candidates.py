"""Which texts are worth comparing word by word: by what their heads say, then by their sketches.

The sketches are kept in buckets, so that the cost grows with the texts and not with their pairs.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING

from graph.likeness.heads import (
    Profile,
    beside_by_date,
    beside_by_number,
    places_around,
    places_fit,
)
from graph.likeness.tokens import is_year, tokens_of
from ontology.dates import PartialDate
from ontology.spelling import folded, slug

if TYPE_CHECKING:
    from rensa import RMinHash

_NUMBERS = 126
_BANDS = 42
"""Three numbers a band: of two texts of which 4 in 10 pieces are the same, 94 % meet."""
_SEED = 1
_MOST = 20
"""One of more texts that are alike is a form, and nothing tells which document it is."""
_ANY = "*"
_TITLES = 0.8


Pair = tuple[str, str]
"""The hashes of two texts, in order."""


def buckets_of(profiles: Sequence[Profile]) -> Iterator[list[Profile]]:
    """Yield the texts that may be one document by their heads: those that have to be sketched.

    One of them at least has no number, or they share type, place and day.
    """
    shelves: defaultdict[Hashable, dict[str, Profile]] = defaultdict(dict)
    for profile in profiles:
        for kind in (folded(profile.type), _ANY):
            for place in (*places_around(profile.place), _ANY):
                shelves[kind, place][profile.sha] = profile
        days = [day for day in profile.dates if day.day]
        if profile.numbered and profile.place and len(days) == 1:
            shelves[folded(profile.type), profile.place, days[0]][profile.sha] = profile
    asked = {key for profile in profiles if not profile.numbered for key in asked_shelves(profile)}
    for key, shelf in sorted(shelves.items(), key=str):
        by_day = isinstance(key, tuple) and len(key) == len(("type", "place", "day"))
        if len(shelf) > 1 and (by_day or key in asked):
            yield [shelf[sha] for sha in sorted(shelf)]


def asked_shelves(profile: Profile) -> Iterator[Hashable]:
    """Yield the shelves on which another text of the document of one without a number may stand."""
    kinds = {folded(profile.type), ""} if profile.type else {_ANY}
    yield from ((kind, profile.place or _ANY) for kind in kinds)


def sketch_of(pieces: Sequence[str]) -> "RMinHash":
    """Return the sketch by which a text is compared with many others at once."""
    from rensa import RMinHash

    sketch = RMinHash(num_perm=_NUMBERS, seed=_SEED)
    sketch.update(pieces)
    return sketch


def pairs_of(
    buckets: Iterable[Sequence[Profile]], sketches: Mapping[str, "RMinHash"]
) -> list[tuple[Profile, Profile]]:
    """Return the pairs of texts whose sketches are alike and whose heads do not contradict."""
    found: dict[Pair, tuple[Profile, Profile]] = {}
    for bucket in buckets:
        near: defaultdict[str, dict[str, Profile]] = defaultdict(dict)
        for profile, other in _met(bucket, sketches):
            if may_be_one(profile, other):
                near[profile.sha][other.sha] = other
                near[other.sha][profile.sha] = profile
        for profile in bucket:
            others = near[profile.sha].values()
            for other in others if len(others) <= _MOST else ():
                first, last = sorted((profile, other), key=lambda one: one.sha)
                found[first.sha, last.sha] = first, last
    return [found[key] for key in sorted(found)]


def _met(
    bucket: Sequence[Profile], sketches: Mapping[str, "RMinHash"]
) -> Iterator[tuple[Profile, Profile]]:
    """Yield the texts of a bucket whose sketches are alike, those left out that cannot be one.

    Two numbers are one number misread only in texts of the same days: these alone are compared, for
    in a folder of many plans of one model every sketch is like every other.
    """
    unnumbered = [profile for profile in bucket if not profile.numbered]
    beside = [*beside_by_date(unnumbered, bucket)] if unnumbered else []
    days: defaultdict[tuple[PartialDate, ...], list[Profile]] = defaultdict(list)
    for profile in bucket:
        if profile.numbered and profile.dates:
            days[profile.dates].append(profile)
    for shelf in days.values():
        beside += beside_by_number(shelf)
    for profile, others in beside:
        yield from _alike(profile, others, sketches)


def _alike(
    asked: Profile, others: Sequence[Profile], sketches: Mapping[str, "RMinHash"]
) -> Iterator[tuple[Profile, Profile]]:
    """Yield those of ``others`` whose sketches are alike to that of the text ``asked`` for."""
    from rensa import RMinHashLSH

    index = RMinHashLSH(threshold=0.4, num_perm=_NUMBERS, num_bands=_BANDS)
    for key, other in enumerate(others):
        index.insert(key, sketches[other.sha])
    yield from ((asked, others[key]) for key in set(index.query(sketches[asked.sha])))


def may_be_one(profile: Profile, other: Profile) -> bool:
    """Tell whether the heads of two texts allow that they are one document, and leave it open.

    A digit of a date or of a title may be misread, and what comes last in the path of a place may
    be missing.
    """
    if profile.iri == other.iri:
        return False
    if profile.numbered and other.numbered and not _one_is_misread(profile, other):
        return False
    kinds = {folded(profile.type), folded(other.type)} - {""}
    return (
        len(kinds) < 2
        and places_fit(profile.place, other.place)
        and _dates_fit(profile, other, misread=True)
        and _titles_fit(profile.title, other.title, misread=True)
        # One digit is misread now and then; the same month in both is another month.
        and (_dates_fit(profile, other) or _figures_fit(profile.title, other.title))
    )


def agree(profile: Profile, other: Profile) -> bool:
    """Tell whether the heads say the same without anything's being misread."""
    return (
        not (profile.place and other.place and profile.place != other.place)
        and _dates_fit(profile, other)
        and _titles_fit(profile.title, other.title)
    )


def one_digit(word: str, other: str) -> bool:
    """Tell whether two words are as long as each other and differ in one letter or digit."""
    differ = [one != two for one, two in zip(word, other, strict=False)]
    return len(word) == len(other) and sum(differ) == 1


def _one_is_misread(profile: Profile, other: Profile) -> bool:
    """Tell whether one of two numbers of a day may be the other misread: in one digit."""
    return profile.dates == other.dates != () and one_digit(profile.number, other.number)


def _dates_fit(profile: Profile, other: Profile, *, misread: bool = False) -> bool:
    if not (profile.dates and other.dates):
        return True
    for day, date in product(profile.dates, other.dates):
        printed = slice(min(day.precision, date.precision))
        if day.agrees_with(date) or (misread and one_digit(day[printed], date[printed])):
            return True
    return False


def _titles_fit(title: str, other: str, *, misread: bool = False) -> bool:
    """Tell whether two titles may be one; where one is misread its end may be lost, too."""
    from rapidfuzz.distance import Indel

    if not (title and other):
        return True
    words, others = slug(title), slug(other)
    if misread:
        shorter = min(len(words), len(others))
        words, others = words[:shorter], others[:shorter]
    alike = Indel.normalized_similarity(words, others) >= _TITLES
    return alike and _figures_fit(title, other, misread=misread)


def _figures_fit(title: str, other: str, *, misread: bool = False) -> bool:
    """Tell whether two titles have the same figures, "II" among them; one digit may be misread."""
    if not (title and other):
        return True
    figures = [_figures(words) for words in (title, other)]
    if not misread:
        return figures[0] == figures[1]
    years = [set(filter(is_year, found)) for found in figures]
    if all(years) and years[0] != years[1]:
        return False
    romans = [[word for word in found if not word[0].isdigit()] for found in figures]
    digits = ["".join(word for word in found if word[0].isdigit()) for found in figures]
    printed = min(map(len, digits))
    one, two = (found[:printed] for found in digits)
    return romans[0] == romans[1] and (one == two or one_digit(one, two))


def _figures(words: str) -> list[str]:
    tokens = tokens_of(words)
    return [tokens.keys[index] for index in sorted(tokens.figures)]
