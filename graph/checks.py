"""Checks (being filled in)."""

from dataclasses import dataclass
from enum import StrEnum

from graph.store import GraphStore


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """``rule`` is an id such as "conflicting-issuers"; ``subject`` a selector, ``iri`` its document
    (or assertion, mention); ``sources`` names of texts."""

    rule: str
    severity: Severity
    subject: str
    message_vi: str
    message_en: str
    sources: tuple[str, ...]
    iri: str


def findings(store: GraphStore) -> tuple[Finding, ...]:
    raise NotImplementedError
