"""Rows that are made of each text alone are those that its dataset gives."""

import sqlite3
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest
from pyoxigraph import Store

from graph.build.readings import ReadingCache
from graph.facts.texts import text_facts
from graph.opening import open_store
from graph.store.dataset import local_copy
from graph.store.disk import readings_path
from graph.store.versions import reader_version
from graph.tables.database import tables_path
from graph.tables.of_texts.few_facts import FewFacts
from graph.tables.writing import tables_in_memory
from ontology.documents.relation import Relation
from tests.graph.made import KH_61, KL_69, Link, reading

ROWS = ("statements", "duties", "files", "edges")


def rows_in(tables: sqlite3.Connection, name: str) -> list[str]:
    return sorted(map(repr, tables.execute(f"SELECT * FROM {name}")))


def dataset_of_a_text() -> Store:
    """What one text says that implements a document."""
    link = Link(KH_61.key, Relation.IMPLEMENTS, KL_69.key, "thực hiện 69")
    text = reading("61.txt", KH_61, [KL_69], [link])
    dataset = Store()
    dataset.extend(text_facts(text, {}, ["61.txt"], ("r", datetime(2026, 1, 1, tzinfo=UTC))))
    return dataset


def test_the_tables_of_a_build_are_those_of_its_dataset(store: Path) -> None:
    opened = open_store(store)
    cache = ReadingCache(readings_path(store), reader_version())
    again = tables_in_memory(local_copy(opened.dataset), cache.source)
    with sqlite3.connect(tables_path(store, opened.state.graph)) as built:
        for name in ROWS:
            found = rows_in(built, name)
            assert len(found) > 1, name
            assert found == rows_in(again, name), name
    built.close()


def test_few_facts_are_looked_up_as_those_of_a_dataset() -> None:
    dataset = dataset_of_a_text()
    few = FewFacts(dataset)
    assert len(dataset) > 20
    for fact in dataset:
        asked = product(
            (fact.subject, None),
            (fact.predicate, None),
            (fact.object, None),
            (fact.graph_name, None),
        )
        for subject, predicate, target, graph in asked:
            if subject or predicate:
                expected = set(dataset.quads_for_pattern(subject, predicate, target, graph))
                found = few.quads_for_pattern(subject, predicate, target, graph)
                assert set(found) == expected


def test_few_facts_are_not_listed() -> None:
    with pytest.raises(ValueError, match="a subject or a property"):
        next(FewFacts([]).quads_for_pattern(None, None, None))
