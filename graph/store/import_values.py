"""Whether what is said of each node is what the vocabulary declares: of which kind, and written so.

The vocabulary is that of this program; what a graph says of its own terms is not looked at.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from graph.facts.published import vocabulary_facts
from graph.rdf import vocabulary as ld
from graph.rdf.literals import date_literal
from graph.words.sentences import Cause

_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_LITERAL: Final = NamedNode(f"{_RDFS}Literal")
_FORMS: Final = {
    "integer": re.compile(r"[+-]?[0-9]{1,18}"),
    "decimal": re.compile(r"[+-]?[0-9]{1,18}(?:\.[0-9]{1,18})?"),
    "boolean": re.compile(r"true|false"),
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "gYearMonth": re.compile(r"[0-9]{4}-[0-9]{2}"),
    "gYear": re.compile(r"[0-9]{4}"),
}
_DATES: Final = ("date", "gYearMonth", "gYear")
_STRUCTURE: Final = (
    ld.DOCUMENT,
    ld.TEXT,
    ld.MENTION,
    ld.ASSERTION,
    ld.BODY,
    ld.BODY_CLASS,
    ld.SERIES_CLASS,
    ld.REGISTER_CLASS,
    ld.PERIOD_CLASS,
    ld.DECISION,
    ld.SIGNATURE_CLASS,
)
"""The classes whose nodes are declared wherever they are named; words and places need not be."""
_REMEMBERED: Final = 100_000
_LONGEST: Final = 80
"""How many characters of a wrong value are shown."""


@dataclass(frozen=True, slots=True)
class Declared:
    """What the vocabulary declares of a property; no classes where it takes nodes of any."""

    of: frozenset[NamedNode]
    to: frozenset[NamedNode]
    datatype: NamedNode | None


@cache
def declared() -> Mapping[NamedNode, Declared]:
    """Return what the vocabulary declares of each property that graphs are written with."""
    domains = _said("domain")
    return {
        predicate: Declared(
            of=_with_narrower(domains[predicate]),
            to=_with_narrower(kind) if kind in _STRUCTURE else frozenset(),
            datatype=kind if kind == _LITERAL or kind.value.startswith(ld.XSD) else None,
        )
        for predicate, kind in _said("range").items()
    }


def wrong_values(dataset: Store) -> Iterator[tuple[str, Cause]]:
    """Yield the nodes of which something is said that cannot be said of them, and what."""

    @lru_cache(_REMEMBERED)
    def kinds(node: NamedNode | BlankNode | Triple) -> frozenset[object]:
        return frozenset(
            quad.object for quad in dataset.quads_for_pattern(node, ld.TYPE, None, None)
        )

    for predicate, known in declared().items():
        for quad in dataset.quads_for_pattern(None, predicate, None, None):
            node, value = quad.subject, quad.object
            fields = {"predicate": predicate.value, "value": str(value)[:_LONGEST]}
            if known.of and known.of.isdisjoint(kinds(node)):
                yield str(node), Cause("graph: not such a thing", fields)
            elif known.datatype:
                if not (isinstance(value, Literal) and _is_written_as(value, known.datatype)):
                    kind = known.datatype.value.rpartition("#")[2]
                    yield str(node), Cause("graph: no such value", {**fields, "kind": kind})
            elif not isinstance(value, NamedNode):
                yield str(node), Cause("graph: no node", fields)
            elif known.to and known.to.isdisjoint(kinds(value)):
                yield str(node), Cause("graph: leads elsewhere", fields)


def _is_written_as(value: Literal, datatype: NamedNode) -> bool:
    kind = value.datatype.value.removeprefix(ld.XSD)
    if datatype not in (_LITERAL, value.datatype):
        return False
    if form := _FORMS.get(kind):
        there = form.fullmatch(value.value) is not None
        return there and (kind not in _DATES or date_literal(value.value) == value)
    return True


def _said(name: str) -> dict[NamedNode, NamedNode]:
    return {
        quad.subject: quad.object
        for quad in vocabulary_facts()
        if quad.predicate.value == _RDFS + name
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, NamedNode)
        and quad.subject.value.startswith(ld.NS)
    }


@cache
def _narrower() -> Mapping[object, set[NamedNode]]:
    below: defaultdict[object, set[NamedNode]] = defaultdict(set)
    for quad in vocabulary_facts():
        if quad.predicate.value == f"{_RDFS}subClassOf" and isinstance(quad.subject, NamedNode):
            below[quad.object].add(quad.subject)
    return below


def _with_narrower(kind: NamedNode) -> frozenset[NamedNode]:
    """Return a class of the vocabulary with all below it; nothing for a class of others."""
    if not kind.value.startswith(ld.NS):
        return frozenset()
    below = _narrower().get(kind, set())
    return frozenset({kind}).union(*(_with_narrower(each) for each in below))
