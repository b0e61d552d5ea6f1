"""Which province, district and commune a text comes from, as far as that is certain."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extract.head.issuer import is_issuer
from extract.head.unit_names import (
    UnitName,
    first_unit_name,
    kind_of_committee,
    named_units,
)
from extract.text.layout import Block
from extract.text.view import UPPER
from ontology.dates import PartialDate
from ontology.documents.symbol import Symbol
from ontology.institutions.bodies import body_level
from ontology.institutions.issuers import issuers_by_code
from ontology.institutions.places import REFORM, province_named, province_opening
from ontology.institutions.units import Unit, UnitKind
from ontology.level import Level
from ontology.spelling import slug

SETTLED: Final = PartialDate("2008-08-01")
"""Since this day, when Hà Tây became a part of Hà Nội, districts stay in their provinces."""
_OPENING = 3000
_BODY = (
    r"(?:ĐẢNG BỘ|UBND|(?:ỦY|UỶ) BAN NHÂN DÂN|(?:HUYỆN|QUẬN|THỊ) (?:ỦY|UỶ))(?: HUYỆN| QUẬN| THỊ XÃ)?"
)
_KINDS = ("HUYỆN", "QUẬN", "THỊ XÃ")
_STATE = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM$")
"""What stands beside the body, or between it and the rest of its name."""
_COUNCIL = (
    r"(?:HỘI[ ]ĐỒNG[ ]NHÂN[ ]DÂN|HĐND|ỦY[ ]BAN[ ]NHÂN[ ]DÂN|UBND)"
    r"(?:[ ];)?"
)
_COMMITTEE_ABOVE = re.compile(
    rf"""(?<![^\W\d_])(?:(?P<district>(?:HUYỆN|QUẬN|THỊ)[ ]ỦY|{_COUNCIL}[ ](?:HUYỆN|QUẬN|THỊ[ ]XÃ))
    |(?:ĐẢNG[ ]ỦY|{_COUNCIL})[ ](?:XÃ|PHƯỜNG|THỊ[ ]TRẤN|ĐẶC[ ]KHU))[ ]""",
    re.VERBOSE,
)
"""The committee or council whose board issued a text, where the board is named without it."""
_BETWEEN = re.compile(
    r"(?:,| \(| thuộc| là (?:một )?(?:xã|phường|thị trấn)[^.;,\n]{0,30}? (?:của|thuộc|ở))[ ]?"
    r"(?=huyện|quận|thị xã|thành phố|TP)"
)
"""What stands between a commune and its district: "Tân Thành là xã miền núi của huyện …"."""

# One class of letters first: what it begins is asked afterwards, so that the search is quick.
_PROVINCE = re.compile(
    r"[Tt](?:ỉnh ủy|(?<=T)(?:ỈNH ỦY|hành ủy|HÀNH ỦY)|ỉnh|(?<=T)ỈNH|hành phố"
    r"|(?<=T)(?:HÀNH PHỐ|P\.?))[ ]"
    rf"(?P<name>[{UPPER}][^\W\d_]*(?:[ ]?-?[ ]?[{UPPER}][^\W\d_]*){{0,4}}|[^\W\d_]+[ ][^\W\d_]+)"
)

_MOST_WORDS = 5
"""How many words a province's name may have, the marks between them included."""
_LOCAL_NAME = re.compile(
    r"(?:huyện(?: ủy)?|quận(?: ủy)?|xã|phường|thị trấn|đặc khu)[ ](?P<name>[^,;]+)", re.IGNORECASE
)


def letterhead(flow: str, blocks: Sequence[Block]) -> str:
    """Return the capitals above the number: the body above the issuer tells the province."""
    lines = (flow[block.start : block.end] for block in blocks[:6])
    return " ".join(
        ";" if _STATE.match(line) else f"; {line}" if is_issuer(line) else line
        for line in lines
        if line.isupper()
    )


def own_place(
    flow: str, issuer: str, seat: str, letterhead: str, symbol: Symbol | None, day: PartialDate
) -> tuple[str, str, str]:
    """Return the slugs of the province, the district and the commune whose body issued the text.

    Each is empty where it is not certain. ``day`` is the date of the text. What the head says
    counts first; then the tables of units, where one alone fits; then the text's own words. A
    text of the centre is from no province, but speaks of the one that it names, not of its seat.
    """
    if _is_central(issuer, symbol):
        return _most_named(_provinces_in(flow, day)), "", ""
    stated = _stated_province(issuer, seat, letterhead, day)
    told = _Told(flow, letterhead, day, stated, {} if stated else _provinces_in(flow, day))
    level = body_level(issuer) if issuer else None
    commune = first_unit_name(issuer, Level.COMMUNE)
    above = _COMMITTEE_ABOVE.search(letterhead) if issuer and level is None else None
    if commune is None and (level is Level.COMMUNE or (above and not above["district"])):
        commune = told.commune_above()
    district = first_unit_name(issuer, Level.DISTRICT)
    if not district and above and above["district"]:
        district = told.district_above(listed=above["district"].endswith(_KINDS))
    if commune and (district or not day.is_since(REFORM)):
        return told.old_commune(commune, district)
    if commune:
        return told.commune(commune)
    organ = symbol.organ.upper() if symbol else ""
    if not district and (organ.endswith(("HU", "QU")) or level is Level.DISTRICT):
        district = told.district_of_seat(kind_of_committee(issuer), seat)
    if district:
        return told.district(district)
    return stated or _most_named(told.provinces), "", ""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a text tells of where it is from; ``provinces`` are those that it names, counted."""

    flow: str
    letterhead: str
    day: PartialDate
    stated: str
    provinces: Mapping[str, int]

    def district(self, name: UnitName) -> tuple[str, str, str]:
        """Return the path of the district that issued the text."""
        found = name.units(self.day, self.stated)
        unit = self._the_one(found)
        if unit:
            return unit.outer, unit.slug, ""
        open_between = len(found) > 1 and self.day.is_since(SETTLED)
        province = "" if open_between else self.stated or _most_named(self.provinces)
        return province, _slug_in(province, name, self.day), ""

    def district_of_seat(self, kind: UnitKind, seat: str) -> UnitName | None:
        """Return the district whose committee is named without its place, by its head."""
        name = UnitName(kind, seat, Level.DISTRICT)
        known = self.stated and name.units(self.day, self.stated)
        if seat and (known or province_named(seat) is None):
            return name
        return self.district_above() or first_unit_name(self.flow[:_OPENING], Level.DISTRICT)

    def district_above(self, *, listed: bool = False) -> UnitName | None:
        """Return the district that the letterhead names above the issuer.

        A title in capitals is no letterhead: where no body stands before the name, it is known.
        ``listed`` asks for that always: below a council a board's name may go on in one line.
        """
        for name in named_units(self.letterhead, Level.DISTRICT):
            if name.units(self.day) or (
                not listed and re.search(rf"{_BODY} {name.name}", self.letterhead)
            ):
                return name
        return None

    def commune_above(self) -> UnitName | None:
        """Return the commune that the letterhead names, where a title names its body without it."""
        named = named_units(self.letterhead, Level.COMMUNE)
        return next((name for name in named if name.units(self.day)), None)

    def commune(self, name: UnitName) -> tuple[str, str, str]:
        """Return the path of a commune right below its province."""
        found = name.units(self.day, self.stated)
        unit = self._the_one(found)
        if unit:
            return unit.outer, "", unit.slug
        province = self.stated or ("" if found else _most_named(self.provinces))
        return province, "", "" if len(found) > 1 else name.slug

    def old_commune(self, name: UnitName, district: UnitName | None) -> tuple[str, str, str]:
        """Return the path of a commune in its district, which the head may name."""
        district = district or self.district_above()
        found = name.units(self.day, self.stated)
        opening = list(named_units(self.flow[:_OPENING], Level.DISTRICT))
        district = district or self._district_beside(name)
        around = {
            unit.path
            for near in ([district] if district else opening)
            for unit in near.units(self.day, self.stated)
        }
        near = [unit for unit in found if unit.outer in around]
        if not near and not district:
            # A name that one commune of the tables bears may have been borne by another before.
            named = {*self.provinces, *filter(None, [self.stated])}
            near = [unit for unit in found if unit.path.partition(".")[0] in named]
        if near:
            unit = near[0] if len(near) == 1 else self._most_likely(near)
            if unit is None:
                return "", "", name.slug
            province, between, own = unit.path.split(".")
            return province, between, own
        if found and not district:
            return "", "", name.slug
        district = district or next(iter(opening), None)
        province, between, _ = self.district(district) if district else ("", "", "")
        return province or self.stated, between, name.slug

    def _district_beside(self, name: UnitName) -> UnitName | None:
        """Return the district that stands right behind the name of the commune: "xã X, huyện Y"."""
        for found in re.finditer(re.escape(name.name), self.flow[:_OPENING], re.IGNORECASE):
            behind = _BETWEEN.match(self.flow, found.end())
            if behind:
                return first_unit_name(self.flow[behind.end() : behind.end() + 60], Level.DISTRICT)
        return None

    def _the_one(self, found: Sequence[Unit]) -> Unit | None:
        """Return the only unit that fits, None where several do, or where it may be too late."""
        if len(found) == 1 and (self.stated or self.day.is_since(SETTLED)):
            return found[0]
        return self._most_likely(found)

    def _most_likely(self, found: Sequence[Unit]) -> Unit | None:
        """Return the one unit in the province that the text names most of those that fit."""
        fitting = {unit.path.partition(".")[0] for unit in found}
        province = _most_named({at: self.provinces[at] for at in fitting if at in self.provinces})
        within = [unit for unit in found if unit.path.partition(".")[0] == province]
        return within[0] if len(within) == 1 else None


def _slug_in(province: str, name: UnitName, day: PartialDate) -> str:
    """Return the last part of a district's path in ``province``."""
    found = name.units(day, province) if province else ()
    return found[0].slug if len(found) == 1 else name.slug


def _is_central(issuer: str, symbol: Symbol | None) -> bool:
    """Tell whether a body of the centre issued a text, by its name, else by its letters."""
    level = body_level(issuer) if issuer else None
    if level or not symbol:
        return level is Level.CENTRAL
    known = issuers_by_code(symbol.organ) or issuers_by_code(symbol.organ.partition("-")[0])
    return bool(known) and all(body.level is Level.CENTRAL for body in known)


def _stated_province(issuer: str, seat: str, letterhead: str, day: PartialDate) -> str:
    """Return the province that the head of a text states, empty where it does not.

    A province that was dissolved before ``day`` is no more than a name, as that of a commune
    called like it ("Phường Bạc Liêu").
    """
    for text in (issuer, letterhead, seat):
        for found in _PROVINCE.finditer(text):
            words = text[found.start("name") :].split(" ", _MOST_WORDS)[:_MOST_WORDS]
            if place := province_opening(" ".join(words)):
                return place.slug
        place = province_named(text)
        if place and not (
            text == seat and (place.until.is_before(day) or _is_called(seat, issuer))
        ):
            return place.slug
    return ""


def _provinces_in(flow: str, day: PartialDate) -> dict[str, int]:
    """Return how often a text names each province that there was on ``day``."""
    counts: dict[str, int] = {}
    for found in _PROVINCE.finditer(flow[:60_000]):
        place = province_opening(found["name"])
        if place and not place.until.is_before(day):
            counts[place.slug] = counts.get(place.slug, 0) + 1
    return counts


def _most_named(counts: Mapping[str, int]) -> str:
    """Return the province that is named by far the most, empty where none is."""
    ranked = sorted(counts.items(), key=lambda pair: -pair[1])
    if ranked and (len(ranked) == 1 or ranked[0][1] >= 3 * ranked[1][1]):
        return ranked[0][0]
    return ""


def _is_called(name: str, issuer: str) -> bool:
    """Tell whether ``name`` is that of the commune or the rural district whose body issued it."""
    called = _LOCAL_NAME.search(issuer)
    return called is not None and slug(called["name"]).startswith(slug(name))
