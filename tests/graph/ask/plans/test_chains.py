"""Plans that carry a directive out, step by step, each with its words."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from graph.ask.plans import plans_of
from graph.store.disk import GraphStore
from graph.typed.meaning import document_named
from graph.values import PlanRow
from ontology.documents.relation import Relation
from ontology.level import Level
from tests.graph.made import (
    KH_61,
    KL_43,
    KL_69,
    Link,
    document,
    reading,
    store_of,
)

QUY_CHE = document("quy-che-dan-van", "vn/named/quy-che-dan-van", kind="Quy chế", title="Quy chế X")
QD_23 = document("23-QĐ/TW", "tw/k13/qd-tw/23", kind="Quyết định", dates=["2021-07-30"])


def chains(rows: Sequence[PlanRow]) -> list[tuple[str, Sequence[str]]]:
    return [(row.document.number, [step.relation for step in row.steps]) for row in rows]


def test_the_whole_chain_is_followed(store: GraphStore) -> None:
    assert chains(plans_of(store, document_named(store, "25-NQ/TW@XI").iri)) == [
        ("43-KL/TW", ["continues"]),
        ("69-KL/TU", ["implements", "continues"]),
        ("61-KH/HU", ["implements", "implements", "continues"]),
        ("141/KH-UBND", ["details", "implements", "implements", "continues"]),
    ]


def test_direct_keeps_to_one_step(store: GraphStore) -> None:
    assert chains(plans_of(store, document_named(store, "25-NQ/TW@XI").iri, direct=True)) == [
        ("43-KL/TW", ["continues"])
    ]


def test_local_level_and_place_choose_documents_not_steps(store: GraphStore) -> None:
    numbers = [
        number
        for number, _ in chains(
            plans_of(store, document_named(store, "25-NQ/TW@XI").iri, local=True)
        )
    ]
    assert numbers == ["69-KL/TU", "61-KH/HU", "141/KH-UBND"]
    assert (
        len(chains(plans_of(store, document_named(store, "25-NQ/TW@XI").iri, level=Level.DISTRICT)))
        == 2
    )
    assert (
        len(
            chains(
                plans_of(store, document_named(store, "25-NQ/TW@XI").iri, place="huyện Tam Đường")
            )
        )
        == 2
    )
    assert (
        len(chains(plans_of(store, document_named(store, "25-NQ/TW@XI").iri, place="lai chau")))
        == 3
    )
    assert not chains(plans_of(store, document_named(store, "25-NQ/TW@XI").iri, place="Hà Giang"))


def test_every_step_shows_the_words_that_state_it(store: GraphStore) -> None:
    row = plans_of(store, document_named(store, "43-KL/TW").iri, level=Level.DISTRICT)[0]
    assert [(step.subject.number, step.object.number) for step in row.steps] == [
        ("61-KH/HU", "69-KL/TU"),
        ("69-KL/TU", "43-KL/TW"),
    ]
    own, other = row.steps
    # The plan's own text counts before the report that says the same.
    assert (own.quote, own.text) == ("về thực hiện 69-KL/TU", "61.txt")
    assert (other.quote, other.text, other.rule) == ("thực hiện 43-KL/TW", "report.txt", "made")
    assert own.end - own.start == len(own.quote)


def test_what_is_inferred_is_left_out_unless_asked_for(store: GraphStore) -> None:
    assert chains(plans_of(store, document_named(store, "23-QĐ/TW").iri)) == []
    assert chains(plans_of(store, document_named(store, "23-QĐ/TW").iri, inferred=True)) == [
        ("141/KH-UBND", ["carries_out"])
    ]
    step = plans_of(store, document_named(store, "23-QĐ/TW").iri, inferred=True)[0].steps[0]
    assert step.inferred
    assert step.rule == "carries-out-what-adopts"
    assert [premise.quote for premise in step.premises] == ["thực hiện Quy chế", "ban hành Quy chế"]
    assert step.confidence == pytest.approx(0.63)


def test_a_plan_for_the_decision_carries_out_what_it_promulgates(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        reading(
            "a.txt",
            KH_61,
            [QD_23, QUY_CHE],
            [
                Link("61-KH/HU", Relation.IMPLEMENTS, "23-QĐ/TW", "thực hiện 23-QĐ/TW"),
                Link("23-QĐ/TW", Relation.APPROVES, "quy-che-dan-van", "phê duyệt"),
            ],
        ),
    )
    step = plans_of(store, QUY_CHE.iri, inferred=True)[0].steps[0]
    assert (step.rule, step.subject.number) == ("carries-out-what-is-adopted", "61-KH/HU")
    assert not plans_of(store, QUY_CHE.iri)


def test_a_circle_ends(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        reading(
            "a.txt",
            KH_61,
            [KL_69, KL_43],
            [
                Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", "a"),
                Link("69-KL/TU", Relation.IMPLEMENTS, "43-KL/TW", "b"),
                Link("43-KL/TW", Relation.CONTINUES, "61-KH/HU", "c"),
                Link("43-KL/TW", Relation.CONTINUES, "43-KL/TW", "d"),
            ],
        ),
    )
    assert [row.document.number for row in plans_of(store, KL_69.iri)] == ["61-KH/HU", "43-KL/TW"]
