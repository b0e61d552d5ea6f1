"""Which documents the page shows: filters, what is near, and the way back."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.graph.page.test_page import CALLED, LAI_CHAU, boxes_of, counted
from tests.graph.pages import Opened


@pytest.mark.parametrize(
    ("facet", "value", "reason"),
    [
        ("levels", "district", "one level"),
        ("types", "Kế hoạch", "one type"),
        ("places", "lai-chau.tam-duong", "one place"),
    ],
)
def test_a_filter_takes_as_many_documents_as_it_says(
    page: Page, demo_page: Path, facet: str, value: str, reason: str
) -> None:
    opened = Opened(page, demo_page)
    before = counted(opened.count())
    label = page.locator(f"#{facet} label", has=page.locator(f"input[data-value='{value}']"))
    number = int(label.locator(".number").inner_text())
    assert number > 0, reason
    label.click()
    after = counted(opened.count())
    assert (after[0], after[1]) == (before[0] - number, before[1])
    assert after[2] < before[2]
    assert len(boxes_of(page)) == after[0]
    page.locator(f"#{facet} .all button").first.click()
    assert counted(opened.count()) == before
    page.locator(f"#{facet} .all button").last.click()
    assert counted(opened.count())[0] == 0
    opened.check()


def test_relations_years_texts_and_inferences_are_filtered(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    start = counted(opened.count())
    cites = page.locator("#relations label", has=page.locator("input[data-value='cites']"))
    assert not cites.locator("input").is_checked()
    cites.click()
    assert counted(opened.count())[2] == start[2] + int(cites.locator(".number").inner_text())
    cites.click()
    page.locator("#inferred label").click()
    assert counted(opened.count())[2] == start[2] + 1
    page.locator("#inferred label").click()
    counts = [int(text) for text in page.locator("#held .number").all_inner_texts()]
    assert counts[0] == counts[1] + counts[2] == start[0]
    page.locator("#held input[value=held]").check()
    held = counted(opened.count())[0]
    assert held == counts[1]
    page.locator("#held input[value=cited]").check()
    assert counted(opened.count())[0] == start[0] - held
    page.locator("#held input[value=all]").check()
    page.fill("#year-from", "2023")
    page.locator("#year-from").blur()
    assert counted(opened.count())[0] == 7
    assert page.locator("#years legend .number").inner_text() == "7"
    opened.check()


def test_the_chain_is_walked_step_by_step(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    opened.choose("43-KL/TW")
    page.click("#chain")
    chain = page.locator("#panel .chain")
    assert chain.locator("h3").inner_text() == "Chuỗi triển khai: 4 bước"
    assert page.locator("#later").is_disabled()
    steps = chain.locator("ol > li").count()
    for _ in range(3):
        page.click("#earlier")
    assert page.locator("#earlier").is_disabled()
    first = chain.locator("ol > li").all_inner_texts()
    assert len(first) == 1
    assert first[0].startswith("Kết luận 43-KL/TW tiếp tục thực hiện Nghị quyết 25-NQ/TW (khóa XI)")
    assert chain.locator("blockquote").count() == 1
    for _ in range(3):
        page.click("#later")
    assert chain.locator("ol > li").count() == steps
    assert "45-KH/ĐU" in chain.inner_text()
    opened.check()


def test_near_by_and_expanding(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    whole = counted(opened.count())[0]
    opened.choose("61-KH/HU")
    page.click("#around")
    near = counted(opened.count())[0]
    assert 2 < near < whole
    page.locator("#panel button", has_text="69-KL/TU").first.click()
    page.click("#expand")
    assert counted(opened.count())[0] > near
    page.click("#expand")
    assert counted(opened.count())[0] == near
    page.click("#whole-collection")
    assert counted(opened.count())[0] == whole
    opened.check()


def test_back_forward_and_links(page: Page, browser: Browser, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    opened.choose(LAI_CHAU)
    page.click("#view-time")
    page.locator("#held input[value=held]").check()
    page.click("#language-en")
    link = unquote(page.evaluate("location.hash"))
    assert "v=time" in link
    assert "d=doc/lai-chau.tu/nk2020/kl-tu/69" in link
    shown = page.locator("body").inner_text()
    context = browser.new_context(viewport={"width": 1400, "height": 850})
    again = Opened(context.new_page(), demo_page, page.evaluate("location.hash"))
    assert again.page.locator("body").inner_text() == shown
    again.check()
    context.close()
    for _ in range(4):
        page.go_back()
    expect(page.locator("#panel h2")).to_have_count(0)
    assert page.locator("#view-map").get_attribute("aria-pressed") == "true"
    for _ in range(4):
        page.go_forward()
    expect(page.locator("#panel h2")).to_have_text(CALLED)
    assert page.locator("body").inner_text() == shown
    opened.check()


@pytest.mark.parametrize(
    "link",
    [
        "#v=nothing&d=doc/none&a=doc/none&x=doc/none&l=fr&chain=x&from=abc",
        "#no-level=%7Bbroken&no-place=7&no-relation=[[1]]",
        "#%E0%A4%A",
        "#d=__proto__&v=constructor&l=toString",
    ],
)
def test_a_link_that_means_nothing_opens_the_page(page: Page, demo_page: Path, link: str) -> None:
    opened = Opened(page, demo_page, link)
    assert counted(opened.count())[0] == 41
    opened.check()
