"""What the examples in docstrings and in docs/ start from: ``kg``, the graph of the demo corpus."""

from pathlib import Path
from typing import Any

import pytest
from _pytest.doctest import DoctestItem

from graph import KnowledgeGraph

ROOT = Path(__file__).parent


@pytest.fixture(scope="session")
def demo_graph(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    """Return the graph of the demo corpus, built once."""
    corpus = ROOT / "notebooks" / "corpus"
    return KnowledgeGraph.build(corpus, store=tmp_path_factory.mktemp("examples") / "store")


@pytest.fixture(autouse=True)
def _example_names(request: pytest.FixtureRequest, doctest_namespace: dict[str, Any]) -> None:
    """Give an example the names that the page it stands on has introduced."""
    if isinstance(request.node, DoctestItem) and "kg" not in doctest_namespace:
        doctest_namespace["kg"] = request.getfixturevalue("demo_graph")
