"""What people decided, as it was applied to a graph: what has to be undone where it changes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import Quad

from graph.decisions.judgements import Judgements
from graph.facts.link_judgements import LinkJudgements
from graph.identity.resolution import Resolutions
from graph.rdf import vocabulary as ld


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What decisions are in a graph beside what they say of themselves.

    ``moved`` says what documents of texts mean by what people decided, ``link_judgements`` what
    became of links; ``named`` are the hashes of the texts that are to be merged or split;
    ``declared`` is what decisions alone say of things that many texts name.
    """

    moved: Resolutions = field(default_factory=dict)
    link_judgements: LinkJudgements = field(default_factory=dict)
    named: frozenset[str] = frozenset()
    declared: frozenset[Quad] = frozenset()


def applied_of(judged: Judgements, facts: Iterable[Quad]) -> Applied:
    """Return what has to be remembered of decisions that state ``facts``."""
    return Applied(
        moved=judged.moved,
        link_judgements=judged.link_judgements,
        named=frozenset(filter(None, (each.sha for each in judged.judgements))),
        declared=frozenset(fact for fact in facts if fact.graph_name == ld.DOCUMENTS_GRAPH),
    )
