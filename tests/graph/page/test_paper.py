"""The page names file and page of every quote, and what of it OCR alone has read."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

from graph.read.collection import Collection
from graph.values import Step
from graph.words.sentences import Language
from tests.graph.pages import Opened, made_document, made_link, written

pytestmark = pytest.mark.slow

PLAN = made_document("doc/h/61", number="61-KH/HU", selector="61-KH/HU", place="", term="")
SCAN = made_document(
    "doc/h/69",
    number="69-KL/TU",
    selector="69-KL/TU",
    place="",
    term="",
    unconfirmed_fields=("number",),
)


def passage(text: str, page: int, *, unconfirmed: bool = False) -> Step:
    return Step(
        subject=PLAN.found,
        relation="implements",
        object=SCAN.found,
        quote="thực hiện 69-KL/TU",
        text=text,
        start=10,
        end=28,
        rule="title",
        confidence=0.9,
        page=page,
        unconfirmed=unconfirmed,
    )


def opened(page: Page, folder: Path, *passages: Step, language: Language) -> Opened:
    link = replace(made_link(PLAN, SCAN), steps=passages)
    collection = Collection((PLAN, SCAN), (link,), {})
    file = written(folder / "page.html", collection, centre=PLAN.found.iri, language=language)
    return Opened(page, file)


SAID = {
    Language.VI: ("61.pdf, trang 3, ký tự 10-28", "đọc từ bản quét, chưa xác nhận"),
    Language.EN: ("61.pdf, page 3, characters 10-28", "read from a scan, not confirmed"),
}


@pytest.mark.parametrize("language", Language)
def test_a_quote_names_its_page_and_that_it_is_a_scan(
    page: Page, tmp_path: Path, language: Language
) -> None:
    where, scan = SAID[language]
    scanned = passage("61.pdf", 3, unconfirmed=True)
    there = opened(page, tmp_path, scanned, passage("b.pdf", 12), language=language)
    there.choose("61-KH/HU")
    sources = page.locator("#panel blockquote .source")
    assert (sources.nth(0).locator("> span").text_content() or "").startswith(where)
    assert sources.nth(1).inner_text() == scan
    elsewhere = where.replace("61.pdf", "b.pdf").replace(" 3,", " 12,")
    assert page.locator("#panel blockquote details li").text_content() == elsewhere
    page.click("#view-table")
    assert where in (page.locator("#relations-table").text_content() or "")
    there.check()


def test_a_text_without_pages_has_none(page: Page, tmp_path: Path) -> None:
    there = opened(page, tmp_path, passage("61.txt", 0), language=Language.VI)
    there.choose("61-KH/HU")
    source = page.locator("#panel blockquote .source")
    assert source.count() == 1
    assert source.inner_text() == "61.txt"
    source.locator("summary").click()
    assert source.locator("> span").inner_text().startswith("61.txt, ký tự 10-28")
    there.check()


def test_a_scan_is_marked_as_one(page: Page, tmp_path: Path) -> None:
    there = opened(page, tmp_path, passage("61.pdf", 1), language=Language.VI)
    there.choose("69-KL/TU")
    assert "đọc từ bản quét, chưa xác nhận" in page.locator("#panel .mark").inner_text()
    there.choose("61-KH/HU")
    assert "chưa xác nhận" not in page.locator("#panel .mark").inner_text()
    there.check()
