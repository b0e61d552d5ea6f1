"""What follows after a change from the links that texts state."""

from collections.abc import Iterable, Iterator
from itertools import filterfalse

from pyoxigraph import NamedNode, Quad, Store

from graph.build.renewal.facts import Draft
from graph.facts.inference import ADOPTS, CARRIES_OUT_NAME, UMBRELLAS, Link, following_from
from graph.facts.link_judgements import LinkJudgements
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


def assertions_in(dataset: Store, graphs: Iterable[NamedNode]) -> frozenset[NamedNode]:
    """Return the assertions that stand in some graphs."""
    return frozenset(
        quad.subject
        for graph in graphs
        for quad in dataset.quads_for_pattern(None, ld.TYPE, ld.ASSERTION, graph)
        if isinstance(quad.subject, NamedNode)
    )


def infer(
    draft: Draft, links: Iterable[Link], judged: tuple[LinkJudgements, LinkJudgements]
) -> None:
    """Write in ``draft`` what follows from ``links``, which may not be stated as before.

    ``judged`` is what people decided about links before, and now.
    """
    changed = {*links, *(link for told in judged for link in _judged_to_carry_out(told))}
    following = {each for link in changed for each in _following(draft, link)}
    sides = [
        {quad for adoption, plan in following for quad in _follow(dataset, adoption, plan, told)}
        for dataset, told in zip((draft.before, draft.after), judged, strict=True)
    ]
    wide = {(link.subject, link.object) for link in changed}
    wide |= {
        (quad.subject, quad.object)
        for quad in sides[0] | sides[1]
        if quad.predicate == ld.CARRIES_OUT
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, NamedNode)
    }
    old, new = (set(filterfalse(_is_wide, side)) for side in sides)
    # What people confirm stands among their decisions, which are taken away before.
    draft.replace(filter(draft.after.__contains__, old), new)
    for subject, target in wide:
        _widen(draft, subject, target)


def _judged_to_carry_out(told: LinkJudgements) -> Iterator[Link]:
    """Yield the links that may follow from others, of which people say what becomes of them."""
    for link in told:
        if link.relation == CARRIES_OUT_NAME:
            yield Link(NamedNode(link.subject), ld.CARRIES_OUT, NamedNode(link.object))


def _is_wide(quad: Quad) -> bool:
    """Tell whether it is a wider word for a link; what a person confirms is none."""
    return quad.predicate == ld.CARRIES_OUT and quad.graph_name == ld.INFERRED_GRAPH


def _following(draft: Draft, link: Link) -> Iterator[tuple[Link, NamedNode | None]]:
    """Yield the adoptions from which something may follow otherwise because of a link."""
    if link.predicate in ADOPTS:
        yield link, None
    if link.predicate in (*ld.CARRYING_OUT, ld.CARRIES_OUT):
        for dataset in (draft.before, draft.after):
            for adopts in ADOPTS:
                for ends in ((link.object, None), (None, link.object)):
                    for quad in dataset.quads_for_pattern(ends[0], adopts, ends[1], None):
                        if isinstance(quad.subject, NamedNode) and isinstance(
                            quad.object, NamedNode
                        ):
                            yield Link(quad.subject, adopts, quad.object), link.subject


def _follow(
    dataset: Store, adoption: Link, plan: NamedNode | None, judged: LinkJudgements
) -> Iterator[Quad]:
    """Yield what follows from an adoption, if a text states it."""
    ends = adoption.subject, adoption.predicate, adoption.object
    if any(dataset.quads_for_pattern(*ends, None)):
        yield from following_from(dataset, adoption, plan, judged)


def _widen(draft: Draft, subject: NamedNode, target: NamedNode) -> None:
    """Write the wider words for what two documents have to do with each other."""
    dataset, graph = draft.after, ld.INFERRED_GRAPH
    for umbrella, narrower in UMBRELLAS.items():
        holds = any(
            any(dataset.quads_for_pattern(subject, each, target, None)) for each in narrower
        )
        if umbrella == ld.CARRIES_OUT:
            claim = ld.claim_node(subject.value, umbrella.value, target.value)
            holds = holds or any(
                True
                for quad in dataset.quads_for_pattern(None, ld.STATES, claim, graph)
                for _ in dataset.quads_for_pattern(quad.subject, ld.STATUS, ld.INFERRED, graph)
            )
        fact = Quad(subject, umbrella, target, graph)
        draft.replace([fact] if fact in dataset else [], [fact] if holds else [])
