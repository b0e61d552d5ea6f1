"""The page in a real browser: it draws and answers, asks for nothing, and runs no text as code."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from graph.build import build
from graph.explore import MOST_NODES, Drawing, drawing_of, page_of, write_page
from graph.labels import name_of
from graph.messages import Language
from graph.network import as_networkx
from graph.questions import one
from graph.store import GraphStore, open_store

CHROMIUM = Path("/usr/bin/chromium")
CORPUS = Path(__file__).parents[2] / "notebooks" / "corpus"

HOSTILE = (
    "<script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 2'>",
    "</script><script>window.hacked = 3</script>",
    "</title></style><svg onload=window.hacked=4>",
    "\"' onclick='window.hacked = 5' href=\"javascript:window.hacked=6\"",
    "<!--<script>",
    "]]>{{ 7 * 7 }}{% raw %}${window.hacked = 7}",
    "hàng\u2028một\u2029hai",
    "\u202exe xéo\u202c \u200fngược\u200e \u2067riêng\u2069",
    "\x1b[31mđỏ\x1b[0m \x00 \ufeff",
    "https://example.org/a.js",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        reason = f"{CHROMIUM} is not installed"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    directory = tmp_path_factory.mktemp("page") / "store"
    build([CORPUS], directory)
    return open_store(directory)


class Opened:
    """One page in the browser, with all that it asked for and complained of."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.goto(file.as_uri())
        page.wait_for_selector("html[data-ready=true]", timeout=20_000)

    def check(self, file: Path) -> None:
        assert self.requests == [file.as_uri()]
        assert self.complaints == []


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1400, "height": 850})
    yield context.new_page()
    context.close()


def hostile_network() -> "nx.MultiDiGraph[str]":
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, text in enumerate(HOSTILE):
        network.add_node(
            f"urn:{number}",
            **{
                "number": f"so{number}x {text}",
                "type": text,
                "term": text,
                "date": "2021-06-18",
                "title": text,
            },
            **{"issuer": text, "place": text, "selector": text, "level": "province"},
            **{"held": True, "resolved": True, "mentions": 1},
        )
    for number, text in enumerate(HOSTILE):
        evidence = {"quote": text, "text": text, "start": 1, "end": 2, "rule": text}
        network.add_edge(
            f"urn:{number}",
            f"urn:{(number + 1) % len(HOSTILE)}",
            key="implements",
            **{"relation": "implements", "review": "", "confidence": 0.9, "evidence": 2},
            **evidence,
        )
    return network


def written(path: Path, drawing: Drawing, title: str = "") -> Path:
    path.write_text(page_of(drawing, language=Language.VI, title=title), encoding="utf-8")
    return path


def test_hostile_texts_are_shown_as_texts(page: Page, tmp_path: Path) -> None:
    drawing = drawing_of(hostile_network(), language=Language.VI)
    file = written(tmp_path / "page.html", drawing, title="".join(HOSTILE))
    opened = Opened(page, file)
    for place, text in enumerate(HOSTILE):
        page.fill("#search", f"so{place}x")
        page.keyboard.press("Enter")
        shown = page.locator("#panel > p > bdi, #panel dd > bdi, #panel blockquote > bdi")
        contents = shown.all_text_contents()
        assert contents.count(text) == 6  # title, issuer, term, place, selector, quote
        assert f"so{place}x" in page.locator("#panel h2").inner_text()
    assert page.evaluate("() => window.hacked") is None
    assert page.evaluate("() => document.querySelectorAll('img, iframe, a, svg').length") == 0
    assert page.evaluate("() => document.scripts.length") == 3
    opened.check(file)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_ends_the_element_that_holds_it(text: str) -> None:
    drawing = drawing_of(hostile_network(), language=Language.VI)
    source = page_of(drawing, language=Language.VI, title=text)
    for element in ("script", "style", "title", "head", "body"):
        ends = 3 if element == "script" else 1
        assert source.lower().count(f"</{element}>") == ends
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', source)
    assert data
    assert not set("<>&\u2028\u2029") & set(data[1])
    assert [node["title"] for node in json.loads(data[1])["nodes"]] == [
        node.title for node in drawing.nodes
    ]


def test_the_page_forbids_every_request(tmp_path: Path) -> None:
    source = page_of(drawing_of(hostile_network(), language=Language.VI), language=Language.VI)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', source)
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]


def test_a_document_shows_its_fields_and_every_quote(
    page: Page, store: GraphStore, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    drawing = write_page(store, file, language=Language.VI)
    opened = Opened(page, file)
    page.keyboard.press("/")
    page.keyboard.type("ket luan 43 kl/tw")
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "Kết luận 43-KL/TW"
    assert "07/01/2019" in panel.inner_text()
    chosen = next(n for n, node in enumerate(drawing.nodes) if node.number == "43-KL/TW")
    quotes = [
        edge.quote for edge in drawing.edges if chosen in {edge.subject, edge.object} and edge.quote
    ]
    shown = panel.locator("blockquote > bdi").all_text_contents()
    assert quotes
    assert sorted(shown) == sorted(quotes)
    panel.locator("button", has_text="142-KH/TU").first.click()
    assert panel.locator("h2").inner_text() == "Kế hoạch 142-KH/TU"
    page.keyboard.press("Escape")
    assert panel.locator("h2").count() == 0
    opened.check(file)


def test_a_click_on_the_canvas_opens_the_document(
    page: Page, store: GraphStore, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    centre = one(store, "43-KL/TW")
    drawing = write_page(store, file, language=Language.VI, centre=centre)
    assert drawing.centre is not None
    opened = Opened(page, file)
    assert page.locator("#panel h2").inner_text() == name_of(centre)
    page.keyboard.press("Escape")
    page.fill("#search", "43-KL/TW")
    page.keyboard.press("Enter")  # moves it to the middle of the drawing
    page.wait_for_timeout(300)
    page.keyboard.press("Escape")
    box = page.locator("#graph canvas").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector("#panel h2")
    assert page.locator("#panel h2").inner_text() == name_of(centre)
    opened.check(file)


def test_filters_hide_a_level_and_a_relation(page: Page, store: GraphStore, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    drawing = write_page(store, file, language=Language.EN)
    opened = Opened(page, file)
    before = page.locator("#count").inner_text()
    assert before.startswith(f"{len(drawing.nodes)} documents")
    page.locator("#levels label", has_text="District").click()
    after = page.locator("#count").inner_text()
    remaining = sum(node.level != "district" for node in drawing.nodes)
    assert after.startswith(f"{remaining} documents")
    page.locator("#relations label", has_text="implements").click()
    assert page.locator("#count").inner_text() != after
    opened.check(file)


def test_no_two_documents_overlap(page: Page, store: GraphStore, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    drawing = write_page(store, file, language=Language.VI)
    opened = Opened(page, file)
    boxes = json.loads(page.locator("#graph").get_attribute("data-boxes") or "[]")
    assert len(boxes) == len(drawing.nodes)
    for number, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[:number]:
            apart = left >= other[2] or right <= other[0] or top >= other[3] or bottom <= other[1]
            assert apart, (boxes[number], other)
    opened.check(file)


def test_a_phone_keeps_the_drawing_on_the_screen(
    browser: Browser, store: GraphStore, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    write_page(store, file, language=Language.VI)
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    opened = Opened(page, file)
    box = page.locator("#graph").bounding_box()
    assert box
    assert box["y"] < 400
    assert box["width"] > 380
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    opened.check(file)
    context.close()


def test_a_large_graph_is_cut_and_says_so(page: Page, tmp_path: Path) -> None:
    network = hostile_network()
    for number in range(2 * MOST_NODES):
        network.add_node(
            f"urn:more:{number:04}",
            **(network.nodes["urn:8"] | {"number": f"{number}-KH/HU", "type": "Kế hoạch"}),
        )
    drawing = drawing_of(network, language=Language.VI)
    assert len(drawing.nodes) == MOST_NODES
    assert drawing.total == len(network)
    assert {f"urn:{number}" for number in range(len(HOSTILE))} <= {n.iri for n in drawing.nodes}
    file = written(tmp_path / "page.html", drawing)
    opened = Opened(page, file)
    assert f"chỉ vẽ 300 trong {len(network)} văn bản" in page.locator("#count").inner_text()
    opened.check(file)


def test_the_same_graph_gives_the_same_page(store: GraphStore, tmp_path: Path) -> None:
    first, second = tmp_path / "1.html", tmp_path / "2.html"
    write_page(store, first, language=Language.VI)
    write_page(store, second, language=Language.VI)
    assert first.read_bytes() == second.read_bytes()


def test_a_review_tells_its_kind_and_years_from_both_ends(store: GraphStore) -> None:
    edges = drawing_of(as_networkx(store), language=Language.VI).edges
    reviews = {(edge.words, edge.back) for edge in edges if edge.relation == "summarizes"}
    assert ("sơ kết (5 năm)", "được sơ kết trong (5 năm)") in reviews
