"""Large collections: what is drawn stays legible, and what has no room is said to be left out."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from graph.page.data import MOST_DRAWN, page_data
from graph.page.directives import most_carried_out
from graph.read.collection import Collection
from graph.words.sentences import Language
from ontology.level import Level
from tests.graph.page.test_page import boxes_of, counted
from tests.graph.pages import Opened, made_document, made_link, written

LEVELS = (Level.CENTRAL, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, None)
TITLES = ("", "về công tác dân vận", "về phát triển kinh tế tập thể " * 6)


def large(documents: int, links: int, seed: int = 3) -> Collection:
    picked = random.Random(seed)
    made = [
        made_document(
            f"doc/p/{number:05}",
            number=f"{number}-KH/HU" + " về việc dài" * (number % 7),
            selector=f"{number}-KH/HU" + " về việc dài" * (number % 7),
            type=picked.choice(("Kế hoạch", "Quy chế phối hợp", "Chương trình hành động")),
            title=picked.choice(TITLES),
            level=picked.choice(LEVELS),
            date=f"20{10 + number % 15}-05-01",
        )
        for number in range(documents)
    ]
    pairs = {(picked.randrange(documents), picked.randrange(documents)) for _ in range(links)}
    relations = ("implements", "based_on", "summarizes", "amends", "cites")
    stated = [
        made_link(made[subject], made[target], "câu dẫn", relations[(subject + target) % 5])
        for subject, target in sorted(pairs)
    ]
    return Collection(tuple(made), tuple(stated), {})


def overlapping(
    boxes: Sequence[Sequence[float]],
) -> list[tuple[Sequence[float], Sequence[float]]]:
    return [
        (box, other)
        for index, box in enumerate(boxes)
        for other in boxes[:index]
        if box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
    ]


@pytest.mark.parametrize(
    ("documents", "links", "reason"),
    [
        (300, 900, "as many as are ever drawn, closely related"),
        (300, 0, "none related: rows are filled one after another"),
        (40, 60, "few: relations run in lanes between the boxes"),
        (700, 1500, "more than are drawn"),
    ],
)
def test_no_two_boxes_overlap(
    page: Page, tmp_path: Path, documents: int, links: int, reason: str
) -> None:
    opened = Opened(page, written(tmp_path / "page.html", large(documents, links)), "#v=map")
    boxes = boxes_of(page)
    assert len(boxes) == min(documents, MOST_DRAWN), reason
    assert overlapping(boxes) == [], reason
    assert all(right - left > 30 and bottom - top > 20 for left, top, right, bottom in boxes)
    opened.check()


def test_the_demonstration_has_no_overlap_in_any_language(page: Page, demo_page: Path) -> None:
    for link in ("#", "#l=en", "#inferred=1&no-relation=[]"):
        opened = Opened(page, demo_page, link)
        assert overlapping(boxes_of(page)) == []
        assert opened.complaints == []


def test_a_large_collection_opens_on_what_it_holds(page: Page, tmp_path: Path) -> None:
    """Never on a tangle: counts and directives first; what is chosen is shown with what is near."""
    collection = large(700, 1500)
    opened = Opened(page, written(tmp_path / "page.html", collection))
    assert page.locator("#overview .figures b").first.inner_text() == "700"
    assert not page.locator("#map").is_visible()
    rows = page.locator("#overview tbody tr")
    assert rows.count() == 20
    first = rows.first.locator("button")
    name = first.inner_text()
    first.click()
    assert page.locator("#panel h2").inner_text() == name
    assert page.locator("#boxes .chosen h3").inner_text() == name
    assert page.title().endswith(f": {name}")
    assert page.locator("h1").inner_text().endswith(f": {name}")
    assert counted(opened.count())[0] < 300
    page.click("#whole-collection")
    assert page.locator("#overview").is_visible()
    assert page.locator("h1").inner_text() == "Lược đồ văn bản"
    opened.check()


def test_places_of_a_directive_are_those_of_all_that_carry_it_out() -> None:
    made = [
        made_document(f"doc/{n}", number=str(n), selector=str(n), place=place)
        for n, place in enumerate(("", "lai-chau", "lai-chau.tam-duong", "", ""))
    ]
    pairs = [(1, 0, "implements"), (2, 1, "implements"), (4, 3, "implements"), (3, 4, "cites")]
    pairs += [(0, 2, "implements")]  # a circle ends
    links = [made_link(made[a], made[b], "câu", relation) for a, b, relation in pairs]
    ids = {document.found.iri: n for n, document in enumerate(made)}
    assert most_carried_out(made, links, ids) == [[0, 1, 2], [1, 1, 1], [2, 1, 1], [3, 1, 0]]


def test_what_is_not_drawn_is_found_and_drawn(page: Page, tmp_path: Path) -> None:
    opened = Opened(page, written(tmp_path / "page.html", large(2000, 2500)), "#v=map")
    assert counted(opened.count())[:2] == (MOST_DRAWN, 2000)
    assert "nhiều nhất 300 văn bản một lần" in opened.count()
    hidden = next(number for number in range(2000) if f"doc/p/{number:05}" not in drawn_paths(page))
    opened.choose(f"{hidden}-KH/HU")
    assert f" {hidden}-KH/HU" in page.locator("#panel h2").inner_text()
    assert counted(opened.count())[0] < MOST_DRAWN
    assert overlapping(boxes_of(page)) == []
    opened.check()


def drawn_paths(page: Page) -> set[str]:
    stops = page.locator("#stops button").all_text_contents()
    return {f"doc/p/{int(text.split('-KH')[0].rsplit(' ', 1)[1]):05}" for text in stops}


def test_a_file_without_room_keeps_what_is_near_and_says_what_is_missing(
    browser: Browser, tmp_path: Path
) -> None:
    collection = large(600, 900)
    centre = collection.documents[77].found.iri
    whole = page_data(collection, language=Language.VI, centre=centre)
    cut = page_data(collection, language=Language.VI, centre=centre, most_bytes=100_000)
    assert (whole.documents, whole.left_out) == (600, 0)
    assert 80_000 < len(cut.embedded.encode()) <= 100_000
    assert 0 < cut.documents == 600 - cut.left_out < 600
    held = json.loads(cut.embedded)
    paths = [row[0] for row in held["documents"]]
    assert paths[held["centre"]] == "doc/p/00077"
    near = {
        end
        for link in collection.links
        if centre in {link.key.subject, link.key.object}
        for end in (link.key.subject, link.key.object)
    }
    assert {iri.rpartition("/id/")[2] for iri in near} <= set(paths)
    context = browser.new_context()
    file = written(tmp_path / "page.html", collection, centre=centre, most_bytes=100_000)
    opened = Opened(context.new_page(), file)
    assert f"không chứa {cut.left_out} văn bản" in opened.count()
    opened.check()
    context.close()


def test_a_document_with_many_links_is_turned_page_by_page(page: Page, tmp_path: Path) -> None:
    """However many links there are, no press shows more than one page of them."""
    law = made_document("doc/qh/1", number="45/2019/QH14", selector="45/2019/QH14")
    plans = [
        made_document(f"doc/p/{number:03}", number=f"{number}-KH/TU", selector=f"{number}-KH/TU")
        for number in range(1, 101)
    ]
    links = [made_link(plan, law, "thực hiện Bộ luật") for plan in plans]
    collection = Collection((*plans, law), tuple(links), {})
    opened = Opened(page, written(tmp_path / "page.html", collection, centre=law.found.iri))
    shown, turn = page.locator("#panel blockquote"), page.locator("#panel .turn")
    first = shown.count()
    assert 0 < first <= 20
    assert turn.get_by_role("status").inner_text() == f"1\u2013{first} trong 100"
    while turn.locator(".later").is_enabled():
        turn.locator(".later").press("Enter")
        assert shown.count() <= first
    assert turn.get_by_role("status").inner_text().endswith(" trong 100")
    assert turn.locator(".earlier").evaluate("one => one === document.activeElement")
    opened.check()
