"""Competency questions: what each answers on the demonstration texts."""

from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from graph.ask.competency import (
    all_questions,
    bound,
    question_named,
)
from graph.ask.sparql import select
from graph.rdf import vocabulary as ld
from graph.store.disk import GraphStore
from graph.typed.meaning import document_named
from ontology.documents.relation import Relation
from tests.graph.ask.questions.asking import asked
from tests.graph.conftest import CORPUS
from tests.graph.made import KH_61, KL_43, KL_69, Link, document, reading, store_of


def column(graph: GraphStore, name: str, wanted: str, *arguments: str) -> list[Any]:
    return [row[wanted] for row in asked(graph, name, *arguments)]


def test_there_are_questions() -> None:
    assert len(all_questions()) >= 15


def test_plans(graph: GraphStore) -> None:
    assert column(graph, "plans", "plan", "25-NQ/TW@XI") == [
        "Kết luận 43-KL/TW",
        "Kế hoạch 142-KH/TU",
        "Kế hoạch 133-KH/TU",
        "Kế hoạch 187-KH/HU",
        "Kế hoạch 45-KH/ĐU",
    ]


def test_plans_in_a_place_are_those_of_the_places_in_it(graph: GraphStore) -> None:
    assert column(graph, "plans-in", "plan", "25-nq/tw@XI", "Lai Chau") == [
        "Kế hoạch 142-KH/TU",
        "Kế hoạch 187-KH/HU",
        "Kế hoạch 45-KH/ĐU",
    ]


def test_cascade_has_a_quote_for_every_step(graph: GraphStore) -> None:
    steps = {
        (row["plan"], row["relation"].rpartition("#")[2], row["carried_out"], row["quote"])
        for row in asked(graph, "cascade", "25-NQ/TW@XI")
    }
    assert (
        "Kế hoạch 45-KH/ĐU",
        "implements",
        "Kế hoạch 187-KH/HU",
        "thực hiện Kế hoạch số 187-KH/HU, ngày 24/5/2019 của Ban Thường vụ Huyện ủy",
    ) in steps
    assert {step[0] for step in steps} == set(column(graph, "plans", "plan", "25-NQ/TW@XI"))


def test_evidence_is_the_text_at_its_place(graph: GraphStore, store: Path) -> None:
    rows = asked(graph, "evidence", "142-KH/TU", "43-KL/TW")
    assert {row["relation"].rpartition("#")[2] for row in rows} >= {"implements"}
    for row in rows:
        text = (CORPUS / row["text"]).read_text("utf-8")
        assert text[row["start"] : row["end"]] == row["quote"]


def test_coverage(graph: GraphStore) -> None:
    cells = {
        (row["directive"], row["place"].rpartition("/")[2]): row["plans"]
        for row in asked(graph, "coverage")
    }
    assert cells["Kết luận 69-KL/TU@lai-chau", "lai-chau.tam-duong"] == 2
    assert cells["Nghị quyết 25-NQ/TW@XI", "lai-chau.phong-tho.mo-si-san"] == 1
    assert ("Kết luận 69-KL/TU@ha-giang", "lai-chau") not in cells


def held_alone(graph: GraphStore, directive: str) -> list[str]:
    """The places without a plan by what is held alone, whoever owes one."""
    node = ox.NamedNode(document_named(graph, directive).iri)
    rows = select(graph, bound(question_named("places-without-plan"), [[node]])).rows
    return [str(place) for (place,) in rows]


def test_places_without_a_plan(graph: GraphStore) -> None:
    places = held_alone(graph, "25-NQ/TW@XI")
    assert [place.rpartition("/")[2] for place in places] == [
        "ha-giang.quan-ba",
        "lai-chau.si-lo-lau",
        "lai-chau.sin-ho",
        "lai-chau.tam-duong",
    ]


@pytest.mark.parametrize(
    ("directive", "places"),
    [
        (
            "69-KL/TU@lai-chau",
            ["lai-chau.phong-tho.mo-si-san", "lai-chau.si-lo-lau", "lai-chau.sin-ho"],
        ),
        ("69-KL/TU@ha-giang", []),
    ],
)
def test_a_directive_is_asked_of_its_own_place_alone(
    graph: GraphStore, directive: str, places: list[str]
) -> None:
    found = held_alone(graph, directive)
    assert [place.rpartition("/")[2] for place in found] == places


def test_two_places_are_compared(graph: GraphStore) -> None:
    rows = asked(graph, "compare", "Lai Châu", "Hà Giang")
    told = [
        (row["directive"], row["within"].rpartition("/")[2], row["plan"])
        for row in rows
        if row["directive"] in ("Chỉ thị 13-CT/TW", "Kết luận 43-KL/TW")
    ]
    assert told == [
        ("Chỉ thị 13-CT/TW", "lai-chau", None),
        ("Chỉ thị 13-CT/TW", "ha-giang", "Kết luận 69-KL/TU@ha-giang"),
        ("Chỉ thị 13-CT/TW", "ha-giang", "Kế hoạch 58-KH/HU"),
        ("Kết luận 43-KL/TW", "lai-chau", "Kế hoạch 142-KH/TU"),
        ("Kết luận 43-KL/TW", "lai-chau", "Kế hoạch 187-KH/HU"),
        ("Kết luận 43-KL/TW", "lai-chau", "Kế hoạch 45-KH/ĐU"),
        ("Kết luận 43-KL/TW", "ha-giang", "Kế hoạch 133-KH/TU"),
    ]
    # What is of one place alone is not asked of the other.
    own = {row["within"] for row in rows if row["directive"] == "Kết luận 69-KL/TU@lai-chau"}
    assert [place.rpartition("/")[2] for place in own] == ["lai-chau"]
    held = {(row["directive"], row["plan"]) for row in rows if row["plan"]}
    within = column(graph, "plans-in", "plan", "25-NQ/TW@XI", "Lai Châu")
    assert held >= {("Nghị quyết 25-NQ/TW@XI", plan) for plan in within}


def test_districts_of_a_province_are_asked_for_what_it_orders(graph: GraphStore) -> None:
    rows = asked(graph, "compare", "Tam Đường", "Sìn Hồ")
    told = {
        (row["within"].rpartition(".")[2], row["plan"])
        for row in rows
        if row["directive"] == "Chỉ thị 26-CT/TU"
    }
    assert told == {("tam-duong", "Kế hoạch 112-KH/HU"), ("sin-ho", None)}


def test_reviews(graph: GraphStore) -> None:
    found = {
        (row["reviewed"], row["review"].rpartition("#")[2], row["years"], row["report"])
        for row in asked(graph, "reviews")
    }
    assert ("Quy định 124-QĐ/TW", "summarizesInterim", 5.0, "Báo cáo 412-BC/HU") in found
    assert len(found) == 7


def test_never_reviewed(graph: GraphStore) -> None:
    reviewed = set(column(graph, "reviews", "reviewed"))
    never = column(graph, "never-reviewed", "directive")
    assert "Kết luận 69-KL/TU@lai-chau" in {*never, *reviewed}
    assert not reviewed & set(never)


def test_lag_counts_days(graph: GraphStore) -> None:
    days = dict(
        zip(
            column(graph, "lag", "plan", "25-NQ/TW@XI"),
            column(graph, "lag", "days", "25-NQ/TW@XI"),
            strict=True,
        )
    )
    # From 3 June 2013, with the leap day of 2016: 7 January 2019, 28 June 2019.
    assert days["Kết luận 43-KL/TW"] == 2044
    assert days["Kế hoạch 45-KH/ĐU"] == 2216


def test_timeline_begins_with_the_directive(graph: GraphStore) -> None:
    rows = asked(graph, "timeline", "25-NQ/TW@XI")
    assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)
    assert (rows[0]["document"], rows[0]["relation"]) == (
        "Nghị quyết 25-NQ/TW@XI",
        f"{ld.NS}Document",
    )
    assert rows[-1]["relation"] == f"{ld.NS}summarizesFinal"
    assert len(rows) == 7


def test_colliding_numbers(graph: GraphStore) -> None:
    found = {(row["number"], row["document"]) for row in asked(graph, "colliding-numbers")}
    assert ("69-KL/TU", "Kết luận 69-KL/TU@ha-giang") in found
    assert ("25-NQ/TW", "Nghị quyết 25-NQ/TW@X") in found
    assert len(found) == 4


def test_wanted_are_those_not_held_most_texts_first(graph: GraphStore) -> None:
    rows = asked(graph, "wanted")
    assert [row["texts"] for row in rows] == sorted((row["texts"] for row in rows), reverse=True)
    assert "Quy định 124-QĐ/TW" in {row["document"] for row in rows}
    held = set(column(graph, "texts", "document"))
    assert not held & {row["document"] for row in rows}
    # What is asked for in a letter: its title, day and issuer beside its number.
    told = {row["document"]: (row["title"], row["date"], row["issuer"]) for row in rows}
    title, day, issuer = told["Quyết định 217-QĐ/TW"]
    assert title == "ban hành Quy chế giám sát và phản biện xã hội"
    assert (str(day), issuer) == ("2013-12-12", "Bộ Chính trị")


def test_unresolved(graph: GraphStore) -> None:
    assert column(graph, "unresolved", "quote") == ["Nghị quyết số 25-NQ/TW"]


def test_conflicts_are_told_with_the_file_of_each_value(graph: GraphStore) -> None:
    assert [(row["document"], row["value"], row["text"]) for row in asked(graph, "conflicts")] == [
        ("Quy định 124-QĐ/TW", "Ban Bí thư", "lai-chau_phong-tho_412-bc-hu_2023.md"),
        ("Quy định 124-QĐ/TW", "Bộ Chính trị", "lai-chau_455-bc-tu_2023.txt"),
    ]


def test_most_implemented(graph: GraphStore) -> None:
    plans = column(graph, "most-implemented", "plans")
    assert plans == sorted(plans, reverse=True)
    assert plans[0] >= 3


def test_nothing_changed_a_plan_of_the_demonstration(graph: GraphStore) -> None:
    assert asked(graph, "changed-by", "187-KH/HU") == []


KL_70 = document("70-KL/TU", "lai-chau.tu/nk2020/kl-tu/70", kind="Kết luận", dates=["2023-05-04"])
KL_71 = document("71-KL/TU", "lai-chau.tu/nk2020/kl-tu/71", kind="Kết luận", dates=["2024-02-01"])


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    """69-KL/TU is amended by 70 and replaced by 71, and by its like in a sentence in doubt."""
    return store_of(
        tmp_path_factory.mktemp("changed"),
        reading("70.txt", KL_70, [KL_69], [Link("70-KL/TU", Relation.AMENDS, "69-KL/TU", "sửa")]),
        reading(
            "71.txt",
            KL_71,
            [KL_69, KL_43],
            [
                Link("71-KL/TU", Relation.REPLACES, "69-KL/TU", "thay thế 69-KL/TU"),
                Link("71-KL/TU", Relation.CITES, "43-KL/TW", "xem 43-KL/TW", 0.6),
            ],
        ),
        reading(
            "61.txt", KH_61, [KL_69], [Link("61-KH/HU", Relation.EXTENDS, "69-KL/TU", "kéo", 0.7)]
        ),
    )


def test_changed_by_tells_what_and_when_and_the_words(changed: GraphStore) -> None:
    found = [
        (row["by"], row["relation"].rpartition("#")[2], row["date"], row["quote"], row["text"])
        for row in asked(changed, "changed-by", "69-KL/TU")
    ]
    assert found == [
        ("Kế hoạch 61-KH/HU", "extends", "2021-06-18", "kéo", "61.txt"),
        ("Kết luận 70-KL/TU", "amends", "2023-05-04", "sửa", "70.txt"),
        ("Kết luận 71-KL/TU", "replaces", "2024-02-01", "thay thế 69-KL/TU", "71.txt"),
    ]
    assert asked(changed, "changed-by", "71-KL/TU") == []


def test_sources_lead_up_to_the_centre(graph: GraphStore) -> None:
    assert column(graph, "sources", "source", "45-KH/ĐU")[0] == "Nghị quyết 25-NQ/TW@XI"


def test_not_taken_further(graph: GraphStore) -> None:
    assert column(graph, "not-taken-further", "plan") == ["Kế hoạch 133-KH/TU"]


def test_unsure_are_neither_sure_nor_mere_citations(graph: GraphStore, changed: GraphStore) -> None:
    assert asked(graph, "unsure") == []
    found = [(row["subject"], row["object"], row["confidence"]) for row in asked(changed, "unsure")]
    assert found == [("Kế hoạch 61-KH/HU", "Kết luận 69-KL/TU", 0.7)]


def test_texts_are_the_files_read(graph: GraphStore) -> None:
    assert len(column(graph, "texts", "text")) == 23
    assert set(column(graph, "texts", "read")) == {"2023-11-14"}
