"""The examples of the README: their commands, run on the demo corpus as a reader would.

``python -m tests.readme`` writes what they print now into the README.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
EXAMPLE = re.compile(
    r"(?P<head>```\n\$ (?P<command>luocdo [^\n]+)\n)(?P<output>.*?)\n(?=```)", re.DOTALL
)


def run(command: str, folder: Path) -> str:
    """Return what ``command`` prints in ``folder``, answer and complaint, 100 columns wide."""
    program = Path(sys.executable).with_name("luocdo")
    done = subprocess.run(
        [str(program), *command.split()[1:]],
        cwd=folder,
        env={**os.environ, "COLUMNS": "100", "LUOCDO_LANG": "vi"},
        capture_output=True,
        text=True,
        check=False,
    )
    return without_ends((done.stdout + done.stderr).rstrip())


def without_ends(text: str) -> str:
    """Return ``text`` without the blanks at the ends of its lines."""
    return "\n".join(line.rstrip() for line in text.split("\n"))


def examples() -> list[tuple[str, str]]:
    """Return each command of the README with the output printed there."""
    text = README.read_text("utf-8")
    return [(found["command"], found["output"]) for found in EXAMPLE.finditer(text)]


def renew() -> None:
    """Write what each example prints now into the README."""
    with tempfile.TemporaryDirectory() as folder:
        run(f"luocdo build {ROOT / 'notebooks' / 'corpus'}", Path(folder))
        text = EXAMPLE.sub(
            lambda found: f"{found['head']}{run(found['command'], Path(folder))}\n",
            README.read_text("utf-8"),
        )
    README.write_text(text, "utf-8")


if __name__ == "__main__":
    renew()
