"""What the tables answer is what the queries in SPARQL answer, row by row."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import product, zip_longest
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from extract.reading import Duty, Expects
from extract.text.source import Span
from graph.ask.competency import Kind, ask, bound, question_named
from graph.ask.sparql import Rows, select
from graph.opening import open_store
from graph.rdf import vocabulary as ld
from graph.store.dataset import local_copy
from graph.store.disk import GraphStore
from graph.tables.counting import counted_questions, counted_rows
from graph.tables.database import tables_path
from graph.tables.writing import write_tables
from graph.typed.meaning import document_named
from ontology.dates import PartialDate
from ontology.documents.relation import Relation
from ontology.level import Level
from tests.graph.made import (
    DAN_VAN,
    KH_61,
    KH_141,
    KL_69,
    KL_69_HA_GIANG,
    THANH_NIEN,
    Link,
    document,
    reading,
    store_of,
)

Meant = tuple[tuple[str, ...], ...]
"""The IRIs that each parameter of a question stands for."""


def both(store: GraphStore, name: str, meant: Meant) -> tuple[Rows, Rows]:
    """What the tables and what SPARQL answer when a question is asked about some documents."""
    question = question_named(name)
    names = [parameter.name for parameter in question.parameters]
    about = {key: list(iris) for key, iris in zip_longest(names, meant, fillvalue=())}
    counted = counted_rows(store, name, {str(key): iris for key, iris in about.items()})
    assert counted is not None
    nodes = [tuple(map(NamedNode, iris)) for iris in meant]
    return Rows(*counted), select(store, bound(question, nodes))


def asked_about(name: str, documents: Sequence[tuple[str, ...]]) -> list[Meant]:
    """All that a question can be asked about out of ``documents`` and of places."""
    parameters = question_named(name).parameters
    everything: list[Meant] = [()] if all(each.optional for each in parameters) else []
    meant = [PLACES if each.kind is Kind.PLACE else documents for each in parameters]
    return everything + (list(product(*meant)) if parameters else [])


PLACES = [
    (ld.thing_node("place", place).value,)
    for place in ("lai-chau", "lai-chau.tam-duong", "ha-giang", "ha-noi")
]
"""A province, a district of it, another province, and one that no text speaks of."""
ASKED = ("25-NQ/TW@XI", "43-KL/TW", "69-KL/TU@lai-chau", "61-KH/HU", "455-BC/TU", "290-QĐ/TW")
"""Of the centre, of a province, of a district; one that nobody carries out; one that was ended."""


@pytest.mark.parametrize("name", sorted(counted_questions()))
def test_same_rows_on_the_demo_corpus(store: Path, name: str) -> None:
    graph = open_store(store)
    documents = [(document_named(graph, each).iri,) for each in ASKED]
    for meant in asked_about(name, documents):
        counted, asked = both(graph, name, meant)
        assert counted == asked, meant


DECISION = document(
    "9/QĐ-UBND",
    "lai-chau.ubnd/2021/qd-ubnd/9",
    kind="Quyết định",
    dates=["2021-03-01"],
    level=Level.PROVINCE,
    place="lai-chau",
)
BEHIND = replace(
    document("ke-hoach-9", "lai-chau.ubnd/named/ke-hoach-9", kind="Kế hoạch", title="Kế hoạch 9"),
    place="lai-chau",
)
KH_7 = document(
    "7-KH/HU",
    "lai-chau.sin-ho.hu/nk2020/kh-hu/7",
    kind="Kế hoạch",
    dates=["2021-09"],
    level=Level.DISTRICT,
    place="lai-chau.sin-ho",
)
KH_8 = document("8-KH/TU", "lai-chau.tu/nk2020/kh-tu/8", level=Level.PROVINCE, place="lai-chau")
OTHERS = [KL_69_HA_GIANG, THANH_NIEN, KH_141, KH_8]


def ordered(bearer: str, *, several: bool = False) -> Duty:
    return Duty(
        bearer=bearer,
        product="Kế hoạch",
        expects=Expects.ISSUE,
        span=Span(0, 5),
        rule="task",
        confidence=0.9,
        set_by=DECISION.key,
        about=(KL_69.key, DAN_VAN.key),
        several=several,
    )


def odd_store(folder: Path) -> GraphStore:
    """A store with what seldom is: a circle, a plan behind a decision, one text in two files."""
    links = [
        Link(BEHIND.key, Relation.IMPLEMENTS, KL_69.key, "Kế hoạch 9 thực hiện 69-KL/TU"),
        Link(DECISION.key, Relation.PROMULGATES, BEHIND.key, "ban hành Kế hoạch 9"),
        Link(KH_7.key, Relation.IMPLEMENTS, DECISION.key, "thực hiện Quyết định 9"),
        Link(KL_69.key, Relation.CONTINUES, DAN_VAN.key, "tiếp tục thực hiện 25-NQ/TW"),
        Link(KH_141.key, Relation.IMPLEMENTS, KH_7.key, "thực hiện 7-KH/HU"),
        Link(KH_7.key, Relation.IMPLEMENTS, KH_141.key, "thực hiện 141/KH-UBND"),
        Link(KH_61.key, Relation.GUIDES, KL_69_HA_GIANG.key, "hướng dẫn", 0.4),
        Link(KH_61.key, Relation.SUMMARIZES, DECISION.key, "sơ kết", review="interim", years=2.0),
        Link(DECISION.key, Relation.REPLACES, KH_7.key, "thay thế 7-KH/HU", 0.7),
        Link(DECISION.key, Relation.AMENDS, THANH_NIEN.key, "sửa đổi 25-NQ/TW"),
        Link(KH_8.key, Relation.IMPLEMENTS, DAN_VAN.key, "thực hiện 25-NQ/TW"),
    ]
    of_one, of_all = ordered("Huyện ủy Tam Đường"), ordered("các huyện ủy", several=True)
    other = replace(DECISION, dates=(PartialDate("2021-03-02"),), issuers=("Sở Nội vụ",))
    own = replace(DECISION, issuers=("Ủy ban nhân dân tỉnh Lai Châu",))
    decisions = [
        "A,2026-01-31,accept,7-KH/HU,implements,9/QĐ-UBND,,seen",
        "A,2026-01-31,reject,61-KH/HU,guides,69-KL/TU@ha-giang,,not so",
        "A,2026-01-31,add,141/KH-UBND,implements,25-NQ/TW@XI,,on paper",
    ]
    first = replace(
        reading("a.txt", own, [BEHIND, KL_69, DAN_VAN, KH_7, *OTHERS, KH_61], links),
        duties=(of_one, of_all, replace(of_one, about=(DAN_VAN.key,), due="P30D")),
    )
    return store_of(
        folder,
        first,
        replace(first, source=replace(first.source, name="again/a.txt")),
        reading("b.txt", KH_61, [other, KL_69]),
        decisions="\n".join(decisions),
    )


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    store = odd_store(tmp_path_factory.mktemp("odd"))
    path = tables_path(store.directory, store.state.graph)
    write_tables(path, local_copy(store.dataset), lambda sha: None)
    relations = select(store, f"SELECT ?d {{ ?d {ld.ISSUES_PLAN} <{BEHIND.iri}> }}")
    assert relations.rows == ((DECISION.iri,),)
    return store


@pytest.mark.parametrize("name", sorted(counted_questions()))
def test_same_rows_of_what_seldom_is(odd: GraphStore, name: str) -> None:
    answer = select(odd, f"SELECT DISTINCT ?d {{ ?d a {ld.DOCUMENT} }}")
    known = [(str(row[0]),) for row in answer.rows]
    # Who asks for a decision asks for its plan, too.
    pairs = [(DECISION.iri, BEHIND.iri), (KL_69.iri, DAN_VAN.iri)]
    met = 0
    for meant in asked_about(name, [*known, *pairs]):
        counted, asked = both(odd, name, meant)
        assert counted.variables == asked.variables
        # Where several rows stand alike in the order of the question, any may be first.
        assert Counter(counted.rows) == Counter(asked.rows), meant
        met += len(counted.rows)
    assert met


def test_a_server_and_an_earlier_store_are_asked_in_sparql(odd: GraphStore, tmp_path: Path) -> None:
    without = replace(odd, directory=tmp_path)
    assert counted_rows(without, "coverage", {}) is None
    assert counted_rows(odd, "wanted", {}) is None
    assert ask(without, "coverage") == ask(odd, "coverage")
