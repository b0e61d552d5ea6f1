"""What carries out a document is the same out of the tables as out of the graph."""

import sqlite3
from collections import Counter
from pathlib import Path

from graph.ask.plans import first_plans, plans_of
from graph.opening import open_store, open_tables
from graph.read.collection import collect
from graph.read.documents import Documents
from graph.tables.tabled_documents import TabledDocuments
from ontology.documents.relation import Relation
from tests.graph.made import KL_69, Link, document, reading, store_of


def test_the_first_plans_are_those_of_the_graph(store: Path) -> None:
    opened = open_store(store)
    tables = open_tables(opened)
    most = 0
    for each in collect(opened).documents:
        rows = plans_of(opened, each.found.iri)
        most = max(most, len(rows))
        levels = Counter(row.document.level for row in rows)
        for shown in (3, 1000):
            first = first_plans(opened, tables, each.found.iri, shown)
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


def test_the_order_is_that_of_iris_whatever_the_ids(tmp_path: Path) -> None:
    """A document that came later has the next id; two ways of one length lead from the third."""
    plans = [
        document(f"{n}-KH/TU", f"lai-chau.tu/nk2020/kh-tu/{n}", kind="Kế hoạch", place="lai-chau")
        for n in (1, 2, 3)
    ]
    links = [("1-KH/TU", KL_69.key), ("2-KH/TU", KL_69.key), ("3-KH/TU", "1-KH/TU")]
    links.append(("3-KH/TU", "2-KH/TU"))
    said = [Link(upper, Relation.IMPLEMENTS, lower, "thực hiện") for upper, lower in links]
    opened = store_of(tmp_path / "store", reading("a.txt", plans[0], [KL_69, *plans[1:]], said))
    copy = sqlite3.connect(":memory:")
    open_tables(opened).backup(copy)
    copy.executescript(
        "UPDATE documents SET id = -id; UPDATE edges SET subject = -subject, object = -object"
    )
    rows = plans_of(opened, KL_69.iri)
    assert len(rows) == 3
    assert first_plans(opened, copy, KL_69.iri, 1000).rows == rows
