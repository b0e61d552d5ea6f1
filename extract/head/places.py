"""Which province, district and commune a text comes from, as far as that is certain."""

import re
from collections.abc import Sequence

from extract.text.layout import Block
from extract.text.view import UPPER
from ontology.documents.symbol import Symbol
from ontology.institutions.bodies import body_level
from ontology.institutions.places import REFORM, Place, province_named
from ontology.spelling import slug

_NEXT_BODY = re.compile(
    r" (?:Đảng ủy|ĐẢNG ỦY|Ủy ban|ỦY BAN|UBND|HĐND|Hội đồng|HỘI ĐỒNG|Ban |BAN |Số|SỐ)"
)
_PROVINCE = re.compile(
    r"(?:[Tt]ỉnh ủy|TỈNH ỦY|Thành ủy|THÀNH ỦY|tỉnh|Tỉnh|TỈNH|thành phố|Thành phố|THÀNH PHỐ"
    r"|TP\.?)[ ]"
    rf"(?P<name>[{UPPER}][^\W\d_]*(?:[ ]?-?[ ]?[{UPPER}][^\W\d_]*){{0,4}}|[^\W\d_]+[ ][^\W\d_]+)"
)
_DISTRICT = re.compile(
    r"(?:[Hh]uyện ủy|HUYỆN ỦY|Quận ủy|QUẬN ỦY|Thị ủy|huyện|HUYỆN|quận|QUẬN|thị xã|THỊ XÃ)[ ]"
    rf"(?P<name>[{UPPER}][^\W\d_]*(?:[ ][{UPPER}][^\W\d_]*){{0,3}})"
)
_COMMUNE = re.compile(
    r"(?:xã|Xã|XÃ|phường|PHƯỜNG|thị trấn|Đảng ủy xã|ĐẢNG ỦY XÃ)[ ]"
    rf"(?P<name>[{UPPER}][^\W\d_]*(?:[ ][{UPPER}][^\W\d_]*){{0,3}})"
)

_LOCAL_NAME = re.compile(
    r"(?:huyện(?: ủy)?|quận(?: ủy)?|xã|phường|thị trấn|đặc khu)[ ](?P<name>[^,;]+)", re.IGNORECASE
)


def letterhead(flow: str, blocks: Sequence[Block]) -> str:
    """Return the capitals above the number: the body above the issuer tells the province."""
    lines = (flow[block.start : block.end] for block in blocks[:6])
    return " ".join(line for line in lines if line.isupper())


def own_province(flow: str, issuer: str, seat: str, letterhead: str, day: str) -> str:
    """Return the slug of the one province that the text is from, empty where not certain.

    ``day`` is the date of the text: a province that was dissolved before it is no more than a
    name, as that of a commune called like it ("Phường Bạc Liêu").
    """
    for text in (issuer, letterhead, seat):
        for found in _PROVINCE.finditer(text):
            words = found["name"].split(" ")
            for count in range(len(words), 0, -1):
                if place := province_named(" ".join(words[:count])):
                    return place.slug
        place = province_named(text)
        if place and not (text == seat and (_is_gone(place, day) or _is_called(seat, issuer))):
            return place.slug
    counts: dict[str, int] = {}
    for found in _PROVINCE.finditer(flow[:60_000]):
        place = province_named(found["name"])
        words = found["name"].split(" ")
        while place is None and len(words) > 1:
            words = words[:-1]
            place = province_named(" ".join(words))
        if place and not _is_gone(place, day):
            counts[place.slug] = counts.get(place.slug, 0) + 1
    ranked = sorted(counts.items(), key=lambda pair: -pair[1])
    if ranked and (len(ranked) == 1 or ranked[0][1] >= 3 * ranked[1][1]):
        return ranked[0][0]
    return ""


def _is_gone(place: Place, day: str) -> bool:
    """Tell whether a place had been dissolved on ``day``, an ISO date or part of one."""
    size = min(len(place.until), len(day))
    return size > 0 and place.until[:size] < day[:size]


def _is_called(name: str, issuer: str) -> bool:
    """Tell whether ``name`` is that of the commune or the rural district whose body issued it."""
    called = _LOCAL_NAME.search(issuer)
    return called is not None and slug(called["name"]).startswith(slug(name))


def own_local(
    flow: str, issuer: str, seat: str, symbol: Symbol | None, day: str
) -> tuple[str, str]:
    """Return the slugs of the district and the commune whose body issued the text."""
    organ = symbol.organ.upper() if symbol else ""
    level = body_level(issuer) if issuer else None
    commune = _first_name(_COMMUNE, issuer)
    district = _first_name(_DISTRICT, issuer)
    if commune and not district and day < REFORM:
        district = _first_name(_DISTRICT, flow[:3000])
    if not district and (organ.endswith(("HU", "QU")) or (level and level.value == "district")):
        district = (
            slug(seat)
            if seat and province_named(seat) is None
            else _first_name(_DISTRICT, flow[:3000])
        )
    return district, commune


def _first_name(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return slug(_NEXT_BODY.split(found["name"])[0]) if found else ""
