"""Links that people add: what they do to a graph, and what keeps one from being added."""

import json
from pathlib import Path

import pytest

from graph.ask.checks import run_checks
from graph.ask.competency import ask
from graph.ask.plans import document_view, plans_of
from graph.ask.review import review_items
from graph.decisions.words import decided_words
from graph.export.files import export
from graph.export.network import as_networkx
from graph.page.data import page_data
from graph.rdf.vocabulary import INFERRED_GRAPH
from graph.read.collection import collect
from graph.read.decided import all_decided
from graph.site.writing import write_site
from graph.store.dataset import local_copy
from graph.typed.meaning import document_named, documents_named
from graph.words.sentences import Language
from tests.graph.decisions.papers import (
    QUOTED,
    REASONED,
    TOLD,
    Add,
    plans,
    problems,
    rows,
)
from tests.graph.made import KH_61, KL_43, reading

pytestmark = pytest.mark.slow


def test_without_the_line_the_link_is_not_there(add: Add) -> None:
    assert plans(add(), "69-KL/TU@lai-chau") == ["61-KH/HU"]


def test_an_added_link_has_the_words_that_are_shown_as_any_other(add: Add) -> None:
    store = add(QUOTED)
    assert problems(store) == []
    assert plans(store, "69-KL/TU@lai-chau") == ["141/KH-UBND", "61-KH/HU"]
    (step,) = document_view(store, document_named(store, "141/KH-UBND").iri).outgoing
    assert (step.quote, step.text) == ("lo việc của Kết luận", "tuyen-truyen.txt")
    assert TOLD.source.text[step.start : step.end] == step.quote
    assert (step.rule, step.confidence, step.inferred) == ("added-with-words", 1.0, False)
    (decided,) = step.decisions
    assert (decided.kind, decided.who, decided.why) == ("add", "Lan", "đã xem bản giấy")


def test_an_added_link_without_words_shows_who_says_so_and_why(add: Add) -> None:
    store = add(REASONED)
    assert problems(store) == []
    assert plans(store, "69-KL/TU@lai-chau") == ["141/KH-UBND", "61-KH/HU"]
    (step,) = document_view(store, document_named(store, "141/KH-UBND").iri).outgoing
    assert (step.quote, step.text) == ("đã xem bản giấy", "decisions.csv")
    assert (step.start, step.end, step.rule) == (0, 0, "added-with-reason")
    told = [decided_words(step.decisions[0], language) for language in Language]
    assert told == [
        "Lan thêm, 05/01/2026: đã xem bản giấy (decisions.csv, dòng 2)",
        "added by Lan, 2026-01-05: đã xem bản giấy (decisions.csv, line 2)",
    ]


@pytest.mark.parametrize("line", [QUOTED, REASONED], ids=["words", "reason"])
def test_an_added_link_counts_in_every_question(add: Add, line: str) -> None:
    store = add(line)
    plan, directive = "141/KH-UBND", "69-KL/TU@lai-chau"

    def answered(question: str, *arguments: str) -> str:
        return str(ask(store, question, *arguments).rows)

    words = "lo việc của Kết luận" if line == QUOTED else "đã xem bản giấy"
    for question in ("plans", "cascade", "timeline", "lag"):
        assert plan in answered(question, directive), question
    assert words in answered("cascade", directive)
    assert words in answered("evidence", plan, directive)
    iri = document_named(store, directive).iri
    counted = {row[2] for row in ask(store, "coverage").rows if row[-1] == iri}
    assert counted == {2}, "61-KH/HU and what was added, both in Tam Đường"


def test_what_changed_a_document_may_be_added(add: Add) -> None:
    store = add("add,141/KH-UBND,replaces,61-KH/HU,,hai bản cùng nội dung")
    (state,) = ask(store, "in-force", "61-KH/HU").rows
    assert "hai bản cùng nội dung" in state
    (row,) = ask(store, "changed-by", "61-KH/HU").rows
    assert "hai bản cùng nội dung" in row


@pytest.mark.parametrize("line", [QUOTED, REASONED], ids=["words", "reason"])
def test_an_added_link_is_a_persons_in_the_graph_and_breaks_no_rule(add: Add, line: str) -> None:
    store = add(line)
    found = rows(
        store,
        """SELECT ?who ?rule WHERE {
          ?plan ld:implements ?directive .
          ?a ld:subject ?plan ; ld:predicate ld:implements ; ld:object ?directive ;
            ld:status lds:confirmed ; ld:method ?rule ; ld:decidedIn ?d .
          ?d ld:decidedBy ?who ; ld:decisionKind <https://w3id.org/luocdo/scheme/decision/add>
        }""",
    )
    assert found.rows == (("Lan", "added-with-words" if line == QUOTED else "added-with-reason"),)
    assert [found for found in run_checks(store) if found.severity == "violation"] == []
    assert [item for item in review_items(store) if "141/KH-UBND" in item.message_vi] == []


@pytest.mark.parametrize("line", [QUOTED, REASONED], ids=["words", "reason"])
def test_an_added_link_goes_into_page_site_and_exports(add: Add, line: str, tmp_path: Path) -> None:
    store = add(line)
    words, rule = (
        ("lo việc của Kết luận", "added-with-words")
        if line == QUOTED
        else ("đã xem bản giấy", "added-with-reason")
    )
    data = json.loads(page_data(collect(store), language=Language.VI).embedded)
    (relation,) = [row for row in data["relations"] if row[6] == words]
    assert data["rules"][relation[4]] == rule
    assert relation[14] == [["Lan", "2026-01-05", "đã xem bản giấy", "decisions.csv", 2, 1]]
    write_site(store, tmp_path / "site", language=Language.VI)
    pages = [path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html")]
    shown = [page for page in pages if "Lan thêm ngày 05/01/2026" in page]
    assert len(shown) == 2
    assert all(("không có câu dẫn" in page) == (line == REASONED) for page in shown)
    network = as_networkx(store)
    (edge,) = [edge for *_, edge in network.edges(data=True) if edge["rule"] == rule]
    assert (edge["quote"], edge["inferred"], edge["confidence"]) == (words, False, 1.0)
    for name in ("all.nq", "all.ttl", "all.graphml", "all.jsonld"):
        assert export(store, tmp_path / name)
        assert words in (tmp_path / name).read_text("utf-8"), name
    assert export(store, tmp_path / "all.nt") == len(
        {quad.triple for quad in local_copy(store.dataset) if quad.graph_name != INFERRED_GRAPH}
    )


def test_a_document_that_no_text_mentions_comes_with_its_link(add: Add) -> None:
    store = add("add,61-KH/HU,implements,1234/QĐ-UBND@lai-chau.ubnd@2021,,bản giấy ghi vậy")
    assert problems(store) == []
    found = document_named(store, "1234/QĐ-UBND")
    assert (found.type, found.place, found.held, found.mentions) == (
        "Quyết định",
        "lai-chau",
        False,
        0,
    )
    assert found.iri.endswith("/lai-chau.ubnd/2021/qd-ubnd.cb/1234")
    assert plans(store, "1234/QĐ-UBND") == ["61-KH/HU"]
    fields = {field.name: field for field in document_view(store, found.iri).fields}
    assert fields["type"].values[0].sources == ("decisions.csv",)
    assert [found for found in run_checks(store) if found.severity == "violation"] == []


def test_a_document_that_no_text_mentions_may_be_the_subject(add: Add) -> None:
    store = add("add,99-KH/TU@lai-chau@nk2020,implements,57-NQ/TW@XIII,,bản giấy ghi vậy")
    assert problems(store) == []
    assert plans(store, "57-NQ/TW") == ["99-KH/TU"]


def test_a_document_that_was_merged_is_what_it_is_in_the_end(add: Add) -> None:
    merge = "merge,25-NQ/TW@X,,25-NQ/TW@XI,,một văn bản"
    store = add(merge, "add,141/KH-UBND,implements,tw/k10/nq-tw/25,,bản giấy ghi vậy")
    assert problems(store) == []
    assert "141/KH-UBND" in plans(store, "25-NQ/TW@XI")


def test_what_an_added_link_leads_to_is_inferred(add: Add) -> None:
    """Who carries out a decision carries out what it promulgates: an added link as any other."""
    store = add("add,141/KH-UBND,implements,310-QĐ/TU,,bản giấy ghi vậy")
    found = plans_of(store, document_named(store, "Quy chế X").iri, inferred=True)
    steps = {row.document.number: row.steps[0] for row in found}
    assert steps["141/KH-UBND"].inferred
    assert {premise.rule for premise in steps["141/KH-UBND"].premises} == {
        "made",
        "added-with-reason",
    }


def test_a_link_that_is_added_and_rejected_is_neither(add: Add) -> None:
    store = add(REASONED, "reject,141/KH-UBND,implements,69-KL/TU@lai-chau,,không phải")
    assert problems(store) == ["contradiction: 2, 3"] * 2
    assert plans(store, "69-KL/TU@lai-chau") == ["61-KH/HU"]


def test_a_link_that_is_added_and_accepted_is_both(add: Add) -> None:
    store = add(REASONED, "accept,141/KH-UBND,implements,69-KL/TU@lai-chau,,cũng thấy vậy")
    assert problems(store) == []
    (step,) = document_view(store, document_named(store, "141/KH-UBND").iri).outgoing
    assert [decided.kind for decided in step.decisions] == ["add", "accept"]
    assert step.quote == "đã xem bản giấy"


def test_the_same_line_twice_is_one_decision(add: Add) -> None:
    store = add(REASONED, REASONED)
    (decided,) = all_decided(store.dataset)
    assert (decided.line, decided.problem) == (2, "")
    (row,) = [
        row
        for row in plans_of(store, document_named(store, "69-KL/TU@lai-chau").iri)
        if row.document.number == "141/KH-UBND"
    ]
    assert len(row.steps) == 1


def test_two_people_who_add_a_link_are_both_shown(add: Add) -> None:
    store = add(QUOTED, REASONED, QUOTED.replace("đã xem", "Hoa xem"))
    assert problems(store) == []
    steps = document_view(store, document_named(store, "141/KH-UBND").iri).outgoing
    assert sorted((step.rule, len(step.decisions)) for step in steps) == [
        ("added-with-reason", 1),
        ("added-with-words", 2),
    ]
    assert plans(store, "69-KL/TU@lai-chau") == ["141/KH-UBND", "61-KH/HU"]


def test_a_found_link_that_is_rejected_and_added_is_as_the_rules_found_it(add: Add) -> None:
    store = add(
        "reject,61-KH/HU,implements,69-KL/TU@lai-chau,,không phải",
        "add,61-KH/HU,implements,69-KL/TU@lai-chau,,đúng",
    )
    assert problems(store) == ["contradiction: 2, 3"] * 2
    assert plans(store, "69-KL/TU@lai-chau") == ["61-KH/HU"]


HOSTILE = "' } INSERT <script>alert(1)</script> {x} \x1b[31m \u202e"


def test_hostile_words_are_only_words(add: Add, tmp_path: Path) -> None:
    store = add(
        f"add,{HOSTILE},implements,{HOSTILE} b,,x",
        f"add,141/KH-UBND,implements,43-KL/TW,tuyen-truyen.txt,x,{HOSTILE}",
        f"add,141/KH-UBND,implements,43-KL/TW,../../{HOSTILE},x,lo việc",
        f"add,141/KH-UBND,guides,43-KL/TW,,{HOSTILE}",
    )
    assert [problem.partition(":")[0] for problem in problems(store)] == [
        "no-identity",
        "no-quote",
        "no-text",
    ]
    assert documents_named(store, HOSTILE) == ()
    write_site(store, tmp_path / "site", language=Language.VI)
    pages = "".join(path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html"))
    assert "INSERT &lt;script&gt;" in pages
    assert "<script>alert" not in pages
    assert "<script>alert" not in page_data(collect(store), language=Language.VI).embedded


def test_a_decision_may_be_made_on_a_store_that_holds_one_text(add: Add) -> None:
    own = reading("61.txt", KH_61, [KL_43])
    store = add("add,61-KH/HU,implements,43-KL/TW,61.txt,đúng,43-KL/TW", texts=(own,))
    assert problems(store) == []
    assert plans(store, "43-KL/TW") == ["61-KH/HU"]
