"""How large the page of a large collection is, how fast it is written, opened, searched, used.

Makes a store of documents in chains (``--documents``, ``--links``), writes the page as ``luocdo
explore`` does, and opens it in Chromium. benchmarks/README.md says how to read the figures.
"""

import argparse
import random
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from graph.page.writing import write_page
from graph.words.sentences import Language
from ontology.documents.relation import Relation
from ontology.level import Level
from tests.graph.made import Document, Link, document, reading, store_of

PLACES = ("lai-chau", "ha-giang", "son-la", "lao-cai", "cao-bang", "nghe-an", "an-giang", "ca-mau")
TOPICS = (
    "tăng cường công tác dân vận trong tình hình mới",
    "đẩy mạnh phát triển kinh tế tập thể gắn với xây dựng nông thôn mới",
    "nâng cao chất lượng nguồn nhân lực vùng đồng bào dân tộc thiểu số",
    "bảo vệ và phát triển rừng bền vững giai đoạn 2021-2030",
    "chuyển đổi số trong các cơ quan hành chính nhà nước",
)
PER_TEXT = 500
CHROMIUM = "/usr/bin/chromium"


def made_document(number: int, picked: random.Random) -> Document:
    """Return the plan with this number: of a province, or of one of its districts."""
    place = picked.choice(PLACES)
    level = Level.PROVINCE
    if number % 4:
        place, level = f"{place}.huyen-{picked.randrange(9)}", Level.DISTRICT
    year = 2015 + number % 11
    return document(
        f"{number}/KH-UBND",
        f"{place}.ubnd/{year}/kh-ubnd/{number}",
        kind="Kế hoạch",
        dates=[f"{year}-{1 + number % 12:02}-{1 + number % 28:02}"],
        issuers=[f"Ủy ban nhân dân {'tỉnh' if level is Level.PROVINCE else 'huyện'}"],
        level=level,
        title=f"về việc {picked.choice(TOPICS)}",
        place=place,
    )


def made_store(folder: Path, documents: int, links: int) -> None:
    """Write a store with so many documents and links, the links in chains of several steps."""
    picked = random.Random(7)
    made = [made_document(number, picked) for number in range(1, documents + 1)]
    pairs: dict[tuple[int, int], None] = {}
    while len(pairs) < links:
        subject = picked.randrange(1, documents)
        pairs[subject, picked.randrange(max(0, subject - 400), subject)] = None
    texts = []
    for start in range(0, documents, PER_TEXT):
        inside = [pair for pair in pairs if start <= pair[0] < start + PER_TEXT]
        own, *others = made[start : start + PER_TEXT]
        far = sorted({target for _, target in inside if target < start})
        stated = [
            Link(
                made[subject].key,
                picked.choice((Relation.IMPLEMENTS, Relation.CONTINUES, Relation.BASED_ON)),
                made[target].key,
                f"{made[subject].key} triển khai thực hiện {made[target].key} của "
                f"{made[target].issuers[0]} {made[target].title}",
            )
            for subject, target in inside
        ]
        others.extend(made[target] for target in far)
        texts.append(reading(f"van-ban-{start}.txt", own, others, stated))
    store_of(folder, *texts)


def measured(page: Page, script: str) -> float:
    """Return the milliseconds until the page has painted what ``script`` changed."""
    return float(
        page.evaluate(
            f"""async () => {{
                const started = performance.now();
                {script}
                await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
                return performance.now() - started;
            }}"""
        )
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--links", type=int, default=26_000)
    wanted = parser.parse_args()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        store, file = Path(folder, "store"), Path(folder, "page.html")
        made_store(store, wanted.documents, wanted.links)
        from graph.opening import open_store  # noqa: PLC0415

        opened = open_store(store)
        started = time.perf_counter()
        held = write_page(opened, file, language=Language.VI)
        print(
            f"written in {time.perf_counter() - started:.1f} s: {file.stat().st_size / 1e6:.1f} MB"
        )
        print(f"{held.documents} documents, {held.links} links, {held.left_out} left out")
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        page = browser.new_page(viewport={"width": 1400, "height": 850})
        started = time.perf_counter()
        page.goto(file.as_uri())
        page.wait_for_selector("html[data-ready=true]")
        print(f"usable after {time.perf_counter() - started:.2f} s")
        page.wait_for_timeout(1000)
        searches = [
            measured(
                page,
                "const box = document.getElementById('search');"
                f"box.value = '{typed}'; box.dispatchEvent(new Event('input'));",
            )
            for typed in ("k", "ke hoach", "ke hoach 1234", "bao ve rung", "khong co gi")
        ]
        print(f"search: median {statistics.median(searches):.0f} ms, most {max(searches):.0f} ms")
        choices = []
        for number in (1200, 5, 9999, 15000, 19000):
            page.fill("#search", f"{number}/KH-UBND")
            choices.append(measured(page, "document.querySelector('#results button').click();"))
        print(f"selection: median {statistics.median(choices):.0f} ms, most {max(choices):.0f} ms")
        for view in ("boxes", "table", "time", "cover", "map"):
            took = measured(page, f"document.getElementById('view-{view}').click();")
            print(f"view {view}: {took:.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()
