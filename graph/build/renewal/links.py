"""What follows after a change from the links that texts state."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, Store

from graph.build.renewal.facts import Draft
from graph.facts.inference import ADOPTS, UMBRELLAS, Link, following_from
from graph.rdf import vocabulary as ld

_Following = set[tuple[Link, NamedNode | None]]
"""Adoptions, each with the one plan that may follow otherwise from it, or None for all plans."""


def links_of(dataset: Store, assertions: Iterable[NamedNode]) -> Iterator[Link]:
    """Yield the links that some assertions state."""
    for node in assertions:
        ends = [
            [quad.object for quad in dataset.quads_for_pattern(node, each, None, None)]
            for each in (ld.SUBJECT, ld.PREDICATE, ld.OBJECT)
        ]
        for subject, predicate, target in zip(*ends, strict=True):
            if (
                isinstance(subject, NamedNode)
                and isinstance(predicate, NamedNode)
                and isinstance(target, NamedNode)
            ):
                yield Link(subject, predicate, target)


def assertions_in(dataset: Store, shas: Iterable[str]) -> frozenset[NamedNode]:
    """Return the assertions that stand in the graphs of texts."""
    return frozenset(
        quad.subject
        for sha in shas
        for quad in dataset.quads_for_pattern(None, ld.TYPE, ld.ASSERTION, ld.text_graph(sha))
        if isinstance(quad.subject, NamedNode)
    )


def infer(draft: Draft, links: Iterable[Link]) -> None:
    """Write in ``draft`` what follows from ``links``, which may not be stated as before."""
    changed = set(links)
    following = {each for link in changed for each in _following(draft, link)}
    sides = [
        {quad for adoption, plan in following for quad in _follow(dataset, adoption, plan)}
        for dataset in (draft.before, draft.after)
    ]
    wide = {(link.subject, link.object) for link in changed}
    wide |= {
        (quad.subject, quad.object)
        for quad in sides[0] | sides[1]
        if quad.predicate == ld.CARRIES_OUT
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, NamedNode)
    }
    old, new = ({q for q in side if q.predicate != ld.CARRIES_OUT} for side in sides)
    draft.replace(old, new)
    for subject, target in wide:
        _widen(draft, subject, target)


def _following(draft: Draft, link: Link) -> Iterator[tuple[Link, NamedNode | None]]:
    """Yield the adoptions from which something may follow otherwise because of a link."""
    if link.predicate in ADOPTS:
        yield link, None
    if link.predicate in ld.CARRYING_OUT:
        for dataset in (draft.before, draft.after):
            for adopts in ADOPTS:
                for ends in ((link.object, None), (None, link.object)):
                    for quad in dataset.quads_for_pattern(ends[0], adopts, ends[1], None):
                        if isinstance(quad.subject, NamedNode) and isinstance(
                            quad.object, NamedNode
                        ):
                            yield Link(quad.subject, adopts, quad.object), link.subject


def _follow(dataset: Store, adoption: Link, plan: NamedNode | None) -> Iterator[Quad]:
    """Yield what follows from an adoption, if a text states it."""
    ends = adoption.subject, adoption.predicate, adoption.object
    if any(dataset.quads_for_pattern(*ends, None)):
        yield from following_from(dataset, adoption, plan, {})


def _widen(draft: Draft, subject: NamedNode, target: NamedNode) -> None:
    """Write the wider words for what two documents have to do with each other."""
    dataset, graph = draft.after, ld.INFERRED_GRAPH
    for umbrella, narrower in UMBRELLAS.items():
        holds = any(
            any(dataset.quads_for_pattern(subject, each, target, None)) for each in narrower
        )
        if umbrella == ld.CARRIES_OUT:
            claim = ld.claim_node(subject.value, umbrella.value, target.value)
            holds = holds or any(dataset.quads_for_pattern(None, ld.STATES, claim, graph))
        fact = Quad(subject, umbrella, target, graph)
        draft.replace([fact] if fact in dataset else [], [fact] if holds else [])
