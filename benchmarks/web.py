"""How much CPU time the pages of ``luocdo serve`` take, asked inside this process.

    python benchmarks/archive.py DIR --texts 100000
    luocdo build DIR/texts --store DIR/store
    python benchmarks/web.py DIR/store

Prints median, 95th percentile and greatest value in milliseconds of CPU time of all threads, and
the memory of the process. What is learned in the background at the start (what is owed) is waited
for, and told by itself. benchmarks/README.md says how to read the figures.
"""

import argparse
import random
import re
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from questions import WORDS
from starlette.testclient import TestClient

from graph.store.disk import read_state
from graph.tables.database import opened, tables_path
from graph.web.routes import application
from graph.words.sentences import Language
from ontology.dates import today

DOCUMENTS = 25
QUERIES = 100
MATTERS = 12
QUERIES_OF_WORDS = (
    *WORDS,
    "báo cáo",
    "tham đường",
    "15-KH/UBND",
    "69-KL/TU",
    "xây dựng nông thôn mới",
    "chuyen doi so",
    "Lai Châu",
    "thực hiện nghị quyết",
    "dân vận",
    "quy chế dân chủ",
    "huyện ủy",
    "Tam Đường",
)


def asked(desk: TestClient, path: str) -> tuple[float, str]:
    """Return how many milliseconds of CPU time a page takes, and the page."""
    began = time.process_time()
    answer = desk.get(path)
    taken = (time.process_time() - began) * 1000
    assert answer.status_code == 200, (path, answer.status_code)
    return taken, answer.text


def tell(name: str, times: Sequence[float]) -> None:
    ordered = sorted(times)
    last = ordered[max(0, round(len(ordered) * 0.95) - 1)]
    median = statistics.median(ordered)
    print(
        f"{name:<28}{len(ordered):>5}{median:>10.0f}{last:>10.0f}{ordered[-1]:>10.0f} ms",
        flush=True,
    )


def several(desk: TestClient, name: str, paths: Sequence[str]) -> None:
    """Print how long pages take, the first of which was asked once before."""
    asked(desk, paths[0])
    tell(name, [asked(desk, path)[0] for path in paths])


def memory() -> str:
    """Return the memory of the process now and at most, where the system tells it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return "unknown"
    found = dict(re.findall(r"(VmRSS|VmHWM):\s+(\d+)", status.read_text("utf-8")))
    return " / ".join(f"{int(found[name]) // 1000} MB" for name in ("VmRSS", "VmHWM"))


def sampled(store: Path) -> tuple[list[str], list[str]]:
    """Return the addresses of some documents, and two to three words that texts say together."""
    state = read_state(store)
    assert state is not None
    tables = opened(tables_path(store, state.graph))
    assert tables is not None
    chosen = random.Random(1)
    iris = [iri for (iri,) in tables.execute("SELECT iri FROM documents")]
    passages = [each for (each,) in tables.execute("SELECT passage FROM contents")]
    print(f"{len(iris):,} documents, {len(passages):,} passages of texts")
    words = []
    for passage in chosen.choices(passages, k=QUERIES):
        query = "SELECT content FROM contents WHERE passage = ?"
        said = tables.execute(query, (passage,)).fetchone()[0].split()
        size = chosen.choice((2, 3))
        at = chosen.randrange(max(1, len(said) - size))
        words.append(" ".join(said[at : at + size]))
    some = chosen.sample(iris, min(DOCUMENTS, len(iris)))
    return [f"/document/{iri.partition('/id/')[2]}" for iri in some], words


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    store = parser.parse_args().store
    documents, words = sampled(store)
    app = application(store, language=Language.VI)
    desk = TestClient(app, base_url="http://127.0.0.1")
    version = app.state.desk.current.version()
    print(f"{'':<28}{'n':>5}{'median':>10}{'p95':>10}{'most':>10}")
    tell("what waits, the first time", [asked(desk, "/review")[0]])
    began = time.process_time()
    _ = version.overview
    tell("what the start page tells", [(time.process_time() - began) * 1000])
    began = time.process_time()
    debts = len(version.ledger(today()).lines)
    tell(f"all {debts:,} debts judged", [(time.process_time() - began) * 1000])
    print(f"memory {memory()}")
    while version.overdue(today()) is None:
        time.sleep(0.1)
    # The application learns this when it starts, before anybody searches.
    tell("all that a search learns", [asked(desk, "/find?q=Lai Châu")[0]])
    several(desk, "start page", ["/"] * 9)
    several(desk, "document", documents)
    several(desk, "find, words", [f"/find?q={each}" for each in QUERIES_OF_WORDS])
    several(desk, "find, words of the texts", [f"/find?q={each}" for each in words])
    several(desk, "find, without words", ["/find"] * 3)
    _, page = asked(desk, "/review")
    matters = re.findall(r'href="(/review/[0-9a-f]{8})"', page)
    several(desk, "what waits", ["/review"] * 3)
    if matters:
        several(desk, "one matter", random.Random(1).sample(matters, min(MATTERS, len(matters))))
    several(desk, "what is owed", ["/owed"] * 3)
    print(f"memory {memory()}")


if __name__ == "__main__":
    main()
