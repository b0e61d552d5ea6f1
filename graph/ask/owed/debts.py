"""Which bodies owe it: classes opened into bodies as of the day of the order."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from graph.ask.owed.known.orders import Order
from graph.facts.standing import BodyAt, BodyClass
from ontology.dates import NO_DATE, PartialDate
from ontology.institutions.issuers import Issuer
from ontology.institutions.places import REFORM, PlaceKind, place_by_slug, provinces
from ontology.institutions.reform import units_after
from ontology.institutions.successors import successors_of
from ontology.institutions.units import Unit, UnitKind, communes, districts, old_communes, unit_at
from ontology.level import Level

_COMMITTEES = ("hu", "qu", "thu")
"""Registers of the Party committees of a district: one kind of body, named by the kind of place."""
_COMMITTEE_NAMES = {
    UnitKind.RURAL_DISTRICT: "Huyện ủy",
    UnitKind.URBAN_DISTRICT: "Quận ủy",
    UnitKind.TOWN: "Thị ủy",
    UnitKind.CITY: "Thành ủy",
}
_PEOPLES = ("ubnd", "hdnd")
_WHOSE_PLACE_LASTS = (Level.CENTRAL, Level.PROVINCE)
"""Where a kind of body ends, its place still stands: a district's committees ended with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """A body that owes something: how people call it, and the registers that its numbers are from.

    ``ended`` is the last day that it stood, empty while it lasts. ``heirs`` took over its place.
    """

    issuer: Issuer
    name: str
    level: Level
    place: str
    series: tuple[str, ...]
    ended: PartialDate = NO_DATE
    heirs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Debt:
    """What is owed: one order by one body, or by several together; by nobody known where empty."""

    order: Order
    owing: tuple[Owing, ...]


def debts_of(order: Order) -> tuple[Debt, ...]:
    """Return the debts of an order: one for each body of a class, else one for all its bodies."""
    if order.each:
        opened = opened_class(order.each, order.ordered)
        return tuple(Debt(order, (owing,)) for owing in opened) or (Debt(order, ()),)
    return (Debt(order, owing_together(order.bodies)),)


def owing_together(bodies: Iterable[BodyAt]) -> tuple[Owing, ...]:
    """Return the bodies of an order that lead together."""
    return tuple(owing_at(each.issuer, each.level, each.place) for each in bodies)


@lru_cache(maxsize=20_000)
def owing_at(issuer: Issuer, level: Level, place: str) -> Owing:
    """Return the body of a kind in a place."""
    series = issuer.series_at(place) or ""
    suffix = series.rpartition(".")[2]
    registers = [series]
    if suffix in _COMMITTEES and level is Level.DISTRICT:
        registers += [f"{place}.{other}" for other in _COMMITTEES]
    unit = unit_at(place) if place else None
    unit = unit if unit and unit.level is level else None
    ends = [day for day in (issuer.until, unit.until if unit else NO_DATE) if day]
    province = place_by_slug(place)
    if province and province.until:
        ends.append(province.until)
    return Owing(
        issuer=issuer,
        name=_called(issuer, level, place, unit),
        level=level,
        place=place,
        series=tuple(sorted(registers)),
        ended=min(ends, default=NO_DATE),
        heirs=tuple(after.path for after in units_after(place)) if unit else (),
    )


def heir_of(owing: Owing) -> Owing | None:
    """Return the body that took over the debts of one that ended, None where it is not just one.

    A kind of body leaves them to its successor: those of a ministry that was merged. A commune that
    became a part of another left its debts to it; those of a district lapsed, as its place is that
    of several communes now.
    """
    issuer = owing.issuer
    if owing.level in _WHOSE_PLACE_LASTS and issuer.until and issuer.until == owing.ended:
        successors = successors_of(issuer)
        if len(successors) != 1:
            return None
        return owing_at(successors[0], owing.level, owing.place)
    if owing.level is not Level.COMMUNE or len(owing.heirs) != 1:
        return None
    return owing_at(issuer, Level.COMMUNE, owing.heirs[0])


def opened_class(each: BodyClass, day: PartialDate) -> tuple[Owing, ...]:
    """Return the bodies of a class that stood on ``day``; none where that is not known."""
    if not day:
        return ()
    if each.level is Level.PROVINCE:
        return _provinces_of(each, day)
    return _units_of(each, reformed=day.is_since(REFORM))


@lru_cache(maxsize=1_000)
def _provinces_of(each: BodyClass, day: PartialDate) -> tuple[Owing, ...]:
    return tuple(
        owing_at(each.issuer, each.level, place.slug)
        for place in provinces()
        if not (place.since and day.is_before(place.since))
        and not (place.until and place.until.is_before(day))
        and not each.kinds
        and place.slug not in each.excepted
    )


@lru_cache(maxsize=1_000)
def _units_of(each: BodyClass, *, reformed: bool) -> tuple[Owing, ...]:
    if each.level is Level.DISTRICT:
        units: tuple[Unit, ...] = () if reformed else districts()
    else:
        units = communes() if reformed else old_communes()
    within = f"{each.within}." if each.within else ""
    return tuple(
        owing_at(each.issuer, each.level, unit.path)
        for unit in units
        if unit.path.startswith(within)
        and (not each.kinds or unit.kind in each.kinds)
        and unit.path not in each.excepted
    )


def _called(issuer: Issuer, level: Level, place: str, unit: Unit | None) -> str:
    suffix = issuer.series.rpartition(".")[2]
    name = issuer.names[0]
    if not place:
        return name
    if unit is None:
        province = place_by_slug(place.partition(".")[0])
        where = province.name if province and level is Level.PROVINCE else place
        if suffix == "tu" and province and province.kind is PlaceKind.CITY:
            name = "Thành ủy"
        kind = f"{province.kind.value} " if suffix in _PEOPLES and province else ""
        return f"{name} {kind}{where}"
    if suffix in _COMMITTEES:
        return f"{_COMMITTEE_NAMES.get(unit.kind, name)} {unit.name}"
    return f"{name} {unit.label}" if suffix in (*_PEOPLES, "du") else f"{name} {unit.name}"
