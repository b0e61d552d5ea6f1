"""Which duties are told otherwise after a change: those stated anew, and those of what is named.

What many texts name is what a duty is told by: a body, its kind, its level.
"""

from collections.abc import Collection, Iterator
from typing import Final

from pyoxigraph import NamedNode

from graph.build.renewal.facts import Draft
from graph.rdf import vocabulary as ld

_OF_NAMED: Final = {
    ld.LABEL: (ld.PRODUCT,),
    ld.BODY_KIND: (ld.BEARER, ld.BEARER_CLASS),
    ld.LEVEL: (ld.BEARER, ld.BEARER_CLASS),
    ld.JURISDICTION: (ld.BEARER,),
    ld.UNIT_KIND: (ld.BEARER_CLASS,),
    ld.IN_PLACE: (ld.BEARER_CLASS,),
    ld.EXCEPTED: (ld.BEARER_CLASS,),
}
"""By what is said of a thing that many texts name, how a duty leads to the thing."""


def duties_told_otherwise(draft: Draft, graphs: Collection[NamedNode]) -> frozenset[NamedNode]:
    """Return the duties that may be told otherwise; ``graphs`` are those that were restated."""
    return frozenset((*_of_graphs(draft, graphs), *_of_things(draft)))


def _of_graphs(draft: Draft, graphs: Collection[NamedNode]) -> Iterator[NamedNode]:
    for graph in graphs:
        for dataset in (draft.before, draft.after):
            for quad in dataset.quads_for_pattern(None, ld.TYPE, ld.DUTY, graph):
                if isinstance(quad.subject, NamedNode):
                    yield quad.subject


def _of_things(draft: Draft) -> Iterator[NamedNode]:
    ways = {
        (quad.subject, way)
        for quad in draft.gone | draft.come
        for way in _OF_NAMED.get(quad.predicate, ())
    }
    for thing, way in ways:
        for quad in draft.after.quads_for_pattern(None, way, thing, None):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject
