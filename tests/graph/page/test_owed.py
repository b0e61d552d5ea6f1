"""The view of what is owed: by directives and bodies, by status and day; timeline and panel."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from graph.pages.debts import Debts
from graph.read.collection import Collection
from tests.graph.conftest import luocdo
from tests.graph.pages import Opened, made_debt, made_document, made_task, written

ORDER = "d=doc%2Flai-chau.tu%2Fnk2020%2Fct-tu%2F26"
PLAN = "d=doc%2Flai-chau.tam-duong.hu%2Fnk2020%2Fkh-hu%2F112"


@pytest.fixture(scope="module")
def owing(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the demonstration texts as of the first day of 2025."""
    file = tmp_path_factory.mktemp("owing") / "page.html"
    asked = ("explore", "-o", file, "--store", store, "--as-of", "1/1/2025")
    assert luocdo(*asked).exit_code == 0
    return file


def bodies(page: Page) -> dict[str, str]:
    """What became of the debt of each body that the view shows."""
    return {
        row.locator("td").first.locator("strong").inner_text(): row.locator(".became").inner_text()
        for row in page.locator("#owed .debts tbody tr").all()
    }


def test_a_directive_stands_by_its_bodies_with_sign_and_words(page: Page, owing: Path) -> None:
    opened = Opened(page, owing, f"#v=owed&{ORDER}")
    found = bodies(page)
    assert found["Huyện ủy Sìn Hồ"] == "! quá hạn"
    assert found["Huyện ủy Phong Thổ"] == "✓ đã có, nhưng muộn"
    assert found["Huyện ủy Tam Đường"] == "✓ đã có"
    assert len(found) == 9
    assert "9/9 việc phải làm, tính đến 01/01/2025" in page.locator("#owed").inner_text()
    page.click("#language-en")
    assert bodies(page)["Huyện ủy Sìn Hồ"] == "! overdue"
    opened.check()


def test_status_and_day_narrow_and_stand_in_the_link(page: Page, owing: Path) -> None:
    opened = Opened(page, owing, f"#v=owed&{ORDER}")
    page.select_option("#owed-status", "overdue")
    assert list(bodies(page)) == ["Huyện ủy Sìn Hồ"]
    assert "became=overdue" in page.url
    page.select_option("#owed-status", "")
    page.fill("#owed-day", "2024-12-31")
    page.locator("#owed-day").blur()
    assert len(bodies(page)) == 8
    assert "due=2024-12-31" in page.url
    page.go_back()
    assert len(bodies(page)) == 9
    opened.check()


def test_without_a_document_all_is_told_with_how_it_adds_up(page: Page, owing: Path) -> None:
    opened = Opened(page, owing, "#v=owed&d=")
    assert "Tính đến 01/01/2025" in page.locator("#owed .figures").inner_text()
    assert page.locator("#owed section").count() > 5
    page.locator("#owed h3 button", has_text="26-CT/TU").click()
    assert len(bodies(page)) == 9
    page.locator("#owed > button").click()
    assert page.locator("#owed section").count() > 5
    opened.check()


def test_last_days_stand_on_the_timeline(page: Page, owing: Path) -> None:
    opened = Opened(page, owing, f"#v=time&{ORDER}")
    days = page.locator(".event.due time").all_inner_texts()
    assert days == ["31/10/2024", "30/09/2025"]
    first = page.locator(".event.due").first.inner_text()
    assert "Hạn chót của 8 việc phải làm" in first
    assert "! quá hạn" in first
    shown = page.locator(".event time").all_inner_texts()
    order = ["-".join(reversed(day.split("/"))) for day in shown]
    assert order == sorted(order)
    opened.check()


def test_the_panel_tells_what_a_document_orders_and_what_it_meets(page: Page, owing: Path) -> None:
    opened = Opened(page, owing, f"#{ORDER}")
    panel = page.locator("#panel")
    assert "Văn bản này giao việc (9)" in panel.inner_text()
    page.goto(f"{owing.as_uri()}#{PLAN}")
    panel.locator("h3", has_text="Văn bản này đáp ứng việc phải làm (1)").wait_for()
    assert "Huyện ủy Tam Đường" in panel.locator(".debt").first.inner_text()
    panel.locator(".debt button", has_text="tới câu này").first.click()
    words = page.locator("#text .asked").text_content() or ""
    assert words.startswith("Các huyện ủy, thành ủy xây dựng kế hoạch")
    opened.check()


def test_on_a_phone_cells_stand_below_each_other(browser: Browser, owing: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    opened = Opened(context.new_page(), owing, f"#v=owed&{ORDER}")
    cells = opened.page.locator("#owed .debts tbody tr").first.locator("td").all()
    places = [cell.bounding_box() for cell in cells]
    tops = [place["y"] for place in places if place]
    assert tops == sorted(set(tops))
    assert opened.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    opened.check()
    context.close()


def test_many_debts_are_shown_when_asked_for(page: Page, tmp_path: Path) -> None:
    directive = made_document("doc/tw/1", place="")
    rows = tuple(made_debt(f"Xã {number}", directive) for number in range(230))
    tasks = (made_task("Nối mạng", directive),)
    debts = Debts(as_of="2025-01-01", rows=rows, tasks=tasks, left_out=7)
    file = written(tmp_path / "page.html", Collection((directive,), (), {}), debts=debts)
    opened = Opened(page, file, "#v=owed")
    table = page.locator("#owed .debts").first
    assert table.locator("tbody tr").count() == 100
    page.locator("#owed .more").click()
    assert table.locator("tbody tr").count() == 230
    shown = page.locator("#owed").inner_text()
    assert "Ở đây không có 7 việc" in shown
    assert "Nối mạng" in shown
    opened.check()
