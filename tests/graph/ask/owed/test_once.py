"""What a document orders more than once: in the same words, or in another of its texts."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graph.ask.owed.answer import owed
from graph.ask.owed.known.orders import Order, once
from graph.opening import open_store
from tests.graph.ask.owed.made_debts import ABOUT, ORDER, PLAN
from tests.graph.ask.owed.test_orders import ORDERING
from tests.graph.conftest import luocdo


def given(iri: str, text: str, start: int, words: str) -> Order:
    return replace(ORDER, iri=iri, text=text, start=start, words=words)


FIRST, SECOND = given("1", "a.docx", 10, "kế hoạch"), given("2", "a.docx", 90, "kế hoạch khác")
SCAN, SCAN_2 = given("3", "b.pdf", 12, "kẽ hoạch"), given("4", "b.pdf", 95, "kẽ hoạch khác")
CASES = [
    pytest.param([FIRST], [["1"]], id="one order"),
    pytest.param([FIRST, replace(FIRST, iri="5")], [["1", "5"]], id="the same words"),
    pytest.param([FIRST, SECOND], [["1"], ["2"]], id="two orders of one text"),
    pytest.param([FIRST, SCAN], [["1", "3"]], id="two texts"),
    pytest.param([FIRST, SECOND, SCAN, SCAN_2], [["1", "3"], ["2", "4"]], id="in their order"),
    pytest.param([FIRST, SECOND, SCAN_2], [["1", "4"], ["2"]], id="one that the scan lost"),
    pytest.param(
        [FIRST, SECOND, SCAN, replace(SECOND, iri="6", text="b.pdf", start=95)],
        [["1", "3"], ["2", "6"]],
        id="the same words first",
    ),
    pytest.param([FIRST, replace(SCAN, set_by=PLAN)], [["1"], ["3"]], id="two documents"),
    pytest.param([FIRST, replace(SCAN, due="2025")], [["1"], ["3"]], id="another time"),
    pytest.param([FIRST, replace(SCAN, about=(PLAN, ABOUT))], [["1"], ["3"]], id="more about"),
    pytest.param([FIRST, replace(SCAN, product="Báo cáo")], [["1"], ["3"]], id="another product"),
    pytest.param([FIRST, replace(SCAN, bodies=())], [["1"], ["3"]], id="another body"),
]


@pytest.mark.parametrize(("orders", "found"), CASES)
@pytest.mark.parametrize("turned", [1, -1], ids=["forwards", "backwards"])
def test_once(orders: list[Order], found: list[list[str]], turned: int) -> None:
    told = once(orders[::turned])
    assert [[order.iri, *(each.iri for each in order.copies)] for order in told] == found


def test_both_files_are_shown(tmp_path: Path) -> None:
    (tmp_path / "word.txt").write_text(ORDERING, "utf-8")
    (tmp_path / "scan.txt").write_text(ORDERING.replace("hoàn thành", "làm xong"), "utf-8")
    luocdo("build", tmp_path, "--store", tmp_path / "store")
    answer = owed(open_store(tmp_path / "store"), as_of=date(2024, 9, 1))
    assert answer.owed == 8
    files = {frozenset((row.quote.text, *(each.text for each in row.also))) for row in answer.rows}
    assert files == {frozenset(("word.txt", "scan.txt"))}
    table = luocdo("owed", "--store", tmp_path / "store", "--as-of", "2024-09-01")
    assert "word.txt" in table.stdout
    assert "scan.txt" in table.stdout
