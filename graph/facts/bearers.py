"""Who owes a document: the body, or the class of bodies, that a text means by what it prints.

Words that can mean one body or class alone are tied to it; all others stay as printed, because
nobody may be said to owe what was asked of somebody else.
"""

import re
import unicodedata

from extract.grammar.citation import Citation
from extract.grammar.fields import written_out
from extract.head.home import Home
from extract.head.unit_names import named_units
from extract.identity.cited_place import place_of
from extract.reading import Document, Duty, MentionKind, Task
from graph.facts.standing import BodyAt, BodyClass
from ontology.dates import NO_DATE, PartialDate
from ontology.institutions.bodies import body_level
from ontology.institutions.issuers import issuer_by_code, issuer_of
from ontology.institutions.offices import signing_offices
from ontology.institutions.units import UnitKind
from ontology.level import Level

_OUTWARDS = tuple(Level)
_THROUGH = re.compile(r"\s*\([^()]*\)")
_ASIDE = re.compile(
    r"\b(?:còn lại|nêu trên|nói trên|có liên quan|liên quan|được|nơi|chưa|một số|đủ điều kiện)\b"
)
"""What makes a class smaller by what the words do not name."""
_COUNTED = re.compile(r"(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d+)\s")
_SPLIT = re.compile(r",\s+(?:và\s+)?|\s+và\s+(?=(?:Bộ|Ban|Sở|Văn phòng|Ủy ban|Hội|Công an)\b)")
_COMMITTEES = re.compile(
    r"(?:(?:các|từng|mỗi|những|toàn bộ) )?"
    r"(?P<kinds>(?:(?:tỉnh|thành|huyện|thị|quận)(?: ủy)?(?:, | và ))*"
    r"(?:tỉnh|thành|huyện|thị|quận) ủy)\b"
)
_COMMUNES = re.compile(r"(?:các đảng ủy|đảng ủy các) (?P<kinds>xã|phường|thị trấn)\b")
_PEOPLES = re.compile(
    r"(?:^|, |và )(?:chủ tịch )?(?P<body>ủy ban nhân dân|hội đồng nhân dân|ubnd|hđnd) "
    r"(?:các|cấp|từng|mỗi) "
    r"(?P<kinds>(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
    r"(?:(?:, | và )(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu))*)"
    r"(?! cấp)\b"
)
_KIND_LEVEL = {
    "tỉnh": Level.PROVINCE,
    "huyện": Level.DISTRICT,
    "quận": Level.DISTRICT,
    "thị xã": Level.DISTRICT,
    "xã": Level.COMMUNE,
    "phường": Level.COMMUNE,
    "thị trấn": Level.COMMUNE,
    "đặc khu": Level.COMMUNE,
}
_COMMITTEE_KINDS = {
    "huyện ủy": (UnitKind.RURAL_DISTRICT,),
    "quận ủy": (UnitKind.URBAN_DISTRICT,),
    "thị ủy": (UnitKind.TOWN,),
    "thành ủy": (UnitKind.CITY,),
}


Bearers = tuple[BodyAt, ...] | BodyClass


def bearers_of(duty: Duty | Task, own: Document) -> Bearers:
    """Return who owes ``duty`` by a text whose own document is ``own``; nobody where it is open.

    Several bodies owe it together. A class must be printed whole: "các huyện ủy còn lại" is open.
    """
    printed = written_out(_THROUGH.sub("", duty.bearer)).strip(" ,.;:")
    home = _home(own)
    if not printed:
        return ()
    if duty.several or _COUNTED.match(_small(printed)):
        return _class_of(printed, duty.exceptions, own, home) or ()
    found = _CLASS_WITHOUT_MARK.match(_small(printed))
    if found:
        return _class_of(printed, duty.exceptions, own, home) or ()
    parts = [_body(part, own, home) for part in _SPLIT.split(printed)]
    known = tuple(dict.fromkeys(part for part in parts if part))
    if len(parts) > 1 and all(parts):
        return known
    whole = _body(printed, own, home)
    return (whole,) if whole else ()


_CLASS_WITHOUT_MARK = re.compile(
    r"(?:(?:ủy ban|hội đồng) nhân dân|ubnd|hđnd) (?:các|cấp) |đảng ủy các "
)


def _small(printed: str) -> str:
    return unicodedata.normalize("NFC", printed).lower().replace("uỷ", "ủy")


def _home(own: Document) -> Home:
    """Return where the text comes from, by what is known of its own document."""
    parts = own.place.split(".") if own.place else []
    commune = parts[-1] if own.level is Level.COMMUNE and len(parts) > 1 else ""
    district = parts[1] if len(parts) > 1 and not (commune and len(parts) == 2) else ""
    return Home(parts[0] if parts else "", district, commune, own.level, _day(own))


def _day(own: Document) -> PartialDate:
    return own.dates[0] if own.dates else NO_DATE


def _body(printed: str, own: Document, home: Home) -> BodyAt | None:
    """Return the one body that ``printed`` names, None where it may be another or is not known."""
    name = _without_office(printed)
    level = body_level(name)
    issuer = issuer_of(name, level)
    if issuer is None:
        return None
    level = level or issuer.level or own.level
    if not issuer.series_at(""):  # a body of some place
        cited = Citation(
            start=0,
            end=0,
            fields_end=0,
            tier=MentionKind.NUMBERED,
            issuer=name,
            date=_day(own),
        )
        place = place_of(cited, level, home)
        return BodyAt(issuer, level, place) if place else None
    return BodyAt(issuer, Level.CENTRAL, "")


def _without_office(name: str) -> str:
    """Return the body behind the office of who leads it: "Giám đốc Sở Tư pháp"."""
    for office in sorted((*signing_offices(), "Thủ trưởng", "Vụ trưởng"), key=len, reverse=True):
        rest = name.removeprefix(f"{office} ")
        if rest != name and issuer_of(rest, body_level(rest)):
            return rest
    return name


def _class_of(printed: str, exceptions: str, own: Document, home: Home) -> BodyClass | None:
    """Return the class that ``printed`` names, None where its words leave open who is in it."""
    words = _small(printed)
    if _ASIDE.search(words) or _COUNTED.match(words):
        return None
    found = _named_class(words, own)
    if found is None or _OUTWARDS.index(found.level) <= _OUTWARDS.index(own.level):
        return None
    within = _around(found.level, own, home)
    if within is None:
        return None
    named = [name.units(_day(own), within) for name in named_units(exceptions, found.level)]
    if bool(exceptions) != bool(named) or any(len(units) != 1 for units in named):
        return None
    excepted = tuple(units[0].path for units in named)
    return BodyClass(
        issuer=found.issuer,
        level=found.level,
        within=within,
        kinds=found.kinds,
        excepted=excepted,
    )


def _named_class(words: str, own: Document) -> BodyClass | None:
    """Return the kind of bodies and units that begin ``words``; where they lie is not yet told."""
    committees = _COMMITTEES.match(words)
    if committees:
        named = re.split(r", | và ", committees["kinds"])
        kinds = {f"{name.removesuffix(' ủy')} ủy" for name in named}
        if "tỉnh ủy" in kinds or own.level is Level.CENTRAL:
            only = kinds <= {"tỉnh ủy", "thành ủy"}
            return _some("TU", Level.PROVINCE) if only and "tỉnh ủy" in kinds else None
        chosen = tuple(kind for name in sorted(kinds) for kind in _COMMITTEE_KINDS[name])
        return _some("HU", Level.DISTRICT, chosen)
    if _COMMUNES.match(words):
        return _some("ĐU", Level.COMMUNE)
    peoples = _PEOPLES.search(words)
    if peoples:
        kinds = set(re.split(r", | và ", peoples["kinds"]))
        levels = {_KIND_LEVEL[kind] for kind in kinds if kind in _KIND_LEVEL}
        if len(levels) == 1:
            code = "UBND" if peoples["body"].startswith(("ủy", "ubnd")) else "HĐND"
            return _some(code, levels.pop())
    return None


def _some(code: str, level: Level, kinds: tuple[UnitKind, ...] = ()) -> BodyClass | None:
    issuer = issuer_by_code(code, level)
    if issuer is None:
        return None
    return BodyClass(issuer=issuer, level=level, within="", kinds=kinds)


def _around(level: Level, own: Document, home: Home) -> str | None:
    """Return the place in which the units of a class lie, None where it is not known."""
    if level is Level.PROVINCE:
        return "" if own.level is Level.CENTRAL else None
    if own.level is Level.CENTRAL:
        return ""
    if own.level is Level.DISTRICT:
        return home.path(Level.DISTRICT) or None
    return home.province or None
