"""What each view of the page makes of the selection: where things stand, and what is left out."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page

from graph.read.collection import Collection
from tests.graph.page.test_page import CALLED, LAI_CHAU, VIEWS, boxes_of, counted
from tests.graph.page.test_saved_files import SVG, saved
from tests.graph.page.test_size import large, overlapping
from tests.graph.pages import Opened, made_document, made_link, written

CHOSEN = "d=doc/lai-chau.tu/nk2020/kl-tu/69&a=doc/lai-chau.tu/nk2020/kl-tu/69"


def cells_of(page: Page) -> dict[str, list[str]]:
    """The class of each cell of the coverage, by place."""
    return {
        row.locator("th").inner_text(): [
            cell.get_attribute("class") or "" for cell in row.locator("td").all()
        ]
        for row in page.locator("#coverage-table tbody tr").all()
    }


def test_a_directive_is_asked_only_of_its_own_place(page: Page, demo_page: Path) -> None:
    """A conclusion of Lai Châu is not found wanting in Hà Giang; one of the centre is."""
    opened = Opened(page, demo_page, f"#v=cover&{CHOSEN}")
    heads = page.locator("#coverage-table thead th").all_inner_texts()
    assert heads[1] == CALLED
    own = {place: cells[0] for place, cells in cells_of(page).items()}
    assert own == {
        "Lai Châu": "filled",
        "Phong Thổ": "filled",
        "Mồ Sì San": "empty",
        "Sì Lở Lầu": "empty",
        "Sìn Hồ": "empty",
        "Tam Đường": "filled",
    }
    assert page.locator("#coverage-table tfoot td").first.inner_text() == "3/6 nơi"
    page.click("#whole-collection")
    cells = cells_of(page)
    assert cells["Hà Giang"][0] == "outside"
    central = page.locator("#coverage-table thead th").all_inner_texts().index("Kết luận 43-KL/TW")
    assert "outside" not in {found[central - 1] for found in cells.values()}
    opened.check()


def test_places_of_one_name_are_told_apart(page: Page, tmp_path: Path) -> None:
    names = {"an-giang": "An Giang", "long-an": "Long An"}
    names |= {f"{province}.chau-thanh": "Châu Thành" for province in names}
    directive = made_document("doc/tw/1", place="")
    plans = [
        made_document(f"doc/{place}/{number}", place=place)
        for number, place in enumerate(names)
        if "." in place
    ]
    links = tuple(made_link(plan, directive, "thực hiện") for plan in plans)
    collection = Collection((directive, *plans), links, names)
    opened = Opened(page, written(tmp_path / "page.html", collection), "#v=cover")
    wanted = ["Châu Thành, An Giang", "Châu Thành, Long An"]
    assert page.locator("#coverage-table tbody th").all_inner_texts() == wanted
    shown = page.locator("#places label span bdi").all_inner_texts()
    assert sorted(shown) == [*wanted, "không gắn với địa phương"]
    opened.check()


def test_a_timeline_shows_what_the_filters_leave(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page, f"#v=time&{CHOSEN}")
    assert page.locator(".event:not(.due)").count() == 6
    page.locator("#places input[data-value='lai-chau.tam-duong']").uncheck()
    assert page.locator(".event:not(.due) button").all_inner_texts() == [
        CALLED,
        "Kế hoạch 1215/KH-UBND",
        "Kế hoạch 52-KH/HU",
        "Báo cáo 412-BC/HU",
    ]
    opened.check()


def test_counts_of_relations_are_of_what_is_near(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page, f"#{CHOSEN}")
    shown = counted(opened.count())[2]
    labels = page.locator("#relations label").all()
    counts = {
        label.locator("input").get_attribute("data-value"): int(
            label.locator(".number").inner_text()
        )
        for label in labels
    }
    assert counts.pop("cites") > 0
    assert sum(counts.values()) == shown
    opened.check()


def test_a_double_click_opens_what_a_document_touches(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page, f"#v=map&{CHOSEN}")
    near = counted(opened.count())[0]
    opened.choose("1215/KH-UBND")  # moves it to the middle of the drawing
    page.wait_for_timeout(300)
    box = page.locator("#graph canvas").bounding_box()
    assert box
    page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector("#expand[aria-pressed=true]")
    assert counted(opened.count())[0] > near
    opened.check()


@pytest.mark.parametrize("link", ["#", f"#{CHOSEN}&v=map", "#l=en"])
def test_no_name_of_a_relation_covers_another_or_a_box(
    page: Page, demo_page: Path, link: str
) -> None:
    opened = Opened(page, demo_page, link)
    root = ElementTree.fromstring(saved(page, "svg").read_bytes())
    names = [
        element for element in root.iter(f"{SVG}text") if element.get("paint-order") == "stroke"
    ]
    assert len(names) > 4
    areas = []
    for name in names:
        x, y, half = float(name.get("x", 0)), float(name.get("y", 0)), len(name.text or "") * 2.2
        areas.append([x - half, y - 8, x + half, y])
    assert overlapping(areas) == []
    rects = [
        [float(rect.get(name, 0)) for name in ("x", "y", "width", "height")]
        for group in root.iter(f"{SVG}g")
        for rect in group.iter(f"{SVG}rect")
    ]
    boxes = [[x, y, x + width, y + height] for x, y, width, height in rects]
    assert len(boxes) == counted(opened.count())[0]
    assert len(overlapping(areas + boxes)) == 0
    opened.check()


def test_a_drawing_opens_large_enough_to_be_read(page: Page, tmp_path: Path) -> None:
    opened = Opened(page, written(tmp_path / "page.html", large(300, 900)), "#v=map")
    assert len(boxes_of(page)) == 300
    shown = page.locator("#graph").evaluate("(graph) => JSON.parse(graph.dataset.shown)")
    assert shown["scale"] * 13 >= 7
    page.click("#whole")
    shown = page.locator("#graph").evaluate("(graph) => JSON.parse(graph.dataset.shown)")
    left, top, right, bottom = (
        min(box[0] for box in boxes_of(page)),
        min(box[1] for box in boxes_of(page)),
        max(box[2] for box in boxes_of(page)),
        max(box[3] for box in boxes_of(page)),
    )
    view = page.locator("#graph").bounding_box()
    assert view
    assert shown["scale"] * (right - left) <= view["width"]
    assert shown["scale"] * (bottom - top) <= view["height"]
    opened.check()


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_cut_off_on_a_phone(browser: Browser, demo_page: Path, view: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    opened = Opened(context.new_page(), demo_page, f"#v={view}&{CHOSEN}")
    # What is wider than the screen can be moved sideways in its own view, nothing is hidden below.
    assert opened.page.evaluate(
        f"""() => {{
            const view = document.getElementById("{view}");
            return view.scrollHeight - view.clientHeight;
        }}"""
    ) <= 1  # fmt: skip
    if view == "table":
        quotes = opened.page.locator("#relations-table blockquote").all()
        boxes = [quote.bounding_box() for quote in quotes]
        assert len(boxes) > 5
        assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)
    opened.check()
    context.close()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_labels_of_fields_stand_on_one_line(page: Page, demo_page: Path, language: str) -> None:
    opened = Opened(page, demo_page, f"#l={language}")
    for label in page.locator("#years label span").all():
        box = label.bounding_box()
        assert box
        assert box["height"] < 30
    opened.check()


def test_documents_that_nobody_knows_apart_are_said_to_be_open(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    page.fill("#search", "25-NQ/TW")
    found = page.locator("#results button > bdi").all_inner_texts()
    assert set(found[:3]) == {
        "Nghị quyết 25-NQ/TW (khóa X)",
        "Nghị quyết 25-NQ/TW (khóa XI)",
        "Nghị quyết 25-NQ/TW (chưa xác định)",
    }
    page.click("#language-en")
    page.fill("#search", "25-NQ/TW not identified")
    assert page.locator("#results button > bdi").first.inner_text() == (
        "Nghị quyết 25-NQ/TW (not identified)"
    )
    page.locator("#results button").first.click()
    assert "(not identified)" in page.locator("#panel h2").inner_text()
    page.click("#view-map")
    assert "(not identified)" in " ".join(page.locator("#stops button").all_text_contents())
    opened.check()


def test_a_document_is_found_as_it_is_typed_on_the_command_line(
    page: Page, demo_page: Path
) -> None:
    opened = Opened(page, demo_page)
    opened.choose(LAI_CHAU)
    assert page.locator("#panel h2").inner_text() == CALLED
    opened.check()
