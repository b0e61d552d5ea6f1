"""Whatever is asked, the graph is read in one way: answers, page, site and network agree."""

import json
from pathlib import Path

import pytest

from graph.ask.checks import run_checks
from graph.ask.plans import document_view, plans_of
from graph.ask.review import review_items
from graph.export.network import as_networkx
from graph.opening import open_tables
from graph.page.data import page_data
from graph.read.collection import collect
from graph.site.writing import pages
from graph.store.disk import GraphStore
from graph.tables.document_rows import collected_of
from graph.typed.meaning import document_named
from graph.words.sentences import Language
from ontology.documents.relation import Relation
from tests.graph.made import KH_61, Link, document, reading, store_of

NUMBER = "124-QĐ/TW"


RULES = [
    reading(
        f"{own}.txt",
        document(f"{own}-BC/TU", f"lai-chau.tu/nk2020/bc-tu/{own}"),
        [document(NUMBER, "tw/k12/qd-tw/124", kind="Quy định", issuers=[issuer])],
    )
    for own, issuer in ((1, "Ban Bí thư"), (2, "Bộ Chính trị"))
]


def shown(store: GraphStore) -> bool:
    view = document_view(store, document_named(store, NUMBER).iri)
    return any(field.conflict for field in view.fields)


def checked(store: GraphStore) -> bool:
    return any(found.rule == "conflicting-issuers" for found in run_checks(store))


def reviewed(store: GraphStore) -> bool:
    return any(item.kind == "conflict" for item in review_items(store))


def on_the_page(store: GraphStore) -> bool:
    data = json.loads(page_data(collect(store), language=Language.VI).embedded)
    return any(row[-2] for row in data["documents"])


def on_the_site(store: GraphStore) -> bool:
    return any("Các tệp nêu khác nhau" in text for _, text in pages(collect(store), Language.VI))


def in_the_tables(store: GraphStore) -> bool:
    """What the application shows, and ``find``."""
    tables = open_tables(store)
    assert tables
    collected = collected_of(tables, document_named(store, NUMBER).iri)
    assert collected
    return bool(collected.contradictions)


WAYS = (shown, checked, reviewed, on_the_page, on_the_site, in_the_tables)


@pytest.mark.parametrize(
    ("decision", "open_"),
    [("", True), (f"name,{NUMBER},issuer,Ban Bí thư,,bản gốc", False)],
    ids=["texts disagree", "a person settled it"],
)
def test_what_texts_disagree_about_is_open_until_a_person_settles_it(
    tmp_path: Path, decision: str, open_: bool
) -> None:
    store = store_of(tmp_path, *RULES, decisions=decision and f"Lan,2026-01-05,{decision}")
    assert {way.__name__: way(store) for way in WAYS} == {way.__name__: open_ for way in WAYS}


A = document("310-QĐ/TU", "lai-chau.tu/nk2020/qd-tu/310", kind="Quyết định", place="lai-chau")
B = document("Quy chế X", "lai-chau/named/quy-che-x", kind="Quy chế", title="Quy chế X")
C = document("Quy chế Y", "lai-chau/named/quy-che-y", kind="Quy chế", title="Quy chế Y")
TWO_WAYS = reading(
    "61.txt",
    KH_61,
    [A, B, C],
    [
        Link("310-QĐ/TU", Relation.PROMULGATES, "Quy chế X", "ban hành X", 0.9),
        Link("310-QĐ/TU", Relation.PROMULGATES, "Quy chế Y", "ban hành Y", 0.8),
        Link("61-KH/HU", Relation.IMPLEMENTS, "Quy chế X", "thực hiện X", 0.9),
        Link("61-KH/HU", Relation.IMPLEMENTS, "Quy chế Y", "thực hiện Y", 0.5),
    ],
)


def test_what_follows_in_two_ways_is_as_sure_as_the_surer_one(tmp_path: Path) -> None:
    store = store_of(tmp_path, TWO_WAYS)
    iri = document_named(store, "310-QĐ/TU").iri
    (row,) = plans_of(store, iri, inferred=True)
    (link,) = [link for link in collect(store).links if link.inferred]
    (edge,) = [
        values
        for *_, values in as_networkx(store, inferred=True).edges(data=True)
        if values["inferred"]
    ]
    assert row.steps[0].confidence == link.best.confidence == edge["confidence"]
    assert edge["confidence"] == pytest.approx(0.81)
    assert [step.quote for step in row.steps[0].premises] == ["thực hiện X", "ban hành X"]
    assert len(link.premises) == 2
