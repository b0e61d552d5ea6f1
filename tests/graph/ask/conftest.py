"""The store of the demonstration texts, opened once for each file of tests."""

from pathlib import Path

import pytest

from graph.opening import open_store
from graph.store.disk import GraphStore


@pytest.fixture(scope="module")
def graph(store: Path) -> GraphStore:
    return open_store(store)
