"""What the application learns before anybody asks for it."""

import time
from pathlib import Path

from graph.web.current import CurrentStore


def test_what_a_search_learns_is_learnt_in_the_background(store: Path) -> None:
    """Else the first who searches a large collection waits half a second for it."""
    version = CurrentStore(store).version()
    assert "columns" not in vars(version.tables)
    version.learn()
    for _ in range(600):
        if {"columns", "_owners"} <= vars(version.tables).keys():
            break
        time.sleep(0.05)
    assert {"columns", "_owners"} <= vars(version.tables).keys()
