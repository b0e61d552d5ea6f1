"""What the collection holds that may meet a duty, and of which bodies it holds anything at all."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Final

from graph.ask.sparql import select
from graph.rdf import vocabulary as ld
from graph.store.disk import GraphStore
from ontology.dates import NO_DATE, PartialDate, partial_date
from ontology.documents.relation import Relation

_PREFIXES: Final = f"PREFIX ld: <{ld.NS}> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
_REVIEWS: Final = {
    "interim": (ld.SUMMARIZES_INTERIM,),
    "final": (ld.SUMMARIZES_FINAL,),
    "": (ld.SUMMARIZES_INTERIM, ld.SUMMARIZES_FINAL, ld.relation_node(Relation.SUMMARIZES)),
}
_OTHER_REVIEW: Final = {
    "interim": ld.SUMMARIZES_FINAL.value,
    "final": ld.SUMMARIZES_INTERIM.value,
}
_CHANGING: Final = tuple(
    ld.relation_node(relation)
    for relation in (Relation.AMENDS, Relation.REPLACES, Relation.REPEALS)
)
MEETING: Final = (*ld.CARRYING_OUT, *_REVIEWS[""], *_CHANGING)
"""The properties by which a document may do what is owed."""
_STATED: Final = " ".join(
    f"<{node.value}>" for node in ld.RELATION_NAMES if node is not ld.CARRIES_OUT
)
_CARRYING: Final = frozenset(node.value for node in ld.CARRYING_OUT)
_RELATED: Final = f"""SELECT DISTINCT ?about (?about AS ?through) ?relation ?answer WHERE {{
  {{ SELECT DISTINCT ?about WHERE {{ ?duty a ld:Duty ; ld:about ?about }} }}
  VALUES ?relation {{ {_STATED} }}
  ?answer ?relation ?about .
}}"""
# Who carries out the plan behind a decision carries out the decision.
_RELATED_TO_PLAN: Final = f"""SELECT DISTINCT ?about ?through ?relation ?answer WHERE {{
  {{ SELECT DISTINCT ?about WHERE {{ ?duty a ld:Duty ; ld:about ?about }} }}
  ?about ld:issuesPlan ?through .
  VALUES ?relation {{ {_STATED} }}
  ?answer ?relation ?through .
}}"""
_ABOVE: Final = f"""SELECT DISTINCT ?document ?above WHERE {{
  VALUES ?relation {{ {" ".join(f"<{node}>" for node in sorted(_CARRYING))} }}
  ?document ?relation ?above .
}}"""
_ISSUED: Final = "SELECT DISTINCT ?decision ?plan WHERE { ?decision ld:issuesPlan ?plan }"
_ORDERED_ABOUT: Final = "SELECT DISTINCT ?about WHERE { ?duty a ld:Duty ; ld:about ?about }"
_PAPERS: Final = """SELECT DISTINCT ?document ?type ?date WHERE {
  ?document ld:docType ?kind . ?kind skos:prefLabel ?type . FILTER(LANG(?type) = "vi")
  OPTIONAL { ?document ld:shownDate ?date }
}"""
_HELD: Final = "SELECT DISTINCT ?document WHERE { ?document ld:hasText ?text }"


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that may meet a duty, its types as printed; ``held`` where it was read."""

    iri: str
    types: tuple[str, ...]
    date: PartialDate
    held: bool


@dataclass(frozen=True, slots=True)
class Answering:
    """A paper that is related to what a duty is about, by ``predicate``.

    ``about`` is what it is related to: that document, or the plan that it issues.
    """

    paper: Paper
    predicate: str
    about: str


@dataclass(frozen=True, slots=True)
class Holdings:
    """What is held and cited, for all duties of a graph.

    ``answering`` holds papers by what duties are about and by their register; ``days`` the days of
    documents held, in order, by register; ``reaching`` those papers that carry out what duties are
    about over other plans alone, as ``answering`` does and in the order of IRIs.
    """

    answering: Mapping[tuple[str, str], Sequence[Answering]]
    days: Mapping[str, tuple[date, ...]]
    reaching: Mapping[tuple[str, str], tuple[Paper, ...]] = field(default_factory=dict)

    def holds_any(self, series: Iterable[str], since: PartialDate, until: date) -> bool:
        """Tell whether the text of any document of these registers is held, of that time."""
        first = since.earliest
        if first is None:
            return False
        for register in series:
            days = self.days.get(register, ())
            at = bisect_left(days, first)
            if at < len(days) and days[at] <= until:
                return True
        return False


def _days_held(papers: Iterable[Paper]) -> dict[str, tuple[date, ...]]:
    """Return the days of the papers that are held, in order, by their register."""
    held: defaultdict[str, list[date]] = defaultdict(list)
    for paper in papers:
        whole = paper.date.earliest
        if paper.held and whole:
            held[series_of(paper.iri)].append(whole)
    return {series: tuple(sorted(days)) for series, days in held.items()}


def over_others(
    reached: Mapping[tuple[str, str], Sequence[Paper]],
    answering: Mapping[tuple[str, str], Sequence[Answering]],
) -> dict[tuple[str, str], tuple[Paper, ...]]:
    """Return of papers that carry out something those that are not related to it themselves."""
    found: dict[tuple[str, str], tuple[Paper, ...]] = {}
    for key, papers in reached.items():
        related = {answer.paper.iri for answer in answering.get(key, ())}
        if left := tuple(paper for paper in papers if paper.iri not in related):
            found[key] = left
    return found


def reaching(
    about: Iterable[str], below: Mapping[str, Iterable[str]], papers: Mapping[str, Paper]
) -> dict[tuple[str, str], tuple[Paper, ...]]:
    """Return the papers that carry out some documents, by these and by their register.

    ``below`` tells of each document what carries it out, or is one deed with it.
    """
    found: defaultdict[tuple[str, str], list[Paper]] = defaultdict(list)
    for top in about:
        seen: set[str] = set()
        waiting = [top]
        while waiting:
            more = [iri for iri in below.get(waiting.pop(), ()) if iri not in seen]
            seen.update(more)
            waiting += more
        for iri in sorted(seen - {top}):
            if iri in papers:
                found[top, series_of(iri)].append(papers[iri])
    return {key: tuple(each) for key, each in found.items()}


def series_of(iri: str) -> str:
    """Return the register of a document by its IRI, empty for a reference that is open.

    >>> series_of("https://w3id.org/luocdo/id/doc/lai-chau.tu/nk2020/kl-tu/69")
    'lai-chau.tu'
    """
    if not iri.startswith(ld.DOCUMENT_BASE):
        return ""
    return iri.removeprefix(ld.DOCUMENT_BASE).partition("/")[0]


@cache
def predicates_for(expects: str, review: str) -> tuple[str, ...]:
    """Return by which properties a document does what a duty expects."""
    nodes = {
        "issue": ld.CARRYING_OUT,
        "report": (*_REVIEWS[""], *ld.CARRYING_OUT),
        "review": _REVIEWS[review],
        "change": _CHANGING,
    }[expects]
    return tuple(node.value for node in nodes)


def reviews_otherwise(review: str, predicate: str) -> bool:
    """Tell whether a document is a review of the other kind: an interim one is no final one."""
    return predicate == _OTHER_REVIEW.get(review)


def holdings_of(store: GraphStore) -> Holdings:
    """Read what may meet any duty of the graph: each question is asked once for all of them."""
    issued: defaultdict[str, list[str]] = defaultdict(list)
    for decision, plan in _asked(store, _ISSUED):
        issued[decision].append(plan)
    papers = {paper.iri: paper for paper in _papers(store, issued)}
    below: defaultdict[str, set[str]] = defaultdict(set)
    for document, target in _asked(store, _ABOVE):
        below[target].add(document)
    # A plan and the decision behind which it stands are one deed.
    for decision, plans in issued.items():
        below[decision].update(plans)
        for plan in plans:
            below[plan].add(decision)
    about = (each for (each,) in _asked(store, _ORDERED_ABOUT))
    answering = _answering(store, papers)
    reached = reaching(about, below, papers)
    return Holdings(answering, _days_held(papers.values()), over_others(reached, answering))


def _answering(
    store: GraphStore, papers: Mapping[str, Paper]
) -> dict[tuple[str, str], tuple[Answering, ...]]:
    found: defaultdict[tuple[str, str], list[Answering]] = defaultdict(list)
    related = {row for query in (_RELATED, _RELATED_TO_PLAN) for row in _asked(store, query)}
    # That a document is a review follows from its being an interim or a final one, and says less.
    wider = {
        (about, through, ld.SUMMARIZES.value, answer)
        for about, through, relation, answer in related
        if relation in _OTHER_REVIEW.values()
    }
    for about, through, relation, answer in sorted(related - wider):
        if answer in papers:
            found[about, series_of(answer)].append(Answering(papers[answer], relation, through))
    return {key: tuple(answers) for key, answers in found.items()}


def _papers(store: GraphStore, issued: Mapping[str, Iterable[str]]) -> Iterator[Paper]:
    """Yield every document with a type; a plan is in the text of the decision that issues it."""
    held = {document for (document,) in _asked(store, _HELD)}
    held |= {plan for decision, plans in issued.items() if decision in held for plan in plans}
    types: defaultdict[str, list[str]] = defaultdict(list)
    days: dict[str, str] = {}
    for document, kind, day in _asked(store, _PAPERS):
        types[document].append(kind)
        days[document] = day
    for document, kinds in types.items():
        day = partial_date(days[document]) if days[document] else NO_DATE
        yield Paper(document, tuple(sorted(kinds)), day, document in held)


def _asked(store: GraphStore, query: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of an answer as words, empty where something is not known."""
    for row in select(store, _PREFIXES + query).rows:
        yield tuple("" if value is None else str(value) for value in row)
