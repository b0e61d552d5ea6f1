"""Keys of documents: printed, read back, and refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.documents.identity import DocumentId, reference_iri
from ontology.institutions.periods import NAMED

WORDS = st.from_regex(r"[a-z0-9]+(?:-[a-z0-9]+)*", fullmatch=True)
SERIES = st.lists(WORDS, min_size=1, max_size=3).map(".".join)
NUMBERED = st.builds(
    DocumentId,
    SERIES,
    st.one_of(
        st.integers(1, 20).map("k{}".format),
        st.integers(1986, 2030).map("nk{}".format),
        st.integers(1945, 2100).map(str),
    ),
    WORDS,
    st.integers(1, 99999).map(str),
)
BY_NAME = st.builds(DocumentId, SERIES, st.just(NAMED), st.just(""), WORDS)
IDS = st.one_of(NUMBERED, BY_NAME)


@pytest.mark.slow
@given(IDS)
def test_a_key_is_read_back_as_it_was_printed(known: DocumentId) -> None:
    assert DocumentId.parse(str(known)) == known


@pytest.mark.slow
@given(IDS, IDS)
def test_equal_ids_and_no_others_have_equal_iris(known: DocumentId, other: DocumentId) -> None:
    assert (known == other) == (known.iri == other.iri)


@pytest.mark.parametrize(
    "key",
    [
        "tw/k11/nq-tw/25",
        "lai-chau.tu/nk2020/kl-tu/69",
        "lai-chau.tam-duong.ubnd/2021/kh-ubnd/141",
        "cp/2017/nd-cp/162",
        "qh/named/luat-tin-nguong-ton-giao",
    ],
)
def test_keys_as_the_design_has_them(key: str) -> None:
    assert str(DocumentId.parse(key)) == key


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("", id="nothing"),
        pytest.param("tw/k11", id="too few parts"),
        pytest.param("tw/k11/nq-tw/25/x", id="too many parts"),
        pytest.param("tw/k11/NQ-TW/25", id="capitals"),
        pytest.param("tw/k11/nq tw/25", id="a blank"),
        pytest.param("../k11/nq-tw/25", id="a way out of a path"),
        pytest.param("tw/k11/nq-tw/25#x", id="a fragment"),
        pytest.param("tw/k11/25", id="a number without a symbol"),
        pytest.param("tw/named/nq-tw/25", id="a name with a symbol"),
        pytest.param("tw/k11/nq-tw/25\n", id="a line end"),
    ],
)
def test_what_is_no_key(key: str) -> None:
    with pytest.raises(ValueError, match="not a document key"):
        DocumentId.parse(key)


def test_the_same_clues_give_the_same_reference() -> None:
    assert reference_iri("nq-tw", "25") == reference_iri("nq-tw", "25")
    assert reference_iri("nq-tw", "25") != reference_iri("nq-tw", "26")
