"""What is owed, in the site: read without a script, by directives and bodies, and at documents."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from graph.pages.debts import Debts
from graph.read.collection import Collection
from graph.site.owing import MOST_OF_A_DOCUMENT, OWED, owed_path
from graph.site.writing import page_path, pages
from graph.words.sentences import Language
from tests.graph.conftest import luocdo
from tests.graph.pages import made_debt, made_document, made_task
from tests.graph.web.served import shown

BASE = "https://w3id.org/luocdo/id/"
ORDER = f"{BASE}doc/lai-chau.tu/nk2020/ct-tu/26"
PLAN = f"{BASE}doc/lai-chau.tam-duong.hu/nk2020/kh-hu/112"


@pytest.fixture(scope="module")
def site(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("owed") / "site"
    asked = ("site", "-o", folder, "--store", store, "--as-of", "1/1/2025")
    assert luocdo(*asked).exit_code == 0
    return folder


def said(site: Path, path: object) -> str:
    return shown((site / str(path)).read_text("utf-8"))


def test_the_list_adds_up_and_leads_to_each_directive(site: Path) -> None:
    page = said(site, OWED)
    assert "Tính đến 01/01/2025:" in page
    assert "! quá hạn 1" in page
    assert str(owed_path(ORDER)) in (site / OWED).read_text("utf-8")
    assert "owed.html" in (site / "index.html").read_text("utf-8")


def test_a_directive_stands_by_its_bodies_with_sign_and_words(site: Path) -> None:
    page = said(site, owed_path(ORDER))
    for words in ("Huyện ủy Sìn Hồ", "! quá hạn", "✓ đã có, nhưng muộn", "hạn 31/10/2024"):
        assert words in page
    assert page.index("Huyện ủy Sìn Hồ") < page.index("Huyện ủy Tam Đường")


def test_a_document_tells_what_it_orders_and_what_it_meets(site: Path) -> None:
    assert "Văn bản này giao việc (9)" in said(site, page_path(ORDER))
    plan = said(site, page_path(PLAN))
    assert "Văn bản này đáp ứng việc phải làm (1)" in plan
    assert "Huyện ủy Tam Đường" in plan


def test_it_is_read_on_a_phone_without_a_script(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto((site / owed_path(ORDER)).as_uri())
    cells = page.locator(".debts tbody tr").first.locator("td").all()
    tops = [box["y"] for box in (cell.bounding_box() for cell in cells) if box]
    assert tops == sorted(set(tops))
    page.locator("blockquote footer a").first.click()
    assert page.url.partition("#")[2].startswith("w")
    assert "Các huyện ủy, thành ủy xây dựng kế hoạch" in (
        page.locator(".text").text_content() or ""
    )
    context.close()


def test_the_page_of_a_document_is_bounded_and_leads_to_all() -> None:
    directive = made_document("doc/tw/1", place="")
    rows = tuple(made_debt(f"Xã {number}", directive) for number in range(MOST_OF_A_DOCUMENT + 3))
    debts = Debts(rows=rows, tasks=(made_task("Nối mạng", directive),))
    found = dict(pages(Collection((directive,), (), {}), Language.VI, (), debts))
    own = found[page_path(directive.found.iri)]
    assert own.count("<strong><bdi>Xã ") == MOST_OF_A_DOCUMENT
    assert str(owed_path(directive.found.iri)) in own
    assert "Nối mạng" in own
    whole = found[owed_path(directive.found.iri)]
    assert whole.count("<strong><bdi>Xã ") == len(rows)


def test_where_nothing_is_owed_there_is_no_such_page() -> None:
    document = made_document("doc/tw/1", place="")
    found = dict(pages(Collection((document,), (), {}), Language.VI))
    assert not [path for path in found if "owed" in str(path)]
    assert all("owed.html" not in content for content in found.values())
