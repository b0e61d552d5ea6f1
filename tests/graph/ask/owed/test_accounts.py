"""What a ledger tells of all debts is what is found out anew, however they are narrowed."""

from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from graph.ask.owed import found
from graph.ask.owed.accounts import ledger_of, owed_by
from graph.ask.owed.answer import Owed, Shown, owed
from graph.ask.owed.judging import Status
from graph.errors import UnknownPlace, WrongUse
from graph.opening import open_store
from graph.store.disk import GraphStore
from graph.tables.database import tables_path
from ontology.level import Level

DAYS = (date(2021, 1, 1), date(2022, 3, 1), date(2024, 11, 15), date(2026, 3, 1))
OVERDUE = Shown(statuses=frozenset({Status.OVERDUE, Status.UNKNOWN}))
NARROWED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("all", {"shown": Shown()}),
    ("of a status", {"shown": OVERDUE}),
    ("of a time", {"shown": Shown(due_since="2021", due_until="6/2022")}),
    ("of a place", {"shown": Shown(), "place": "Tam Đường"}),
    ("of a level", {"shown": OVERDUE, "level": Level.DISTRICT}),
    ("of what nobody is", {"shown": Shown(), "level": Level.CENTRAL, "place": "Tam Đường"}),
)


@pytest.fixture(scope="module")
def opened(store: Path) -> GraphStore:
    return open_store(store)


@pytest.mark.parametrize("narrowed", [row[1] for row in NARROWED], ids=[row[0] for row in NARROWED])
@pytest.mark.parametrize("most", [3, 1_000])
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_it_tells_what_is_found_out_anew(
    opened: GraphStore, day: date, most: int, narrowed: dict[str, Any]
) -> None:
    ledger = ledger_of(opened, day)
    told: Owed = owed_by(opened, ledger, most=most, **narrowed)
    assert told == owed(opened, as_of=day, most=most, **narrowed)


def test_few_documents_are_judged_at_once(
    opened: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = ledger_of(opened, DAYS[-1])
    assert len(expected.lines) > 20
    monkeypatch.setattr(found, "_AT_ONCE", 1)
    assert ledger_of(opened, DAYS[-1]) == expected


def test_of_a_store_without_tables(store: Path, tmp_path: Path) -> None:
    expected = owed(open_store(store), as_of=DAYS[-1])
    bare = open_store(copytree(store, tmp_path / "store"))
    tables_path(bare.directory, bare.state.graph).unlink()
    told = owed_by(bare, ledger_of(bare, DAYS[-1]), shown=Shown(), most=1_000)
    assert [row.id for row in told.rows] == [row.id for row in expected.rows]
    assert told.of == expected.of


def test_what_cannot_be_asked(opened: GraphStore) -> None:
    ledger = ledger_of(opened, DAYS[-1])
    with pytest.raises(UnknownPlace):
        owed_by(opened, ledger, place="nơi không có", shown=Shown(), most=1)
    with pytest.raises(WrongUse):
        owed_by(opened, ledger, shown=Shown(due_since="hôm qua"), most=1)
