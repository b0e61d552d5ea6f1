"""What followed bodies that ended, and what stands above a body."""

import pytest

import ontology.institutions.successors
from ontology.institutions.issuers import Issuer, all_issuers, issuer_by_code
from ontology.institutions.successors import all_successions, successors_of
from ontology.institutions.superiors import superior_of
from ontology.level import Level
from ontology.tables import TableError, parse_table

COLUMNS = ("body", "successor", "source")


def body(code: str, level: Level | None = None) -> Issuer:
    found = issuer_by_code(code, level)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("code", "successors", "why"),
    [
        ("BKHĐT", ["BTC"], "merged into a ministry that stayed"),
        ("BTNMT", ["BNNMT"], "merged into a new one"),
        ("BDVTW", ["BTGDVTW"], "a commission of the Party"),
        ("HĐNN", ["UBTVQH", "CTN"], "divided between two"),
        ("HU", ["ĐU"], "districts ended"),
        ("CAH", ["CAT"], "the police of a district went up, not down"),
        ("TU", [], "lasts"),
    ],
)
def test_what_followed(code: str, successors: list[str], why: str) -> None:
    assert [issuer.code for issuer in successors_of(body(code))] == successors, why


def test_every_succession_leads_to_a_body_that_lasts() -> None:
    for pair in all_successions():
        reached = pair.successor
        while reached.until and (after := successors_of(reached)):
            assert after[0] != pair.issuer
            reached = after[0]
        assert not reached.until, pair


def test_every_ministry_that_ended_has_a_successor() -> None:
    ministries = [
        ministry
        for ministry in all_issuers()
        if ministry.until and ministry.names[0].startswith("Bộ ")
    ]
    assert len(ministries) > 20
    assert [ministry.names[0] for ministry in ministries if not successors_of(ministry)] == []


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Bộ Y tế,Bộ Tài chính,made", "one that ended"),
        ("Bộ Mây,Bộ Tài chính,made", "first name of a row"),
        ("Bộ trưởng Bộ Công nghiệp,Bộ Công Thương,made", "first name of a row"),
        ("Bộ Công nghiệp,Bộ Lâm nghiệp,made", "one that ended later"),
    ],
)
def test_a_row_that_cannot_be_is_named(
    row: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"body,successor,source\n{row}\n"
    rows = parse_table("successors.csv", text, COLUMNS)
    monkeypatch.setattr(ontology.institutions.successors, "read_table", lambda *_, **__: rows)
    with pytest.raises(TableError, match=f"line 2.*{reason}"):
        all_successions.__wrapped__()


@pytest.mark.parametrize(
    ("code", "level", "above", "superior"),
    [
        ("TU", Level.PROVINCE, Level.CENTRAL, "TW"),
        ("UBND", Level.COMMUNE, Level.DISTRICT, "UBND"),
        ("UBND", Level.COMMUNE, Level.PROVINCE, "UBND"),
        ("SNV", Level.PROVINCE, Level.PROVINCE, "UBND"),
        ("BTCHU", Level.DISTRICT, Level.DISTRICT, "HU"),
        ("BYT", Level.CENTRAL, Level.CENTRAL, "CP"),
        ("QH", Level.CENTRAL, Level.CENTRAL, None),
    ],
)
def test_what_stands_above(code: str, level: Level, above: Level, superior: str | None) -> None:
    found = superior_of(body(code, level), level, above)
    assert (found.code if found else None) == superior
