import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.identity.numbers import distance, full_number, number_key, parse_typed

TYPED = [
    ("69-KL/TU", "", "69-kl-tu", ()),
    ("69-kl/tu", "", "69-kl-tu", ()),
    ("69 KL/TU", "", "69-kl-tu", ()),
    (" 69 - KL / TU ", "", "69-kl-tu", ()),
    ("217-qd/tw", "", "217-qd-tw", ()),
    ("29/NQ-TW", "", "29-nq-tw", ()),
    ("06-QC/TU", "", "6-qc-tu", ()),
    ("Kết luận 69-KL/TU", "ket-luan", "69-kl-tu", ()),
    ("ket luan so 69-kl/tu", "ket-luan", "69-kl-tu", ()),
    ("Kết luận số 69-KL/TU, ngày 09/4/2021", "ket-luan", "69-kl-tu", ("2021-04-09",)),
    ("25-NQ/TW@XI", "", "25-nq-tw", ("xi",)),
    ("25-NQ/TW khóa XI", "", "25-nq-tw", ("xi",)),
    ("25-NQ/TW @ 2013", "", "25-nq-tw", ("2013",)),
    ("69-KL/TU@Lai Châu@nk2020", "", "69-kl-tu", ("lai-chau", "nk2020")),
    ("12/2018/QĐ-TTg", "", "12-2018-qd-ttg", ()),
    ("Nghị định 162/2017", "nghi-dinh", "162-2017", ()),
    ("Nghị quyết 57", "nghi-quyet", "57", ()),
    ("30a/2008/NQ-CP", "", "30a-2008-nq-cp", ()),
    ("66.1-QĐ/TW", "", "66-1-qd-tw", ()),
    ("Luật Đất đai", "", "", ()),
    ("", "", "", ()),
    ("@", "", "", ()),
]


@pytest.mark.parametrize(("text", "words", "key", "marks"), TYPED, ids=[row[0] for row in TYPED])
def test_what_people_type(text: str, words: str, key: str, marks: tuple[str, ...]) -> None:
    typed = parse_typed(text)
    assert (typed.words, typed.key, typed.marks) == (words, key, marks)


@pytest.mark.parametrize(
    "text", ["tw/k11/nq-tw/25", "https://w3id.org/luocdo/id/doc/tw/k11/nq-tw/25"]
)
def test_keys_and_iris_are_taken_as_they_are(text: str) -> None:
    assert parse_typed(text).iri == "https://w3id.org/luocdo/id/doc/tw/k11/nq-tw/25"


@settings(deadline=None)
@given(st.text())
def test_anything_may_be_typed(text: str) -> None:
    parse_typed(text)


@settings(deadline=None)
@given(
    st.integers(1, 9999),
    st.sampled_from(["KL/TU", "KH-UBND", "QĐ/TW", "2017/NĐ-CP", "2025/QH15", "CP", "TTLT/BTC-BNV"]),
)
def test_a_number_is_found_as_it_is_printed(number: int, symbol: str) -> None:
    for printed in (str(number), f"0{number}"):
        full = full_number(printed, symbol)
        assert parse_typed(full).key == number_key(printed, symbol)


NEARER = [
    ("69-kl-tu", ["70-kl-tu", "75-kl-tu", "69-kh-hu"]),
    ("69-kl-tu", ["69-kl-tu", "68-kl-tu"]),
]


@pytest.mark.parametrize(("key", "others"), NEARER)
def test_the_nearest_number_of_the_register_comes_first(key: str, others: list[str]) -> None:
    far = [distance(key, other) for other in others]
    assert None not in far
    assert sorted(far, key=str) == far


def test_numbers_that_share_nothing_are_not_near() -> None:
    assert distance("69-kl-tu", "70-kh-hu") is None
    assert distance("69-kl-tu", "luat-dat-dai") is None
