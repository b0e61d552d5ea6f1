"""Districts and communes: those until the reform of 1 July 2025, and the communes since.

The tables are large, so each is read when it is first asked for. Names and codes are
those of the dataset that ``ontology/data/NOTICE`` names.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from ontology.dates import NO_DATE, PartialDate
from ontology.institutions.places import REFORM, place_by_slug
from ontology.level import DISTRICTS_ENDED, Level
from ontology.spelling import folded, slug
from ontology.tables import Row, read_table

_DISTRICTS = ("province", "kind", "name", "communes", "source")
_COMMUNES = ("province", "kind", "name", "code", "made_of", "source")
CODE = re.compile(r"\d{3}|\d{5}")


class UnitKind(StrEnum):
    """What a district or a commune is called before its name."""

    RURAL_DISTRICT = "huyện"
    TOWN = "thị xã"
    URBAN_DISTRICT = "quận"
    CITY = "thành phố"
    COMMUNE = "xã"
    TOWNSHIP = "thị trấn"
    WARD = "phường"
    ZONE = "đặc khu"


_KINDS = {kind.value: kind for kind in UnitKind}
_LATER_KINDS: Mapping[UnitKind, tuple[UnitKind, ...]] = {
    UnitKind.RURAL_DISTRICT: (UnitKind.TOWN, UnitKind.URBAN_DISTRICT, UnitKind.CITY),
    UnitKind.TOWN: (UnitKind.URBAN_DISTRICT, UnitKind.CITY),
    UnitKind.COMMUNE: (UnitKind.TOWNSHIP, UnitKind.WARD),
    UnitKind.TOWNSHIP: (UnitKind.WARD,),
}
"""What a unit of a kind may have become by the day of the table: it grows, and never back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One district or commune.

    ``path`` is its province, its district where it has one, and itself: no two units share one,
    so where two names of one place have the same letters the later carries its kind or its code.
    ``since`` and ``until`` are days, empty where that was before the table or still lasts.
    ``code`` is that of the General Statistics Office, empty for a district that has communes.
    """

    path: str
    kind: UnitKind
    name: str
    level: Level
    code: str
    since: PartialDate = NO_DATE
    until: PartialDate = NO_DATE

    @property
    def outer(self) -> str:
        """The path of the place that it lies in."""
        return self.path.rpartition(".")[0]

    @property
    def slug(self) -> str:
        """The last part of its path."""
        return self.path.rpartition(".")[2]

    @property
    def label(self) -> str:
        """Its kind and its name, as prose prints them.

        >>> unit_at("lai-chau.tam-duong").label
        'huyện Tam Đường'
        """
        return f"{self.kind.value} {self.name}"


@cache
def districts() -> tuple[Unit, ...]:
    """Return the districts that there were until 30 June 2025; raises TableError."""
    return tuple(unit for unit, _, _ in rows_of_districts())


@cache
def old_communes() -> tuple[Unit, ...]:
    """Return the communes that there were until 30 June 2025; raises TableError."""
    units: list[Unit] = []
    codes: set[str] = set()
    for district, row, cells in rows_of_districts():
        paths = _Paths(district.path)
        for cell in cells:
            code, _, called = cell.partition(" ")
            if not CODE.fullmatch(code) or code in codes:
                raise row.error(f"communes has the code {code!r}; expected one of its own")
            codes.add(code)
            if called:
                kind, name = _kind_and_name(row, called)
                path = paths.of(kind, name, code)
                units.append(
                    Unit(
                        path=path,
                        kind=kind,
                        name=name,
                        level=Level.COMMUNE,
                        code=code,
                        until=DISTRICTS_ENDED,
                    )
                )
            elif len(cells) > 1:
                raise row.error(f"communes is {cell!r}; expected a kind and a name behind the code")
    return tuple(units)


@cache
def communes() -> tuple[Unit, ...]:
    """Return the communes that there are since 1 July 2025; raises TableError."""
    return tuple(unit for unit, _ in rows_of_communes())


def units_named(
    kind: UnitKind, name: str, level: Level, day: PartialDate, within: str = ""
) -> tuple[Unit, ...]:
    """Return the units of ``level`` that were called so on ``day``.

    ``within`` is the path of the place that they lie in, empty for anywhere. A unit that grew to
    another kind is one of them, except where one beside it bears the name as printed.

    >>> found = units_named(UnitKind("huyện"), "AN LÃO", Level.DISTRICT, PartialDate("2021"))
    >>> [unit.path for unit in found]
    ['hai-phong.an-lao', 'binh-dinh.an-lao']
    """
    if level is Level.DISTRICT:
        index = _districts_by_name()
    else:
        index = _communes_by_name() if day.is_since(REFORM) else _old_by_name()
    kinds = (kind, *_LATER_KINDS.get(kind, ()))
    found = [
        unit
        for unit in index.get(_key(name), ())
        if unit.kind in kinds and (not within or unit.path.startswith(f"{within}."))
    ]
    exact = {unit.outer for unit in found if unit.kind is kind}
    found = [unit for unit in found if unit.kind is kind or unit.outer not in exact]
    # Two beside each other may differ in their marks alone: "Cẩm Giang" and "Cẩm Giàng".
    marked = {unit.outer for unit in found if _marked(unit.name) == _marked(name)}
    return tuple(
        unit for unit in found if unit.outer not in marked or _marked(unit.name) == _marked(name)
    )


@lru_cache(4096)
def unit_at(path: str) -> Unit | None:
    """Return the unit of a path, None where the tables know none."""
    parts = path.count(".")
    if parts == 2:
        return _old_by_path().get(path)
    return _districts_by_path().get(path) or _communes_by_path().get(path) if parts == 1 else None


class _Paths:
    """Gives the units of one place paths that differ."""

    def __init__(self, outer: str, taken: Iterable[str] = ()) -> None:
        self._outer = outer
        self._taken = set(taken)

    def of(self, kind: UnitKind, name: str, code: str = "") -> str:
        """Return a path that no other unit has: the name, its kind before it, its code behind."""
        own = slug(name)
        path = f"{self._outer}.{own}"
        if path in self._taken:
            path = f"{self._outer}.{slug(kind.value)}-{own}"
        if path in self._taken:
            path = f"{self._outer}.{own}-{code}"
        self._taken.add(path)
        return path


@cache
def rows_of_districts() -> tuple[tuple[Unit, Row, tuple[str, ...]], ...]:
    """Return each district with its row and the cells of its communes."""
    paths: dict[str, _Paths] = {}
    found: list[tuple[Unit, Row, tuple[str, ...]]] = []
    for row in read_table("districts.csv", _DISTRICTS, unique=("province", "kind", "name")):
        province, cells = _province(row), row.many("communes")
        if not cells:
            raise row.error("communes is ''; expected its communes, or its own code")
        if province not in paths:
            paths[province] = _Paths(province)
        kind, name = row.choice("kind", UnitKind), row.required("name")
        code = cells[0] if cells[0].isdigit() else ""
        path = paths[province].of(kind, name)
        unit = Unit(
            path=path,
            kind=kind,
            name=name,
            level=Level.DISTRICT,
            code=code,
            until=DISTRICTS_ENDED,
        )
        found.append((unit, row, cells))
    return tuple(found)


@cache
def rows_of_communes() -> tuple[tuple[Unit, Row], ...]:
    """Return each commune of today with its row."""
    paths: dict[str, _Paths] = {}
    before = frozenset(_districts_by_path())
    found: list[tuple[Unit, Row]] = []
    for row in read_table("communes.csv", _COMMUNES, unique=("code",)):
        province = _province(row)
        if province not in paths:
            place = place_by_slug(province)
            if place is None or place.until:
                raise row.error(f"province is {province!r}; expected one of today")
            paths[province] = _Paths(province, before)
        kind, name, code = row.choice("kind", UnitKind), row.required("name"), row.required("code")
        path = paths[province].of(kind, name, code)
        unit = Unit(path=path, kind=kind, name=name, level=Level.COMMUNE, code=code, since=REFORM)
        found.append((unit, row))
    return tuple(found)


def _kind_and_name(row: Row, called: str) -> tuple[UnitKind, str]:
    words = called.split(" ")
    for size in (1, 2):
        if kind := _KINDS.get(" ".join(words[:size])):
            return kind, " ".join(words[size:])
    raise row.error(f"communes has {called!r}; expected one of {', '.join(_KINDS)} before it")


def _province(row: Row) -> str:
    province = row.required("province")
    if place_by_slug(province) is None:
        raise row.error(f"province is {province!r}; expected a slug of places.csv")
    return province


def _key(name: str) -> str:
    """Return a name folded: its words alone, a number without the nought before it."""
    return " ".join(word.lstrip("0") or word for word in re.findall(r"\w+", folded(name)))


def _marked(name: str) -> str:
    """Return a name with its marks, whatever its letter case and the form of its letters."""
    return unicodedata.normalize("NFC", name).casefold()


def _by_name(units: Iterable[Unit]) -> Mapping[str, tuple[Unit, ...]]:
    names: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        names[_key(unit.name)].append(unit)
    return {name: tuple(called) for name, called in names.items()}


@cache
def _districts_by_name() -> Mapping[str, tuple[Unit, ...]]:
    return _by_name(districts())


@cache
def _old_by_name() -> Mapping[str, tuple[Unit, ...]]:
    return _by_name(old_communes())


@cache
def _communes_by_name() -> Mapping[str, tuple[Unit, ...]]:
    return _by_name(communes())


@cache
def _districts_by_path() -> Mapping[str, Unit]:
    return {unit.path: unit for unit in districts()}


@cache
def _old_by_path() -> Mapping[str, Unit]:
    return {unit.path: unit for unit in old_communes()}


@cache
def _communes_by_path() -> Mapping[str, Unit]:
    return {unit.path: unit for unit in communes()}
