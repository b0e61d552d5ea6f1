"""What decisions do to a graph: on texts made by hand, each says only what a test is about."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extract.reading import Reading
from graph.ask.checks import run_checks
from graph.ask.plans import document_view, plans_of
from graph.ask.sparql import Rows, run
from graph.decisions.words import problem_words
from graph.export.files import export
from graph.rdf.vocabulary import DECISIONS_GRAPH, NS
from graph.read.decided import all_decided
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore
from graph.typed.meaning import document_named, documents_named
from graph.words.sentences import Language
from ontology.documents.relation import Relation
from tests.graph.made import (
    DAN_VAN,
    KH_61,
    KL_43,
    KL_69,
    KL_69_HA_GIANG,
    THANH_NIEN,
    Link,
    document,
    reading,
    store_of,
)

pytestmark = pytest.mark.slow

OPEN = document("25-NQ/TW", register="nq-tw", kind="Nghị quyết")
DECISION_310 = document("310-QĐ/TU", "lai-chau.tu/nk2020/qd-tu/310", place="lai-chau")
RULES = document("Quy chế X", "lai-chau/named/quy-che-x", title="Quy chế X", kind="Quy chế")
PLAN = reading(
    "61.txt",
    KH_61,
    [KL_69, OPEN, KL_43, DECISION_310, RULES],
    [
        Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", "thực hiện 69", 0.6),
        Link("61-KH/HU", Relation.IMPLEMENTS, "25-NQ/TW", "thực hiện 25"),
        Link("61-KH/HU", Relation.IMPLEMENTS, "310-QĐ/TU", "thực hiện 310"),
        Link("310-QĐ/TU", Relation.PROMULGATES, "Quy chế X", "ban hành quy chế"),
        Link("61-KH/HU", Relation.SUMMARIZES, "43-KL/TW", "sơ kết 43", 0.9, "interim", 2),
        Link("43-KL/TW", Relation.CONTINUES, "43-KL/TW", "tiếp tục 43"),
    ],
)
REPORT = reading(
    "huyen/426.txt",
    document("426-BC/HU", "lai-chau.tam-duong.hu/nk2020/bc-hu/426"),
    [KH_61, KL_69, DAN_VAN],
    [
        Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", "61 thực hiện 69"),
        Link("61-KH/HU", Relation.IMPLEMENTS, "25-NQ/TW@XI", "61 thực hiện 25"),
    ],
)
OTHERS = reading("1.txt", document("1-BC/TU", "ha-giang.tu/nk2020/bc-tu/1"), [KL_69_HA_GIANG])
YOUTH = reading("2.txt", document("2-BC/TU", "ha-giang.tu/nk2020/bc-tu/2"), [THANH_NIEN])

Decide = Callable[..., GraphStore]


@pytest.fixture
def decide(tmp_path: Path) -> Decide:
    """Make a store of the texts above, and of others, with lines of decisions."""

    def made(*lines: str, texts: tuple[Reading, ...] = (PLAN, REPORT, OTHERS, YOUTH)) -> GraphStore:
        written = "\n".join(f"Lan,2026-01-05,{line},vì bản gốc" for line in lines)
        return store_of(tmp_path / "store", *texts, decisions=written)

    return made


def problems(store: GraphStore) -> list[str]:
    return [decided.problem for decided in all_decided(store.dataset) if decided.problem]


def carrying_out(store: GraphStore, number: str, *, inferred: bool = False) -> list[str]:
    rows = plans_of(store, document_named(store, number).iri, direct=True, inferred=inferred)
    return [row.document.number for row in rows]


def rows(store: GraphStore, query: str) -> Rows:
    answer = run(store, f"PREFIX ld: <{NS}> PREFIX lds: <https://w3id.org/luocdo/scheme/> {query}")
    assert isinstance(answer, Rows)
    return answer


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


@pytest.mark.parametrize("subject", ["25-NQ/TW@ref-{tail}", "{iri}"])
def test_an_open_reference_is_merged_into_the_document_that_it_is(
    decide: Decide, subject: str
) -> None:
    typed = subject.format(tail=OPEN.iri.rpartition("/")[2][:8], iri=OPEN.iri)
    store = decide(f"merge,{typed},,25-NQ/TW@XI,")
    assert {found.term for found in documents_named(store, "25-NQ/TW")} == {"X", "XI"}
    (row,) = plans_of(store, document_named(store, "25-NQ/TW@XI").iri)
    assert row.document.number == "61-KH/HU"
    view = document_view(store, row.steps[0].object.iri)
    assert {quote.text for quote in view.quotes} == {"61.txt", "huyen/426.txt"}
    assert view.identified == ("decision",)
    assert [decided.kind for decided in view.decisions] == ["merge"]


def test_a_reference_is_merged_by_its_number_in_one_text(decide: Decide) -> None:
    store = decide("merge,25-NQ/TW,,25-NQ/TW@X,61.txt")
    assert problems(store) == []
    assert carrying_out(store, "25-NQ/TW@X") == carrying_out(store, "25-NQ/TW@XI") == ["61-KH/HU"]


def test_a_reference_may_be_a_document_that_no_text_mentions(decide: Decide) -> None:
    store = decide("merge,25-NQ/TW,,tw/k14/nq-tw/25,61.txt")
    assert carrying_out(store, "25-NQ/TW@XIV") == ["61-KH/HU"]


def test_a_document_is_merged_into_another_with_all_that_is_said_of_it(decide: Decide) -> None:
    store = decide("merge,69-KL/TU@ha-giang,,69-KL/TU@lai-chau,", "merge,25-NQ/TW@X,,25-NQ/TW@XI,")
    assert problems(store) == []
    assert document_named(store, "69-KL/TU").place == "lai-chau"
    assert document_named(store, "25-NQ/TW").term == "XI"


def test_merges_are_followed_to_their_end(decide: Decide) -> None:
    store = decide(
        f"merge,{OPEN.iri},,25-NQ/TW@X,",
        "merge,25-NQ/TW@X,,25-NQ/TW@XI,",
        "accept,61-KH/HU,implements,25-NQ/TW@X,",
    )
    assert problems(store) == []
    assert document_named(store, "25-NQ/TW").term == "XI"
    (step,) = plans_of(store, document_named(store, "25-NQ/TW").iri)[0].steps
    assert step.decisions


@pytest.mark.parametrize("text", ["huyen/426.txt", "426.txt"])
def test_a_reference_of_one_text_is_split_from_the_document(decide: Decide, text: str) -> None:
    store = decide(f"split,25-NQ/TW@XI,,25-NQ/TW@X,{text}")
    assert problems(store) == []
    assert carrying_out(store, "25-NQ/TW@X") == ["61-KH/HU"]
    assert documents_named(store, "25-NQ/TW@XI") == ()


def test_a_split_may_leave_the_reference_open(decide: Decide) -> None:
    store = decide("split,69-KL/TU,,,426.txt")
    assert problems(store) == []
    reference = [found for found in documents_named(store, "69-KL/TU") if not found.resolved]
    assert [quote.text for quote in document_view(store, reference[0].iri).quotes] == [
        "huyen/426.txt"
    ]


def test_what_is_said_of_one_text_counts_before_what_is_said_of_all(decide: Decide) -> None:
    store = decide("merge,25-NQ/TW@XI,,25-NQ/TW@X,", "split,25-NQ/TW@XI,,tw/k14/nq-tw/25,426.txt")
    assert problems(store) == []
    assert carrying_out(store, "25-NQ/TW@XIV") == ["61-KH/HU"]


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


UNCLEAR = document("25-NQ/TW, không rõ", register="nq-tw", kind="Nghị quyết")
UNSURE = reading("4.txt", document("4-BC/TU", "ha-giang.tu/nk2020/bc-tu/4"), [UNCLEAR])


def test_references_are_merged_with_one_another_and_with_what_they_are(decide: Decide) -> None:
    store = decide(f"merge,{UNCLEAR.iri},,{OPEN.iri},", texts=(PLAN, UNSURE))
    assert problems(store) == []
    (reference,) = [found for found in documents_named(store, "25-NQ/TW") if not found.resolved]
    assert {quote.text for quote in document_view(store, reference.iri).quotes} == {
        "61.txt",
        "4.txt",
    }


def test_merges_of_references_are_followed(decide: Decide) -> None:
    lines = (f"merge,{UNCLEAR.iri},,{OPEN.iri},", f"merge,{OPEN.iri},,tw/k11/nq-tw/25,")
    store = decide(*lines, texts=(PLAN, UNSURE))
    assert problems(store) == []
    view = document_view(store, document_named(store, "25-NQ/TW").iri)
    assert {quote.text for quote in view.quotes} == {"61.txt", "4.txt"}


def test_references_that_are_merged_in_a_ring_contradict_each_other(decide: Decide) -> None:
    there, back = f"merge,{UNCLEAR.iri},,{OPEN.iri},", f"merge,{OPEN.iri},,{UNCLEAR.iri},"
    store = decide(there, back, there, texts=(PLAN, UNSURE))
    assert problems(store) == ["contradiction: 2, 3, 4"] * 2


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
