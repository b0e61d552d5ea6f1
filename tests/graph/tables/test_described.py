"""docs/find.md names every table beside a dataset, and each column of those that it lists."""

import re
from pathlib import Path

import pytest

from graph.tables.database import created

_DESCRIBED = Path(__file__).parents[3] / "docs" / "find.md"
_ROW = re.compile(r"^\| (?P<tables>`[a-z_`, ]+`) \| (?P<said>.*) \|$", re.MULTILINE)
_WORD = re.compile(r"`([a-z_]+)`")
_UNDESCRIBED = {"learned"}
"""What only weighs words."""


def columns_of_tables() -> dict[str, list[str]]:
    tables = created(":memory:")
    names = tables.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        " AND (name = 'words' OR name NOT LIKE 'words%')"
    )
    return {
        name: [row[1] for row in tables.execute(f"PRAGMA table_info({name})")]
        for (name,) in names.fetchall()
    }


def described() -> dict[str, str]:
    rows = _ROW.finditer(_DESCRIBED.read_text("utf-8"))
    return {name: row["said"] for row in rows for name in _WORD.findall(row["tables"])}


def test_every_table_is_described_and_no_other() -> None:
    assert described().keys() == columns_of_tables().keys() - _UNDESCRIBED


@pytest.mark.parametrize(
    ("table", "values"),
    [
        pytest.param("documents", set(), id="documents"),
        pytest.param("edges", {"accepted", "confirmed", "inferred", "issues_plan"}, id="edges"),
        pytest.param("words", set(), id="words"),
    ],
)
def test_columns_are_those_of_the_table(table: str, values: set[str]) -> None:
    """Beside columns nothing is named but what may stand in one."""
    assert set(_WORD.findall(described()[table])) == {*columns_of_tables()[table], *values}
