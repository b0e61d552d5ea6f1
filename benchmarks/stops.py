"""Builds that are killed at many moments: the store is the old one or the new one, and whole.

A build of an archive of which texts changed, and of which people decided on links, is killed again
and again, each time a little later, until one ends by itself; the same from an empty folder, each
at moments of a build of its kind. After every kill the store is opened and compared, quad by quad,
with what it was and with what a whole build makes of it, and its tables are checked.
``python benchmarks/stops.py`` does so at 50 moments.
"""

import argparse
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from archive import NO_DECISIONS, carried_out, reject, write_archive

from graph.errors import NotAStore
from graph.store.dataset import local_copy
from graph.store.disk import open_folder
from graph.tables.database import tables_path

ROOT = Path(__file__).parents[1]
DECIDED = 10
"""Of so many links one is decided on."""
Content = tuple[frozenset[str], str]
"""The quads of a store, and what a check of its tables says."""


def main() -> None:
    """Kill builds, and print what was found after each."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--moments", type=int, default=50)
    asked.add_argument("--texts", type=int, default=120)
    chosen = asked.parse_args()
    with TemporaryDirectory() as folder:
        home = Path(folder)
        write_archive(home / "texts", chosen.texts)
        files = sorted((home / "texts").rglob("*.txt"))
        later = files[:: chosen.texts // 20]
        kept = {file: file.read_bytes() for file in later}
        for file in later:
            file.unlink()
        built(home, "old")
        for file, content in kept.items():
            file.write_bytes(content)
        write_decisions(home)
        copytree(home / "old", home / "changed")
        seconds = {True: built(home, "new"), False: built(home, "changed")}
        old, new = held(home / "old"), held(home / "new")
        assert old != new
        found: Counter[str] = Counter()
        for number in range(chosen.moments):
            store = home / "store"
            rmtree(store, ignore_errors=True)
            full = number % 2 == 0
            if not full:
                copytree(home / "old", store)
            moment = seconds[full] * 1.1 * number / chosen.moments
            ended = killed(home, store, moment)
            now = held(store)
            wrong = now not in ((None, new) if full else (old, new))
            built(home, "store")
            wrong = wrong or held(store) != new
            kind = "full" if full else "changed"
            state = "wrong" if wrong else "ended" if ended else "new" if now == new else "old"
            found[f"{kind} {state}"] += 1
            print(f"{moment:6.2f} s  {kind:8} {state}", flush=True)
    print(", ".join(f"{state}: {count}" for state, count in sorted(found.items())))
    if any("wrong" in state for state in found):
        raise SystemExit(1)


def command(home: Path, store: Path) -> list[str]:
    """Return the command that builds the store of the archive."""
    program = "from graph.cli.main import main; main()"
    build = [sys.executable, "-c", program, "build", str(home / "texts"), "--store", str(store)]
    decisions = home / "decisions.csv"
    return [*build, "--decisions", str(decisions)] if decisions.exists() else build


def write_decisions(home: Path) -> None:
    """Let a person have said of some plans that they carry nothing out."""
    decisions = home / "decisions.csv"
    decisions.write_text(NO_DECISIONS, "utf-8")
    for link in carried_out(home / "texts")[::DECIDED]:
        reject(decisions, *link)


def built(home: Path, name: str) -> float:
    """Build to the end, and return how many seconds it took."""
    begun = time.monotonic()
    subprocess.run(command(home, home / name), check=True, capture_output=True, cwd=ROOT)
    return time.monotonic() - begun


def killed(home: Path, store: Path, moment: float) -> bool:
    """Build, and kill the process after ``moment`` seconds; tell whether it had ended by then."""
    with subprocess.Popen(
        command(home, store), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT
    ) as running:
        try:
            running.wait(moment)
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGKILL)
            return False
    return True


def held(directory: Path) -> Content | None:
    """Return what a store holds, None where there is none; when a text was read is left out."""
    try:
        store = open_folder(directory)
    except NotAStore:
        return None
    with sqlite3.connect(tables_path(directory, store.state.graph)) as tables:
        (sound,) = tables.execute("PRAGMA integrity_check").fetchone()
    quads = (str(quad) for quad in local_copy(store.dataset))
    return frozenset(quad for quad in quads if "prov#endedAtTime" not in quad), sound


if __name__ == "__main__":
    main()
