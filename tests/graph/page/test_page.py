"""The page as people use it, in a real browser: every view, filter, key and link."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from graph.opening import open_store
from graph.page.words import SENTENCES
from graph.page.writing import write_page
from graph.read.collection import collect
from graph.typed.meaning import document_named
from graph.words.labels import called
from graph.words.sentences import Language
from tests.graph.conftest import luocdo
from tests.graph.pages import Opened, hostile_collection, made_document, made_link, written

VIEWS = ("boxes", "map", "table", "time", "cover", "owed", "text")
PARTS = Path(__file__).parents[3] / "graph" / "page"
LAI_CHAU = "69-KL/TU@lai-chau"
CALLED = "Kết luận 69-KL/TU (Lai Châu)"


def test_every_sentence_of_the_page_is_used() -> None:
    source = "".join(
        path.read_text("utf-8")
        for path in PARTS.rglob("*")
        if path.suffix in {".js", ".css", ".j2"}
    )
    built = ("review ", "view ", "facet ", "held ", "field ", "column ", "year ", "days ")
    unused = [
        key
        for key in SENTENCES
        if f'"{key}"' not in source and not key.startswith(built) and not key.endswith((" table",))
    ]
    assert unused == []


def test_documents_are_called_as_people_call_them(page: Page, demo_page: Path, store: Path) -> None:
    opened = Opened(page, demo_page)
    page.click("#view-table")
    names = page.locator("#documents-table tbody th").all_text_contents()
    collection = collect(open_store(store))
    assert sorted(names) == sorted(
        called(each.found, collection.places, Language.VI) for each in collection.documents
    )
    assert {CALLED, "Nghị quyết 25-NQ/TW (khóa XI)"} < set(names)
    assert not [name for name in names if "@" in name]
    opened.check()


def test_a_document_shows_its_fields_and_every_quote(
    page: Page, demo_page: Path, store: Path
) -> None:
    opened = Opened(page, demo_page)
    page.keyboard.press("/")
    page.keyboard.type("ket luan 43 kl/tw")
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "Kết luận 43-KL/TW"
    assert "07/01/2019" in panel.inner_text()
    page.locator("#relations input[data-value=cites]").check()
    graph = open_store(store)
    iri = document_named(graph, "43-KL/TW").iri
    links = [
        link
        for link in collect(graph).links
        if iri in {link.key.subject, link.key.object} and not link.inferred
    ]
    assert len(links) > 5
    shown = panel.locator("li:not(.debt) > blockquote > bdi").all_text_contents()
    assert sorted(shown) == sorted(link.passages[0].quote for link in links)
    marked = panel.locator("blockquote mark").all_text_contents()
    assert "Kết luận số 43-KL/TW" in marked
    first = panel.locator("blockquote .source").first.text_content() or ""
    assert "ký tự" in first
    assert "độ tin cậy 95%" in first
    opened.check()


def test_a_contradiction_is_shown_with_its_sources(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    opened.choose("124-QĐ/TW")
    conflict = page.locator("#panel .conflict")
    assert "Ban Bí thư" in conflict.inner_text()
    assert "Bộ Chính trị" in conflict.inner_text()
    assert ".md" in conflict.inner_text()
    opened.check()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ket luan 69", "Kết luận 69-KL/TU"),
        ("KẾT LUẬN 43", "Kết luận 43-KL/TW"),
        ("dan van vung dong bao", "Đề án"),
        ("tam duong ke hoach 61", "Kế hoạch 61-KH/HU"),
        ("142-kh", "Kế hoạch 142-KH/TU"),
        ("giám sát và phản biện", "Quy chế giám sát"),
    ],
)
def test_search_needs_no_diacritics(page: Page, demo_page: Path, typed: str, first: str) -> None:
    opened = Opened(page, demo_page)
    page.fill("#search", typed)
    assert page.locator("#results button").first.inner_text().startswith(first)
    page.fill("#search", "không có văn bản này")
    assert page.locator("#results button").count() == 0
    opened.check()


def test_a_click_on_the_canvas_opens_the_document(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    opened.choose("43-KL/TW")  # moves it to the middle of the drawing
    page.locator("#search").blur()
    page.wait_for_timeout(300)
    page.keyboard.press("Escape")
    assert page.locator("#panel h2").count() == 0
    box = page.locator("#graph canvas").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector("#panel h2")
    assert page.locator("#panel h2").inner_text() == "Kết luận 43-KL/TW"
    opened.check()


def test_the_boxed_view_has_what_it_rests_on_left_and_what_carries_it_out_right(
    page: Page, store: Path, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    graph = open_store(store)
    write_page(graph, file, language=Language.VI, centre=document_named(graph, LAI_CHAU))
    opened = Opened(page, file)
    assert page.locator(".column.middle h3").inner_text() == CALLED
    left, right = page.locator(".column.left"), page.locator(".column.right")
    assert "tiếp tục thực hiện (1)" in left.locator("h3").inner_text().replace("\n", " ")
    assert right.locator("h3").all_inner_texts() == [
        "được thực hiện bởi\n(3)",
        "được sơ kết trong\n(1)",
    ]
    carried = right.locator(".box").first.locator("li button").all_inner_texts()
    assert carried == ["Kế hoạch 1215/KH-UBND", "Kế hoạch 52-KH/HU", "Kế hoạch 61-KH/HU"]
    assert "10/05/2021 · Ủy ban nhân dân tỉnh Lai Châu" in right.inner_text()
    right.locator("button", has_text="61-KH/HU").click()
    assert page.locator(".column.middle h3").inner_text() == "Kế hoạch 61-KH/HU"
    opened.check()


@pytest.mark.parametrize("view", VIEWS)
def test_views_show_the_same_selection(page: Page, demo_page: Path, view: str) -> None:
    opened = Opened(page, demo_page)
    opened.choose(LAI_CHAU)
    before = opened.count()
    page.click(f"#view-{view}")
    assert opened.count() == before
    seen = [name for name in VIEWS if page.locator(f"#{name}").is_visible()]
    assert seen == [view]
    assert page.locator("#panel h2").inner_text() == CALLED
    opened.check()


def test_tables_are_sorted_by_their_heads(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    page.click("#view-table")
    date = page.locator("#documents-table thead button", has_text="Ngày")
    for way, reverse in (("ascending", False), ("descending", True)):
        date.click()
        assert page.locator(f"#documents-table th[aria-sort={way}]").inner_text().startswith("Ngày")
        cells = page.locator("#documents-table tbody tr td:nth-child(3)").all_inner_texts()
        dates = ["-".join(reversed(cell.split("/"))) for cell in cells]
        assert dates == sorted(dates, reverse=reverse)
    quotes = page.locator("#relations-table blockquote").count()
    assert page.locator("#relations-table tbody tr").count() == quotes
    assert quotes > 20
    opened.check()


def counted(text: str) -> tuple[int, ...]:
    """The four numbers of "36 of 36 documents, 29 of 47 relations"."""
    return tuple(
        int(word) for word in text.replace(".", "").replace("/", " ").split() if word.isdigit()
    )


def boxes_of(page: Page) -> list[list[int]]:
    found: list[list[int]] = json.loads(page.locator("#graph").get_attribute("data-boxes") or "[]")
    return found


def test_the_language_is_switched_in_the_page(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    opened.choose(LAI_CHAU)
    for view in VIEWS:
        page.click(f"#view-{view}")
        page.click("#language-vi")
        assert page.locator("html").get_attribute("lang") == "vi"
        assert "được thực hiện bởi" in page.locator("#panel").inner_text()
        page.click("#language-en")
        assert "is implemented by" in page.locator("#panel").inner_text()
        assert "documents" in opened.count()
    assert page.locator("h1").inner_text() == "Map of documents: Kết luận 69-KL/TU (Lai Châu)"
    opened.check()


def test_the_timeline_tells_what_came_when(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    opened.choose(LAI_CHAU)
    page.click("#view-time")
    events = page.locator(".timeline .event")
    dates = ["-".join(reversed(day.split("/"))) for day in events.locator("time").all_inner_texts()]
    assert dates == sorted(dates)
    assert events.first.locator("button").inner_text() == CALLED
    assert "sau 31 ngày" in events.nth(1).inner_text()
    assert page.locator(".event.review button").all_inner_texts() == ["Báo cáo 412-BC/HU"]
    assert "4 văn bản triển khai, 1 lần sơ kết, tổng kết" in page.locator("#time").inner_text()
    opened.check()


def test_coverage_names_the_plan_and_says_what_empty_means(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    opened.choose("43-KL/TW")
    page.click("#view-cover")
    table = page.locator("#coverage-table")
    assert table.locator("thead th").nth(1).inner_text() == "Kết luận 43-KL/TW"
    rows = {
        row.locator("th").inner_text(): row.locator("td").first.inner_text()
        for row in table.locator("tbody tr").all()
    }
    assert rows["Hà Giang"] == "Kế hoạch 133-KH/TU"
    assert rows["Phong Thổ"] == "Kế hoạch 187-KH/HU"
    assert "không thấy trong tập này" in rows["Tam Đường"]
    assert "không phải là chưa triển khai" in page.locator("#cover").inner_text()
    opened.check()


def test_the_same_graph_gives_the_same_page(store: Path, demo_page: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.html"
    assert luocdo("explore", "-o", again, "--store", store).exit_code == 0
    assert again.read_bytes() == demo_page.read_bytes()


def test_an_inferred_link_is_dashed_and_names_its_premises(page: Page, demo_page: Path) -> None:
    opened = Opened(page, demo_page)
    page.locator("#inferred label").click()
    page.click("#view-table")
    row = page.locator("#relations-table tr", has_text="(suy luận)")
    assert row.count() == 1
    assert row.locator(".inference li").count() >= 1
    opened.check()


def test_relations_of_two_documents_with_each_other_are_all_listed(
    page: Page, tmp_path: Path
) -> None:
    collection = hostile_collection()
    first, other = made_document("doc/a"), made_document("doc/b")
    links = [made_link(first, other, relation=name) for name in ("implements", "amends", "cites")]
    twins = [*links, made_link(other, first), made_link(first, first)]
    documents = (*collection.documents, first, other)
    whole = type(collection)(documents, (*collection.links, *twins), collection.places)
    opened = Opened(page, written(tmp_path / "page.html", whole))
    opened.choose("b")
    headings = page.locator("#panel h3").all_inner_texts()
    assert [text.strip() for text in headings] == [
        "được thực hiện bởi (1)", "được sửa đổi, bổ sung bởi (1)", "thực hiện (1)",
    ]  # fmt: skip
    opened.check()
