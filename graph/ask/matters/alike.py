"""Schemes of one place that may be one under two names, and that no rule could tell."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
from itertools import combinations

from pyoxigraph import Literal, NamedNode

from graph.identity.schemes import SchemeName, may_be_one, scheme_name
from graph.rdf import vocabulary as ld
from graph.read.conflicts import conflict
from graph.read.documents import Documents
from graph.read.record import Record
from graph.values import Found
from ontology.institutions.periods import NAMED

_OPENING = 4
"""How many syllables a name shares at least with one that it goes on from."""


def alike_schemes(documents: Documents) -> Iterator[tuple[Found, Found]]:
    """Yield the pairs of schemes that may be one, the longer name second.

    A name that two others may continue is no pair: which of them it is, nothing tells. Nor are two
    documents that texts, or a person, give different dates or issuers.
    """
    names: defaultdict[str, dict[str, list[SchemeName]]] = defaultdict(dict)
    quads = documents.dataset.quads_for_pattern(None, ld.PERIOD, Literal(NAMED), ld.DOCUMENTS_GRAPH)
    for iri in sorted({q.subject.value for q in quads if isinstance(q.subject, NamedNode)}):
        record = documents.record(iri)
        identity = record.identity
        if identity and (own := _names(record)):
            names[identity.series][iri] = own
    for series in sorted(names):
        pairs = sorted(_pairs(names[series]))
        met = Counter(iri for pair in pairs for iri in pair)
        for pair in pairs:
            if max(met[iri] for iri in pair) == 1 and not _conflict(documents, *pair):
                short, long = sorted(pair, key=lambda iri: (len(iri), iri))
                yield documents.found(short), documents.found(long)


def _pairs(names: Mapping[str, list[SchemeName]]) -> set[tuple[str, str]]:
    """Return which of the documents may be one, looking only at those that share some words."""
    shelves: defaultdict[Hashable, set[str]] = defaultdict(set)
    for iri, own in names.items():
        for name in own:
            shelves[name.telling].add(iri)
            shelves[tuple(name.words.split("-")[:_OPENING])].add(iri)
    return {
        (iri, other)
        for shelf in shelves.values()
        for iri, other in combinations(sorted(shelf), 2)
        if any(may_be_one(a, b) for a in names[iri] for b in names[other])
    }


def _names(record: Record) -> list[SchemeName]:
    """Return the names that texts give a document; the one that a person gave, if there is one."""
    titles = record.stated.get("title", {})
    decided = [title for title in titles if ld.DECISIONS_GRAPH.value in titles[title]]
    found = (scheme_name(record.best("type"), title) for title in decided or titles)
    return [name for name in found if name]


def _conflict(documents: Documents, *iris: str) -> bool:
    """Tell whether texts, or a person, give the documents what one document cannot have."""
    records = [documents.record(iri) for iri in iris]
    return any(
        conflict(field, {value for r in records for value in r.stated.get(field, ())}, place)
        for field in ("date", "issuer")
        for place in {record.place for record in records}
    )
