"""Checks of a store: what a person should look at before trusting it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, QuerySolutions

from graph.ask.rules import Rule, Severity, all_rules
from graph.ask.subjects import Node, Subjects
from graph.rdf.literals import date_literal
from graph.read.documents import Documents
from graph.store.dataset import Dataset, local_copy
from graph.store.disk import GraphStore
from graph.tables.counting import rule_rows
from graph.words.sentences import Language
from ontology.bilingual import Bilingual
from ontology.dates import partial_date

__all__ = ["Finding", "Severity", "run_checks"]

_GRAVEST_FIRST = tuple(Severity)
_VARIABLES = ("path", "value", "other", "later")
_Found = tuple[NamedNode, Mapping[str, Node]]
"""What is found, and what fills the blanks of the message."""
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
    found = {
        _finding(rule, this, values, subjects)
        for rule in all_rules()
        for this, values in _found(store, dataset, rule)
    }
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[int, str, str, str, str]:
    gravity = _GRAVEST_FIRST.index(finding.severity)
    return gravity, finding.rule, finding.subject, finding.iri, finding.message_en


def _found(store: GraphStore, dataset: Dataset, rule: Rule) -> Iterable[_Found]:
    tabled = _tabled(store, rule)
    return _asked(dataset, rule) if tabled is None else tabled


def _tabled(store: GraphStore, rule: Rule) -> Iterable[_Found] | None:
    """Return what a rule finds in the tables of a store, None where they do not tell."""
    found = rule_rows(store, rule.name)
    if found is None:
        return None
    columns, rows = found
    told = (dict(zip(columns, map(_term, row), strict=True)) for row in rows)
    return [(this, each) for each in told if isinstance(this := each.pop("this"), NamedNode)]


def _term(value: object) -> Node:
    """Return an IRI or a day of the tables as the graph has it."""
    day = partial_date(str(value))
    return date_literal(day) if day else NamedNode(str(value))


def _asked(dataset: Dataset, rule: Rule) -> Iterator[_Found]:
    """Yield what a rule finds when its query is asked of any dataset."""
    answer = dataset.query(rule.over_all(), use_default_graph_as_union=True)
    if not isinstance(answer, QuerySolutions):
        raise TypeError("expected a query SELECT")
    names = {variable.value for variable in answer.variables} & {*_VARIABLES}
    for row in answer:
        this = row["this"]
        if isinstance(this, NamedNode):
            told = ((name, row[name]) for name in names)
            yield this, {name: value for name, value in told if isinstance(value, Node)}


def _finding(
    rule: Rule, this: NamedNode, values: Mapping[str, Node], subjects: Subjects
) -> Finding:
    return Finding(
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
    values: Mapping[str, Node],
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
