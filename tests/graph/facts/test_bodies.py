"""What a store knows of a body: place, superior, how long it lasts, what follows it."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from graph.ask.sparql import Rows, run
from graph.facts.bodies import named_body_facts
from graph.facts.places import place_facts
from graph.rdf import vocabulary as ld
from ontology.level import Level
from tests.graph.made import KH_61, document, reading, store_of

BODY = ld.thing_node("body", "x", "x")


def known(name: str, level: Level, place: str, relation: NamedNode) -> list[str]:
    """The values of one property of a body, without their base."""
    values = {
        quad.object.value.removeprefix(ld.thing_node("body", "").value)
        for quad in named_body_facts(BODY, name, level, place)
        if quad.subject == BODY
        and quad.predicate == relation
        and isinstance(quad.object, NamedNode | Literal)
    }
    return sorted(values)


P, D, C, Z = Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.CENTRAL
UBND = "uy-ban-nhan-dan"
NINH = ("ninh-chau", "quang-ninh", "truong-ninh", "truong-son")
KNOWN = [
    ("Tỉnh ủy", P, "ha-giang", ld.SUCCESSOR, ["tuyen-quang/tinh-uy"], "the province was merged"),
    ("Tỉnh ủy", P, "ha-giang", ld.VALID_UNTIL, ["2025-06-30"], "it ended with its province"),
    ("Tỉnh ủy", P, "lai-chau", ld.SUCCESSOR, [], "the province stays"),
    ("Tỉnh ủy", P, "lai-chau", ld.VALID_UNTIL, [], "it lasts"),
    ("UBND tỉnh Bắc Kạn", P, "bac-kan", ld.SUCCESSOR, [f"thai-nguyen/{UBND}"], "state bodies too"),
    ("Sở Kế hoạch và Đầu tư", P, "lai-chau", ld.SUCCESSOR, ["lai-chau/so-tai-chinh"], "its kind"),
    ("Sở Kế hoạch và Đầu tư", P, "bac-kan", ld.VALID_UNTIL, ["2025-02"], "before its province"),
    ("Sở Kế hoạch và Đầu tư", P, "lai-chau", ld.SUPERIOR, [f"lai-chau/{UBND}"], "in its place"),
    ("Huyện ủy", D, "lai-chau.tam-duong", ld.VALID_UNTIL, ["2025-06-30"], "districts ended"),
    ("Huyện ủy", D, "lai-chau.tam-duong", ld.SUPERIOR, ["lai-chau/tinh-uy"], "around its place"),
    (
        "Huyện ủy",
        D,
        "quang-binh.quang-ninh",
        ld.SUCCESSOR,
        [f"quang-tri.{name}/dang-uy" for name in NINH],
        "the communes that took it over, in the province that its own became a part of",
    ),
    ("Huyện ủy", D, "lai-chau.muong-mua", ld.SUCCESSOR, [], "a district that the tables lack"),
    (
        "UBND huyện",
        D,
        "quang-ninh.co-to",
        ld.SUCCESSOR,
        [f"quang-ninh.dac-khu-co-to/{UBND}"],
        "one",
    ),
    ("HĐND xã", C, "ca-mau.nam-can.dat-moi", ld.VALID_UNTIL, ["2025-06-30"], "merged"),
    (
        "UBND xã",
        C,
        "lai-chau.tam-duong.ho-thau",
        ld.SUCCESSOR,
        [f"lai-chau.ta-leng/{UBND}"],
        "a commune that became a part of another",
    ),
    ("UBND xã", C, "lai-chau.binh-lu", ld.VALID_FROM, ["2025-07-01"], "communes of the reform"),
    ("UBND xã", C, "lai-chau.binh-lu", ld.VALID_UNTIL, [], "lasts"),
    ("UBND phường", C, "ha-noi.phuong-ba-dinh", ld.SUPERIOR, [f"ha-noi/{UBND}"], "no district"),
    ("UBND huyện", D, "lai-chau.tam-duong", ld.VALID_UNTIL, ["2025-06-30"], "by its level"),
    ("Công an huyện", D, "lai-chau.tam-duong", ld.SUCCESSOR, ["lai-chau/cong-an-tinh"], "goes up"),
    ("UBND xã", C, "lai-chau.tam-duong.ho-thau", ld.SUPERIOR, [f"lai-chau.tam-duong/{UBND}"], "a"),
    ("UBND xã", C, "lai-chau.ta-leng", ld.SUPERIOR, [f"lai-chau/{UBND}"], "since July 2025"),
    ("Bộ Giao thông vận tải", Z, "", ld.SUCCESSOR, ["tw/bo-xay-dung"], "a ministry"),
    ("Bộ Giao thông vận tải", Z, "", ld.SUPERIOR, ["tw/chinh-phu"], "a ministry"),
    ("Bộ Nội vụ", Z, "", ld.VALID_FROM, ["2002"], "since when"),
]


@pytest.mark.parametrize(("name", "level", "place", "relation", "values", "why"), KNOWN)
def test_what_is_known_of_a_body(
    name: str, level: Level, place: str, relation: NamedNode, values: list[str], why: str
) -> None:
    assert known(name, level, place, relation) == values, why


def test_what_followed_is_itself_described() -> None:
    after = ld.thing_node("body", "tuyen-quang", "tinh-uy")
    said = {
        quad.predicate
        for quad in named_body_facts(BODY, "Tỉnh ủy", P, "ha-giang")
        if quad.subject == after
    }
    assert said >= {ld.TYPE, ld.LABEL, ld.LEVEL, ld.JURISDICTION, ld.BODY_KIND, ld.SUPERIOR}


def test_a_query_finds_who_answers_today_for_what_a_body_issued(tmp_path: Path) -> None:
    decision = document(
        "5/QĐ-SKHĐT",
        "lai-chau.skhdt/2024/qd-skhdt/5",
        issuers=["Sở Kế hoạch và Đầu tư"],
        level=P,
        place="lai-chau",
    )
    store = store_of(tmp_path, reading("a.txt", KH_61, [decision]))
    found = run(
        store,
        f"PREFIX ld: <{ld.NS}> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
        f"SELECT DISTINCT ?name {{ <{decision.iri}> ld:issuedBy/ld:successor ?b . "
        "?b skos:prefLabel ?name }",
    )
    assert found == Rows(("name",), (("Sở Tài chính",),))


def test_a_district_is_named_and_leads_to_the_communes_of_today() -> None:
    district = ld.thing_node("place", "quang-binh.quang-ninh")
    facts = list(place_facts("quang-binh.quang-ninh"))
    said = {quad.predicate: quad.object for quad in facts if quad.subject == district}
    assert said[ld.LABEL] == Literal("huyện Quảng Ninh", language="vi")
    assert said[ld.WITHIN] == ld.thing_node("place", "quang-binh")
    after = {quad.object for quad in facts if quad.predicate == ld.SUCCESSOR}
    assert after == {ld.thing_node("place", f"quang-tri.{name}") for name in NINH}
    assert {quad.subject for quad in facts if quad.predicate == ld.LABEL} == {district, *after}


def test_what_followed_is_no_place_that_a_text_speaks_of() -> None:
    typed = {quad.subject for quad in place_facts("quang-ninh.co-to") if quad.predicate == ld.TYPE}
    assert typed == {ld.thing_node("place", path) for path in ("quang-ninh", "quang-ninh.co-to")}
