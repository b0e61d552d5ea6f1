"""Documents are found as people type their numbers and names."""

from pathlib import Path

import pytest

from graph.errors import Ambiguous, NotFound
from graph.store.disk import GraphStore
from graph.typed.meaning import document_named, documents_named
from ontology.level import Level
from tests.graph.made import (
    KH_61,
    KH_141,
    KL_69,
    document,
    reading,
    store_of,
)

OPEN = document("69-KL/TU", register="kl-tu", level=Level.PROVINCE)


FOUND = [
    ("61-KH/HU", ["61-KH/HU"]),
    ("61 kh/hu", ["61-KH/HU"]),
    ("kế hoạch số 61-kh/hu", ["61-KH/HU"]),
    ("141/kh-ubnd", ["141/KH-UBND"]),
    ("25-nq/tw", ["25-NQ/TW@X", "25-NQ/TW@XI"]),
    ("25-NQ/TW@XI", ["25-NQ/TW@XI"]),
    ("25-NQ/TW@2013", ["25-NQ/TW@XI"]),
    ("25-NQ/TW, ngày 25/7/2008", ["25-NQ/TW@X"]),
    ("Nghị quyết 25 khóa X", ["25-NQ/TW@X"]),
    ("69-KL/TU@lai-chau", ["69-KL/TU@lai-chau"]),
    ("69-KL/TU@tỉnh Hà Giang", ["69-KL/TU@ha-giang"]),
    ("69-KL/TU@2021-04-09", ["69-KL/TU@lai-chau"]),
    ("69-KL/TU@an-giang", []),
    ("Nghị định 162/2017", ["162/2017/NĐ-CP"]),
    ("162/NĐ-CP", ["162/2017/NĐ-CP"]),
    ("Nghị định 162", ["162/2017/NĐ-CP"]),
    ("Thông tư 162", []),
    ("Luật Đất đai", ["Luật Đất đai"]),
    ("luat dat dai", ["Luật Đất đai"]),
    ("đất đai", ["Luật Đất đai"]),
    ("Đề án 06", ["Đề án 06"]),
    ("Nghị quyết 57", ["57"]),
    ("tw/k11/nq-tw/25", ["25-NQ/TW@XI"]),
    ("https://w3id.org/luocdo/id/doc/qh/named/luat-dat-dai", ["Luật Đất đai"]),
    ("70-KL/TU", []),
    ("", []),
    ('"} ; DROP ALL #', []),
]


@pytest.mark.parametrize(("typed", "expected"), FOUND, ids=[row[0] for row in FOUND])
def test_numbers_are_found_as_people_type_them(
    store: GraphStore, typed: str, expected: list[str]
) -> None:
    assert [found.selector for found in documents_named(store, typed)] == expected


def test_every_selector_means_one_document(store: GraphStore) -> None:
    for typed in ("25-NQ/TW", "69-KL/TU", "61-KH/HU", "Luật Đất đai", "57"):
        assert documents_named(store, typed)
        for found in documents_named(store, typed):
            assert documents_named(store, found.selector) == (found,)


TWICE = [
    pytest.param(
        "69-KL/TU",
        [
            "lai-chau.tu/nk2015/kl-tu/69",
            "lai-chau.tu/nk2020/kl-tu/69",
            "ha-giang.tu/nk2020/kl-tu/69",
        ],
        id="two-terms-of-one-place",
    ),
    pytest.param(
        "5-KH/X",
        ["lai-chau.tu/2021/kh-x/5", "lai-chau.ubnd/2021/kh-x/5"],
        id="two-bodies-of-one-place",
    ),
]


@pytest.mark.parametrize(("number", "identities"), TWICE)
def test_namesakes_of_one_place_have_selectors_of_their_own(
    tmp_path: Path, number: str, identities: list[str]
) -> None:
    texts = [
        reading(f"{index}.txt", document(number, identity, kind="Kế hoạch"))
        for index, identity in enumerate(identities)
    ]
    store = store_of(tmp_path, *texts)
    found = documents_named(store, number)
    assert len({each.selector for each in found}) == len(identities)
    for each in found:
        assert documents_named(store, each.selector) == (each,)


def test_a_number_of_two_provinces_is_ambiguous(store: GraphStore) -> None:
    with pytest.raises(Ambiguous) as caught:
        document_named(store, "69-KL/TU")
    selectors = [found.selector for found in caught.value.candidates]
    assert selectors[:2] == ["69-KL/TU@ha-giang", "69-KL/TU@lai-chau"]
    assert selectors[2].startswith("69-KL/TU@ref-")
    assert "69-KL/TU@lai-chau" in str(caught.value)


def test_an_open_reference_makes_nothing_ambiguous(tmp_path: Path) -> None:
    store = store_of(tmp_path, reading("a.txt", KH_61, [KL_69]), reading("b.txt", KH_141, [OPEN]))
    assert len(documents_named(store, "69-KL/TU")) == 2
    assert document_named(store, "69-KL/TU").iri == KL_69.iri
    assert document_named(store, "69-KL/TU").selector == "69-KL/TU"


def test_a_number_that_nobody_mentions_names_the_nearest(store: GraphStore) -> None:
    with pytest.raises(NotFound) as caught:
        document_named(store, "62-KH/HU")
    assert caught.value.nearest == ("61-KH/HU",)
    with pytest.raises(NotFound) as caught:
        document_named(store, "Luật Đất đai và nhà ở")
    assert "Luật Đất đai" in caught.value.nearest


def test_one_returns_what_is_known_of_a_document(store: GraphStore) -> None:
    found = document_named(store, "69-KL/TU@lai-chau")
    assert (found.number, found.type, found.date) == ("69-KL/TU", "Kết luận", "2021-04-09")
    assert (found.issuer, found.level, found.place) == (
        "Ban Thường vụ Tỉnh ủy",
        Level.PROVINCE,
        "lai-chau",
    )
    assert (found.held, found.mentions, found.resolved) == (False, 2, True)
    assert document_named(store, "61-KH/HU").held
