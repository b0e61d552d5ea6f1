"""Documents that no text mentions: which one a number means, and which means none."""

import pytest

from graph.decisions.unseen import unseen_document
from ontology.level import Level

SETTLED = [
    ("57-NQ/TW@XIII", "tw/k13/nq-tw/57", "one code, one body; the term is given"),
    ("57-NQ/TW@tw@k13", "tw/k13/nq-tw/57", "as review names documents"),
    ("Nghị quyết số 57-NQ/TW@XIII", "tw/k13/nq-tw/57", "with the type word"),
    ("57-NQ/TW, khóa XIII", "tw/k13/nq-tw/57", "as it is printed"),
    ("Nghị quyết số 57-NQ/TW ngày 22/12/2024", "tw/k13/nq-tw/57", "a citation with its day"),
    ("57-NQ/TW@2024-12-22", "tw/k13/nq-tw/57", "the day tells the term"),
    ("tw/k13/nq-tw/57", "tw/k13/nq-tw/57", "a key"),
    ("https://w3id.org/luocdo/id/doc/tw/k13/nq-tw/57", "tw/k13/nq-tw/57", "an IRI"),
    ("162/2017/NĐ-CP", "cp/2017/nd-cp/162", "the year stands in the number"),
    ("cp/2017/nd-cp/162", "cp/2017/nd-cp/162", "a key whose number has the year inside"),
    ("03/NQ-CP@2025", "cp/2025/nq-cp.cb/3", "a register of its own where the year is outside"),
    ("cp/2025/nq-cp.cb/3", "cp/2025/nq-cp.cb/3", "the key of such a register"),
    ("61-KH/HU@lai-chau.tam-duong.hu@nk2020", "lai-chau.tam-duong.hu/nk2020/kh-hu/61", "register"),
    ("61-KH/HU@lai-chau.tam-duong@nk2020", "lai-chau.tam-duong.hu/nk2020/kh-hu/61", "place"),
    ("69-KL/TU@2021-04-09@lai-chau", "lai-chau.tu/nk2020/kl-tu/69", "in whatever order"),
    ("141/KH-UBND@lai-chau@2021", "lai-chau.ubnd/2021/kh-ubnd/141", "the province's"),
    (
        "141/KH-UBND@lai-chau.tam-duong.ubnd@2021",
        "lai-chau.tam-duong.ubnd/2021/kh-ubnd/141",
        "a register is no place within the district",
    ),
    (
        "12/KH-XYZ@lai-chau.xyz@2020",
        "lai-chau.xyz/2020/kh-xyz/12",
        "letters of no body that is known, with their register",
    ),
    ("Luật 64/2025/QH15", "qh/2025/luat-qh15/64", "the type word tells the register"),
]


@pytest.mark.parametrize(
    ("typed", "key"), [row[:2] for row in SETTLED], ids=[r[2] for r in SETTLED]
)
def test_a_number_that_says_which_document_it_is(typed: str, key: str) -> None:
    found = unseen_document(typed)
    assert found
    assert found.id
    assert (str(found.id), found.iri) == (key, found.id.iri)
    assert found.number
    assert found.symbol
    assert found.type


OPEN = [
    ("57-NQ/TW", "which congress?"),
    ("03/NQ-CP", "which year?"),
    ("9-KH/HU@nk2020", "which district?"),
    ("61-KH/HU@lai-chau@nk2020", "a province has no district committee"),
    ("57-NQ/TW@lai-chau.tu@k13", "a resolution of the centre is not from a province"),
    ("57-NQ/TW@2024", "the Party counts by terms"),
    ("57-NQ/TW@nk2020", "the centre has no local term"),
    ("61/KH-UBND@lai-chau.tam-duong@2024-13-40", "no such day, so no year of it"),
    ("69-KL/TU@lai-chau@k13", "a province has no central term"),
    ("141/KH-UBND@lai-chau@nk2020", "the State counts by years"),
    ("12/2018/QĐ-TTg@2019", "two years"),
    ("25-NQ/TW@XI@X", "two terms"),
    ("69-KL/TU@lai-chau@ha-giang@nk2020", "two places"),
    ("69-KL/TU@xứ-lạ@nk2020", "no such province"),
    ("57-NQ/TW@2024-13-45", "no such day"),
    ("57-NQ/TW@k99", "no such term"),
    ("64/2025/QH15", "law or resolution?"),
    ("qh/named/luat-gia-2023", "a name is no number"),
    ("tw/2020/kl-tw/69", "a key that no number has"),
    ("Luật Giá", "a name is no number"),
    ("12-XX/YY@lai-chau@2020", "letters of no body that is known"),
    ("Ngày 5-KL/TW@XIII", "no type of document"),
    ("", "nothing"),
    ("@", "nothing"),
    ("1 @ @", "no letters"),
    ("<script>alert(1)</script>", "hostile words"),
    ("57-NQ/TW@XIII@\x1b[31m", "hostile words"),
    ("7" * 5000, "a very long number"),
]


@pytest.mark.parametrize("typed", [row[0] for row in OPEN], ids=[row[1] for row in OPEN])
def test_what_does_not_settle_it_means_none(typed: str) -> None:
    assert unseen_document(typed) is None


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("61-KH/XYZ@lai-chau.tam-duong.xyz@nk2020", Level.DISTRICT),
        ("61-KH/XYZ@lai-chau.tam-duong.xyz@nk2025", Level.COMMUNE),
    ],
    ids=["a term of the time with districts", "a term since the reform"],
)
def test_letters_that_no_table_knows_are_of_the_level_of_their_time(
    typed: str, level: Level
) -> None:
    found = unseen_document(typed)
    assert found
    assert found.level is level
