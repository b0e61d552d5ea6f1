"""What texts state after a change, by what people decided then: the steps and their order.

What the decisions before made of texts is undone first, for what a decision means is told by the
documents as the program alone has them. Then documents are merged and split, then all else is
judged, as where a graph is made anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode, Store

from graph.build.at_once.parts import Settled, facts_of, split
from graph.build.renewal.applied import Applied, applied_of
from graph.build.renewal.documents import follow
from graph.build.renewal.facts import Draft, Restated, declare, restate
from graph.build.renewal.identity import Identified
from graph.build.renewal.index import Index
from graph.build.renewal.places import stored_referents
from graph.build.renewal.terms import Texts
from graph.decisions.added_links import added_facts, without_stated
from graph.decisions.facts import expected_debts, name_facts
from graph.decisions.file import DecisionFile
from graph.decisions.judgements import Judgements, judge_moved, move
from graph.decisions.referents import TextNames
from graph.facts.link_judgements import JudgedLink, LinkJudgements
from graph.identity.resolution import Resolutions
from graph.rdf import vocabulary as ld


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What texts and people state now: ``was`` and ``now`` are the decisions in it.

    ``restated`` are the texts whose documents may mean something else; ``rewritten`` those with
    links that are judged otherwise, too.
    """

    restated: Restated
    rewritten: frozenset[str]
    was: Applied
    now: Applied
    judged: Judgements

    @property
    def texts(self) -> frozenset[str]:
        """All of them."""
        return self.restated.texts | self.rewritten

    @property
    def is_decided(self) -> bool:
        """Whether people decided anything, before or now."""
        return bool(self.judged.judgements) or self.was != Applied()


def stated_now(draft: Draft, found: Identified, texts: Texts, decisions: DecisionFile) -> Stated:
    """Write in ``draft`` what is stated by the texts that are ``found`` and by ``decisions``.

    What decisions say of themselves is written when all that follows is. Raises NotSureError.
    """
    index = found.index
    was, with_words = index.applied(), _texts_with_added_words(draft.before)
    draft.replace(draft.of(None, None, ld.DECISIONS_GRAPH), ())
    declare(draft, index, was.declared, ())
    undone = found.texts | _texts_of(was.moved)
    told = {**index.resolutions(undone - found.texts), **found.before, **was.moved}
    sides = (
        _settled(texts, texts.before, told),
        _settled(texts, texts.after, index.resolutions(undone)),
    )
    restated = restate(draft, index, texts, undone, sides)
    judged = Judgements()
    if decisions.decisions:
        follow(draft, restated.documents)
        judged, more = _judged(draft, found, texts, decisions)
        restated |= more
    named = list(name_facts(judged))
    links = (was.link_judgements, judged.link_judgements)
    others = with_words | _texts_stating(draft.after, _differing(*links))
    others |= _texts_stating(draft.after, links[1]) & restated.texts
    _rewrite(draft, index, texts, others & texts.after.keys(), judged)
    judged = without_stated(judged, draft.after)
    facts = [*added_facts(judged), *named, *expected_debts(judged)]
    now = applied_of(judged, facts)
    declare(draft, index, (), now.declared)
    draft.replace((), (fact for fact in facts if fact.graph_name != ld.DOCUMENTS_GRAPH))
    index.apply(now)
    return Stated(restated=restated, rewritten=others, was=was, now=now, judged=judged)


def _judged(
    draft: Draft, found: Identified, texts: Texts, decisions: DecisionFile
) -> tuple[Judgements, Restated]:
    """Return what decisions mean, and what is restated because they move it."""
    names = TextNames(texts.after)
    before = after = stored_referents(draft.after, found, texts, {})
    moved = move(decisions, before, names)
    restated = Restated()
    if moved.resolutions:
        shas = _texts_of(moved.resolutions)
        told = found.index.resolutions(shas)
        sides = (
            _settled(texts, texts.after, told),
            _settled(texts, texts.after, {**told, **moved.resolutions}),
        )
        restated = restate(draft, found.index, texts, shas, sides)
        follow(draft, restated.documents)
        after = stored_referents(draft.after, found, texts, moved.resolutions)
    return judge_moved(decisions, moved, after, names, texts.reading), restated


def _rewrite(
    draft: Draft, index: Index, texts: Texts, shas: Iterable[str], judged: Judgements
) -> None:
    """Write the graphs of texts anew; what they say of documents is what it is already."""
    shas = sorted(shas)
    told = {**index.resolutions(shas), **judged.moved}
    settled = replace(_settled(texts, texts.after, told), link_judgements=judged.link_judgements)
    for sha in shas:
        own, _ = split(facts_of(sha, settled))
        draft.replace(draft.of(None, None, ld.text_graph(sha)), own)


def _settled(texts: Texts, names: Mapping[str, set[str]], told: Resolutions) -> Settled:
    return Settled(cache=texts.cache, names=names, resolutions=told, link_judgements={})


def _texts_of(moved: Resolutions) -> frozenset[str]:
    return frozenset(sha for sha, _ in moved)


def _differing(before: LinkJudgements, after: LinkJudgements) -> set[JudgedLink]:
    return {link for link in {*before, *after} if before.get(link) != after.get(link)}


def _texts_stating(dataset: Store, links: Iterable[JudgedLink]) -> frozenset[str]:
    """Return the texts that state some of ``links``."""
    return frozenset(
        ld.sha_of(quad.graph_name)
        for link in links
        for predicate in ld.predicates_named(link.relation)
        for quad in dataset.quads_for_pattern(
            None, ld.STATES, ld.claim_node(link.subject, predicate.value, link.object), None
        )
        if isinstance(quad.graph_name, NamedNode)
        and quad.graph_name not in (ld.INFERRED_GRAPH, ld.DECISIONS_GRAPH)
    )


def _texts_with_added_words(dataset: Store) -> frozenset[str]:
    """Return the texts whose words people took to state a link."""
    return frozenset(
        ld.sha_of(where.object)
        for quad in dataset.quads_for_pattern(None, ld.EVIDENCE, None, ld.DECISIONS_GRAPH)
        if isinstance(quad.object, NamedNode)
        for where in dataset.quads_for_pattern(quad.object, ld.IN_TEXT, None, None)
        if isinstance(where.object, NamedNode)
    )
