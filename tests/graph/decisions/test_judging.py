"""What decisions do to a graph: on texts made by hand, each says only what a test is about."""

from pathlib import Path

import pytest

from graph.ask.checks import run_checks
from graph.ask.plans import document_view, plans_of
from graph.decisions.words import problem_words
from graph.export.files import export
from graph.rdf.vocabulary import DECISIONS_GRAPH
from graph.read.decided import all_decided
from graph.store.dataset import local_copy
from graph.typed.meaning import document_named, documents_named
from graph.words.sentences import Language
from tests.graph.decisions.papers import (
    OPEN,
    PLAN,
    Decide,
    carrying_out,
    problems,
    rows,
)
from tests.graph.made import (
    KH_61,
    KL_43,
    document,
    reading,
    store_of,
)

pytestmark = pytest.mark.slow


def test_without_decisions_there_is_no_graph_of_decisions(decide: Decide) -> None:
    dataset = local_copy(decide().dataset)
    assert not list(dataset.quads_for_pattern(None, None, None, DECISIONS_GRAPH))


def test_an_accepted_link_is_confirmed_with_the_decision_as_evidence(decide: Decide) -> None:
    store = decide("accept,61-KH/HU,implements,69-KL/TU@lai-chau,")
    (row,) = plans_of(store, document_named(store, "69-KL/TU@lai-chau").iri)
    (decided,) = row.steps[0].decisions
    assert (decided.who, decided.when, decided.why) == ("Lan", "2026-01-05", "vì bản gốc")
    assert (decided.file, decided.line) == ("decisions.csv", 2)
    assert row.steps[0].quote == "61 thực hiện 69"
    found = rows(store, "SELECT ?a WHERE { ?a ld:status lds:confirmed ; ld:decidedIn ?d }")
    assert len(found.rows) == 2


def test_a_rejected_link_goes_and_its_assertions_stay(decide: Decide) -> None:
    store = decide("reject,61-KH/HU,implements,69-KL/TU@lai-chau,")
    assert carrying_out(store, "69-KL/TU@lai-chau") == []
    view = document_view(store, document_named(store, "69-KL/TU@lai-chau").iri)
    assert [step for step in view.incoming if step.subject.number == "61-KH/HU"] == []
    assert [decided.kind for decided in view.decisions] == ["reject"]
    found = rows(
        store,
        "SELECT ?x WHERE { ?a ld:status lds:rejected ; ld:evidence/ld:exact ?x ; ld:decidedIn ?d }",
    )
    assert sorted(found.rows) == [("61 thực hiện 69",), ("thực hiện 69",)]


def test_a_review_is_rejected_by_its_relation_whatever_its_kind(decide: Decide) -> None:
    store = decide("reject,61-KH/HU,summarizes,43-KL/TW,")
    assert problems(store) == []
    relations = [
        step.relation
        for step in document_view(store, document_named(store, "43-KL/TW").iri).incoming
    ]
    assert "summarizes" not in relations


def test_a_self_link_is_a_finding(decide: Decide) -> None:
    assert {finding.rule for finding in run_checks(decide())} >= {"self-link"}


def test_a_rejected_self_link_is_no_finding(decide: Decide) -> None:
    store = decide("reject,43-KL/TW,continues,43-KL/TW,")
    assert problems(store) == []
    assert "self-link" not in {finding.rule for finding in run_checks(store)}


def test_an_inferred_link_that_is_confirmed_counts_without_asking(decide: Decide) -> None:
    store = decide("accept,61-KH/HU,carries_out,Quy chế X,")
    assert carrying_out(store, "Quy chế X") == ["61-KH/HU"]
    (row,) = plans_of(store, document_named(store, "Quy chế X").iri)
    assert row.steps[0].inferred
    assert row.steps[0].decisions[0].who == "Lan"
    assert store.state.claims == 8


def test_an_inferred_link_that_is_rejected_is_gone(decide: Decide) -> None:
    store = decide("reject,61-KH/HU,carries_out,Quy chế X,")
    assert problems(store) == []
    assert carrying_out(store, "Quy chế X", inferred=True) == []


def test_a_title_a_date_and_an_issuer_are_named(decide: Decide) -> None:
    store = decide(
        "name,61-KH/HU,title,về công tác dân vận,",
        "name,61-KH/HU,date,2021-06-19,",
        "name,69-KL/TU@lai-chau,issuer,Tỉnh ủy Lai Châu,",
    )
    found = document_named(store, "61-KH/HU")
    assert (found.title, found.date) == ("về công tác dân vận", "2021-06-19")
    assert document_named(store, "69-KL/TU@lai-chau").issuer == "Tỉnh ủy Lai Châu"
    fields = {field.name: field for field in document_view(store, found.iri).fields}
    assert fields["date"].values[0].sources == ("decisions.csv",)
    assert not fields["date"].conflict
    assert len(fields["date"].values) == 2


def test_two_dates_are_a_finding(decide: Decide) -> None:
    other = reading("3.txt", KL_43, [document("61-KH/HU", str(KH_61.id), dates=["2020-01-01"])])
    assert "conflicting-dates" in {
        finding.rule for finding in run_checks(decide(texts=(PLAN, other)))
    }


def test_two_dates_are_no_finding_once_a_person_named_one(decide: Decide) -> None:
    other = reading("3.txt", KL_43, [document("61-KH/HU", str(KH_61.id), dates=["2020-01-01"])])
    store = decide("name,61-KH/HU,date,2021-06-18,", texts=(PLAN, other))
    assert not {finding.rule for finding in run_checks(store)} & {
        "conflicting-dates",
        "date-outside-term",
    }


UNMET = [
    ("accept,9-KH/HU,implements,69-KL/TU@lai-chau,", "no-document: 9-KH/HU"),
    ("accept,61-KH/HU,implements,tw/k9/nq-tw/25,", "no-document: tw/k9/nq-tw/25"),
    ("accept,61-KH/HU,implements,69-KL/TU,", "ambiguous: "),
    (
        "accept,61-KH/HU,amends,69-KL/TU@lai-chau,",
        "link-to-add: Lan,2026-01-05,add,61-KH/HU,amends,69-KL/TU@lai-chau,,vì bản gốc",
    ),
    ("accept,61-KH/HU,carries_out,43-KL/TW,", "no-link: 61-KH/HU carries_out 43-KL/TW"),
    ("accept,43-KL/TW,continues,43-KL/TW,", "itself: 43-KL/TW"),
    ("reject,61-KH/HU,carries_out,43-KL/TW,", "no-link: "),
    ("reject,61-KH/HU,amends,69-KL/TU@lai-chau,", "no-link: 61-KH/HU amends 69-KL/TU@lai-chau"),
    ("merge,https://w3id.org/luocdo/id/ref/0123456789abcdef,,25-NQ/TW@XI,", "no-document: "),
    ("merge,25-NQ/TW@XI,,9-KH/HU,", "no-document: 9-KH/HU"),
    ("split,69-KL/TU,,,9.txt", "no-text: 9.txt"),
    ("split,43-KL/TW,,,426.txt", "not-in-text: 43-KL/TW"),
    ("name,9-KH/HU,title,x,", "no-document: 9-KH/HU"),
    ("name,https://w3id.org/luocdo/id/doc/x> } ; DROP ALL #,title,x,", "no-document: "),
]


@pytest.mark.parametrize(("line", "problem"), UNMET)
def test_a_decision_about_what_is_not_there_is_told_of_and_changes_nothing(
    decide: Decide, line: str, problem: str
) -> None:
    store = decide(line)
    (found,) = all_decided(store.dataset)
    assert found.problem.startswith(problem)
    assert problem.partition(": ")[2] in problem_words(found, Language.EN)
    assert not rows(store, "SELECT ?d WHERE { ?x ld:decidedIn ?d }").rows


CONTRADICTIONS = [
    (
        "the same link",
        "accept,61-KH/HU,implements,69-KL/TU@lai-chau,",
        "reject,61-KH/HU,implements,lai-chau.tu/nk2020/kl-tu/69,",
    ),
    ("two documents", "merge,25-NQ/TW@X,,25-NQ/TW@XI,", "merge,25-NQ/TW@X,,69-KL/TU@lai-chau,"),
    ("a ring", "merge,25-NQ/TW@X,,25-NQ/TW@XI,", "merge,25-NQ/TW@XI,,25-NQ/TW@X,"),
    ("one text", "split,69-KL/TU,,,426.txt", "merge,69-KL/TU,,69-KL/TU@ha-giang,426.txt"),
    (
        "two names of one reference",
        f"merge,{OPEN.iri},,25-NQ/TW@XI,",
        "merge,25-NQ/TW,,25-NQ/TW@X,61.txt",
    ),
    ("two titles", "name,61-KH/HU,title,một,", "name,61-KH/HU,title,hai,"),
]


@pytest.mark.parametrize(
    ("one_line", "other"),
    [row[1:] for row in CONTRADICTIONS],
    ids=[row[0] for row in CONTRADICTIONS],
)
def test_contradictions_name_their_lines_and_none_is_applied(
    decide: Decide, one_line: str, other: str
) -> None:
    store = decide(one_line, "name,43-KL/TW,title,vẫn áp dụng,", other)
    assert problems(store) == ["contradiction: 2, 4"] * 2
    assert document_named(store, "43-KL/TW").title == "vẫn áp dụng"
    assert not rows(store, "SELECT ?a WHERE { ?a ld:status lds:rejected }").rows
    assert len(documents_named(store, "69-KL/TU")) == 2
    assert len(documents_named(store, "25-NQ/TW")) == 3


def test_the_same_decision_twice_is_no_contradiction(decide: Decide) -> None:
    line = "reject,61-KH/HU,implements,69-KL/TU@lai-chau,"
    store = decide(line, line)
    (found,) = all_decided(store.dataset)
    assert (found.line, found.problem) == (2, "")


HOSTILE = '"=cmd|\' } INSERT <script>alert(1)</script> {x} \x1b[31m \u202e"'


def test_hostile_words_are_only_words(decide: Decide, tmp_path: Path) -> None:
    store = store_of(
        tmp_path / "store",
        PLAN,
        decisions=f"{HOSTILE},2026-01-05,name,61-KH/HU,title,{HOSTILE},,{HOSTILE}\n"
        f"{HOSTILE},2026-01-05,name,{HOSTILE},issuer,{HOSTILE},,{HOSTILE}",
    )
    assert document_named(store, "61-KH/HU").title == HOSTILE.strip('"')
    (met, unmet) = all_decided(store.dataset)
    assert met.who == met.why == HOSTILE.strip('"')
    assert "{x}" in problem_words(unmet, Language.VI)
    assert export(store, tmp_path / "all.nq") == len(local_copy(store.dataset))


@pytest.mark.parametrize(
    "line",
    [
        "accept,61-KH/HU,implements,69-KL/TU@lai-chau,",
        "reject,61-KH/HU,implements,69-KL/TU@lai-chau,",
        "accept,61-KH/HU,carries_out,Quy chế X,",
        "reject,61-KH/HU,carries_out,Quy chế X,",
        "merge,25-NQ/TW,,25-NQ/TW@XI,61.txt",
        "merge,69-KL/TU@ha-giang,,69-KL/TU@lai-chau,",
        "split,69-KL/TU,,,426.txt",
        "name,61-KH/HU,issuer,Ban Thường vụ Huyện ủy,",
    ],
)
def test_no_decision_breaks_a_rule_of_the_graph(decide: Decide, line: str) -> None:
    store = decide(line)
    assert problems(store) == []
    assert [found for found in run_checks(store) if found.severity == "violation"] == []
