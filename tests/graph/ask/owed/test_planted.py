"""Made archives whose debts have known outcomes: every status is found, and none too many."""

from pathlib import Path

from benchmarks.debts import AS_OF, OUTCOMES, write_debts
from graph.ask.owed.answer import owed
from graph.build.run import build
from graph.opening import open_store


def test_every_outcome_is_told(tmp_path: Path) -> None:
    known = write_debts(tmp_path / "texts", 60)
    assert {outcome.status for outcome in known} == set(OUTCOMES)
    build([tmp_path / "texts"], tmp_path / "store")
    answer = owed(open_store(tmp_path / "store"), as_of=AS_OF)
    told = {(row.set_by.number, row.place, row.status.value) for row in answer.rows if row.set_by}
    assert told == {(each.directive, each.place, each.status) for each in known}
    assert len(answer.rows) == len(known)
