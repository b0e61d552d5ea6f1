"""The texts that a page holds: read where a link has its words, and told where one is left out."""

import json
from pathlib import Path

from playwright.sync_api import Page

from graph.opening import kept_texts, open_store
from graph.page.data import page_data
from graph.page.reading import texts_within
from graph.page.writing import page_of
from graph.pages.sources import text_hashes
from graph.read.collection import collect
from graph.words.sentences import Language
from tests.graph.pages import Opened


def test_a_quote_leads_to_its_words_and_they_to_a_document(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page, "#d=doc/lai-chau.tam-duong.hu/nk2020/kh-hu/61")
    quote = page.locator("#panel blockquote").first
    words = quote.locator("> bdi").inner_text()
    quote.locator(".to-words").click()
    place = page.locator("#text .asked")
    assert place.inner_text() == words
    assert place.evaluate("each => each.getBoundingClientRect().bottom < innerHeight")
    place.locator("[role=link]").first.press("Enter")
    assert page.locator("#panel h2").inner_text() == "Kế hoạch 61-KH/HU"
    page.locator("#panel .read").click()
    text = page.locator("#text .text")
    assert (text.text_content() or "").startswith("ĐẢNG BỘ TỈNH LAI CHÂU")
    page.locator("#text .links .where").last.click()
    assert page.locator("#text .asked").count() == 1
    # What is read is part of the link, so that it can be sent.
    link = page.evaluate("location.hash")
    page.goto(f"{demo_page.as_uri()}#")
    page.evaluate("hash => { location.hash = hash; }", link)
    assert page.locator("#text .asked").count() == 1
    opened.check()


def test_a_text_without_room_is_told_to_be_left_out(
    page: Page, store: Path, tmp_path: Path
) -> None:
    """Nearest first; behind the first that has no room none is held."""
    opened = open_store(store)
    collection, kept = collect(opened), kept_texts(opened)
    order = [document.found.iri for document in collection.documents if document.texts]
    whole = json.loads(texts_within(opened, collection, kept, order))
    assert {row[0] for row in whole} == set(text_hashes(opened))
    room = len(json.dumps(whole[:2], ensure_ascii=False).encode())
    cut = texts_within(opened, collection, kept, order, room)
    assert len(cut.encode()) <= room
    assert [row[0] for row in json.loads(cut)] == [row[0] for row in whole[:2]]
    file = tmp_path / "page.html"
    data = page_data(collection, language=Language.VI)
    file.write_text(page_of(data, language=Language.VI, texts=cut), encoding="utf-8")
    path = order[-1].rpartition("/id/")[2]
    shown = Opened(page, file, f"#v=text&d={path}")
    assert "không nằm trong tệp này" in page.locator("#text").inner_text()
    assert "không nằm trong tệp này" in page.locator("#panel").inner_text()
    assert page.locator("#panel .read").count() == 0
    shown.check()
