"""What carries out a document is the same out of the tables as out of the graph."""

from collections import Counter
from pathlib import Path

from graph.ask.plans import first_plans, plans_of
from graph.opening import open_store, open_tables
from graph.read.collection import collect
from graph.read.documents import Documents
from graph.tables.tabled_documents import TabledDocuments


def test_the_first_plans_are_those_of_the_graph(store: Path) -> None:
    opened = open_store(store)
    tables = open_tables(opened)
    most = 0
    for document in collect(opened).documents:
        rows = plans_of(opened, document.found.iri)
        most = max(most, len(rows))
        levels = Counter(row.document.level for row in rows)
        for shown in (3, 1000):
            first = first_plans(opened, tables, document.found.iri, shown)
            assert (first.count, first.rows, first.levels) == (len(rows), rows[:shown], levels)
    assert most > 3


def test_rows_are_those_of_the_graph(store: Path) -> None:
    opened = open_store(store)
    read, tabled = Documents(opened.dataset), TabledDocuments(opened.dataset, open_tables(opened))
    iris = [document.found.iri for document in collect(opened).documents]
    tabled.fetch(iris[:2])
    for iri in iris:
        assert tabled.found(iri) == read.found(iri)
        assert read.own(iri) == read.record(iri).own == tabled.own(iri)
    assert tabled.found("https://w3id.org/luocdo/id/doc/tw/k12/kl-tw/9999").mentions == 0
