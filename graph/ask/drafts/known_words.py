"""The words of the collection that tell what is known of a document, and the file that has them."""

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from graph.ask.drafts.finding import NOTHING_QUOTED
from graph.ask.drafts.holders import Holder
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.read.links import Links
from graph.values import Quote
from ontology.dates import PartialDate, partial_date
from ontology.spelling import slug


def words_that_tell(documents: Documents, holder: Holder, name: str, value: str) -> Quote:
    """Return the passage that best tells a field of a document.

    The shortest that prints the value; where none does, one that prints the number, in its own
    text before others. The table of known documents has no words, and its name for a file.
    """
    graphs = holder.graphs(name, value)
    own = holder.record.own
    passages = [
        (not _prints(quote.quote, name, value), graph not in own, len(quote.quote), quote)
        for graph in graphs
        for quote in _passages(documents, holder.record.iri, graph)
    ]
    if passages:
        return min(passages, key=lambda found: (*found[:3], found[3].text, found[3].start))[3]
    tables = sorted(filter(None, map(documents.text_name, graphs)))
    if not tables:
        return NOTHING_QUOTED
    return Quote(quote=value, text=tables[0], start=0, end=0)


def _passages(documents: Documents, iri: str, graph: str) -> Iterator[Quote]:
    """Yield what a text quotes of a document: where it is mentioned, and where links are stated."""
    assertions = Links(documents).assertions
    where = NamedNode(graph)
    dataset = documents.dataset
    nodes: list[NamedNode] = list(
        _named(
            q.subject for q in dataset.quads_for_pattern(None, ld.REFERS_TO, NamedNode(iri), where)
        )
    )
    for end in (ld.SUBJECT, ld.OBJECT):
        for link in _named(
            q.subject for q in dataset.quads_for_pattern(None, end, NamedNode(iri), where)
        ):
            evidence = dataset.quads_for_pattern(link, ld.EVIDENCE, None, where)
            nodes += _named(quad.object for quad in evidence)
    for node in nodes:
        yield assertions.quote(node)


def _named(terms: Iterable[object]) -> Iterator[NamedNode]:
    return (term for term in terms if isinstance(term, NamedNode))


def _prints(words: str, name: str, value: str) -> bool:
    if name != "date":
        return slug(value) in slug(words)
    day = partial_date(value)
    return _date_pattern(day).search(words) is not None if day else False


def _date_pattern(day: PartialDate) -> re.Pattern[str]:
    numbers = [part.lstrip("0") for part in reversed(day.split("-"))]
    return re.compile(r"\D{1,9}".join(rf"(?<!\d)0?{number}(?!\d)" for number in numbers))
