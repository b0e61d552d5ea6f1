"""The rules that find relations and duties: what each looks for, and how sure it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ontology.bilingual import Bilingual
from ontology.tables import Row, read_table

_COLUMNS = ("rule", "confidence", "vi", "en", "source")


@dataclass(frozen=True, slots=True)
class ExtractionRule:
    """One rule; ``confidence`` is None where it follows from what a conclusion rests on."""

    name: str
    confidence: float | None
    meaning: Bilingual


@cache
def all_extraction_rules() -> tuple[ExtractionRule, ...]:
    """Return every rule; raises TableError."""
    return tuple(_rule(row) for row in read_table("rules.csv", _COLUMNS, unique=("rule",)))


def rule_confidence(name: str) -> float:
    """Return how sure a rule is; KeyError where no text is read by it.

    >>> rule_confidence("title")
    0.95
    """
    return _confidences()[name]


@cache
def rule_meanings() -> Mapping[str, Bilingual]:
    """Return what each rule looks for, by its name.

    >>> rule_meanings()["cite"].en
    'Mentioned without any other relation'
    """
    return MappingProxyType({rule.name: rule.meaning for rule in all_extraction_rules()})


@cache
def _confidences() -> dict[str, float]:
    rules = all_extraction_rules()
    return {rule.name: rule.confidence for rule in rules if rule.confidence is not None}


def _rule(row: Row) -> ExtractionRule:
    written = row.text("confidence")
    try:
        confidence = float(written) if written else None
    except ValueError:
        confidence = -1.0
    if confidence is not None and not 0 < confidence <= 1:
        raise row.error(f"confidence is {written!r}; expected a number up to 1, or nothing")
    return ExtractionRule(
        row.required("rule"), confidence, Bilingual(row.required("vi"), row.required("en"))
    )
