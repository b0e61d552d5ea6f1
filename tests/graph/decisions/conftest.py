"""Stores of the texts of ``papers``, with decisions."""

from pathlib import Path

import pytest

from extract.reading import Reading
from graph.store.disk import GraphStore
from tests.graph.decisions.papers import ADDED_TO, OTHERS, PLAN, REPORT, YOUTH, Add, Decide
from tests.graph.made import store_of


@pytest.fixture
def decide(tmp_path: Path) -> Decide:
    """Make a store of texts with lines of decisions, without who decided, when and why."""

    def made(*lines: str, texts: tuple[Reading, ...] = (PLAN, REPORT, OTHERS, YOUTH)) -> GraphStore:
        written = "\n".join(f"Lan,2026-01-05,{line},vì bản gốc" for line in lines)
        return store_of(tmp_path / "store", *texts, decisions=written)

    return made


@pytest.fixture
def add(tmp_path: Path) -> Add:
    """Make a store of texts that links are added to, with lines of decisions without their who."""

    def made(*lines: str, texts: tuple[Reading, ...] = ADDED_TO) -> GraphStore:
        written = "\n".join(f"Lan,2026-01-05,{line}" for line in lines)
        return store_of(tmp_path / "store", *texts, decisions=written)

    return made
