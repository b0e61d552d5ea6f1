"""Which documents are meant by lists, citations, places, titles and descriptions; and by none."""

from pathlib import Path

import pytest

from extract.reading import Document
from graph.ask.competency import ask
from graph.errors import Ambiguous, NotFound, NumberUnread
from graph.store.disk import GraphStore
from graph.typed.descriptions import described
from graph.typed.meaning import document_named, documents_asked, documents_named
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


def law(number: str, title: str, year: int, day: str = "", kind: str = "Luật") -> Document:
    term = number.rpartition("QH")[2]
    identity = f"qh/{year}/luat-qh{term}/{int(number.partition('/')[0])}"
    dates = [day] if day else []
    return document(number, identity, kind=kind, title=title, dates=dates, issuers=["Quốc hội"])


def name(slugged: str, title: str, day: str = "") -> Document:
    dates = [day] if day else []
    return document(slugged, f"qh/named/{slugged}", kind="Luật", title=title, dates=dates)


LAWS = [
    law("69/2025/QH15", "Luật Hóa chất", 2025),
    law("109/2025/QH15", "THUẾ THU NHẬP CÁ NHÂN", 2025),
    law("73/2025/QH15", "Luật Nhà giáo", 2025),
    law("31/2024/QH15", "Luật Đất đai", 2024, "2024-01-18"),
    law("45/2013/QH13", "Luật Đất đai", 2013, "2013-11-29"),
    name("luat-dat-dai-2024", "Luật Đất đai", "2024"),
    law("84/2025/QH15", "Luật Thanh tra", 2025, "2025-06-25"),
    name("luat-thanh-tra", "Luật Thanh tra", "2010"),
]
QD_217 = document("217-QĐ/TW", "tw/k11/qd-tw/217", kind="Quyết định", dates=["2013-12-12"])
QD_218 = document("218-QĐ/TW", "tw/k11/qd-tw/218", kind="Quyết định", dates=["2013-12-12"])
NQ_57 = document(
    "57-NQ/TW",
    "tw/k13/nq-tw/57",
    kind="Nghị quyết",
    dates=["2024-12-22"],
    issuers=["Bộ Chính trị"],
    title="về đột phá phát triển khoa học, công nghệ",
)
NQ_57_CP = document(
    "57/NQ-CP", "cp/2022/nq-cp/57", kind="Nghị quyết", issuers=["Chính phủ"], dates=["2022-04-21"]
)
NQ_3 = document(
    "03/NQ-CP", "cp/2025/nq-cp/3", kind="Nghị quyết", issuers=["Chính phủ"], dates=["2025-01-09"]
)
PROGRAMME = document(
    "chuong-trinh-57", "vn/named/chuong-trinh-57", kind="Chương trình", title="Chương trình KHCN"
)
OF_TU = document(
    "5-CTr/TU",
    "lai-chau.tu/nk2020/ctr-tu/5",
    kind="Chương trình",
    issuers=["Ban Thường vụ Tỉnh ủy"],
    level=Level.PROVINCE,
    place="lai-chau",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    """57-NQ/TW <- a programme of the Government behind 03/NQ-CP, and one of Lai Châu; laws."""
    texts = [
        reading(
            "3.txt",
            NQ_3,
            [PROGRAMME, NQ_57],
            [
                Link("03/NQ-CP", Relation.PROMULGATES, PROGRAMME.key, "Ban hành Chương trình KHCN"),
                Link(PROGRAMME.key, Relation.IMPLEMENTS, "57-NQ/TW", "thực hiện Nghị quyết 57"),
            ],
        ),
        reading(
            "5.txt",
            OF_TU,
            [NQ_57, NQ_57_CP],
            [Link("5-CTr/TU", Relation.IMPLEMENTS, "57-NQ/TW", "thực hiện 57-NQ/TW")],
        ),
        reading(
            "61.txt",
            KH_61,
            [KL_69, KL_43, DAN_VAN, THANH_NIEN, KH_141, QD_217, QD_218],
            [Link("61-KH/HU", Relation.IMPLEMENTS, "69-KL/TU", "thực hiện 69-KL/TU")],
        ),
        reading("ha-giang.txt", document("2-BC/TU", "b.tu/nk2020/bc-tu/2"), [KL_69_HA_GIANG]),
        reading("laws.txt", document("1-BC/TU", "a.tu/nk2020/bc-tu/1"), LAWS),
        # A text older than the numbered law means another by the name.
        reading(
            "old.txt",
            document("2-BC/TU", "a.tu/nk2005/bc-tu/2", dates=["2008-01-09"]),
            [name("luat-nha-giao", "Luật Nhà giáo")],
        ),
    ]
    return store_of(tmp_path_factory.mktemp("meant") / "store", *texts)


ASKED = [
    ("217/218-QĐ/TW", ["217-QĐ/TW", "218-QĐ/TW"], "a list"),
    ("218, 217-qd/tw", ["218-QĐ/TW", "217-QĐ/TW"], "a list in the order typed"),
    ("217-QĐ/TW, 217-QĐ/TW", ["217-QĐ/TW"], "the same twice is one"),
    ("69-KL/TU@lai-chau, 69-KL/TU@ha-giang", ["69-KL/TU@lai-chau", "69-KL/TU@ha-giang"], "marks"),
    ("69-KL/TU Lai Châu", ["69-KL/TU@lai-chau"], "a place behind"),
    ("69-kl/tu ha giang", ["69-KL/TU@ha-giang"], "a place without its marks"),
    ("69-KL/TU của Tỉnh ủy Lai Châu", ["69-KL/TU@lai-chau"], "an issuer"),
    ("69-KL/TU UBND huyện Tam Đường", NotFound, "a body that issued none"),
    ("69-KL/TU của Tỉnh ủy Cà Mau", NotFound, "an issuer of another place"),
    ("69-KL/TU ngày 09/4/2021", ["69-KL/TU@lai-chau"], "a date"),
    ("69-KL/TU ngày 10/4/2021", NotFound, "another date"),
    (
        "Kết luận số 69-KL/TU ngày 09/4/2021 của Ban Thường vụ Tỉnh ủy Lai Châu về thực hiện"
        " Nghị quyết số 25-NQ/TW",
        ["69-KL/TU@lai-chau"],
        "a whole citation",
    ),
    ("69-KL/TU nhảm nhí", NotFound, "words that say nothing of it"),
    ("43-KL/TW của Tỉnh ủy Lai Châu", NotFound, "a central number of a province"),
    ("Nghị quyết 57", Ambiguous, "two bodies"),
    ("Nghị quyết 57 của Bộ Chính trị", ["57-NQ/TW"], "one of them"),
    ("NQ 57 của Chính phủ", ["57/NQ-CP"], "the other"),
    ("Luật Hóa chất", ["69/2025/QH15"], "the title of a numbered law"),
    ("luat hoa chat", ["69/2025/QH15"], "without its marks"),
    ("Luật Thuế thu nhập cá nhân", ["109/2025/QH15"], "a title printed without its type word"),
    ("Luật Nhà giáo", ["73/2025/QH15", "Luật Nhà giáo@named"], "a law and its name"),
    ("Luật Nhà giáo@named", ["Luật Nhà giáo@named"], "the name alone"),
    ("Luật Thanh tra", Ambiguous, "a law and a name of another year"),
    ("Luật Đất đai", Ambiguous, "two laws"),
    ("Luật Đất đai 2024", ["31/2024/QH15"], "that of a year"),
    ("Luật Đất đai năm 2013", ["45/2013/QH13"], "that of another year"),
    ("Luật Đất đai số 31/2024/QH15", ["31/2024/QH15"], "a name with its number"),
    ("Luật Nhà giáo và nhà ở", NotFound, "more than a name"),
    ("đột phá phát triển khoa học", ["57-NQ/TW"], "the beginning of a title"),
    ("Nghị quyết về đột phá phát triển khoa học, công nghệ", ["57-NQ/TW"], "a title with its type"),
    ("Kế hoạch về đột phá phát triển khoa học, công nghệ", NotFound, "with another type"),
    ("chương trình hành động của Chính phủ về 57", ["Chương trình KHCN"], "a description"),
    ("chuong trinh cua Chinh phu thuc hien 57-NQ/TW", ["Chương trình KHCN"], "without marks"),
    ("nghị quyết của Chính phủ về 57-NQ/TW", ["03/NQ-CP"], "the decision behind the plan"),
    ("chương trình của Tỉnh ủy Lai Châu về 57-NQ/TW", ["5-CTr/TU"], "of a province"),
    ("chương trình của Lai Châu về 57-NQ/TW", ["5-CTr/TU"], "of a place"),
    ("chương trình về 57-NQ/TW", Ambiguous, "two that fit"),
    ("kế hoạch về 57-NQ/TW", NotFound, "none that fits: not what it carries out"),
    ("xin chào", NumberUnread, "no number, no name"),
    ("!!!", NumberUnread, "no word"),
    ("ngày 5 tháng 6", NumberUnread, "a date alone"),
]


@pytest.mark.parametrize(("typed", "expected", "reason"), ASKED, ids=[row[2] for row in ASKED])
def test_what_is_meant(
    store: GraphStore, typed: str, expected: list[str] | type[Exception], reason: str
) -> None:
    if isinstance(expected, list):
        assert [found.selector for found in documents_asked(store, typed)] == expected, reason
        return
    with pytest.raises(expected) as caught:
        documents_asked(store, typed)
    assert type(caught.value) is expected, reason


def test_every_selector_means_its_document_alone(store: GraphStore) -> None:
    for typed in ("Luật Đất đai", "Luật Nhà giáo", "Luật Thanh tra", "57", "217/218-QĐ/TW"):
        for found in documents_named(store, typed):
            assert documents_asked(store, found.selector) == (found,)


def test_what_is_missing_of_a_list_is_named_alone(store: GraphStore) -> None:
    with pytest.raises(NotFound, match="No text of the store mentions “219-QĐ/TW”"):
        documents_asked(store, "217, 219-QĐ/TW")


def test_namesakes_that_a_citation_contradicts_are_the_nearest(store: GraphStore) -> None:
    with pytest.raises(NotFound) as caught:
        documents_asked(store, "69-KL/TU của Tỉnh ủy Cà Mau")
    assert caught.value.nearest[:2] == ("69-KL/TU@ha-giang", "69-KL/TU@lai-chau")


OPEN = document("69-KL/TU", register="kl-tu", level=Level.PROVINCE)
WITH_OPEN = [
    ("69-KL/TU ngày 09/4/2021", ["69-KL/TU"], "the known one says the same"),
    ("69-KL/TU ngày 10/4/2021", [], "the known one says otherwise, the open one nothing"),
    ("69-KL/TU", ["69-KL/TU"], "an open one makes nothing ambiguous"),
]


@pytest.mark.parametrize(("typed", "expected", "reason"), WITH_OPEN)
def test_a_reference_that_says_nothing_is_no_answer(
    tmp_path: Path, typed: str, expected: list[str], reason: str
) -> None:
    store = store_of(tmp_path, reading("a.txt", KH_61, [KL_69]), reading("b.txt", KH_141, [OPEN]))
    known = [found for found in documents_named(store, typed) if found.resolved]
    assert [found.selector for found in known] == expected, reason
    if not expected:
        with pytest.raises(NotFound):
            documents_asked(store, typed)


def test_what_is_typed_of_a_lone_reference_means_it(tmp_path: Path) -> None:
    store = store_of(tmp_path, reading("b.txt", KH_141, [OPEN]))
    assert [found.number for found in documents_asked(store, "69-KL/TU ngày 9/4/2021")] == [
        "69-KL/TU"
    ]


def test_one_document_is_not_a_list(store: GraphStore) -> None:
    with pytest.raises(Ambiguous) as caught:
        document_named(store, "217/218-QĐ/TW")
    assert [found.number for found in caught.value.candidates] == ["217-QĐ/TW", "218-QĐ/TW"]


def test_a_question_is_asked_of_each_of_a_list(store: GraphStore) -> None:
    def rows(typed: str) -> set[tuple[object, ...]]:
        return set(ask(store, "plans", typed).rows)

    one, other = rows("57-NQ/TW"), rows("69-KL/TU@lai-chau")
    assert one
    assert other
    assert rows("57-NQ/TW, 69-KL/TU@lai-chau") == one | other


NO_DESCRIPTION = [
    ("Kết luận 69-KL/TU về dân vận", "a number comes first"),
    ("69-KL/TU về dân vận", "no type word"),
    ("Luật Nhà giáo", "nothing is carried out"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("typed", "reason"), NO_DESCRIPTION)
def test_what_is_no_description(typed: str, reason: str) -> None:
    assert described(typed) is None, reason


@pytest.mark.parametrize(
    "typed",
    ["kế hoạch về " * 400 + "57-NQ/TW", "57-NQ/TW, " * 400, "@" * 5000, "(" * 5000, "9" * 5000],
    ids=["descriptions", "list", "marks", "brackets", "digits"],
)
def test_what_is_typed_at_length_is_answered(store: GraphStore, typed: str) -> None:
    documents_named(store, typed)


def test_a_store_without_texts_knows_nothing(tmp_path: Path) -> None:
    empty = store_of(tmp_path, reading("a.txt", document("x", title="Thông báo")))
    with pytest.raises(NotFound):
        documents_asked(empty, "217/218-QĐ/TW")
