"""The notebooks: run from their sources, written with their outputs.

``python -m tests.notebooks`` runs every ``notebooks/*.py`` and writes the ``.ipynb`` beside it;
``python -m tests.notebooks 01`` only those whose names begin so.
"""

import re
import sys
import tempfile
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[1] / "notebooks"
SOURCES = sorted(FOLDER.glob("[0-9]*.py"))
_SECONDS = 150
_ADDRESSES = re.compile(
    rf"0x[0-9a-f]+ | {re.escape(tempfile.gettempdir())}/[\w./-]+ | \b[0-9a-f]{{32}}\b", re.VERBOSE
)
"""Of objects, of folders for a while, and of the parts of a drawing by displaCy."""


def run(source: Path) -> nbformat.NotebookNode:
    """Return the notebook of ``source`` with the outputs of running it from top to bottom."""
    notebook = jupytext.read(source)
    for place, cell in enumerate(notebook.cells):
        cell["id"] = f"{source.stem}-{place}"
    client = NotebookClient(notebook, timeout=_SECONDS, resources={"metadata": {"path": FOLDER}})
    client.execute()
    for cell in notebook.cells:
        cell["metadata"].pop("execution", None)
    notebook["metadata"].pop("language_info", None)
    return notebook


def said(notebook: nbformat.NotebookNode) -> list[list[Any]]:
    """Return what each cell of code puts out, as far as it is the same on every machine."""
    return [
        [_said(output) for output in cell["outputs"]]
        for cell in notebook.cells
        if cell["cell_type"] == "code"
    ]


def _said(output: Any) -> Any:
    if output["output_type"] == "stream":
        return output["name"], _ADDRESSES.sub("…", output["text"])
    if output["output_type"] == "error":
        return output["ename"], output["evalue"]
    # A picture differs by the version of what draws it: that there is one is what counts.
    return {
        kind: True if kind.startswith("image/") else _ADDRESSES.sub("…", text)
        for kind, text in output["data"].items()
        if isinstance(text, str)
    }


def main() -> None:
    """Run the notebooks named on the command line, or all, and write them."""
    wanted = tuple(sys.argv[1:]) or ("",)
    for source in SOURCES:
        if source.stem.startswith(wanted):
            nbformat.write(run(source), source.with_suffix(".ipynb"))
            print(f"{source.stem}: written")  # noqa: T201


if __name__ == "__main__":
    main()
