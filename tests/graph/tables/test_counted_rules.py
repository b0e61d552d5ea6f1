"""What the tables find for a rule is what its query in SPARQL finds."""

from dataclasses import replace
from pathlib import Path

import pytest

from graph.ask.checks import Finding, run_checks
from graph.opening import open_store
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore
from graph.tables.counting import counted_rules, rule_rows
from graph.tables.database import tables_path
from graph.tables.writing import write_tables
from ontology.documents.relation import Relation
from ontology.level import Level
from tests.graph.made import DAN_VAN, Link, document, reading, store_of

HU = "lai-chau.tam-duong.hu"
# Numbers of one register in disorder; the days of 3, 5 and 6 are no whole ones or not known.
DATED = {
    "1": ["2021-05-01"],
    "2": ["2021-04-01"],
    "3": ["2021-03"],
    "4": ["2021-03-15"],
    "5": [],
    "6": ["2021"],
    "7a": ["2021-06-01"],
    "7b": ["2021-03-01"],
    "8": ["2021-05-05"],
}


def store_with_faults(folder: Path) -> GraphStore:
    """A store with numbers in disorder, a circle, one with a tail, and two documents that agree."""
    plans = [
        document(f"{number}-KH/HU", f"{HU}/nk2020/kh-hu/{number}", dates=days, level=Level.DISTRICT)
        for number, days in DATED.items()
    ]
    twins = [
        document("9-KH/HU", f"{HU}/{period}/kh-hu/9", dates=[day])
        for period, day in [("nk2020", "2021-07-01"), ("2021", "2021-07-01"), ("2022", "2022")]
    ]
    keys = [plan.key for plan in plans]
    circle = [
        Link(keys[0], Relation.IMPLEMENTS, keys[1], "thực hiện 2"),
        Link(keys[1], Relation.CONTINUES, keys[2], "tiếp tục 3"),
        Link(keys[2], Relation.GUIDES, keys[0], "hướng dẫn 1"),
        Link(keys[3], Relation.IMPLEMENTS, keys[0], "thực hiện 1"),
        Link(keys[0], Relation.IMPLEMENTS, DAN_VAN.key, "thực hiện 25"),
    ]
    return store_of(
        folder,
        reading("a.txt", plans[0], [*plans[1:], DAN_VAN, twins[0]], circle),
        *(reading(f"{number}.txt", twin) for number, twin in enumerate(twins)),
    )


def found_by(store: GraphStore, rule: str) -> list[Finding]:
    return [finding for finding in run_checks(store) if finding.rule == rule]


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    store = store_with_faults(tmp_path_factory.mktemp("faulty"))
    path = tables_path(store.directory, store.state.graph)
    write_tables(path, local_copy(store.dataset), lambda sha: None)
    return store


@pytest.mark.parametrize("rule", sorted(counted_rules()))
def test_same_findings(faulty: GraphStore, rule: str, tmp_path: Path) -> None:
    counted = found_by(faulty, rule)
    assert counted
    assert counted == found_by(replace(faulty, directory=tmp_path), rule)


def test_same_findings_on_the_demo_corpus(store: Path, tmp_path: Path) -> None:
    graph = open_store(store)
    assert run_checks(graph) == run_checks(replace(graph, directory=tmp_path))


def test_other_rules_are_asked_in_sparql(faulty: GraphStore) -> None:
    assert rule_rows(faulty, "self-link") is None
