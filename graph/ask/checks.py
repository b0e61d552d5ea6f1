"""Checks of a store: what a person should look at before trusting it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolutions

from graph.ask.rules import Rule, Severity, all_rules
from graph.ask.subjects import Subjects
from graph.read.documents import Documents
from graph.store.dataset import Dataset, local_copy
from graph.store.disk import GraphStore
from graph.words.sentences import Language
from ontology.bilingual import Bilingual

__all__ = ["Finding", "Severity", "run_checks"]

_GRAVEST_FIRST = tuple(Severity)
_VARIABLES = ("path", "value", "other", "later")
_BLANK = re.compile(r"\{[?$](?P<name>\w+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
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

    @property
    def message(self) -> Bilingual:
        """What it says, in both languages."""
        return Bilingual(self.message_vi, self.message_en)


def run_checks(store: GraphStore) -> tuple[Finding, ...]:
    """Return all that the rules of ``ontology/vocabulary/shapes.ttl`` find, the gravest first."""
    dataset = local_copy(store.dataset)
    subjects = Subjects(Documents(dataset))
    found = {finding for rule in all_rules() for finding in _found(dataset, rule, subjects)}
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[int, str, str, str, str]:
    gravity = _GRAVEST_FIRST.index(finding.severity)
    return gravity, finding.rule, finding.subject, finding.iri, finding.message_en


def _found(dataset: Dataset, rule: Rule, subjects: Subjects) -> Iterator[Finding]:
    answer = dataset.query(rule.sparql, use_default_graph_as_union=True)
    if not isinstance(answer, QuerySolutions):
        raise TypeError("expected a query SELECT")
    names = {variable.value for variable in answer.variables} & {*_VARIABLES}
    for row in answer:
        this = row["this"]
        if isinstance(this, NamedNode):
            values = {
                name: value for name in names if isinstance(value := row[name], NamedNode | Literal)
            }
            yield Finding(
                rule=rule.name,
                severity=rule.severity,
                subject=subjects.name(this),
                message_vi=_filled(rule.message.vi, values, subjects, Language.VI),
                message_en=_filled(rule.message.en, values, subjects, Language.EN),
                sources=subjects.sources(this, values),
                iri=this.value,
            )


def _filled(
    message: str,
    values: Mapping[str, NamedNode | Literal],
    subjects: Subjects,
    language: Language,
) -> str:
    """Return ``message`` with its blanks filled; what fills them is not looked at for blanks."""
    return _BLANK.sub(
        lambda blank: (
            subjects.words(values[blank["name"]], language) if blank["name"] in values else "?"
        ),
        message,
    )
