"""The bodies that issue documents: their codes in symbols, their names, the register they keep."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from ontology.dates import PartialDate
from ontology.institutions.bodies import body_level
from ontology.level import Level
from ontology.spelling import folded, slug
from ontology.system import System
from ontology.tables import Row, read_table

__all__ = [
    "Issuer",
    "abbreviations",
    "all_issuers",
    "body_level",
    "issuer_by_code",
    "issuer_by_name",
    "issuer_of",
    "issuers_by_code",
]

_COLUMNS = (
    "code",
    "code_variants",
    "names",
    "level",
    "system",
    "series",
    "english",
    "since",
    "until",
    "source",
)
_ABBREVIATIONS = ("abbreviation", "expansion", "source")
_ANY_LEVEL = "any"
_PLACE = "{place}."
_TERM_IN_CODE = re.compile(r"(?<=\D)\d{1,4}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """One body, or the kind of body that a local code stands for in every place.

    ``names`` begins with the canonical one. ``level`` is None where the code alone does not tell.
    ``series`` is the register: ``tw``, ``cp``, or a pattern with the place: ``{place}.tu``.
    ``since`` and ``until`` are years, months or days, empty where not known or not bounded.
    """

    code: str
    names: tuple[str, ...]
    code_variants: tuple[str, ...]
    level: Level | None
    system: System
    series: str
    english: str
    since: PartialDate
    until: PartialDate
    source: str

    @property
    def slug(self) -> str:
        """The canonical name without diacritics, which no two kinds of body share."""
        return slug(self.names[0])

    def series_at(self, place: str) -> str | None:
        """Return the register of this body in ``place``, a path of slugs, empty for the centre.

        None where the body is local and the place is not known.

        >>> issuer_by_code("TU").series_at("lai-chau")
        'lai-chau.tu'
        """
        if not self.series.startswith(_PLACE):
            return self.series
        if place:
            return self.series.replace("{place}", place)
        return None


@cache
def all_issuers() -> tuple[Issuer, ...]:
    """Return every body; where two share a code, the usual one stands first."""
    return tuple(_issuer(row) for row in read_table("issuers.csv", _COLUMNS))


@lru_cache(4096)
def issuers_by_code(code: str) -> tuple[Issuer, ...]:
    """Return every body that ``code`` may stand for in a symbol, the usual one first.

    Letter case and the number of a term (QH15) or of a committee (BCĐ389) do not matter.
    """
    key = folded(code)
    return _by_code().get(key) or _by_code().get(_TERM_IN_CODE.sub("", key), ())


def issuer_by_code(code: str, level: Level | None = None) -> Issuer | None:
    """Return the body that ``code`` stands for, None where it is not known.

    ``level`` prefers a body of that level where several have the code.

    >>> issuer_by_code("QH15").names[0]
    'Quốc hội'
    """
    issuers = issuers_by_code(code)
    fitting = [issuer for issuer in issuers if level is not None and issuer.level is level]
    return next(iter(fitting or issuers), None)


def issuer_by_name(name: str) -> Issuer | None:
    """Return the body that is called ``name`` in full, None where it is not known.

    Letter case and the place of tones do not matter; no place may follow the name.

    >>> issuer_by_name("HUYỆN UỶ").code
    'HU'
    """
    return _by_name().get(folded(name))


@lru_cache(4096)
def issuer_of(name: str, level: Level | None) -> Issuer | None:
    """Return the kind of body that ``name``, as printed with its place behind it, is of.

    ``level`` is that of the body; where a name is shared by bodies of two levels (Thành ủy) it
    decides. None where no known name begins ``name``, or several bodies of other registers bear it.

    >>> issuer_of("Huyện ủy Phong Thổ", Level.DISTRICT).code
    'HU'
    >>> issuer_of("Thành ủy Vinh", Level.DISTRICT).code
    'ThU'
    """
    words = _bare(name).split()
    for size in range(len(words), 0, -1):
        known = " ".join(words[:size])
        # Behind the name of a body of the centre stands no place: more words are another body's.
        found = [
            issuer
            for issuer in _all_by_name().get(known, ())
            if (level is None or issuer.level in (None, level))
            and (size == len(words) or issuer.series.startswith(_PLACE))
        ]
        if found:
            canonical = [issuer for issuer in found if _bare(issuer.names[0]) == known] or found
            one_register = len({issuer.series for issuer in canonical}) == 1
            return canonical[0] if one_register else None
    return None


@cache
def abbreviations() -> Mapping[str, str]:
    """Return what stands for what in running text: BTV, Ban Thường vụ; raises TableError."""
    rows = read_table("abbreviations.csv", _ABBREVIATIONS, unique=("abbreviation",))
    return MappingProxyType(
        {row.required("abbreviation"): row.required("expansion") for row in rows}
    )


@cache
def _by_code() -> dict[str, tuple[Issuer, ...]]:
    exact = _grouped((issuer.code, issuer) for issuer in all_issuers())
    variants = _grouped((code, issuer) for issuer in all_issuers() for code in issuer.code_variants)
    return {code: exact.get(code, ()) + variants.get(code, ()) for code in exact | variants}


@cache
def _by_name() -> dict[str, Issuer]:
    names: dict[str, Issuer] = {}
    for issuer in all_issuers():
        for name in issuer.names:
            names.setdefault(folded(name), issuer)
    return names


@cache
def _all_by_name() -> dict[str, tuple[Issuer, ...]]:
    return _grouped((_bare(name), issuer) for issuer in all_issuers() for name in issuer.names)


def _bare(name: str) -> str:
    """Return a name folded, its words alone: dashes and commas are printed in many ways."""
    return " ".join(re.findall(r"\w+", folded(name)))


def _grouped(pairs: Iterable[tuple[str, Issuer]]) -> dict[str, tuple[Issuer, ...]]:
    groups: dict[str, tuple[Issuer, ...]] = {}
    for code, issuer in pairs:
        key = folded(code)
        groups[key] = (*groups.get(key, ()), issuer)
    return groups


def _issuer(row: Row) -> Issuer:
    level = None if row.text("level") == _ANY_LEVEL else row.choice("level", Level)
    series = row.required("series")
    if series != slug(series) and series.removeprefix(_PLACE) != slug(series.removeprefix(_PLACE)):
        raise row.error(f"series is {series!r}; expected a slug, or one after {{place}}.")
    if (level is Level.CENTRAL) == series.startswith(_PLACE):
        raise row.error(f"series is {series!r} at level {row.text('level')!r}")
    return Issuer(
        code=row.required("code"),
        names=row.many("names"),
        code_variants=row.many("code_variants"),
        level=level,
        system=row.choice("system", System),
        series=series,
        english=row.required("english"),
        since=row.partial_date("since"),
        until=row.partial_date("until"),
        source=row.required("source"),
    )
