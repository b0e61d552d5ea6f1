"""Texts that decisions are about, and what is asked of a graph that they were applied to."""

from collections.abc import Callable

from graph.ask.plans import plans_of
from graph.ask.sparql import Rows, run
from graph.rdf.vocabulary import NS
from graph.read.decided import all_decided
from graph.store.disk import GraphStore
from graph.typed.meaning import document_named
from ontology.documents.relation import Relation
from tests.graph.made import (
    DAN_VAN,
    KH_61,
    KH_141,
    KL_43,
    KL_69,
    KL_69_HA_GIANG,
    THANH_NIEN,
    Link,
    document,
    reading,
)

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
Add = Callable[..., GraphStore]
TOLD = reading(
    "tuyen-truyen.txt",
    document("7-BC/TU", "lai-chau.tu/nk2020/bc-tu/7"),
    [KH_141, KL_69],
    [Link("7-BC/TU", Relation.CITES, "69-KL/TU", "UBND huyện lo việc của Kết luận 69")],
)
ADDED_TO = (PLAN, REPORT, OTHERS, YOUTH, TOLD)
QUOTED = (
    "add,141/KH-UBND,implements,69-KL/TU@lai-chau,tuyen-truyen.txt,đã xem bản giấy,"
    "lo việc  của Kết luận"
)
REASONED = "add,141/KH-UBND,implements,69-KL/TU@lai-chau,,đã xem bản giấy"
"""The same link, with words of a text and with a reason alone."""


def problems(store: GraphStore) -> list[str]:
    return [decided.problem for decided in all_decided(store.dataset) if decided.problem]


def carrying_out(store: GraphStore, number: str, *, inferred: bool = False) -> list[str]:
    rows = plans_of(store, document_named(store, number).iri, direct=True, inferred=inferred)
    return [row.document.number for row in rows]


def rows(store: GraphStore, query: str) -> Rows:
    answer = run(store, f"PREFIX ld: <{NS}> PREFIX lds: <https://w3id.org/luocdo/scheme/> {query}")
    assert isinstance(answer, Rows)
    return answer


def plans(store: GraphStore, number: str) -> list[str]:
    found = plans_of(store, document_named(store, number).iri)
    return sorted(row.document.number for row in found)
