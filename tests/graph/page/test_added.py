"""What the page shows of a link that a person added, and how it says that one may be added."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from graph.decisions.file import COLUMNS, parse_decisions
from graph.page.writing import write_page
from graph.words.sentences import Language
from ontology.documents.relation import Relation
from tests.graph.made import KH_61, KL_43, KL_69, Link, reading, store_of
from tests.graph.pages import Opened

pytestmark = pytest.mark.slow

PLAN = reading(
    "61.txt", KH_61, [KL_69, KL_43], [Link("61-KH/HU", Relation.CITES, "43-KL/TW", "xem 43")]
)
ADDED = (
    "Lan,2026-01-05,add,61-KH/HU,implements,69-KL/TU,,đã xem <b>bản giấy</b>\n"
    "Hoa,2026-01-06,add,61-KH/HU,continues,43-KL/TW,61.txt,nói tiếp,xem 43"
)


@pytest.fixture
def added_page(tmp_path: Path) -> Path:
    store = store_of(tmp_path / "store", PLAN, decisions=ADDED)
    file = tmp_path / "page.html"
    write_page(store, file, language=Language.VI)
    return file


def test_an_added_link_shows_who_says_so_and_what(page: Page, added_page: Path) -> None:
    opened = Opened(page, added_page)
    opened.choose("61-KH/HU")
    panel = page.locator("#panel").inner_text()
    assert "Lan thêm ngày 05/01/2026: đã xem <b>bản giấy</b> (decisions.csv, dòng 2)" in panel
    assert "Người thêm quan hệ và nêu lý do, không có câu dẫn" in panel
    assert "Hoa thêm ngày 06/01/2026: nói tiếp (decisions.csv, dòng 3)" in panel
    assert "xem 43" in page.locator("#panel blockquote").all_inner_texts()[0]
    assert "ký tự 0-0" not in panel
    opened.check()


def test_the_panel_says_what_to_write_where_a_link_is_missing(page: Page, added_page: Path) -> None:
    opened = Opened(page, added_page)
    opened.choose("61-KH/HU")
    page.click("#missing-link summary")
    lines = page.locator("#missing-link pre").inner_text().splitlines()
    header = ",".join(COLUMNS)
    assert header in page.locator("#missing-link p").inner_text()
    key = "lai-chau.tam-duong.hu/nk2020/kh-hu/61"
    assert lines == [f",,add,{key},,,,,", f",,add,,,{key},,,"]
    filled = [
        lines[0].replace(",,add", "Lan,2026-01-05,add").replace(",,,,,", ",guides,69-KL/TU,,w,"),
        lines[1].replace(",,add,,", "Lan,2026-01-05,add,69-KL/TU,cites").replace(",,,", ",,w,"),
    ]
    file = parse_decisions(Path("decisions.csv"), "\n".join((header, *filled)))
    assert [decision.written for decision in file.decisions] == [
        f"add | {key} | guides | 69-KL/TU",
        f"add | 69-KL/TU | cites | {key}",
    ]
    opened.check()
