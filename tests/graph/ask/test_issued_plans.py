"""The plan behind a decision: one row, one document on the way, whatever text names which."""

from pathlib import Path

import pytest

from graph.ask.competency import ask
from graph.ask.plans import plans_of
from graph.store.disk import GraphStore
from graph.typed.meaning import document_named
from graph.words.labels import name_of
from ontology.documents.relation import Relation
from ontology.level import Level
from tests.graph.made import (
    DAN_VAN,
    DECISION,
    KH_61,
    KH_141,
    PLAN,
    Link,
    document,
    reading,
    store_of,
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    """25-NQ/TW <- Kế hoạch dân vận, issued by 812/QĐ-UBND <- 61-KH/HU (of the decision)."""
    texts = [
        reading(
            "812.txt",
            DECISION,
            [PLAN, DAN_VAN],
            [
                Link("812/QĐ-UBND", Relation.PROMULGATES, PLAN.key, "Ban hành Kế hoạch dân vận"),
                Link(PLAN.key, Relation.IMPLEMENTS, DAN_VAN.key, "Kế hoạch thực hiện 25-NQ/TW"),
            ],
        ),
        reading(
            "61.txt",
            KH_61,
            [DECISION],
            [Link(KH_61.key, Relation.IMPLEMENTS, DECISION.key, "thực hiện Quyết định 812")],
        ),
        reading(
            "141.txt",
            KH_141,
            [PLAN],
            [Link(KH_141.key, Relation.IMPLEMENTS, PLAN.key, "thực hiện Kế hoạch dân vận")],
        ),
    ]
    return store_of(tmp_path_factory.mktemp("issued") / "store", *texts)


def chains(store: GraphStore, number: str, *, direct: bool = False) -> list[list[str]]:
    rows = plans_of(store, document_named(store, number).iri, direct=direct)
    return [
        [row.document.number, *(f"{step.relation} {step.object.number}" for step in row.steps)]
        for row in rows
    ]


def test_the_plan_has_the_row_and_the_decision_is_a_step_of_its_own(store: GraphStore) -> None:
    assert chains(store, "25-NQ/TW@XI") == [
        ["Kế hoạch dân vận", "implements 25-NQ/TW"],
        ["141/KH-UBND", "implements Kế hoạch dân vận", "implements 25-NQ/TW"],
        [
            "61-KH/HU",
            "implements 812/QĐ-UBND",
            "promulgates Kế hoạch dân vận",
            "implements 25-NQ/TW",
        ],
    ]


def test_the_plan_is_direct(store: GraphStore) -> None:
    assert chains(store, "25-NQ/TW@XI", direct=True) == [
        ["Kế hoạch dân vận", "implements 25-NQ/TW"]
    ]


def test_every_step_has_its_words(store: GraphStore) -> None:
    rows = plans_of(store, document_named(store, "25-NQ/TW@XI").iri)
    assert [step.quote for step in rows[-1].steps] == [
        "thực hiện Quyết định 812",
        "Ban hành Kế hoạch dân vận",
        "Kế hoạch thực hiện 25-NQ/TW",
    ]


def test_the_plan_is_shown_with_what_its_decision_says(store: GraphStore) -> None:
    plan = plans_of(store, document_named(store, "25-NQ/TW@XI").iri)[0].document
    assert (plan.issued_by, plan.date, plan.issuer, plan.level, plan.place) == (
        "812/QĐ-UBND",
        "2021-05-06",
        "UBND tỉnh",
        Level.PROVINCE,
        "lai-chau",
    )
    assert name_of(plan) == "Kế hoạch dân vận (812/QĐ-UBND)"


@pytest.mark.parametrize("name", ["812/QĐ-UBND", "Kế hoạch dân vận"])
def test_either_name_answers_for_both(store: GraphStore, name: str) -> None:
    assert {row[0] for row in chains(store, name)} == {"61-KH/HU", "141/KH-UBND"}


@pytest.mark.parametrize("name", ["25-NQ/TW@XI", "812/QĐ-UBND", "Kế hoạch dân vận"])
def test_sparql_finds_the_same_documents(store: GraphStore, name: str) -> None:
    directive = document_named(store, name)
    answer = ask(store, "plans", name)
    column = answer.variables.index("plan_iri")
    assert {row[column] for row in answer.rows} == {
        row.document.iri for row in plans_of(store, directive.iri)
    }


def test_a_plan_that_two_decisions_issue_keeps_its_own_fields(tmp_path: Path) -> None:
    other = document(
        "9/QĐ-UBND", "lai-chau.ubnd/2022/qd-ubnd/9", kind="Quyết định", dates=["2022-01-01"]
    )
    texts = [
        reading("a.txt", DECISION, [PLAN], [Link(DECISION.key, Relation.APPROVES, PLAN.key, "a")]),
        reading("b.txt", other, [PLAN], [Link(other.key, Relation.APPROVES, PLAN.key, "b")]),
    ]
    opened = store_of(tmp_path / "store", *texts)
    plan = document_named(opened, "Kế hoạch dân vận")
    assert (plan.issued_by, plan.date) == ("", "")
