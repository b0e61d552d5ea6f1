"""Stores of the texts of ``papers``, with decisions."""

from pathlib import Path

import pytest

from extract.reading import Reading
from graph.store.disk import GraphStore
from tests.graph.decisions.papers import OTHERS, PLAN, REPORT, YOUTH, Decide
from tests.graph.made import store_of


@pytest.fixture
def decide(tmp_path: Path) -> Decide:
    """Make a store of the texts above, and of others, with lines of decisions."""

    def made(*lines: str, texts: tuple[Reading, ...] = (PLAN, REPORT, OTHERS, YOUTH)) -> GraphStore:
        written = "\n".join(f"Lan,2026-01-05,{line},vì bản gốc" for line in lines)
        return store_of(tmp_path / "store", *texts, decisions=written)

    return made
