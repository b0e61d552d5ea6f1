"""What a check reports: which rule, how grave, about what, and in both languages."""

from dataclasses import dataclass

from graph.ask.rules import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: something in the graph that a person should look at.

    ``rule`` names the check ("conflicting-issuers"), ``subject`` is what to type to see the
    document, ``iri`` its IRI (or that of an assertion, a mention, a text), ``sources`` the names of
    the texts that it comes from.
    """

    rule: str
    severity: Severity
    subject: str
    message_vi: str
    message_en: str
    sources: tuple[str, ...]
    iri: str
