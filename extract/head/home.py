"""Where a text comes from, and the body behind the letters of a symbol."""

from dataclasses import dataclass
from functools import lru_cache

from extract.head.header import Header
from ontology.dates import PartialDate
from ontology.institutions.bodies import body_level
from ontology.institutions.issuers import Issuer, issuer_by_code
from ontology.institutions.places import REFORM
from ontology.level import Level


@dataclass(frozen=True, slots=True)
class Home:
    """Where the citing text comes from; places are slugs, empty where not known.

    ``written`` is the day of the text, empty where no whole day is known.
    """

    province: str
    district: str
    commune: str
    level: Level
    written: PartialDate

    def path(self, level: Level) -> str:
        """Return the path of places down to ``level``, empty where a part is not known."""
        if level is Level.CENTRAL:
            return ""
        if level is Level.PROVINCE:
            return self.province
        between = (self.district,) if level is Level.DISTRICT else (*self._between(), self.commune)
        parts = (self.province, *between)
        return ".".join(parts) if all(parts) else ""

    def _between(self) -> tuple[str, ...]:
        """Return the district above a commune, of which there has been none since the reform."""
        return () if self.written.is_since(REFORM) and not self.district else (self.district,)


def home_of(header: Header) -> Home:
    """Return where a text comes from, by its head."""
    organ = header.symbol.organ if header.symbol else ""
    issuer = issuer_behind(organ) if organ else None
    level = (body_level(header.issuer) if header.issuer else None) or (
        issuer.level if issuer else None
    )
    if level is None:
        level = (
            Level.COMMUNE
            if header.commune
            else Level.DISTRICT
            if header.district
            else Level.PROVINCE
            if header.province
            else Level.CENTRAL
        )
    written = PartialDate.of_day(header.date.day)
    return Home(header.province, header.district, header.commune, level, written)


@lru_cache(maxsize=4096)
def issuer_behind(organ: str) -> Issuer | None:
    """Return the body behind an organ code: the first of several, a number of a term left off."""
    head = organ.split("-", maxsplit=1)[0]
    return issuer_by_code(organ) or issuer_by_code(head) or issuer_by_code(organ.replace("-", ""))
