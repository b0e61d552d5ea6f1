"""Which documents are carried out most, and at how many places, for a page to begin with."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from graph.read.collection import Collected, CollectedLink
from ontology.documents.relation import CARRIES_OUT

_MOST: Final = 200
_WEIGHED: Final = 1_000
"""Of how many the places are counted: those that most documents carry out themselves."""


def most_carried_out(
    documents: Sequence[Collected], links: Sequence[CollectedLink], ids: Mapping[str, int]
) -> list[list[int]]:
    """Return the id of each directive, how many carry it out itself, and at how many places.

    The places are those of all that carry it out, step by step; inferred links do not count.
    """
    carriers: defaultdict[int, set[int]] = defaultdict(set)
    for link in links:
        if link.best.relation in CARRIES_OUT and link.key.subject != link.key.object:
            carriers[ids[link.key.object]].add(ids[link.key.subject])
    counts = Counter({directive: len(plans) for directive, plans in carriers.items()})
    ranked = sorted(counts, key=lambda directive: (-counts[directive], directive))
    rows = [[each, counts[each], _places(each, carriers, documents)] for each in ranked[:_WEIGHED]]
    return sorted(rows, key=lambda row: (-row[2], -row[1], row[0]))[:_MOST]


def _places(
    directive: int, carriers: Mapping[int, set[int]], documents: Sequence[Collected]
) -> int:
    """Return at how many places documents carry one out, through others, too."""
    seen, edge = {directive}, {directive}
    while edge:
        edge = {plan for each in edge for plan in carriers.get(each, ())} - seen
        seen |= edge
    found = {documents[plan].found.place for plan in seen - {directive}}
    return len(found - {""})
