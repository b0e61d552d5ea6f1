"""Hostile documents in a real browser: every kind of view is opened, executions are counted."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from graph.decisions.file import read_decisions
from ontology.documents.relation import Relation
from tests.graph.made import KH_61, KL_69, Link, reading, store_of
from tests.graph.pages import COUNTER, HOSTILE, follow
from tests.graph.web.test_accessible import listening

WORDS = " ".join(HOSTILE).replace("\x00", "").replace("\u2028", " ").replace("\u2029", " ")
DOCUMENT = "document/doc/lai-chau.tu/nk2020/kl-tu/69"
PLAN = "document/doc/lai-chau.tam-duong.hu/nk2020/kh-hu/61"
QUERY = "SELECT * { ?a ?b ?c FILTER(isLiteral(?c)) } LIMIT 200"
VIEWS = (
    "", "find", f"find?q={quote(HOSTILE[0])}", "find?q=xéo&sort=date", DOCUMENT, PLAN, "places",
    "owed", "questions", "questions/plans?directive=69-KL/TU&go=1",
    "questions/most-implemented?go=1", "questions/files", "review",
    f"console?query={quote(QUERY)}", f"console?query={quote(HOSTILE[0])}",
)  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of which titles, issuers, names of files, quotes and a decision are hostile."""
    directive = replace(KL_69, title=WORDS, issuers=(WORDS, f"khác {WORDS}"))
    plan = replace(KH_61, title=WORDS, issuers=(WORDS,))
    links = [
        Link(plan.key, Relation.IMPLEMENTS, directive.key, f"thực hiện {WORDS}"),
        Link(plan.key, Relation.REPLACES, directive.key, f"thay {WORDS}", 0.5),
    ]
    line = io.StringIO()
    csv.writer(line).writerow(
        (WORDS, "2024-01-01", "add", "61-KH/HU", "guides", "69-KL/TU", "", WORDS, "")
    )
    folder = tmp_path_factory.mktemp("hostile")
    one = reading(
        f'"><img src=x onerror=window.hacked++>{HOSTILE[0]}.txt', plan, [directive], links
    )
    store_of(folder / "store", one, decisions=line.getvalue())
    return folder


def opened(page: Page, address: str) -> tuple[list[str], list[str]]:
    asked: list[str] = []
    complaints: list[str] = []
    page.add_init_script(COUNTER)
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.goto(address)
    return asked, complaints


ACTING = """() => [
  ...(window.hacked === 0 ? [] : [`executions: ${window.hacked}`]),
  ...[...document.scripts].map(({ src }) => src)
    .filter((src) => !src.startsWith(`${location.origin}/assets/`)),
  ...[...document.querySelectorAll("*")].flatMap((one) => one.getAttributeNames())
    .filter((name) => name.startsWith("on")),
  ...[...document.querySelectorAll("main img, main svg, main iframe, [href^='javascript' i]")]
    .map((one) => one.outerHTML),
]"""
"""What would act, or has: executions, foreign scripts, handlers, elements of a document's own."""


def acting(page: Page) -> list[str]:
    found: list[str] = page.evaluate(ACTING)
    return found


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_nothing_of_a_document_acts_in_any_view(browser: Browser, hostile: Path) -> None:
    before = files_of(hostile)
    context = browser.new_context()
    page = context.new_page()
    with listening(hostile / "store") as address:
        asked, complaints = opened(page, address)
        shown: list[bool] = []

        def check(view: str) -> None:
            assert acting(page) == [], view
            shown.append("window.hacked++" in page.locator("body").inner_text())

        for view in VIEWS:
            page.goto(address + view)
            check(view)
        # What is reached from other views: a text at the words of a link, and each matter.
        page.goto(address + PLAN)
        follow(page.locator("blockquote footer a").first)
        check("text")
        page.locator("details.add summary").click()
        check("adding")
        page.goto(address + "review")
        links = "each => each.map((one) => one.href)"
        matters = page.locator("main a[href^='/review/']").evaluate_all(links)
        for matter in dict.fromkeys(matters):
            page.goto(matter)
            check(matter)
        # What is typed while searching is swapped into the page.
        page.fill("#q", HOSTILE[1])
        page.wait_for_url("**/find?q=*")
        check("search")
        assert matters
        # The hostile words were seen, not left out.
        assert sum(shown) > len(VIEWS) // 2
        assert files_of(hostile) == before

        page.goto(matters[0])
        page.fill("[name=who]", HOSTILE[1])
        page.fill("[name=why]", HOSTILE[-1])
        page.locator(".choices button").first.click()
        page.wait_for_url("**?done=*")
        check("settled")
        page.goto(address + "review")
        check("review")
        assert [url for url in asked if not url.startswith(address)] == []
        assert complaints == []
    context.close()
    after = files_of(hostile)
    written = {path for path in after if after[path] != before.get(path)}
    assert written == {str(hostile / "decisions.csv")}
    (decision,) = read_decisions(hostile / "decisions.csv").decisions
    assert (decision.who, decision.why) == (HOSTILE[1], HOSTILE[-1])
    assert "'=HYPERLINK" in (hostile / "decisions.csv").read_text("utf-8")


def test_an_execution_would_be_counted(browser: Browser) -> None:
    page = browser.new_page()
    page.add_init_script(COUNTER)
    page.goto("data:text/html," + quote("".join(HOSTILE[:4])))
    page.wait_for_function("window.hacked >= 3")
    page.close()
