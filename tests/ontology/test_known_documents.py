"""Who holds a number of the centre."""

from datetime import date
from itertools import groupby, pairwise

import pytest

from ontology.documents.known_documents import all_known_documents, known_candidates
from ontology.institutions.terms import congress_at
from ontology.spelling import slug


@pytest.mark.parametrize(
    ("symbol", "number", "periods"),
    [
        pytest.param("nq-tw", 25, ["k9", "k10", "k11", "k14"], id="four documents, one number"),
        pytest.param("NQ/TW", "25", ["k9", "k10", "k11", "k14"], id="letters as printed"),
        pytest.param("kl-tw", "01", ["k12", "k13"], id="a leading zero"),
        pytest.param("qd-tw", 124, ["k12", "k13"], id="124 in two terms"),
        pytest.param("qdi-tw", 11, ["k12"], id="the register QĐi"),
        pytest.param("qd-tw", 11, [], id="11-QĐ/TW is not 11-QĐi/TW"),
        pytest.param("nq-tw", 999, [], id="nobody known"),
    ],
)
def test_holders_of_a_number(symbol: str, number: int | str, periods: list[str]) -> None:
    assert [known.id.period for known in known_candidates("tw", symbol, number)] == periods


def test_the_printed_symbol_agrees_with_the_id() -> None:
    for known in all_known_documents():
        number, _, letters = known.symbol.partition("-")
        assert (number.lstrip("0"), slug(letters)) == (known.id.number, known.id.symbol)


def test_every_date_lies_in_the_term_of_its_id() -> None:
    for known in all_known_documents():
        term = congress_at(date.fromisoformat(known.date)) if len(known.date) == 10 else None
        assert term is None or f"k{term.number}" == known.id.period


def test_numbers_grow_with_dates() -> None:
    def register(known_id: tuple[str, ...]) -> tuple[str, ...]:
        return known_id[:3]

    rows = sorted(
        (k.id.series, k.id.period, k.id.symbol, f"{int(k.id.number):05}", k.date)
        for k in all_known_documents()
        if len(k.date) == 10
    )
    for _, group in groupby(rows, register):
        assert all(before[4] <= after[4] for before, after in pairwise(group))
