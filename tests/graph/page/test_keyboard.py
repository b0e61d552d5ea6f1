"""The page by keyboard and on a phone: every document is reached, in order."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.graph.page.test_page import VIEWS, boxes_of
from tests.graph.pages import Opened


def test_results_are_walked_with_arrows(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    page.keyboard.press("/")
    page.keyboard.type("69-kl")
    second = page.locator("#results button > bdi").nth(1).inner_text()
    assert second != page.locator("#results button > bdi").nth(0).inner_text()
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == second
    page.keyboard.press("Escape")
    assert page.locator("#search").input_value() == ""
    page.keyboard.press("Escape")
    assert page.locator("#panel h2").count() == 0
    opened.check()


def test_every_document_of_the_drawing_is_reached_by_tab(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    stops = page.locator("#stops button")
    assert stops.count() == len(boxes_of(page)) == 41
    stops.first.focus()
    assert page.locator("#ring").is_visible()
    seen = {stops.first.inner_text()}
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.textContent"))
    assert len(seen) == 41
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() in seen
    opened.check()


def test_arrows_go_to_the_next_document_of_the_drawing(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    page.locator("#stops button").first.focus()
    walked = []
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"):
        page.keyboard.press(key)
        walked.append(page.evaluate("document.activeElement.textContent"))
    assert len(set(walked)) >= 4
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == walked[-1]
    opened.check()


def test_the_tab_key_goes_through_the_page_in_order(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    order = []
    for _ in range(16):
        page.keyboard.press("Tab")
        order.append(page.evaluate("document.activeElement.id"))
    assert order[:7] == [f"view-{view}" for view in VIEWS]
    assert order[7:12] == ["save-png", "save-svg", "save-csv", "save-graphml", "save-print"]
    assert order[12:15] == ["language-vi", "language-en", "search"]
    opened.check()


@pytest.mark.parametrize("view", VIEWS)
def test_a_phone_shows_every_view(browser: Browser, demo_page: Path, view: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    opened = Opened(context.new_page(), demo_page, f"#v={view}&d=doc/lai-chau.tu/nk2020/kl-tu/69")
    box = opened.page.locator(f"#{view}").bounding_box()
    assert box
    assert box["y"] < 400
    assert box["width"] > 380
    assert opened.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    opened.check()
    context.close()
