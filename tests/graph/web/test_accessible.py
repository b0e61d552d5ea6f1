"""Every view of the application, the page and the site, as axe sees it: nothing serious."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page

from graph.web.routes import application
from graph.words.sentences import Language
from tests.graph.conftest import luocdo
from tests.graph.page.test_page import VIEWS
from tests.graph.pages import follow

CONCLUSION = "doc/lai-chau.tu/nk2020/kl-tu/69"
OF_THE_APPLICATION = (
    "",
    "find?q=dan+van",
    f"document/{CONCLUSION}",
    "places",
    "owed?status=overdue&as_of=1/9/2021",
    "questions",
    "questions/lag?directive=43-KL/TW&go=1",
    "review",
    "console?query=SELECT+*+{?a+?b+?c}LIMIT+2",
    "nothing",
)
WIDE = 1400
SERIOUS = """async () => {
  const found = await axe.run(document, {
    resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
  });
  return found.violations.filter(({ impact }) => ["serious", "critical"].includes(impact))
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((one) => one.html.slice(0, 160))}`);
}"""


def serious(page: Page, script: str) -> Any:
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(script)
    return page.evaluate(SERIOUS)


@contextmanager
def listening(store: Path) -> Iterator[str]:
    """Serve a store from a thread of this process; its address."""
    app = application(store, language=Language.VI)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def addresses(
    store: Path, demo_page: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[str]]:
    """Where every view is: of the application, of the page, of the site."""
    site = tmp_path_factory.mktemp("site") / "site"
    assert luocdo("site", "-o", site, "--store", store).exit_code == 0
    of_the_page = [f"{demo_page.as_uri()}#v={view}&d={CONCLUSION}" for view in VIEWS]
    text = min(site.glob("text/*.html")).relative_to(site).as_posix()
    owed = min(site.glob("owed/*.html")).relative_to(site).as_posix()
    names = ("index.html", text, f"{CONCLUSION}.html", "owed.html", owed)
    of_the_site = [(site / name).as_uri() for name in names]
    overview = f"{demo_page.as_uri()}#v=boxes"
    with listening(store) as here:
        own = [here + path for path in OF_THE_APPLICATION]
        yield [*own, *of_the_page, overview, *of_the_site]


@pytest.mark.parametrize("width", [WIDE, 390])
def test_no_view_has_a_serious_finding(browser: Browser, addresses: list[str], width: int) -> None:
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    context = browser.new_context(viewport={"width": width, "height": 850})
    page = context.new_page()
    page.set_content("<html lang=vi><title>x</title><img src='data:,'>")
    assert "image-alt" in str(serious(page, script))
    found = {}
    for number, address in enumerate(addresses):
        # Views of one file are links into it: it is loaded once.
        page.goto(address)
        # What axe looks at is alike on a small screen, but for what stands below each other there.
        looked_at = width == WIDE or number % 4 == 0 or "owed" in address
        if looked_at and (said := serious(page, script)):
            found[address] = said
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found[f"{address} {wide}"] = ["wider than the screen"]
    # Ways that are opened from other pages: the text of a quote, and a matter.
    here = addresses[0]
    page.goto(f"{here}document/{CONCLUSION}")
    follow(page.locator("blockquote footer a").first)
    found["text"] = serious(page, script)
    page.goto(f"{here}review")
    follow(page.locator("main section li a").first)
    found["matter"] = serious(page, script)
    assert {view: said for view, said in found.items() if said} == {}
    context.close()
