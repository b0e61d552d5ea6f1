"""At which level a body stands, told from its name as printed."""

import re
from functools import cache, lru_cache

from ontology.institutions.places import PlaceKind, province_named, provinces
from ontology.level import Level
from ontology.spelling import folded
from ontology.tables import read_table

_COLUMNS = ("phrase", "level", "weight", "source")
_OUTWARDS = tuple(Level)
_CITY = "city"
"""What the table says of words that stand for a province or a district, by the name behind them."""
_NOTHING = "none"
_WEIGHTS = ("strong", "weak")


@lru_cache(4096)
def body_level(name: str) -> Level | None:
    """Return the level of the body that ``name`` names, None where its words do not tell.

    The most local word counts: "Ủy ban MTTQ Việt Nam huyện" stands at the district. Words that
    say little (Đảng ủy, Việt Nam) count where no other word tells, and after them the name of a
    province.

    >>> body_level("Ban Thường vụ Tỉnh ủy")
    <Level.PROVINCE: 'province'>
    >>> body_level("Thành ủy Vinh")
    <Level.DISTRICT: 'district'>
    >>> body_level("UBND") is None, body_level("Sở Lao động - Thương binh và Xã hội").value
    (True, 'province')
    >>> body_level("UBND xã Hội An")
    <Level.COMMUNE: 'commune'>
    """
    printed = re.sub(r"[^\w.]+|\.(?!\w)", " ", name).split()
    words = [folded(word) for word in printed]
    strong: set[Level] = set()
    weak: set[Level] = set()
    index = 0
    while index < len(words):
        size, level, weight = _longest_phrase(words, index)
        if level == _CITY:
            strong.add(_city_level(printed[index + size :]))
        elif level == _NOTHING and _is_name(printed[index : index + size]):
            size = 1  # "xã Hội An" is no "xã hội"
            strong.add(Level(_phrases()[words[index]][0]))
        elif level == _NOTHING:
            words[index : index + size] = [""] * size
        elif level:
            (strong if weight == "strong" else weak).add(Level(level))
        index += size
    if strong or weak:
        return max(strong or weak, key=_OUTWARDS.index)
    return Level.PROVINCE if _ends_in_a_province(words) else None


def _is_name(words: list[str]) -> bool:
    """Tell whether a name begins behind the first of ``words``, which is what its place is."""
    kind = _phrases().get(folded(words[0]), ("", ""))[0]
    return words[0].islower() and words[-1][:1].isupper() and kind in tuple(Level)


def _longest_phrase(words: list[str], index: int) -> tuple[int, str, str]:
    """Return how many words the longest phrase at ``index`` has, its level and its weight."""
    for size in range(min(_longest(), len(words) - index), 0, -1):
        found = _phrases().get(" ".join(words[index : index + size]))
        if found is not None:
            return size, *found
    return 1, "", ""


def _city_level(after: list[str]) -> Level:
    """Return whether a city with these words behind it is run by the centre; one unnamed is."""
    for size in range(min(_longest_name(), len(after)), 0, -1):
        place = province_named(" ".join(after[:size]))
        if place is not None:
            return Level.PROVINCE if place.kind is PlaceKind.CITY else Level.DISTRICT
    named = bool(after) and after[0].istitle() and folded(after[0]) not in _phrases()
    return Level.DISTRICT if named else Level.PROVINCE


def _ends_in_a_province(words: list[str]) -> bool:
    return any(province_named(" ".join(words[-size:])) for size in range(1, _longest_name() + 1))


@cache
def _phrases() -> dict[str, tuple[str, str]]:
    levels = (*(level.value for level in Level), _CITY, _NOTHING)
    phrases: dict[str, tuple[str, str]] = {}
    for row in read_table("body_words.csv", _COLUMNS, unique=("phrase",)):
        level, weight = row.text("level"), row.text("weight")
        if level not in levels or weight not in _WEIGHTS:
            raise row.error(f"{level!r}, {weight!r}; expected one of {levels}, one of {_WEIGHTS}")
        phrases[folded(row.required("phrase"))] = (level, weight)
    return phrases


@cache
def _longest() -> int:
    return max(len(phrase.split()) for phrase in _phrases())


@cache
def _longest_name() -> int:
    return max(len(place.name.replace("-", " ").split()) for place in provinces())
