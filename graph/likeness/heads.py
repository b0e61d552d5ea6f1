"""What the heads of texts say, and which lie near each other: found without comparing all pairs.

A head is near another where one may be the other misread in one digit. Each is put under what is
left of it without one of its digits; two that meet there differ in that digit at most.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ontology.dates import PartialDate, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What the head of a text says of its own document; an empty field is not known.

    ``iri`` is that of the document, ``numbered`` tells that its number is known.
    """

    sha: str
    iri: str
    numbered: bool
    number: str
    type: str
    place: str
    title: str
    dates: tuple[PartialDate, ...]


Beside = tuple[Profile, list[Profile]]
"""A text, and those that lie near it."""


def places_around(place: str) -> Iterator[str]:
    """Yield a place and every place that it lies in: a misread head may name these alone."""
    path = place.split(".") if place else []
    yield from (".".join(path[: size + 1]) for size in range(len(path)))


def places_fit(place: str, other: str) -> bool:
    """Tell whether a place lies in the other, or one of them is not known."""
    shorter, longer = sorted((place, other), key=len)
    return not shorter or shorter == longer or longer.startswith(f"{shorter}.")


def beside_by_number(profiles: Iterable[Profile]) -> Iterator[Beside]:
    """Yield each text with those of a number that differs from its own in one letter or digit."""
    met: defaultdict[Hashable, list[Profile]] = defaultdict(list)
    for profile in profiles:
        for key in _without_one(profile.number):
            met[key].append(profile)
    yield from _grouped(
        (profile, other)
        for shelf in met.values()
        for profile in shelf
        for other in shelf
        if profile.number != other.number
    )


def beside_by_date(asked: Sequence[Profile], profiles: Iterable[Profile]) -> Iterator[Beside]:
    """Yield each of the texts ``asked`` for with those of its day, or of one misread in a digit.

    A text without a date may be of any day, one with no more than a year of any day of it.
    """
    undated = [profile for profile in asked if not profile.dates]
    met: defaultdict[Hashable, dict[str, Profile]] = defaultdict(dict)
    for profile in asked:
        for key in (key for day in profile.dates for key in _put_under(day)):
            met[key][profile.sha] = profile

    def near(other: Profile) -> Iterable[Profile]:
        if not other.dates:
            return asked
        keys = (key for day in other.dates for key in _looked_under(day))
        found = {sha: one for key in keys for sha, one in met.get(key, {}).items()}
        return (*undated, *found.values())

    yield from _grouped((profile, other) for other in profiles for profile in near(other))


def _grouped(pairs: Iterable[tuple[Profile, Profile]]) -> Iterator[Beside]:
    beside: defaultdict[str, dict[str, Profile]] = defaultdict(dict)
    first: dict[str, Profile] = {}
    for profile, other in pairs:
        if profile.sha != other.sha and places_fit(profile.place, other.place):
            first[profile.sha] = profile
            beside[profile.sha][other.sha] = other
    for sha, others in beside.items():
        yield first[sha], list(others.values())


def _put_under(day: PartialDate) -> Iterator[Hashable]:
    """Yield where a date waits for others: for those of its precision or less, and for finer."""
    for known in _known(day):
        for key in _without_one(day[:known]):
            yield known, key
            if known == len(day):
                yield f"{known} or finer", key


def _looked_under(day: PartialDate) -> Iterator[Hashable]:
    """Yield where the dates wait that a date may be, compared as far as both are known."""
    for known in _known(day):
        for key in _without_one(day[:known]):
            yield known if known == len(day) else f"{known} or finer", key


def _known(day: PartialDate) -> Iterator[int]:
    yield from (known for known in Precision if 0 < known <= len(day))


def _without_one(text: str) -> Iterator[Hashable]:
    """Yield what is left of a text without each of its letters in turn."""
    yield from ((at, text[:at] + text[at + 1 :]) for at in range(len(text)))
