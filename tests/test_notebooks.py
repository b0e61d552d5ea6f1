"""Every notebook runs from top to bottom, and its stored outputs are those of its source today."""

from pathlib import Path

import jupytext
import nbformat
import pytest

from tests.notebooks import FOLDER, SOURCES, run, said

pytestmark = pytest.mark.slow


def test_every_notebook_is_a_pair() -> None:
    assert len(SOURCES) == 6
    assert sorted(path.stem for path in FOLDER.glob("*.ipynb")) == [one.stem for one in SOURCES]


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_pair_has_the_same_cells(source: Path) -> None:
    """Renewed by ``python -m tests.notebooks``."""
    stored = nbformat.read(source.with_suffix(".ipynb"), as_version=4)
    written = jupytext.read(source)
    assert [cell["source"] for cell in stored.cells] == [cell["source"] for cell in written.cells]


@pytest.fixture(scope="module")
def notebooks() -> dict[Path, nbformat.NotebookNode]:
    return run(SOURCES)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_nothing_stored_is_stale(
    source: Path, notebooks: dict[Path, nbformat.NotebookNode]
) -> None:
    """Renewed by ``python -m tests.notebooks``."""
    stored = nbformat.read(source.with_suffix(".ipynb"), as_version=4)
    fresh = notebooks[source]
    assert said(stored) == said(fresh)
    assert sum(len(outputs) for outputs in said(fresh)) >= 5
