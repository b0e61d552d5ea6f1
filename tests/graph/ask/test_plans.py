from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from extract.text.source import Span
from graph.ask.plans import document_view, plans_of
from graph.errors import Ambiguous, NotFound
from graph.store.disk import GraphStore
from graph.typed.meaning import document_named, documents_named
from graph.values import PlanRow, Quote
from ontology.dates import PartialDate
from ontology.documents.relation import Relation
from ontology.level import Level
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
    store_of,
)

OPEN = document("69-KL/TU", register="kl-tu", level=Level.PROVINCE)
LAW = document("luat-dat-dai", "qh/named/luat-dat-dai", kind="Luật", title="Luật Đất đai")
DECREE = document("162/2017/NĐ-CP", "cp/2017/nd-cp/162", kind="Nghị định", issuers=["Chính phủ"])
PROGRAMME = document("de-an-06", "vn/named/de-an-06", kind="Đề án", title="Đề án 06")
BARE = document("57", kind="Nghị quyết")
QUY_CHE = document("quy-che-dan-van", "vn/named/quy-che-dan-van", kind="Quy chế", title="Quy chế X")
QD_23 = document("23-QĐ/TW", "tw/k13/qd-tw/23", kind="Quyết định", dates=["2021-07-30"])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    """25-NQ/TW <- 43-KL/TW <- 69-KL/TU <- 61-KH/HU <- 141/KH-UBND; 23-QĐ/TW, its Quy chế X."""
    texts = [
        reading(
            "61.txt",
            KH_61,
            [KL_69, KL_43, DAN_VAN, LAW, DECREE],
            [
                Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", "về thực hiện 69-KL/TU", 0.8),
                Link("43-KL/TW", Relation.CONTINUES, "25-NQ/TW@XI", "tiếp tục thực hiện 25", 0.9),
            ],
        ),
        reading(
            "report.txt",
            document("9-BC/HU", "lai-chau.tam-duong.hu/nk2020/bc-hu/9", dates=["2023-07-21"]),
            [KH_61, KL_69, KL_43, KH_141, QUY_CHE, QD_23, PROGRAMME, BARE],
            [
                Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", "61 thực hiện 69", 0.8),
                Link("69-KL/TU", Relation.IMPLEMENTS, "43-KL/TW", "thực hiện 43-KL/TW", 0.9),
                Link("141/KH-UBND", Relation.DETAILS, "61-KH/HU", "chi tiết 61-KH/HU", 0.9),
                Link(
                    "141/KH-UBND", Relation.IMPLEMENTS, "quy-che-dan-van", "thực hiện Quy chế", 0.7
                ),
                Link("23-QĐ/TW", Relation.PROMULGATES, "quy-che-dan-van", "ban hành Quy chế", 0.9),
                Link(
                    "9-BC/HU", Relation.SUMMARIZES, "69-KL/TU", "sơ kết 02 năm", 0.9, "interim", 2
                ),
            ],
        ),
        reading(
            "ha-giang.txt",
            document(
                "5-KH/TU", "ha-giang.tu/nk2020/kh-tu/5", place="ha-giang", level=Level.PROVINCE
            ),
            [KL_69_HA_GIANG, THANH_NIEN],
            [Link("5-KH/TU", Relation.IMPLEMENTS, "69-KL/TU", "thực hiện 69-KL/TU")],
        ),
        reading("unknown.txt", document("x", title="Thông báo"), [OPEN]),
    ]
    return store_of(tmp_path_factory.mktemp("store"), *texts)


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


def chains(rows: Sequence[PlanRow]) -> list[tuple[str, Sequence[str]]]:
    return [(row.document.number, [step.relation for step in row.steps]) for row in rows]


def test_the_whole_chain_is_followed(store: GraphStore) -> None:
    assert chains(plans_of(store, document_named(store, "25-NQ/TW@XI").iri)) == [
        ("43-KL/TW", ["continues"]),
        ("69-KL/TU", ["implements", "continues"]),
        ("61-KH/HU", ["implements", "implements", "continues"]),
        ("141/KH-UBND", ["details", "implements", "implements", "continues"]),
    ]


def test_direct_keeps_to_one_step(store: GraphStore) -> None:
    assert chains(plans_of(store, document_named(store, "25-NQ/TW@XI").iri, direct=True)) == [
        ("43-KL/TW", ["continues"])
    ]


def test_local_level_and_place_choose_documents_not_steps(store: GraphStore) -> None:
    numbers = [
        number
        for number, _ in chains(
            plans_of(store, document_named(store, "25-NQ/TW@XI").iri, local=True)
        )
    ]
    assert numbers == ["69-KL/TU", "61-KH/HU", "141/KH-UBND"]
    assert (
        len(chains(plans_of(store, document_named(store, "25-NQ/TW@XI").iri, level=Level.DISTRICT)))
        == 2
    )
    assert (
        len(
            chains(
                plans_of(store, document_named(store, "25-NQ/TW@XI").iri, place="huyện Tam Đường")
            )
        )
        == 2
    )
    assert (
        len(chains(plans_of(store, document_named(store, "25-NQ/TW@XI").iri, place="lai chau")))
        == 3
    )
    assert not chains(plans_of(store, document_named(store, "25-NQ/TW@XI").iri, place="Hà Giang"))


def test_every_step_shows_the_words_that_state_it(store: GraphStore) -> None:
    row = plans_of(store, document_named(store, "43-KL/TW").iri, level=Level.DISTRICT)[0]
    assert [(step.subject.number, step.object.number) for step in row.steps] == [
        ("61-KH/HU", "69-KL/TU"),
        ("69-KL/TU", "43-KL/TW"),
    ]
    own, other = row.steps
    # The plan's own text counts before the report that says the same.
    assert (own.quote, own.text) == ("về thực hiện 69-KL/TU", "61.txt")
    assert (other.quote, other.text, other.rule) == ("thực hiện 43-KL/TW", "report.txt", "made")
    assert own.end - own.start == len(own.quote)


def test_what_is_inferred_is_left_out_unless_asked_for(store: GraphStore) -> None:
    assert chains(plans_of(store, document_named(store, "23-QĐ/TW").iri)) == []
    assert chains(plans_of(store, document_named(store, "23-QĐ/TW").iri, inferred=True)) == [
        ("141/KH-UBND", ["carries_out"])
    ]
    step = plans_of(store, document_named(store, "23-QĐ/TW").iri, inferred=True)[0].steps[0]
    assert step.inferred
    assert step.rule == "carries-out-what-adopts"
    assert [premise.quote for premise in step.premises] == ["thực hiện Quy chế", "ban hành Quy chế"]
    assert step.confidence == pytest.approx(0.63)


def test_a_plan_for_the_decision_carries_out_what_it_promulgates(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        reading(
            "a.txt",
            KH_61,
            [QD_23, QUY_CHE],
            [
                Link("61-KH/HU", Relation.IMPLEMENTS, "23-QĐ/TW", "thực hiện 23-QĐ/TW"),
                Link("23-QĐ/TW", Relation.APPROVES, "quy-che-dan-van", "phê duyệt"),
            ],
        ),
    )
    step = plans_of(store, QUY_CHE.iri, inferred=True)[0].steps[0]
    assert (step.rule, step.subject.number) == ("carries-out-what-is-adopted", "61-KH/HU")
    assert not plans_of(store, QUY_CHE.iri)


def test_a_circle_ends(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        reading(
            "a.txt",
            KH_61,
            [KL_69, KL_43],
            [
                Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", "a"),
                Link("69-KL/TU", Relation.IMPLEMENTS, "43-KL/TW", "b"),
                Link("43-KL/TW", Relation.CONTINUES, "61-KH/HU", "c"),
                Link("43-KL/TW", Relation.CONTINUES, "43-KL/TW", "d"),
            ],
        ),
    )
    assert [row.document.number for row in plans_of(store, KL_69.iri)] == ["61-KH/HU", "43-KL/TW"]


def test_show_holds_links_both_ways(store: GraphStore) -> None:
    view = document_view(store, KL_69.iri)
    assert [(step.relation, step.object.number) for step in view.outgoing] == [
        ("implements", "43-KL/TW")
    ]
    assert [(step.relation, step.subject.number) for step in view.incoming] == [
        ("implements", "61-KH/HU"),
        ("implements", "61-KH/HU"),
        ("summarizes", "9-BC/HU"),
    ]
    review = view.incoming[-1]
    assert (review.review, review.years) == ("interim", 2.0)
    assert [quote.text for quote in view.quotes] == ["61.txt", "report.txt"]
    assert view.texts == ()
    assert document_view(store, KH_61.iri).texts == ("61.txt",)


def test_show_keeps_what_contradicts(tmp_path: Path) -> None:
    said = replace(
        KH_61, issuers=("UBND huyện",), dates=(PartialDate("2021-06-18"), PartialDate("2021-06-16"))
    )
    store = store_of(
        tmp_path,
        reading("own.txt", KH_61, [KL_69]),
        reading("b.txt", KH_141, [said]),
        reading("c.txt", KL_43, [said]),
    )
    fields = {field.name: field for field in document_view(store, KH_61.iri).fields}
    assert fields["issuer"].conflict
    own, other = fields["issuer"].values
    # What a text says of itself is shown, even where more texts say something else.
    assert (own.value, own.own, own.shown) == ("Huyện ủy", True, True)
    assert (other.value, other.sources, other.shown) == ("UBND huyện", ("b.txt", "c.txt"), False)
    assert fields["date"].conflict
    assert not fields["type"].conflict


def test_a_step_shows_the_verb_that_stands_apart(tmp_path: Path) -> None:
    said = reading("a.txt", KH_61, [KL_69], [Link("61-KH/HU", Relation.REPEALS, "69-KL/TU", "69")])
    claim = replace(said.claims[0], context=Span(0, 5))
    store = store_of(tmp_path, replace(said, claims=(claim,)))
    assert document_view(store, KH_61.iri).outgoing[0].context == Quote(
        quote="a.txt", text="a.txt", start=0, end=5
    )


def test_show_says_what_settled_a_reference(tmp_path: Path) -> None:
    open_ = document(
        "69-KL/TU", series="lai-chau.tu", register="kl-tu", level=Level.PROVINCE, place="lai-chau"
    )
    store = store_of(tmp_path, reading("a.txt", KH_61, [KL_69]), reading("b.txt", KH_141, [open_]))
    view = document_view(store, KL_69.iri)
    assert view.identified == ("only-holder",)
    assert len(view.quotes) == 2


def test_show_of_what_no_text_mentions(store: GraphStore) -> None:
    with pytest.raises(NotFound):
        document_view(store, "https://w3id.org/luocdo/id/doc/tw/k11/nq-tw/26")
