"""Which place is a cited document from, by the words for its issuer and the text that cites it?"""

import re
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from extract.grammar.citation import Citation
from extract.head.home import Home
from extract.head.places import SETTLED
from extract.head.unit_names import UnitName, first_unit_name
from ontology.dates import PartialDate
from ontology.institutions.places import REFORM, province_opening
from ontology.institutions.units import unit_at
from ontology.level import Level
from ontology.spelling import slug

_PLACE_NAME = re.compile(
    r"(?P<kind>(?:tỉnh|thành|huyện|quận|thị) ủy|đảng ủy xã|tỉnh|thành phố|tp\.?|huyện|quận|thị xã"
    r"|xã|phường|thị trấn)[ ]"
    r"(?P<name>(?:[^\W\d_]+[ -]*){1,5})",
    re.IGNORECASE,
)
_KIND_LEVEL = {
    "tỉnh": Level.PROVINCE,
    "tỉnh ủy": Level.PROVINCE,
    "thành ủy": Level.PROVINCE,
    "thành phố": Level.PROVINCE,
    "tp": Level.PROVINCE,
    "tp.": Level.PROVINCE,
    "huyện": Level.DISTRICT,
    "quận": Level.DISTRICT,
    "thị xã": Level.DISTRICT,
    "huyện ủy": Level.DISTRICT,
    "quận ủy": Level.DISTRICT,
    "thị ủy": Level.DISTRICT,
    "xã": Level.COMMUNE,
    "phường": Level.COMMUNE,
    "thị trấn": Level.COMMUNE,
    "đảng ủy xã": Level.COMMUNE,
}
_CITIES = ("thành ủy", "thành phố", "tp", "tp.")
"""Kinds that the table gives to provinces, and that stand within one as well."""
_AROUND = re.compile(
    r"(?:[ ]?(?:,|-|\(|thuộc)?[ ]?(?:huyện|quận|thị xã|thành phố|TP\.?|tỉnh)[ ]"
    r"[^\W\d_]+(?:[ -]+[^\W\d_]+){0,4}){1,2}",
)
"""The places around that of an issuer, printed behind it: ", huyện Lai Vung, tỉnh Đồng Tháp"."""
_NEAR = 200
"""How far before a number its issuer is looked for."""


def place_of(cited: Citation, level: Level, home: Home, flow: str = "") -> str:
    """Return the path of places of a cited document, empty for the centre or where not known.

    ``flow`` is the text that cites it, where the places around may be printed behind the issuer.
    """
    if level is Level.CENTRAL:
        return ""
    if level is Level.PROVINCE:
        return named_place(cited.issuer, level) or home.path(level)
    day = cited.date or home.written
    name = first_unit_name(cited.issuer, level)
    if name is None:
        printed = named_place(cited.issuer, level)
        if not printed or printed == home.path(level).rpartition(".")[2]:
            return home.path(level)
        return f"{home.province}.{printed}" if home.province and level is Level.DISTRICT else ""
    if around := _printed_around(cited, name, day, home, flow):
        return _path_within(name, day, around)
    if home.path(level) and _is_home(name, day, home):
        return home.path(level)
    return _path_of(name, day, home)


def _is_home(name: UnitName, day: PartialDate, home: Home) -> bool:
    path = home.path(name.level)
    return path in {unit.path for unit in name.units(day, home.province)} or (
        name.slug == path.rpartition(".")[2] and unit_at(path) is None
    )


def _printed_around(
    cited: Citation, name: UnitName, day: PartialDate, home: Home, flow: str
) -> str:
    """Return the path of the places that are printed behind an issuer, empty for none."""
    end = cited.fields_end + len(cited.issuer)
    at = flow.rfind(cited.issuer, max(0, cited.start - _NEAR), end)
    behind = _AROUND.match(flow, at + len(cited.issuer)) if at >= 0 else None
    words = f"{cited.issuer}{behind[0] if behind else ''}"
    province = named_place(words, Level.PROVINCE)
    if name.level is Level.COMMUNE and (district := first_unit_name(words, Level.DISTRICT)):
        return _path_of(district, day, replace(home, province=province or home.province))
    return province


def _path_within(name: UnitName, day: PartialDate, around: str) -> str:
    """Return the path of a unit in the place ``around``, empty where that may have several."""
    found = name.units(day, around)
    if len(found) == 1:
        return found[0].path
    beside = name.level is Level.DISTRICT or "." in around or day.is_since(REFORM)
    return f"{around}.{name.slug}" if beside and not found else ""


def _path_of(name: UnitName, day: PartialDate, home: Home) -> str:
    """Return the path of a unit that an issuer's name holds: near the citing text, if it can be."""
    if name.level is Level.COMMUNE and not day.is_since(REFORM):
        around = home.path(Level.DISTRICT)
        beside = name.units(day, around) if around else ()
        return beside[0].path if len(beside) == 1 else ""
    if home.province and (name.units(day, home.province) or not day.is_since(SETTLED)):
        return _path_within(name, day, home.province)
    anywhere = name.units(day) if day.is_since(SETTLED) else ()
    if anywhere:
        return anywhere[0].path if len(anywhere) == 1 else ""
    return f"{home.province}.{name.slug}" if home.province else ""


@lru_cache(maxsize=4096)
def named_place(issuer: str, level: Level) -> str:
    """Return the slug of the place of a level that an issuer's name holds, empty for none."""
    for found in _PLACE_NAME.finditer(issuer):
        kind = found["kind"].lower()
        in_province = level is Level.DISTRICT and kind in _CITIES
        if _KIND_LEVEL.get(kind) is not level and not in_province:
            continue
        name = found["name"].strip(" -")
        if level is Level.PROVINCE:
            if place := province_opening(name):
                return place.slug
            continue
        proper = list(takewhile(lambda word: word[:1].isupper(), name.split(" ")))
        if proper:
            return slug(" ".join(proper))
    return ""
