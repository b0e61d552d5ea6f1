"""The provinces and centrally run cities, those of today and those there were since 1986."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from ontology.dates import PartialDate
from ontology.level import DISTRICTS_ENDED
from ontology.spelling import folded, slug
from ontology.tables import Row, check_unique, read_table

_COLUMNS = ("slug", "name", "kind", "aliases", "since", "until", "into", "source")


REFORM: Final = PartialDate("2025-07-01")
"""Since this day communes stand right below provinces, and merged provinces are new bodies."""


class PlaceKind(StrEnum):
    """What a place of the province level is called before its name."""

    PROVINCE = "tỉnh"
    CITY = "thành phố"
    ZONE = "đặc khu"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of the province level.

    ``kind`` is its latest kind. ``since`` and ``until`` are days or years, both within the
    time in which it existed, empty where that began before 1986 or still lasts. ``into`` is the
    slug of the place that its land belongs to since 1 July 2025 (its larger part, where it was
    divided), its own where it stays.
    """

    slug: str
    name: str
    kind: PlaceKind
    aliases: tuple[str, ...]
    since: PartialDate
    until: PartialDate
    into: str
    source: str


@cache
def provinces() -> tuple[Place, ...]:
    """Return every place, those that no longer exist included; raises TableError."""
    rows = read_table("places.csv", _COLUMNS, unique=("slug",))
    places = tuple(_place(row) for row in rows)
    known = {place.slug for place in places if not place.until}
    for row, place in zip(rows, places, strict=True):
        if place.into not in known or (not place.until) != (place.into == place.slug):
            raise row.error(f"into is {place.into!r}; expected a place of today")
    check_unique(
        (
            (row, _words(name))
            for row, place in zip(rows, places, strict=True)
            for name in (place.name, *place.aliases)
        ),
        "the name",
    )
    return places


@cache
def place_by_slug(key: str) -> Place | None:
    """Return the place with this slug, None where there is none."""
    return next((place for place in provinces() if place.slug == key), None)


@lru_cache(256)
def merged_by_reform(key: str) -> bool:
    """Tell whether the place with this slug was made of several on 1 July 2025.

    Its bodies are new ones, whose numbers began again at 1.

    >>> merged_by_reform("lam-dong"), merged_by_reform("ha-noi")
    (True, False)
    """
    return any(
        place.into == key and place.slug != key and place.until.month == DISTRICTS_ENDED.month
        for place in provinces()
    )


@lru_cache(4096)
def province_named(text: str) -> Place | None:
    """Return the place that ``text`` names, with or without its kind; None where it is no province.

    "Thành phố" before a name that only a province has means a town in it, which is no province.

    >>> province_named("TỈNH LAI CHÂU").slug
    'lai-chau'
    >>> province_named("thành phố Lai Châu") is None
    True
    """
    words = _words(text)
    for city in _CITY_WORDS:
        if words.startswith(city):
            place = _by_name().get(words.removeprefix(city))
            return place if place is not None and place.kind is PlaceKind.CITY else None
    return _by_name().get(words.removeprefix(_PROVINCE_WORD)) or _by_name().get(words)


def province_opening(text: str) -> Place | None:
    """Return the place whose name ``text`` begins with, the longest such; None for none.

    >>> province_opening("Lai Châu triển khai Kế hoạch").slug
    'lai-chau'
    """
    words = text.split(" ")
    opening = (province_named(" ".join(words[:count])) for count in range(len(words), 0, -1))
    return next(filter(None, opening), None)


def _words(text: str) -> str:
    return " ".join(re.sub(r"[\s.,;:\u2013-]+", " ", folded(text)).split())


_PROVINCE_WORD = folded("tỉnh") + " "
_CITY_WORDS = (folded("thành phố") + " ", "tp ")


@cache
def _by_name() -> dict[str, Place]:
    names: dict[str, Place] = {}
    for place in provinces():
        for name in (place.name, *place.aliases):
            names[_words(name)] = place
    for place in provinces():
        names.setdefault(place.slug.replace("-", " "), place)
    return names


def _place(row: Row) -> Place:
    name = row.required("name")
    if row.text("slug") != slug(name):
        raise row.error(f"slug is {row.text('slug')!r}; expected {slug(name)!r}")
    return Place(
        slug=row.text("slug"),
        name=name,
        kind=row.choice("kind", PlaceKind),
        aliases=row.many("aliases"),
        since=row.partial_date("since"),
        until=row.partial_date("until"),
        into=row.text("into") or row.text("slug"),
        source=row.required("source"),
    )
