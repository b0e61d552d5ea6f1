"""What the graph must say of the report that the project began with."""

from pathlib import Path

import pytest

from graph.ask.checks import run_checks
from graph.ask.plans import document_view, plans_of
from graph.build.run import build
from graph.opening import open_store
from graph.store.disk import GraphStore
from graph.typed.meaning import document_named, documents_named


@pytest.fixture(scope="module")
def store(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    directory = tmp_path_factory.mktemp("sample") / "store"
    report = build([shared / "gold" / "426-BC-HU.md"], directory)
    assert report.failures == ()
    return open_store(directory)


def test_one_number_of_two_congresses_is_two_documents(store: GraphStore) -> None:
    found = documents_named(store, "25-nq/tw")
    assert [(document.selector, document.term) for document in found] == [
        ("25-NQ/TW@X", "X"),
        ("25-NQ/TW@XI", "XI"),
    ]
    carried_out = {
        document.term: [row.document.number for row in plans_of(store, document.iri, direct=True)]
        for document in found
    }
    assert carried_out["X"] == ["80-KL/TW"]
    assert "43-KL/TW" in carried_out["XI"]


def test_the_district_plan_carries_out_the_conclusion_and_the_scheme_behind_it(
    store: GraphStore,
) -> None:
    conclusion = document_named(store, "69-kl/tu")
    assert conclusion.place == "lai-chau"
    row = plans_of(store, conclusion.iri, local=True)[0]
    assert (row.document.number, row.document.place) == ("61-KH/HU", "lai-chau.tam-duong")
    assert "thực hiện Kết luận 69-KL/TU" in row.steps[0].quote
    schemes = [step.object for step in document_view(store, conclusion.iri).outgoing]
    assert any("dân vận trong vùng đồng bào dân tộc thiểu số" in scheme.title for scheme in schemes)
    chains = [
        row.steps
        for scheme in schemes
        for row in plans_of(store, scheme.iri)
        if len(row.steps) == 2
    ]
    assert any(steps[0].subject.number == "61-KH/HU" for steps in chains)


def test_the_report_summarizes_what_it_reviews(store: GraphStore) -> None:
    reviews = {
        step.object.selector: (step.review, step.years)
        for step in document_view(store, document_named(store, "426-BC/HU").iri).outgoing
        if step.relation == "summarizes"
    }
    assert {"69-KL/TU", "43-KL/TW", "217-QĐ/TW", "218-QĐ/TW", "25-NQ/TW@XI"} <= set(reviews)
    assert reviews["69-KL/TU"][0] == "interim"


def test_plans_of_two_bodies_with_one_number_are_two(store: GraphStore) -> None:
    assert document_named(store, "159-KH/HU").iri != document_named(store, "159-KH/BCĐ").iri


def test_two_claimed_issuers_are_reported(store: GraphStore) -> None:
    assert len(documents_named(store, "124-QĐ/TW")) == 1
    assert [
        finding.subject for finding in run_checks(store) if finding.rule == "conflicting-issuers"
    ] == ["124-QĐ/TW"]
    assert not [finding for finding in run_checks(store) if finding.rule.startswith("quote")]
