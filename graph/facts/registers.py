"""What a document is whatever any text says of it: its key, its register, its period.

All of it follows from the identity of the document, so it is the same for every text and stands
in one graph.
"""

from collections.abc import Iterator
from itertools import takewhile

from pyoxigraph import Literal, NamedNode, Quad

from extract.reading import Document
from graph.identity.numbers import blank_keys, number_key
from graph.rdf import vocabulary as ld
from graph.rdf.literals import date_literal, integer_literal
from ontology.dates import PartialDate
from ontology.documents.identity import DocumentId
from ontology.institutions.periods import NAMED, Period
from ontology.level import Level
from ontology.spelling import slug

_GRAPH = ld.DOCUMENTS_GRAPH
_CALLED_BY_TITLE = ("Luật", "Bộ luật", "Pháp lệnh")
"""The types whose documents people call by their title; that of others is looked for in titles."""


def declared_facts(
    document: Document, identity: DocumentId | None, node: NamedNode
) -> Iterator[Quad]:
    """Yield what a document is, and the keys that it is found by."""
    yield Quad(node, ld.TYPE, ld.DOCUMENT, _GRAPH)
    keys: set[str] = set()
    if document.number:
        keys |= {number_key(document.number), number_key(document.number, document.symbol)}
    if identity is None or identity.period == NAMED:
        keys |= {slug(document.title), slug(f"{document.type} {document.title}")}
        keys |= blank_keys(document.blank_number)
    elif document.type in _CALLED_BY_TITLE and document.title:
        keys.add(_with_type(document.type, document.title))
    if identity is None:
        yield Quad(node, ld.TYPE, ld.UNRESOLVED_REFERENCE, _GRAPH)
    else:
        yield Quad(node, ld.KEY, Literal(str(identity)), _GRAPH)
        yield from _register_facts(identity, document.level, node)
        keys.add(number_key(identity.number, identity.symbol))
    for key in filter(None, keys):
        yield Quad(node, ld.SEARCH_KEY, Literal(key), _GRAPH)


def period_node(period: Period, level: Level) -> NamedNode:
    """Return the node of the period that numbers run in.

    That of a congress term is the term itself; a local term ran at each level in a time of its
    own; a year is a year.

    >>> period_node(Period("k11"), Level.CENTRAL).value.partition("/id/")[2]
    'term/tw/xi'
    >>> period_node(Period("nk2020"), Level.DISTRICT).value.partition("/id/")[2]
    'period/nk2020/district'
    """
    if period.term is not None:
        return ld.thing_node("term", "tw", slug(period.term.roman))
    if period.is_local:
        return ld.thing_node("period", period, level.value)
    return ld.thing_node("period", period)


def _with_type(kind: str, title: str) -> str:
    """Return the key of a title, with the type word that one in capitals leaves out."""
    key, opening = slug(title), slug(kind)
    return key if key.startswith((f"{opening}-", "luat-", "bo-luat-")) else f"{opening}-{key}"


def _register_facts(identity: DocumentId, level: Level, node: NamedNode) -> Iterator[Quad]:
    series = ld.thing_node("series", identity.series)
    yield Quad(node, ld.SERIES, series, _GRAPH)
    yield Quad(series, ld.TYPE, ld.SERIES_CLASS, _GRAPH)
    yield Quad(series, ld.LABEL, Literal(identity.series), _GRAPH)
    yield Quad(node, ld.PERIOD, Literal(identity.period), _GRAPH)
    if identity.period == NAMED:
        return
    register = ld.thing_node("register", identity.series, identity.period, identity.symbol)
    period = period_node(identity.period, level)
    yield Quad(node, ld.REGISTER, register, _GRAPH)
    yield Quad(node, ld.IN_PERIOD, period, _GRAPH)
    yield Quad(register, ld.TYPE, ld.REGISTER_CLASS, _GRAPH)
    yield Quad(register, ld.SERIES, series, _GRAPH)
    yield Quad(register, ld.IN_PERIOD, period, _GRAPH)
    if identity.period.year:
        # "2025-07": the rest of a year, in which the numbers of merged provinces began again.
        since = PartialDate.of_day(identity.period.starts)
        until = PartialDate.of_day(identity.period.year.latest)
        yield Quad(period, ld.TYPE, ld.PERIOD_CLASS, _GRAPH)
        yield Quad(period, ld.LABEL, Literal(identity.period), _GRAPH)
        yield Quad(period, ld.VALID_FROM, date_literal(since), _GRAPH)
        yield Quad(period, ld.VALID_UNTIL, date_literal(until), _GRAPH)
    digits = "".join(takewhile(str.isdigit, identity.number))
    if digits:
        yield Quad(node, ld.ORDINAL, integer_literal(int(digits)), _GRAPH)
