"""Which duties are told otherwise after a change: those of texts, and of what texts call things."""

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


def duties_told_otherwise(draft: Draft, shas: Collection[str]) -> frozenset[NamedNode]:
    """Return the duties that may be told otherwise; ``shas`` are the texts that were restated."""
    return frozenset((*_of_texts(draft, shas), *_of_things(draft)))


def _of_texts(draft: Draft, shas: Collection[str]) -> Iterator[NamedNode]:
    for sha in shas:
        for dataset in (draft.before, draft.after):
            for quad in dataset.quads_for_pattern(None, ld.TYPE, ld.DUTY, ld.text_graph(sha)):
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
