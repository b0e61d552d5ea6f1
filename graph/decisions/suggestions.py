"""The lines that settle open matters: how a line names documents, so that it means them for long.

A selector is as short as the documents of today allow, and may mean two tomorrow. What stands in a
file of decisions is read again on every build, so it says all that makes the document.
"""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Final

from pyoxigraph import Literal, NamedNode

from graph.decisions.file import COLUMNS
from graph.decisions.kinds import Kind
from graph.identity.numbers import number_key
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.read.lookup import lasting_name, matching
from graph.values import Found
from ontology.documents.known_documents import all_known_documents
from ontology.documents.relation import Relation


def line(**cells: str) -> str:
    """Return a line of a file of decisions with ``cells``, those that are missing left empty.

    A line without a quote leaves its column off, so that it fits a file without the column.

    >>> line(decision="merge", subject="25-NQ/TW", object="tw/k11/nq-tw/25")
    ',,merge,25-NQ/TW,,tw/k11/nq-tw/25,,'
    """
    text = StringIO()
    columns = COLUMNS if cells.get("quote") else COLUMNS[:-1]
    csv.writer(text, lineterminator="").writerow([cells.get(column, "") for column in columns])
    return text.getvalue()


ADD_LINE: Final = line(
    who="WHO",
    when="2026-01-31",
    decision=Kind.ADD,
    subject="52-KH/HU",
    relation=Relation.IMPLEMENTS,
    object="69-KL/TU@lai-chau",
    text="52-kh-hu.txt",
    why="WHY",
    quote="thực hiện Kết luận số 69-KL/TU",
)
"""An example of a line that adds a link."""


def reference_cells(documents: Documents, found: Found, texts: Sequence[str]) -> tuple[str, str]:
    """Return the subject and the text by which a line means an open reference.

    The number, in the one text that has the reference, means it even when that text is corrected;
    its IRI does not, but is all there is for one of several texts or of several namesakes.
    """
    if len(texts) == 1 and f"{found.number}{texts[0]}".isprintable():
        meant = set(matching(documents, found.number))
        if meant & _of_text(documents, found.iri) == {found.iri}:
            return found.number, texts[0]
    return found.iri, ""


def candidates(documents: Documents, keys: Sequence[str]) -> Iterator[str]:
    """Yield the known documents that bear one of the keys of an open reference, in order."""
    iris = sorted({iri for key in keys for iri in documents.having_key(key)})
    written = documents.lasting(iris)
    for iri in iris:
        name = written.get(iri) or lasting_name(documents, documents.found(iri))
        if name != iri:
            yield name
    for listed in all_known_documents():
        numbered = number_key(listed.id.number, listed.id.symbol)
        if numbered in keys and not documents.exists(listed.id.iri):
            yield str(listed.id)


def keys_of(documents: Documents, iri: str) -> tuple[str, ...]:
    """Return the keys of the number or the name of a reference, but for a number alone."""
    quads = documents.dataset.quads_for_pattern(NamedNode(iri), ld.SEARCH_KEY, None, None)
    keys = {quad.object.value for quad in quads if isinstance(quad.object, Literal)}
    return tuple(sorted(key for key in keys if not key.isdigit()))


def _of_text(documents: Documents, iri: str) -> set[str]:
    """Return all documents that the texts mention which mention this one."""
    dataset = documents.dataset
    graphs = {
        quad.graph_name
        for quad in dataset.quads_for_pattern(None, ld.REFERS_TO, NamedNode(iri), None)
    }
    return {
        quad.object.value
        for graph in graphs
        for quad in dataset.quads_for_pattern(None, ld.REFERS_TO, None, graph)
        if isinstance(quad.object, NamedNode)
    }
