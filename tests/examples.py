"""The examples of the README and of docs/: run as a reader would, page by page from the top.

A block that begins with ``$ luocdo`` shows what that command prints; a block of ``sh`` is run and
must succeed; ``sparql`` must find something; ``ipython`` is run as a notebook would. Examples of
Python are doctests. ``python -m tests.examples`` writes what the commands print now into the pages.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from tests.forked import luocdo_in_path

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "notebooks" / "corpus"
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
_BLOCK = re.compile(r"^```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
_SHOWN = re.compile(r"\$ (?P<command>luocdo [^\n]+)\n(?P<output>.*)", re.DOTALL)

NOT_RUN = {
    "make demo": "it installs the program; luocdo demo has tests of its own",
    "pip install -e": "it installs packages",
    "apt install": "it installs programs",
    "pipx install": "it installs packages",
    "luocdo inbox": "it watches until it is stopped: tests/graph/cli/papers/ runs it",
    "luocdo serve": "it serves until it is stopped: tests/graph/web/ runs it",
    "luocdo open": "it starts a program of the system: tests/graph/cli/papers/ runs it",
    "dask scheduler": "it serves until it is stopped: tests/graph/build/at_once/ runs one",
    "oxigraph serve": "it starts a server: tests/graph/server/ runs the same commands on one",
}
"""Blocks of ``sh`` that are not run, by words that they hold, and why."""
EXIT_CODES = {"pyshacl": 1}
"""What a command that succeeds may end with: SHACL reports the warnings of the demo corpus so."""


@dataclass(frozen=True, slots=True)
class Block:
    """What stands between two fences of a page, and what language it says it is in."""

    kind: str
    body: str

    @property
    def shown(self) -> tuple[str, str] | None:
        """The command and the output that the block shows, if it shows any."""
        found = _SHOWN.fullmatch(self.body)
        return (found["command"], found["output"].rstrip("\n")) if found else None

    @property
    def not_run(self) -> str:
        """The words for which the block is not run, empty where it is."""
        return next((words for words in NOT_RUN if words in self.body), "")

    @property
    def is_followed(self) -> bool:
        """Tell whether a reader types what the block holds."""
        runs = self.kind == "sparql" or (self.kind == "sh" and not self.not_run)
        return runs or self.shown is not None


def blocks(page: Path) -> list[Block]:
    """Return the blocks of ``page``."""
    return [Block(found["kind"], found["body"]) for found in _BLOCK.finditer(_text(page))]


class Reader:
    """Somebody who follows a page in a folder of their own, from which the project can be seen."""

    def __init__(self, folder: Path, page: Path, programs: Path) -> None:
        """Let ``page`` be followed in ``folder``; ``programs`` holds the command ``luocdo``."""
        self._folder, self._programs = folder, programs
        for name in ("notebooks", "ontology"):
            (folder / name).symlink_to(ROOT / name)
        activate = folder / ".venv" / "bin" / "activate"
        activate.parent.mkdir(parents=True)
        activate.touch()
        copytree(CORPUS, folder / "home" / "documents")
        table = next((one.body for one in blocks(page) if one.kind == "csv"), "")
        if table:
            (folder / "decisions.csv").write_text(table, "utf-8")
        followed = [one.body for one in blocks(page) if one.is_followed]
        first = re.search(r"luocdo \w+", "".join(followed))
        if followed and (first is None or first[0] != "luocdo build"):
            self.run("luocdo build notebooks/corpus")

    def run(self, script: str) -> tuple[str, int]:
        """Return what ``script`` prints, answers and complaints, 100 columns wide; and its code."""
        path = (str(self._programs), str(Path(sys.prefix, "bin")), os.environ["PATH"])
        done = subprocess.run(
            ["bash", "-e", "-c", script],
            cwd=self._folder,
            env={
                **os.environ,
                "PATH": os.pathsep.join(path),
                "HOME": str(self._folder / "home"),
                "COLUMNS": "100",
                "LUOCDO_LANG": "vi",
            },
            capture_output=True,
            text=True,
            check=False,
        )
        return _without_ends((done.stdout + done.stderr).rstrip()), done.returncode

    def ask(self, sparql: str) -> tuple[str, int]:
        """Return what a query finds, with the decisions of the page, if it has any."""
        decided = (self._folder / "decisions.csv").exists()
        build = "luocdo build notebooks/corpus --decisions decisions.csv >&2 && " if decided else ""
        return self.run(f"{build}luocdo query - <<'RQ'\n{sparql}RQ\n")


def faults(page: Path, folder: Path, programs: Path) -> Iterator[str]:
    """Follow ``page`` in ``folder`` and yield what does not do as the page says."""
    reader = Reader(folder, page, programs)
    for block in blocks(page):
        if block.shown:
            command, output = block.shown
            if reader.run(command)[0] != output:
                yield f"{command}: prints something else; renew it: python -m tests.examples"
        elif block.is_followed:
            printed, code = (reader.run if block.kind == "sh" else reader.ask)(block.body)
            expected = next((code for word, code in EXIT_CODES.items() if word in block.body), 0)
            if code != expected:
                yield f"{block.body}ends with {code}: {printed}"


def renewed(page: Path, folder: Path, programs: Path) -> str:
    """Return ``page`` with what its commands print now."""
    reader = Reader(folder, page, programs)

    def renew(found: re.Match[str]) -> str:
        block = Block(found["kind"], found["body"])
        if not block.shown:
            if block.kind == "sh" and not block.not_run:
                reader.run(block.body)
            return found[0]
        command = block.shown[0]
        return f"```{block.kind}\n$ {command}\n{reader.run(command)[0]}\n```"

    return _BLOCK.sub(renew, _text(page))


def _text(page: Path) -> str:
    return page.read_text("utf-8")


def _without_ends(text: str) -> str:
    """Return ``text`` without the blanks at the ends of its lines."""
    return "\n".join(line.rstrip() for line in text.split("\n"))


def main() -> None:
    """Write what each example prints now into the pages."""
    with luocdo_in_path() as programs:
        for page in PAGES:
            with tempfile.TemporaryDirectory() as folder:
                page.write_text(renewed(page, Path(folder), programs), "utf-8")


if __name__ == "__main__":
    main()
