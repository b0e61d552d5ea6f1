"""The notebooks: run from their sources, written with their outputs.

``python -m tests.notebooks`` runs every ``notebooks/*.py`` and writes the ``.ipynb`` beside it;
``python -m tests.notebooks 01`` only those whose names begin so.
"""

import re
import sys
import tempfile
from collections.abc import Sequence
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


def run(sources: Sequence[Path]) -> dict[Path, nbformat.NotebookNode]:
    """Return the notebook of each source with the outputs of running it from top to bottom.

    One kernel runs them all, to save its start; between two notebooks it forgets every name.
    """
    notebooks = {source: jupytext.read(source) for source in sources}
    everything = nbformat.v4.new_notebook(metadata=notebooks[sources[0]].metadata)
    for notebook in notebooks.values():
        everything.cells += [*notebook.cells, nbformat.v4.new_code_cell("%reset -f")]
    client = NotebookClient(everything, timeout=_SECONDS, resources={"metadata": {"path": FOLDER}})
    client.execute()
    for source, notebook in notebooks.items():
        run_before = 0
        for place, cell in enumerate(notebook.cells):
            cell["id"] = f"{source.stem}-{place}"
            cell["metadata"].pop("execution", None)
            if cell["cell_type"] == "code":
                run_before += 1
                cell["execution_count"] = run_before
                for output in cell["outputs"]:
                    if "execution_count" in output:
                        output["execution_count"] = run_before
        notebook["metadata"].pop("language_info", None)
    return notebooks


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
    chosen = [source for source in SOURCES if source.stem.startswith(wanted)]
    for source, notebook in run(chosen).items():
        nbformat.write(notebook, source.with_suffix(".ipynb"))
        print(f"{source.stem}: written")  # noqa: T201


if __name__ == "__main__":
    main()
