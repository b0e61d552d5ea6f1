"""What people ask is answered in two steps from the start page: a link, a form; wide and narrow."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.graph.page.test_safety import CONTRAST
from tests.graph.pages import follow
from tests.graph.web.test_accessible import listening

pytestmark = pytest.mark.slow

QUESTIONS = {
    "plans": ({"directive": "25-NQ/TW khóa XI"}, "Kế hoạch 45-KH/ĐU"),
    "in-force": ({"document": "290-QĐ/TW", "as_of": "1/7/2025"}, "hết hiệu lực toàn bộ"),
    "compare": ({"place": "Lai Chau", "compared": "ha giang"}, "Kế hoạch 133-KH/TU"),
    "sources": ({"document": "61-KH/HU"}, "Kết luận 69-KL/TU (Lai Châu)"),
    "places-without-plan": ({"directive": "43-KL/TW"}, "Sìn Hồ"),
}


@pytest.fixture(scope="module")
def address(store: Path) -> Iterator[str]:
    with listening(store) as here:
        yield here


@pytest.fixture(params=[1400, 390])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 850})
    opened = context.new_page()
    opened.goto(address)
    yield opened
    assert opened.evaluate("document.documentElement.scrollWidth") <= request.param
    assert opened.evaluate(CONTRAST) == []
    context.close()


def test_a_ready_question_is_asked_where_all_of_them_stand(page: Page) -> None:
    for name, (told, answer) in QUESTIONS.items():
        page.goto(page.url.partition("/questions")[0])
        follow(page.get_by_role("navigation").get_by_role("link", name="Câu hỏi"))
        form = page.locator(f'form[action="/questions/{name}"]')
        for field, words in told.items():
            form.locator(f"[name={field}]").fill(words)
        form.get_by_role("button").click()
        page.wait_for_url(f"**/questions/{name}?**")
        assert answer in page.inner_text("main"), name


def test_a_report_is_made_where_questions_are_asked(page: Page) -> None:
    follow(page.get_by_role("navigation").get_by_role("link", name="Câu hỏi"))
    form = page.locator('form[action="/report"]')
    form.locator("[name=number]").fill("25-NQ/TW khóa XI")
    with page.expect_download() as kept:
        form.get_by_role("button", name="Word").click()
    assert kept.value.suggested_filename == "25-nq-tw-xi.docx"


def test_a_quote_of_an_answer_leads_to_its_words(page: Page) -> None:
    follow(page.get_by_role("navigation").get_by_role("link", name="Câu hỏi"))
    follow(page.locator('a[href="/questions/unresolved"]'))
    follow(page.locator("table a[href^='/text/']").first)
    words = page.locator("#words")
    assert words.evaluate("each => each.getBoundingClientRect().top < innerHeight")


def test_what_is_due_in_a_quarter_is_asked_of_the_start_page(page: Page) -> None:
    follow(page.get_by_role("link", name="Đến hạn trong quý này"))
    page.get_by_label("Hạn từ").fill("10/2024")
    page.get_by_label("Hạn đến hết").fill("10/2024")
    page.locator("form.narrow button").click()
    page.wait_for_url("**due_until=10%2F2024**")
    told = page.inner_text("main")
    assert "hạn 31/10/2024" in told
    assert "hạn 05/12/2024" not in told


def test_a_document_tells_at_which_levels_it_is_carried_out(page: Page) -> None:
    page.fill("#q", "25-NQ/TW khóa XI")
    page.press("#q", "Enter")
    page.wait_for_url("**/find?**")
    follow(page.locator("ol.documents li > a").first)
    assert "Trung ương 1 · Tỉnh 2 · Huyện 1 · Xã 1" in page.inner_text("#plans")
    with page.expect_download() as kept:
        page.get_by_role("link", name="Lập báo cáo Word").click()
    assert kept.value.suggested_filename == "25-nq-tw-xi.docx"
    follow(page.get_by_role("link", name="Nơi chưa có kế hoạch"))
    assert "Sìn Hồ" in page.inner_text("main")
