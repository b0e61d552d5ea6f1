"""What is owed is the same out of the tables and out of a graph beside which there are none."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from graph.ask.owed.answer import owed
from graph.ask.owed.by_place import owed_by_place
from graph.ask.owed.known.holdings import Holdings, holdings_of
from graph.ask.owed.known.orders import orders_of
from graph.ask.owed.known.tabled import holdings_in, orders_in
from graph.opening import open_store
from graph.read.documents import Documents
from graph.store.disk import GraphStore
from graph.tables.database import tables_beside, tables_path

DAYS = (date(2022, 3, 1), date(2024, 11, 15), date(2026, 3, 1))


@pytest.fixture(scope="module")
def tabled(store: Path) -> GraphStore:
    """The demo corpus, which tells a story of what is owed, with people's decisions."""
    return open_store(store)


@pytest.fixture(scope="module")
def bare(store: Path, tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    """The same without tables, as an imported store is."""
    copy = copytree(store, tmp_path_factory.mktemp("bare") / "store")
    opened = open_store(copy)
    tables_path(copy, opened.state.graph).unlink()
    return opened


def test_orders(tabled: GraphStore, bare: GraphStore) -> None:
    with tables_beside(tabled) as tables:
        assert tables is not None
        assert orders_in(tables)
        assert orders_in(tables) == orders_of(bare)
        assert orders_in(tables, "report") == orders_of(bare, "report")


def told(holdings: Holdings) -> Mapping[str, object]:
    return {
        "answering": {key: set(found) for key, found in holdings.answering.items()},
        "days": dict(holdings.days),
        "reaching": holdings.reaching,
    }


def test_what_may_meet_them(tabled: GraphStore, bare: GraphStore) -> None:
    with tables_beside(tabled) as tables:
        assert tables is not None
        assert told(holdings_in(tables, orders_in(tables))) == told(holdings_of(bare))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_answers(tabled: GraphStore, bare: GraphStore, day: date) -> None:
    assert owed(tabled, as_of=day) == owed(bare, as_of=day)
    by_place = [owed_by_place(each, Documents(each.dataset), day).by for each in (tabled, bare)]
    assert by_place[0] == by_place[1]


def test_answers_about_one_directive(tabled: GraphStore, bare: GraphStore) -> None:
    orders = orders_of(bare)
    for iri in {each for order in orders for each in (order.set_by, *order.about)}:
        answer = owed(tabled, iri, as_of=DAYS[1])
        assert answer == owed(bare, iri, as_of=DAYS[1])
