"""What the collection holds that may meet a duty, and of which bodies it holds anything at all."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from graph.ask.sparql import select
from graph.rdf import vocabulary as ld
from graph.store.disk import GraphStore
from ontology.dates import PartialDate, partial_date
from ontology.documents.relation import Relation

_PREFIXES = f"PREFIX ld: <{ld.NS}> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
_REVIEWS = {
    "interim": (ld.SUMMARIZES_INTERIM,),
    "final": (ld.SUMMARIZES_FINAL,),
    "": (ld.SUMMARIZES_INTERIM, ld.SUMMARIZES_FINAL, ld.relation_node(Relation.SUMMARIZES)),
}
_CHANGING = tuple(
    ld.relation_node(relation)
    for relation in (Relation.AMENDS, Relation.REPLACES, Relation.REPEALS)
)
_ANSWERING = (*ld.CARRYING_OUT, *_REVIEWS[""], *_CHANGING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """A document that is related to what a duty is about, by ``predicate``."""

    iri: str
    predicate: str
    about: str
    type: str
    date: PartialDate
    held: bool

    @property
    def series(self) -> str:
        """The register that its number is from, empty where it is not known."""
        return series_of(self.iri)


@dataclass(frozen=True, slots=True)
class Holdings:
    """``answering`` by what it is about; ``days`` of documents held, in order, by register."""

    answering: Mapping[str, tuple[Answering, ...]]
    days: Mapping[str, tuple[date, ...]]

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


def series_of(iri: str) -> str:
    """Return the register of a document by its IRI, empty for a reference that is open.

    >>> series_of("https://w3id.org/luocdo/id/doc/lai-chau.tu/nk2020/kl-tu/69")
    'lai-chau.tu'
    """
    if not iri.startswith(ld.DOCUMENT_BASE):
        return ""
    return iri.removeprefix(ld.DOCUMENT_BASE).partition("/")[0]


def predicates_for(expects: str, review: str) -> tuple[str, ...]:
    """Return by which properties a document does what a duty expects."""
    nodes = {
        "issue": ld.CARRYING_OUT,
        "report": (*_REVIEWS[""], *ld.CARRYING_OUT),
        "review": _REVIEWS[review],
        "change": _CHANGING,
    }[expects]
    return tuple(node.value for node in nodes)


def _answering(store: GraphStore, target: str, pattern: str) -> Iterator[tuple[str, Answering]]:
    """Yield what is related to what duties are about, or to what ``pattern`` leads to from it."""
    variables = " ".join(dict.fromkeys(("?about", target)))
    values = " ".join(f"<{node.value}>" for node in _ANSWERING)
    query = f"""SELECT DISTINCT {variables} ?answer ?relation ?type ?date ?text WHERE {{
      {{ SELECT DISTINCT ?about WHERE {{ ?duty a ld:Duty ; ld:about ?about }} }}
      {pattern} .
      VALUES ?relation {{ {values} }}
      ?answer ?relation {target} ; ld:docType ?kind . ?kind skos:prefLabel ?type .
      OPTIONAL {{ ?answer ld:shownDate ?date }}
      OPTIONAL {{ ?answer ld:hasText ?text }}
    }}"""
    known: set[tuple[str, str, str, str]] = set()
    answer = select(store, _PREFIXES + query)
    for row in answer.rows:
        said = dict(zip(answer.variables, row, strict=True))
        about, iri = str(said["about"]), str(said["answer"])
        key = (about, iri, str(said["relation"]), str(said["type"]))
        if key in known:
            continue
        known.add(key)
        yield (
            about,
            Answering(
                iri=iri,
                predicate=key[2],
                about=str(said[target[1:]]),
                type=key[3],
                date=partial_date(str(said["date"] or "")),
                held=said["text"] is not None,
            ),
        )


def holdings_of(store: GraphStore) -> Holdings:
    """Read what may meet any duty of the graph: each question is asked once for all of them."""
    answering: defaultdict[str, list[Answering]] = defaultdict(list)
    for about, reached in (
        ("?about", "?about a ld:Document"),
        # Who carries out the plan behind a decision carries out the decision.
        ("?reached", "?about ld:issuesPlan ?reached"),
    ):
        for asked, found in _answering(store, about, reached):
            answering[asked].append(found)
    held: defaultdict[str, list[date]] = defaultdict(list)
    texts = "SELECT DISTINCT ?held ?date WHERE { ?held ld:hasText ?text ; ld:shownDate ?date }"
    for document, day in select(store, _PREFIXES + texts).rows:
        whole = partial_date(str(day)).earliest
        if whole:
            held[series_of(str(document))].append(whole)
    return Holdings(
        {about: tuple(found) for about, found in answering.items()},
        {series: tuple(sorted(days)) for series, days in held.items()},
    )
