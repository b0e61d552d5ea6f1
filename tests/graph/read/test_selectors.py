"""What is offered to tell namesakes apart is short, and means just that one document."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from graph.opening import open_store
from graph.rdf import vocabulary as ld
from graph.read.documents import Documents
from graph.store.disk import GraphStore
from graph.typed.meaning import document_named, documents_named
from tests.graph.made import document, reading, store_of

OWN = document("1-BC/TU", "a.tu/nk2020/bc-tu/1")


def offered(store: GraphStore, number: str) -> dict[str, str]:
    """What is offered for each namesake, by the end of its IRI."""
    found = documents_named(store, number)
    for namesake in found:
        assert document_named(store, namesake.selector).iri == namesake.iri
    return {namesake.iri.partition("/id/")[2]: namesake.selector for namesake in found}


@pytest.mark.parametrize(
    ("namesakes", "expected", "reason"),
    [
        (
            [("25-NQ/TW", "tw/k10/nq-tw/25"), ("25-NQ/TW@2", "tw/k11/nq-tw/25")],
            ["25-NQ/TW@X", "25-NQ/TW@XI"],
            "a term, as people say it",
        ),
        (
            [("69-KL/TU", "a.tu/nk2020/kl-tu/69"), ("69-KL/TU@2", "b.tu/nk2020/kl-tu/69")],
            ["69-KL/TU@a", "69-KL/TU@b"],
            "a place",
        ),
        (
            [("69-KL/TU", "a.tu/nk2015/kl-tu/69"), ("69-KL/TU@2", "a.tu/nk2020/kl-tu/69")],
            ["69-KL/TU@a@nk2015", "69-KL/TU@a@nk2020"],
            "a place does not tell them apart",
        ),
        (
            [("5-KH/UBND", "a.ubnd/2020/kh-ubnd/5"), ("5-KH/UBND@2", "a.ubnd/2021/kh-ubnd/5")],
            ["5-KH/UBND@a@2020", "5-KH/UBND@a@2021"],
            "a year",
        ),
    ],
)
def test_the_shortest_way_is_offered(
    namesakes: list[tuple[str, str]], expected: list[str], reason: str, tmp_path: Path
) -> None:
    others = [document(key, identity, place=identity[:1]) for key, identity in namesakes]
    store = store_of(tmp_path, reading("a.txt", OWN, others))
    number = namesakes[0][0]
    assert list(offered(store, number).values()) == expected, reason


def test_laws_of_one_name_are_told_apart_by_their_years(tmp_path: Path) -> None:
    laws = [
        document(
            f"luat-dat-dai-{year}",
            f"qh/named/luat-dat-dai-{year}",
            dates=[day],
            title="Luật Đất đai",
        )
        for year, day in (("2003", "2003-11-26"), ("2024", "2024-01-18"))
    ]
    store = store_of(tmp_path, reading("a.txt", OWN, laws))
    assert sorted(offered(store, "luật đất đai").values()) == [
        "Luật Đất đai@2003", "Luật Đất đai@2024",
    ]  # fmt: skip


def test_what_an_open_reference_has_too_tells_nothing_apart(tmp_path: Path) -> None:
    known = [
        document("69-KL/TU", "a.tu/nk2020/kl-tu/69", place="a"),
        document("69-KL/TU@2", "b.tu/nk2020/kl-tu/69", place="b"),
    ]
    open_ = document("69-KL/TU@3", place="a", series="a.tu", register="kl-tu")
    store = store_of(tmp_path, reading("a.txt", OWN, [*known, open_]))
    found = offered(store, "69-KL/TU")
    assert found["doc/b.tu/nk2020/kl-tu/69"] == "69-KL/TU@b"
    assert found["doc/a.tu/nk2020/kl-tu/69"] != "69-KL/TU@a"


def test_every_document_of_the_demo_is_found_by_what_is_offered(store: Path) -> None:
    opened = open_store(store)
    documents = Documents(opened.dataset)
    counts = opened.dataset.quads_for_pattern(None, ld.MENTION_COUNT, None, None)
    iris = {quad.subject.value for quad in counts if isinstance(quad.subject, NamedNode)}
    assert len(iris) == opened.state.documents
    for iri in iris:
        assert document_named(opened, documents.found(iri).selector).iri == iri


def test_a_register_with_its_period_means_what_is_in_it(tmp_path: Path) -> None:
    namesakes = [
        document("5-KH/UBND", "a.ubnd/2021/kh-ubnd/5", place="a"),
        # What is from a place of that name, and of that year, is in another register.
        document("5-KH/UBND@2", "b.ubnd/2022/kh-ubnd/5", place="a.ubnd", dates=["2021-12-31"]),
    ]
    store = store_of(tmp_path, reading("a.txt", OWN, namesakes))
    asked = [
        [found.iri.partition("/id/")[2] for found in documents_named(store, f"5-KH/UBND@{marks}")]
        for marks in ("a.ubnd@2021", "2021@a.ubnd", "a.ubnd", "a.ubnd@2021@2021-12-31")
    ]
    first, second = "doc/a.ubnd/2021/kh-ubnd/5", "doc/b.ubnd/2022/kh-ubnd/5"
    assert asked == [[first], [first], [first, second], []]
