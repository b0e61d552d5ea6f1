"""Bodies, terms and places as texts name them, tied to what the tables know of them."""

from collections.abc import Iterator
from functools import lru_cache

from pyoxigraph import NamedNode, Quad

from extract.reading import Document
from graph.facts.places import labelled, place_facts, unit_facts
from graph.rdf import vocabulary as ld
from graph.rdf.literals import date_literal
from ontology.dates import NO_DATE, PartialDate
from ontology.institutions.issuers import Issuer, body_level, issuer_of
from ontology.institutions.places import Place, place_by_slug
from ontology.institutions.reform import units_after
from ontology.institutions.successors import successors_of
from ontology.institutions.superiors import superior_of
from ontology.institutions.units import Unit, unit_at
from ontology.level import DISTRICTS_ENDED, Level
from ontology.spelling import slug

_ASSEMBLY = "qh"
_KEPT = 16_384
"""Of how many bodies it is remembered what is known: many texts name the same ones."""


def body_facts(document: Document, node: NamedNode, sha: str, graph: NamedNode) -> Iterator[Quad]:
    """Yield who issued a document, in which term and where, as the text ``sha`` states it.

    What is stated stands in ``graph``, what a body, a term or a place is in that of all documents.
    """
    home = _home(document, sha)
    for issuer in document.issuers:
        place = document.place if home == document.place else ""
        body = ld.thing_node("body", home, slug(issuer))
        yield Quad(node, ld.ISSUED_BY, body, graph)
        yield from named_body_facts(body, issuer, body_level(issuer) or document.level, place)
    if document.term:
        term = ld.thing_node("term", _term_home(document, home), slug(document.term))
        yield Quad(node, ld.IN_TERM, term, graph)
        yield Quad(term, ld.TYPE, ld.TERM, ld.DOCUMENTS_GRAPH)
        yield labelled(term, document.term)
    if document.place:
        yield Quad(node, ld.PLACE, ld.thing_node("place", document.place), graph)
        yield from place_facts(document.place)


@lru_cache(_KEPT)
def named_body_facts(body: NamedNode, name: str, level: Level, place: str) -> tuple[Quad, ...]:
    """Return what the tables know of a body that is called ``name`` and stands in ``place``."""
    return tuple(_named(body, name, level, place))


def _named(body: NamedNode, name: str, level: Level, place: str) -> Iterator[Quad]:
    graph = ld.DOCUMENTS_GRAPH
    yield Quad(body, ld.TYPE, ld.BODY, graph)
    yield labelled(body, name)
    yield Quad(body, ld.LEVEL, ld.level_node(level), graph)
    if place:
        yield Quad(body, ld.JURISDICTION, ld.thing_node("place", place), graph)
    kind = issuer_of(name, level)
    merged, unit = _merged(place), _unit(place, level)
    if kind:
        yield Quad(body, ld.BODY_KIND, ld.scheme_node("body", kind.slug), graph)
    if began := max(kind.since if kind else NO_DATE, unit.since if unit else NO_DATE):
        yield Quad(body, ld.VALID_FROM, date_literal(began), graph)
    if ended := _ended(kind, level, merged, unit):
        yield Quad(body, ld.VALID_UNTIL, date_literal(ended), graph)
    if kind and (place or level is Level.CENTRAL):
        yield from _superior(body, kind, level, place)
        yield from _successors(body, kind, level, place, merged)


def _merged(place: str) -> Place | None:
    """Return the province ``place`` where it is one that became a part of another."""
    found = place_by_slug(place)
    return found if found and found.until else None


def _unit(place: str, level: Level) -> Unit | None:
    """Return the district or commune that a body of ``level`` is that of, by the tables."""
    found = unit_at(place)
    return found if found and found.level is level else None


def _ended(
    kind: Issuer | None, level: Level, merged: Place | None, unit: Unit | None
) -> PartialDate:
    """Return the last day of a body, empty where it lasts: its kind, level or place may end."""
    days = [found.until for found in (kind, merged, unit) if found]
    if level is Level.DISTRICT:
        days.append(DISTRICTS_ENDED)
    return min(filter(None, days), default=NO_DATE)


def _superior(body: NamedNode, kind: Issuer, level: Level, place: str) -> Iterator[Quad]:
    """Yield the body above one of ``kind``: in its place, in that around it, or at the centre."""
    around = place.rpartition(".")[0]
    above = Level.DISTRICT if "." in around else Level.PROVINCE if around else Level.CENTRAL
    for where, at in ((place, level), (around, above)):
        superior = superior_of(kind, level, at)
        if superior:
            yield from _related(body, ld.SUPERIOR, superior, at, where)
            return


def _successors(
    body: NamedNode, kind: Issuer, level: Level, place: str, merged: Place | None
) -> Iterator[Quad]:
    """Yield what follows a body: of another kind in its place, or of its own kind in another.

    What a body of a district or a commune did is done since July 2025 by those of the communes
    that took over its place, whole or in part.
    """
    after = units_after(place) if _unit(place, level) else ()
    for successor in successors_of(kind):
        if successor.level is Level.CENTRAL:
            yield from _related(body, ld.SUCCESSOR, successor, Level.CENTRAL, "")
        elif successor.level is Level.PROVINCE:
            where = place.partition(".")[0]
            yield from _related(body, ld.SUCCESSOR, successor, Level.PROVINCE, where)
        elif successor.level is Level.COMMUNE:
            for unit in after:
                yield from _related(body, ld.SUCCESSOR, successor, Level.COMMUNE, unit.path)
    if kind.until:
        return
    if merged:
        yield from _related(body, ld.SUCCESSOR, kind, level, merged.into)
    if kind.level in (None, Level.COMMUNE):
        for unit in after:
            yield from _related(body, ld.SUCCESSOR, kind, Level.COMMUNE, unit.path)


def _related(
    body: NamedNode, relation: NamedNode, other: Issuer, level: Level, place: str
) -> Iterator[Quad]:
    """Yield that ``body`` has a relation to the body of another kind or place, and what that is."""
    node = ld.thing_node("body", place or "tw", other.slug)
    if node != body:
        yield Quad(body, relation, node, ld.DOCUMENTS_GRAPH)
        yield from _described(node, other.names[0], level, place)


@lru_cache(_KEPT)
def _described(node: NamedNode, name: str, level: Level, place: str) -> tuple[Quad, ...]:
    """Return what is known of a body that others lead to: many documents lead to the same."""
    return (*named_body_facts(node, name, level, place), *unit_facts(place))


def _home(document: Document, sha: str) -> str:
    """Return where a body stands; one of an unknown place is no other text's body."""
    if document.level is Level.CENTRAL:
        return "tw"
    return document.place or sha[:24]


def _term_home(document: Document, home: str) -> str:
    """Return whose term it is; those of the National Assembly are not the Party's."""
    series = document.id.series if document.id else document.series
    return _ASSEMBLY if series.split(".")[0] == _ASSEMBLY else home
