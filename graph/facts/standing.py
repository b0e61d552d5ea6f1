"""The bodies that owe a document: one that stands somewhere, or all of a kind in a place."""

from dataclasses import dataclass

from ontology.institutions.issuers import Issuer
from ontology.institutions.units import UnitKind
from ontology.level import Level


@dataclass(frozen=True, slots=True)
class BodyAt:
    """A body of a kind; ``place`` is the path of its place, empty for the centre."""

    issuer: Issuer
    level: Level
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyClass:
    """The bodies ``issuer`` of the units of ``level`` in the place ``within``.

    ``within`` is empty for the whole country; ``kinds`` are the kinds of units that are printed,
    none where all of the level are meant; ``excepted`` holds paths of places.
    """

    issuer: Issuer
    level: Level
    within: str
    kinds: tuple[UnitKind, ...] = ()
    excepted: tuple[str, ...] = ()
