"""The graph of the demonstration texts as Python has it."""

from pathlib import Path

import pytest

from graph import KnowledgeGraph


@pytest.fixture(scope="module")
def kg(store: Path) -> KnowledgeGraph:
    return KnowledgeGraph.open(store)
